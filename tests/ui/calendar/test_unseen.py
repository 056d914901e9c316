"""Time that is taken by what the reader does not see is no free time, and nothing else is told of it."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.room_progress import RoomState
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, Role, Status
from praxidesk.ui.board.board_plan import board_plan
from praxidesk.ui.calendar.ghost_words import SHARED_TIME, reasons
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.items import ENTRY_ROLE
from praxidesk.ui.calendar.month import month_text
from praxidesk.ui.calendar.month.days import month_facts
from praxidesk.ui.calendar.month.view import MonthView
from praxidesk.ui.calendar.move_check import judged
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.plan import rooms_plan
from praxidesk.ui.calendar.rooms.view import RoomsView
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.view import CalendarView
from praxidesk.ui.wording import dates
from tests.ui.calendar import busy_practice, small_day
from tests.ui.calendar.drags import MOVABLE, moves, wanted
from tests.ui.calendar.drags import state as full_state
from tests.ui.calendar.grid_hand import Hand
from tests.ui.calendar.small_day import KOC, ROOM, WEBER, appointment
from tests.ui.desk_practice import entries

DOCTOR = Person("weber", role=StaffRole.PRACTITIONER, practitioner=WEBER)


def bare(of: Iterable[Entry]) -> tuple[Taken, ...]:
    """What a login sees of entries of another site."""
    return tuple(
        Taken.of(entry.id, entry.status, entry.service, part)
        for entry in of
        for part in entry.allocations
        if part.role is not Role.PATIENT and (entry.status.occupies or entry.status.is_tentative)
    )


def with_unseen(state: CalendarState, *hidden: Entry) -> CalendarState:
    return replace(state, unseen=bare(hidden))


def shown(qtbot: QtBot, state: CalendarState) -> DayView:
    view = DayView()
    qtbot.addWidget(view)
    view.resize(700, 700)
    view.set_state(state)
    with qtbot.waitExposed(view):
        view.show()
    return view


def said(view: CalendarView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What tooltips were asked to say, last of all."""
    texts = [""]
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_about: texts.append(text))
    monkeypatch.setattr(QToolTip, "hideText", lambda: texts.append(""))
    return texts


def point(view: DayView, at: QPoint) -> None:
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)


def test_a_block_without_a_name_stands_there_and_counts_and_cannot_be_chosen(
    qtbot: QtBot, told: list[str]
) -> None:
    seen = appointment(1, "09:00-09:20", WEBER)
    hidden = (
        appointment(2, "10:00-10:30", WEBER, ROOM, family="Geheim"),
        appointment(3, "10:30-11:00", WEBER, family="Geheim"),
        appointment(4, "15:00-16:00", WEBER, status=Status.PENDING),
    )
    view = shown(qtbot, with_unseen(small_day.state(seen), *hidden))
    layout, model = view._layout, view.model()
    assert layout is not None
    weber, koc, room = layout.columns
    # One block for what touches; a request takes nothing; who is not in it has none.
    (block,) = weber.beside
    assert [len(each.beside) for each in (koc, room)] == [0, 1]
    assert weber.taken_minutes == 20 + 60
    assert weber.load == round(100 * 80 / 480)
    assert block.rect == layout.rect(weber, 600, 660)

    # Read aloud and pointed at, it says no more than that; nothing of it is chosen, by mouse, key or reader.
    assert [each.partition(",")[0] for each in said(view)[1:]] == ["Taken", "Taken"]
    assert said(view)[1].startswith("Taken, Monday, 23 November 2026, Dr. med. Lena Weber, 10:00 – 11:00. ")
    assert "Geheim" not in "".join(said(view))
    at = Hand(view).at(WEBER, "10:15")
    point(view, at)
    assert "Taken 10:00 – 11:00" in told[-1]
    assert "another site" in told[-1]
    row = view.indexAt(at)
    assert row.row() == 1
    assert row.data(ENTRY_ROLE) is None
    assert view.visualRect(row).contains(at)
    assert not model.flags(row) & Qt.ItemFlag.ItemIsSelectable
    Hand(view).click(at)
    assert (view.selected(), view.selectedIndexes()) == (None, [])
    assert view.accessibleDescription().endswith("Taken. Belongs to another site.")
    view.select(EntryId(1))
    view.setCurrentIndex(row)
    assert (view.selected(), view.selectedIndexes()) == (None, [])
    view.select(EntryId(2))
    assert view.selected() is None
    view.choose_column()
    view.choose_column()
    assert view.selected_all() == (1,)
    view.begin_move()
    assert view.held() == (1,)
    Hand(view).key(Qt.Key.Key_Escape)
    for _ in range(3):
        Hand(view).key(Qt.Key.Key_Down)
    assert view.selected() is None or view.selected() == 1

    # When it is gone, or another, the picture is another.
    before = view.viewport().grab().toImage()
    view.set_state(with_unseen(small_day.state(seen), *hidden[:1]))
    after = view.viewport().grab().toImage()
    assert after != before
    view.set_state(small_day.state(seen))
    assert model.rowCount() == 1
    assert view.viewport().grab().toImage() != after


