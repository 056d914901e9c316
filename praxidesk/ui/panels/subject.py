"""What the details panel is about: the entries selected, and what is known about them by now."""

from dataclasses import dataclass
from enum import Enum

from praxidesk.engine.entries import Entry
from praxidesk.engine.history import HistoryLine
from praxidesk.engine.outcomes import RecordedChange
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryKind
from praxidesk.engine.walltime import Zone


class FaceKind(Enum):
    """Which face of the panel is shown."""

    NOTHING = "nothing"
    APPOINTMENT = "appointment"
    OPERATION = "operation"
    BLOCKOUT = "blockout"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Known:
    """What the store has told about the entry selected; it comes after the entry itself."""

    history: tuple[RecordedChange, ...] = ()
    """Newest first."""
    deeds: tuple[HistoryLine, ...] = ()
    """The same from the journal, with who did it; none where that may not be read."""
    place: tuple[int, int] | None = None
    """Which one of how many it is in its series."""
    around: tuple[Entry, ...] = ()
    """What else its patient has on its day, shortly before and after: by start."""


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything a face shows."""

    practice: Practice
    zone: Zone
    now: int
    entries: tuple[Entry, ...] = ()
    """All that are selected, as they are now."""
    known: Known = NOTHING_KNOWN

    @property
    def entry(self) -> Entry | None:
        """The one that is selected; ``None`` where none or several are."""
        return self.entries[0] if len(self.entries) == 1 else None

    @property
    def face(self) -> FaceKind:
        """Which face shows it."""
        if len(self.entries) > 1:
            return FaceKind.SEVERAL
        return _OF_KIND[self.entries[0].kind] if self.entries else FaceKind.NOTHING


_OF_KIND = {
    EntryKind.APPOINTMENT: FaceKind.APPOINTMENT,
    EntryKind.OPERATION: FaceKind.OPERATION,
    EntryKind.BLOCKOUT: FaceKind.BLOCKOUT,
}
