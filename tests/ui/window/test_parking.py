"""Parking entries and placing them later; the waiting list beside the calendar."""

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt

from praxidesk.engine.requests import MoveRequest
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.chosen import chosen_of
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.controls.key_cap import KeyCap
from praxidesk.ui.overlays.refusal_sheet import RefusalSheet
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from tests.ui.desk import CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import MONDAY, ZONE, at
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk

KAYA, FIRST = EntryId(21), EntryId(10)
"""Of Dr. Koç at 11:15, of Dr. Weber at 14:00."""


def names(desk: Desk) -> list[str]:
    return [each.name for each in desk.window.parts.held.parked.lines()]


def grid(desk: Desk) -> TimeGrid:
    view = desk.window.parts.views.view
    assert isinstance(view, TimeGrid)
    return view


def stands_at(desk: Desk, entry: EntryId, start: int) -> bool:
    return desk.entry(entry).starts_at == start


def parked(desk: Desk) -> None:
    desk.select(KAYA)
    desk.press(Key.Key_P)
    assert [each.split(",")[0] for each in names(desk)] == ["Kaya"]


def on_waiting_list(gateway: FakeGateway) -> EntryId:
    entry = gateway.store.entries[FIRST]
    gateway.store.entries[FIRST] = replace(entry, status=Status.WAITLIST)
    return FIRST


def test_a_parked_entry_keeps_its_time_and_is_marked(desk: Desk) -> None:
    before = desk.entry(KAYA)
    parked(desk)
    assert desk.toast().startswith("Geparkt: Kaya, Deniz")
    assert desk.toast().endswith("behält Mo 23. Nov. 11:15, bis neu gesetzt")
    assert desk.entry(KAYA) == before
    assert desk.gateway.submitted == []
    assert grid(desk)._parked == {KAYA}


def test_v_takes_it_in_hand_and_enter_places_it(desk: Desk) -> None:
    parked(desk)
    toast, hints = desk.window.toast, grid(desk).hints
    desk.press(Key.Key_V)
    assert grid(desk).is_moving()
    # What was said last leaves the keys of the move free.
    assert toast.isVisible()
    assert hints.isVisible()
    below = QRect(hints.mapTo(desk.window, QPoint()), hints.size())
    assert not below.intersects(toast.geometry().adjusted(16, 16, -16, -16))
    for _ in range(5):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).starts_at == at("11:40"))
    desk.qtbot.waitUntil(lambda: names(desk) == [])
    assert grid(desk)._parked == frozenset()


def test_it_is_placed_on_another_day(desk: Desk) -> None:
    parked(desk)
    desk.press(Key.Key_PageDown)
    desk.qtbot.waitUntil(lambda: desk.window.shown.day.day == 24)
    desk.press(Key.Key_V)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    assert desk.entry(KAYA).starts_at == at("11:15") + 86_400
    assert names(desk) == []


def test_in_the_month_it_is_placed_by_key_and_several_go_to_another_day(desk: Desk) -> None:
    parked(desk)
    desk.press(Key.Key_3)
    month = desk.window.parts.views.views[ViewKind.MONTH]
    desk.qtbot.waitUntil(lambda: bool(month._items.items))
    desk.press(Key.Key_V)
    assert desk.window.shown.view is ViewKind.MONTH
    assert month.is_moving()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).starts_at == at("11:15") + 7 * 86_400)
    desk.qtbot.waitUntil(lambda: names(desk) == [])
    desk.qtbot.waitUntil(lambda: desk.window.feed.entry(KAYA) == desk.entry(KAYA))
    other = next(each.entry for each in month._items.items if each.entry != KAYA)
    before = {each: desk.entry(each).starts_at for each in (KAYA, other)}
    month.choose(chosen_of({KAYA, other}, KAYA))
    assert set(month.selected_all()) == {KAYA, other}
    desk.press(Key.Key_M)
    assert month.is_moving()
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Return)
    for each, start in before.items():
        desk.qtbot.waitUntil(partial(stands_at, desk, each, start + 86_400))
    assert "2" in desk.toast()


