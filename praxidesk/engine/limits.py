"""How often, how near to each other, how many at once, how early and how late something may be booked.

Quotas and distances are kept for each practitioner who takes part, whatever the role, by the start of the
practitioner's first part. How many at once counts the whole practice, by whole entries. Only what occupies
counts, and two services never share a limit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from praxidesk.engine.clashes import asked_by_actor
from praxidesk.engine.entries import Taken
from praxidesk.engine.findings import Finding
from praxidesk.engine.offerings import NO_LIMITS, Limits
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach
from praxidesk.engine.spans import LONGEST_ENTRY_SECONDS, MINUTE, Span, intersected, merged
from praxidesk.engine.vocabulary import (
    NOBODY,
    ActorId,
    ConflictKind,
    EntryId,
    Period,
    ServiceId,
)
from praxidesk.engine.walltime import LAST_DAY, Zone

_NOON = 720
_ONE_DAY = timedelta(days=1)


def reach(practice: Practice, zone: Zone, proposal: Proposal) -> list[Reach]:
    """What must be known to count what the limits count."""
    if not proposal.status.occupies:
        return []
    limits = _limits_of(practice, proposal.service)
    found = [
        Reach(frozenset({actor}), _counted(limits, zone, Span(first.start, first.start)))
        for actor, first in _first_parts(practice, proposal).items()
        if limits.quotas or limits.distance
    ]
    if limits.at_once is not None:
        found.append(Reach(_common(practice), proposal.span, frozenset({proposal.service})))
    return found


def search_reach(
    practice: Practice, zone: Zone, service: ServiceId, actors: Iterable[ActorId], span: Span
) -> list[Reach]:
    """The same for all that could be placed in a span, which has the last one's end too."""
    limits = _limits_of(practice, service)
    found: list[Reach] = []
    people = frozenset(actor for actor in actors if practice.is_practitioner(actor))
    if people and (limits.quotas or limits.distance):
        found.append(Reach(people, _counted(limits, zone, span)))
    if limits.at_once is not None:
        found.append(Reach(frozenset(), span, frozenset({service})))
    return found


def findings(
    practice: Practice, zone: Zone, proposal: Proposal, surroundings: Sequence[Taken], now: int
) -> Iterator[Finding]:
    """Where a proposal would be too early, too late, too near or one too many."""
    limits = _limits_of(practice, proposal.service)
    if proposal.starts_at < now:
        yield Finding(ConflictKind.IN_THE_PAST, Span(proposal.starts_at, min(proposal.ends_at, now)))
    elif proposal.starts_at < now + limits.notice * MINUTE:
        yield Finding(ConflictKind.NOTICE_TOO_SHORT, proposal.span)
    if limits.advance is not None:
        ahead = zone.day_of(proposal.starts_at) - zone.day_of(now)
        if ahead.days > limits.advance:
            yield Finding(ConflictKind.TOO_FAR_AHEAD, proposal.span)
    if not proposal.status.occupies:
        return
    if limits.at_once is not None:
        full = _full(limits.at_once, proposal.service, surroundings, proposal.span, proposal.entry)
        for span in intersected([proposal.span], full):
            yield Finding(ConflictKind.TOO_MANY_AT_ONCE, span)
    if limits.quotas or limits.distance:
        others = _first_starts(proposal.service, surroundings, proposal.entry)
        for actor, first in _first_parts(practice, proposal).items():
            yield from _of_one(limits, zone, actor, first, others.get(actor, {}))


def permitted(practice: Practice, zone: Zone, service: ServiceId, now: int) -> Span:
    """The starts that are neither past nor too early nor too far ahead; perhaps none."""
    limits = _limits_of(practice, service)
    notice = limits.notice if practice.avoids(ConflictKind.NOTICE_TOO_SHORT) else 0
    today = zone.day_of(now)
    last = LAST_DAY
    if limits.advance is not None and practice.avoids(ConflictKind.TOO_FAR_AHEAD):
        last = today + min(timedelta(days=limits.advance), max(LAST_DAY - today, timedelta()))
    first = now + notice * MINUTE
    return Span(first, max(first, zone.day(last).end))


def crowded(
    practice: Practice, service: ServiceId, surroundings: Iterable[Taken], *, entry: EntryId | None = None
) -> list[Span]:
    """Time in which no other entry of a service may run, because enough of them do; sorted and disjoint.

    :param surroundings: with the whole entries of the service, as :func:`search_reach` asks for them
    :param entry: one that is looked for another place, and does not count
    """
    at_once = _limits_of(practice, service).at_once
    if at_once is None or not practice.avoids(ConflictKind.TOO_MANY_AT_ONCE):
        return []
    return _full(at_once, service, surroundings, None, entry)


