"""Entries of a month go to another day, at the same time of day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import Status
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.month.view import MonthView
from praxidesk.ui.calendar.state import MoveWanted
from tests.ui.calendar.busy_practice import MONDAY, ZONE, month_state

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


@pytest.fixture
def view(qtbot: QtBot) -> MonthView:
    made = MonthView()
    qtbot.addWidget(made)
    made.resize(1380, 920)
    made.set_state(month_state())
    made.show()
    made.setFocus()
    return made


def line_of(view: MonthView, day: date) -> tuple[Entry, Box]:
    cell = next(cell for cell in view.month_layout.cells if cell.facts.day == day)
    return next((line.entry, line.box) for line in cell.lines if line.entry is not None)


def middle(box: Box) -> QPoint:
    return QRect(*box).center()


def drag(qtbot: QtBot, view: MonthView, start: QPoint, end: QPoint) -> None:
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(port, start + (end - start) * share)


def shifted(entry: Entry, days: int) -> Span:
    clock = ZONE.local(entry.starts_at)
    start = ZONE.at(clock.date() + timedelta(days=days), clock.hour * 60 + clock.minute)
    return Span(start, start + entry.ends_at - entry.starts_at)


def test_an_entry_is_dragged_to_another_day_and_says_whether_it_is_free_there(
    qtbot: QtBot, view: MonthView
) -> None:
    entry, box = line_of(view, MONDAY)
    target = next(cell.box for cell in view.month_layout.cells if cell.facts.day == WEDNESDAY)
    with qtbot.assertNotEmitted(view.day_wanted):
        drag(qtbot, view, middle(box), middle(target))
        assert view._move is not None
        ghost = view._move.ghost
        assert ghost.is_refused == bool(ghost.reasons)
        assert ghost.old != ghost.new
        with qtbot.waitSignal(view.move_wanted) as wanted:
            qtbot.mouseRelease(view.viewport(), LEFT, pos=middle(target))
    assert wanted.args[0] == MoveWanted(entry.id, shifted(entry, 2), None, None)
    taken = replace(entry, id=type(entry.id)(99_999), starts_at=shifted(entry, 2).start)
    parts = tuple(
        replace(each, starts_at=each.starts_at + 2 * 86_400, ends_at=each.ends_at + 2 * 86_400)
        for each in entry.allocations
    )
    taken = replace(taken, ends_at=shifted(entry, 2).end, allocations=parts)
    state = month_state()
    view.set_state(replace(state, entries=tuple(sorted((*state.entries, taken), key=lambda e: e.starts_at))))
    drag(qtbot, view, middle(box), middle(target))
    assert view._move is not None
    assert view._move.ghost.is_refused
    with qtbot.assertNotEmitted(view.move_wanted):
        qtbot.keyClick(view, K.Key_Escape)
        qtbot.mouseRelease(view.viewport(), LEFT, pos=middle(target))


class Beside:
    """Whatever lies left of the calendar is this day."""

    def __init__(self, view: MonthView, day: date) -> None:
        self._port, self.day = view.viewport(), day
        self.over: date | None = None

    def day_under(self, at: QPoint) -> date | None:
        return self.day if self._port.mapFromGlobal(at).x() < 0 else None

    def show_over(self, day: date | None) -> None:
        self.over = day


def test_over_a_day_beside_the_calendar_an_entry_goes_there_whether_that_is_shown_or_not(
    qtbot: QtBot, view: MonthView
) -> None:
    entry, box = line_of(view, MONDAY)
    beside = Beside(view, WEDNESDAY)
    view.over_days.set_target(beside)
    out = QPoint(-60, 200)
    drag(qtbot, view, middle(box), out)
    assert beside.over == WEDNESDAY
    with qtbot.waitSignal(view.move_wanted) as wanted:
        qtbot.mouseRelease(view.viewport(), LEFT, pos=out)
    assert wanted.args[0] == MoveWanted(entry.id, shifted(entry, 2), None, None)
    # Put down before its page has come.
    far = beside.day = MONDAY + timedelta(days=70)
    drag(qtbot, view, middle(box), out)
    with (
        qtbot.waitSignal(view.move_wanted) as wanted,
        qtbot.waitSignal(view.over_days.page_wanted) as page,
    ):
        qtbot.mouseRelease(view.viewport(), LEFT, pos=out)
    assert wanted.args[0] == MoveWanted(entry.id, shifted(entry, 70), None, None)
    assert page.args[0] == far
    # Held there until it has.
    drag(qtbot, view, middle(box), out)
    qtbot.waitSignal(view.over_days.page_wanted).wait()
    state, later = month_state(), [each + timedelta(days=70) for each in month_state().days]
    view.set_state(replace(state, days=tuple(later)))
    assert view.is_dragging()
    with qtbot.waitSignal(view.move_wanted) as wanted:
        qtbot.mouseRelease(view.viewport(), LEFT, pos=out)
    assert wanted.args[0].span == shifted(entry, 70)
    assert beside.over is None


def test_keys_carry_the_selected_entry_from_day_to_day(qtbot: QtBot, view: MonthView) -> None:
    entry, _ = line_of(view, TUESDAY)
    view.select(entry.id)
    view.begin_move()
    assert view.is_moving()
    for key in (K.Key_Down, K.Key_Right):
        qtbot.keyClick(view, key)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        qtbot.keyClick(view, K.Key_Return)
    assert wanted.args[0] == MoveWanted(entry.id, shifted(entry, 8), None, None)
    view.begin_move()
    with qtbot.waitSignal(view.park_wanted) as parked, qtbot.assertNotEmitted(view.move_wanted):
        qtbot.keyClick(view, K.Key_P)
    assert parked.args[0] == (entry.id,)


def test_several_are_carried_by_the_same_number_of_days(qtbot: QtBot, view: MonthView) -> None:
    first, box = line_of(view, MONDAY)
    second, other_box = line_of(view, TUESDAY)
    with qtbot.assertNotEmitted(view.day_wanted):
        qtbot.mouseClick(view.viewport(), LEFT, CTRL, middle(box))
        qtbot.mouseClick(view.viewport(), LEFT, CTRL, middle(other_box))
    assert set(view.selected_all()) == {first.id, second.id}
    target = next(cell.box for cell in view.month_layout.cells if cell.facts.day == WEDNESDAY)
    drag(qtbot, view, middle(box), middle(target))
    assert view._move is not None
    ghost = view._move.ghost
    (beside,) = ghost.beside
    assert beside.origin == QRect(*other_box)
    thursday = next(
        cell.box for cell in view.month_layout.cells if cell.facts.day == WEDNESDAY + timedelta(1)
    )
    assert QRect(*thursday).contains(beside.rect)
    assert ghost.whose == "2 appointment(s)"
    with qtbot.waitSignal(view.moves_wanted) as wanted, qtbot.assertNotEmitted(view.move_wanted):
        qtbot.mouseRelease(view.viewport(), LEFT, pos=middle(target))
    assert wanted.args[0] == (
        MoveWanted(first.id, shifted(first, 2), None, None),
        MoveWanted(second.id, shifted(second, 2), None, None),
    )

    # By keys; where one of them meets somebody, it says whose reason that is.
    parts = tuple(
        replace(each, starts_at=each.starts_at + 7 * 86_400, ends_at=each.ends_at + 7 * 86_400)
        for each in second.allocations
    )
    there = shifted(second, 7)
    taken = replace(
        second, id=type(second.id)(99_999), starts_at=there.start, ends_at=there.end, allocations=parts
    )
    state = month_state()
    others = [each for each in state.entries if not each.span.overlaps(there)]
    view.set_state(replace(state, entries=tuple(sorted((*others, taken), key=lambda e: e.starts_at))))
    view.begin_move()
    qtbot.keyClick(view, K.Key_Down)
    assert view._move is not None
    (beside,) = view._move.ghost.beside
    assert beside.is_refused
    assert second.patient is not None
    assert any(each.startswith(f"{second.patient.family}: ") for each in view._move.ghost.reasons)
    with qtbot.waitSignal(view.park_wanted) as parked:
        qtbot.keyClick(view, K.Key_P)
    assert set(parked.args[0]) == {first.id, second.id}


def test_what_is_parked_is_taken_in_hand_by_key_and_comes_along_into_other_weeks(
    qtbot: QtBot, view: MonthView
) -> None:
    entry, _ = line_of(view, MONDAY)
    state = month_state()
    elsewhere = replace(entry, starts_at=entry.starts_at - 70 * 86_400, ends_at=entry.ends_at - 70 * 86_400)
    view.set_state(replace(state, entries=tuple(each for each in state.entries if each.id != entry.id)))
    assert view.hold(elsewhere, Status.BOOKED)
    assert view._move is not None
    assert view._move.day == view.current_day()
    held = view._move.day
    qtbot.keyClick(view, K.Key_Right)
    later = replace(state, days=tuple(each + timedelta(42) for each in state.days), entries=())
    view.set_state(later)
    assert view.is_moving()
    assert view._move.day in later.days
    assert view._move.day.weekday() == (held + timedelta(1)).weekday()
    with qtbot.waitSignal(view.move_wanted) as wanted:
        qtbot.keyClick(view, K.Key_Return)
    moved = wanted.args[0]
    assert moved.status is Status.BOOKED
    clock, was = ZONE.local(moved.span.start), ZONE.local(elsewhere.starts_at)
    assert (clock.hour, clock.minute) == (was.hour, was.minute)
    assert view.hold(entry)
    assert view._move is not None
    assert view._move.day == later.days[0] or view._move.day in later.days
    gone = replace(entry, status=Status.CANCELLED)
    view._let_go()
    assert not view.hold(gone)


def test_what_waits_is_dropped_onto_a_day(qtbot: QtBot, view: MonthView) -> None:
    entry, _ = line_of(view, MONDAY)
    waiting = replace(entry, status=Status.WAITLIST)
    target = next(cell.box for cell in view.month_layout.cells if cell.facts.day == WEDNESDAY)
    at = view.viewport().mapToGlobal(middle(target))
    state = month_state()
    view.set_state(replace(state, entries=tuple(each for each in state.entries if each.id != entry.id)))
    assert view.hold_at(waiting, at, Status.BOOKED)
    assert not view.hold_at(waiting, view.viewport().mapToGlobal(QPoint(-50, -50)), Status.BOOKED)
    assert not view.is_moving()
    assert view.hold_at(waiting, at, Status.BOOKED)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        view.put_held(at)
    assert wanted.args[0] == MoveWanted(entry.id, shifted(entry, 2), None, None, Status.BOOKED)


def test_parked_entries_are_marked(view: MonthView) -> None:
    entry, _ = line_of(view, MONDAY)
    before = view.grab().toImage()
    view.mark(frozenset({entry.id}), frozenset())
    assert view.grab().toImage() != before
