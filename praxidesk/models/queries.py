"""Every read of the hot path, under one name each."""

from praxidesk.models.entry_queries import (
    entries,
    entries_by_id,
    entries_in,
    entries_of,
    entry_rows,
    few_entries,
    history,
)
from praxidesk.models.entry_queries import entry_by_id as entry
from praxidesk.models.habit_queries import starts_of
from praxidesk.models.load_queries import DayLoad, day_loads
from praxidesk.models.patient_queries import duplicates
from praxidesk.models.practice_queries import practice, practice_version
from praxidesk.models.surroundings import Columns, Facts, KnownKey, columns, surroundings
from praxidesk.models.unseen_queries import rows_with_unseen

__all__ = [
    "Columns",
    "DayLoad",
    "Facts",
    "KnownKey",
    "columns",
    "day_loads",
    "duplicates",
    "entries",
    "entries_by_id",
    "entries_in",
    "entries_of",
    "entry",
    "entry_rows",
    "few_entries",
    "history",
    "practice",
    "practice_version",
    "rows_with_unseen",
    "starts_of",
    "surroundings",
]
