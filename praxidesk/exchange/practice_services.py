"""Appointment types, procedures, what they need, and the policy of a practice file."""

from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.practice import NEVER_SOFTENED
from praxidesk.engine.spans import LONGEST_ENTRY_MINUTES
from praxidesk.engine.vocabulary import Colour, ConflictKind, Priority, Severity
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.known_codes import KnownPeople
from praxidesk.exchange.needs import PHASES, read_need
from praxidesk.exchange.practice_limits import read_limits
from praxidesk.exchange.practice_people import COLOURS, read_code
from praxidesk.exchange.texts import shown

LONGEST_SHORT = 24
"""Characters of a short name."""
_KINDS = words(ConflictKind)
_SEVERITIES = words(Severity)
_PRIORITIES = words(Priority)


def read_type(fields: Fields, known: KnownPeople) -> AppointmentType:
    """An appointment type."""
    appointment_type = AppointmentType(
        code=read_code(fields),
        name=fields.text("name", required=True),
        minutes=fields.integer("minutes", 1, LONGEST_ENTRY_MINUTES, required=True) or 1,
        colour=fields.choice("colour", COLOURS) or Colour.SLATE,
        buffer_before=_buffer(fields, "buffer_before"),
        buffer_after=_buffer(fields, "buffer_after"),
        need=_needs(fields, known, with_phases=False),
        limits=read_limits(fields),
        priority=_priority(fields),
        travel=fields.integer("travel", 0, LONGEST_ENTRY_MINUTES, 0) or 0,
        short=_short(fields),
        first_visit=fields.flag("first_visit", default=False),
    )
    fields.close()
    return appointment_type


def read_procedure(fields: Fields, known: KnownPeople) -> Procedure:
    """A procedure with its phases."""
    procedure = Procedure(
        code=read_code(fields),
        name=fields.text("name", required=True),
        phases=_phase_minutes(fields),
        colour=fields.choice("colour", COLOURS) or Colour.SLATE,
        buffer_before=_buffer(fields, "buffer_before"),
        buffer_after=_buffer(fields, "buffer_after"),
        need=_needs(fields, known, with_phases=True),
        limits=read_limits(fields),
        priority=_priority(fields),
        short=_short(fields),
    )
    fields.refuse("first_visit", "nobody's first visit is an operation")
    fields.refuse("travel", "nobody travels to an operation")
    fields.close()
    return procedure


def read_policy(fields: Fields) -> dict[ConflictKind, Severity]:
    """The kinds of conflict whose severity the practice chooses itself."""
    policy: dict[ConflictKind, Severity] = {}
    for word, kind in _KINDS.items():
        severity = fields.choice(word, _SEVERITIES)
        if severity is None:
            continue
        if kind in NEVER_SOFTENED and severity is not Severity.BLOCKING:
            fields.fault(word, f"{shown(severity)} is refused: this kind is always blocking")
        policy[kind] = severity
    fields.close()
    return policy


def _needs(fields: Fields, known: KnownPeople, *, with_phases: bool) -> tuple[Need, ...]:
    needs = []
    for inner in fields.tables("need"):
        needs.append(read_need(inner, known.for_role, with_phases=with_phases))
        inner.close()
    return tuple(needs)


def _phase_minutes(fields: Fields) -> PhaseMinutes:
    inner = fields.table("phases")
    if inner is None:
        if not fields.has("phases"):
            fields.fault("phases", "is missing")
        return PhaseMinutes(surgery=1)
    minutes = {word: inner.integer(word, 0, LONGEST_ENTRY_MINUTES, 0) or 0 for word in PHASES}
    total = sum(minutes.values())
    inner.close()
    if not 1 <= total <= LONGEST_ENTRY_MINUTES:
        fields.fault("phases", f"{total:,} minutes in all are not from 1 to {LONGEST_ENTRY_MINUTES:,}")
    return PhaseMinutes(**minutes)


def _short(fields: Fields) -> str:
    short = fields.text("short")
    if len(short) > LONGEST_SHORT:
        fields.fault("short", f"{len(short):,} characters are more than {LONGEST_SHORT}")
    return short[:LONGEST_SHORT]


def _buffer(fields: Fields, key: str) -> int:
    return fields.integer(key, 0, LONGEST_ENTRY_MINUTES, 0) or 0


def _priority(fields: Fields) -> Priority:
    return fields.choice("priority", _PRIORITIES) or Priority.NORMAL
