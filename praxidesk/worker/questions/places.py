"""About the place of a store, whatever is in it."""

from dataclasses import dataclass
from typing import ClassVar

from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class LookAgain(Question):
    """Try to open the store now, instead of in a while. Answered by ``None``, after it was tried."""

    needs_practice: ClassVar[bool] = False
