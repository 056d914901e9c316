"""Booking, and asking whether something could be booked."""

from dataclasses import replace

from sqlalchemy import Connection

from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import Change, Done, Free, Invalid, Outcome, Refused
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, MoveRequest, NewPatient
from praxidesk.engine.vocabulary import ActorId, Status
from praxidesk.engine.walltime import Zone
from praxidesk.models import queries, writes
from praxidesk.models.queries import KnownKey
from praxidesk.services.answers import unknown
from praxidesk.services.desk import Desk
from praxidesk.services.look import Look, look_in_store
from praxidesk.services.moving import wish_of_move
from praxidesk.services.newcomers import admitted
from praxidesk.services.present import cannot_be_changed
from praxidesk.services.refusals import answered, blocked, refused, refused_within
from praxidesk.services.replays import replayed
from praxidesk.services.stored_entries import as_stored, with_patient
from praxidesk.services.weighing import Weighed, Wish, guarded, make_room, weigh


def book(desk: Desk, request: BookRequest, now: int) -> Outcome:
    """Put an entry into the calendar, or say everything that speaks against it.

    :raises StoreUnavailable: it is not booked, whatever the reason
    """
    return answered(desk, lambda connection: _book(connection, desk, request, now), now)


def book_in(
    connection: Connection, desk: Desk, request: BookRequest, now: int, look: Look = look_in_store
) -> Outcome:
    """Book within the caller's transaction, which other bookings share; a refusal has no alternatives.

    A refused or invalid request leaves nothing in the transaction. On PostgreSQL the caller locks the
    actors of all its bookings beforehand (``writes.lock_actors``), so that two batches cannot deadlock.
    Every exception ends the transaction for all of them; the caller may then book one by one.

    :raises OverlapRefused, KeyTaken, NumberTaken, Deadlock, Overtaken: another transaction was faster
    """
    answer = _book(connection, desk, request, now, look)
    return refused_within(connection, answer) if isinstance(answer, Weighed) else answer


def check(desk: Desk, request: BookRequest | MoveRequest, now: int) -> Outcome:
    """Whether it would be free, writing nothing: one query; more for an entry that is there, or a refusal.

    A move of version 0 asks for no version. Keys are not looked at: nothing is done that could be repeated.
    """
    with desk.store.read() as connection:
        wish = _checked_wish(connection, request)
        if not isinstance(wish, Wish):
            return wish
        answer = weigh(connection, desk, replace(wish, key=None), now, lock=False)
        if isinstance(answer, Invalid):
            return answer
        if isinstance(answer, KnownKey):
            raise AssertionError("without a key nothing is known")  # noqa: TRY004 - a bug, whatever its type
        found = blocked(connection, desk, answer, now) if answer.is_blocked else None
    if found is not None:
        return refused(desk, found, now)
    return Free(answer.proposal.span, answer.proposal.participants, answer.conflicts)


def _checked_wish(connection: Connection, request: BookRequest | MoveRequest) -> Wish | Invalid | Refused:
    """What a check is about; or why the entry that it names cannot be meant."""
    if request.entry is None:
        return wish_of(request)
    present = queries.entry(connection, request.entry)
    if present is None:
        return unknown(request.entry)
    if isinstance(request, BookRequest):
        # As a move, which keeps the status; a cancelled entry could only come back as a booked one.
        is_cancelled = present.status is Status.CANCELLED
        wish = wish_of(request if is_cancelled else replace(request, status=present.status))
        return replace(wish, present=present)
    reason = cannot_be_changed(present, replace(request, version=request.version or present.version))
    return reason if reason is not None else wish_of_move(present, request)


def wish_of(request: BookRequest) -> Wish:
    """What a booking wants."""

    def planned(practice: Practice, zone: Zone, patient: ActorId | None) -> Proposal | Invalid:
        return plan(practice, zone, request, patient)

    return Wish(
        planned,
        patient=request.patient,
        fill=request.fill,
        override_reason=request.override_reason,
        key=request.key,
    )


def _book(
    connection: Connection, desk: Desk, request: BookRequest, now: int, look: Look = look_in_store
) -> Done | Invalid | Weighed:
    """Book, or say why not: ``Weighed`` where something blocks."""
    answer = weigh(connection, desk, wish_of(request), now, lock=True, look=look)
    if isinstance(answer, KnownKey):
        return replayed(connection, request.key, answer)
    if isinstance(answer, Invalid) or answer.is_blocked:
        return answer
    proposal, patient = answer.proposal, answer.facts.patient
    if isinstance(request.patient, NewPatient):
        patient = admitted(connection, request.patient)
        proposal = with_patient(proposal, patient.id)
    proposal = guarded(desk.practice, answer, proposal)
    make_room(connection, answer, now)
    id_ = writes.insert_entry(
        connection,
        proposal,
        note=request.note,
        reason=request.reason,
        override_reason=answer.override_reason,
        key=request.key,
        now=now,
    )
    entry = as_stored(
        proposal,
        id_=id_,
        version=1,
        patient=patient,
        note=request.note,
        reason=request.reason,
        override_reason=answer.override_reason,
    )
    return Done(Change.BOOKED, entry, answer.conflicts)
