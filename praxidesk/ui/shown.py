"""Which view of which days the window shows, and where paging leads."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.ui.calendar.rooms_plan import operating_rooms
from praxidesk.ui.view_kind import ViewKind
from praxidesk.worker.week_cache import monday_of

MONTH_WEEKS = 6
_DAY_COLUMNS, _WEEK_PEOPLE = 7, 2


@dataclass(frozen=True, slots=True)
class Shown:
    """The view, and the day that everything else follows from."""

    view: ViewKind
    day: date

    def paged(self, pages: int) -> "Shown":
        """As many pages later, or earlier."""
        if self.view is ViewKind.DAY or self.view is ViewKind.ROOMS:
            return replace(self, day=self.day + timedelta(days=pages))
        weeks = pages if self.view is ViewKind.WEEK else pages * 4
        return replace(self, day=self.day + timedelta(weeks=weeks))


def days_shown(practice: Practice, shown: Shown) -> tuple[date, ...]:
    """All days on screen, in order."""
    if shown.view in (ViewKind.DAY, ViewKind.ROOMS):
        return (shown.day,)
    monday = monday_of(shown.day)
    if shown.view is ViewKind.WEEK:
        length = 7 if _opens_at_weekends(practice) or shown.day.weekday() > 4 else 5
    else:
        length = 7 * MONTH_WEEKS
    return tuple(monday + timedelta(days=each) for each in range(length))


def first_choice(practice: Practice, view: ViewKind) -> tuple[ActorId, ...]:
    """Whom a view shows until somebody chooses."""
    active = {id_: each for id_, each in practice.actors.items() if each.active}
    people = [id_ for id_, each in active.items() if each.kind is ActorKind.PRACTITIONER]
    rooms = [id_ for id_, each in active.items() if each.kind is ActorKind.ROOM]
    match view:
        case ViewKind.DAY:
            return tuple([*people, *rooms][:_DAY_COLUMNS])
        case ViewKind.WEEK:
            return tuple(people[:_WEEK_PEOPLE] or rooms[:_WEEK_PEOPLE])
        case ViewKind.MONTH:
            return tuple(people or rooms)
        case ViewKind.ROOMS:
            return operating_rooms(practice) or tuple(rooms)


def in_order(practice: Practice, actors: Iterable[ActorId]) -> tuple[ActorId, ...]:
    """Those still known, people before rooms before devices, in the order of the practice."""
    wanted = set(actors)
    kinds = (ActorKind.PRACTITIONER, ActorKind.ROOM, ActorKind.DEVICE)
    return tuple(
        id_
        for kind in kinds
        for id_, each in practice.actors.items()
        if each.kind is kind and each.active and id_ in wanted
    )


def _opens_at_weekends(practice: Practice) -> bool:
    availabilities = [practice.site.availability, *(each.availability for each in practice.actors.values())]
    return any(window.weekday > 4 for each in availabilities for window in each.hours)
