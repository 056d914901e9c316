"""The demo practice, in a store of its own beside the user's."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from praxidesk.worker.questions.question import LongQuestion, Question


@dataclass(frozen=True, slots=True)
class MakeDemo(LongQuestion):
    """Make the demo practice around today, or find the one made before. Answered by ``DemoReady``.

    ``None`` where it was given up: nothing is left of it then.
    """

    needs_practice: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class DropDemo(Question):
    """Delete the demo practice's store. Answered by ``None``; where there is none, nothing is done."""

    stands: ClassVar[bool] = True
    needs_practice: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class DemoReady:
    """The demo practice can be opened."""

    url: str
    day: date
    """The one to show."""
    begins_at: datetime | None
    """When the clock begins to run, as the practice's wall time; ``None`` for the machine's clock."""
