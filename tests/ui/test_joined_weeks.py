"""Weeks joined to what a view shows."""

from dataclasses import replace
from datetime import date

from praxidesk.engine.entries import Taken
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, ServiceId
from praxidesk.ui.joined_weeks import JoinedWeeks
from praxidesk.worker.messages import WeekBatch
from tests.worker.fake_access import NOW, entry_at

DAY = 86_400
FIRST, SECOND = date(2026, 11, 23), date(2026, 11, 30)
OVER_MIDNIGHT = entry_at(NOW + 7 * DAY - 600, 2)
WEEKS = (
    WeekBatch(FIRST, Span(NOW, NOW + 7 * DAY), (entry_at(NOW, 1), OVER_MIDNIGHT)),
    WeekBatch(SECOND, Span(NOW + 7 * DAY, NOW + 14 * DAY), (OVER_MIDNIGHT, entry_at(NOW + 8 * DAY, 3))),
)


def test_what_stands_in_two_weeks_comes_once() -> None:
    joined = JoinedWeeks()
    assert [[entry.id for entry in week] for week in joined.own(WEEKS)] == [[1, 2], [3]]
    assert [[entry.id for entry in week] for week in joined.own(WEEKS[1:])] == [[2, 3]]
    assert joined.entry(WEEKS, EntryId(3)) is WEEKS[1].entries[1]
    assert joined.entry(WEEKS[:1], EntryId(3)) is None


def test_only_what_touches_the_span_is_joined() -> None:
    joined = JoinedWeeks()
    assert [each.id for each in joined.entries(WEEKS, Span(NOW + 600, NOW + 7 * DAY))] == [1, 2]
    assert [each.id for each in joined.entries(WEEKS, Span(NOW + 1200, NOW + 7 * DAY - 600))] == []


def test_unseen_time_over_midnight_comes_once_and_only_what_touches_the_span() -> None:
    def taken(number: int, start: int) -> Taken:
        return Taken(ActorId(1), start, start + 1200, EntryId(number), ServiceId(1), 1, None)

    edge = taken(2, NOW + 7 * DAY - 600)
    weeks = (replace(WEEKS[0], unseen=(taken(1, NOW), edge)), replace(WEEKS[1], unseen=(edge,)))
    joined = JoinedWeeks()
    assert [each.entry for each in joined.unseen(weeks, Span(NOW, NOW + 14 * DAY))] == [1, 2]
    assert [each.entry for each in joined.unseen(weeks, Span(NOW + 1200, NOW + 14 * DAY))] == [2]
    assert joined.unseen(WEEKS, Span(NOW, NOW + 14 * DAY)) == ()


def test_the_same_weeks_give_the_very_same_value_and_changed_ones_do_not() -> None:
    joined, span = JoinedWeeks(), Span(NOW, NOW + 14 * DAY)
    first = joined.entries(WEEKS, span)
    assert joined.entries(WEEKS, span) is first
    changed = (WEEKS[0], replace(WEEKS[1], entries=WEEKS[1].entries[:1]))
    assert [each.id for each in joined.entries(changed, span)] == [1, 2]
