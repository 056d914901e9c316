"""What comes of a request for several entries: of each date, and of each part of a combination."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict, Slot
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId, SeriesId, Severity


class Verdict(StrEnum):
    """What became of the whole."""

    FREE = "free"
    """Of a check: it would be done."""
    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    """Nothing was done at all."""


class DateState(StrEnum):
    """What became of one date."""

    FREE = "free"
    """Nothing blocks it, but nothing was done: a check, or others were refused."""
    DONE = "done"
    """As the verdict says."""
    CLASHES = "clashes"
    """Something blocks it; nothing was done, or all but the clashing ones."""
    MISSING = "missing"
    """Of a change: the clocks skip its new time. Blocks as a clash does."""
    SKIPPED = "skipped"
    """The request leaves it out."""
    PAST = "past"
    """It has begun: never changed with the series."""
    EXCEPTION = "exception"
    """It was changed by itself before: left alone."""
    GONE = "gone"
    """Cancelled, or over in another way: left alone."""
    LEFT_OUT = "left_out"
    """Of a repeated request: no entry was made of it."""


class MissingReason(StrEnum):
    """Why a series has no date where one might be expected."""

    NO_SUCH_DAY = "no_such_day"
    """The month has no such day of the month, or no fifth such weekday."""
    CLOCKS_SKIP_IT = "clocks_skip_it"
    """On that day the clocks are put forward over the time."""


@dataclass(frozen=True, slots=True)
class MissingDate:
    """A date that a series does not have."""

    month: date
    """The first day of its month."""
    reason: MissingReason
    day: date | None = None
    """The day, where there is one."""


@dataclass(frozen=True, slots=True)
class DateOutcome:
    """One date of a series."""

    day: date
    """The date that the rule gives it, wherever it stands."""
    state: DateState
    span: Span
    """Where it stands, or would."""
    conflicts: tuple[Conflict, ...] = ()
    """Warnings too. ``entry`` below 0 names a date of the same request: see :func:`sibling`."""
    entry: Entry | None = None
    """As it is now, where it is stored."""
    before: Entry | None = None
    """As it was, where it was changed: what undo restores."""
    participants: tuple[Participant, ...] = ()
    """With those whom the desk chose."""
    alternatives: tuple[Slot, ...] = ()
    """Other times for it where it clashes, nearest first."""
    apart: tuple[Slot, ...] = ()
    """The nearest of which no two overlap: other times, as people mean it."""
    is_moved: bool = False
    """The request gives it another time than the rule."""

    @property
    def is_blocked(self) -> bool:
        """Whether anything blocks it."""
        return any(each.severity is Severity.BLOCKING for each in self.conflicts)


@dataclass(frozen=True, slots=True)
class SeriesOutcome:
    """The answer to a series booked or checked, or to a change of several of its entries."""

    verdict: Verdict
    dates: tuple[DateOutcome, ...]
    """All that the request is about, by their day."""
    missing: tuple[MissingDate, ...] = ()
    series: SeriesId | None = None
    """Where it is stored."""
    others: tuple[Entry, ...] = ()
    """The entries that the conflicts name."""
    replayed: bool = False

    @property
    def is_done(self) -> bool:
        """Whether something was written."""
        return self.verdict not in {Verdict.FREE, Verdict.REFUSED} and not self.replayed


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """One appointment of a combination."""

    span: Span
    conflicts: tuple[Conflict, ...] = ()
    """Warnings too. ``entry`` below 0 names a part of the same request: see :func:`sibling`."""
    entry: Entry | None = None
    """As it is now, where it is stored."""
    participants: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class CombinedSlot:
    """A time at which a whole combination is free: a slot for each part."""

    parts: tuple[Slot, ...]

    @property
    def span(self) -> Span:
        """From the start of the first to the end of the last."""
        return Span(self.parts[0].starts_at, self.parts[-1].ends_at)


@dataclass(frozen=True, slots=True)
class CombinedOutcome:
    """The answer to a combination booked or checked."""

    verdict: Verdict
    parts: tuple[PartOutcome, ...]
    """In their order."""
    series: SeriesId | None = None
    """What binds the entries, where they are stored."""
    alternatives: tuple[CombinedSlot, ...] = ()
    others: tuple[Entry, ...] = ()
    replayed: bool = False

    @property
    def is_done(self) -> bool:
        """Whether something was written."""
        return self.verdict is Verdict.BOOKED and not self.replayed


@dataclass(frozen=True, slots=True)
class CombinedSlotsFound:
    """The answer to a search for a combination."""

    slots: tuple[CombinedSlot, ...]
    searched_to: date


BulkOutcome = SeriesOutcome | CombinedOutcome


def sibling(index: int) -> EntryId:
    """Stands in a conflict for an entry that is not stored yet: the n-th date or part, from 0."""
    return EntryId(-1 - index)


def sibling_index(entry: EntryId | None) -> int | None:
    """Which date or part of the same request a conflict names; ``None`` for a stored entry."""
    return None if entry is None or entry >= 0 else -1 - entry
