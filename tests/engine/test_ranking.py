"""Slots in another order than by start."""

from dataclasses import replace
from datetime import timedelta

from praxidesk.engine.entries import Taken
from praxidesk.engine.habits import Habits
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Habit, Neatness, Slot, Workload
from praxidesk.engine.ranked_search import ranked
from praxidesk.engine.ranking import workloads
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.slots import Search
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryKind, Ranking, Role, Status, type_service
from tests.engine.diary import (
    AUTUMN,
    BUFFERED,
    KNEE,
    KOC,
    LONG_AGO,
    MONDAY,
    PRACTICE,
    R1,
    TUESDAY,
    VISIT,
    WEB,
    ZONE,
    at,
    taken,
)

CODES = {actor_id: actor.code for actor_id, actor in PRACTICE.actors.items()}
ANYBODY = SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB", "KOC")))
ROOM = SlotNeed(Need(Role.ROOM, category="consulting"))
SERVICE = type_service(VISIT)
WISH = SlotRequest(
    EntryKind.APPOINTMENT, MONDAY, MONDAY, type=VISIT, needs=(ANYBODY, ROOM), step_minutes=30, limit=3
)


def search(
    request: SlotRequest, *rows: Taken, habits: Habits | None = None, now: int = LONG_AGO
) -> list[Slot]:
    span = Span(ZONE.day(request.first_day).start, ZONE.day(request.last_day).end)
    return ranked(Search.of(PRACTICE, ZONE, request, None, now), rows, span, habits)


def told(slots: list[Slot]) -> list[str]:
    """``"Mon 08:00 WEB R1"`` for each slot."""
    return [
        " ".join([f"{ZONE.local(slot.starts_at):%a %H:%M}", *(CODES[p.actor] for p in slot.participants)])
        for slot in slots
    ]


def evenly(request: SlotRequest = WISH) -> SlotRequest:
    return replace(request, rank=Ranking.EVEN)


def compactly(request: SlotRequest = WISH) -> SlotRequest:
    return replace(request, rank=Ranking.COMPACT)


def test_those_who_have_least_to_do_are_offered_first() -> None:
    found = search(evenly(), taken("10:00-10:30", WEB), taken("08:00-09:00", KOC, 2))
    assert told(found) == ["Mon 08:00 WEB R1", "Mon 08:30 WEB R1", "Mon 09:00 WEB R1"]
    assert found[0].reason == Workload(30, (WEB,))


def test_of_those_who_have_as_much_to_do_the_earliest() -> None:
    assert told(search(evenly())) == ["Mon 08:00 KOC R1", "Mon 08:00 WEB R1", "Mon 08:30 KOC R1"]


def test_only_the_days_searched_and_what_occupies_count_and_overlaps_once() -> None:
    rows = [
        taken("10:00-18:00", WEB, 1, day=TUESDAY),
        taken("10:00-18:00", WEB, 2, status=Status.PENDING),
        taken("10:00-10:30", WEB, 3), taken("10:00-10:20", WEB, 4), taken("12:00-12:31", KOC, 5),
    ]  # fmt: skip
    assert told(search(evenly(), *rows))[0] == "Mon 08:00 WEB R1"


def test_all_practitioners_of_a_team_count() -> None:
    operation = SlotRequest(
        EntryKind.OPERATION, MONDAY, TUESDAY, procedure=KNEE, limit=1, step_minutes=30, rank=Ranking.EVEN
    )
    assert told(search(operation, taken("15:00-16:00", KOC, 1)))[0].split()[2] == "WEB"
    assert told(search(operation, taken("15:00-16:00", WEB, 1)))[0].split()[2] == "KOC"


def test_a_gap_is_filled_before_another_is_broken() -> None:
    rows = [taken("09:00-10:00", WEB), taken("10:30-11:00", WEB, 2), taken("08:00-16:00", KOC, 3)]
    found = search(compactly(replace(WISH, limit=6)), *rows)
    assert told(found) == [
        "Mon 10:00 WEB R1",  # exactly
        "Mon 08:00 WEB R1", "Mon 08:30 WEB R1", "Mon 11:00 WEB R1", "Mon 11:30 WEB R1",  # at an edge
        "Mon 14:00 WEB R1",  # at the edge of a longer one
    ]  # fmt: skip
    assert [slot.reason for slot in found[:2]] == [Neatness(0, 0), Neatness(1, 30)]
    assert search(compactly(replace(WISH, limit=0)), *rows)[-1].reason == Neatness(2, 210)


