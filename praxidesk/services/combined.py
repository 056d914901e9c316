"""Booking a combination, or asking whether it could be: all of its parts, or none."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from praxidesk.engine.bulk import taken_by
from praxidesk.engine.combined import chain, starts_of, windows
from praxidesk.engine.entries import Entry
from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import FieldError, Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, NewPatient, PatientNumber
from praxidesk.engine.series_outcomes import CombinedOutcome, PartOutcome, Verdict, sibling
from praxidesk.engine.series_requests import CombinedRequest
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.engine.walltime import Zone
from praxidesk.models import queries
from praxidesk.models.queries import KnownKey
from praxidesk.models.series_queries import stored_series
from praxidesk.models.series_writes import EntryRow, SeriesRow, insert_entries, insert_series
from praxidesk.services.answers import invalid
from praxidesk.services.combined_slots import nearest_times
from praxidesk.services.company import actors_of, has_others, kept_out, kinds_in_the_way, might_take
from praxidesk.services.desk import Desk
from praxidesk.services.newcomers import admitted
from praxidesk.services.series_help import entries_named
from praxidesk.services.stored_entries import row_as_stored, with_patient
from praxidesk.services.together import (
    Asked,
    Draft,
    Gathering,
    Looked,
    look_around_all,
    make_room_for_all,
    on_other_places,
)
from praxidesk.services.transactions import in_transaction
from praxidesk.services.unseen_dates import found_by_trying, with_blocked, with_unseen
from praxidesk.services.weighing import Weighed, Wish, guarded

COMBINED = "combined"


def book_combined(desk: Desk, request: CombinedRequest, now: int) -> CombinedOutcome | Invalid:
    """Put all parts into the calendar, or say of each what speaks against it.

    :raises StoreUnavailable: nothing is booked, whatever the reason
    """
    answer = with_unseen(
        lambda unseen: in_transaction(
            desk.store, lambda connection: _book(connection, desk, request, now, unseen)
        ),
        lambda: _unseen(desk, request, now),
    )
    return answer.told(desk, request, now) if isinstance(answer, WeighedParts) else answer


def check_combined(desk: Desk, request: CombinedRequest, now: int) -> CombinedOutcome | Invalid:
    """Whether all parts would be free, and where; writing nothing. Keys are not looked at."""
    with desk.store.read() as connection:
        answer = _weighed(connection, desk, replace(request, key=None), now, lock=False)
    if isinstance(answer, KnownKey):
        raise AssertionError("without a key nothing is known")  # noqa: TRY004 - a bug, whatever its type
    if isinstance(answer, Invalid):
        return answer
    return answer.told(desk, request, now) if answer.is_refused else answer.outcome(Verdict.FREE)


@dataclass(frozen=True, slots=True)
class WeighedParts:
    """Every part decided on."""

    looked: Looked
    weighed: tuple[Weighed, ...]
    unseen: frozenset[int] = frozenset()
    """Places of the parts whose time the patient has not, for what the login does not see."""

    @property
    def is_refused(self) -> bool:
        """Whether any part blocks the whole."""
        return any(each.is_blocked for each in self.weighed)

    def outcome(self, verdict: Verdict, written: Sequence[Entry] = ()) -> CombinedOutcome:
        """The answer; the entries in the order of the parts."""
        parts = [
            PartOutcome(
                each.proposal.span,
                each.conflicts,
                entry=written[index] if written else None,
                participants=each.proposal.participants,
            )
            for index, each in enumerate(self.weighed)
        ]
        return CombinedOutcome(verdict, tuple(parts), written[0].series if written else None)

    def told(self, desk: Desk, request: CombinedRequest, now: int) -> CombinedOutcome:
        """The refusal, with other times."""
        conflicts = [conflict for each in self.weighed for conflict in each.conflicts]
        return replace(
            self.outcome(Verdict.REFUSED),
            # Whether the patient has time then would not be known.
            alternatives=() if self.unseen else nearest_times(desk, request, now),
            others=entries_named(desk, conflicts),
        )


def _book(
    connection: Connection, desk: Desk, request: CombinedRequest, now: int, unseen: frozenset[int]
) -> CombinedOutcome | WeighedParts | Invalid:
    answer = _weighed(connection, desk, request, now, lock=True)
    if isinstance(answer, KnownKey):
        return _replayed(connection, request, answer)
    if isinstance(answer, WeighedParts) and unseen:
        parts = with_blocked(dict(enumerate(answer.weighed)), unseen)
        answer = replace(answer, weighed=tuple(parts.values()), unseen=unseen)
    if isinstance(answer, Invalid) or answer.is_refused:
        return answer
    return answer.outcome(Verdict.BOOKED, _written(connection, desk, request, answer, now))


def _unseen(desk: Desk, request: CombinedRequest, now: int) -> frozenset[int]:
    """Places of the parts when the patient is taken by what the login does not see; writes nothing."""
    if not isinstance(request.patient, int | PatientNumber):
        return frozenset()

    def trial(connection: Connection, places: frozenset[int]) -> None:
        answer = _weighed(connection, desk, request, now, lock=True)
        if isinstance(answer, WeighedParts) and not answer.is_refused:
            _written(connection, desk, request, answer, now, only=places)

    return found_by_trying(desk.store, range(len(request.parts)), trial)


def _weighed(
    connection: Connection, desk: Desk, request: CombinedRequest, now: int, *, lock: bool
) -> WeighedParts | KnownKey | Invalid:
    def wishes(desk: Desk) -> Sequence[Wish] | Invalid:
        found = windows(desk.practice, request)
        if isinstance(found, Invalid):
            return found
        # Each part at its first and at its last possible place: what lies around both is looked at.
        return [
            _wish(request, index, start) for index, window in enumerate(found) for start in sorted({*window})
        ]

    asked = Asked(request.patient, request.key, request.override_reason)
    looked = look_around_all(connection, desk, wishes, asked, lock=lock)
    if not isinstance(looked, Looked):
        return looked
    found = _placed(desk, replace(request, override_reason=None), looked, now)
    if found is None:
        found = _earliest(desk, request, looked, now)
    return found if isinstance(found, Invalid) else WeighedParts(looked, found)


def _placed(
    desk: Desk, request: CombinedRequest, looked: Looked, now: int
) -> tuple[Weighed, ...] | Invalid | None:
    """The first way in which nothing blocks any part; ``None`` where there is none."""
    gathering = Gathering(desk, looked, now)
    faults: list[Invalid] = []
    in_the_way = [frozenset[ActorKind]()]

    def placed(
        index: int, start: int, before: Sequence[Weighed], without: frozenset[ActorId]
    ) -> Weighed | None:
        judged = _judged(desk, request, looked, gathering, index, start, before, without)
        if isinstance(judged, Invalid):
            faults.append(judged)
            return None
        if judged.is_blocked:
            in_the_way[0] = kinds_in_the_way(desk.practice, judged.conflicts)
            return None
        return None if without & actors_of(judged.proposal) else judged

    def shared(index: int, before: Sequence[Weighed]) -> Iterator[tuple[int, ActorId]]:
        wanted = might_take(desk.practice, _booking(request, index, request.starts_at))
        for place, each in enumerate(_settled(before)):
            for actor in sorted(wanted & actors_of(each)):
                if desk.practice.actors[actor].kind in in_the_way[0] and has_others(
                    desk.practice, _booking(request, place, request.starts_at), actor
                ):
                    yield place, actor

    found = chain(
        len(request.parts),
        lambda index, before: starts_of(
            request.parts[index], before[-1].proposal.ends_at if before else None, request.starts_at
        ),
        placed,
        shared,
    )
    return faults[0] if faults and found is None else found


def _earliest(
    desk: Desk, request: CombinedRequest, looked: Looked, now: int
) -> tuple[Weighed, ...] | Invalid:
    """Every part where it would be at the earliest, with what speaks against it."""
    gathering = Gathering(desk, looked, now)
    weighed: list[Weighed] = []
    end: int | None = None
    for index, part in enumerate(request.parts):
        start = next(starts_of(part, end, request.starts_at), part.booking.starts_at)
        judged = _judged(desk, request, looked, gathering, index, start, weighed)
        if isinstance(judged, Invalid):
            return judged
        weighed.append(judged)
        end = judged.proposal.ends_at
    return tuple(weighed)


def _judged(  # noqa: PLR0917 - one argument for each thing a part depends on
    desk: Desk,
    request: CombinedRequest,
    looked: Looked,
    gathering: Gathering,
    index: int,
    start: int,
    before: Sequence[Weighed],
    without: frozenset[ActorId] = frozenset(),
) -> Weighed | Invalid:
    """One part at one place, beside the parts before it."""
    wish = _wish(request, index, start)
    proposal = wish.plan(desk.practice, desk.zone, looked.patient)
    if isinstance(proposal, Invalid):
        return proposal
    beside = kept_out(without, start, index)
    for place, each in enumerate(_settled(before)):
        beside += taken_by(replace(each, entry=sibling(place)))
    reseats = [reseat for each in before for reseat in each.reseats]
    return gathering.judge(Draft(wish, proposal), beside, reseats)


def _settled(weighed: Sequence[Weighed]) -> list[Proposal]:
    """Each part on the place it has in the end."""
    found: list[Proposal] = []
    for each in weighed:
        found = [on_other_places(part, sibling(place), each.reseats) for place, part in enumerate(found)]
        found.append(each.proposal)
    return found


def _wish(request: CombinedRequest, index: int, start: int) -> Wish:
    booking = _booking(request, index, start)

    def planned(practice: Practice, zone: Zone, patient: ActorId | None) -> Proposal | Invalid:
        answer = plan(practice, zone, booking, patient)
        if isinstance(answer, Proposal):
            return answer
        return Invalid(
            tuple(FieldError(f"parts[{index}].{each.field}", each.message) for each in answer.errors)
        )

    return Wish(planned, patient=request.patient, fill=booking.fill, override_reason=request.override_reason)


def _booking(request: CombinedRequest, index: int, start: int) -> BookRequest:
    return replace(request.parts[index].booking, starts_at=start, status=request.status)


def _written(
    connection: Connection,
    desk: Desk,
    request: CombinedRequest,
    answer: WeighedParts,
    now: int,
    *,
    only: Collection[int] | None = None,
) -> list[Entry]:
    """The entries of all parts, or, for a trial, of those at some places, once they are in the store."""
    patient = answer.looked.facts.patient
    if isinstance(request.patient, NewPatient):
        patient = admitted(connection, request.patient)
    starts_local = desk.zone.local(request.starts_at).isoformat(timespec="seconds")
    series = insert_series(connection, SeriesRow(COMBINED, starts_local, desk.zone.name, ""))
    make_room_for_all(connection, answer.weighed, now)
    rows = [
        EntryRow(
            guarded(desk.practice, each, proposal if patient is None else with_patient(proposal, patient.id)),
            note=request.note,
            reason="",
            override_reason=each.override_reason,
            key=request.key if index == 0 else None,
        )
        for index, (each, proposal) in enumerate(zip(answer.weighed, _settled(answer.weighed), strict=True))
        if only is None or index in only
    ]
    ids = insert_entries(connection, series, rows, now)
    return [row_as_stored(row, id_, patient, series) for id_, row in zip(ids, rows, strict=True)]


def _replayed(connection: Connection, request: CombinedRequest, known: KnownKey) -> CombinedOutcome | Invalid:
    """The answer to a combination that was booked before: its entries as they are now."""
    entry = queries.entry(connection, known.entry)
    if request.key is None or entry is None:
        raise AssertionError("only a key can be known, and entries are never deleted")
    if known.fingerprint != request.key.fingerprint or entry.series is None:
        return invalid("key", "another request was answered under this key")
    stored = stored_series(connection, entry.series)
    entries = sorted(stored.entries, key=lambda each: each.id)
    return CombinedOutcome(
        Verdict.BOOKED,
        tuple(PartOutcome(each.span, entry=each) for each in entries),
        stored.id,
        replayed=True,
    )
