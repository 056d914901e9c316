"""Who and what can be taken: practitioners, rooms, devices, and groups of places."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from praxidesk.engine.availability import ALWAYS, Availability
from praxidesk.engine.vocabulary import ActorKind, Colour, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A practitioner, room or device."""

    code: str
    kind: ActorKind
    name: str
    specialty: str = ""
    """Practitioners only."""
    category: str = ""
    """Rooms and devices only: what the practice file calls ``kind``, such as ``consulting``."""
    roles: tuple[Role, ...] = ()
    """What a practitioner may be in an entry; a room or device has its one role."""
    colour: Colour | None = None
    active: bool = True
    availability: Availability = ALWAYS
    equipment: tuple[str, ...] = ()
    """Rooms and devices only: what they have, such as ``ecg``."""
    inspected_until: date | None = None
    """Rooms and devices only: the last day of service before the next inspection is due."""
    group: str = ""
    """Rooms and devices only: code of the group it is a place of."""
    turnover: int = 0
    """Rooms and devices only: minutes each use of it takes longer, for cleaning or reprocessing."""
    sites: tuple[str, ...] = ()
    """Codes of the sites where it is, sorted; empty: everywhere."""
    is_elsewhere: bool = False
    """Not active only for whoever works at other sites than these; never stored."""

    def is_at(self, sites: Collection[str]) -> bool:
        """Whether it belongs to one of these sites, as it does when it names none; of none all are meant."""
        return not sites or not self.sites or any(each in sites for each in self.sites)


@dataclass(frozen=True, slots=True)
class Group:
    """Interchangeable places, booked as one: whoever is not promised a particular one may be re-seated.

    It has a code and an id like an actor, and can be wanted like one, but is never taken itself.
    """

    code: str
    kind: ActorKind
    """That of its members: rooms or devices."""
    name: str
