"""Every read of the hot path, under one name each."""

from praxidesk.models.entry_queries import entries, entries_by_id, history
from praxidesk.models.entry_queries import entry_by_id as entry
from praxidesk.models.patient_queries import duplicates, find_patients
from praxidesk.models.practice_queries import practice
from praxidesk.models.surroundings import Facts, KnownKey, surroundings

__all__ = [
    "Facts",
    "KnownKey",
    "duplicates",
    "entries",
    "entries_by_id",
    "entry",
    "find_patients",
    "history",
    "practice",
    "surroundings",
]
