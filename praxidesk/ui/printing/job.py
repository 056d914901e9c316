"""What somebody wants printed, and what must be asked of the store for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from praxidesk.engine.practice import Practice
from praxidesk.engine.roles import ANYBODY, Person
from praxidesk.engine.vocabulary import ActorId, EntryId, TypeId
from praxidesk.ui.printing.paper import A4, A4_LANDSCAPE, A6, Paper
from praxidesk.ui.shown.arrangement import WeekLength
from praxidesk.ui.shown.shown import Shown, days_shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.questions.printing import PatientsToCall, PrintedDays, PrintedSlip
from praxidesk.worker.questions.question import Question


class PrintKind(StrEnum):
    """The sheets there are."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ROOMS = "rooms"
    SLIP = "slip"
    RECALL = "recall"


VIEWS = {
    PrintKind.DAY: ViewKind.DAY,
    PrintKind.WEEK: ViewKind.WEEK,
    PrintKind.MONTH: ViewKind.MONTH,
    PrintKind.ROOMS: ViewKind.ROOMS,
}
"""The view of which a sheet is the printed form."""


@dataclass(frozen=True, slots=True)
class Job:
    """One wish; only what its kind needs is looked at."""

    kind: PrintKind
    day: date
    actors: tuple[ActorId, ...] = ()
    """In order; of a day and a week one list each."""
    entry: EntryId | None = None
    on_a4: bool = False
    """A slip at the corner of a large sheet."""
    type: TypeId | None = None
    first: date = date.min
    last: date = date.max
    """Of a recall list: the days in which the last appointment lies, both included."""

    week_length: WeekLength = WeekLength.AUTO
    reader: Person = ANYBODY
    """For whom it is printed: free time is told of those of whose times nothing is left out."""

    @property
    def paper(self) -> Paper:
        """What it is printed on."""
        if self.kind is PrintKind.SLIP:
            return A4 if self.on_a4 else A6
        return A4 if self.kind in {PrintKind.DAY, PrintKind.RECALL} else A4_LANDSCAPE

    def days(self, practice: Practice) -> tuple[date, ...]:
        """The days on it; none of a slip or recall list."""
        view = VIEWS.get(self.kind)
        return days_shown(practice, Shown(view, self.day), self.week_length) if view is not None else ()

    def question(self, practice: Practice) -> Question | None:
        """What must be asked; ``None`` where something is still to be chosen."""
        match self.kind:
            case PrintKind.SLIP:
                return PrintedSlip(self.entry) if self.entry is not None else None
            case PrintKind.RECALL:
                is_whole = self.type is not None and self.first <= self.last
                return PatientsToCall(self.type, self.first, self.last) if is_whole and self.type else None
            case PrintKind.ROOMS:
                return PrintedDays(self.day, self.day)
            case _:
                days = self.days(practice)
                return PrintedDays(days[0], days[-1]) if self.actors else None


@dataclass(frozen=True, slots=True)
class Offer:
    """What the print dialog begins with."""

    job: Job
    shown: Mapping[PrintKind, tuple[ActorId, ...]]
    """Whom each view shows."""
    about_entry: str = ""
    """The selected entry in a few lines, where one is."""
