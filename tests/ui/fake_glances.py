"""What the panels ask, answered from the calendar in memory by the same functions of the engine."""

from collections.abc import Mapping
from datetime import date, timedelta

from praxidesk.engine.entries import Taken
from praxidesk.engine.free_time import DayTotal, day_totals, next_free
from praxidesk.engine.hours import background
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Status
from praxidesk.engine.waiting_room import Presence, presence_of
from praxidesk.worker.questions.free_times import SheetLoad
from tests.ui.fake_store import FakeStore

EARLY = 22 * 60
"""Seconds before the time."""


def sheet_load(store: FakeStore, asked: SheetLoad) -> Mapping[date, DayTotal]:
    days = [asked.first + timedelta(days=each) for each in range((asked.last - asked.first).days + 1)]
    spans = [store.zone.day(day) for day in days]
    whole = Span(spans[0].start, spans[-1].end)
    behind = [background(store.practice, store.zone, actor, whole) for actor in asked.actors]
    totals = day_totals(behind, [taken(store, actor, whole) for actor in asked.actors], spans)
    return dict(zip(days, totals, strict=True))


def next_free_times(store: FakeStore, since: int) -> Mapping[ActorId, Span]:
    span = Span(since, since + 14 * 86400)
    site = background(store.practice, store.zone, None, span)
    found = {
        actor: next_free(store.practice, store.zone, actor, span, site=site, taken=taken(store, actor, span))
        for actor in store.practice.actors
    }
    return {actor: free for actor, free in found.items() if free is not None}


def taken(store: FakeStore, actor: ActorId, span: Span) -> list[Taken]:
    return [
        Taken.of(entry.id, entry.status, entry.service, part)
        for entry in store.entries.values()
        if entry.status.occupies or entry.status.is_tentative
        for part in entry.allocations
        if part.actor == actor and part.span.overlaps(span)
    ]


def presence(store: FakeStore) -> Mapping[EntryId, Presence]:
    """By the history as it is kept; who was there from the beginning came 22 minutes before the time."""
    found = {}
    for entry in store.entries.values():
        lines = [(line.status, line.at) for line in reversed(store.lines.get(entry.id, []))]
        known = presence_of(lines)
        if entry.status is Status.ARRIVED and known.arrived_at is None:
            known = Presence(entry.starts_at - EARLY)
        elif entry.status is Status.CHECKED_IN and known.treated_at is None:
            known = Presence(entry.starts_at - EARLY, entry.starts_at + 120)
        if known != Presence():
            found[entry.id] = known
    return found
