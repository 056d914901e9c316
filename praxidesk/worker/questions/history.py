"""What was done to an entry."""

from dataclasses import dataclass

from praxidesk.engine.vocabulary import EntryId
from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class EntryHistory(Question):
    """Answered by ``tuple[RecordedChange, ...]``, newest first."""

    entry: EntryId
