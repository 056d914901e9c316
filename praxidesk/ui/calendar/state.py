"""What a calendar view shows, and what it asks for: values between it and the window."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint

from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.practice import Practice
from praxidesk.engine.roles import ANYBODY, Person
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.entry_filter import NO_FILTER, EntryFilter


@dataclass(frozen=True, slots=True)
class CalendarState:
    """Everything a view paints from; a new one replaces the old whole."""

    practice: Practice
    zone: Zone
    days: tuple[date, ...]
    """In order. One for a day view, five or seven for a week, six weeks for a month."""
    actors: tuple[ActorId, ...]
    """The chosen ones, in the order of their columns or rows."""
    entries: tuple[Entry, ...]
    """All that touch the days, every status, ordered by start, then id."""
    now: int
    show_cancelled: bool = False
    colour_by: ColourBy = ColourBy.TYPE
    filter: EntryFilter = NO_FILTER
    reader: Person = ANYBODY
    """For whom it is shown: of whose times nothing is left out decides whose load is told."""
    grid_minutes: int = 0
    """At which lines are drawn, the cursor stops and dragging snaps; 0: as the zoom has room for."""
    unseen: tuple[Taken, ...] = ()
    """When somebody is taken by an entry that the reader does not see, by start; of most readers none."""

    def entry(self, entry_id: EntryId | None) -> Entry | None:
        """The entry of that id, if it is here."""
        return next((each for each in self.entries if each.id == entry_id), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Free time somebody pointed at."""

    actor: ActorId | None
    """Whose; ``None`` where the view has no actors (a month)."""
    span: Span
    is_drawn: bool = False
    """Start and end were both meant; else the end is only that of a cell."""


@dataclass(frozen=True, slots=True)
class MoveWanted:
    """An entry was put somewhere else."""

    entry: EntryId
    span: Span
    """The whole entry's new time."""
    from_actor: ActorId | None
    """Whose column or row it was taken from."""
    to_actor: ActorId | None
    """Whose it was put into; the same as ``from_actor`` where only the time changed."""
    status: Status | None = None
    """What it becomes there, where that is something else: who was waiting is booked."""
    rooms: tuple[ActorId, ActorId] | None = None
    """A room that is taken there, and the one that takes its place: where the other practitioner works."""


@dataclass(frozen=True, slots=True)
class TypedAt:
    """Somebody begins to type on free time."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class ActorMenuWanted:
    """A menu was asked for a practitioner, room or device, by mouse or key."""

    actor: ActorId
    global_pos: QPoint


@dataclass(frozen=True, slots=True)
class MenuWanted:
    """A context menu was asked for, by mouse or key."""

    entry: EntryId | None
    place: Place | None
    """The time pointed at, where there is any."""
    global_pos: QPoint
