"""Patients, found as somebody types."""

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.models import queries
from praxidesk.services.desk import Desk

MOST_FOUND = 20


def find_patients(desk: Desk, text: str) -> tuple[PatientOnEntry, ...]:
    """Patients by parts of names in any order, birth date, number or phone; the best first, at most 20."""
    with desk.store.read() as connection:
        return queries.find_patients(connection, text, MOST_FOUND)
