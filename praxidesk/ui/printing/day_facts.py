"""What a day list says of somebody's day: who comes, what is free, and why the rest is not. No Qt."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.hours import Background, background
from praxidesk.engine.practice import Practice
from praxidesk.engine.reserved_blocks import claims_on
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import GONE, ActorId, EntryKind, Status
from praxidesk.engine.walltime import Zone

SHORTEST_GAP_MINUTES = 5
"""Less is no time anybody can be offered."""
_LUNCH = (11 * 60, 14 * 60 + 30)


class Ground(Enum):
    """What a line says that is no entry."""

    FREE = "free"
    RESERVED = "reserved"
    """Free, but kept for some people or services."""
    TAKEN = "taken"
    """By what whoever prints does not see."""
    LUNCH = "lunch"
    PAUSE = "pause"
    """Closed between two open stretches, at another time than noon."""
    BREAK = "break"
    ABSENT = "absent"
    SHUT = "shut"
    """The practice is closed, or it is a holiday."""
    OFF = "off"
    """No hours at all on this day."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time without an entry."""

    span: Span
    ground: Ground
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """An entry of the day."""

    entry: Entry
    span: Span
    """When the one whose list it is takes part; of the whole day, also beyond midnight."""
    overlaps: bool
    """It begins while another still runs."""


Line = Stretch | Visit


@dataclass(frozen=True, slots=True)
class DayFacts:
    """The lines of one day in order, and what they come to."""

    lines: tuple[Line, ...]
    visits: int
    """Appointments and operations that stand, those missed among them."""
    overlapping: int
    free_minutes: int


def day_facts(
    practice: Practice,
    zone: Zone,
    day: date,
    actor: ActorId,
    entries: Iterable[Entry],
    *,
    knows_free: bool = True,
    unseen: Iterable[Taken] = (),
) -> DayFacts:
    """One day of a practitioner, room or device; cancelled entries are left out.

    :param knows_free: whether time that nothing here takes is free
    :param unseen: when somebody is taken by what is not among the entries
    """
    span = zone.day(day)
    behind = background(practice, zone, actor, span)
    site = background(practice, zone, None, span)
    visits = _visits(actor, span, entries)
    open_ = _bounded(behind.open, span, visits)
    elsewhere = merged(each.span for each in unseen if each.actor == actor and each.occupies)
    taken = merged([*_kept_free(practice, actor, visits), *elsewhere])
    free = [
        each
        for each in _free(subtracted(open_, taken), _kept(practice, zone, actor, span))
        if knows_free and each.span.end - each.span.start >= SHORTEST_GAP_MINUTES * MINUTE
    ]
    not_seen = [Stretch(each, Ground.TAKEN) for each in intersected(elsewhere, [span])]
    lines: list[Line] = [*visits, *free, *not_seen, *_why_not(zone, span, behind, site)]
    if not behind.open and len(lines) == len(visits) + len(not_seen):
        lines.append(Stretch(span, Ground.OFF))
    lines.sort(key=lambda line: (line.span.start, isinstance(line, Visit), line.span.end))
    counted = [each for each in visits if each.entry.kind is not EntryKind.BLOCKOUT]
    return DayFacts(
        tuple(lines),
        len(counted),
        sum(each.overlaps for each in visits),
        sum(gap.span.end - gap.span.start for gap in free if gap.ground is Ground.FREE) // MINUTE,
    )


def _kept(practice: Practice, zone: Zone, actor: ActorId, day: Span) -> list[tuple[Span, str]]:
    """Block time of the day with the names it is kept under, whether it is used or not."""
    return [
        (block.span, claim.reservation.name)
        for claim in claims_on(practice, actor)
        for block in claim.blocks(zone, day)
    ]


