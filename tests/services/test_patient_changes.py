"""Changing a patient: over what was read, with the words they are found by, never over another's change."""

from dataclasses import replace
from datetime import date

from praxidesk.engine.patient_changes import (
    PatientChange,
    PatientFault,
    PatientField,
    PatientMissing,
    PatientRefused,
    PatientSaved,
    PatientStale,
)
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models.settled_requests import Asked
from praxidesk.services.desk import Desk
from praxidesk.services.finding import find_everything
from praxidesk.services.patient_changes import change_patient, patient_record
from tests.models.bookings import NOW
from tests.small_practice import OTHER_PATIENT, PATIENT, SmallPractice

TODAY = date(2026, 11, 23)


def test_it_is_saved_found_by_its_new_words_and_taken_back(practice_store: SmallPractice) -> None:
    desk, id_ = Desk.open(practice_store.store), practice_store.actors["P-1001"]
    wanted = replace(PATIENT, family="Öztürk", number="Q-7", phone="0171 999", birth_date=None)
    change = PatientChange(id_, PATIENT, wanted)
    version = desk.practice.version
    assert change_patient(desk, change, TODAY) == PatientSaved(change)
    assert patient_record(desk, id_, NOW) == wanted
    desk.refresh()
    assert desk.practice.version > version

    def found(text: str) -> int:
        return find_everything(desk, text, NOW).patients.total

    assert [found(each) for each in ("öztürk", "q7", "0171999", "müller", "p1001", "1984")] == [
        1,
        1,
        1,
        0,
        0,
        0,
    ]
    # The answer was lost, and it is asked for again.
    assert change_patient(desk, change, TODAY) == PatientSaved(change)
    asked = Asked("a key", NOW)
    assert change_patient(desk, change.reversed, TODAY, asked) == PatientSaved(change.reversed)
    # Nor is it done twice where somebody else has taken it back before it is asked for again.
    assert change_patient(desk, change, TODAY) == PatientSaved(change)
    assert change_patient(desk, change.reversed, TODAY, asked) == PatientSaved(change.reversed)
    assert patient_record(desk, id_, NOW) == wanted
    assert change_patient(desk, change.reversed, TODAY) == PatientSaved(change.reversed)
    assert patient_record(desk, id_, NOW) == PATIENT
    assert [found(each) for each in ("q7", "müller", "1984")] == [0, 1, 1]


def test_nothing_is_saved_over_what_somebody_else_did_nor_with_a_number_that_is_taken(
    practice_store: SmallPractice,
) -> None:
    desk, id_ = Desk.open(practice_store.store), practice_store.actors["P-1001"]
    theirs, ours = replace(PATIENT, phone="1"), replace(PATIENT, phone="2")
    assert change_patient(desk, PatientChange(id_, PATIENT, theirs), TODAY) == PatientSaved(
        PatientChange(id_, PATIENT, theirs)
    )
    assert change_patient(desk, PatientChange(id_, PATIENT, ours), TODAY) == PatientStale(theirs)
    taken = PatientChange(id_, theirs, replace(ours, number=OTHER_PATIENT.number))
    refused = PatientRefused(((PatientField.NUMBER, PatientFault.TAKEN),))
    assert change_patient(desk, taken, TODAY) == refused
    unnamed = PatientChange(id_, theirs, replace(theirs, family=""))
    assert change_patient(desk, unnamed, TODAY) == PatientRefused(
        ((PatientField.FAMILY, PatientFault.MISSING),)
    )
    assert patient_record(desk, id_, NOW) == theirs
    nobody = PatientChange(ActorId(999_999), PATIENT, ours)
    assert change_patient(desk, nobody, TODAY) == PatientMissing()
    assert patient_record(desk, ActorId(999_999), NOW) is None
