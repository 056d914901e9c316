"""The entry that a change is about, as it is now; or why it cannot be changed."""

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Invalid, Refused
from praxidesk.engine.requests import KEEP, CancelRequest, MilestoneRequest, MoveRequest, StatusRequest
from praxidesk.engine.series_plan import SETTLED
from praxidesk.engine.status_order import is_allowed
from praxidesk.engine.vocabulary import Scope, Status
from praxidesk.models import queries
from praxidesk.services.answers import invalid, not_allowed, stale, unknown
from praxidesk.services.replays import replay_of

Request = MoveRequest | CancelRequest | StatusRequest | MilestoneRequest


def present_state(connection: Connection, request: Request) -> Entry | Done | Invalid | Refused:
    """The entry in the version that the request knows.

    A request that came before is answered as it was then; the version it knew is an older one by now.
    """
    present = queries.entry(connection, request.entry)
    if present is None:
        return unknown(request.entry)
    reason = cannot_be_changed(present, request)
    if reason is None:
        return present
    return replay_of(connection, request.key) or reason


def cannot_be_changed(present: Entry, request: Request) -> Invalid | Refused | None:
    """Why this version of the entry cannot be changed so; ``None`` if it can."""
    if request.version > present.version:
        return invalid("version", f"entry {present.id} has only reached version {present.version}")
    if present.status is Status.CANCELLED and not isinstance(request, StatusRequest):
        return invalid("id", f"entry {present.id} is cancelled")
    if request.version < present.version:
        return stale(present)
    if isinstance(request, CancelRequest) and request.scope is not Scope.THIS and present.status in SETTLED:
        return None  # named only to say which others: what is over stays as it is
    return None if is_allowed(present.status, _status_after(present, request)) else not_allowed(present)


def _status_after(present: Entry, request: Request) -> Status:
    if isinstance(request, CancelRequest):
        return Status.CANCELLED
    if isinstance(request, MilestoneRequest):
        return request.status or present.status
    return present.status if request.status is KEEP else request.status
