"""The fields that requests share, read with the codes of a practice."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    NewPatient,
    Participant,
    PatientNumber,
    PatientRef,
    RequestKey,
)
from praxidesk.engine.spans import LONGEST_ENTRY_MINUTES
from praxidesk.engine.vocabulary import (
    ActorId,
    EntryId,
    EntryKind,
    Phase,
    ProcedureId,
    Role,
    TypeId,
)
from praxidesk.engine.walltime import NonexistentTime, Zone
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.json_line import fingerprint
from praxidesk.exchange.needs import PHASES
from praxidesk.exchange.texts import (
    CODE_LENGTH,
    KEY_LENGTH,
    NAME_LENGTH,
    NOTE_LENGTH,
    REASON_LENGTH,
    UnreadableError,
    checked_text,
    shown,
)
from praxidesk.exchange.wall_times import birth_day, moment

LARGEST_NUMBER = 2**63 - 1
KINDS = words(EntryKind)
_ROLES = words(role for role in Role if role is not Role.PATIENT)

Id = TypeVar("Id", bound=int)


def read_key(fields: Fields, verb: str, values: Mapping[str, object]) -> RequestKey | None:
    """What makes the request repeatable, with the digest of its content."""
    if not fields.has("key"):
        return None
    key = fields.text("key", KEY_LENGTH, required=True, any_control=True)
    return None if fields.faults else RequestKey(key, fingerprint(verb, values))


def read_start(fields: Fields, zone: Zone) -> int:
    """The moment something begins."""
    return read_moment(fields, "start", zone, required=True) or 0


def read_moment(fields: Fields, key: str, zone: Zone, *, required: bool = False) -> int | None:
    """A moment; without offset it is the site's wall time."""

    def parse(value: object) -> int | None:
        wanted = moment(value)
        if wanted.tzinfo is not None:
            return int(wanted.timestamp())
        try:
            return zone.instant(wanted)
        except NonexistentTime:
            raise UnreadableError(
                f"{shown(value)} does not exist in {zone.name}: the clocks skip it"
            ) from None

    return fields.parsed(key, parse, None, required=required)


def read_minutes(fields: Fields, *, required: bool = False) -> int | None:
    """How long something lasts."""
    return fields.integer("minutes", 1, LONGEST_ENTRY_MINUTES, required=required)


def read_type(fields: Fields, practice: Practice) -> TypeId | None:
    """The appointment type by its code."""
    return _coded(fields, "type", practice.type_ids, "an appointment type")


def read_procedure(fields: Fields, practice: Practice) -> ProcedureId | None:
    """The procedure by its code."""
    return _coded(fields, "procedure", practice.procedure_ids, "a procedure")


def read_phases(fields: Fields) -> dict[Phase, int]:
    """Minutes of the phases that differ from the procedure's."""
    inner = fields.table("phases")
    if inner is None:
        return {}
    found: dict[Phase, int] = {}
    for word, phase in PHASES.items():
        minutes = inner.integer(word, 0, LONGEST_ENTRY_MINUTES)
        if minutes is not None:
            found[phase] = minutes
    inner.close()
    return found


def read_participants(
    fields: Fields, practice: Practice, *, required: bool = False
) -> tuple[Participant, ...]:
    """Everybody and everything taken, apart from the patient."""
    if required and not fields.has("participants"):
        fields.fault("participants", "is missing")
    return tuple(_participant(inner, practice) for inner in fields.tables("participants"))


def read_patient(fields: Fields) -> PatientRef | None:
    """A number, or the names of somebody new."""
    if fields.raw("patient") is None:
        return None
    if isinstance(fields.raw("patient"), dict):
        inner = fields.table("patient")
        return None if inner is None else _new_patient(inner)
    number = fields.text("patient", CODE_LENGTH, required=True)
    return PatientNumber(number)


def read_override(fields: Fields) -> str | None:
    """Why the request is to be done although something speaks against it."""
    inner = fields.table("override")
    if inner is None:
        return None
    reason = inner.text("reason", REASON_LENGTH, required=True, any_control=True)
    inner.close()
    return reason


def read_note(fields: Fields) -> str:
    """Anything people want to remember; all characters but NUL."""
    return fields.text("note", NOTE_LENGTH, any_control=True)


def read_reason(fields: Fields, *, required: bool = False) -> str:
    """Why something was cancelled, or what a blockout is."""
    return fields.text("reason", REASON_LENGTH, required=required, any_control=True)


def read_entry(fields: Fields) -> EntryId:
    """The number of a stored entry."""
    return EntryId(fields.integer("id", 1, LARGEST_NUMBER, required=True) or 0)


def read_version(fields: Fields, *, required: bool = True) -> int:
    """The version that was seen; 0 where none is named."""
    return fields.integer("version", 1, LARGEST_NUMBER, required=required) or 0


def check_code(practice: Practice, value: object, role: Role | None) -> str:
    """The code itself, if an actor or group of that code can play the role."""
    code = checked_text(value, CODE_LENGTH)
    actor_id = practice.actor_ids.get(code)
    if actor_id is None:
        raise UnreadableError(f"{shown(code)} is no code of a practitioner, room, device or group")
    if role is not None:
        _require_kind(practice, actor_id, role)
    return code


def _require_kind(practice: Practice, actor_id: ActorId, role: Role) -> None:
    """Raise ``UnreadableError`` where a role is impossible for this kind of actor, or group."""
    group = practice.groups.get(actor_id)
    actor = practice.actors[actor_id] if group is None else group
    if actor.kind is not role.actor_kind:
        what = actor.kind if group is None else f"group of {actor.kind}s"
        raise UnreadableError(f"{shown(actor.code)} is a {what} and cannot be {role}")


def _participant(fields: Fields, practice: Practice) -> Participant:
    def parse(value: object) -> ActorId:
        return practice.actor_ids[check_code(practice, value, None)]

    actor = fields.parsed("actor", parse, None, required=True)
    role = fields.choice("role", _ROLES, required=True)
    participant = Participant(
        actor=actor or ActorId(0),
        role=role or Role.PRACTITIONER,
        from_minute=fields.integer("from", 0, LONGEST_ENTRY_MINUTES),
        minutes=read_minutes(fields),
    )
    fields.close()
    if actor is not None and role is not None:
        try:
            _require_kind(practice, actor, role)
        except UnreadableError as impossible:
            fields.fault("role", str(impossible))
    return participant


def _new_patient(fields: Fields) -> NewPatient:
    def parse_birth(value: object) -> date | None:
        return None if value is None else birth_day(value)

    if not fields.has("given"):
        fields.fault("given", "is missing")
    patient = NewPatient(
        family=fields.text("family", NAME_LENGTH, required=True),
        given=fields.text("given", NAME_LENGTH),
        birth_date=fields.parsed("birth_date", parse_birth, None),
    )
    fields.close()
    return patient


def _coded(fields: Fields, key: str, ids: Mapping[str, Id], what: str) -> Id | None:
    def parse(value: object) -> Id:
        if isinstance(value, str) and value in ids:
            return ids[value]
        raise UnreadableError(f"{shown(value)} is no code of {what}")

    return fields.parsed(key, parse, None, required=True)
