"""Weighing a wish: what it would take, what stands around it, and what speaks against it.

The middle of every verb, inside its transaction. Exactly one query for the surroundings; on PostgreSQL
it runs after the locks on the actors, so that nothing can come between look and leap.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from praxidesk.engine import conflicts as rules
from praxidesk.engine import fill
from praxidesk.engine.capacity import Reseat
from praxidesk.engine.clashes import kind_of_meeting
from praxidesk.engine.entries import Entry
from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import Conflict, Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach
from praxidesk.engine.requests import (
    BookRequest,
    NewPatient,
    PatientNumber,
    PatientRef,
    RequestKey,
)
from praxidesk.engine.seating import Seated, check_seated
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import NOBODY, ActorId, ConflictKind, EntryKind, Severity
from praxidesk.engine.walltime import Zone
from praxidesk.models import queries, writes
from praxidesk.models.queries import Facts, KnownKey
from praxidesk.services.answers import invalid
from praxidesk.services.desk import Desk
from praxidesk.services.look import NOWHERE, Look, Question, look_in_store
from praxidesk.services.stored_entries import with_patient
from praxidesk.services.transactions import Overtaken


@dataclass(frozen=True, slots=True)
class Wish:
    """What a request wants, as far as weighing it is concerned."""

    plan: Callable[[Practice, Zone, ActorId | None], Proposal | Invalid]
    """What it would take, with its patient looked up."""
    patient: PatientRef | None = None
    """The patient to look up."""
    fill: bool = False
    override_reason: str | None = None
    key: RequestKey | None = None
    is_checked: Callable[[Proposal], bool] = lambda _: True
    """Whether anything can speak against the proposal at all."""
    present: Entry | None = None
    """The stored entry that it changes; where it can, it stays at its places."""
    restores: bool = False
    """It takes back a change: nobody's hours keep it out."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A proposal and all that speaks against it, an override already counted in."""

    proposal: Proposal
    conflicts: tuple[Conflict, ...]
    facts: Facts
    is_checked: bool
    override_reason: str = ""
    """The request's reason, where it outweighs something that would have blocked."""
    chosen: frozenset[ActorId] = frozenset()
    """Those whom the desk added because the request left it the choice."""
    wanted: Proposal | None = None
    """The proposal before groups of places were seated, where any are wanted."""
    reseats: tuple[Reseat, ...] = ()
    """Stored entries that must get other places first, and already have them in the facts."""
    overfull: frozenset[ActorId] = frozenset()
    """Places taken although they are not free, because none of their group is."""

    @property
    def is_blocked(self) -> bool:
        """Whether anything still blocks."""
        return any(each.severity is Severity.BLOCKING for each in self.conflicts)


def weigh(
    connection: Connection,
    desk: Desk,
    wish: Wish,
    now: int,
    *,
    lock: bool,
    look: Look = look_in_store,
) -> Weighed | KnownKey | Invalid:
    """Look around and decide; or the success that the request's key is remembered for.

    :param lock: keep others from taking the same actors until the transaction ends
    """
    if wish.override_reason is not None and not wish.override_reason.strip():
        return invalid("override.reason", "an override needs a reason")
    facts, draft = _look_around(connection, desk, wish, look, lock=lock)
    if facts.known is not None:
        return facts.known
    if isinstance(draft, Invalid):
        return draft
    known = is_known(connection, desk.practice, wish.patient)
    return judge(desk, wish, draft, facts, now, is_known=known)


def judge(
    desk: Desk, wish: Wish, draft: Proposal, facts: Facts, now: int, *, is_known: bool = False
) -> Weighed | Invalid:
    """Decide on a draft by what stands around it, asking the store nothing more.

    :param facts: of several drafts that are weighed together each has what stands around it alone, and
        what was accepted before it
    :param is_known: the new patient may be one whom the practice has
    """
    proposal = draft
    if wish.patient is not None and not isinstance(wish.patient, NewPatient):
        if facts.patient is None:
            return invalid("patient", _unknown_patient(wish.patient))
        proposal = with_patient(draft, facts.patient.id)
    if wish.fill:
        filled = _filled(desk, proposal, facts, now)
        if isinstance(filled, Invalid):
            return filled
        proposal = filled
    found: list[Conflict] = []
    is_checked = wish.is_checked(proposal)
    seated = Seated(proposal, facts.taken)
    if is_checked:
        seated, found = check_seated(
            desk.practice, desk.zone, proposal, facts.taken, now, present=wish.present
        )
    if wish.restores:
        found = rules.without_hours(found)
    if is_known:
        kind = ConflictKind.POSSIBLE_DUPLICATE
        found.append(Conflict(kind, desk.practice.severity(kind), proposal.span))
    given = {each.actor for each in draft.participants}
    chosen = frozenset(each.actor for each in proposal.participants if each.actor not in given)
    weighed = Weighed(
        seated.proposal,
        tuple(found),
        replace(facts, taken=seated.taken) if seated.reseats else facts,
        is_checked,
        chosen=chosen,
        wanted=None if seated.proposal is proposal else proposal,
        reseats=seated.reseats,
        overfull=seated.overfull,
    )
    if wish.override_reason is None or not weighed.is_blocked:
        return weighed
    outweighed = tuple(replace(each, severity=Severity.WARNING) for each in weighed.conflicts)
    return replace(weighed, conflicts=outweighed, override_reason=wish.override_reason)


