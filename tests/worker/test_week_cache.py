"""Weeks: their bounds on change-over days, the cache, and what a change makes stale."""

from datetime import date, timedelta

import pytest

from praxidesk.engine.spans import HOUR, Span
from praxidesk.engine.walltime import Zone
from praxidesk.worker.messages import WeekBatch
from praxidesk.worker.shown_weeks import ShownWeeks
from praxidesk.worker.tickets import Kind, Tickets
from praxidesk.worker.week_cache import WeekCache, monday_of, mondays_of, neighbours, week_span
from tests.worker.fake_access import entry_at

MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)


def batch(monday: date, *starts: int) -> WeekBatch:
    return WeekBatch(monday, Span(0, 1), tuple(entry_at(start) for start in starts))


@pytest.mark.parametrize(
    ("monday", "hours"),
    [
        pytest.param(MONDAY, 168, id="an ordinary week"),
        pytest.param(date(2026, 10, 19), 169, id="clocks go back on its Sunday"),
        pytest.param(date(2026, 3, 23), 167, id="clocks go forward on its Sunday"),
    ],
)
def test_a_week_runs_from_midnight_to_midnight_of_the_wall_clock(monday: date, hours: int) -> None:
    span = week_span(Zone("Europe/Berlin"), monday)
    assert span.end - span.start == hours * HOUR


def test_days_of_one_week_have_one_monday() -> None:
    assert monday_of(date(2026, 11, 29)) == MONDAY
    assert mondays_of([date(2026, 12, 1), MONDAY, date(2026, 11, 29)]) == (MONDAY, MONDAY + WEEK)


def test_the_neighbours_are_one_page_on_either_side_nearest_first() -> None:
    assert neighbours([MONDAY]) == (MONDAY + WEEK, MONDAY - WEEK)
    two = neighbours([MONDAY, MONDAY + WEEK])
    assert two == (MONDAY + 2 * WEEK, MONDAY - WEEK, MONDAY + 3 * WEEK, MONDAY - 2 * WEEK)
    assert neighbours([]) == ()


def test_the_least_recently_used_week_falls_out() -> None:
    cache = WeekCache(limit=2)
    cache.put(batch(MONDAY))
    cache.put(batch(MONDAY + WEEK))
    assert cache.get(MONDAY) is not None
    cache.put(batch(MONDAY + 2 * WEEK))
    assert cache.mondays() == (MONDAY, MONDAY + 2 * WEEK)


def test_the_cache_knows_what_is_news() -> None:
    cache = WeekCache()
    known = batch(MONDAY, 10)
    assert cache.put(known)
    assert not cache.put(known)
    assert cache.put(batch(MONDAY, 20))


def test_a_touched_week_stands_until_it_is_read_again_and_others_are_dropped() -> None:
    weeks = ShownWeeks()
    weeks.show([MONDAY])
    known = batch(MONDAY, 10)
    weeks.arrived(known)
    weeks.arrived(batch(MONDAY + WEEK, 20))
    weeks.touched([MONDAY + timedelta(days=2), MONDAY + WEEK])
    assert weeks.to_refresh() == (MONDAY,)
    assert weeks.cache.get(MONDAY) == batch(MONDAY, 10)
    assert MONDAY + WEEK not in weeks.cache
    assert weeks.show([MONDAY]) == ((), (MONDAY,)), "it must be read, not taken from the cache"
    assert not weeks.arrived(known)
    assert weeks.to_refresh() == ()


def test_a_change_anywhere_touches_all_weeks() -> None:
    weeks = ShownWeeks()
    weeks.show([MONDAY])
    weeks.arrived(batch(MONDAY))
    weeks.arrived(batch(MONDAY - WEEK))
    weeks.touched(None)
    assert weeks.to_refresh() == (MONDAY,)
    assert weeks.cache.mondays() == (MONDAY,)


def test_what_is_known_is_not_read_in_advance() -> None:
    weeks = ShownWeeks()
    weeks.show([MONDAY])
    weeks.arrived(batch(MONDAY + WEEK))
    assert weeks.to_prefetch() == (MONDAY - WEEK,)


def test_only_the_newest_ticket_of_a_kind_is_current() -> None:
    tickets = Tickets()
    first = tickets.issue(Kind.CHECK)
    other = tickets.issue(Kind.PATIENTS)
    second = tickets.issue(Kind.CHECK)
    assert not tickets.is_current(Kind.CHECK, first)
    assert tickets.is_current(Kind.CHECK, second)
    assert tickets.is_current(Kind.PATIENTS, other)


def test_a_change_of_the_calendar_is_never_superseded() -> None:
    tickets = Tickets()
    first = tickets.issue(Kind.CHANGE)
    tickets.issue(Kind.CHANGE)
    tickets.renew()
    assert tickets.is_current(Kind.CHANGE, first)
