"""What the left panel knows of days and people at a glance."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from praxidesk.engine.vocabulary import ActorId
from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class SheetLoad(Question):
    """Answered by ``Mapping[date, DayTotal]``: of these people on each day, both included."""

    yields: ClassVar[bool] = True

    first: date
    last: date
    actors: tuple[ActorId, ...]


@dataclass(frozen=True, slots=True)
class NextFree(Question):
    """Answered by ``Mapping[ActorId, Span]``: everybody's next free stretch within two months."""

    yields: ClassVar[bool] = True

    since: int
    """An instant, now or later."""
