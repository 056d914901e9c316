"""When a group of places has room for something: where a place is free, and where re-seating makes one free.

Where nobody need move, free time is that of the places. Elsewhere, if the peak leaves room, the seating
is asked: once between any two instants at which something begins or ends to be in the way.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.capacity import able_members, days_around
from praxidesk.engine.entries import Taken
from praxidesk.engine.parts import Parts, occupied
from praxidesk.engine.places import Places
from praxidesk.engine.practice import Practice
from praxidesk.engine.reach import widened
from praxidesk.engine.reservations import Blocks
from praxidesk.engine.seat_plan import Use, crowded
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.starts import Calendars, Starts, fitting_starts
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, ServiceId


def group_starts(  # noqa: PLR0917 - one argument for each thing a seating depends on
    calendars: Calendars,
    group: ActorId,
    parts: Parts,
    service: ServiceId,
    surroundings: Sequence[Taken],
    blocks: Blocks,
    *,
    entry: EntryId | None = None,
    places: Sequence[ActorId] | None = None,
    kept: Mapping[ActorId, Sequence[Span]] | None = None,
) -> Starts:
    """Starts at which a group has a place for these parts, others being re-seated where they must be.

    :param calendars: with the obstacles of the group's places
    :param parts: minutes from the start, without turnover
    :param surroundings: the allocations of the group's places on all whole local days that are touched
    :param entry: a stored entry that is looked for another place
    :param places: those that will do; all that can be used for the service
    :param kept: time of each place that is reserved for others; all block time, its holders' too
    """
    if not parts:
        return [calendars.span]
    if places is None:
        places = able_members(calendars.practice, group, service)
    if kept is None:
        kept = {
            member: kept_time(calendars.practice, blocks, member, calendars.span, service)
            for member in places
        }
    return _Search(calendars, group, parts, service, surroundings, blocks, entry, places, kept).starts()


def kept_time(  # noqa: PLR0917 - one argument for each thing that decides
    practice: Practice,
    blocks: Blocks,
    place: ActorId,
    span: Span,
    service: ServiceId,
    company: frozenset[ActorId] = frozenset(),
) -> list[Span]:
    """Reserved time of a place that is open to none of those who take part."""
    if not practice.avoids(ConflictKind.RESERVED):
        return []
    return merged(each.span for each in blocks.kept(place, span, service) if company.isdisjoint(each.holders))


class _Search:
    def __init__(  # noqa: PLR0917 - as group_starts
        self,
        calendars: Calendars,
        group: ActorId,
        parts: Parts,
        service: ServiceId,
        surroundings: Sequence[Taken],
        blocks: Blocks,
        entry: EntryId | None,
        able: Sequence[ActorId],
        kept: Mapping[ActorId, Sequence[Span]],
    ) -> None:
        self._calendars = calendars
        self._practice = calendars.practice
        self._group = group
        self._parts = parts
        self._service = service
        self._blocks = blocks
        self._able = able
        self._kept = kept
        members = frozenset(self._practice.members[group])
        self._rows = [
            each for each in surroundings if each.actor in members and each.occupies and each.entry != entry
        ]
        self._kept_at = {
            member: occupied(self._practice.actors[member], parts, calendars.length) for member in self._able
        }
        self._first, self._last = parts[0].start * MINUTE, parts[-1].end * MINUTE

    def starts(self) -> Starts:
        """All starts in the calendars' span."""
        span, practice = self._calendars.span, self._practice
        found: list[Span] = []
        for member in self._able:
            free = self._calendars.actor_starts(member, self._parts)
            kept = self._kept.get(member)
            if kept:
                free = intersected(free, fitting_starts(self._parts, subtracted([span], kept), span))
            found += free
        free = merged(found)
        if not self._able or not any(each.seat == self._group for each in self._rows):
            return free
        latest = Span(span.start, span.end - self._last + 1)
        for segment, window in self._segments(latest):
            left = subtracted([segment], free)
            if left:
                rows = self._rows_around(widened(practice, window))
                if any(each.seat == self._group for each in rows):
                    found += self._by_reseating(left, window, rows)
        return merged(found)

    def _segments(self, span: Span) -> Iterator[tuple[Span, Span]]:
        """Stretches of starts whose parts touch the same days, and those days."""
        zone = self._calendars.zone
        cuts = {span.start, span.end}
        if span.start < span.end:
            for day in zone.days(Span(span.start + self._first, span.end + self._last)):
                midnight = zone.day(day).start
                cuts |= {midnight - self._first, midnight - self._last + 1}
        for start, end in pairwise(sorted(cut for cut in cuts if span.start <= cut <= span.end)):
            yield Span(start, end), days_around(zone, Span(start + self._first, start + self._last))

    def _rows_around(self, span: Span) -> list[Taken]:
        return [each for each in self._rows if each.starts_at < span.end and span.start < each.ends_at]

    def _by_reseating(self, left: Starts, window: Span, rows: Sequence[Taken]) -> Iterator[Span]:
        """Those of some starts, all of them within certain days, at which there is a seating."""
        practice = self._practice
        backdrop = Backdrop(practice, self._calendars.zone, window)
        places = Places(backdrop, self._group, window, rows, self._blocks, practice.avoids)
        free = {
            member: subtracted(
                [window], merged([*places.shut(member), *self._kept.get(member, ()), *self._shut(member)])
            )
            for member in self._able
        }
        fixed = {
            member: merged(span for each in places.hindrances(member) for span in each.places[member])
            for member in self._able
        }
        open_ = {member: subtracted(spans, fixed[member]) for member, spans in free.items()}
        room = subtracted([window], crowded([[window]], [open_], places.present))
        candidates = intersected(left, fitting_starts(self._parts, room, window))
        if not candidates:
            return
        changes = sorted(self._changes(places, free))
        for candidate in candidates:
            instants = [candidate.start, *(at for at in changes if candidate.start < at < candidate.end)]
            for start, end in pairwise([*instants, candidate.end]):
                wanted = self._use(places, free, start)
                if wanted.places and places.seated([wanted]) is not None:
                    yield Span(start, end)

    def _shut(self, member: ActorId) -> Sequence[Span]:
        return self._calendars.shut.get(member, ())

    def _use(self, places: Places, free: Mapping[ActorId, list[Span]], start: int) -> Use:
        """What is wanted from a start on, at all places where nobody who stays is in the way."""
        fitting: dict[ActorId, tuple[Span, ...]] = {}
        for member in self._able:
            asked = [_at(start, part) for part in self._parts]
            if all(any(span.contains(part) for span in free[member]) for part in asked):
                fitting[member] = tuple(_at(start, part) for part in self._kept_at[member])
        use = places.use(None, self._service, fitting)
        open_to = {member: spans for member, spans in fitting.items() if places.is_open_to(use, member)}
        return places.use(None, self._service, open_to)

    def _changes(self, places: Places, free: Mapping[ActorId, list[Span]]) -> Iterator[int]:
        """Starts from which on something else is in the way than before."""
        own = places.use(None, self._service, {})
        begins = {part.start * MINUTE for part in self._parts}
        ends = {part.end * MINUTE for parts in (self._parts, *self._kept_at.values()) for part in parts}
        uses = [*places.present, *(use for member in self._able for use in places.hindrances(member))]
        for use in uses:
            for span in {span for spans in use.places.values() for span in spans}:
                yield from (span.end + max(use.after, own.before) - begin for begin in begins)
                yield from (span.start - max(own.after, use.before) - end + 1 for end in ends)
        for spans in free.values():
            for span in spans:
                yield from (span.start - begin for begin in begins)
                yield from (span.end - end + 1 for end in ends)


def _at(start: int, part: Span) -> Span:
    return Span(start + part.start * MINUTE, start + part.end * MINUTE)
