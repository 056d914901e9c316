"""Requests to proposals: who is taken from when to when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.outcomes import FieldError, Invalid
from praxidesk.engine.parts import Length, Parts, Wish, length_of, occupied, participant_parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import KEEP, BookRequest, MoveRequest, Participant
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role
from praxidesk.engine.walltime import Zone


def plan(practice: Practice, zone: Zone, request: BookRequest, patient: ActorId | None) -> Proposal | Invalid:
    """What a new entry would take; of a group the group itself, until one of its places is found.

    :param patient: the request's patient, looked up
    """
    length = length_of(
        practice,
        Wish(request.kind, request.type, request.procedure, request.minutes, request.phases),
    )
    errors = [
        *_start_errors(zone, request.starts_at),
        *_patient_errors(request.kind, patient),
        *_participant_errors(practice, request.participants),
    ]
    if isinstance(length, FieldError):
        return Invalid((*errors, length))
    if errors:
        return Invalid(tuple(errors))
    return _derived(
        practice,
        length,
        Proposal(
            kind=request.kind,
            status=request.status,
            starts_at=request.starts_at,
            ends_at=request.starts_at + length.minutes * MINUTE,
            type=request.type,
            procedure=request.procedure,
            phases=length.phases,
            participants=request.participants,
            patient=patient,
            allocations=(),
            entry=request.entry,
        ),
    )


def replan(
    practice: Practice, zone: Zone, entry: Entry, move: MoveRequest, patient: ActorId | None
) -> Proposal | Invalid:
    """What a stored entry would take after a change.

    A new start alone shifts everything as it is; whatever else changes its parts works out anew
    all that their participants did not name themselves. Everything is guarded again.

    :param patient: the one that the move names, looked up; not asked for where it keeps the entry's
    """
    if move.patient is KEEP:
        patient = entry.patient.id if entry.patient is not None else None
    starts_at = entry.starts_at if move.starts_at is KEEP else move.starts_at
    participants = participants_of(entry) if move.participants is KEEP else move.participants
    length = _moved_length(practice, entry, move)
    errors = [*_start_errors(zone, starts_at), *_patient_errors(entry.kind, patient)]
    if move.participants is not KEEP:
        errors += _participant_errors(practice, participants)
    if isinstance(length, FieldError):
        return Invalid((*errors, length))
    if errors:
        return Invalid(tuple(errors))
    proposal = Proposal(
        kind=entry.kind,
        status=entry.status if move.status is KEEP else move.status,
        starts_at=starts_at,
        ends_at=starts_at + length.minutes * MINUTE,
        type=entry.type if move.type is KEEP else move.type,
        procedure=entry.procedure if move.procedure is KEEP else move.procedure,
        phases=length.phases,
        participants=participants,
        patient=patient,
        allocations=(),
        entry=entry.id,
    )
    if (
        move.participants is KEEP
        and length == Length(_minutes(entry.span), entry.phases)
        and proposal.procedure == entry.procedure
    ):
        return with_turnovers(practice, _shifted(entry, proposal, length))
    derived = _derived(practice, length, proposal)
    if isinstance(derived, Invalid) and move.participants is KEEP:
        # The request names no participants: its own field that made them impossible is named instead.
        field = "minutes" if length.phases is None else "phases"
        return Invalid((FieldError(field, "a participant's own part no longer fits into the entry"),))
    return derived


def with_turnovers(practice: Practice, proposal: Proposal) -> Proposal:
    """The proposal with the turnover of every room and device worked out anew, and stored behind its part."""
    length = Length(_minutes(proposal.span), proposal.phases)
    parts: dict[ActorId, list[Span]] = {}
    for each in proposal.allocations:
        parts.setdefault(each.actor, []).append(_relative(proposal, each.part))
    until: dict[tuple[ActorId, Span], int] = {}
    for actor, own in parts.items():
        own.sort()
        longer = occupied(practice.actors.get(actor), tuple(own), length)
        until |= {(actor, part): taken.end for part, taken in zip(own, longer, strict=True)}

    def cleaned(each: Allocation) -> Allocation:
        part = _relative(proposal, each.part)
        turnover = until[each.actor, part] - part.end
        return replace(each, ends_at=each.part.end + turnover * MINUTE, turnover=turnover)

    return replace(proposal, allocations=tuple(cleaned(each) for each in proposal.allocations))


def participants_of(entry: Entry) -> tuple[Participant, ...]:
    """Who takes part in a stored entry, as a request would name them; without the patient.

    Who has a place through a group is named by the group.

    Who has only phases of no length is not stored, and so not found.
    """
    found: dict[tuple[ActorId, Role, int | None], Participant] = {}
    for each in entry.allocations:
        if each.role is Role.PATIENT:
            continue
        start = _minutes(Span(entry.starts_at, each.starts_at)) if each.own_part else None
        minutes = _minutes(each.part) if each.own_part else None
        actor = each.actor if each.seat is None else each.seat
        found.setdefault((each.actor, each.role, start), Participant(actor, each.role, start, minutes))
    return tuple(found.values())


def _moved_length(practice: Practice, entry: Entry, move: MoveRequest) -> Length | FieldError:
    type_id = entry.type if move.type is KEEP else move.type
    procedure_id = entry.procedure if move.procedure is KEEP else move.procedure
    minutes = None if move.minutes is KEEP else move.minutes
    if minutes is None and entry.kind is not EntryKind.OPERATION:
        minutes = _minutes(entry.span)
    phases = {} if move.phases is KEEP else move.phases
    return length_of(
        practice,
        Wish(entry.kind, type_id, procedure_id, minutes, phases),
        usual=entry.phases if procedure_id == entry.procedure else None,
    )


def _derived(practice: Practice, length: Length, proposal: Proposal) -> Proposal | Invalid:
    """The proposal with everybody's part worked out."""
    service = practice.service(proposal.type, proposal.procedure)
    parts = participant_parts(service, length, proposal.participants)
    if isinstance(parts, Invalid):
        return parts
    errors: list[FieldError] = []
    allocations: list[Allocation] = []
    for index, (participant, own) in enumerate(zip(proposal.participants, parts, strict=True)):
        added = _allocations(proposal, participant, own)
        if participant.actor in practice.groups:
            added = [replace(each, seat=participant.actor) for each in added]
        if _shares_time(allocations, added):
            errors.append(FieldError(f"participants[{index}].actor", "takes part twice at the same time"))
        allocations += added
    if errors:
        return Invalid(tuple(errors))
    taken = (*allocations, *_patient_allocations(proposal, length))
    return with_turnovers(practice, replace(proposal, allocations=taken))


