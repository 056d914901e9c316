"""The plan of the operating rooms as values: which rooms, which bars, where they stand."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import Need, Procedure
from praxidesk.engine.vocabulary import ActorId, Phase, Role, Status
from praxidesk.ui.calendar.rooms.gesture import Shift, dragged, found, move_wanted, neighbour, nudged
from praxidesk.ui.calendar.rooms.layout import (
    HEADER,
    LABELS,
    STRIP,
    ZOOM_STEPS,
    RoomsLayout,
    arrange_rooms,
)
from praxidesk.ui.calendar.rooms.plan import RoomsPlan, operating_rooms, rooms_plan
from tests.ui.calendar.busy_practice import (
    MONDAY,
    OP_ROOMS,
    ZONE,
    operation,
    operations,
    practice,
    rooms_state,
)

ONE, TWO, THREE, FOUR = OP_ROOMS


def plan(*entries: Entry, **changes: object) -> RoomsPlan:
    made = rooms_plan(replace(rooms_state(), entries=entries, **changes))  # type: ignore[arg-type]
    assert made is not None
    return made


def layout(*entries: Entry, width: int = 1380, height: int = 920, zoom: float = 1.0) -> RoomsLayout:
    return arrange_rooms(plan(*entries), width, height, zoom)


def test_operating_rooms_are_those_that_procedures_ask_for() -> None:
    assert operating_rooms(practice()) == OP_ROOMS
    by_name = {
        id_: replace(each, need=(Need(Role.ROOM, any_of=("R1",)),))
        for id_, each in practice().procedures.items()
    }
    assert operating_rooms(replace(practice(), procedures=by_name)) == (ActorId(11),)


def test_where_no_procedure_says_it_the_kind_does() -> None:
    unasked: dict[object, Procedure] = {}
    assert operating_rooms(replace(practice(), procedures=unasked)) == OP_ROOMS  # type: ignore[arg-type]


def test_a_practice_without_operating_rooms_has_no_plan() -> None:
    of = practice()
    actors = {id_: each for id_, each in of.actors.items() if id_ not in OP_ROOMS}
    assert rooms_plan(replace(rooms_state(), practice=replace(of, actors=actors))) is None


def test_chosen_rooms_are_shown_and_all_where_none_of_the_chosen_is_one() -> None:
    assert [room.actor for room in plan(actors=(THREE, ONE)).rooms] == [THREE, ONE]
    assert [room.actor for room in plan(actors=(ActorId(1),)).rooms] == list(OP_ROOMS)


def test_a_bar_runs_from_set_up_to_the_end_of_cleaning_phase_by_phase() -> None:
    (bar,) = plan(operation(1, ONE, 8 * 60, 1)).rooms[0].bars
    assert (bar.start, bar.end) == (480, 620)
    assert bar.phases == (
        (Phase.SETUP, 480, 505),
        (Phase.SURGERY, 505, 585),
        (Phase.CLOSING, 585, 600),
        (Phase.CLEANING, 600, 620),
    )


def test_what_has_no_room_waits_below_unless_it_was_cancelled() -> None:
    waiting = operation(1, None, 480, 1)
    gone = operation(2, None, 480, 1, Status.CANCELLED)
    made = plan(waiting, gone)
    assert made.waiting == (waiting,)
    assert all(not room.bars for room in made.rooms)


def test_operations_that_wait_without_space_are_counted_between_cards_and_legend() -> None:
    made = plan(*(operation(number, None, 480, 1) for number in range(1, 8)))
    tight = arrange_rooms(made, 1130, 700)
    assert len(tight.cards) + tight.left_out == 7
    assert tight.left_out > 0
    assert tight.cards[-1][1].right < tight.more.x < tight.more.right < tight.legend.x
    assert tight.legend.right <= 1130
    wide = arrange_rooms(made, 2400, 700)
    assert (wide.left_out, wide.more.width) == (0, 0)


def test_a_room_tells_its_load_its_end_and_when_it_closes() -> None:
    room = plan(operation(1, ONE, 480, 1), operation(2, ONE, 700, 5, Status.CANCELLED)).rooms[0]
    assert (room.operations, room.ends, room.closes) == (1, 620, 960)
    assert room.load == round(100 * 140 / 540)
    empty = plan().rooms[2]
    assert (empty.operations, empty.ends, empty.closes, empty.load) == (0, None, 840, 0)


def test_a_room_that_is_closed_all_day_has_neither_load_nor_end_of_day() -> None:
    sunday = plan(days=(date(2026, 11, 29),)).rooms[0]
    assert (sunday.load, sunday.closes) == (None, None)


def test_the_hours_shown_hold_everything() -> None:
    assert plan().bounds == (7 * 60, 17 * 60)
    assert plan(operation(1, ONE, 5 * 60 + 30, 1), operation(2, TWO, 20 * 60, 1)).bounds == (300, 1380)
    assert plan(days=(date(2026, 11, 29),)).bounds == (420, 1020)


def test_overlapping_operations_of_one_room_stand_side_by_side() -> None:
    (row, *_) = layout(operation(1, ONE, 480, 1), operation(2, ONE, 500, 1)).rows
    upper, lower = (bar.box for bar in row.bars)
    assert upper.bottom < lower.y
    assert lower.bottom <= row.box.bottom


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
@pytest.mark.parametrize(("width", "height"), [(400, 300), (776, 722), (1380, 920), (2340, 1360)])
def test_bars_stand_at_their_time_inside_their_row(width: int, height: int, zoom: float) -> None:
    made = layout(*operations(), width=width, height=height, zoom=zoom)
    assert made.rows[0].box.y == HEADER
    assert made.strip.height == STRIP
    assert made.height == max(height, made.rows[-1].box.bottom + STRIP)
    for row in made.rows:
        for bar in row.bars:
            assert row.box.y < bar.box.y
            assert bar.box.bottom < row.box.bottom
            assert abs(made.times.minute(bar.box.x - 1) - bar.facts.start) * made.times.per_minute < 1
            assert bar.body.right <= bar.box.right
            assert bar.box.x >= LABELS


def held(made: RoomsLayout, entry: Entry) -> Shift:
    here = found(made, entry)
    assert here is not None
    row, bar = here
    return Shift(bar.facts, row, row, bar.facts.start)


def test_a_dragged_bar_goes_to_the_grid_and_stays_in_the_day() -> None:
    entry = operation(1, ONE, 8 * 60 + 3, 1)
    made = layout(entry)
    shift = held(made, entry)
    assert not shift.is_changed
    assert dragged(shift, 1, 500.0, 5).start == 500
    assert dragged(shift, 1, 501.0, 1).start == 501
    assert dragged(shift, 0, -50, 5).start == 0
    assert dragged(shift, 0, 2000, 5).end == 1440


def test_keys_move_to_the_grid_first_and_no_further_than_the_last_room() -> None:
    entry = operation(1, ONE, 8 * 60 + 3, 1)
    made = layout(entry)
    shift = held(made, entry)
    assert nudged(shift, 0, 5, 4).start == 485
    assert nudged(shift, 0, -5, 4).start == 480
    assert nudged(shift, -1, 0, 4).row == 0
    assert nudged(shift, 9, 0, 4).row == 3


def test_putting_a_bar_down_asks_for_the_whole_entry_at_its_new_time_and_room() -> None:
    entry = operation(1, ONE, 480, 1)
    made, of = layout(entry), plan(entry)
    wanted = move_wanted(made, of.scale, dragged(held(made, entry), 2, 540, 5))
    assert (wanted.entry, wanted.from_actor, wanted.to_actor) == (entry.id, ONE, THREE)
    assert wanted.span == (ZONE.at(MONDAY, 540), ZONE.at(MONDAY, 680))


def test_arrows_find_the_next_bar_of_the_row_and_the_nearest_of_others() -> None:
    first, second = operation(1, ONE, 480, 5), operation(2, ONE, 600, 5)
    other, late = operation(3, THREE, 590, 5), operation(4, THREE, 800, 5)
    made = layout(first, second, other, late)
    assert neighbour(made, None, 1, 0) == first
    assert neighbour(made, first, 1, 0) == second
    assert neighbour(made, second, 1, 0) == second
    assert neighbour(made, second, 0, 1) == other, "over the empty room between"
    assert neighbour(made, late, 0, -1) == second
    assert neighbour(made, first, 0, -1) == first
    assert neighbour(layout(), None, 1, 0) is None
