"""Changing an entry: its time, its people, or what it says."""

from dataclasses import replace

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry
from praxidesk.engine.occupancy import replan
from praxidesk.engine.outcomes import Change, Done, Invalid, Outcome, Refused
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import KEEP, MoveRequest, NewPatient
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone
from praxidesk.models import writes
from praxidesk.models.queries import KnownKey
from praxidesk.services.desk import Desk
from praxidesk.services.newcomers import admitted
from praxidesk.services.present import present_state
from praxidesk.services.refusals import answered
from praxidesk.services.replays import replayed
from praxidesk.services.stored_entries import as_stored, occupies_the_same, with_patient
from praxidesk.services.transactions import Overtaken
from praxidesk.services.weighing import Weighed, Wish, guarded, make_room, weigh


def move(desk: Desk, request: MoveRequest, now: int) -> Outcome:
    """Change an entry, or say everything that speaks against it.

    :raises StoreUnavailable: it is as it was, whatever the reason
    """
    return answered(desk, lambda connection: _move(connection, desk, request, now), now)


def wish_of_move(present: Entry, request: MoveRequest) -> Wish:
    """What the change wants; it is checked only where it changes the time or the people."""

    def planned(practice: Practice, zone: Zone, patient: ActorId | None) -> Proposal | Invalid:
        return replan(practice, zone, present, request, patient)

    return Wish(
        planned,
        patient=None if request.patient is KEEP else request.patient,
        fill=request.fill,
        override_reason=request.override_reason,
        key=request.key,
        is_checked=lambda proposal: (
            not occupies_the_same(proposal, present)
            or (proposal.status.occupies and not present.status.occupies)
        ),
        present=present,
        restores=request.restores,
    )


def _move(
    connection: Connection, desk: Desk, request: MoveRequest, now: int
) -> Done | Refused | Invalid | Weighed:
    present = present_state(connection, request)
    if not isinstance(present, Entry):
        return present
    answer = weigh(connection, desk, wish_of_move(present, request), now, lock=True)
    if isinstance(answer, KnownKey):
        return replayed(connection, request.key, answer)
    if isinstance(answer, Invalid) or answer.is_blocked:
        return answer
    proposal, override_reason = answer.proposal, present.override_reason
    patient = present.patient if request.patient is KEEP else answer.facts.patient
    if isinstance(request.patient, NewPatient):
        patient = admitted(connection, request.patient)
        proposal = with_patient(proposal, patient.id)
    if answer.is_checked:
        proposal = guarded(desk.practice, answer, proposal)
        override_reason = answer.override_reason
    else:
        proposal = replace(proposal, allocations=present.allocations)
    after = replace(
        as_stored(
            proposal,
            id_=present.id,
            version=present.version + 1,
            patient=patient,
            note=present.note if request.note is KEEP else request.note,
            reason=present.reason if request.reason is KEEP else request.reason,
            override_reason=override_reason,
        ),
        series=present.series,
        milestones=present.milestones,
        series_day=present.series_day,
        # Changed by itself: from now on its series leaves it alone. A note is no such change.
        is_exception=present.is_exception or (present.series_day is not None and not _is_note(request)),
    )
    is_there = writes.update_entry(
        connection,
        present.id,
        present.version,
        change=Change.MOVED,
        now=now,
        key=request.key,
        proposal=proposal,
        note=after.note,
        reason=after.reason,
        override_reason=after.override_reason,
        is_exception=after.is_exception,
    )
    if not is_there:
        raise Overtaken
    if answer.reseats:
        writes.release(connection, present.id)  # others may get the places that it leaves
        make_room(connection, answer, now)
    if answer.reseats or after.allocations != present.allocations:
        writes.replace_allocations(connection, present.id, after.allocations)
    return Done(Change.MOVED, after, answer.conflicts, before=present)


def _is_note(request: MoveRequest) -> bool:
    """Whether it writes a note, and nothing else."""
    return replace(request, note=KEEP, key=None, restores=False) == MoveRequest(
        request.entry, request.version
    )
