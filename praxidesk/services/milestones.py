"""Saying when an operation reached its milestones: a version of it like any other change."""

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry
from praxidesk.engine.milestone_changes import with_milestones
from praxidesk.engine.outcomes import Change, Done, Invalid, Outcome, Refused
from praxidesk.engine.requests import MilestoneRequest
from praxidesk.models import writes
from praxidesk.services.desk import Desk
from praxidesk.services.present import present_state
from praxidesk.services.replays import replay_of
from praxidesk.services.transactions import Overtaken, in_transaction


def set_milestones(desk: Desk, request: MilestoneRequest, now: int) -> Outcome:
    """Record, correct or take away times; nothing is asked of the calendar, for nobody is taken otherwise.

    :raises StoreUnavailable: it is as it was, whatever the reason
    """
    return in_transaction(desk.store, lambda connection: _set(connection, desk, request, now))


def _set(connection: Connection, desk: Desk, request: MilestoneRequest, now: int) -> Done | Refused | Invalid:
    present = present_state(connection, request)
    if not isinstance(present, Entry):
        return present
    replay = replay_of(connection, request.key)
    if replay is not None:
        return replay
    after = with_milestones(desk.zone, present, request, now)
    if isinstance(after, Invalid):
        return after
    is_there = writes.update_entry(
        connection,
        present.id,
        present.version,
        change=Change.STATUS_CHANGED,
        now=now,
        key=request.key,
        status=after.status,
    )
    if not is_there:
        raise Overtaken
    before = dict(present.milestones)
    changed = {each: at for each, at in request.times.items() if at != before.get(each)}
    writes.set_milestones(connection, present.id, changed)
    return Done(Change.STATUS_CHANGED, after, before=present)
