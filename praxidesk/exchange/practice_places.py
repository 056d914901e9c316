"""Rooms, devices, and the groups they are places of, in a practice file."""

from collections.abc import Mapping

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.known_codes import KnownSites
from praxidesk.exchange.needs import read_equipment
from praxidesk.exchange.practice_hours import read_availability
from praxidesk.exchange.practice_people import COLOURS, read_code, read_sites
from praxidesk.exchange.texts import CODE_LENGTH, UnreadableError, checked_text, shown
from praxidesk.exchange.wall_times import day

LONGEST_TURNOVER_MINUTES = 1_440
_GROUPED = {str(kind): kind for kind in (ActorKind.ROOM, ActorKind.DEVICE)}


def read_group(fields: Fields) -> Group:
    """Interchangeable places; which they are is said by each of them."""
    group = Group(
        code=read_code(fields),
        name=fields.text("name", required=True),
        kind=fields.choice("of", _GROUPED, required=True) or ActorKind.ROOM,
    )
    fields.close()
    return group


def read_place(fields: Fields, kind: ActorKind, groups: Mapping[str, Group], sites: KnownSites) -> Actor:
    """A room or device; its one role goes without saying."""

    def group_of(value: object) -> str:
        code = checked_text(value, CODE_LENGTH)
        group = groups.get(code)
        if group is None:
            raise UnreadableError(f"{shown(code)} is no code of a group")
        if group.kind is not kind:
            raise UnreadableError(f"{shown(code)} is a group of {group.kind}s, and this is a {kind}")
        return code

    code = read_code(fields)
    place = Actor(
        code=code,
        kind=kind,
        name=fields.text("name", required=True),
        category=fields.text("kind"),
        colour=fields.choice("colour", COLOURS),
        active=fields.flag("active", default=True),
        availability=read_availability(fields, "absences"),
        equipment=read_equipment(fields),
        inspected_until=fields.parsed("inspected_until", day, None),
        group=fields.parsed("group", group_of, ""),
        turnover=fields.integer("turnover", 0, LONGEST_TURNOVER_MINUTES, 0) or 0,
        sites=read_sites(fields, sites),
    )
    fields.close()
    return place
