"""All tables by name, and the metadata that knows them all."""

from praxidesk.models.calendar_tables import allocation, entry, entry_change, series
from praxidesk.models.practice_tables import (
    absence,
    actor,
    appointment_type,
    day_exception,
    need,
    need_member,
    patient,
    patient_word,
    policy,
    practice,
    procedure,
    setting,
    site,
    weekly_window,
)
from praxidesk.models.schema import METADATA

__all__ = [
    "METADATA",
    "absence",
    "actor",
    "allocation",
    "appointment_type",
    "day_exception",
    "entry",
    "entry_change",
    "need",
    "need_member",
    "patient",
    "patient_word",
    "policy",
    "practice",
    "procedure",
    "series",
    "setting",
    "site",
    "weekly_window",
]
