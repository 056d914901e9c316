"""What becomes of changes made at this desk, told to whoever shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.outcomes import Refused
from praxidesk.engine.requests import BookRequest, ChangeRequest, NewPatient
from praxidesk.engine.together import TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.changes.noted_changes import NotedChange

Wanted = ChangeRequest | TogetherRequest | NotedChange
"""What can be sent, taken back and done again."""

_MOST_TRIES = 4


class Purpose(Enum):
    """Why a change was sent."""

    NEW = "new"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Happened:
    """Something is saved; what the toast says."""

    text: str
    entries: tuple[Entry, ...]
    """As they are now; one at least."""
    can_undo: bool

    @property
    def entry(self) -> Entry:
        """The first of them."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Noted:
    """What is no entry was changed; what the toast says."""

    text: str
    name: str
    """Whose it is, as it stands in the text."""
    can_undo: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A change on its way, and why."""

    request: Wanted | None
    """``None``: a booking sheet's, or not to be known before the changes under way are done."""
    purpose: Purpose
    before: Mapping[EntryId, Entry] = field(default_factory=dict, compare=False)
    """The entries it is about as the screen knew them when it was sent."""
    tries: int = field(default=0, compare=False)
    """How often it has been sent again, over what others have stored meanwhile."""

    @property
    def may_go_again(self) -> bool:
        """Whether that has not been often yet."""
        return self.tries < _MOST_TRIES


@dataclass(frozen=True, slots=True)
class Setback:
    """A refusal that a person has to answer."""

    request: ChangeRequest
    refused: Refused
    patient: PatientOnEntry | NewPatient | None = None
    """Whom a form had chosen."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Several entries of which some cannot be changed as wanted, so that none was."""

    request: TogetherRequest
    outcome: TogetherOutcome


def entries_of(request: Wanted) -> tuple[EntryId, ...]:
    """Which entries a change is about; a booking makes its own."""
    if isinstance(request, TogetherRequest):
        return request.entries
    if isinstance(request, NotedChange):
        return ()
    return () if request.entry is None else (request.entry,)


def entry_of(request: ChangeRequest) -> EntryId | None:
    """Which entry a change is about; a booking makes its own."""
    return request.entry


def version_of(request: ChangeRequest) -> int:
    """Which version of an entry a change was made for; 0: of none."""
    return 0 if isinstance(request, BookRequest) else request.version
