"""What a change of the practice would break: looked up before anything is saved."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from praxidesk.engine import bulk
from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import ALWAYS
from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.bulk import Breach, Sweep
from praxidesk.engine.entries import Entry
from praxidesk.engine.hours_changes import HoursChange
from praxidesk.engine.offerings import AppointmentType, Procedure
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice, Reservation, Site
from praxidesk.engine.practice_draft import (
    DraftEffects,
    DraftPreview,
    PracticeDraft,
    PracticeRow,
    RowChange,
    applied,
)
from praxidesk.engine.reach import Reach
from praxidesk.engine.spans import HOUR, Span, intersected
from praxidesk.engine.vocabulary import ActorId, ServiceId, Severity, Status, service_of_entry
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.practice_file import PracticeFile
from praxidesk.models import queries
from praxidesk.services.desk import Desk
from praxidesk.services.holidays_calendar import holidays_of
from praxidesk.services.practice_drafts import look_at

DAYS_AHEAD = 364
DAYS_AT_ONCE = 28
DAYS_OF_ALL = 2
"""The same where everybody's entries are read: as many as a moment takes."""
AT_A_STRETCH = 40
"""Entries that are looked at before others may come in between."""
MOST_COUNTED = 2_000
"""Whoever would break more has seen enough."""
MOST_TOLD = 200
"""As many as anybody reads before a decision; the others are counted."""


@dataclass(frozen=True, slots=True)
class _Touched:
    """What a draft can have an effect on."""

    everybody: bool = False
    actors: frozenset[ActorId] = frozenset()
    services: frozenset[ServiceId] = frozenset()
    first: date = date.max
    """The days on which it can; of none the first is after the last."""
    last: date = date.min

    def joined(self, other: "_Touched") -> "_Touched":
        return _Touched(
            self.everybody or other.everybody,
            self.actors | other.actors,
            self.services | other.services,
            min(self.first, other.first),
            max(self.last, other.last),
        )

    def has(self, entry: Entry) -> bool:
        return (
            self.everybody
            or service_of_entry(entry.type, entry.procedure) in self.services
            or any(each.actor in self.actors for each in entry.allocations)
        )


def preview_in_pieces(desk: Desk, draft: PracticeDraft, now: int) -> Generator[None, None, DraftPreview]:
    """What is wrong with the draft; or the entries of a year from now that a rule would newly block.

    In pieces of some hundredths of a second, between which the store is free for others. Reads some weeks at
    a time, with at most three statements each, however many entries there are; and only the days and people
    that the change can have an effect on. Of other hours alone, only the entries in the time that they newly
    close are read, with two statements.
    """
    desk.refresh()
    looked = look_at(desk.practice, draft)
    if not isinstance(looked, PracticeFile):
        return looked
    after = applied(desk.practice, draft)
    after = replace(after, holidays=holidays_of(after.site))
    touched = _touched(desk.practice, draft, desk.zone.day_of(now))
    found: list[Breach] = []
    count = 0
    breaches = _closed_out if is_of_hours(draft) else _new_breaches
    for breach in breaches(desk, after, touched, now):
        if breach is None:
            yield
            continue
        count += 1
        if len(found) < MOST_TOLD:
            found.append(breach)
        if count == MOST_COUNTED:
            return DraftEffects(tuple(found), count, is_complete=False)
    return DraftEffects(tuple(found), count)


def is_of_hours(draft: PracticeDraft) -> bool:
    """Whether only hours, breaks, absences or closures become others: no other rule asks for them."""
    return not draft.policy and all(
        change.before is not None and _but_for_hours(change.before) == _but_for_hours(change.after)
        for change in draft.rows
    )


def _but_for_hours(row: PracticeRow) -> PracticeRow:
    match row:
        case Site():
            return replace(row, availability=ALWAYS, holidays="", local_holidays=())
        case Actor():
            return replace(row, availability=ALWAYS)
        case _:
            return row


def _closed_out(desk: Desk, after: Practice, touched: _Touched, now: int) -> Iterator[Breach | None]:
    """The same as ``_new_breaches`` where only hours are others: whoever stands in newly closed time."""
    day, told, zone = touched.first, set[int](), desk.zone
    while day <= touched.last:
        until = min(touched.last, day + timedelta(days=DAYS_AT_ONCE - 1))
        # A day before and after it, for those who stand over midnight.
        whole = Span(zone.day(day - timedelta(days=1)).start, zone.day(until + timedelta(days=1)).end)
        asked = Span(max(now, zone.day(day).start), zone.day(until).end)
        day = until + timedelta(days=1)
        yield None
        change = HoursChange(Backdrop(desk.practice, zone, whole), Backdrop(after, zone, whole))
        for spans in _portions(intersected(change.spans, [asked])):
            yield None
            with desk.store.read() as connection:
                entries = queries.entries_in(connection, spans)
            for number, entry in enumerate(entries):
                if number % AT_A_STRETCH == 0:
                    yield None
                if entry.id in told or not (_is_to_come(entry) and touched.has(entry)):
                    continue
                if change.affects(entry):
                    told.add(entry.id)
                    if wrong := change.breaks(entry):
                        yield Breach(entry, wrong)


