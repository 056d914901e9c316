"""How long an entry lasts, and which part of it each participant is taken for, in minutes of the entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.actors import Actor
from praxidesk.engine.offerings import AppointmentType, PhaseMinutes, Procedure
from praxidesk.engine.outcomes import FieldError, Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import LONGEST_ENTRY_MINUTES, Span, merged
from praxidesk.engine.vocabulary import ActorKind, EntryKind, Phase, ProcedureId, Role, TypeId

Parts = tuple[Span, ...]
"""Minutes from the entry's start: sorted, disjoint, none empty. Empty where somebody is never taken."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long an entry lasts; an operation by its phases."""

    minutes: int
    phases: PhaseMinutes | None = None

    @property
    def whole(self) -> Parts:
        """All of the entry."""
        return (Span(0, self.minutes),)

    @property
    def patient(self) -> Parts:
        """An operation has its patient from set-up to closing, everything else for all of it."""
        cleaning = self.phases.cleaning if self.phases is not None else 0
        return tuple(merged([Span(0, self.minutes - cleaning)]))


@dataclass(frozen=True, slots=True)
class Wish:
    """What a request says of an entry's length."""

    kind: EntryKind
    type: TypeId | None
    procedure: ProcedureId | None
    minutes: int | None
    phases: Mapping[Phase, int]
    """Those that differ."""


def length_of(practice: Practice, wish: Wish, usual: PhaseMinutes | None = None) -> Length | FieldError:
    """What the type or procedure, and the wishes beside it, come to.

    :param usual: phases that the wishes differ from, instead of the procedure's own
    """
    if wish.kind is EntryKind.OPERATION:
        return _operation_length(practice, wish, usual)
    if wish.procedure is not None:
        return FieldError("procedure", "only an operation has a procedure")
    if wish.phases:
        return FieldError("phases", "only an operation has phases")
    minutes = wish.minutes
    if wish.kind is EntryKind.BLOCKOUT:
        if wish.type is not None:
            return FieldError("type", "a blockout has no type")
        if minutes is None:
            return FieldError("minutes", "a blockout needs minutes")
        return _bounded(Length(minutes), "minutes")
    if wish.type is None:
        return FieldError("type", "an appointment needs a type")
    if wish.type not in practice.types:
        return FieldError("type", "no such appointment type")
    return _bounded(Length(practice.types[wish.type].minutes if minutes is None else minutes), "minutes")


def _operation_length(practice: Practice, wish: Wish, usual: PhaseMinutes | None) -> Length | FieldError:
    if wish.type is not None:
        return FieldError("type", "an operation has a procedure instead of a type")
    if wish.procedure is None:
        return FieldError("procedure", "an operation needs a procedure")
    if wish.procedure not in practice.procedures:
        return FieldError("procedure", "no such procedure")
    if wish.minutes is not None:
        return FieldError("minutes", "an operation lasts as long as its phases: change those")
    for phase, minutes in wish.phases.items():
        if minutes < 0:
            return FieldError(f"phases.{phase}", "a phase cannot be shorter than 0 minutes")
    usual = usual if usual is not None else practice.procedures[wish.procedure].phases
    phases = replace(usual, **{phase.value: minutes for phase, minutes in wish.phases.items()})
    return _bounded(Length(phases.total, phases), "phases")


def _bounded(length: Length, field: str) -> Length | FieldError:
    if 1 <= length.minutes <= LONGEST_ENTRY_MINUTES:
        return length
    return FieldError(field, f"an entry lasts 1 to {LONGEST_ENTRY_MINUTES} minutes, not {length.minutes}")


def role_parts(service: AppointmentType | Procedure | None, length: Length, role: Role, nth: int) -> Parts:
    """The part of the n-th participant of a role, counted from 0, by the phases of the n-th such need."""
    if length.phases is None or service is None:
        return length.whole
    needs = [need for need in service.need if need.role is role]
    if nth >= len(needs) or not needs[nth].phases:
        return length.whole
    return tuple(merged(Span(*length.phases.of(phase)) for phase in needs[nth].phases))


def participant_parts(
    service: AppointmentType | Procedure | None, length: Length, participants: Sequence[Participant]
) -> list[Parts] | Invalid:
    """The parts of each participant in turn; its own one wins over phases."""
    found: list[Parts] = []
    errors: list[FieldError] = []
    counts: dict[Role, int] = {}
    for index, participant in enumerate(participants):
        nth = counts.get(participant.role, 0)
        counts[participant.role] = nth + 1
        own = own_part(participant, length)
        if own is None:
            found.append(role_parts(service, length, participant.role, nth))
        elif own.start < 0 or own.start >= length.minutes:
            errors.append(FieldError(f"participants[{index}].from", "lies outside the entry"))
        elif own.end <= own.start or own.end > length.minutes:
            errors.append(
                FieldError(f"participants[{index}].minutes", "must end within the entry, after its start")
            )
        else:
            found.append((own,))
    return Invalid(tuple(errors)) if errors else found


def own_part(participant: Participant, length: Length) -> Span | None:
    """The part that a participant names itself, perhaps outside the entry; ``None`` where it names none."""
    if participant.from_minute is None and participant.minutes is None:
        return None
    start = participant.from_minute or 0
    return Span(start, length.minutes if participant.minutes is None else start + participant.minutes)


def occupied(actor: Actor | None, parts: Parts, length: Length) -> Parts:
    """An actor's parts, each with the turnover behind it; the same value where there is none.

    A patient, or a group of which no place is chosen yet, has none. Of a room in an operation it counts
    from the end of closing, so that the phase of cleaning is part of it. It ends where the actor's own next
    part begins, and at 25 hours.

    :param parts: sorted, and none within another
    """
    if actor is None or not actor.turnover or not parts:
        return parts
    found = []
    for place, part in enumerate(parts):
        begins = part.end
        if actor.kind is ActorKind.ROOM and length.phases is not None:
            begins = min(begins, length.minutes - length.phases.cleaning)
        end = max(part.end, min(begins + actor.turnover, part.start + LONGEST_ENTRY_MINUTES))
        if place + 1 < len(parts):
            end = min(end, max(part.end, parts[place + 1].start))
        found.append(Span(part.start, end))
    return tuple(found)
