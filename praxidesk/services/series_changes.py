"""Changing several entries of a series or combination at once.

The past, stored exceptions and what is over are left alone, and said; nobody else's entry is ever touched.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done, Invalid, Refused
from praxidesk.engine.requests import KEEP, MoveRequest, NewPatient
from praxidesk.engine.series_outcomes import DateOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.series_plan import Touched, day_of, move_of
from praxidesk.engine.vocabulary import EntryId, OnClash
from praxidesk.models import queries
from praxidesk.models.queries import KnownKey
from praxidesk.models.series_writes import (
    EntryRow,
    release_all,
    replace_all_allocations,
    update_entries,
)
from praxidesk.services.answers import unknown
from praxidesk.services.desk import Desk
from praxidesk.services.moving import wish_of_move
from praxidesk.services.newcomers import admitted
from praxidesk.services.present import cannot_be_changed, present_state
from praxidesk.services.replays import replay_of, replayed
from praxidesk.services.series_help import MOST_HELPED, other_times, with_others, with_times
from praxidesk.services.series_scope import in_scope, replayed_change
from praxidesk.services.stored_entries import row_as_stored, with_patient
from praxidesk.services.together import (
    Asked,
    Gathering,
    Looked,
    decided_in_rounds,
    look_around_all,
    make_room_for_all,
)
from praxidesk.services.transactions import Overtaken, in_transaction
from praxidesk.services.unseen_dates import found_by_trying, with_unseen
from praxidesk.services.weighing import Weighed, Wish, guarded


def move_series(desk: Desk, request: MoveRequest, now: int) -> SeriesOutcome | Refused | Invalid:
    """Change all entries in the request's scope alike, or say of each what speaks against it.

    :raises StoreUnavailable: all are as they were, whatever the reason
    """
    answer = with_unseen(
        lambda unseen: in_transaction(
            desk.store, lambda connection: _move(connection, desk, request, now, unseen)
        ),
        lambda: _unseen(desk, request, now),
    )
    if isinstance(answer, WeighedMove):
        return answer.told(desk, Verdict.REFUSED, now)
    return with_others(desk, answer) if isinstance(answer, SeriesOutcome) else answer


def check_series_move(desk: Desk, request: MoveRequest, now: int) -> SeriesOutcome | Refused | Invalid:
    """Every entry that the change would reach and what speaks against it, writing nothing.

    A version of 0 asks for none; keys are not looked at.
    """
    with desk.store.read() as connection:
        present = queries.entry(connection, request.entry)
        if present is None:
            return unknown(request.entry)
        keyless = replace(request, key=None, version=request.version or present.version)
        reason = cannot_be_changed(present, keyless)
        if reason is not None:
            return reason
        answer = _weighed(connection, desk, present, keyless, now, lock=False)
    if isinstance(answer, SeriesOutcome | Invalid):
        return answer
    return answer.told(desk, Verdict.REFUSED if answer.is_refused else Verdict.FREE, now)


@dataclass(frozen=True, slots=True)
class WeighedMove:
    """Every entry of a change decided on."""

    desk: Desk
    request: MoveRequest
    touched: Touched
    looked: Looked
    gathering: Gathering
    weighed: Mapping[EntryId, Weighed]
    """Without those whose new time the clocks skip."""
    unseen: frozenset[EntryId] = frozenset()
    """Whose patient is taken then by what the login does not see."""

    @property
    def is_refused(self) -> bool:
        """Whether nothing can be done: one cannot be that must, or none can."""
        blocked = [self.is_blocked(each) for each in self.touched.changing]
        return all(blocked) if self.request.on_clash is OnClash.SKIP else any(blocked)

    def is_blocked(self, entry: Entry) -> bool:
        """Whether an entry cannot be changed so."""
        return entry.id not in self.weighed or self.weighed[entry.id].is_blocked

    def told(self, desk: Desk, verdict: Verdict, now: int) -> SeriesOutcome:
        """The answer where nothing is written, with other times for the first that clash."""
        outcome = self.outcome(verdict, {})
        clashing = [each.entry for each in outcome.dates if each.state is DateState.CLASHES]
        # Whether the patient has time then is not known of the unseen ones.
        known = [each for each in clashing if each is not None and each.id not in self.unseen][:MOST_HELPED]
        found = {each.id: other_times(desk, self.gathering, self.weighed[each.id], now) for each in known}
        dates = tuple(
            with_times(each, found.get(each.entry.id) if each.entry is not None else None)
            for each in outcome.dates
        )
        return with_others(desk, replace(outcome, dates=dates))

    def outcome(self, verdict: Verdict, written: Mapping[EntryId, Entry]) -> SeriesOutcome:
        """The answer; ``written`` are the entries as they are now."""
        found = [self._date(each, written.get(each.id)) for each in self.touched.entries]
        return SeriesOutcome(verdict, tuple(found), series=self.touched.entries[0].series)

    def _date(self, entry: Entry, written: Entry | None) -> DateOutcome:
        day = day_of(entry, self.desk.zone)
        weighed = self.weighed.get(entry.id)
        if entry.id in self.touched.kept:
            return DateOutcome(day, self.touched.kept[entry.id], entry.span, entry=entry)
        if weighed is None:
            return DateOutcome(day, DateState.MISSING, entry.span, entry=entry)
        state = DateState.CLASHES if weighed.is_blocked else DateState.FREE
        return DateOutcome(
            day,
            state if written is None else DateState.DONE,
            weighed.proposal.span,
            weighed.conflicts,
            entry=entry if written is None else written,
            before=None if written is None else entry,
            participants=weighed.proposal.participants,
        )


def _move(
    connection: Connection,
    desk: Desk,
    request: MoveRequest,
    now: int,
    unseen: frozenset[EntryId] = frozenset(),
) -> SeriesOutcome | WeighedMove | Refused | Invalid:
    present = present_state(connection, request)
    if isinstance(present, Done):
        return replayed_change(connection, desk, present, request.key)
    if not isinstance(present, Entry):
        return present
    answer = _weighed(connection, desk, present, request, now, lock=True, unseen=unseen)
    if isinstance(answer, SeriesOutcome | Invalid) or answer.is_refused:
        return answer
    return answer.outcome(Verdict.MOVED, _written(connection, desk, answer, now))


def _unseen(desk: Desk, request: MoveRequest, now: int) -> frozenset[EntryId]:
    """Those whose patient is taken, when they would be, by what the login does not see; writes nothing."""
    if isinstance(request.patient, NewPatient):
        return frozenset()
    with desk.store.read() as connection:
        present = queries.entry(connection, request.entry)
        within = None if present is None else in_scope(connection, present, request, now)
    if within is None or isinstance(within, Invalid):
        return frozenset()

    def trial(connection: Connection, some: frozenset[EntryId]) -> None:
        present = present_state(connection, request)
        if isinstance(present, Entry):
            answer = _weighed(connection, desk, present, request, now, lock=True)
            if isinstance(answer, WeighedMove):
                _written(connection, desk, answer, now, only=some)

    return found_by_trying(desk.store, [each.id for each in within.changing], trial)


def _weighed(
    connection: Connection,
    desk: Desk,
    present: Entry,
    request: MoveRequest,
    now: int,
    *,
    lock: bool,
    unseen: frozenset[EntryId] = frozenset(),
) -> WeighedMove | SeriesOutcome | Invalid:
    """Every entry decided on; or the answer to a request that came before."""
    within = in_scope(connection, present, request, now)
    if isinstance(within, Invalid):
        replay = replay_of(connection, request.key)
        return within if replay is None else replayed_change(connection, desk, replay, request.key)
    moving: list[Entry] = []

    def wishes(desk: Desk) -> Sequence[Wish]:
        moves = {each.id: move_of(each, present, request, desk.zone) for each in within.changing}
        moving[:] = [each for each in within.changing if moves[each.id] is not None]
        return [wish_of_move(each, move) for each in moving if (move := moves[each.id]) is not None]

    asked = Asked(None if request.patient is KEEP else request.patient, request.key, request.override_reason)
    looked = look_around_all(connection, desk, wishes, asked, lock=lock)
    if isinstance(looked, KnownKey):
        return replayed_change(connection, desk, replayed(connection, request.key, looked), request.key)
    if isinstance(looked, Invalid):
        return looked
    drafts = {each.id: draft for each, draft in zip(moving, looked.drafts, strict=True)}
    decided = decided_in_rounds(
        lambda going: Gathering(desk, looked, now, going),
        drafts,
        unseen,
        skips=request.on_clash is OnClash.SKIP,
    )
    if isinstance(decided, Invalid):
        return decided
    return WeighedMove(desk, request, within, looked, *decided, unseen)


def _written(
    connection: Connection,
    desk: Desk,
    answer: WeighedMove,
    now: int,
    only: frozenset[EntryId] | None = None,
) -> Mapping[EntryId, Entry]:
    """The entries as they are once they are changed in the store.

    :param only: those that take their places; the others just leave theirs, for a trial
    """
    request = answer.request
    patient = answer.looked.facts.patient
    if isinstance(request.patient, NewPatient):
        patient = admitted(connection, request.patient)
    rows: list[EntryRow] = []
    after: dict[EntryId, Entry] = {}
    changed: list[Entry] = []
    for before in answer.touched.changing:
        if answer.is_blocked(before):
            continue
        weighed = answer.weighed[before.id]
        who = before.patient if request.patient is KEEP else patient
        proposal = answer.gathering.accepted[before.id]
        proposal = proposal if who is None else with_patient(proposal, who.id)
        override_reason = before.override_reason
        if weighed.is_checked:
            proposal, override_reason = guarded(desk.practice, weighed, proposal), weighed.override_reason
        else:
            proposal = replace(proposal, allocations=before.allocations)
        row = EntryRow(
            proposal,
            note=before.note if request.note is KEEP else request.note,
            reason=before.reason if request.reason is KEEP else request.reason,
            override_reason=override_reason,
            key=None if rows else request.key,
            id=before.id,
            version=before.version,
            is_exception=before.is_exception,
        )
        rows.append(row)
        after[before.id] = replace(
            row_as_stored(row, before.id, who, before.series),
            series_day=before.series_day,
            is_exception=before.is_exception,
            milestones=before.milestones,
        )
        if proposal.allocations != before.allocations:
            changed.append(after[before.id])
    if not update_entries(connection, rows, Change.MOVED, now):
        raise Overtaken
    moved = [answer.weighed[id_] for id_ in after]
    if only is not None or any(each.reseats for each in moved):
        release_all(connection, after)  # others may get the places that they leave
        make_room_for_all(connection, moved, now, after)
        changed = [each for each in after.values() if only is None or each.id in only]
    if changed:
        replace_all_allocations(connection, [(each.id, each.allocations) for each in changed])
    return after