def _portions(spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """As much closed time as can be read at once, however many entries stand in it."""
    portion, length = list[Span](), 0
    for span in spans:
        portion.append(span)
        length += span.end - span.start
        if length >= DAYS_OF_ALL * 12 * HOUR:
            yield portion
            portion, length = [], 0
    if portion:
        yield portion


def _touched(practice: Practice, draft: PracticeDraft, today: date) -> _Touched:
    year = _Touched(first=today, last=today + timedelta(days=DAYS_AHEAD - 1))
    touched = replace(year, everybody=True) if draft.policy else _Touched()
    for change in draft.rows:
        touched = touched.joined(_by_row(practice, change, year))
    return replace(touched, first=max(touched.first, today), last=min(touched.last, year.last))


def _by_row(practice: Practice, change: RowChange, year: _Touched) -> _Touched:
    before, row = change.before, change.after
    match row:
        case Site():
            days = _days_away(before, row)
            return replace(days or year, everybody=True)
        case Actor():
            if row.code not in practice.actor_ids:
                return _Touched()
            actors = {practice.actor_ids[row.code]}
            days = _days_away(before, row)
            if days is not None:
                return replace(days, actors=frozenset(actors))
            groups = {row.group, before.group if isinstance(before, Actor) else ""} - {""}
            return replace(year, actors=frozenset(actors | _members(practice, groups)))
        case AppointmentType():
            return replace(year, services=_services(practice, row.code)) if before else _Touched()
        case Procedure():
            return replace(year, services=_services(practice, row.code)) if before else _Touched()
        case Reservation():
            codes = {*row.actors, *(before.actors if isinstance(before, Reservation) else ())}
            actors = {practice.actor_ids[code] for code in codes if code in practice.actor_ids}
            return replace(year, actors=frozenset(actors | _members(practice, codes)))
        case _:
            return _Touched()


def _members(practice: Practice, groups: set[str]) -> frozenset[ActorId]:
    return frozenset(id_ for id_, actor in practice.actors.items() if actor.group in groups)


def _services(practice: Practice, code: str) -> frozenset[ServiceId]:
    found = {
        *(service_of_entry(id_, None) for id_, each in practice.types.items() if each.code == code),
        *(service_of_entry(None, id_) for id_, each in practice.procedures.items() if each.code == code),
    }
    return frozenset(found)


def _days_away(before: object, after: Site | Actor) -> _Touched | None:
    """The days of the new absences, where nothing else is new; none where some were only taken away."""
    if not isinstance(before, Site | Actor):
        return None
    known = before.availability.absences
    as_before = replace(after.availability, absences=known)
    if replace(after, availability=as_before) != before:
        return None
    days = _Touched()
    for away in after.availability.absences:
        if away not in known:
            days = days.joined(_Touched(first=away.starts.date(), last=away.ends.date()))
    return days


def _new_breaches(desk: Desk, after: Practice, touched: _Touched, now: int) -> Iterator[Breach | None]:
    """Each breach, and ``None`` wherever others may come in between."""
    before_practice, before_zone = desk.practice, desk.zone
    after_zone = Zone(after.site.timezone)
    at_once = DAYS_OF_ALL if touched.everybody or touched.services else DAYS_AT_ONCE
    day, told = touched.first, set[int]()
    while day <= touched.last:
        until = min(touched.last, day + timedelta(days=at_once - 1))
        span = Span(max(now, before_zone.day(day).start), before_zone.day(until).end)
        day = until + timedelta(days=1)
        with desk.store.read() as connection:
            asked = None if touched.everybody or touched.services else touched.actors
            entries = [
                each
                for each in queries.entries(connection, span, asked)
                if each.id not in told and _is_to_come(each) and touched.has(each)
            ]
            proposals = [bulk.standing(each) for each in entries]
            reach: Reach | None = bulk.reach_of_all(after, after_zone, proposals)
            if reach is None:
                continue
            around = queries.surroundings(connection, reach.actors, reach.span, services=reach.services).taken
        told |= {each.id for each in entries}
        new = Sweep(after, after_zone, around, now)
        yield None
        old = Sweep(before_practice, before_zone, around, now)
        for number, (entry, proposal) in enumerate(zip(entries, proposals, strict=True)):
            if number % AT_A_STRETCH == 0:
                yield None
            wrong = _blocking(new.check(proposal))
            if wrong:
                known = {(each.kind, each.actor) for each in _blocking(old.check(proposal))}
                wrong = tuple(each for each in wrong if (each.kind, each.actor) not in known)
            if wrong:
                yield Breach(entry, wrong)


def _is_to_come(entry: Entry) -> bool:
    return entry.status is not Status.FULFILLED and (entry.status.occupies or entry.status.is_tentative)


def _blocking(conflicts: list[Conflict]) -> tuple[Conflict, ...]:
    return tuple(
        each
        for each in conflicts
        if each.severity is Severity.BLOCKING and each.kind not in bulk.OF_BOOKING_ONLY
    )