def test_p_while_an_entry_is_in_hand_parks_it_where_it_was(desk: Desk) -> None:
    desk.select(KAYA)
    desk.press(Key.Key_M)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_P)
    assert not grid(desk).is_moving()
    assert len(names(desk)) == 1
    assert desk.gateway.submitted == []


def test_a_refused_place_leaves_it_parked(desk: Desk) -> None:
    parked(desk)
    desk.press(Key.Key_V)
    for _ in range(12):
        desk.press(Key.Key_Up)
    desk.press(Key.Key_Return)
    desk.sheet(RefusalSheet)
    # Who is in the way is framed while the sheet is open.
    assert grid(desk)._in_the_way
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert grid(desk)._in_the_way == frozenset()
    assert len(names(desk)) == 1


def test_it_is_dragged_into_the_parking_area_and_back(desk: Desk) -> None:
    start = desk.tile(KAYA)
    port, panel = grid(desk).viewport(), desk.window.parts.held
    target = port.mapFromGlobal(panel.mapToGlobal(panel.rect().center()))
    desk.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for part in (4, 2, 1):
        desk.qtbot.mouseMove(port, start + (target - start) / part)
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=target)
    assert len(names(desk)) == 1
    assert desk.gateway.submitted == []
    cards = panel.parked
    desk.qtbot.waitUntil(cards.isVisible)
    card = cards.rect_of(0).center()
    layout = grid(desk)._layout
    assert layout is not None
    column = layout.column_at(start.x())
    assert column is not None
    there = QPoint(start.x(), layout.metrics.y(11 * 60 + 40) - grid(desk).verticalOffset() + 1)
    goal = cards.mapFromGlobal(port.mapToGlobal(there))
    desk.qtbot.mousePress(cards, Qt.MouseButton.LeftButton, pos=card)
    for part in (4, 2, 1):
        desk.qtbot.mouseMove(cards, card + (goal - card) / part)
    desk.qtbot.mouseRelease(cards, Qt.MouseButton.LeftButton, pos=goal)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    assert desk.entry(KAYA).starts_at == at("11:40")
    assert names(desk) == []


def test_dragged_onto_a_day_of_the_month_sheet_it_goes_there_at_its_time(desk: Desk) -> None:
    port, sheet = grid(desk).viewport(), desk.window.parts.side.sheet
    before = {each: desk.entry(each).starts_at for each in (KAYA, FIRST)}

    def dragged(entry: EntryId, to: QPoint) -> None:
        start = desk.tile(entry)
        desk.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        for part in (4, 2, 1):
            desk.qtbot.mouseMove(port, start + (to - start) / part)
        assert grid(desk).is_moving()

    def over(day: date) -> QPoint:
        return port.mapFromGlobal(sheet.mapToGlobal(sheet.cell(day).center()))

    # Beside the calendar is no place: it stays where it is.
    beside = QPoint(-120, over(MONDAY).y() + 400)
    dragged(KAYA, beside)
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=beside)
    assert not grid(desk).is_moving()
    assert desk.gateway.submitted == []
    # Held there until the page turns, and put down on it.
    tuesday, next_week = MONDAY + timedelta(1), MONDAY + timedelta(7)
    dragged(FIRST, over(tuesday))
    desk.qtbot.waitUntil(lambda: desk.window.feed.days[0] == tuesday and desk.window.parts.views.is_ready)
    assert set(grid(desk).held()) == {FIRST}
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=over(tuesday))
    desk.qtbot.waitUntil(lambda: stands_at(desk, FIRST, before[FIRST] + 86_400))
    desk.window.go_to(Shown(ViewKind.DAY, MONDAY))
    # Put down at once, on a day of another week: as soon as that day is there.
    desk.qtbot.waitUntil(lambda: desk.window.feed.days[0] == MONDAY and desk.window.parts.views.is_ready)
    dragged(KAYA, over(next_week))
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=over(next_week))
    desk.qtbot.waitUntil(lambda: stands_at(desk, KAYA, before[KAYA] + 7 * 86_400))
    assert desk.window.shown.day == next_week


