"""The practice as one versioned value: hours, absences, types, procedures, people.

Patients are not in it; there may be a million of them. All values compare by content, so an
update is the difference of two of them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.availability import ALWAYS, Availability, LocalHoliday, WeeklyWindow
from praxidesk.engine.offerings import AppointmentType, Combination, Procedure, Service
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    ConflictKind,
    ProcedureId,
    ServiceId,
    Severity,
    TypeId,
)


@dataclass(frozen=True, slots=True)
class Site:
    """The place, whose wall time counts."""

    code: str
    name: str
    timezone: str
    """IANA zone name."""
    holidays: str = ""
    """Region as the ``holidays`` package names it, such as ``DE-BE``; empty for none."""
    availability: Availability = ALWAYS
    local_holidays: tuple[LocalHoliday, ...] = ()
    """Closed days that the region's calendar does not know."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A further site of the same practice. Hours, wall time and holidays are those of the first."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Reservation:
    """Block time: hours of an actor that are kept for some people or services.

    Whoever takes the actor then must have one of the holders taking part, where there are any, and
    be for one of the services, where there are any.
    """

    code: str
    name: str
    actors: tuple[str, ...]
    """Codes of those who are reserved."""
    windows: tuple[WeeklyWindow, ...]
    holders: tuple[str, ...] = ()
    """Codes of practitioners."""
    services: tuple[str, ...] = ()
    """Codes of appointment types and procedures."""
    release_days: int | None = None
    """So many days before the day, if nobody uses it, anybody may; 0 on the day itself; ``None`` never."""


ALWAYS_BLOCKING = frozenset(
    {
        ConflictKind.PRACTITIONER_BUSY,
        ConflictKind.ROOM_BUSY,
        ConflictKind.DEVICE_BUSY,
        ConflictKind.CAPACITY_FULL,
    }
)
"""No policy may soften these: the database forbids them too."""

NEVER_SOFTENED = ALWAYS_BLOCKING | {ConflictKind.STALE_VERSION, ConflictKind.STATUS_NOT_ALLOWED}
"""Kinds whose severity is no choice: what the database forbids, and what would overwrite or make no sense."""

DEFAULT_POLICY: Mapping[ConflictKind, Severity] = {
    kind: Severity.WARNING
    if kind
    in {
        ConflictKind.NO_HOURS,
        ConflictKind.IN_THE_PAST,
        ConflictKind.NEED_UNMET,
        ConflictKind.POSSIBLE_DUPLICATE,
        ConflictKind.TENTATIVE,
    }
    else Severity.BLOCKING
    for kind in ConflictKind
}


@dataclass(frozen=True, slots=True)
class Practice:
    """Everything the engine needs to know of a practice but its entries and patients."""

    version: int
    """Counts up with every change of the practice."""
    site: Site
    actors: Mapping[ActorId, Actor]
    types: Mapping[TypeId, AppointmentType]
    procedures: Mapping[ProcedureId, Procedure]
    policy: Mapping[ConflictKind, Severity] = field(default_factory=lambda: DEFAULT_POLICY)
    """A severity for every kind."""
    holidays: Mapping[date, str] = field(default_factory=dict)
    """Public holidays of the site's region and its local ones, with their names."""
    groups: Mapping[ActorId, Group] = field(default_factory=dict)
    reservations: tuple[Reservation, ...] = ()
    combinations: tuple[Combination, ...] = ()
    branches: tuple[Branch, ...] = ()
    actor_ids: Mapping[str, ActorId] = field(init=False, repr=False, compare=False)
    """Codes of practitioners, rooms, devices and groups."""
    members: Mapping[ActorId, tuple[ActorId, ...]] = field(init=False, repr=False, compare=False)
    """Of each group, in the order of their codes, in which they are filled."""
    type_ids: Mapping[str, TypeId] = field(init=False, repr=False, compare=False)
    procedure_ids: Mapping[str, ProcedureId] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the codes."""
        put = object.__setattr__
        codes = {actor.code: id_ for id_, actor in self.actors.items()}
        put(self, "actor_ids", codes | {group.code: id_ for id_, group in self.groups.items()})
        put(
            self,
            "members",
            {
                id_: tuple(
                    codes[code] for code in sorted(codes) if self.actors[codes[code]].group == group.code
                )
                for id_, group in self.groups.items()
            },
        )
        put(self, "type_ids", {each.code: id_ for id_, each in self.types.items()})
        put(self, "procedure_ids", {each.code: id_ for id_, each in self.procedures.items()})

    @property
    def site_names(self) -> Mapping[str, str]:
        """All sites by their codes, the practice's own first."""
        branches = {each.code: each.name for each in self.branches}
        return {self.site.code: self.site.name} | branches

    def seen_from(self, sites: Collection[str]) -> "Practice":
        """The practice as it is offered at some of its sites: who belongs only to others takes no part.

        Of none all are meant. Who is left out stays known by name, as somebody who is not active.
        """
        if all(actor.is_at(sites) for actor in self.actors.values()):
            return self
        actors = {
            id_: actor if actor.is_at(sites) else replace(actor, active=False, is_elsewhere=actor.active)
            for id_, actor in self.actors.items()
        }
        return replace(self, actors=actors)

    def actor_or_group(self, id_: ActorId) -> Actor | Group | None:
        """Whoever or whatever can be wanted by this id; ``None`` for a patient, or one not known yet."""
        return self.actors.get(id_) or self.groups.get(id_)

    def is_practitioner(self, id_: ActorId) -> bool:
        """Whether it is one of the people, not a room, a device, a group or a patient."""
        who = self.actors.get(id_)
        return who is not None and who.kind is ActorKind.PRACTITIONER

    def severity(self, kind: ConflictKind) -> Severity:
        """What the practice makes of a kind of conflict."""
        return self.policy.get(kind, DEFAULT_POLICY[kind])

    def avoids(self, kind: ConflictKind) -> bool:
        """Whether a search keeps away from a kind of conflict.

        From all that blocks; and from what the practice has softened to a warning, because an offer
        should be free of that too. Not from what is only ever a warning, or switched off.
        """
        weight = self.severity(kind)
        return weight is Severity.BLOCKING or (
            weight is Severity.WARNING and DEFAULT_POLICY[kind] is Severity.BLOCKING
        )

    def service(self, type_id: TypeId | None, procedure_id: ProcedureId | None) -> Service | None:
        """The type or procedure an entry names; a blockout names neither.

        ``None`` too for one that this version of the practice does not know yet: another desk may add a type
        and book it between two looks at the store.
        """
        if type_id is not None:
            return self.types.get(type_id)
        return self.procedures.get(procedure_id) if procedure_id is not None else None

    def service_of(self, id_: ServiceId) -> Service | None:
        """The same by the one number that stands for either."""
        if id_ > 0:
            return self.types.get(TypeId(id_))
        return self.procedures.get(ProcedureId(-id_))
