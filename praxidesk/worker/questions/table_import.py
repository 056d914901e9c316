"""A foreign table: looked at, tried, taken over."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from praxidesk.engine.table_import import TableChoice
from praxidesk.worker.questions.question import LongQuestion, Question, new_key


@dataclass(frozen=True, slots=True)
class LookAtTable(Question):
    """Answered by ``TableLook`` or ``TableRefused``; nothing is asked of the store."""

    needs_practice: ClassVar[bool] = False
    file: Path


@dataclass(frozen=True, slots=True)
class PreviewTable(Question):
    """What would become of the first rows? Answered by ``TablePreview`` or ``TableRefused``."""

    file: Path
    choice: TableChoice


@dataclass(frozen=True, slots=True)
class ImportTable(LongQuestion):
    """Take a table over, all of it or nothing. Answered by ``TableImported`` or ``TableRefused``.

    ``None`` where it was given up: nothing was taken over then.
    """

    file: Path
    choice: TableChoice
    key: str = field(default_factory=new_key, compare=False, repr=False, kw_only=True)

    @property
    def change_key(self) -> str:
        """Its own."""
        return self.key