def _free(gaps: Sequence[Span], kept: Sequence[tuple[Span, str]]) -> Iterator[Stretch]:
    """Gaps cut where time begins or ends to be kept for some."""
    blocks = merged(span for span, _ in kept)
    for gap in subtracted(gaps, blocks):
        yield Stretch(gap, Ground.FREE)
    for gap in intersected(gaps, blocks):
        names = dict.fromkeys(name for span, name in kept if name and span.overlaps(gap))
        yield Stretch(gap, Ground.RESERVED, ", ".join(names))


def _visits(actor: ActorId, day: Span, entries: Iterable[Entry]) -> list[Visit]:
    result: list[Visit] = []
    runs_until = day.start
    found: list[tuple[Span, Entry]] = []
    for entry in entries:
        parts = [part.part for part in entry.allocations if part.actor == actor and part.span.overlaps(day)]
        if parts and entry.status not in GONE:
            found.append((Span(min(p.start for p in parts), max(p.end for p in parts)), entry))
    for span, entry in sorted(found, key=lambda each: (each[0], each[1].id)):
        occupies = entry.status.occupies
        result.append(Visit(entry, span, occupies and span.start < runs_until and bool(result)))
        if occupies:
            runs_until = max(runs_until, span.end)
    return result


def _bounded(open_: Sequence[Span], day: Span, visits: Sequence[Visit]) -> list[Span]:
    """Who never closes has no beginning and end of a day: free time is counted between visits only."""
    if list(open_) != [day]:
        return list(open_)
    if not visits:
        return []
    return [Span(visits[0].span.start, max(each.span.end for each in visits))]


def _kept_free(practice: Practice, actor: ActorId, visits: Iterable[Visit]) -> Iterator[Span]:
    """Time taken, with what must stay free before and after it."""
    for visit in visits:
        entry = visit.entry
        # Time that somebody did not come for is gone: nobody can be offered it.
        if not (entry.status.occupies or entry.status.is_tentative or entry.status is Status.NOSHOW):
            continue
        service = practice.service(entry.type, entry.procedure)
        before = max(service.buffer_before, service.travel) * MINUTE if service is not None else 0
        after = max(service.buffer_after, service.travel) * MINUTE if service is not None else 0
        for part in entry.allocations:
            if part.actor == actor:
                yield Span(part.starts_at - before, part.ends_at + after)


def _why_not(zone: Zone, day: Span, behind: Background, site: Background) -> Iterator[Stretch]:
    """Why time of the usual hours, or between two open stretches, is not open."""
    hours = intersected(behind.hours, site.hours)
    has_day = hours != [day]
    shut = merged(span for span, _ in behind.closures)
    for span, reason in _joined(behind.closures):
        yield Stretch(_within(hours, span) if has_day else span, Ground.SHUT, reason)
    for span, reason in _joined(behind.absences):
        if missed := subtracted(intersected(hours, [span]) or [span], shut):
            yield Stretch(Span(missed[0].start, missed[-1].end), Ground.ABSENT, reason)
    away = merged([*shut, *(span for span, _ in behind.absences)])
    for pause in subtracted(intersected(hours, merged([*behind.breaks, *site.breaks])), away):
        yield Stretch(pause, Ground.BREAK)
    if len(hours) > 1:
        between = subtracted([Span(hours[0].start, hours[-1].end)], hours)
        for span in subtracted(between, away):
            start = zone.local(span.start)
            is_noon = _LUNCH[0] <= start.hour * 60 + start.minute < _LUNCH[1]
            yield Stretch(span, Ground.LUNCH if is_noon else Ground.PAUSE)


def _joined(named: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Each stretch of time once, with all its reasons."""
    by_span: dict[Span, dict[str, None]] = {}
    for span, reason in named:
        by_span.setdefault(span, {})[reason] = None
    for span, reasons in by_span.items():
        yield span, ", ".join(reason for reason in reasons if reason)


def _within(hours: Sequence[Span], span: Span) -> Span:
    """The part of it in which somebody would have worked; all of it where nobody would have."""
    missed = intersected(hours, [span])
    return Span(missed[0].start, missed[-1].end) if missed else span
