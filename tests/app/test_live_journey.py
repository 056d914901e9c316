"""One morning at a desk, from the window through to what is committed: every gesture once, on real stores."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.look.theme import ThemeName
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.overlays.refusal_sheet import RefusalSheet
from praxidesk.ui.printing import paper_doors
from praxidesk.ui.printing.print_sheet import PrintSheet
from tests.app.store_desk import ZONE, StoreDesk, at, store_desk
from tests.ui.hands import ALT, CTRL, SHIFT, Key


def grid(desk: StoreDesk) -> TimeGrid:
    assert isinstance(desk.view, TimeGrid)
    return desk.view


def minutes_down(desk: StoreDesk, minutes: int) -> QPoint:
    """As far in the view as this time is long."""
    layout = grid(desk)._layout
    assert layout is not None
    return QPoint(0, round(layout.metrics.y(minutes) - layout.metrics.y(0)))


def test_a_morning_with_mouse_and_keys(
    qtbot: QtBot, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_doors, "choose_file", lambda *_: tmp_path / "day.pdf")
    with store_desk(qtbot, store_url, tmp_path, StoreDesk) as desk:
        books_as_heard_on_the_phone(desk)
        first, second = drawn_and_booked(desk, "10:00", "brandt"), drawn_and_booked(desk, "11:00", "müller")
        assert (first.starts_at, first.ends_at) == (at("10:00"), at("10:20"))
        takes_the_alternative_where_another_is(desk, second, first)
        moves_and_lengthens(desk, first.id)
        parks_and_places(desk, first.id)
        moves_a_column_and_takes_it_back(desk, {first.id: 7, second.id: 2})

        desk.select(first.id)
        desk.press(Key.Key_A)
        desk.saved(first.id, 10, Status.ARRIVED)
        cancels_with_a_reason(desk, second.id)
        prints_to(desk, tmp_path / "day.pdf")
        turns_to_english_in_the_dark(desk)


def books_as_heard_on_the_phone(desk: StoreDesk) -> None:
    booked = desk.book_by_line("mü kontr 20 do nm weber")
    start = ZONE.local(booked.starts_at)
    assert booked.patient is not None
    assert (booked.patient.family, start.day, start.hour >= 12) == ("Müller-Öztürk", 26, True)
    assert (booked.ends_at - booked.starts_at, booked.status) == (20 * MINUTE, Status.BOOKED)
    assert desk.toast().startswith("Gebucht: Müller-Öztürk, Işıl, Do 26. Nov.")


def takes_the_alternative_where_another_is(desk: StoreDesk, moved: Entry, other: Entry) -> None:
    drag_by(desk, moved.id, (other.starts_at - moved.starts_at) // MINUTE)
    desk.sheet(RefusalSheet)
    assert desk.entry(moved.id) == moved
    desk.press(Key.Key_Return)
    now = desk.saved(moved.id, 2)
    assert now.starts_at != moved.starts_at
    assert not now.span.overlaps(other.span)


def moves_and_lengthens(desk: StoreDesk, entry: int) -> None:
    """By mouse, by keys, and by its lower edge; it ends with version 4."""
    drag_by(desk, entry, 4 * 60)
    assert desk.saved(entry, 2).starts_at == at("14:00")
    desk.select(entry)
    for key in (Key.Key_M, Key.Key_Down, Key.Key_Down, Key.Key_Return):
        desk.press(key)
    assert desk.saved(entry, 3).starts_at == at("14:10")
    edge = desk.tile(entry)
    edge.setY(desk.view.visualRect(desk.view.currentIndex()).bottom() - 1)
    desk.drag(edge, edge + minutes_down(desk, 15))
    longer = desk.saved(entry, 4)
    assert (longer.starts_at, longer.ends_at) == (at("14:10"), at("14:45"))


def parks_and_places(desk: StoreDesk, entry: int) -> None:
    """Undone and done again; it ends with version 7."""
    before = desk.entry(entry)
    desk.press(Key.Key_P)
    assert desk.entry(entry) == before, "parked, it keeps its time"
    for key in (Key.Key_V, *[Key.Key_Down] * 4, Key.Key_Return):
        desk.press(key)
    placed = desk.saved(entry, 5)
    assert placed.starts_at > before.starts_at
    assert not desk.window.parts.held.parked.lines()
    desk.press(Key.Key_Z, CTRL)
    assert desk.saved(entry, 6).span == before.span
    desk.press(Key.Key_Z, CTRL | SHIFT)
    assert desk.saved(entry, 7).span == placed.span


def moves_a_column_and_takes_it_back(desk: StoreDesk, versions: dict[EntryId, int]) -> None:
    before = desk.stored()
    desk.press(Key.Key_A, CTRL)
    assert set(desk.window.parts.views.selected_all()) == set(versions)
    for key in (Key.Key_M, Key.Key_Down, Key.Key_Return):
        desk.press(key)
    steps = {
        desk.saved(each, version + 1).starts_at - before[each].starts_at for each, version in versions.items()
    }
    assert len(steps) == 1
    assert steps != {0}
    desk.press(Key.Key_Z, CTRL)
    for each, version in versions.items():
        assert desk.saved(each, version + 2).span == before[each].span


def cancels_with_a_reason(desk: StoreDesk, entry: EntryId) -> None:
    desk.select(entry)
    desk.press(Key.Key_Delete)
    desk.sheet(CancelSheet)
    desk.press(Key.Key_2, ALT)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(entry).status is Status.CANCELLED)
    assert desk.entry(entry).reason == "Patient ist erkrankt"
    # The answer is there before the screen has followed it.
    desk.qtbot.waitUntil(lambda: desk.window.parts.views.selected() is None)
    desk.no_sheet()


def prints_to(desk: StoreDesk, file: Path) -> None:
    desk.press(Key.Key_P, CTRL)
    paper = desk.sheet(PrintSheet)
    desk.qtbot.waitUntil(lambda: not paper.press.is_busy)
    desk.press(Key.Key_S, CTRL)
    desk.no_sheet()
    assert file.read_bytes().startswith(b"%PDF-")


def turns_to_english_in_the_dark(desk: StoreDesk) -> None:
    """The calendar stays as it is."""
    shown, chosen = desk.window.shown, desk.window.parts.views.selected()
    for action in (ActionId.ENGLISH, ActionId.THEME_DARK):
        desk.window.actions_[action].trigger()
    title = desk.window.parts.toolbar.title
    desk.qtbot.waitUntil(lambda: title.words() == "Monday, 23 November 2026")
    assert desk.window.appearance.theme.name is ThemeName.DARK
    assert (desk.window.shown, desk.window.parts.views.selected()) == (shown, chosen)


def drawn_and_booked(desk: StoreDesk, clock: str, name: str) -> Entry:
    """Time drawn out in the first column; the patient by name; the rest as proposed."""
    layout = grid(desk)._layout
    assert layout is not None
    column = layout.columns[0]
    minute = (at(clock) - at("00:00")) // MINUTE
    rect = layout.rect(column, minute, minute + 20)
    grid(desk)._show_rect(rect)
    shown = grid(desk)._to_viewport(rect)
    before = set(desk.stored())
    desk.drag(shown.topLeft() + QPoint(20, 1), shown.bottomLeft() + QPoint(20, -1))
    sheet = desk.booking()
    desk.write(name)
    desk.qtbot.waitUntil(sheet.patient.popup.isVisible)
    desk.press(Key.Key_Return)
    desk.settled()
    desk.press(Key.Key_Return)
    return desk.booked(before)


def drag_by(desk: StoreDesk, entry: int, minutes: int) -> None:
    start = desk.tile(entry)
    desk.drag(start, start + minutes_down(desk, minutes))
