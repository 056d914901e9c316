"""What is open at this desk for editing, told to the others."""

from dataclasses import dataclass
from typing import ClassVar

from praxidesk.engine.vocabulary import EntryId
from praxidesk.worker.questions.question import Question


@dataclass(frozen=True, slots=True)
class AnnounceEditing(Question):
    """These are open here from now on, none: nothing any more. Answered by ``None``, and by no fault.

    It locks nothing and promises nothing: the commit decides, and goes first.
    """

    yields: ClassVar[bool] = True
    token: str
    """Of the running program: 16 hexadecimal digits."""
    entries: tuple[EntryId, ...] = ()
    record: str = ""
    """A patient's data or a page of the settings, as ``engine.at_work`` names them."""


@dataclass(frozen=True, slots=True)
class PresentState(Question):
    """An entry as it is now, wherever it stands. Answered by ``tuple[Entry, ...]``: that one, or nothing."""

    entry: EntryId