def test_what_must_lie_idle_between_two_is_no_gap() -> None:
    rows = [taken("09:00-10:00", WEB), taken("10:45-11:00", WEB, 2), taken("08:00-16:00", KOC, 3)]
    wish = replace(WISH, type=BUFFERED, minutes=20, step_minutes=5)
    assert told(search(compactly(wish), *rows))[0] == "Mon 10:10 WEB R1"
    assert search(compactly(wish), *rows)[0].reason == Neatness(0, 0)


def test_the_past_part_of_a_gap_is_none() -> None:
    found = search(compactly(replace(WISH, limit=1)), taken("08:00-16:00", KOC, 3), now=at("08:30"))
    assert told(found) == ["Mon 08:30 WEB R1"]
    assert found[0].reason == Neatness(1, 180)


def test_the_usual_time_comes_first() -> None:
    tuesdays = [(at("09:00", TUESDAY - timedelta(weeks=week)), 5) for week in range(1, 11)]
    others = [(at("14:00", MONDAY - timedelta(weeks=week)), 1) for week in range(1, 11)]
    habits = Habits.learnt(ZONE, SERVICE, [*tuesdays, *others])
    wish = replace(WISH, last_day=TUESDAY, rank=Ranking.PREFERRED, limit=4)
    found = search(wish, habits=habits)
    assert told(found)[:2] == ["Tue 09:00 WEB R1", "Tue 09:30 WEB R1"]
    assert [slot.reason for slot in found[::2]] == [
        Habit(SERVICE, 1, 9, 50, 60, 2),
        Habit(SERVICE, 0, 14, 10, 60, 2),
    ]


def test_a_handful_of_entries_decides_nothing() -> None:
    habits = Habits.learnt(ZONE, SERVICE, [(at("14:00"), 1)])
    wish = replace(WISH, rank=Ranking.PREFERRED, limit=1, needs=(ANYBODY,), between=(780, 960))
    assert told(search(wish, habits=habits)) == ["Mon 13:00 KOC"]
    many = Habits.learnt(ZONE, SERVICE, [(at("14:00"), 100)])
    assert told(search(wish, habits=many)) == ["Mon 14:00 WEB"]


def test_habits_are_of_wall_time_on_both_sides_of_a_clock_change() -> None:
    before, after = at("09:00", AUTUMN - timedelta(days=6)), at("09:45", AUTUMN + timedelta(days=1))
    habits = Habits.learnt(ZONE, SERVICE, [(before, 2), (after, 3)])
    assert habits.counts == {(0, 9): 5}


def test_where_all_starts_are_wanted_each_comes_once_with_its_best_team() -> None:
    rows = [taken("08:00-16:00", R1), taken("15:00-16:00", KOC, 2)]
    for rank in (Ranking.EVEN, Ranking.COMPACT):
        found = search(replace(WISH, rank=rank, limit=0), *rows)
        starts = [slot.starts_at for slot in found]
        assert len(starts) == len(set(starts)) == 20
    assert {slot.participants[0].actor for slot in search(evenly(replace(WISH, limit=0)), *rows)} == {
        WEB,
        KOC,
    }


def test_nothing_free_and_nobody_fit_rank_as_nothing() -> None:
    nobody = SlotNeed(Need(Role.PRACTITIONER, specialty="dermatology"))
    for rank in Ranking:
        assert search(replace(WISH, rank=rank, needs=(nobody,))) == []
        assert search(replace(WISH, rank=rank, first_day=TUESDAY)) == []


def test_two_entries_at_one_time_are_the_time_of_both_together() -> None:
    both = [taken("09:00-10:00", WEB, 1), taken("09:30-10:30", WEB, 2)]
    assert workloads(both, ZONE.day(MONDAY)) == {WEB: 90}
