"""What a late operation pushes, in its room and elsewhere."""

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.delays import STEP_SECONDS, TOLERANCE_MINUTES
from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.progress import Stage
from praxidesk.engine.room_progress import DayProgress
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryId
from tests.engine.theatre_day import (
    ANA,
    ARM,
    KOC,
    OP1,
    OP2,
    SON,
    WEB,
    clock,
    operation,
    progress,
    pushed,
    room,
)

LATE = operation(1, "09:00", reached="in 09:00 cut 09:45")
"""Cut 25 minutes after the plan: the team is free at 10:40, the room at 10:55."""


def _cut(time: str) -> Entry:
    return operation(1, "09:00", reached=f"in 09:00 cut {time}")


def test_the_next_in_the_room_moves_to_where_the_room_is_free() -> None:
    assert pushed(room("09:50", LATE, operation(2, "10:30"))) == "2 to 10:55"


def test_what_is_pushed_pushes_on_as_far_as_it_reaches() -> None:
    told = room("09:50", LATE, operation(2, "10:30"), operation(3, "12:10"), operation(4, "14:00"))
    assert pushed(told) == "2 to 10:55, 3 to 12:25"


def test_air_between_two_operations_takes_a_delay_in() -> None:
    assert pushed(room("09:50", LATE, operation(2, "10:55"))) == ""


def test_a_start_is_on_the_full_five_minutes() -> None:
    assert pushed(room("09:50", _cut("09:46"), operation(2, "10:30"))) == "2 to 11:00"


def test_a_few_minutes_push_nothing() -> None:
    assert pushed(room("09:50", _cut("09:24"), operation(2, "10:30"))) == ""
    assert pushed(room("09:50", _cut("09:25"), operation(2, "10:30"))) == "2 to 10:35"


def test_what_is_moved_gives_way_wholly() -> None:
    told = room("09:50", _cut("09:25"), operation(2, "10:30"), operation(3, "12:03"))
    assert pushed(told) == "2 to 10:35, 3 to 12:05"


def test_a_surgeon_who_comes_late_is_waited_for_in_the_other_room() -> None:
    """The surgeon is needed from the incision on, 20 minutes after the start."""
    other = operation(2, "10:05", WEB, SON, room=OP2)
    told = progress("09:50", LATE, other).rooms[OP1]
    assert pushed(told) == "2 to 10:20"
    assert told.pushes[0].minutes == 15


def test_another_surgeon_whose_anaesthetist_is_late_is_told() -> None:
    other = operation(2, "10:15", KOC, ANA, room=OP2)
    told = progress("09:50", LATE, other).rooms[OP1]
    assert pushed(told) == "2 to 10:40"


def test_a_device_is_waited_for_too() -> None:
    late = operation(1, "09:00", reached="in 09:00 cut 09:45", device=ARM)
    other = operation(2, "09:55", KOC, SON, room=OP2, device=ARM)
    assert pushed(progress("09:50", late, other).rooms[OP1]) == "2 to 10:10"


def test_two_side_by_side_on_purpose_do_not_push_each_other() -> None:
    assert pushed(room("09:50", LATE, operation(2, "10:00", KOC, SON))) == ""


def test_what_runs_on_time_pushes_nothing() -> None:
    assert progress("09:30", _cut("09:20"), operation(2, "10:30"), operation(3, "12:00")).pushes == {}


def test_each_push_names_the_operation_that_it_begins_with() -> None:
    told = progress("09:50", LATE, operation(2, "10:30"), operation(3, "12:00"))
    assert {id_: push.by for id_, push in told.pushes.items()} == {
        EntryId(2): EntryId(1),
        EntryId(3): EntryId(1),
    }
    assert clock(told.courses[EntryId(3)].starts_at) == "12:25"


_LENGTHS = st.sampled_from(
    [PhaseMinutes(10, 20, 5, 5), PhaseMinutes(20, 45, 10, 15), PhaseMinutes(15, 90, 15, 20)]
)


@st.composite
def days(draw: st.DrawFn) -> list[Entry]:
    """Two rooms, two surgeons who operate in both, one late start."""
    free = {OP1: 480, OP2: 480}
    delay = draw(st.integers(0, 70))
    result = []
    for id_ in range(1, draw(st.integers(2, 7)) + 1):
        where = draw(st.sampled_from([OP1, OP2]))
        start = free[where] + draw(st.integers(0, 8)) * 5
        phases = draw(_LENGTHS)
        free[where] = start + phases.total
        began = start + delay
        result.append(
            operation(
                id_,
                f"{start // 60:02}:{start % 60:02}",
                draw(st.sampled_from([WEB, KOC])),
                ANA if where == OP1 else SON,
                room=where,
                phases=phases,
                reached=f"in {began // 60:02}:{began % 60:02}" if id_ == 1 else "",
            )
        )
    return result


def _reach(told: DayProgress, entry: Entry, entries: list[Entry]) -> int:
    """Seconds by which what starts earlier still keeps somebody of this one busy."""
    most = 0
    for other in entries:
        if (other.starts_at, other.id) >= (entry.starts_at, entry.id):
            continue
        course = told.courses[other.id]
        if course.stage is Stage.OVER:
            continue
        for theirs in other.allocations:
            for mine in entry.allocations:
                if theirs.actor == mine.actor and theirs.ends_at <= mine.starts_at:
                    most = max(most, course.likely(theirs.ends_at) - mine.starts_at)
    return most


@given(days())
def test_all_that_is_pushed_moves_just_as_far_as_it_must(entries: list[Entry]) -> None:
    """The definition: a start is the first full step at which nobody of it is busy with anything earlier."""
    now = entries[0].milestones[0].at
    told = progress(clock(now), *entries)
    moved = told.pushes
    for entry in entries[1:]:
        reach = _reach(told, entry, entries)
        if told.courses[entry.id].stage is not Stage.PLANNED:
            continue
        if entry.id in moved:
            start = moved[entry.id].starts_at
            assert start % STEP_SECONDS == 0
            room = told.courses[entry.id].room
            is_tracked = any(each.milestones for each in entries if told.courses[each.id].room == room)
            least = max(entry.starts_at + reach, now if is_tracked else 0)
            assert least <= start < least + STEP_SECONDS
        else:
            assert reach < TOLERANCE_MINUTES * MINUTE
