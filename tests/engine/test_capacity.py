"""Groups of places that can be booked as one: an infusion room with four chairs, or with two.

Who is there is written as lines: ``C1 09:00-10:00`` was booked as the group, ``C1! 09:00-10:00`` was
promised that very chair. The answer says the place, whoever moves, and when there is no room.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxidesk.engine import conflicts, seating
from praxidesk.engine.entries import Allocation, Entry, Taken
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.seating import Seated
from praxidesk.engine.vocabulary import (
    ConflictKind,
    EntryId,
    EntryKind,
    Role,
    ServiceId,
    Severity,
    Status,
    TypeId,
)
from tests.engine.chairs import (
    C1,
    C2,
    C3,
    CHAIRS,
    CLOCKS,
    CODES,
    DRIP,
    FOUR,
    INF,
    TWO,
    is_double,
    room,
    standing,
    wish,
    with_chairs,
)
from tests.engine.diary import (
    BUFFERED,
    LONG_AGO,
    MONDAY,
    VISIT,
    WEB,
    ZONE,
    at,
    span,
    wall,
    weekly,
    with_actor,
    with_hours,
)


def told(seated: Seated, found: Sequence[Conflict]) -> str:
    """``C1 2>C2``: it gets C1 and entry 2 moves to C2; conflicts behind a bar."""
    places = [CODES[each.actor] for each in seated.proposal.allocations if each.seat]
    moves = [f"{each.entry}>{CODES[each.target]}" for each in seated.reseats]
    against = [f"{each.kind} {CODES.get(each.actor or WEB)} {wall(each.span)}" for each in found]
    return " | ".join([" ".join([*places, *moves]), *against])


def answer(
    clocks: str, *uses: str, practice: Practice = TWO, who: str = "INF", type: TypeId = VISIT,
    status: Status = Status.BOOKED,
) -> str:  # fmt: skip
    """What comes of a wish."""
    proposal = wish(clocks, practice, who=who, type=type, status=status)
    return told(*seating.check_seated(practice, ZONE, proposal, room(*uses), LONG_AGO))


@pytest.mark.parametrize(
    ("clocks", "uses", "expected"),
    [
        pytest.param("09:00-10:00", [], "C1", id="the-first-of-empty-chairs"),
        pytest.param("09:00-10:00", ["C1 09:00-09:01"], "C2", id="the-first-that-is-free"),
        pytest.param("09:00-10:00", ["C1 08:00-09:00", "C1 10:00-11:00"], "C1", id="touching-is-free"),
        pytest.param("09:00-12:00", ["C1 09:00-10:00", "C2 11:00-12:00"], "C1 1>C2", id="one-moves"),
        pytest.param("09:00-12:00", ["C1! 09:00-10:00", "C2 11:00-12:00"], "C2 2>C1", id="promised"),
        pytest.param(
            "09:00-12:00",
            ["C1! 09:00-10:00", "C2! 11:00-12:00"],
            "C1 | capacity_full INF 09:00-12:00",
            id="both-promised-and-never-both-taken",
        ),
        pytest.param(
            "09:00-12:00",
            ["C1 08:00-10:00", "C2 09:30-11:00"],
            "C1 | capacity_full INF 09:30-10:00",
            id="full-for-half-an-hour",
        ),
        pytest.param(
            "09:00-12:00",
            ["C1 08:00-09:30", "C2 09:00-10:00", "C1! 11:00-13:00", "C2 11:30-13:00"],
            "C1 | capacity_full INF 09:00-09:30 | capacity_full INF 11:30-12:00",
            id="full-twice",
        ),
        pytest.param("09:00-10:00", ["C1? 09:00-10:00"], "C1 | tentative C1 09:00-10:00", id="who-may-come"),
        pytest.param("09:00-10:00", ["C1 00:00-09:30", "C2! 09:00-10:00"],
                     "C1 | capacity_full INF 09:00-09:30", id="from-midnight-on-both"),
    ],
)  # fmt: skip
def test_two_chairs(clocks: str, uses: list[str], expected: str) -> None:
    assert answer(clocks, *uses) == expected


@pytest.mark.parametrize(
    ("clocks", "uses", "expected"),
    [
        pytest.param(
            "09:00-12:00",
            ["C1 09:00-10:00", "C2 11:00-12:00", "C3! 09:00-12:00", "C4! 09:00-12:00"],
            "C1 1>C2",
            id="in-the-chairs-that-are-left",
        ),
        pytest.param(
            "09:00-12:00",
            ["C1 08:00-10:00", "C1 11:00-13:00", "C2 09:30-11:00", "C3 09:00-11:30", "C4! 09:00-12:00"],
            "C1 | capacity_full INF 09:30-10:00",
            id="five-in-four-chairs",
        ),
        pytest.param(
            "10:00-12:00",
            ["C1 08:00-11:00", "C2 11:00-13:00", "C3 08:00-11:00", "C4 11:00-13:00"],
            "C1 1>C2",
            id="one-move-is-enough",
        ),
    ],
)
def test_four_chairs(clocks: str, uses: list[str], expected: str) -> None:
    assert answer(clocks, *uses, practice=FOUR) == expected


def test_two_chairs_at_once_for_one_entry() -> None:
    assert answer("09:00-10:00", who="INF INF") == "C1 C2"
    assert answer("09:00-10:00", "C1! 09:30-10:00", who="INF INF", practice=FOUR) == "C2 C3"
    assert answer("09:00-10:00", "C1! 09:30-10:00", who="INF INF") == "C2 C1 | capacity_full INF 09:30-10:00"


def test_beside_a_chair_of_its_own_by_name() -> None:
    assert answer("09:00-10:00", who="C1 INF") == "C2"


def test_who_names_a_chair_sends_those_away_who_were_not_promised_it() -> None:
    assert answer("09:00-10:00", "C1 09:30-10:30", who="C1") == "1>C2"
    assert answer("09:00-10:00", "C1 09:30-10:30", who="C1 INF") == "C2 | room_busy C1 09:30-10:00"
    assert answer("09:00-10:00", "C1 09:30-10:30", who="C1 INF", practice=with_chairs(3)) == "C2 1>C3"
    assert answer("09:00-10:00", "C1! 09:30-10:30", who="C1") == " | room_busy C1 09:30-10:00"
    assert answer("09:00-10:00", "C1 09:30-10:30", "C2 10:00-11:00", who="C1") == "1>C2 2>C1"
    assert answer("09:00-10:00", "C1 09:30-10:30", "C2 09:45-11:00", who="C1") == (
        " | room_busy C1 09:30-10:00"
    )
    assert answer("09:00-10:00", "C1 09:30-10:30", who="C1", status=Status.PENDING) == (
        " | tentative C1 09:30-10:00"
    )


def test_buffers_between_neighbours_are_kept_by_those_who_move() -> None:
    # 15 minutes after a buffered one: what begins at 10:14 cannot follow it, what begins at 10:15 can.
    assert answer("09:30-11:00", "C1 10:15-11:00", "C2 08:00-10:00 3") == "C1 1>C2"
    assert answer("09:30-11:00", "C1 10:14-11:00", "C2 08:00-10:00 3") == (
        "C1 | capacity_full INF 09:30-11:00"
    )
    # Moved away, the buffered one is far enough from the next; where it is, it is too near.
    assert answer("10:00-10:30", "C1 08:00-10:00 3", "C2 10:35-11:00", type=BUFFERED) == "C1 1>C2"
    assert answer("10:00-10:30", "C1! 08:00-10:00 3", "C2 10:35-11:00", type=BUFFERED) == ("C2 2>C1")
    assert answer("10:00-10:30", "C1! 08:00-10:00 3", "C2! 10:35-11:00", type=BUFFERED) == (
        "C1 | capacity_full INF 10:00-10:30"
    )


def test_a_policy_without_gaps_has_none_here_either() -> None:
    lax = replace(TWO, policy={**TWO.policy, ConflictKind.GAP_TOO_SHORT: Severity.OFF})
    assert answer("09:30-11:00", "C1 10:00-11:00", "C2 08:00-10:00 3", practice=lax) == "C1 1>C2"


def test_what_is_softened_is_kept_where_it_can_be_and_else_told() -> None:
    soft = replace(TWO, policy={**TWO.policy, ConflictKind.GAP_TOO_SHORT: Severity.WARNING})
    assert answer("10:00-11:00", "C1 08:00-10:00 3", practice=soft) == "C2"
    assert answer("10:00-11:00", "C1 08:00-10:00 3", "C2 08:00-10:00 3", practice=soft).startswith(
        "C1 | gap_too_short C1"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"active": False}, "C2", id="no-longer-there"),
        pytest.param({"inspected_until": date(2026, 11, 22)}, "C2", id="inspection-was-due-yesterday"),
        pytest.param({"inspected_until": MONDAY}, "C1", id="inspection-is-due-tonight"),
    ],
)
def test_a_chair_out_of_use_is_passed_over(changes: dict[str, object], expected: str) -> None:
    assert answer("09:00-10:00", practice=with_actor(C1, TWO, **changes)) == expected


@pytest.mark.parametrize(
    "changes", [{"active": False}, {"inspected_until": date(2026, 11, 22)}, {"turnover": 10}]
)
def test_nobody_is_moved_to_a_chair_out_of_use_or_of_another_turnover(changes: dict[str, object]) -> None:
    three = with_chairs(3)
    uses = ("C1 09:00-10:00", "C2! 09:00-12:00", "C3! 11:00-12:00")
    assert answer("09:00-12:00", *uses, practice=three) == "C1 1>C3"
    found = answer("09:00-12:00", *uses, practice=with_actor(C3, three, **changes))
    assert found.startswith("C1 | capacity_full INF 09:00-")


def test_hours_of_a_chair() -> None:
    early = with_hours(C1, TWO, hours=weekly("mon", "07:00-10:00"))
    assert answer("09:30-10:30", practice=early) == "C2"
    assert answer("08:00-10:00", "C2 09:00-11:00", "C1 07:00-08:00", practice=early) == "C1"
    # The one in C2 until 11 cannot go to C1, which closes at 10.
    assert answer("08:00-11:00", "C2 09:00-11:00", practice=early) == "C1 | capacity_full INF 10:00-11:00"


def test_whoever_is_outside_hours_already_may_be_so_elsewhere() -> None:
    # The site closes at 18.
    assert answer("17:00-18:00", "C1 17:30-19:00", "C2 17:00-17:30") == "C1 1>C2"
    until_18 = with_hours(
        C1, with_hours(C2, TWO, hours=weekly("mon", "07:00-18:00")), hours=weekly("mon", "07:00-18:00")
    )
    assert answer("17:00-18:00", "C1 17:30-19:00", "C2 17:00-17:30", practice=until_18) == "C1 1>C2"


def test_block_time_of_a_chair() -> None:
    kept = Reservation("BLOCK", "Studie", ("C1",), weekly("mon", "09:00-12:00"), holders=("WEB",))
    practice = replace(TWO, reservations=(kept,))
    assert answer("09:00-10:00", practice=practice) == "C2"
    assert answer("09:00-10:00", practice=practice, who="WEB INF") == "C1"
    assert answer("09:00-11:00", "C2 08:00-10:00", practice=practice) == (
        "C1 | capacity_full INF 09:00-10:00"
    )


def test_only_those_who_may_use_a_chair_are_moved_to_it() -> None:
    narrow = replace(TWO, types={**TWO.types, VISIT: replace(TWO.types[VISIT], need=(
        Need(Role.ROOM, any_of=("INF",), equipment=("heparin",)),))})  # fmt: skip
    practice = with_actor(C1, narrow, equipment=("heparin",))
    assert answer("09:00-12:00", "C1 09:00-10:00", "C2 11:00-12:00 9", practice=practice, type=DRIP) == (
        "C2 2>C1"
    )
    assert answer("09:00-10:00", "C1 08:00-09:30 9", practice=practice) == "C1 1>C2"
    assert answer("09:00-10:00", practice=with_actor(C1, narrow)) == (
        "C1 | need_unmet WEB 09:00-10:00 | equipment_missing C1 09:00-10:00 | capacity_full INF 09:00-10:00"
    )


def test_what_sticks_out_of_the_day_stays() -> None:
    today = room("C1 00:00-09:30", "C2 10:00-11:00")
    assert told(*seating.check_seated(TWO, ZONE, wish("09:00-11:00"), today, LONG_AGO)) == "C1 1>C2"
    since_sunday = [today[0]._replace(starts_at=today[0].starts_at - 60), today[1]]
    assert told(*seating.check_seated(TWO, ZONE, wish("09:00-11:00"), since_sunday, LONG_AGO)) == "C2 2>C1"


def test_a_tentative_one_gets_a_free_chair_and_moves_nobody() -> None:
    assert answer("09:00-10:00", "C1 09:00-10:00", status=Status.PENDING) == "C2"
    assert answer("09:00-12:00", "C1 09:00-10:00", "C2 11:00-12:00", status=Status.PENDING) == (
        "C1 | tentative C1 09:00-10:00"
    )


def test_what_overlaps_already_stays_where_it_is() -> None:
    # Two in C1 at once, by an override: neither is moved, and only C2 is to be had.
    uses = ["C1 09:00-10:00", "C1 09:30-10:30"]
    assert answer("09:00-10:00", *uses) == "C2"
    assert answer("09:00-10:00", *uses, "C2 09:00-09:10") == "C1 | capacity_full INF 09:00-09:10"
    # Not even where there would be a place for each of them.
    uses = ["C1 09:10-09:50", "C1 09:30-10:30", "C2! 09:00-09:10", "C3! 09:50-10:00"]
    assert answer("09:00-10:00", *uses, practice=with_chairs(3)) == "C1 | capacity_full INF 09:00-10:00"


def test_a_change_stays_at_its_place_where_it_can() -> None:
    present = Entry(
        EntryId(7), 1, EntryKind.APPOINTMENT, Status.BOOKED, at("09:00"), at("10:00"), VISIT, None, None,
        None, "", "", "", (Allocation(C2, Role.ROOM, at("09:00"), at("10:00"), seat=INF),),
    )  # fmt: skip
    own = Taken(C2, at("09:00"), at("10:00"), EntryId(7), ServiceId(VISIT), 1, INF)
    proposal = replace(wish("09:30-10:30"), entry=EntryId(7))
    for others, expected in ((room(), "C2"), (room("C2 10:00-11:00"), "C1")):
        found = seating.check_seated(TWO, ZONE, proposal, [own, *others], LONG_AGO, present=present)
        assert told(*found) == expected


def test_the_place_stands_in_for_the_group_everywhere() -> None:
    seated, found = seating.check_seated(
        TWO, ZONE, wish("09:00-10:00", who="WEB INF", type=DRIP), room("C1 09:00-10:00"), LONG_AGO
    )
    assert found == []
    assert [each.actor for each in seated.proposal.participants] == [WEB, C2]
    assert [(each.actor, each.seat) for each in seated.proposal.allocations] == [(WEB, None), (C2, INF)]


def test_turnover_is_that_of_the_chair() -> None:
    practice = with_actor(C2, TWO, turnover=10)
    seated, _ = seating.check_seated(
        practice, ZONE, wish("09:00-10:00", practice), room("C1 09:00-10:00"), LONG_AGO
    )
    assert [(each.span, each.turnover) for each in seated.proposal.allocations] == [(span("09:00-10:10"), 10)]
    assert answer("09:00-10:00", "C1! 09:00-10:00", "C2 10:05-11:00", practice=practice) == (
        "C1 | capacity_full INF 09:00-10:00"
    )


def test_a_group_without_places_is_full() -> None:
    none = with_chairs(0)
    proposal = wish("09:00-10:00", none, who="WEB INF")
    seated, found = seating.check_seated(none, ZONE, proposal, [], LONG_AGO)
    assert [each.kind for each in found] == [ConflictKind.CAPACITY_FULL]
    assert [each.actor for each in seated.proposal.participants] == [WEB]


def test_a_full_room_is_never_taken_twice_by_policy() -> None:
    for severity in (Severity.WARNING, Severity.OFF):
        lax = replace(TWO, policy={**TWO.policy, ConflictKind.CAPACITY_FULL: severity})
        assert "room_busy C1 09:00-10:00" in answer(
            "09:00-10:00", "C1 09:00-10:00", "C2 09:00-10:00", practice=lax
        )


def test_a_check_reaches_all_places_for_whole_days() -> None:
    reach = conflicts.reach(TWO, ZONE, wish("09:00-10:00", who="WEB INF"))
    assert reach.actors == {WEB, C1, C2}
    assert reach.span.start <= at("00:00")
    assert reach.span.end >= ZONE.day(MONDAY).end


LINES = st.tuples(st.sampled_from(["C1", "C2", "C3", "C1!", "C2!"]), CLOCKS).map(" ".join)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=7), CLOCKS)
def test_there_is_room_where_any_seating_is_room(lines: list[str], clocks: str) -> None:
    three = with_chairs(3)
    rows = standing(room(*lines))
    seated, found = seating.check_seated(three, ZONE, wish(clocks, three), rows, LONG_AGO)
    wanted = span(clocks)
    choices = [
        [each._replace(actor=chair) for chair in (CHAIRS[:3] if each.seat else (each.actor,))]
        for each in rows
    ]
    fewest = min(
        (
            sum(new.actor != old.actor for new, old in zip(after, rows, strict=False))
            for after in product(
                *choices,
                [Taken(chair, *wanted, EntryId(99), ServiceId(VISIT), 1, INF) for chair in CHAIRS[:3]],
            )
            if not is_double(after)
        ),
        default=None,
    )
    assert (fewest is None) == bool(seated.full)
    if fewest is None:
        assert {each.kind for each in found} == {ConflictKind.CAPACITY_FULL}
        return
    assert found == []
    assert len(seated.reseats) == fewest
    place = seated.proposal.allocations[0].actor
    assert not is_double([*seated.taken, Taken(place, *wanted, EntryId(99), ServiceId(VISIT), 1, INF)])
    assert all(new.seat or new == old for new, old in zip(seated.taken, rows, strict=True))


@settings(max_examples=80)
@given(st.lists(CLOCKS, max_size=14))
def test_where_nobody_is_promised_a_chair_the_peak_decides(wishes: list[str]) -> None:
    three = with_chairs(3)
    rows: list[Taken] = []
    for number, clocks in enumerate(wishes, 1):
        wanted = span(clocks)
        peak = max(
            sum(each.starts_at <= instant < each.ends_at for each in rows) for instant in range(*wanted, 900)
        )
        seated, found = seating.check_seated(three, ZONE, wish(clocks, three), rows, LONG_AGO)
        assert (found == []) == (peak < 3)
        if not found:
            place = seated.proposal.allocations[0].actor
            rows = [*seated.taken, Taken(place, *wanted, EntryId(number), ServiceId(VISIT), 1, INF)]
            assert not is_double(rows)