def test_a_column_whose_times_are_not_seen_says_so(qtbot: QtBot, told: list[str]) -> None:
    day = small_day.state(appointment(1, "09:00-09:20", WEBER), appointment(2, "09:00-09:20", KOC))
    everybody = shown(qtbot, day)
    view = shown(qtbot, replace(day, reader=DOCTOR))
    layout = view._layout
    assert layout is not None
    weber, koc, room = layout.columns
    assert weber.beside == ()
    assert [len(each.beside) for each in (koc, room)] == [len(koc.ground.open), len(room.ground.open)]
    assert said(view)[2].startswith("Not all times visible, Monday, 23 November 2026, Dr. Koç. ")
    assert said(view)[-1].startswith("Times not visible, ")
    point(view, Hand(view).at(ROOM, "10:00"))
    assert "need not be free" in told[-1]
    point(view, Hand(view).at(WEBER, "11:00"))
    assert told[-1] == ""
    point(view, Hand(view).at(WEBER, "09:05"))
    assert "Kaya" in told[-1]
    Hand(view).click(Hand(view).at(KOC, "11:00"))
    assert view.accessibleDescription().endswith("Not all times visible")
    # Own time looks as it does to everybody, time that is not seen does not.
    pictures = [each.viewport().grab().toImage() for each in (everybody, view)]
    for actor, is_same in ((WEBER, True), (KOC, False), (ROOM, False)):
        points = [Hand(view).at(actor, f"11:{minute}") for minute in (10, 20, 40)]
        assert all((pictures[0].pixel(at) == pictures[1].pixel(at)) is is_same for at in points), actor


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves, st.frozensets(st.sampled_from(MOVABLE), min_size=1, max_size=12))
def test_a_drag_over_unseen_time_is_refused_as_if_all_were_seen_but_for_the_patients(
    move: tuple[Entry, ActorId, int, int], hidden: frozenset[Entry]
) -> None:
    entry, column, minute, longer = move
    others = hidden - {entry}
    ids = {each.id for each in others}
    asked = wanted(entry, column, minute, longer)
    whole = judged(full_state(entries()), entry, asked)
    state = with_unseen(full_state(tuple(each for each in entries() if each.id not in ids)), *others)
    verdict = judged(state, entry, asked)
    assert verdict.is_possible is whole.is_possible
    for found, wholly in ((verdict.blocking, whole.blocking), (verdict.warnings, whole.warnings)):
        assert set(found) == {
            each for each in wholly if each.kind is not ConflictKind.PATIENT_BUSY or each.entry not in ids
        }
    shared = [each for each in verdict.blocking if each.kind in SHARED_TIME]
    if shared and all(each.entry in ids for each in shared):
        (first, *_) = reasons(state, verdict)
        assert first.startswith("Taken: another site ")
        assert first.count("another site") == 1


def hiding(state: CalendarState, *ids: EntryId) -> CalendarState:
    """The same state for who does not see these entries."""
    seen = tuple(each for each in state.entries if each.id not in ids)
    return replace(state, entries=seen, unseen=bare(each for each in state.entries if each.id in ids))


