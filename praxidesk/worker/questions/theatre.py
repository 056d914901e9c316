"""What waits for an operating room."""

from dataclasses import dataclass

from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class RoomlessOperations(Question):
    """Answered by ``tuple[Entry, ...]``: operations of the next weeks that have no room yet, by start."""
