"""A form that is only looked at changes nothing, whatever a row holds."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import PracticeDraft, PracticeRow, RowChange, applied, section_of
from praxidesk.exchange.practice_file import read
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.practice_settings.forms import Forms
from praxidesk.ui.practice_settings.row_form import RowForm
from praxidesk.ui.practice_settings.setting_words import Page

ROOT = Path(__file__).parents[3]
FILES = (
    ROOT / "docs" / "examples" / "complete-practice.toml",
    ROOT / "praxidesk" / "resources" / "demo" / "practice.toml",
)
TODAY = date(2026, 11, 23)


def practice(path: Path) -> Practice:
    file = read(path)
    assert file.site is not None
    rows: tuple[PracticeRow, ...] = (
        *file.branches,
        *file.groups,
        *file.actors,
        *file.types,
        *file.procedures,
        *file.reservations,
        *file.combinations,
    )
    return applied(
        Practice(1, file.site, {}, {}, {}), PracticeDraft(tuple(RowChange(None, row) for row in rows))
    )


def rows(of: Practice) -> list[PracticeRow]:
    return [
        of.site,
        *of.branches,
        *of.groups.values(),
        *of.actors.values(),
        *of.types.values(),
        *of.procedures.values(),
        *of.reservations,
        *of.combinations,
    ]


@pytest.mark.parametrize("path", [each for each in FILES if each.exists()], ids=lambda path: path.parent.name)
@pytest.mark.parametrize("is_new", [False, True])
def test_every_part_puts_back_what_it_was_shown(qtbot: QtBot, path: Path, is_new: bool) -> None:
    light = theme(ThemeName.LIGHT)
    every = rows(practice(path))
    forms = Forms(light, every, TODAY)
    for row in every:
        for page in [page for page in Page if page.section is section_of(row)]:
            form = RowForm(light, row.name, forms.groups(page, is_new=is_new), row)
            qtbot.addWidget(form)
            for part in form.parts:
                assert part.into(row) == row, (page, part.bound.key)
            form.deleteLater()


def test_nothing_of_a_row_is_without_a_part(qtbot: QtBot) -> None:
    every = rows(practice(FILES[0]))
    forms = Forms(theme(ThemeName.LIGHT), every, TODAY)
    keys = {
        page: {part.bound.key for group in forms.groups(page, is_new=True) for part in group.parts}
        for page in Page
        if page is not Page.RULES
    }
    times = {"hours", "breaks", "absences", "exceptions", "break_exceptions"}
    assert (
        times | {"name", "code", "specialty", "roles", "colour", "sites", "active"} == keys[Page.PRACTITIONER]
    )
    of_place = {"kind", "equipment", "turnover", "inspected_until", "group"}
    assert times | of_place | {"name", "code", "colour", "sites", "active"} == keys[Page.ROOM]
    assert {"name", "timezone", "closures", "hours", "breaks", "exceptions", "break_exceptions"} == keys[
        Page.SITE
    ]
    limits = {"at_once", "min_distance", "min_notice", "max_advance", "quota", "priority", "need"}
    assert limits < keys[Page.APPOINTMENT_TYPE]
    assert limits < keys[Page.PROCEDURE]
