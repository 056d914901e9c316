"""Whose history a sheet shows."""

from dataclasses import dataclass, field
from enum import Enum

from praxidesk.engine.history import HistoryFilter


class Scope(Enum):
    """Of whom."""

    PRACTICE = "practice"
    PATIENT = "patient"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Whose:
    """The one asked for."""

    scope: Scope = Scope.PRACTICE
    of: HistoryFilter = field(default_factory=HistoryFilter)
    name: str = ""
    """Of the patient or entry, for the title."""
