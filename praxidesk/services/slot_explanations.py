"""Why there is nothing earlier, over the store: what fails before the first slot, and what would open it."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from praxidesk.engine.entries import Taken
from praxidesk.engine.explanation import EXPLAINED_DAYS, explained
from praxidesk.engine.outcomes import Release, SlotsFound, WhyNotEarlier
from praxidesk.engine.reach import Reach
from praxidesk.engine.release import Openings, exchanges, moves_reach, with_another, with_one_moved
from praxidesk.engine.requests import PatientNumber, SlotRequest
from praxidesk.engine.slots import Search
from praxidesk.engine.spans import Span
from praxidesk.engine.trials import Trials
from praxidesk.engine.vocabulary import ActorId, Ranking
from praxidesk.models import queries
from praxidesk.models.queries import Facts
from praxidesk.services.desk import Desk
from praxidesk.services.look import Question, look_in_store


def why_not_earlier(  # noqa: PLR0917 - one argument for each thing it depends on
    connection: Connection, desk: Desk, request: SlotRequest, now: int, found: SlotsFound, first_day: date
) -> WhyNotEarlier:
    """What stands against everything before the first slot; one query, three more where entries may be moved.

    Useless where the practice turned out to have changed, and was read again.

    :param found: what the search itself found
    :param first_day: the first that it looked at
    """
    zone = desk.zone
    last = min(found.searched_to, first_day + timedelta(days=EXPLAINED_DAYS - 1))
    begin = zone.day(first_day).start
    earliest = min((slot.starts_at for slot in found.slots), default=zone.day(last).end)
    span = Span(begin, max(begin, min(earliest, zone.day(last).end)))
    nothing = WhyNotEarlier((), None, span.end)
    if span.start == span.end:
        return nothing
    known = request.patient
    number = known.number if isinstance(known, PatientNumber) else None
    patient = known if isinstance(known, int) else None
    wish = replace(request, limit=1, rank=Ranking.EARLIEST)
    search = Search.of(desk.practice, zone, wish, ActorId(patient) if patient is not None else None, now)
    reaches = [search, *(each for each in exchanges(search) if each is not None)]
    facts = _facts(connection, [each.reach(span) for each in reaches], search.patient, number)
    if facts.practice_version != desk.practice.version:
        desk.reload(connection)
        return nothing
    if facts.patient is not None:
        search = replace(search, patient=facts.patient.id)
    # In another order than by start the first that is offered may not be the earliest.
    for slot in search.slots(facts.taken, span):
        span = Span(span.start, slot.starts_at)
    return _explained(connection, search, facts.taken, span)


def _explained(connection: Connection, search: Search, rows: tuple[Taken, ...], span: Span) -> WhyNotEarlier:
    outlook, trials = search.outlook(rows, span), Trials(search, rows, span)
    explanation = explained(search, outlook, trials, span)
    looked = Span(span.start, explanation.until)
    release = with_another(search, rows, looked)
    before = Span(looked.start, looked.end if release is None else release.starts_at)
    moved = _with_one_moved(connection, search, rows, Openings(search, outlook, trials, rows), before)
    return WhyNotEarlier(explanation.spans, moved or release, explanation.until)


def _with_one_moved(
    connection: Connection, search: Search, rows: tuple[Taken, ...], openings: Openings, before: Span
) -> Release | None:
    """The first that one entry of low priority would open, if that can go elsewhere."""
    found = openings.first(before)
    ids = sorted({each.entry for each in found})
    entries = queries.entries_by_id(connection, ids) if ids else ()
    reach = moves_reach(search, entries)
    if reach is None:
        return None
    around = _facts(connection, [reach], None, None)
    everything = tuple(dict.fromkeys((*rows, *around.taken)))
    return with_one_moved(search, found, {each.id: each for each in entries}, everything)


def _facts(
    connection: Connection, reaches: list[Reach], patient: ActorId | None, number: str | None
) -> Facts:
    return look_in_store(connection, Question(reaches[0].joined(reaches[1:]), number, patient))
