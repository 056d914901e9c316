"""What a glance at the calendar asks of the store: the load of some days, and when everybody is free next."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from praxidesk.engine.entries import Taken
from praxidesk.engine.free_time import DayTotal, day_totals, longest_buffer, next_free
from praxidesk.engine.hours import actor_background, site_background
from praxidesk.engine.pauses import pausing
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.engine.walltime import FIRST_DAY, LAST_DAY
from praxidesk.models import queries
from praxidesk.services.desk import Desk

NEAR_DAYS, FAR_DAYS = 7, 60
"""How far ahead everybody is looked at, and how far those who are not free so soon."""


def sheet_load(desk: Desk, first: date, last: date, actors: Sequence[ActorId]) -> Mapping[date, DayTotal]:
    """The load of these people on each day of a sheet, both included; in one statement."""
    practice, zone = desk.practice, desk.zone
    first, last = max(first, FIRST_DAY), min(last, LAST_DAY)
    if first > last:
        return {}
    known = [actor for actor in dict.fromkeys(actors) if actor in practice.actors]
    days = [first + timedelta(days=each) for each in range((last - first).days + 1)]
    spans = [zone.day(day) for day in days]
    whole = Span(spans[0].start, spans[-1].end)
    taken = _taken(desk, known, whole)
    site = site_background(practice, zone, whole)
    behind = [actor_background(practice, zone, actor, whole, site) for actor in pausing(known, 1)]
    totals = day_totals(behind, [taken.get(actor, ()) for actor in known], spans)
    return dict(zip(days, totals, strict=True))


def next_free_times(desk: Desk, since: int) -> Mapping[ActorId, Span]:
    """The next free stretch of every active practitioner, room and device; at most two statements.

    Who is not free within ``FAR_DAYS`` is left out.

    :param since: an instant, now or later
    """
    practice, zone = desk.practice, desk.zone
    missing = [
        actor for actor, each in practice.actors.items() if each.active and each.kind is not ActorKind.PATIENT
    ]
    found: dict[ActorId, Span] = {}
    day = zone.day_of(since)
    for ahead in (NEAR_DAYS, FAR_DAYS):
        if not missing or day > LAST_DAY:
            break
        until = day + timedelta(days=min(ahead, (LAST_DAY - day).days))
        span = Span(since, zone.day(until).end)
        # Who has just left may keep others away for some minutes more.
        taken = _taken(desk, missing, Span(since - longest_buffer(practice) * MINUTE, span.end))
        site = site_background(practice, zone, span)
        for actor in pausing(missing, 1):
            free = next_free(practice, zone, actor, span, site=site, taken=taken.get(actor, ()))
            if free is not None:
                found[actor] = free
        missing = [actor for actor in missing if actor not in found]
    return found


def _taken(desk: Desk, actors: Sequence[ActorId], span: Span) -> dict[ActorId, list[Taken]]:
    with desk.store.read() as connection:
        facts = queries.surroundings(connection, actors, span)
    found: dict[ActorId, list[Taken]] = {}
    for row in facts.taken:
        found.setdefault(row.actor, []).append(row)
    return found