def test_a_card_is_dragged_onto_a_day_of_the_month_sheet(desk: Desk) -> None:
    parked(desk)
    cards, sheet = desk.window.parts.held.parked, desk.window.parts.side.sheet
    before, tuesday = desk.entry(KAYA).starts_at, MONDAY + timedelta(1)
    goal = cards.mapFromGlobal(sheet.mapToGlobal(sheet.cell(tuesday).center()))
    card = cards.rect_of(0).center()
    desk.qtbot.mousePress(cards, Qt.MouseButton.LeftButton, pos=card)
    for part in (4, 2, 1):
        desk.qtbot.mouseMove(cards, card + (goal - card) / part)
    desk.qtbot.mouseRelease(cards, Qt.MouseButton.LeftButton, pos=goal)
    desk.qtbot.waitUntil(lambda: stands_at(desk, KAYA, before + 86_400))
    assert desk.window.shown.day == tuesday
    desk.qtbot.waitUntil(lambda: names(desk) == [])


def test_where_the_panel_is_folded_away_a_card_comes_to_park_on(desk: Desk) -> None:
    desk.press(Key.Key_2)
    desk.qtbot.waitUntil(lambda: desk.window.parts.views.is_ready)
    assert not desk.window.parts.held.isVisible()
    card = desk.window.placing.places.card
    port, start = grid(desk).viewport(), desk.tile(KAYA)
    desk.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    desk.qtbot.mouseMove(port, start + QPoint(0, 40))
    assert card.isVisible()
    target = port.mapFromGlobal(card.mapToGlobal(card.rect().center()))
    desk.qtbot.mouseMove(port, target)
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=target)
    assert not card.isVisible()
    assert len(names(desk)) == 1
    assert desk.gateway.submitted == []
    # Below it says how many; a click brings the panel.
    below = desk.window.parts.status.parked
    assert below.isVisible()
    assert below.words() == "1 geparkt"
    desk.qtbot.mouseClick(below, Qt.MouseButton.LeftButton)
    assert desk.window.parts.held.parked.isVisible()
    assert not below.isVisible()


def test_what_is_parked_survives_a_restart_for_the_same_login_and_store(
    open_desk: OpenDesk, settings: SettingsFile
) -> None:
    gateway = FakeGateway()
    desk = open_desk(gateway)
    parked(desk)
    desk.window.close()
    settings.sync()
    written = json.loads(settings.file.read_text("utf-8"))
    remembered = {key: value for key, value in written.items() if "parked" in key}
    assert list(remembered.values()) == [str(KAYA)], "its number only"
    assert DeskSettings(settings).parked("", "") == (KAYA,)
    assert DeskSettings(settings).parked("/other.sqlite", "") == (), "there it is another's number"
    others = FakeGateway(gateway.store)
    others.person = Person("nele", role=StaffRole.RECEPTION)
    other = open_desk(others)
    holding = other.window.placing.holding
    other.qtbot.waitUntil(lambda: holding.is_known)
    assert names(other) == [], "somebody else has parked nothing"
    other.window.close()
    again = open_desk(FakeGateway(gateway.store))
    again.qtbot.waitUntil(lambda: len(names(again)) == 1)
    again.window.close()
    cancelled = replace(gateway.store.entries[KAYA], version=2, status=Status.CANCELLED)
    gateway.store.entries[KAYA] = cancelled
    last = open_desk(FakeGateway(gateway.store))
    last.qtbot.waitUntil(lambda: DeskSettings(settings).parked("", "") == ())
    assert names(last) == [], "cancelled meanwhile"
    last.window.close()


def test_what_another_desk_cancels_falls_out(desk: Desk) -> None:
    parked(desk)
    desk.gateway.store.entries[KAYA] = replace(desk.entry(KAYA), version=2, status=Status.CANCELLED)
    desk.gateway.refresh()
    desk.qtbot.waitUntil(lambda: names(desk) == [])


