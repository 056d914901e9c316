"""Patients that a booking brings along: their number, and their row in the same transaction."""

from sqlalchemy import Connection

from praxidesk.engine.entries import Patient, PatientOnEntry
from praxidesk.engine.requests import NewPatient
from praxidesk.models import writes


def admitted(connection: Connection, newcomer: NewPatient) -> PatientOnEntry:
    """Give a new patient the next number and a row."""
    patient = Patient(
        writes.next_patient_number(connection),
        newcomer.family,
        newcomer.given,
        newcomer.birth_date,
        phone=newcomer.phone,
    )
    return PatientOnEntry(
        id=writes.insert_patient(connection, patient),
        number=patient.number,
        family=patient.family,
        given=patient.given,
        birth_date=patient.birth_date,
        sex=patient.sex,
        phone=patient.phone,
    )
