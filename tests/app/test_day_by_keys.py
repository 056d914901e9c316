"""A whole day at the desk without a mouse: from the start to the evening, by key events alone."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.filtering.filter_sheet import FilterSheet
from praxidesk.ui.look.theme import ThemeName
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.practice_settings.absence_sheet import AbsenceSheet
from praxidesk.ui.practice_settings.field_parts import LinePart
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.ui.printing import paper_doors
from praxidesk.ui.printing.print_sheet import PrintSheet
from praxidesk.ui.saved_views.save_view_sheet import SaveViewSheet
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.ui.series.series_sheet import SeriesSheet
from praxidesk.ui.shown.view_kind import ViewKind
from tests.app.key_desk import KeyDesk
from tests.app.store_desk import MONDAY, ZONE, at, store_desk
from tests.ui.hands import ALT, CTRL, SHIFT, Key


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_a_whole_day_without_a_mouse(
    qtbot: QtBot, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_doors, "choose_file", lambda *_: tmp_path / "day.pdf")
    with store_desk(qtbot, store_url, tmp_path, KeyDesk) as desk:
        looks_around(desk)
        morning = desk.book_by_line("brandt kontr 20 heute weber")
        later = books_in_fields_for_a_patient_found(desk)
        goes_through_the_day_of(desk, morning)
        moves_and_lengthens(desk, later)
        parks_and_places(desk, later)
        waits_and_is_placed(desk, later)
        moves_several_and_takes_it_back(desk)
        cancels_and_takes_it_back(desk, later)
        books_a_series(desk)
        filters_and_saves_the_view(desk)
        enters_an_absence(desk)
        names_the_practice_anew(desk)
        prints(desk, tmp_path / "day.pdf")
        commands(desk)
        desk.press_last(Key.Key_Q, CTRL)
        qtbot.waitUntil(lambda: not desk.program.window.isVisible())


def looks_around(desk: KeyDesk) -> None:
    for key, view in (
        (Key.Key_2, ViewKind.WEEK),
        (Key.Key_3, ViewKind.MONTH),
        (Key.Key_4, ViewKind.ROOMS),
        (Key.Key_1, ViewKind.DAY),
    ):
        desk.press(key)
        assert desk.window.shown.view is view
        assert desk.view.hasFocus()
    desk.keys(Key.Key_PageDown, Key.Key_PageDown)
    assert desk.window.shown.day == date(2026, 11, 25)
    desk.press(Key.Key_T)
    assert desk.window.shown.day == MONDAY
    for key in (Key.Key_B, Key.Key_I, Key.Key_Plus, Key.Key_0):
        desk.press(key, CTRL)
    desk.press(Key.Key_B, CTRL)
    desk.press(Key.Key_I, CTRL)
    desk.keys(Key.Key_S, Key.Key_S, Key.Key_S)


def books_in_fields_for_a_patient_found(desk: KeyDesk) -> EntryId:
    before = set(desk.stored())
    desk.press(Key.Key_Slash)
    search = desk.sheet(SearchSheet)
    desk.write("mueller isil")
    desk.qtbot.waitUntil(lambda: bool(search.pages.patients))
    desk.press(Key.Key_Return)
    sheet = desk.settled()
    assert not sheet.is_by_line
    desk.tab_to(sheet.form.time)
    desk.write("1430")
    desk.press(Key.Key_Tab)
    desk.settled()
    assert sheet.session.state.is_free
    desk.press(Key.Key_Return)
    booked = desk.booked(before)
    assert booked.starts_at == at("14:30")
    return booked.id


def goes_through_the_day_of(desk: KeyDesk, entry: Entry) -> None:
    """Arrived, checked in, done; and one who did not come."""
    desk.go_to(entry.id)
    for version, (key, status) in enumerate(
        ((Key.Key_A, Status.ARRIVED), (Key.Key_C, Status.CHECKED_IN), (Key.Key_D, Status.FULFILLED)), start=2
    ):
        desk.press(key)
        desk.saved(entry.id, version, status)
    for version, status in enumerate((Status.CHECKED_IN, Status.ARRIVED, Status.BOOKED), start=5):
        desk.press(Key.Key_Z, CTRL)
        desk.saved(entry.id, version, status)
    desk.press(Key.Key_X)
    desk.saved(entry.id, 8, Status.NOSHOW)
    desk.press(Key.Key_Z, CTRL)
    desk.saved(entry.id, 9, Status.BOOKED)


def moves_and_lengthens(desk: KeyDesk, entry: EntryId) -> None:
    before = desk.entry(entry)
    desk.go_to(entry)
    desk.keys(Key.Key_M, Key.Key_Down, Key.Key_Plus, Key.Key_Return)
    moved = desk.saved(entry, before.version + 1)
    assert moved.starts_at == before.starts_at + 5 * MINUTE
    assert moved.ends_at == before.ends_at + 10 * MINUTE


def parks_and_places(desk: KeyDesk, entry: EntryId) -> None:
    before = desk.entry(entry)
    desk.keys(Key.Key_P, Key.Key_V, Key.Key_Up, Key.Key_Up, Key.Key_Return)
    assert desk.saved(entry, before.version + 1).starts_at == before.starts_at - 10 * MINUTE


def waits_and_is_placed(desk: KeyDesk, entry: EntryId) -> None:
    before = desk.entry(entry)
    desk.press(Key.Key_L)
    desk.saved(entry, before.version + 1, Status.WAITLIST)
    desk.qtbot.waitUntil(lambda: bool(desk.window.parts.held.waiting.lines()))
    desk.press(Key.Key_V, SHIFT)
    desk.keys(Key.Key_Down, Key.Key_Return)
    assert desk.saved(entry, before.version + 2, Status.BOOKED).starts_at == before.starts_at + 5 * MINUTE


def moves_several_and_takes_it_back(desk: KeyDesk) -> None:
    before = desk.stored()
    desk.press(Key.Key_A, CTRL)
    chosen = desk.window.parts.views.selected_all()
    assert len(chosen) == 2
    desk.keys(Key.Key_M, Key.Key_Down, Key.Key_Return)
    for each in chosen:
        assert desk.saved(each, before[each].version + 1).starts_at == before[each].starts_at + 5 * MINUTE
    desk.press(Key.Key_Z, CTRL)
    for each in chosen:
        assert desk.saved(each, before[each].version + 2).span == before[each].span


def cancels_and_takes_it_back(desk: KeyDesk, entry: EntryId) -> None:
    before = desk.entry(entry)
    desk.go_to(entry)
    desk.press(Key.Key_Delete)
    desk.sheet(CancelSheet)
    desk.write("zieht um")
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(entry).status is Status.CANCELLED)
    assert desk.entry(entry).reason == "zieht um"
    desk.press(Key.Key_Z, CTRL)
    desk.saved(entry, before.version + 2, Status.BOOKED)
    desk.press(Key.Key_Z, CTRL | SHIFT)
    desk.qtbot.waitUntil(lambda: desk.entry(entry).status is Status.CANCELLED)
    desk.press(Key.Key_Z, CTRL)
    desk.saved(entry, before.version + 4, Status.BOOKED)


def books_a_series(desk: KeyDesk) -> None:
    before = set(desk.stored())
    desk.press(Key.Key_N)
    line = desk.booking()
    desk.write("brandt kontr 10 weber mi")
    desk.qtbot.waitUntil(lambda: bool(line.proposals.lines()) and line.talk.is_settled())
    desk.press(Key.Key_F2)
    desk.settled()
    desk.press(Key.Key_S, ALT)
    series = desk.sheet(SeriesSheet)
    desk.qtbot.waitUntil(lambda: series.session.state.can_submit)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    made = set(desk.stored()) - before
    assert len(made) > 1
    assert len({desk.entry(each).series for each in made}) == 1
    assert {ZONE.local(desk.entry(each).starts_at).weekday() for each in made} == {2}


def filters_and_saves_the_view(desk: KeyDesk) -> None:
    desk.press(Key.Key_G)
    desk.sheet(FilterSheet)
    desk.keys(Key.Key_Space, Key.Key_Return)
    desk.no_sheet()
    assert desk.window.filtering.filter.is_active
    desk.press(Key.Key_F3, CTRL)
    desk.sheet(SaveViewSheet)
    desk.write("Nur diese")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.press(Key.Key_G, SHIFT)
    desk.press(Key.Key_2)
    assert not desk.window.filtering.filter.is_active
    desk.press(Key.Key_F3)
    assert desk.window.filtering.filter.is_active
    assert desk.window.shown.view is ViewKind.DAY
    desk.press(Key.Key_G, SHIFT)


def enters_an_absence(desk: KeyDesk) -> None:
    desk.press(Key.Key_B, SHIFT)
    sheet = desk.sheet(AbsenceSheet)
    desk.press(Key.Key_Tab)
    desk.write("10.12.")
    desk.press(Key.Key_Tab)
    desk.qtbot.waitUntil(lambda: not sheet.questions.is_previewing)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    practice = desk.window.practice
    assert practice is not None
    assert any(
        each.starts.date() == date(2026, 12, 10)
        for actor in practice.actors.values()
        for each in actor.availability.absences
    )


def names_the_practice_anew(desk: KeyDesk) -> None:
    desk.press(Key.Key_Comma, CTRL)
    sheet = desk.sheet(SettingsSheet)
    assert sheet.body.form is not None
    name = sheet.body.form.part("name")
    assert isinstance(name, LinePart)
    desk.tab_to(name.field)
    desk.press(Key.Key_A, CTRL)
    desk.write("Haus am See")
    desk.press(Key.Key_S, CTRL)
    desk.qtbot.waitUntil(lambda: sheet.rows.count() == 0)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    practice = desk.window.practice
    assert practice is not None
    assert practice.site.name == "Haus am See"


def prints(desk: KeyDesk, file: Path) -> None:
    desk.press(Key.Key_P, CTRL)
    paper = desk.sheet(PrintSheet)
    desk.qtbot.waitUntil(lambda: not paper.press.is_busy)
    desk.press(Key.Key_S, CTRL)
    desk.no_sheet()
    assert file.read_bytes().startswith(b"%PDF-")


def commands(desk: KeyDesk) -> None:
    """What has no key of its own has its name."""
    desk.command("english")
    title = desk.window.parts.toolbar.title
    desk.qtbot.waitUntil(lambda: title.words() == "Monday, 23 November 2026")
    desk.command("dark")
    assert desk.window.appearance.theme.name is ThemeName.DARK
    assert desk.view.hasFocus()
    assert not isinstance(desk.window.conversations.sheet, Sheet)
