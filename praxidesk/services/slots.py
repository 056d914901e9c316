"""The slot search over the store: a few days first, and all the rest only where they hold too little."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from praxidesk.engine import slots as engine
from praxidesk.engine.diaries import Diaries
from praxidesk.engine.entries import Taken
from praxidesk.engine.habits import WEEKS, Habits
from praxidesk.engine.outcomes import FieldError, Invalid, Slot, SlotsFound
from praxidesk.engine.ranked_search import RANKED_DAYS, ranked
from praxidesk.engine.reach import Reach
from praxidesk.engine.requests import NewPatient, PatientNumber, SlotRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.substitutes import marked, opened
from praxidesk.engine.vocabulary import ActorId, Ranking, service_of_entry
from praxidesk.engine.walltime import LAST_DAY
from praxidesk.models import queries
from praxidesk.services.answers import invalid
from praxidesk.services.desk import Desk
from praxidesk.services.look import Question, look_in_store
from praxidesk.services.slot_explanations import why_not_earlier

HORIZONS_DAYS = (2, 8)
"""Days of the first two searches where few slots are wanted. Fetching allocations is what costs."""


def find_slots(desk: Desk, request: SlotRequest, now: int) -> SlotsFound | Invalid:
    """The first times at which everybody wanted is free; at most three queries, for all starts one.

    Habits take one query more, and an explanation up to four.
    """
    with desk.store.read() as connection:
        while True:
            version = desk.practice.version
            answer = _answer(connection, desk, request, now)
            if desk.practice.version == version:
                return answer


def _answer(connection: Connection, desk: Desk, request: SlotRequest, now: int) -> SlotsFound | Invalid:
    """The answer; useless where the practice turned out to have changed, and was read again."""
    length = engine.length(desk.practice, request)
    if isinstance(length, FieldError):
        desk.refresh_in(connection)
        return Invalid((length,))
    version = desk.practice.version
    answer = _found(connection, desk, request, now)
    if isinstance(answer, SlotsFound) and request.explain and desk.practice.version == version:
        first = max(request.first_day, desk.zone.day_of(now))
        why = why_not_earlier(connection, desk, request, now, answer, min(first, LAST_DAY))
        return replace(answer, why_not_earlier=why)
    return answer


def _found(connection: Connection, desk: Desk, request: SlotRequest, now: int) -> SlotsFound | Invalid:
    number = request.patient.number if isinstance(request.patient, PatientNumber) else None
    patient = None if isinstance(request.patient, NewPatient | PatientNumber) else request.patient
    is_ranked = request.rank is not Ranking.EARLIEST
    habits = _habits(connection, desk, request, now) if request.rank is Ranking.PREFERRED else None
    wider = opened(desk.practice, request) if request.limit else None
    slots: list[Slot] = []
    spans = list(_horizons(desk, request, now))
    for span in spans:
        wanted = replace(request, limit=request.limit - len(slots)) if request.limit else request
        searches = [engine.Search.of(desk.practice, desk.zone, wanted, patient, now)]
        reaches = [searches[0].reach(span)]
        if wider is not None and span is spans[-1] and not slots:
            # Nothing so far: the last query brings the calendars of colleagues too, from the first day on.
            whole = Span(min(spans[0].start, span.start), span.end)
            wider = replace(wider, limit=2 * request.limit)
            searches.append(engine.Search.of(desk.practice, desk.zone, wider, patient, now))
            reaches.append(searches[1].reach(whole))
        by_rows = is_ranked or any(each.reads_single_entries for each in searches)
        reach = reaches[0].joined(reaches[1:])
        seen = _seen(connection, reach, patient, number, by_rows=by_rows)
        if seen.practice_version != desk.practice.version:
            desk.reload(connection)
            return SlotsFound((), request.last_day)
        if seen.patient is not None:
            patient = seen.patient
            searches = [replace(each, patient=patient) for each in searches]
        elif number is not None:
            return invalid("patient", f"no patient has the number {number!r}")
        if is_ranked:
            slots = ranked(searches[0], seen.rows, span, habits)
        else:
            slots += searches[0].slots(seen.rows, span, columns=seen.columns)
        if request.limit and len(slots) >= request.limit:
            last = span.end - 1 if is_ranked else slots[-1].starts_at
            return SlotsFound(tuple(slots), desk.zone.day_of(last))
        if len(searches) > 1 and not slots:
            colleagues = searches[1].slots(seen.rows, whole, columns=seen.columns)
            substitutes = marked(desk.practice, request, colleagues)[: request.limit]
            return SlotsFound((), request.last_day, substitutes)
    return SlotsFound(tuple(slots), request.last_day)


def _habits(connection: Connection, desk: Desk, request: SlotRequest, now: int) -> Habits:
    """What the practice's own past says of the service."""
    service = service_of_entry(request.type, request.procedure)
    since = desk.zone.day(desk.zone.day_of(now) - timedelta(weeks=WEEKS)).start
    return Habits.learnt(desk.zone, service, queries.starts_of(connection, service, Span(since, now)))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one query brought: rows, or where they would say no more, columns."""

    practice_version: int
    patient: ActorId | None
    rows: Sequence[Taken]
    columns: Diaries | None


def _seen(
    connection: Connection, reach: Reach, patient: ActorId | None, number: str | None, *, by_rows: bool
) -> _Seen:
    if by_rows:
        facts = look_in_store(connection, Question(reach, number, patient))
        who = facts.patient.id if facts.patient is not None else None
        return _Seen(facts.practice_version, who, facts.taken, None)
    seen = queries.columns(connection, reach.actors, reach.span, patient_number=number, patient_id=patient)
    return _Seen(seen.practice_version, seen.patient, (), seen.diaries)


def _horizons(desk: Desk, request: SlotRequest, now: int) -> Iterator[Span]:
    """What to search, in turn: at least one span, which is empty where the last day is over."""
    zone = desk.zone
    first, last = max(request.first_day, zone.day_of(now)), min(request.last_day, LAST_DAY)
    if request.not_before is not None:
        first = max(first, zone.day_of(request.not_before))
    if request.not_after is not None:
        last = min(last, zone.day_of(request.not_after))
    day = _next_wanted(request, first, last)
    if day > last:
        yield Span(now, now)
        return
    if request.rank is not Ranking.EARLIEST:
        until = day + timedelta(days=RANKED_DAYS - 1)
        if request.limit and until < last:
            yield Span(zone.day(day).start, zone.day(until).end)
        yield Span(zone.day(day).start, zone.day(last).end)
        return
    for days in HORIZONS_DAYS if request.limit else ():
        until = day + timedelta(days=days - 1)
        if until >= last:
            break
        yield Span(zone.day(day).start, zone.day(until).end)
        day = _next_wanted(request, until + timedelta(days=1), last)
        if day > last:
            return
    yield Span(zone.day(day).start, zone.day(last).end)


def _next_wanted(request: SlotRequest, day: date, last: date) -> date:
    """The first day of a wanted weekday from this one on; behind the last day where there is none."""
    while day <= last and day.weekday() not in request.weekdays:
        day += timedelta(days=1)
    return day
