"""Which view of which days the window shows, and where paging leads."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.ui.calendar.rooms.plan import operating_rooms
from praxidesk.ui.shown.arrangement import WeekLength
from praxidesk.ui.shown.month_days import month_later
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.week_cache import monday_of

MONTH_WEEKS = 6
WITH_COLUMNS = frozenset({ViewKind.DAY, ViewKind.WEEK})
"""Views with a column for each of those chosen."""
_DAY_COLUMNS, _WEEK_PEOPLE = 7, 2


@dataclass(frozen=True, slots=True)
class Shown:
    """The view, and the day that everything else follows from."""

    view: ViewKind
    day: date
    whole_month: bool = False
    """A month from its first week on, as paging goes; else six weeks from the day's own."""

    def paged(self, pages: int) -> "Shown":
        """As many pages later, or earlier; a month leaves the running weeks for its neighbours.

        Backwards from running weeks that began within a month, that month comes first: most of it was hidden.
        """
        if self.view is ViewKind.DAY or self.view is ViewKind.ROOMS:
            return replace(self, day=self.day + timedelta(days=pages))
        if self.view is ViewKind.WEEK:
            return replace(self, day=self.day + timedelta(weeks=pages))
        first = self.day.replace(day=1)
        if pages < 0 and not self.whole_month and monday_of(self.day) > first:
            pages += 1
        return Shown(self.view, month_later(first, pages), whole_month=True)


def weeks_of(shown: Shown) -> tuple[date, ...]:
    """The Mondays of what is shown, as far as no practice is needed to know them."""
    monday, weeks = monday_of(shown.day), MONTH_WEEKS if shown.view is ViewKind.MONTH else 1
    return tuple(monday + timedelta(weeks=each) for each in range(weeks))


def days_shown(
    practice: Practice, shown: Shown, week_length: WeekLength = WeekLength.AUTO
) -> tuple[date, ...]:
    """All days on screen, in order; a week of five days shows seven where the day is a weekend's."""
    if shown.view in (ViewKind.DAY, ViewKind.ROOMS):
        return (shown.day,)
    monday = monday_of(shown.day)
    if shown.view is ViewKind.WEEK:
        is_long = week_length is WeekLength.SEVEN or (
            week_length is WeekLength.AUTO and _opens_at_weekends(practice)
        )
        length = 7 if is_long or shown.day.weekday() > 4 else 5
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


def first_of_kinds(practice: Practice, view: ViewKind, kinds: frozenset[ActorKind]) -> tuple[ActorId, ...]:
    """Whom a view with columns shows of some kinds, until somebody chooses."""
    found = in_order(practice, (id_ for id_, each in practice.actors.items() if each.kind in kinds))
    return found[: _WEEK_PEOPLE if view is ViewKind.WEEK else _DAY_COLUMNS]


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
