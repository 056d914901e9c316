"""When those came who are in the practice."""

from dataclasses import dataclass
from datetime import date

from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class PresenceOfDay(Question):
    """Answered by ``Mapping[EntryId, Presence]``: of everybody who is or was there on a day."""

    day: date
