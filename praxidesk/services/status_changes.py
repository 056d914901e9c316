"""Setting an entry's status: checked wherever it begins to occupy."""

from dataclasses import replace

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry
from praxidesk.engine.occupancy import replan
from praxidesk.engine.outcomes import Change, Done, Invalid, Outcome, Refused
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import MoveRequest, StatusRequest
from praxidesk.engine.vocabulary import ActorId, EntryKind, Status
from praxidesk.engine.walltime import Zone
from praxidesk.models import writes
from praxidesk.models.queries import KnownKey
from praxidesk.services.answers import invalid
from praxidesk.services.desk import Desk
from praxidesk.services.present import present_state
from praxidesk.services.refusals import answered
from praxidesk.services.replays import replay_of, replayed
from praxidesk.services.stored_entries import released
from praxidesk.services.transactions import Overtaken
from praxidesk.services.weighing import Weighed, Wish, guarded, make_room, weigh


def set_status(desk: Desk, request: StatusRequest, now: int) -> Outcome:
    """Set a status, or say everything that speaks against it.

    Not every status may follow every other (``engine.status_order``), and an entry is cancelled by
    ``cancel``, which takes a reason.

    :raises StoreUnavailable: it is as it was, whatever the reason
    """
    if request.status is Status.CANCELLED:
        return invalid("status", "an entry is cancelled by cancel, not by status")
    return answered(desk, lambda connection: _set_status(connection, desk, request, now), now)


def _set_status(
    connection: Connection, desk: Desk, request: StatusRequest, now: int
) -> Done | Refused | Invalid | Weighed:
    present = present_state(connection, request)
    if not isinstance(present, Entry):
        return present
    if request.status.occupies and not present.status.occupies:
        answer = weigh(connection, desk, wish_of_status(present, request), now, lock=True)
        if isinstance(answer, KnownKey):
            return replayed(connection, request.key, answer)
        if isinstance(answer, Invalid) or answer.is_blocked:
            return answer
        proposal = guarded(desk.practice, answer, answer.proposal)
        make_room(connection, answer, now)
        after = replace(present, allocations=proposal.allocations, override_reason=answer.override_reason)
        warnings = answer.conflicts
    else:
        replay = replay_of(connection, request.key)
        if replay is not None:
            return replay
        after, warnings = present if request.status.occupies else released(present), ()
    after = replace(
        after,
        version=present.version + 1,
        status=request.status,
        reason=reason_after(present),
    )
    is_there = writes.update_entry(
        connection,
        present.id,
        present.version,
        change=Change.STATUS_CHANGED,
        now=now,
        key=request.key,
        status=after.status,
        reason=after.reason,
        override_reason=after.override_reason,
    )
    if not is_there:
        raise Overtaken
    if after.allocations != present.allocations:
        writes.replace_allocations(connection, present.id, after.allocations)
    return Done(Change.STATUS_CHANGED, after, warnings, before=present)


def wish_of_status(present: Entry, request: StatusRequest) -> Wish:
    """What a status that begins to occupy wants: to stand where it stands."""
    unmoved = MoveRequest(present.id, present.version)

    def planned(practice: Practice, zone: Zone, patient: ActorId | None) -> Proposal | Invalid:
        return replan(practice, zone, replace(present, status=request.status), unmoved, patient)

    return Wish(planned, override_reason=request.override_reason, key=request.key, present=present)


def reason_after(present: Entry) -> str:
    """Why it was cancelled ends with the cancellation; what a blockout is stays."""
    ends = present.status is Status.CANCELLED and present.kind is not EntryKind.BLOCKOUT
    return "" if ends else present.reason
