"""Changing what is known about a patient: over the state that was read, all of it or nothing."""

from datetime import date

from praxidesk.engine.entries import Patient, PatientOnEntry
from praxidesk.engine.patient_changes import (
    PatientAnswer,
    PatientChange,
    PatientFault,
    PatientField,
    PatientMissing,
    PatientRefused,
    PatientSaved,
    PatientStale,
    faults_of,
)
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models import writes
from praxidesk.models.actor_locks import ActorsMissing
from praxidesk.models.journal_queries import note_read
from praxidesk.models.patient_records import patient_by_id, patient_on_entry_by_id
from praxidesk.models.settled_requests import Asked, claim
from praxidesk.models.store import NumberTaken
from praxidesk.services.desk import Desk


def patient_record(desk: Desk, patient: ActorId, now: int) -> Patient | None:
    """Everything about a patient, as it can be changed: one statement, after one that notes who opened it."""
    with desk.store.write() as connection:
        note_read(connection, patient, now)
    with desk.store.read() as connection:
        return patient_by_id(connection, patient)


def present_record(desk: Desk, patient: ActorId) -> Patient | None:
    """The same of a record that is open already, in one statement."""
    with desk.store.read() as connection:
        return patient_by_id(connection, patient)


def present_name(desk: Desk, patient: ActorId) -> PatientOnEntry | None:
    """What a booking shows of whom it is for, as it is now, in one statement."""
    with desk.store.read() as connection:
        return patient_on_entry_by_id(connection, patient)


def change_patient(
    desk: Desk, change: PatientChange, today: date, asked: Asked | None = None
) -> PatientAnswer:
    """Save it, if nobody else was faster. What is as wanted already counts as saved: an answer was lost.

    :param asked: its key; what was saved under it once is saved, whatever was done since
    :raises StoreUnavailable: nothing was saved
    """
    faults = faults_of(change.after, today)
    if faults:
        return PatientRefused(faults)
    try:
        with desk.store.write() as connection:
            if claim(connection, asked) is not None:
                connection.rollback()
                return PatientSaved(change)
            writes.lock_actors(connection, [change.id])
            present = patient_by_id(connection, change.id)
            if present == change.before and present != change.after:
                writes.update_patient(connection, change.id, change.after)
            else:
                connection.rollback()
    except ActorsMissing:
        return PatientMissing()
    except NumberTaken:
        return PatientRefused(((PatientField.NUMBER, PatientFault.TAKEN),))
    if present is None:
        return PatientMissing()
    if present in (change.before, change.after):
        return PatientSaved(change)
    return PatientStale(present)
