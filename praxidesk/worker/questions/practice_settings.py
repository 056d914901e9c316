"""Changes of the practice: what they would break, and saving them."""

from dataclasses import dataclass
from typing import ClassVar

from praxidesk.engine.practice_draft import PracticeDraft
from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class PreviewPractice(Question):
    """Answered by ``DraftPreview``; nothing is saved."""

    draft: PracticeDraft


@dataclass(frozen=True, slots=True)
class SavePractice(Question):
    """Answered by ``DraftAnswer``."""

    stands: ClassVar[bool] = True
    draft: PracticeDraft
