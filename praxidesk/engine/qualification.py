"""Who may do what: roles, needs, and which needs a set of participants meets."""

from collections.abc import Sequence

from praxidesk.engine.actors import Actor
from praxidesk.engine.matching import gets_one
from praxidesk.engine.offerings import AppointmentType, Need, Procedure
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import ActorId, ActorKind, ConflictKind, Role, Severity


def plays(actor: Actor, role: Role) -> bool:
    """Whether a role is among the actor's; a room or device has the one of its kind."""
    if actor.kind is ActorKind.PRACTITIONER:
        return role in actor.roles
    return role.actor_kind is actor.kind


def misfit(service: AppointmentType | Procedure | None, actor: Actor, role: Role) -> ConflictKind | None:
    """What speaks against an actor in a role; ``None`` for who plays it and fits a need, if there is one.

    Equipment is missing where a need would choose the actor but for that.
    """
    if not plays(actor, role):
        return ConflictKind.NOT_QUALIFIED
    needs = [need for need in service.need if need.role is role] if service is not None else []
    if not needs or any(need.fits(actor) for need in needs):
        return None
    if any(need.chooses(actor) for need in needs):
        return ConflictKind.EQUIPMENT_MISSING
    return ConflictKind.NOT_QUALIFIED


def is_qualified(service: AppointmentType | Procedure | None, actor: Actor, role: Role) -> bool:
    """Whether nothing speaks against the actor in this role."""
    return misfit(service, actor, role) is None


def eligible(
    practice: Practice, service: AppointmentType | Procedure | None, need: Need
) -> tuple[ActorId, ...]:
    """Active and qualified actors that fit a need, in the order in which they are offered.

    As the need lists them, else by code point of their codes. A group stands for itself where the need
    names it and one of its places would do; whoever is asked for by kind is a place, or no place of any.
    """
    if need.any_of is not None:
        ids = [practice.actor_ids[code] for code in dict.fromkeys(need.any_of) if code in practice.actor_ids]
    else:
        codes = sorted(practice.actor_ids)
        ids = [id_ for code in codes if (id_ := practice.actor_ids[code]) in practice.actors]

    def is_able(actor: Actor) -> bool:
        # The role first: it rules out the most, and costs least.
        return (
            actor.active
            and plays(actor, need.role)
            and need.fits(actor)
            and is_qualified(service, actor, need.role)
        )

    return tuple(id_ for id_ in ids if any(map(is_able, actors_of(practice, id_))))


def actors_of(practice: Practice, id_: ActorId) -> tuple[Actor, ...]:
    """An actor alone, or the places of a group; none for a patient, whom only a foreign hand books so."""
    if id_ in practice.groups:
        return tuple(practice.actors[member] for member in practice.members[id_])
    return (practice.actors[id_],) if id_ in practice.actors else ()


def insists_on_needs(practice: Practice) -> bool:
    """Whether the practice lets an unmet need block, instead of warning of it as most do."""
    return practice.severity(ConflictKind.NEED_UNMET) is Severity.BLOCKING


def is_complete(
    practice: Practice, service: AppointmentType | Procedure | None, participants: Sequence[Participant]
) -> bool:
    """Whether every need of the service is met."""
    return service is None or len(meeting(practice, service, participants)) == len(service.need)


def meeting(
    practice: Practice, service: AppointmentType | Procedure | None, participants: Sequence[Participant]
) -> dict[int, int]:
    """Which need (by its place) is met by which participant (by its place).

    As many needs as can be met at once; where there is a choice, earlier needs are met first.
    """
    needs = service.need if service is not None else ()
    fitting = [
        [
            place
            for place, participant in enumerate(participants)
            if participant.role is need.role
            and any(need.fits(actor) for actor in actors_of(practice, participant.actor))
        ]
        for need in needs
    ]
    need_of: dict[int, int] = {}
    for index in range(len(needs)):
        gets_one(index, fitting, need_of)
    return {need: place for place, need in need_of.items()}
