"""What was done: to an entry, to a patient, in the whole practice; and whether the journal of it is whole."""

from dataclasses import dataclass
from typing import ClassVar

from praxidesk.engine.history import HistoryFilter
from praxidesk.engine.vocabulary import EntryId
from praxidesk.worker.questions.question import LongQuestion, Question


@dataclass(frozen=True, slots=True)
class EntryHistory(Question):
    """Answered by ``tuple[RecordedChange, ...]``, newest first."""

    entry: EntryId


@dataclass(frozen=True, slots=True)
class EntryDeeds(Question):
    """Answered by ``tuple[HistoryLine, ...]``, newest first; ``None`` where the login may not read them."""

    entry: EntryId


@dataclass(frozen=True, slots=True)
class AskHistory(Question):
    """Answered by the first ``HistoryPage``."""

    wanted: HistoryFilter


@dataclass(frozen=True, slots=True)
class MoreHistory(Question):
    """Answered by a further ``HistoryPage``."""

    wanted: HistoryFilter
    newest: int
    """As the first page said."""
    offset: int


@dataclass(frozen=True, slots=True)
class HistoryDoers(Question):
    """Answered by ``Doers``."""


@dataclass(frozen=True, slots=True)
class LastChange(Question):
    """Answered by a ``HistoryLine``; ``None`` where there is none, or the login may not read it."""

    yields: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ProveJournal(LongQuestion):
    """Answered by ``JournalProof``, or ``None`` where it was given up; lines as they are looked through."""


@dataclass(frozen=True, slots=True)
class LookAtSeal(Question):
    """Whether the journal still holds the seal that this desk saw last, whose newest it keeps now.

    Answered by ``SealSeen``.
    """

    yields: ClassVar[bool] = True
    accept: bool = False
    """Somebody knows why it does not: keep the newest all the same."""
