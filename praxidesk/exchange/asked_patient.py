"""Whom a request names, of whatever kind it is."""

from praxidesk.engine.requests import (
    BookRequest,
    ChangeRequest,
    Keep,
    MoveRequest,
    NewPatient,
    PatientNumber,
    PatientRef,
    SlotRequest,
)
from praxidesk.engine.series_requests import CombinedRequest, CombinedSlotRequest, SeriesRequest

AnyRequest = ChangeRequest | SlotRequest | SeriesRequest | CombinedRequest | CombinedSlotRequest


def asked_patient(request: AnyRequest | None) -> PatientRef | Keep | None:
    """The patient of it; ``None`` too of one that names nobody."""
    match request:
        case SeriesRequest():
            return request.booking.patient
        case BookRequest() | MoveRequest() | SlotRequest() | CombinedRequest():
            return request.patient
        case _:
            return None


def asked_number(request: AnyRequest | None) -> str | None:
    """The number by which it names somebody the practice knows."""
    patient = asked_patient(request)
    return patient.number if isinstance(patient, PatientNumber) else None


def is_of_somebody_new(request: AnyRequest | None) -> bool:
    """Whether it makes the patient."""
    return isinstance(asked_patient(request), NewPatient)
