"""Patients who were here for something once and have no appointment for it now."""

from dataclasses import dataclass

from praxidesk.engine.entries import PatientOnEntry


@dataclass(frozen=True, slots=True)
class Recall:
    """One of them."""

    patient: PatientOnEntry
    last_at: int
    """When the last appointment for it began."""
