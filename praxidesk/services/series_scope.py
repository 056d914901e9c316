"""Which entries a change of a series or combination is about, and the answer where it was done before."""

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Invalid
from praxidesk.engine.requests import KEEP, MoveRequest, RequestKey
from praxidesk.engine.series_outcomes import DateOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.series_plan import Touched, day_of, place, touched
from praxidesk.engine.series_requests import ScopedRequest
from praxidesk.models import queries
from praxidesk.models.series_queries import changed_together, stored_series
from praxidesk.services.answers import invalid
from praxidesk.services.desk import Desk

_ONE_FOR_ALL = ("minutes", "phases", "participants", "type", "procedure", "reason")
"""What the parts of a combination cannot have in common."""


def in_scope(connection: Connection, present: Entry, request: ScopedRequest, now: int) -> Touched | Invalid:
    """The entries that a change is about; or why it can be about none."""
    if present.series is None:
        return invalid("scope", f"entry {present.id} is part of no series and no combination")
    stored = stored_series(connection, present.series)
    if stored.is_combination and isinstance(request, MoveRequest):
        for field in _ONE_FOR_ALL:
            if getattr(request, field) not in (KEEP, {}):
                return invalid(field, "the parts of a combination differ in this: change one by one")
    found = touched(present, stored.entries, request.scope, now)
    if not found.changing:
        return invalid("scope", "nothing of it is still to come")
    return found


def replayed_change(
    connection: Connection, desk: Desk, replay: Done | Invalid, key: RequestKey | None
) -> SeriesOutcome | Invalid:
    """The answer to a change that was done before: the entries it changed as they are now."""
    if isinstance(replay, Invalid):
        return replay
    if key is None or replay.entry.series is None:
        return invalid("key", "another request was answered under this key")
    changed = changed_together(connection, replay.entry.series, key.key)
    entries = sorted(queries.entries_by_id(connection, changed), key=place)
    return SeriesOutcome(
        Verdict(replay.change.value),
        tuple(
            DateOutcome(day_of(each, desk.zone), DateState.DONE, each.span, entry=each) for each in entries
        ),
        series=replay.entry.series,
        replayed=True,
    )
