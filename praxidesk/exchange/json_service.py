"""What an entry is and how long it lasts: kind, type or procedure, minutes or phases."""

from collections.abc import Mapping
from dataclasses import dataclass

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryKind, Phase, ProcedureId, TypeId
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.json_fields import KINDS, read_minutes, read_phases, read_procedure, read_type

BESIDE_TYPE = "cannot stand beside type: an operation has no type"
BESIDE_PROCEDURE = "an operation lasts as long as its phases; change phases instead"


@dataclass(frozen=True, slots=True)
class Service:
    """As a booking or a slot search says it."""

    kind: EntryKind
    type: TypeId | None
    procedure: ProcedureId | None
    minutes: int | None
    phases: Mapping[Phase, int]


def read_service(fields: Fields, practice: Practice) -> Service:
    """Kind and the one of type and procedure that goes with it; everything else is a fault."""
    default = EntryKind.OPERATION if fields.has("procedure") else EntryKind.APPOINTMENT
    kind = fields.choice("kind", KINDS) or default
    if fields.has("type") and fields.has("procedure"):
        for key in ("type", "minutes", "phases"):
            fields.raw(key)
        fields.refuse("procedure", BESIDE_TYPE)
        return Service(kind, None, None, None, {})
    if kind is EntryKind.OPERATION:
        fields.refuse("minutes", BESIDE_PROCEDURE)
        fields.refuse("type", "an operation has a procedure instead of a type")
        procedure = None if fields.has("type") else read_procedure(fields, practice)
        return Service(kind, None, procedure, None, read_phases(fields))
    fields.refuse("phases", "only an operation has phases")
    fields.refuse("procedure", f"only an operation has a procedure, not this {kind}")
    if kind is EntryKind.BLOCKOUT:
        fields.refuse("type", "a blockout has no type")
        return Service(kind, None, None, read_minutes(fields, required=True), {})
    type_id = None if fields.has("procedure") else read_type(fields, practice)
    return Service(kind, type_id, None, read_minutes(fields), {})
