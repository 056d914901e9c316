"""What can be known about a patient, field by field."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from praxidesk.engine.entries import Patient
from praxidesk.engine.patient_changes import PatientFault, PatientField, faults_of

TODAY = date(2026, 11, 23)
RIGHT = Patient("P-1", "Müller", "Işıl", date(1984, 2, 29), "female", "+49 30 1", "a@b.de", "zwei\nZeilen")


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"given": "", "birth_date": None, "sex": "", "phone": "", "email": "", "note": ""},
        {"birth_date": TODAY},
    ],
    ids=["whole", "a name and a number", "born today"],
)
def test_what_can_be_is_not_faulted(change: dict[str, Any]) -> None:
    assert faults_of(replace(RIGHT, **change), TODAY) == ()


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("family", "  ", PatientFault.MISSING),
        ("number", "", PatientFault.MISSING),
        ("number", "9" * 65, PatientFault.TOO_LONG),
        ("given", "x" * 201, PatientFault.TOO_LONG),
        ("note", "x" * 20_001, PatientFault.TOO_LONG),
        ("birth_date", date(2026, 11, 24), PatientFault.UNREADABLE),
        ("birth_date", date(1799, 12, 31), PatientFault.UNREADABLE),
        ("email", "isil at example", PatientFault.UNREADABLE),
        ("phone", "ruft an", PatientFault.UNREADABLE),
        ("family", "Mül\nler", PatientFault.UNREADABLE),
        ("note", "\x00", PatientFault.UNREADABLE),
    ],
)
def test_each_fault_names_its_field(field: str, value: object, fault: PatientFault) -> None:
    assert faults_of(replace(RIGHT, **{field: value}), TODAY) == ((PatientField(field), fault),)  # type: ignore[arg-type]
