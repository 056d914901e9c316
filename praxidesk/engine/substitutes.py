"""Colleagues and other places for those that a search names: whom else one could ask."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.qualification import eligible
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.vocabulary import ActorId, ActorKind, Role


@dataclass(frozen=True, slots=True)
class Place:
    """One participant that a search asks for."""

    group: int
    """The place of its need among those of the search; ``all`` makes several of one."""
    need: Need
    """Of ``all``, one of its codes alone."""

    @property
    def role(self) -> Role:
        """What the participant is to be."""
        return self.need.role


def places(practice: Practice, request: SlotRequest) -> tuple[Place, ...]:
    """Every participant of the search's slots, in their order: its own needs, or those of its service."""
    groups = request.needs
    if groups is None:
        service = practice.service(request.type, request.procedure)
        groups = tuple(SlotNeed(need) for need in service.need) if service is not None else ()
    return tuple(Place(index, need) for index, group in enumerate(groups) for need in _single_needs(group))


def asked(request: SlotRequest, needs: Iterable[Need]) -> SlotRequest:
    """The search with exactly these needs."""
    return replace(request, needs=tuple(SlotNeed(need) for need in needs))


def others(practice: Practice, request: SlotRequest) -> tuple[tuple[ActorId, ...], ...]:
    """For each place who else could take it, in the order of their codes.

    Somebody of the same role and specialty, or a room or device of the same kind, as one of those
    that the search names there; active, qualified for the type or procedure, with the equipment
    asked for, and not named anywhere in the search. Nobody where the search names nobody: then it
    asks already all that there are, and whom a type names itself is no wish but a rule.
    """
    every = places(practice, request)
    if request.needs is None:
        return ((),) * len(every)
    service = practice.service(request.type, request.procedure)
    named = {code for place in every for code in place.need.any_of or ()}
    found: list[tuple[ActorId, ...]] = []
    for place in every:
        alike = {_likeness(practice, id_) for id_ in named_by(practice, place) if id_ in practice.actors}
        anybody = Need(place.role, equipment=place.need.equipment)
        found.append(
            tuple(
                id_
                for id_ in (eligible(practice, service, anybody) if alike else ())
                if practice.actors[id_].code not in named and _likeness(practice, id_) in alike
            )
        )
    return tuple(found)


def named_by(practice: Practice, place: Place) -> tuple[ActorId, ...]:
    """Whom a place names, as listed; none where it chooses in another way."""
    codes = place.need.any_of or ()
    return tuple(practice.actor_ids[code] for code in dict.fromkeys(codes) if code in practice.actor_ids)


def opened(practice: Practice, request: SlotRequest) -> SlotRequest | None:
    """The search with colleagues in the place of each practitioner that it names.

    ``None`` where it names no practitioner, or there is no colleague of any of them.
    """
    every = places(practice, request)
    more = [
        colleagues if place.role.actor_kind is ActorKind.PRACTITIONER else ()
        for place, colleagues in zip(every, others(practice, request), strict=True)
    ]
    if not any(more):
        return None
    return asked(
        request,
        (
            replace(place.need, any_of=(*(place.need.any_of or ()), *_codes(practice, colleagues)))
            if colleagues
            else place.need
            for place, colleagues in zip(every, more, strict=True)
        ),
    )


def exchanged(practice: Practice, request: SlotRequest, at: int) -> SlotRequest | None:
    """The search with others in one place, by its number, and everywhere else as it is.

    ``None`` where there are no others.
    """
    every = places(practice, request)
    there = others(practice, request)[at]
    if not there:
        return None
    needs = [place.need for place in every]
    needs[at] = replace(needs[at], any_of=_codes(practice, there))
    return asked(request, needs)


def marked(practice: Practice, request: SlotRequest, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Slots found with others, each telling who stands in whose place.

    The same people at one time count once.

    :param request: as it was asked, before it was opened to others
    """
    every = places(practice, request)
    found: dict[tuple[int, frozenset[ActorId]], Slot] = {}
    for slot in slots:
        instead = tuple(
            (participant.actor, named[0])
            for place, participant in zip(every, slot.participants, strict=True)
            if (named := named_by(practice, place)) and participant.actor not in named
        )
        people = frozenset(each.actor for each in slot.participants)
        found.setdefault((slot.starts_at, people), slot._replace(instead_of=instead))
    return tuple(found.values())


def _single_needs(group: SlotNeed) -> Iterator[Need]:
    if group.all_of is None:
        yield group.need
    else:
        for code in group.all_of:
            yield Need(group.need.role, any_of=(code,))


def _likeness(practice: Practice, id_: ActorId) -> str:
    actor = practice.actors[id_]
    return actor.specialty if actor.kind is ActorKind.PRACTITIONER else actor.category


def _codes(practice: Practice, ids: Iterable[ActorId]) -> tuple[str, ...]:
    return tuple(practice.actors[id_].code for id_ in ids)