def shut_starts(
    practice: Practice,
    zone: Zone,
    service: ServiceId,
    surroundings: Iterable[Taken],
    span: Span,
    *,
    entry: EntryId | None = None,
) -> Mapping[ActorId, list[Span]]:
    """Instants of a span at which a practitioner's own first part in an entry of a service may not begin.

    Because a quota is full then, or another start too near. Sorted and disjoint; who is left out has none.

    :param entry: one that is looked for another place, and does not count
    """
    limits = _limits_of(practice, service)
    quotas = limits.quotas if practice.avoids(ConflictKind.QUOTA_FULL) else ()
    distance = limits.distance * MINUTE if practice.avoids(ConflictKind.TOO_CLOSE) else 0
    if not quotas and not distance:
        return {}
    found: dict[ActorId, list[Span]] = {}
    for actor, others in _first_starts(service, surroundings, entry).items():
        if not practice.is_practitioner(actor):
            continue
        shut: list[Span] = []
        for quota in quotas:
            counts: dict[Span, int] = {}
            period = Span(0, 0)
            for start in sorted(others.values()):
                if not period.start <= start < period.end:  # asking the zone for each of them would be dear
                    period = period_of(zone, quota.per, start)
                counts[period] = counts.get(period, 0) + 1
            shut += [period for period, count in counts.items() if count >= quota.most]
        if distance:
            shut += [Span(start - distance + 1, start + distance) for start in others.values()]
        shut = intersected([span], merged(shut))
        if shut:
            found[actor] = shut
    return found


def _limits_of(practice: Practice, service: ServiceId) -> Limits:
    """Those of a type or procedure; a blockout has none."""
    known = practice.service_of(service)
    return NO_LIMITS if known is None else known.limits


def _of_one(
    limits: Limits, zone: Zone, actor: ActorId, first: Span, others: Mapping[EntryId, int]
) -> Iterator[Finding]:
    """What one practitioner's other starts say; a full quota once, however many there are."""
    for quota in limits.quotas:
        period = period_of(zone, quota.per, first.start)
        if sum(period.start <= start < period.end for start in others.values()) >= quota.most:
            yield Finding(ConflictKind.QUOTA_FULL, first, actor, quota=quota)
            break
    for entry, start in others.items():
        if abs(start - first.start) < limits.distance * MINUTE:
            yield Finding(ConflictKind.TOO_CLOSE, first, actor, entry)


def period_of(zone: Zone, per: Period, instant: int) -> Span:
    """The half-day, day or week that an instant lies in."""
    day = zone.day_of(instant)
    if per is Period.WEEK:
        monday = day - day.weekday() * _ONE_DAY
        sunday = monday + min(6 * _ONE_DAY, max(LAST_DAY - monday, timedelta()))
        return Span(zone.day(monday).start, zone.day(sunday).end)
    whole = zone.day(day)
    if per is Period.DAY:
        return whole
    noon = zone.at(day, _NOON)
    return Span(whole.start, noon) if instant < noon else Span(noon, whole.end)


def _counted(limits: Limits, zone: Zone, starts: Span) -> Span:
    """The time of all entries that may count for starts from the first to the last of a span.

    One that counts may reach into it with a later part only; its first part is needed to tell.
    """
    distance = limits.distance * MINUTE
    spans = [Span(starts.start - distance, starts.end + distance + 1)]
    for quota in limits.quotas:
        first, last = (period_of(zone, quota.per, instant) for instant in starts)
        spans.append(Span(first.start, last.end))
    return Span(min(spans)[0] - LONGEST_ENTRY_SECONDS, max(each.end for each in spans))


def _first_parts(practice: Practice, proposal: Proposal) -> Mapping[ActorId, Span]:
    """When each practitioner of a proposal is first taken."""
    return {
        actor: parts[0]
        for actor, parts in asked_by_actor(proposal).items()
        if parts and practice.is_practitioner(actor)
    }


def _first_starts(
    service: ServiceId, surroundings: Iterable[Taken], entry: EntryId | None
) -> Mapping[ActorId, Mapping[EntryId, int]]:
    """When others' entries of a service that occupy first take each actor."""
    found: dict[ActorId, dict[EntryId, int]] = {}
    for taken in surroundings:
        if taken.service == service and taken.occupies and taken.entry != entry:
            of_actor = found.setdefault(taken.actor, {})
            of_actor[taken.entry] = min(taken.starts_at, of_actor.get(taken.entry, taken.starts_at))
    return found


def _full(
    most: int,
    service: ServiceId,
    surroundings: Iterable[Taken],
    within: Span | None,
    entry: EntryId | None,
) -> list[Span]:
    """Time in which so many entries of a service run, seen without anybody in them; sorted and disjoint."""
    changes: list[tuple[int, int]] = []
    for taken in surroundings:
        if (
            taken.actor == NOBODY
            and taken.service == service
            and taken.occupies
            and taken.entry != entry
            and (within is None or within.overlaps(Span(taken.starts_at, taken.ends_at)))
        ):
            changes += [(taken.starts_at, 1), (taken.ends_at, -1)]
    found: list[Span] = []
    running = 0
    since: int | None = None
    for instant, change in sorted(changes):
        running += change
        if running >= most and since is None:
            since = instant
        elif running < most and since is not None:
            found.append(Span(since, instant))
            since = None
    return merged(found)


def _common(practice: Practice) -> frozenset[ActorId]:
    """Somebody whom every booking that counts the whole practice names, and so waits for the others.

    The first of all, because nobody is ever deleted: it is the same for every desk.
    """
    return frozenset(sorted(practice.actors)[:1])