def test_l_puts_on_the_waiting_list_and_undo_brings_back(desk: Desk) -> None:
    desk.select(KAYA)
    desk.press(Key.Key_L)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).status is Status.WAITLIST)
    waiting = desk.window.parts.held.waiting
    desk.qtbot.waitUntil(lambda: len(waiting.lines()) == 1)
    assert waiting.lines()[0].beside == "seit heute"
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).status is Status.BOOKED)
    desk.qtbot.waitUntil(lambda: len(waiting.lines()) == 0)


def test_who_waits_is_moved_and_booked_in_one_step(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    on_waiting_list(gateway)
    desk = open_desk(gateway)
    waiting = desk.window.parts.held.waiting
    desk.qtbot.waitUntil(lambda: len(waiting.lines()) == 1)
    desk.press(Key.Key_V, SHIFT)
    for _ in range(24):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(FIRST).status is Status.BOOKED)
    request = desk.gateway.submitted[-1]
    assert isinstance(request, MoveRequest)
    assert (request.status, request.starts_at) == (Status.BOOKED, at("16:00"))
    assert desk.toast().startswith("Gebucht: ")
    desk.qtbot.waitUntil(lambda: len(waiting.lines()) == 0)
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(FIRST).status is Status.WAITLIST)
    assert desk.entry(FIRST).starts_at == at("14:00")
    desk.window.close()


def test_who_waits_for_a_place_that_was_cancelled_gets_it(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    waits = gateway.store.entries[on_waiting_list(gateway)]
    whom = waits.allocations[0]
    freed = next(
        each
        for each in gateway.store.entries.values()
        if each.id != waits.id
        and each.status is Status.BOOKED
        and each.starts_at > gateway.now()
        and any(
            part.actor == whom.actor and part.ends_at - part.starts_at >= whom.ends_at - whom.starts_at
            for part in each.allocations
        )
    )
    desk = open_desk(gateway)
    waiting = desk.window.parts.held.waiting
    desk.qtbot.waitUntil(lambda: [each.beside for each in waiting.lines()] == ["seit heute"])
    desk.select(freed.id)
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Return)
    clock = f"{ZONE.local(freed.starts_at):%H:%M}"
    desk.qtbot.waitUntil(lambda: [each.beside for each in waiting.lines()] == [f"passt {clock}"])
    desk.press(Key.Key_V, SHIFT)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(waits.id).status is Status.BOOKED)
    assert desk.entry(waits.id).starts_at == freed.starts_at
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(waits.id).status is Status.WAITLIST)
    desk.qtbot.waitUntil(lambda: [each.beside for each in waiting.lines()] == ["seit heute"])


def test_who_waits_is_told_in_the_language_spoken(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    on_waiting_list(gateway)
    desk = open_desk(gateway)
    held = desk.window.parts.held
    desk.qtbot.waitUntil(lambda: [each.beside for each in held.waiting.lines()] == ["seit heute"])
    caps = held.findChildren(KeyCap)
    assert [cap._key for cap in caps] == ["V", "Umschalt+V"]
    desk.window.actions_[ActionId.ENGLISH].trigger()
    desk.qtbot.waitUntil(lambda: [each.beside for each in held.waiting.lines()] == ["since today"])
    assert [cap._key for cap in caps] == ["V", "Shift+V"]


def test_a_picture_of_the_window_waits_until_it_is_known_who_waits(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    on_waiting_list(gateway)
    desk = open_desk(gateway)
    holding = desk.window.placing.holding
    holding.refresh_soon()
    assert not holding.is_known
    desk.qtbot.waitUntil(lambda: holding.is_known)
    gateway.is_held = True
    holding.refresh()
    assert not holding.is_known
    gateway.release()
    assert holding.is_known
    assert len(holding.waiting) == 1


def test_hostile_names_are_plain_in_the_panel(desk: Desk) -> None:
    entry = desk.entry(KAYA)
    assert entry.patient is not None
    patient = replace(entry.patient, family="<img src=x>" * 30)
    desk.gateway.store.entries[KAYA] = replace(entry, patient=patient, note="<b>")
    desk.gateway.refresh()
    desk.select(KAYA)
    desk.press(Key.Key_P)
    assert names(desk)[0].startswith("<img src=x>")
    assert not desk.window.parts.held.grab().isNull()
