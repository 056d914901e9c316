"""How the questions of search and patient card are answered; imported on the store thread only."""

from collections.abc import Callable, Mapping
from typing import Any

from praxidesk.models.settled_requests import Asked
from praxidesk.services import finding, patient_card, patient_changes
from praxidesk.services.desk import Desk
from praxidesk.worker.questions.finding import (
    AskPatientCard,
    EntriesAround,
    FindEverything,
    MoreEntries,
    MoreOfPatient,
    MorePatients,
    NeighbourEntry,
)
from praxidesk.worker.questions.patients import AskPatient, ChangePatient, PresentName, PresentPatient
from praxidesk.worker.questions.question import Question


def _found(desk: Desk, asked: FindEverything, now: int) -> object:
    return finding.find_everything(desk, asked.text, now)


def _more_patients(desk: Desk, asked: MorePatients, now: int) -> object:  # noqa: ARG001  as all answers
    return finding.more_patients(desk, asked.text, asked.at, asked.offset)


def _more_entries(desk: Desk, asked: MoreEntries, now: int) -> object:  # noqa: ARG001  as all answers
    return finding.more_entries(desk, asked.text, asked.at, asked.offset)


def _card(desk: Desk, asked: AskPatientCard, now: int) -> object:
    return patient_card.patient_card(desk, asked.patient, now, is_open=asked.is_open)


def _more_of_patient(desk: Desk, asked: MoreOfPatient, now: int) -> object:  # noqa: ARG001  as all answers
    return patient_card.more_of_patient(desk, asked.patient, asked.at, asked.offset)


def _neighbour(desk: Desk, asked: NeighbourEntry, now: int) -> object:  # noqa: ARG001  as all answers
    return patient_card.neighbour_entry(desk, asked.patient, asked.starts_at, asked.entry, later=asked.later)


def _around(desk: Desk, asked: EntriesAround, now: int) -> object:  # noqa: ARG001  as all answers
    return patient_card.around(desk, asked.patient, asked.at)


def _patient(desk: Desk, asked: AskPatient, now: int) -> object:
    return patient_changes.patient_record(desk, asked.patient, now)


def _present_patient(desk: Desk, asked: PresentPatient, now: int) -> object:  # noqa: ARG001  as all answers
    return patient_changes.present_record(desk, asked.patient)


def _present_name(desk: Desk, asked: PresentName, now: int) -> object:  # noqa: ARG001  as all answers
    return patient_changes.present_name(desk, asked.patient)


def _change_patient(desk: Desk, asked: ChangePatient, now: int) -> object:
    return patient_changes.change_patient(desk, asked.change, desk.zone.day_of(now), Asked(asked.key, now))


SEARCH_ANSWERS: Mapping[type[Question], Callable[[Desk, Any, int], object]] = {
    AskPatient: _patient,
    AskPatientCard: _card,
    ChangePatient: _change_patient,
    EntriesAround: _around,
    FindEverything: _found,
    MoreEntries: _more_entries,
    MoreOfPatient: _more_of_patient,
    MorePatients: _more_patients,
    NeighbourEntry: _neighbour,
    PresentName: _present_name,
    PresentPatient: _present_patient,
}
"""Each from the store with its practice, the question, and now."""
