"""What was read again and is the same comes as the very same value."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, ServiceId
from praxidesk.engine.walltime import Zone
from praxidesk.worker.known_weeks import LIMIT, KnownWeeks
from praxidesk.worker.messages import WeekBatch
from praxidesk.worker.week_cache import week_span
from tests.worker.fake_access import NOW, entry_at

MONDAY = date(2026, 11, 23)
SPAN = Span(NOW - 3600, NOW + 7 * 86_400)


def read(*numbers: int, monday: date = MONDAY) -> WeekBatch:
    """A week fresh from the store: equal entries are other values each time."""
    return WeekBatch(monday, SPAN, tuple(entry_at(NOW + number * 3600, number) for number in numbers))


def test_an_unchanged_week_is_the_one_that_was_known() -> None:
    weeks = KnownWeeks()
    first = weeks.renewed(read(1, 2, 3))
    assert weeks.renewed(read(1, 2, 3)) is first


def test_of_a_changed_week_the_unchanged_entries_are_those_that_were_known() -> None:
    weeks = KnownWeeks()
    first = weeks.renewed(read(1, 2, 3))
    fresh = read(1, 2, 3, 4)
    moved = replace(fresh.entries[1], version=2, starts_at=NOW + 2 * 3600 + 600)
    second = weeks.renewed(replace(fresh, entries=(fresh.entries[0], moved, *fresh.entries[2:])))
    assert second is not first
    assert [new is old for new, old in zip(second.entries, first.entries, strict=False)] == [
        True,
        False,
        True,
    ]
    assert second.entries[1] is moved
    assert len(second.entries) == 4


def test_unseen_time_makes_another_week_and_of_a_part_the_rest_is_kept() -> None:
    weeks = KnownWeeks()
    day = 86_400

    def taken(number: int, start: int) -> Taken:
        return Taken(ActorId(1), start, start + 600, EntryId(number), ServiceId(1), 1, None)

    weeks.renewed(read(1))
    first = weeks.renewed(replace(read(1), unseen=(taken(8, NOW), taken(9, NOW + 2 * day))))
    assert [each.entry for each in first.unseen] == [8, 9]
    assert weeks.renewed(replace(read(1), unseen=(taken(8, NOW), taken(9, NOW + 2 * day)))) is first
    # One moved within the part, one came, one that lies outside of it stayed.
    part = Span(NOW - 600, NOW + day)
    again = replace(read(1), unseen=(taken(7, NOW - 300), taken(8, NOW + 600)))
    second = weeks.renewed(again, part)
    assert [(each.entry, each.starts_at) for each in second.unseen] == [
        (7, NOW - 300),
        (8, NOW + 600),
        (9, NOW + 2 * day),
    ]
    assert second.entries[0] is first.entries[0]
    assert weeks.renewed(replace(read(1), unseen=()), part).unseen == second.unseen[2:]


def test_an_entry_that_is_gone_makes_it_another_week() -> None:
    weeks = KnownWeeks()
    first = weeks.renewed(read(1, 2))
    second = weeks.renewed(read(1))
    assert second is not first
    assert second.entries == first.entries[:1]


def test_the_week_used_longest_ago_is_forgotten() -> None:
    weeks = KnownWeeks()
    first = weeks.renewed(read(1))
    for number in range(1, LIMIT + 1):
        weeks.renewed(read(1, monday=MONDAY + timedelta(weeks=number)))
    again = weeks.renewed(read(1))
    assert again == first
    assert again is not first


def test_a_week_is_fresh_until_something_is_told_of_it() -> None:
    weeks = KnownWeeks()
    later = MONDAY + timedelta(days=7)
    assert weeks.fresh(MONDAY, SPAN) is None
    known, other = weeks.renewed(read(1)), weeks.renewed(read(2, monday=later))
    assert weeks.fresh(MONDAY, SPAN) is known
    assert weeks.fresh(MONDAY, Span(SPAN.start + 3600, SPAN.end)) is None, "another zone"
    weeks.touched([MONDAY + timedelta(days=3)])
    assert weeks.fresh(MONDAY, SPAN) is None
    assert weeks.fresh(later, SPAN) is other
    weeks.touched(None)
    assert weeks.fresh(later, SPAN) is None
    assert weeks.renewed(read(1)) is known, "it is known all the same"
    assert weeks.fresh(MONDAY, SPAN) is known


@pytest.mark.parametrize("seed", range(6))
def test_days_read_again_make_the_week_that_is_in_the_store(seed: int) -> None:
    chance, zone = random.Random(seed), Zone("Europe/Berlin")
    weeks, span = KnownWeeks(), week_span(zone, MONDAY)
    store: dict[int, Entry] = {}
    parts: list[Span] = []

    def put(number: int) -> set[date]:
        """Somewhere around the week, some of it over midnight; the days it stood and stands on."""
        start = span.start + chance.randrange(-36, 8 * 24) * 3600
        put_in = replace(entry_at(start, number), ends_at=start + chance.choice((900, 7200, 100_000)))
        before, store[number] = store.get(number), put_in
        return {day for each in (before, put_in) if each is not None for day in zone.days(each.span)}

    def read_in(part: Span) -> tuple[Entry, ...]:
        found = (each for each in store.values() if each.starts_at < part.end and part.start < each.ends_at)
        return tuple(replace(each) for each in sorted(found, key=lambda each: (each.starts_at, each.id)))

    for number in range(60):
        put(number)
    for _ in range(40):
        if weeks.fresh(MONDAY, span) is None:
            parts.append(weeks.outdated(MONDAY, span, zone))
            renewed = weeks.renewed(WeekBatch(MONDAY, span, read_in(parts[-1])), parts[-1])
            assert renewed.entries == read_in(span)
            assert weeks.fresh(MONDAY, span) is renewed
        for _ in range(chance.choice((1, 1, 2))):
            weeks.touched(put(chance.randrange(70)))
        if chance.random() < 0.1:
            weeks.touched(None)
            assert weeks.outdated(MONDAY, span, zone) == span
    assert parts[0] == span
    assert any(part != span for part in parts), "some days alone"