def guarded(practice: Practice, weighed: Weighed, proposal: Proposal) -> Proposal:
    """The proposal as it is stored: the database guards everybody but those who are knowingly taken twice.

    Known is what the conflicts name, and what the practice has switched off. What else the surroundings
    hold stays guarded: if the check should ever miss something, the database does not.
    """
    unnamed = [
        taken
        for taken in weighed.facts.taken
        if taken.actor in weighed.overfull
        or practice.severity(kind_of_meeting(practice, taken.actor, taken.service, taken.occupies))
        is Severity.OFF
    ]
    return rules.guarded(proposal, weighed.conflicts, unnamed)


def make_room(connection: Connection, weighed: Weighed, now: int) -> None:
    """Put those on other places who must be, before the proposal is written.

    :raises Overtaken: one of them is no longer where it was
    """
    if not writes.reseat(connection, weighed.reseats, now):
        raise Overtaken


def as_booking(proposal: Proposal, *, fill: bool) -> BookRequest:
    """The request that leads to a proposal, its patient apart."""
    is_operation = proposal.kind is EntryKind.OPERATION
    return BookRequest(
        kind=proposal.kind,
        starts_at=proposal.starts_at,
        participants=proposal.participants,
        type=proposal.type,
        procedure=proposal.procedure,
        minutes=None if is_operation else (proposal.ends_at - proposal.starts_at) // MINUTE,
        phases={} if proposal.phases is None else proposal.phases.by_phase(),
        fill=fill,
        status=proposal.status,
        entry=proposal.entry,
    )


def _look_around(
    connection: Connection, desk: Desk, wish: Wish, look: Look, *, lock: bool
) -> tuple[Facts, Proposal | Invalid]:
    """One query; again with the practice as it is now, where that has changed since the desk read it."""
    patient, number = known_so_far(wish.patient)
    key = None if wish.key is None else wish.key.key
    while True:
        draft = wish.plan(desk.practice, desk.zone, patient)
        if isinstance(draft, Invalid):
            facts = look(connection, Question(NOWHERE, key=key))
        else:
            reach = reach_of(desk, wish, draft)
            if lock:
                lock_all(connection, sorted(reach.actors), number, patient)
            known = None if patient == NOBODY else patient
            facts = look(connection, Question(reach, number, known, key))
        if facts.practice_version == desk.practice.version:
            return facts, draft
        desk.reload(connection)


def lock_all(
    connection: Connection, actors: Sequence[ActorId], number: str | None, patient: ActorId | None
) -> None:
    """Keep others from taking these actors, and the patient, until the transaction ends."""
    try:
        writes.lock_actors(connection, actors, number)
    except writes.ActorsMissing:
        # Plans name only actors that exist; a patient is looked up with the surroundings, and missed there.
        if patient is None or patient == NOBODY:
            raise


def known_so_far(patient: PatientRef | None) -> tuple[ActorId | None, str | None]:
    """The patient's row, or what stands for it; and the number to look it up by."""
    if isinstance(patient, PatientNumber):
        return NOBODY, patient.number
    if isinstance(patient, NewPatient):
        return NOBODY, None
    return patient, None


def _unknown_patient(patient: ActorId | PatientNumber) -> str:
    if isinstance(patient, PatientNumber):
        return f"no patient has the number {patient.number!r}"
    return f"there is no patient {patient}"


def reach_of(desk: Desk, wish: Wish, draft: Proposal) -> Reach:
    """What the decision rests on: all that take part, and with ``fill`` all that may."""
    reach = rules.reach(desk.practice, desk.zone, draft)
    if wish.fill:
        added = fill.reach(desk.practice, desk.zone, as_booking(draft, fill=True))
        reach = reach.joined([] if added is None else [added])
    return replace(reach, actors=reach.actors - {NOBODY})


def _filled(desk: Desk, proposal: Proposal, facts: Facts, now: int) -> Proposal | Invalid:
    """The proposal with those added whom the desk may choose."""
    request = as_booking(proposal, fill=True)
    filled = fill.fill(desk.practice, desk.zone, request, facts.taken, now)
    if filled.participants == proposal.participants:
        return proposal
    return plan(desk.practice, desk.zone, filled, proposal.patient)


def is_known(connection: Connection, practice: Practice, patient: PatientRef | None) -> bool:
    """Whether a new patient may be one of the practice's, and the practice wants to be told."""
    return (
        isinstance(patient, NewPatient)
        and practice.severity(ConflictKind.POSSIBLE_DUPLICATE) is not Severity.OFF
        and bool(queries.duplicates(connection, patient))
    )
