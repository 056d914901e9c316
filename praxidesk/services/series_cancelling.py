"""Cancelling several entries of a series or combination at once."""

from dataclasses import replace

from sqlalchemy import Connection

from praxidesk.engine.bulk import standing
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done, Invalid, Refused
from praxidesk.engine.requests import CancelRequest
from praxidesk.engine.series_outcomes import DateOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.series_plan import day_of
from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.models.series_writes import EntryRow, release_all, update_entries
from praxidesk.services.desk import Desk
from praxidesk.services.present import present_state
from praxidesk.services.replays import replay_of
from praxidesk.services.series_scope import in_scope, replayed_change
from praxidesk.services.stored_entries import released
from praxidesk.services.transactions import Overtaken, in_transaction


def cancel_series(desk: Desk, request: CancelRequest, now: int) -> SeriesOutcome | Refused | Invalid:
    """Cancel all entries in the request's scope.

    :raises StoreUnavailable: all still stand, whatever the reason
    """
    return in_transaction(desk.store, lambda connection: _cancel(connection, desk, request, now))


def _cancel(
    connection: Connection, desk: Desk, request: CancelRequest, now: int
) -> SeriesOutcome | Refused | Invalid:
    present = present_state(connection, request)
    replay = present if isinstance(present, Done) else replay_of(connection, request.key)
    if replay is not None:
        return replayed_change(connection, desk, replay, request.key)
    if not isinstance(present, Entry):
        assert not isinstance(present, Done)  # noqa: S101 - told apart above
        return present
    within = in_scope(connection, present, request, now)
    if isinstance(within, Invalid):
        return within
    after = {each.id: _cancelled(each, request.reason) for each in within.changing}
    rows = [
        EntryRow(
            standing(each),
            note=each.note,
            reason=each.reason,
            override_reason=each.override_reason,
            key=request.key if index == 0 else None,
            id=each.id,
            version=each.version - 1,
            is_exception=each.is_exception,
        )
        for index, each in enumerate(after.values())
    ]
    if not update_entries(connection, rows, Change.CANCELLED, now):
        raise Overtaken
    release_all(connection, after)
    dates = [
        DateOutcome(day_of(each, desk.zone), DateState.DONE, each.span, entry=after[each.id], before=each)
        if each.id in after
        else DateOutcome(day_of(each, desk.zone), within.kept[each.id], each.span, entry=each)
        for each in within.entries
    ]
    return SeriesOutcome(Verdict.CANCELLED, tuple(dates), series=present.series)


def _cancelled(entry: Entry, reason: str) -> Entry:
    # What a blockout is, is its reason: a cancellation that gives none must not erase it.
    keeps_reason = entry.kind is EntryKind.BLOCKOUT and not reason
    return replace(
        released(entry),
        version=entry.version + 1,
        status=Status.CANCELLED,
        reason=entry.reason if keeps_reason else reason,
    )
