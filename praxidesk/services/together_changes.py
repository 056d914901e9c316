"""Changing several entries that nothing binds, all or none, in one transaction.

Locked once, looked around once: as many statements for fifty entries as for two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from praxidesk.engine.bulk import standing
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Conflict, FieldError, Invalid, Refused
from praxidesk.engine.requests import KEEP, CancelRequest, MoveRequest, StatusRequest
from praxidesk.engine.series_outcomes import DateState
from praxidesk.engine.together import ChangedEntry, EntryRequest, TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import EntryId, EntryKind, OnClash, Scope, Status
from praxidesk.models import queries
from praxidesk.models.queries import KnownKey
from praxidesk.models.series_writes import EntryRow, release_all, replace_all_allocations, update_entries
from praxidesk.services.answers import invalid, stale, unknown
from praxidesk.services.desk import Desk
from praxidesk.services.moving import wish_of_move
from praxidesk.services.present import cannot_be_changed
from praxidesk.services.replays import replayed
from praxidesk.services.series_help import entries_named
from praxidesk.services.status_changes import reason_after, wish_of_status
from praxidesk.services.stored_entries import released, row_as_stored, with_patient
from praxidesk.services.together import (
    Asked,
    Draft,
    Gathering,
    Looked,
    decided_in_rounds,
    look_around_all,
    make_room_for_all,
)
from praxidesk.services.transactions import Overtaken, in_transaction
from praxidesk.services.unseen_dates import found_by_trying, with_unseen
from praxidesk.services.weighing import Weighed, Wish, guarded

_CHANGES: Mapping[type[EntryRequest], Change] = {
    MoveRequest: Change.MOVED,
    CancelRequest: Change.CANCELLED,
    StatusRequest: Change.STATUS_CHANGED,
}


def change_together(desk: Desk, request: TogetherRequest, now: int) -> TogetherOutcome | Invalid:
    """Change all of them, or say of each what speaks against it; with ``SKIP`` those that fit.

    What somebody else has changed meanwhile clashes too: with the kind for a stale version.

    :raises StoreUnavailable: all are as they were, whatever the reason
    """
    errors = tuple(_errors(request.changes))
    if errors:
        return Invalid(errors)
    answer = with_unseen(
        lambda unseen: in_transaction(
            desk.store, lambda connection: _changed(connection, desk, request, now, unseen=unseen)
        ),
        lambda: _unseen(desk, request, now),
    )
    if isinstance(answer, Invalid):
        return answer
    clashing = [conflict for each in answer.clashing for conflict in each.conflicts]
    return replace(answer, others=entries_named(desk, clashing))


def _errors(changes: Sequence[EntryRequest]) -> Iterable[FieldError]:
    if not changes:
        yield FieldError("changes", "at least one is needed")
    if len({each.entry for each in changes}) < len(changes):
        yield FieldError("changes", "an entry is named twice")
    for place, each in enumerate(changes):
        field = f"changes[{place}]"
        if not isinstance(each, StatusRequest) and each.scope is not Scope.THIS:
            yield FieldError(f"{field}.scope", "each entry is named by itself")
        if each.key is not None:
            yield FieldError(f"{field}.key", "the key is that of all")
        if isinstance(each, StatusRequest) and each.status is Status.CANCELLED:
            yield FieldError(f"{field}.status", "an entry is cancelled by cancel, not by status")
        if isinstance(each, MoveRequest) and each.patient is not KEEP:
            yield FieldError(f"{field}.patient", "a patient is changed entry by entry")


@dataclass(frozen=True, slots=True)
class _Named:
    """What is asked for, and each entry as it is."""

    request: TogetherRequest
    present: Mapping[EntryId, Entry]
    refused: Mapping[EntryId, tuple[Conflict, ...]]
    """Those that nothing can be done to, whatever stands around them."""


@dataclass(frozen=True, slots=True)
class _Decided:
    """What was found about each change."""

    named: _Named
    weighed: Mapping[EntryId, Weighed]
    """Those that were checked."""
    gathering: Gathering

    def conflicts(self, entry: EntryId) -> tuple[Conflict, ...]:
        if entry in self.named.refused:
            return self.named.refused[entry]
        return self.weighed[entry].conflicts if entry in self.weighed else ()

    def is_blocked(self, entry: EntryId) -> bool:
        return entry in self.named.refused or (entry in self.weighed and self.weighed[entry].is_blocked)

    def outcome(self, written: Mapping[EntryId, Entry]) -> TogetherOutcome:
        """The answer; ``written`` are the entries as they are now."""
        return TogetherOutcome(
            tuple(self._told(each, written.get(each.entry)) for each in self.named.request.changes)
        )

    def _told(self, request: EntryRequest, written: Entry | None) -> ChangedEntry:
        entry = self.named.present[request.entry]
        weighed = self.weighed.get(entry.id)
        state = DateState.CLASHES if self.is_blocked(entry.id) else DateState.FREE
        return ChangedEntry(
            request,
            state if written is None else DateState.DONE,
            entry.span if weighed is None else weighed.proposal.span,
            entry if written is None else written,
            None if written is None else entry,
            self.conflicts(entry.id),
        )


def _unseen(desk: Desk, request: TogetherRequest, now: int) -> frozenset[EntryId]:
    """Those whose patient is taken, when they would be, by what the login does not see; writes nothing."""

    def trial(connection: Connection, some: frozenset[EntryId]) -> None:
        _changed(connection, desk, request, now, only=some)

    return found_by_trying(desk.store, request.entries, trial)


def _changed(
    connection: Connection,
    desk: Desk,
    request: TogetherRequest,
    now: int,
    *,
    unseen: frozenset[EntryId] = frozenset(),
    only: frozenset[EntryId] | None = None,
) -> TogetherOutcome | Invalid:
    present = {each.id: each for each in queries.entries_by_id(connection, request.entries)}
    missing = next((id_ for id_ in request.entries if id_ not in present), None)
    if missing is not None:
        return unknown(missing)
    refused: dict[EntryId, tuple[Conflict, ...]] = {}
    impossible: Invalid | None = None
    for each in request.changes:
        reason = _reason_against(present[each.entry], each)
        if isinstance(reason, Invalid):
            impossible = reason
        elif reason is not None:
            refused[each.entry] = reason.conflicts
    named = _Named(request, present, refused)
    looked = _look(connection, desk, named)
    if isinstance(looked, KnownKey):
        return _replayed(connection, request, looked, present)
    if impossible is not None:
        return impossible
    decided = looked if isinstance(looked, Invalid) else _decide(desk, named, looked, now, unseen)
    if isinstance(decided, Invalid):
        return decided
    blocked = [decided.is_blocked(each) for each in request.entries]
    if all(blocked) or (any(blocked) and request.on_clash is OnClash.REFUSE):
        return decided.outcome({})
    return decided.outcome(_written(connection, desk, decided, now, only))


def _reason_against(present: Entry, request: EntryRequest) -> Invalid | Refused | None:
    """Why this entry cannot be changed so. What another desk did to it meanwhile comes first."""
    if request.version < present.version:
        return stale(present)
    return cannot_be_changed(present, request)


def _is_checked(present: Entry, request: EntryRequest) -> bool:
    """Whether what stands around it matters."""
    if isinstance(request, StatusRequest):
        return request.status.occupies and not present.status.occupies
    return isinstance(request, MoveRequest)


_Found = tuple[Looked, Mapping[EntryId, Draft]]


def _look(connection: Connection, desk: Desk, named: _Named) -> _Found | KnownKey | Invalid:
    """Lock and look once for all that must be checked."""
    checked = [
        each
        for each in named.request.changes
        if each.entry not in named.refused and _is_checked(named.present[each.entry], each)
    ]

    def wishes(desk: Desk) -> Sequence[Wish]:  # noqa: ARG001 (the wishes of others depend on it)
        return [_wish(named.present[each.entry], each) for each in checked]

    looked = look_around_all(connection, desk, wishes, Asked(key=named.request.key), lock=True)
    if not isinstance(looked, Looked):
        return looked
    return looked, {each.entry: draft for each, draft in zip(checked, looked.drafts, strict=True)}


def _wish(present: Entry, request: EntryRequest) -> Wish:
    if isinstance(request, MoveRequest):
        return wish_of_move(present, request)
    assert isinstance(request, StatusRequest)  # noqa: S101 - nothing else is checked
    return wish_of_status(present, request)


def _decide(
    desk: Desk, named: _Named, found: _Found, now: int, unseen: frozenset[EntryId]
) -> _Decided | Invalid:
    request, present = named.request, named.present
    looked, drafts = found
    unchecked = {each for each in request.entries if each not in named.refused and each not in drafts}

    def gathered(going: frozenset[EntryId]) -> Gathering:
        leaving = {id_ for id_ in going | unchecked if _leaves(present[id_], request, id_)}
        return Gathering(desk, looked, now, leaving)

    decided = decided_in_rounds(gathered, drafts, unseen, skips=True)
    if isinstance(decided, Invalid):
        return decided
    gathering, weighed = decided
    return _Decided(named, weighed, gathering)


def _leaves(present: Entry, request: TogetherRequest, entry: EntryId) -> bool:
    """Whether an entry gives up the place where it stands, if only to stand there again."""
    asked = next(each for each in request.changes if each.entry == entry)
    if isinstance(asked, StatusRequest):
        return not asked.status.occupies or not present.status.occupies
    return True


def _written(
    connection: Connection,
    desk: Desk,
    decided: _Decided,
    now: int,
    only: frozenset[EntryId] | None = None,
) -> Mapping[EntryId, Entry]:
    """The entries as they are once they are changed in the store.

    :param only: those that take their places; the others just leave theirs, for a trial
    """
    request, present = decided.named.request, decided.named.present
    rows: list[EntryRow] = []
    after: dict[EntryId, Entry] = {}
    for each in request.changes:
        before = present[each.entry]
        if decided.is_blocked(before.id):
            continue
        row = _row(desk, each, before, decided, makes_exception=not request.is_of_series)
        rows.append(row if rows else replace(row, key=request.key))
        stored = row_as_stored(row, before.id, before.patient, before.series)
        after[before.id] = replace(
            stored, series_day=before.series_day, is_exception=row.is_exception, milestones=before.milestones
        )
    if not update_entries(connection, rows, Change.MOVED, now):
        raise Overtaken
    gone = [each.id for each in after.values() if not each.status.occupies]
    reseated = [decided.weighed[id_] for id_ in after if id_ in decided.weighed]
    if only is not None or any(each.reseats for each in reseated):
        release_all(connection, after)  # others may get the places that they leave
        make_room_for_all(connection, reseated, now, after)
        placed = [each for each in after.values() if only is None or each.id in only]
    else:
        release_all(connection, gone)
        placed = [each for each in after.values() if each.allocations != present[each.id].allocations]
    replace_all_allocations(connection, [(each.id, each.allocations) for each in placed])
    return after


def _row(
    desk: Desk, request: EntryRequest, before: Entry, decided: _Decided, *, makes_exception: bool
) -> EntryRow:
    """One entry as it is to be stored."""
    row = EntryRow(
        standing(before),
        note=before.note,
        reason=before.reason,
        override_reason=before.override_reason,
        id=before.id,
        version=before.version,
        change=_CHANGES[type(request)],
        is_exception=before.is_exception,
    )
    weighed = decided.weighed.get(before.id)
    if weighed is not None and weighed.is_checked:
        proposal = decided.gathering.accepted[before.id]
        if before.patient is not None:
            proposal = with_patient(proposal, before.patient.id)
        row = replace(
            row,
            proposal=guarded(desk.practice, weighed, proposal),
            override_reason=weighed.override_reason,
        )
    elif weighed is not None:
        row = replace(row, proposal=replace(weighed.proposal, allocations=before.allocations))
    match request:
        case MoveRequest():
            return replace(
                row,
                note=before.note if request.note is KEEP else request.note,
                reason=before.reason if request.reason is KEEP else request.reason,
                is_exception=before.is_exception or (makes_exception and before.series_day is not None),
            )
        case StatusRequest():
            row = row if request.status.occupies else replace(row, proposal=standing(released(before)))
            return replace(
                row, proposal=replace(row.proposal, status=request.status), reason=reason_after(before)
            )
        case CancelRequest():
            # What a blockout is, is its reason: a cancellation that gives none must not erase it.
            keeps_reason = before.kind is EntryKind.BLOCKOUT and not request.reason
            gone = replace(standing(released(before)), status=Status.CANCELLED)
            return replace(row, proposal=gone, reason=before.reason if keeps_reason else request.reason)


def _replayed(
    connection: Connection, request: TogetherRequest, known: KnownKey, present: Mapping[EntryId, Entry]
) -> TogetherOutcome | Invalid:
    """The answer to a request that was done before: its entries as they are now."""
    replay = replayed(connection, request.key, known)
    if isinstance(replay, Invalid):
        return replay
    if known.entry not in present:
        return invalid("key", "another request was answered under this key")
    changes = [
        ChangedEntry(
            each,
            DateState.DONE if present[each.entry].version > each.version else DateState.CLASHES,
            present[each.entry].span,
            present[each.entry],
        )
        for each in request.changes
    ]
    return TogetherOutcome(tuple(changes), replayed=True)
