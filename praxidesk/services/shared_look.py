"""One look for many bookings of a transaction: what stands around all, kept in step as they are made."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from praxidesk.engine.bulk import standing, taken_by
from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.outcomes import Done
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach, all_of
from praxidesk.engine.requests import BookRequest, PatientNumber
from praxidesk.engine.spans import HOUR
from praxidesk.engine.taken_index import TakenIndex
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models.patient_records import patients_of_entries
from praxidesk.models.queries import Facts, KnownKey
from praxidesk.models.request_keys import known_keys
from praxidesk.services.booking import wish_of
from praxidesk.services.desk import Desk
from praxidesk.services.look import Question, look_in_store
from praxidesk.services.weighing import known_so_far, reach_of

LONGEST = 35 * 24 * HOUR
"""Bookings further apart share no look: what lies between them would be fetched for nothing."""


class SharedLook:
    """A ``Look`` for the bookings it was made for; whatever else is asked goes to the store."""

    def __init__(self, connection: Connection, desk: Desk, requests: Sequence[BookRequest]) -> None:
        """Three statements, however many bookings there are. Everybody's patients are in the store by now."""
        numbers = {each.patient.number for each in requests if isinstance(each.patient, PatientNumber)}
        self._patients = patients_of_entries(connection, sorted(numbers)) if numbers else {}
        keys = {each.key.key for each in requests if each.key is not None}
        self._known: dict[str, KnownKey] = known_keys(connection, sorted(keys)) if keys else {}
        reach = _reach_of_all(desk, requests, self._patients)
        is_near = reach is not None and reach.span.end - reach.span.start <= LONGEST
        self._reach = reach if is_near else None
        self._desk = desk
        self._version = desk.practice.version
        self._index = TakenIndex(())
        if self._reach is not None:
            facts = look_in_store(connection, Question(self._reach))
            self._version = facts.practice_version
            self._index = TakenIndex(facts.taken)

    def __call__(self, connection: Connection, question: Question) -> Facts:
        """What stands around one of them."""
        reach, number = question.reach, question.patient_number
        patient = None if number is None else self._patients.get(number)
        if patient is not None:
            reach = Reach(reach.actors | {patient.id}, reach.span, reach.services)
        is_here = (
            self._reach is not None
            # By another practice than the desk has by now nothing can be decided: the store has the newest.
            and self._version == self._desk.practice.version
            and reach.actors <= self._reach.actors
            and self._reach.span.contains(reach.span)
            and reach.services <= self._reach.services
            and question.patient_id is None
            and (number is None or patient is not None)
        )
        if not is_here:
            return look_in_store(connection, question)
        known = None if question.key is None else self._known.get(question.key)
        return Facts(self._version, patient, known, tuple(self._index.within(reach)))

    def note(self, request: BookRequest, done: Done) -> None:
        """One of them has been booked: it stands in the way of the others, and its key is used."""
        if done.replayed:
            return
        if request.key is not None:
            self._known[request.key.key] = KnownKey(request.key.fingerprint, done.change, done.entry.id)
        if any(each.seat is not None for each in done.entry.allocations):
            self._reach = None  # others may have been put on other places: ask the store from now on
            return
        for taken in taken_by(standing(done.entry)):
            self._index.add(taken)


def locked_for(desk: Desk, requests: Iterable[BookRequest]) -> frozenset[ActorId]:
    """Whom a transaction that makes these bookings locks beforehand; patients not known yet apart."""
    reach = _reach_of_all(desk, requests, {})
    return frozenset() if reach is None else reach.actors


def _reach_of_all(
    desk: Desk, requests: Iterable[BookRequest], patients: Mapping[str, PatientOnEntry]
) -> Reach | None:
    reaches: list[Reach] = []
    for request in requests:
        wish = wish_of(request)
        patient, number = known_so_far(request.patient)
        known = patients.get(number) if number is not None else None
        draft = wish.plan(desk.practice, desk.zone, patient if known is None else known.id)
        if isinstance(draft, Proposal):
            reaches.append(reach_of(desk, wish, draft))
    return all_of(reaches)