def _shifted(entry: Entry, proposal: Proposal, length: Length) -> Proposal:
    """The proposal with everybody's part as it stands in the entry, turnover not worked out yet."""
    by = proposal.starts_at - entry.starts_at
    shifted = [
        replace(
            each,
            actor=each.actor if each.seat is None else each.seat,
            starts_at=each.starts_at + by,
            ends_at=each.part.end + by,
            blocking=proposal.status.occupies,
            turnover=0,
        )
        for each in entry.allocations
        if each.role is not Role.PATIENT
    ]
    return replace(proposal, allocations=(*shifted, *_patient_allocations(proposal, length)))


def _allocations(proposal: Proposal, participant: Participant, parts: Parts) -> list[Allocation]:
    return [
        Allocation(
            participant.actor,
            participant.role,
            proposal.starts_at + part.start * MINUTE,
            proposal.starts_at + part.end * MINUTE,
            blocking=proposal.status.occupies,
            own_part=participant.from_minute is not None or participant.minutes is not None,
        )
        for part in parts
    ]


def _patient_allocations(proposal: Proposal, length: Length) -> list[Allocation]:
    if proposal.patient is None:
        return []
    return _allocations(proposal, Participant(proposal.patient, Role.PATIENT), length.patient)


def _shares_time(allocations: Iterable[Allocation], added: Sequence[Allocation]) -> bool:
    """Whether somebody is taken twice at a time; of a group that is two places."""
    return any(
        new.actor == old.actor and new.seat is None and new.span.overlaps(old.span)
        for old in allocations
        for new in added
    )


def _minutes(span: Span) -> int:
    return (span.end - span.start) // MINUTE


def _relative(proposal: Proposal, span: Span) -> Span:
    """A span in minutes of the proposal."""
    return Span(*((instant - proposal.starts_at) // MINUTE for instant in span))


def _start_errors(zone: Zone, starts_at: int) -> Iterator[FieldError]:
    if zone.local(starts_at).second:
        yield FieldError("start", "must be a whole minute")


def _patient_errors(kind: EntryKind, patient: ActorId | None) -> Iterator[FieldError]:
    if kind is EntryKind.BLOCKOUT and patient is not None:
        yield FieldError("patient", "a blockout has no patient")


def _participant_errors(practice: Practice, participants: Sequence[Participant]) -> Iterator[FieldError]:
    for index, participant in enumerate(participants):
        actor = practice.actor_or_group(participant.actor)
        if actor is None:
            yield FieldError(f"participants[{index}].actor", "no such practitioner, room or device")
        elif participant.role.actor_kind is not actor.kind:
            yield FieldError(
                f"participants[{index}].role",
                f"{actor.code} is a {actor.kind} and cannot be {participant.role}",
            )
