"""How day and week are arranged: whose columns, how many days a week has, how fine the grid is."""

from enum import StrEnum

from praxidesk.engine.vocabulary import ActorKind

_PEOPLE = frozenset({ActorKind.PRACTITIONER})
_PLACES = frozenset({ActorKind.ROOM, ActorKind.DEVICE})


class ColumnsBy(StrEnum):
    """Of whom the chosen ones have columns."""

    PRACTITIONERS = "practitioners"
    ROOMS = "rooms"
    """And devices."""
    BOTH = "both"

    @property
    def kinds(self) -> frozenset[ActorKind]:
        """Who is shown."""
        return {ColumnsBy.PRACTITIONERS: _PEOPLE, ColumnsBy.ROOMS: _PLACES}.get(self, _PEOPLE | _PLACES)

    @property
    def next(self) -> "ColumnsBy":
        """The one after this, round and round."""
        every = list(ColumnsBy)
        return every[(every.index(self) + 1) % len(every)]


class WeekLength(StrEnum):
    """How many days a week shows."""

    AUTO = "auto"
    """Seven where the practice opens at weekends, or the day asked for is one of them."""
    FIVE = "5"
    SEVEN = "7"


class Grid(StrEnum):
    """At which minutes lines are drawn, the cursor stops and dragging snaps."""

    AUTO = "auto"
    """Five minutes; free cells as long as the zoom leaves room for, lines at the half hours."""
    FIVE = "5"
    TEN = "10"
    FIFTEEN = "15"
    TWENTY = "20"
    THIRTY = "30"

    @property
    def minutes(self) -> int:
        """Of a step; 0 where it follows the zoom."""
        return 0 if self is Grid.AUTO else int(self.value)


class LockAfter(StrEnum):
    """How long nobody need be at the window before it locks itself: minutes."""

    ONE = "1"
    FIVE = "5"
    FIFTEEN = "15"
    SIXTY = "60"

    @property
    def seconds(self) -> int:
        """The same in seconds."""
        return int(self.value) * 60
