"""Changes of entries that nothing binds, asked for at once: all are done, or none; and what comes of it."""

from dataclasses import dataclass

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.requests import CancelRequest, MoveRequest, RequestKey, StatusRequest
from praxidesk.engine.series_outcomes import DateState
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId, OnClash

EntryRequest = MoveRequest | CancelRequest | StatusRequest
"""A change of one entry that stands in the calendar already."""


@dataclass(frozen=True, slots=True)
class TogetherRequest:
    """Change several entries in one transaction; they make room for each other."""

    changes: tuple[EntryRequest, ...]
    """Each of another entry, without keys and scopes of their own; in the order in which they are decided."""
    on_clash: OnClash = OnClash.REFUSE
    key: RequestKey | None = None
    is_of_series: bool = False
    """They are one change of a series, such as its undoing: none of them becomes an exception by it."""

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """Which entries it is about."""
        return tuple(each.entry for each in self.changes)


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """What became of one entry."""

    request: EntryRequest
    state: DateState
    """``FREE``, ``DONE`` or ``CLASHES``."""
    span: Span
    """Where it stands, or would."""
    entry: Entry
    """As it is now."""
    before: Entry | None = None
    """As it was, where it was changed: what undo restores."""
    conflicts: tuple[Conflict, ...] = ()
    """Warnings too."""


@dataclass(frozen=True, slots=True)
class TogetherOutcome:
    """The answer to a ``TogetherRequest``."""

    changes: tuple[ChangedEntry, ...]
    """In the request's order."""
    others: tuple[Entry, ...] = ()
    """The entries that the conflicts name."""
    replayed: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether nothing was done at all."""
        return not any(each.state is DateState.DONE for each in self.changes)

    @property
    def is_done(self) -> bool:
        """Whether something was written."""
        return not self.is_refused and not self.replayed

    @property
    def clashing(self) -> tuple[ChangedEntry, ...]:
        """Those that cannot be."""
        return tuple(each for each in self.changes if each.state is DateState.CLASHES)
