"""Appointment types, procedures, what they need, and the policy of a practice file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.practice import ALWAYS_BLOCKING
from praxidesk.engine.spans import LONGEST_ENTRY_SECONDS, MINUTE
from praxidesk.engine.vocabulary import ActorKind, Colour, ConflictKind, Role, Severity
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.needs import PHASES, read_need
from praxidesk.exchange.practice_people import COLOURS, read_code
from praxidesk.exchange.texts import CODE_LENGTH, UnreadableError, checked_text, shown

LONGEST_MINUTES = LONGEST_ENTRY_SECONDS // MINUTE
_KINDS = words(ConflictKind)
_SEVERITIES = words(Severity)
_FIXED = ALWAYS_BLOCKING | {ConflictKind.STALE_VERSION}


@dataclass(frozen=True, slots=True)
class KnownCodes:
    """Codes that needs may name: those of the file with their kind, and those already stored."""

    in_file: Mapping[str, ActorKind]
    stored: Collection[str]

    def check(self, value: object, role: Role | None) -> str:
        """The code itself, if somebody of that code can take the role."""
        code = checked_text(value, CODE_LENGTH)
        kind = self.in_file.get(code)
        if kind is None:
            if code not in self.stored:
                raise UnreadableError(f"{shown(code)} is no code of a practitioner, room or device")
        elif role is not None and kind is not role.actor_kind:
            raise UnreadableError(f"{shown(code)} is a {kind} and cannot be {role}")
        return code


def read_type(fields: Fields, known: KnownCodes) -> AppointmentType:
    """An appointment type."""
    appointment_type = AppointmentType(
        code=read_code(fields),
        name=fields.text("name", required=True),
        minutes=fields.integer("minutes", 1, LONGEST_MINUTES, required=True) or 1,
        colour=fields.choice("colour", COLOURS) or Colour.SLATE,
        buffer_before=_buffer(fields, "buffer_before"),
        buffer_after=_buffer(fields, "buffer_after"),
        need=_needs(fields, known, with_phases=False),
    )
    fields.close()
    return appointment_type


def read_procedure(fields: Fields, known: KnownCodes) -> Procedure:
    """A procedure with its phases."""
    procedure = Procedure(
        code=read_code(fields),
        name=fields.text("name", required=True),
        phases=_phase_minutes(fields),
        colour=fields.choice("colour", COLOURS) or Colour.SLATE,
        buffer_before=_buffer(fields, "buffer_before"),
        buffer_after=_buffer(fields, "buffer_after"),
        need=_needs(fields, known, with_phases=True),
    )
    fields.close()
    return procedure


def read_policy(fields: Fields) -> dict[ConflictKind, Severity]:
    """The kinds of conflict whose severity the practice chooses itself."""
    policy: dict[ConflictKind, Severity] = {}
    for word, kind in _KINDS.items():
        severity = fields.choice(word, _SEVERITIES)
        if severity is None:
            continue
        if kind in _FIXED and severity is not Severity.BLOCKING:
            fields.fault(word, f"{shown(severity)} is refused: this kind is always blocking")
        policy[kind] = severity
    fields.close()
    return policy


def _needs(fields: Fields, known: KnownCodes, *, with_phases: bool) -> tuple[Need, ...]:
    needs = []
    for inner in fields.tables("need"):
        needs.append(read_need(inner, known.check, with_phases=with_phases))
        inner.close()
    return tuple(needs)


def _phase_minutes(fields: Fields) -> PhaseMinutes:
    inner = fields.table("phases")
    if inner is None:
        if not fields.has("phases"):
            fields.fault("phases", "is missing")
        return PhaseMinutes(surgery=1)
    minutes = {word: inner.integer(word, 0, LONGEST_MINUTES, 0) or 0 for word in PHASES}
    total = sum(minutes.values())
    inner.close()
    if not 1 <= total <= LONGEST_MINUTES:
        fields.fault("phases", f"{total:,} minutes in all are not from 1 to {LONGEST_MINUTES:,}")
    return PhaseMinutes(**minutes)


def _buffer(fields: Fields, key: str) -> int:
    return fields.integer(key, 0, LONGEST_MINUTES, 0) or 0
