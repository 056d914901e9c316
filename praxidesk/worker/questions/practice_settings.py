"""Changes of the practice: what they would break, and saving them."""

from dataclasses import dataclass, field
from typing import ClassVar

from praxidesk.engine.practice_draft import PracticeDraft
from praxidesk.worker.questions.question import Question, new_key


@dataclass(frozen=True, slots=True)
class PreviewPractice(Question):
    """Answered by ``DraftPreview``; nothing is saved."""

    draft: PracticeDraft


@dataclass(frozen=True, slots=True)
class SavePractice(Question):
    """Answered by ``DraftAnswer``."""

    stands: ClassVar[bool] = True
    draft: PracticeDraft
    key: str = field(default_factory=new_key, compare=False, repr=False, kw_only=True)

    @property
    def change_key(self) -> str:
        """Its own."""
        return self.key
