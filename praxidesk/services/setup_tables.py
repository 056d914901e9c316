"""What the rows of a practice file are called: by the tables they stand in."""

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import AppointmentType, Combination, Procedure
from praxidesk.engine.practice import Branch, Reservation

SetupRow = Branch | Actor | Group | AppointmentType | Procedure | Reservation | Combination | Patient
"""Whatever has a code or number."""

_TABLES: dict[type, str] = {
    Branch: "branch",
    Group: "group",
    AppointmentType: "appointment_type",
    Procedure: "procedure",
    Reservation: "reservation",
    Combination: "combination",
    Patient: "patient",
}


def table_of(row: SetupRow) -> str:
    """The table's name in the file; a practitioner, room or device has one of its own."""
    return row.kind.value if isinstance(row, Actor) else _TABLES[type(row)]


def code_of(row: SetupRow) -> str:
    """What it is known by."""
    return row.number if isinstance(row, Patient) else row.code