def test_the_plan_of_rooms_counts_and_draws_it_and_a_room_that_is_taken_is_not_free(qtbot: QtBot) -> None:
    full = busy_practice.rooms_state()
    room = busy_practice.OP_ROOMS[0]
    own = [each.id for each in full.entries if any(part.actor == room for part in each.allocations)]
    state = replace(hiding(full, *own), now=full.entries[0].starts_at + 60)
    plan, whole = rooms_plan(state), rooms_plan(full)
    assert plan is not None
    assert whole is not None
    assert plan.rooms[0].bars == ()
    assert [(each.load, each.ends) for each in plan.rooms] == [(each.load, each.ends) for each in whole.rooms]
    assert plan.bounds == whole.bounds
    taken = replace(state, now=plan.rooms[0].ground.unseen[0].start + 60)
    first = rooms_plan(taken)
    assert first is not None
    now = first.progress.rooms[room].now
    assert now is not None
    assert (now.state, now.entry) == (RoomState.TAKEN, None)
    on_the_wall = board_plan(taken, first)
    assert on_the_wall.rooms[0].state == "Taken"
    spans = {tuple(map(first.scale.minute, each)) for each in first.rooms[0].ground.unseen}
    assert spans <= set(on_the_wall.rooms[0].breaks)
    view = RoomsView()
    qtbot.addWidget(view)
    view.resize(1380, 920)
    view.set_state(taken)
    view.show()
    words = [each for each in said(view) if each.startswith("Taken, ")]
    assert len(words) == sum(len(each.ground.unseen) for each in first.rooms)
    assert not any(each.patient and each.patient.family in "".join(words) for each in full.entries)
    row = view.model().index(view.model().rowCount() - len(words), 0)
    assert view.indexAt(view.visualRect(row).center()) == row
    with_it = view.viewport().grab().toImage()
    view.set_state(replace(taken, unseen=()))
    assert view.viewport().grab().toImage() != with_it
    assert not any(each.startswith("Taken, ") for each in said(view))
    # Who does not know the rooms' times is told so, room by room.
    view.set_state(replace(full, reader=DOCTOR))
    assert {each.partition(",")[0] for each in said(view)[len(full.entries) :]} <= {
        "Not all times visible",
        "Times not visible",
    }
    assert said(view)[-1].split(",")[0].endswith("visible")
    # Nobody says of such a room that it is free, or will be.
    empty = replace(full, entries=(), now=plan.scale.span.start + 10 * 3600)
    seen, doctors = rooms_plan(empty), rooms_plan(replace(empty, reader=DOCTOR))
    assert seen is not None
    assert doctors is not None
    assert {each.now.state for each in seen.progress.rooms.values() if each.now} == {RoomState.FREE}
    assert all(each.now is None for each in doctors.progress.rooms.values())
    assert rooms_text.end_text(doctors.rooms[0], doctors, empty) == "not visible"


@pytest.mark.parametrize("each_of", [2, 3])
def test_a_month_has_as_little_free_time_as_if_all_were_seen(qtbot: QtBot, each_of: int) -> None:
    full = busy_practice.month_state()
    hidden = [each.id for number, each in enumerate(full.entries) if number % each_of == 0]
    state = hiding(full, *hidden)
    whole, facts = month_facts(full), month_facts(state)
    assert [(each.free, each.load) for each in facts.days] == [(each.free, each.load) for each in whole.days]
    assert not any(entry.id in hidden for each in facts.days for entry in each.entries)
    assert any(each.unseen for each in facts.days)
    view = MonthView()
    qtbot.addWidget(view)
    view.resize(1380, 920)
    view.set_state(full)
    view.set_state(state)
    lines = [(cell, line) for cell in view.month_layout.cells for line in cell.lines if line.unseen]
    assert lines
    assert all(line.unseen == len(cell.facts.unseen) for cell, line in lines)
    assert [each for each in said(view) if "taken by another site" in each] == [
        f"{len(cell.facts.unseen)}× taken by another site, {dates.long_day(cell.facts.day)}"
        for cell, _ in lines
    ]
    assert "taken by another site" in month_text.day_spoken(lines[0][0].facts, state)
