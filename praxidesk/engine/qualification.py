"""Who may do what: roles, needs, and which needs a set of participants meets."""

from collections.abc import Sequence

from praxidesk.engine.actors import Actor
from praxidesk.engine.offerings import AppointmentType, Need, Procedure
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import ActorId, ActorKind, ConflictKind, Role, Severity


def plays(actor: Actor, role: Role) -> bool:
    """Whether a role is among the actor's; a room or device has the one of its kind."""
    if actor.kind is ActorKind.PRACTITIONER:
        return role in actor.roles
    return role.actor_kind is actor.kind


def is_qualified(service: AppointmentType | Procedure | None, actor: Actor, role: Role) -> bool:
    """Whether the actor plays the role and, where the service needs that role, fits one of those needs."""
    if not plays(actor, role):
        return False
    needs = [need for need in service.need if need.role is role] if service is not None else []
    return not needs or any(need.fits(actor) for need in needs)


def eligible(
    practice: Practice, service: AppointmentType | Procedure | None, need: Need
) -> tuple[ActorId, ...]:
    """Active and qualified actors that fit a need, in the order in which they are offered.

    As the need lists them, else by code point of their codes.
    """
    if need.any_of is not None:
        ids = [practice.actor_ids[code] for code in dict.fromkeys(need.any_of) if code in practice.actor_ids]
    else:
        ids = [practice.actor_ids[code] for code in sorted(practice.actor_ids)]
    return tuple(
        actor_id
        for actor_id in ids
        if (actor := practice.actors[actor_id]).active
        and need.fits(actor)
        and is_qualified(service, actor, need.role)
    )


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

    As many needs as can be met at once; where there is a choice, earlier needs are met first. This
    is Kuhn's algorithm: a need once met stays met, though perhaps by somebody else.
    """
    needs = service.need if service is not None else ()
    fitting = [
        [
            place
            for place, participant in enumerate(participants)
            if participant.role is need.role and need.fits(practice.actors[participant.actor])
        ]
        for need in needs
    ]
    need_of: dict[int, int] = {}

    def find_place(need: int, tried: set[int]) -> bool:
        for place in fitting[need]:
            if place not in tried:
                tried.add(place)
                if place not in need_of or find_place(need_of[place], tried):
                    need_of[place] = need
                    return True
        return False

    for index in range(len(needs)):
        find_place(index, set())
    return {need: place for place, need in need_of.items()}
