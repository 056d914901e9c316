"""Who can take part in an entry, and who does after it was put into another column."""

from collections.abc import Sequence

from praxidesk.engine.actors import Actor
from praxidesk.engine.offerings import Need
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import ActorId, ActorKind, Role


def plays(actor: Actor, role: Role) -> bool:
    """Whether this actor can be asked for in this role."""
    if actor.kind is not role.actor_kind or not actor.active:
        return False
    return actor.kind is not ActorKind.PRACTITIONER or role in actor.roles


def fitting(practice: Practice, role: Role, need: Need | None) -> tuple[ActorId, ...]:
    """Who may fill a need, in the order a person expects: the need's own, else that of the practice."""
    found = [
        id_
        for id_, actor in practice.actors.items()
        if plays(actor, role) and (need is None or need.fits(actor))
    ]
    if need is not None and need.any_of is not None:
        order = {code: place for place, code in enumerate(need.any_of)}
        found.sort(key=lambda id_: order[practice.actors[id_].code])
    return tuple(found)


def roles_of(actor: Actor) -> tuple[Role, ...]:
    """What this actor can be in an entry."""
    if actor.kind is ActorKind.PRACTITIONER:
        return actor.roles
    return tuple(role for role in Role if role.actor_kind is actor.kind)


def replaced(
    practice: Practice, people: Sequence[Participant], from_actor: ActorId | None, to_actor: ActorId | None
) -> tuple[Participant, ...]:
    """The participants after an entry was put into another column.

    The one it came from gives way to one of the same kind; dropped on another kind (a practitioner's entry
    on a room), the first participant of that kind does, and where there is none, the new one joins.
    """
    if to_actor is None or to_actor == from_actor or any(each.actor == to_actor for each in people):
        return tuple(people)
    new = practice.actors[to_actor]
    old = practice.actors.get(from_actor) if from_actor is not None else None
    if old is not None and old.kind is new.kind:
        return tuple(
            Participant(to_actor, each.role, each.from_minute, each.minutes)
            if each.actor == from_actor
            else each
            for each in people
        )
    for index, each in enumerate(people):
        if each.role.actor_kind is new.kind:
            swapped = Participant(to_actor, each.role, each.from_minute, each.minutes)
            return (*people[:index], swapped, *people[index + 1 :])
    return (*people, Participant(to_actor, roles_of(new)[0]))
