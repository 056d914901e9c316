"""What lies beside the calendar: parked entries, and the waiting list."""

from dataclasses import dataclass
from typing import ClassVar

from praxidesk.engine.vocabulary import EntryId
from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class ParkedEntries(Question):
    """Answered by ``tuple[Entry, ...]``: those of them that exist, by start."""

    yields: ClassVar[bool] = True

    entries: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class WaitingList(Question):
    """Answered by ``tuple[Waiting, ...]``, longest waiting first."""

    yields: ClassVar[bool] = True
