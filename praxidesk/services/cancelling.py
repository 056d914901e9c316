"""Taking an entry out of the calendar. Its row stays, and says why."""

from dataclasses import replace

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done, Invalid, Outcome, Refused
from praxidesk.engine.requests import CancelRequest
from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.models import writes
from praxidesk.services.desk import Desk
from praxidesk.services.present import present_state
from praxidesk.services.replays import replay_of
from praxidesk.services.stored_entries import released
from praxidesk.services.transactions import Overtaken, in_transaction


def cancel(desk: Desk, request: CancelRequest, now: int) -> Outcome:
    """Cancel an entry: nobody is taken by it any longer.

    :raises StoreUnavailable: it still stands, whatever the reason
    """
    return in_transaction(desk.store, lambda connection: _cancel(connection, request, now))


def _cancel(connection: Connection, request: CancelRequest, now: int) -> Done | Refused | Invalid:
    present = present_state(connection, request)
    if not isinstance(present, Entry):
        return present
    replay = replay_of(connection, request.key)
    if replay is not None:
        return replay
    # What a blockout is, is its reason: a cancellation that gives none must not erase it.
    keeps_reason = present.kind is EntryKind.BLOCKOUT and not request.reason
    after = replace(
        released(present),
        version=present.version + 1,
        status=Status.CANCELLED,
        reason=present.reason if keeps_reason else request.reason,
    )
    is_there = writes.update_entry(
        connection,
        present.id,
        present.version,
        change=Change.CANCELLED,
        now=now,
        key=request.key,
        status=after.status,
        reason=after.reason,
    )
    if not is_there:
        raise Overtaken
    writes.release(connection, present.id)
    return Done(Change.CANCELLED, after, before=present)
