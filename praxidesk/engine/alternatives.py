"""Other times, or other people, for what could not be: the offers that come with a refusal."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from operator import itemgetter

from praxidesk.engine.capacity import members_of
from praxidesk.engine.clashes import asked_by_actor
from praxidesk.engine.entries import Taken
from praxidesk.engine.limits import permitted
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.outlook import Ground, Sought
from praxidesk.engine.outlook import reach as search_reach
from praxidesk.engine.parts import Length, Parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.qualification import eligible, insists_on_needs, is_complete, meeting, misfit
from praxidesk.engine.reach import Reach
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import HOUR, MINUTE, Span, intersected
from praxidesk.engine.starts import grid
from praxidesk.engine.teams import Seat, Seating, Team
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Role, Severity
from praxidesk.engine.walltime import Zone

MOST = 3
STEP_MINUTES = 5
_DAY = 24 * HOUR
REACH = 14 * _DAY
"""Seconds before and after the wish that are searched."""
_RADII = (_DAY, 4 * _DAY, REACH)
_Seated = tuple[int, frozenset[Participant]]


@dataclass(frozen=True, slots=True)
class _Chair:
    """Somebody's seat, and for which participants of the proposal (by their places) it stands."""

    seat: Seat
    places: tuple[int, ...]


def reach(practice: Practice, zone: Zone, proposal: Proposal, now: int) -> Reach:
    """What one query must bring."""
    starts = _within(proposal, REACH)
    return search_reach(practice, zone, _sought(proposal), actors(practice, proposal), starts, now)


def near_reach(
    practice: Practice, zone: Zone, proposal: Proposal, now: int, *, chosen: Container[ActorId] = ()
) -> Reach:
    """What one query must bring for :func:`near_by`."""
    people = _people(practice, proposal, _same(practice, proposal, chosen))
    return search_reach(practice, zone, _sought(proposal), people, _within(proposal, _RADII[0]), now)


def actors(practice: Practice, proposal: Proposal) -> tuple[ActorId, ...]:
    """Everybody whose calendar may matter, the proposal's own people and patient among them; ascending."""
    return _people(practice, proposal, _with_substitutes(practice, proposal))


def alternatives(
    practice: Practice,
    zone: Zone,
    proposal: Proposal,
    surroundings: Sequence[Taken],
    now: int,
    *,
    chosen: Container[ActorId] = (),
    most: int = MOST,
) -> tuple[Slot, ...]:
    """Up to three slots near the wish, each free as a whole and not in the past.

    First those with the same people, nearest first; where there are fewer than three, then those
    with substitutes that fit the same needs. Of two equally near the earlier comes first, then codes.
    Where more are asked for, the first of them are the same.

    :param surroundings: what :func:`reach` asks for, in any order
    :param chosen: those whom the desk added itself, and for whom any substitute is as good
    :param most: another number than three
    """
    found = nearest_first(practice, zone, proposal, surroundings, now, chosen=chosen, most=most)
    return tuple(islice(found, most))


def nearest_first(
    practice: Practice,
    zone: Zone,
    proposal: Proposal,
    surroundings: Sequence[Taken],
    now: int,
    *,
    chosen: Container[ActorId] = (),
    most: int = MOST,
) -> Iterator[Slot]:
    """All of :func:`alternatives`, in their order; a further distance is searched when somebody asks for it.

    :param most: of how many teams one start is offered at the most
    """
    ground = Ground(practice, zone, _sought(proposal), actors(practice, proposal), surroundings, now)
    allowed = permitted(practice, zone, proposal.service, now)
    same, others = _same(practice, proposal, chosen), _with_substitutes(practice, proposal)
    found = set[_Seated]()
    for chairs in (same,) if same == others else (same, others):
        if not all(chair.seat.candidates for chair in chairs):
            continue
        before = frozenset(found)
        inner = -1
        for radius in _RADII:
            for slot in _ring(practice, zone, ground, proposal, chairs, (inner, radius), allowed, most):
                seated = _seated(slot)
                if seated not in before:
                    found.add(seated)
                    yield slot
            inner = radius


def near_by(
    practice: Practice,
    zone: Zone,
    proposal: Proposal,
    surroundings: Sequence[Taken],
    now: int,
    *,
    chosen: Container[ActorId] = (),
    most: int = MOST,
) -> Iterator[Slot]:
    """The first of :func:`nearest_first`: within a day, and without substitutes.

    A practice has mostly room there, and a query for it brings a hundredth of what all of them may need.

    :param surroundings: what :func:`near_reach` asks for, in any order
    """
    chairs = _same(practice, proposal, chosen)
    if all(chair.seat.candidates for chair in chairs):
        people = _people(practice, proposal, chairs)
        ground = Ground(practice, zone, _sought(proposal), people, surroundings, now)
        allowed = permitted(practice, zone, proposal.service, now)
        yield from _ring(practice, zone, ground, proposal, chairs, (-1, _RADII[0]), allowed, most)


def apart(found: Iterable[Slot], most: int = MOST) -> tuple[Slot, ...]:
    """The first few of which no two have people and time in common: another time, as people mean it."""
    kept: list[Slot] = []
    for slot in found:
        if not any(_meets(slot, other) for other in kept):
            kept.append(slot)
            if len(kept) == most:
                break
    return tuple(kept)


def offers(found: Iterator[Slot], most: int) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The nearest three, and those that are :func:`apart`, of slots in the order of their nearness.

    No further one is asked for than these need.
    """
    nearest = tuple(islice(found, most))
    return nearest[:MOST], apart(chain(nearest, found), most)


def _within(proposal: Proposal, radius: int) -> Span:
    """The starts so many seconds around the wish."""
    return Span(proposal.starts_at - radius, proposal.starts_at + radius + 1)


def _people(practice: Practice, proposal: Proposal, chairs: Iterable[_Chair]) -> tuple[ActorId, ...]:
    """All who may sit on some chairs, and the proposal's own people and patient; ascending."""
    seated = {actor for chair in chairs for actor in chair.seat.candidates}
    return tuple(sorted(members_of(practice, seated.union(each.actor for each in proposal.allocations))))


def _same(practice: Practice, proposal: Proposal, chosen: Container[ActorId]) -> list[_Chair]:
    """The chairs of the proposal's own people, open to others where the desk itself has chosen."""
    fixed = _with_the_same(practice, proposal)
    if not any(each.actor in chosen for each in proposal.participants):
        return fixed
    return [
        open_to if proposal.participants[own.places[0]].actor in chosen else own
        for own, open_to in zip(fixed, _with_substitutes(practice, proposal), strict=True)
    ]


def _sought(proposal: Proposal) -> Sought:
    minutes = (proposal.ends_at - proposal.starts_at) // MINUTE
    return Sought(proposal.service, Length(minutes, proposal.phases), proposal.entry)


def _ring(  # noqa: PLR0917 - one argument for each thing a search depends on
    practice: Practice,
    zone: Zone,
    ground: Ground,
    proposal: Proposal,
    chairs: Sequence[_Chair],
    distances: tuple[int, int],
    allowed: Span,
    most: int,
) -> Iterator[Slot]:
    """The slots of which the start is further from the wish than the one, and not than the other.

    Nearest first, then by codes; the first few of each start.
    """
    inner, outer = distances
    starts = _within(proposal, outer)
    windows = intersected([starts], [allowed])
    if not windows:
        return
    patient = None
    if proposal.patient is not None:
        patient = proposal.patient, _parts(proposal).get(proposal.patient, ())
    outlook = ground.outlook(Seating(tuple(chair.seat for chair in chairs)), starts, windows, patient=patient)

    def participants(team: Team) -> tuple[Participant, ...]:
        actor_at = {place: actor for chair, actor in zip(chairs, team, strict=True) for place in chair.places}
        return tuple(replace(each, actor=actor_at[place]) for place, each in enumerate(proposal.participants))

    found = [
        (abs(start - proposal.starts_at), start, teams)
        for stretch, teams in outlook.seated(most, _admits(practice, proposal, participants))
        for start in grid(zone, zone.days(stretch), [stretch], STEP_MINUTES)
    ]
    found.sort(key=itemgetter(0))
    # Made of each only when somebody asks for it: a day has hundreds of them, and three are wanted.
    for distance, start, teams in found:
        if distance > inner:
            for team in teams:
                yield Slot(start, start + proposal.ends_at - proposal.starts_at, participants(team))


def _admits(
    practice: Practice, proposal: Proposal, participants: Callable[[Team], tuple[Participant, ...]]
) -> Callable[[Team], bool]:
    """What a team must be besides free: complete, where the practice insists on needs."""
    if not insists_on_needs(practice):
        return lambda _: True
    service = practice.service(proposal.type, proposal.procedure)
    return lambda team: is_complete(practice, service, participants(team))


def _with_the_same(practice: Practice, proposal: Proposal) -> list[_Chair]:
    """A chair for each actor, for whoever may sit there at all.

    Whether somebody is gone, unqualified or without equipment is no matter of time: where the practice
    does not refuse that, the wish's own people are offered other times.
    """
    refuses_gone = practice.severity(ConflictKind.INACTIVE) is Severity.BLOCKING
    parts = _parts(proposal)
    service = practice.service(proposal.type, proposal.procedure)
    places: dict[ActorId, list[int]] = {}
    for place, participant in enumerate(proposal.participants):
        places.setdefault(participant.actor, []).append(place)
    chairs = []
    for actor_id, own in places.items():
        actor = practice.actors.get(actor_id)
        roles = [proposal.participants[place].role for place in own]
        if actor is None:  # a group; twice the same one is two places, which no search can tell from one
            can = len(own) == 1
        else:
            faults = [kind for role in roles if (kind := misfit(service, actor, role)) is not None]
            can = (actor.active or not refuses_gone) and not any(
                practice.severity(kind) is Severity.BLOCKING for kind in faults
            )
        seat = Seat(roles[0], parts.get(actor_id, ()), (actor_id,) if can else ())
        chairs.append(_Chair(seat, tuple(own)))
    return chairs


def _with_substitutes(practice: Practice, proposal: Proposal) -> list[_Chair]:
    """The same chairs, open to all that fit the need which the participant meets, or was to meet.

    Who takes part more than once keeps all its places.
    """
    service = practice.service(proposal.type, proposal.procedure)
    needs = _needs_by_place(practice, proposal)
    return [
        replace(chair, seat=replace(chair.seat, candidates=eligible(practice, service, needs[place])))
        if len(chair.places) == 1 and (place := chair.places[0]) in needs
        else chair
        for chair in _with_the_same(practice, proposal)
    ]


def _needs_by_place(practice: Practice, proposal: Proposal) -> Mapping[int, Need]:
    """The need that each participant meets; who meets none gets one of its role that is left over."""
    service = practice.service(proposal.type, proposal.procedure)
    if service is None:
        return {}
    met = meeting(practice, service, proposal.participants)
    found = {place: service.need[index] for index, place in met.items()}
    left: dict[Role, list[Need]] = {}
    for index, need in enumerate(service.need):
        if index not in met:
            left.setdefault(need.role, []).append(need)
    for place, participant in enumerate(proposal.participants):
        if place not in found and left.get(participant.role):
            found[place] = left[participant.role].pop(0)
    return found


def _parts(proposal: Proposal) -> Mapping[ActorId, Parts]:
    """Everybody's minutes without turnover, counted from the proposal's start."""
    return {
        actor: tuple(
            Span((start - proposal.starts_at) // MINUTE, (end - proposal.starts_at) // MINUTE)
            for start, end in spans
        )
        for actor, spans in asked_by_actor(proposal).items()
    }


def _meets(one: Slot, other: Slot) -> bool:
    """Whether somebody besides the patient would be taken by both at once."""
    people = {each.actor for each in one.participants if each.role is not Role.PATIENT}
    is_at_once = one.starts_at < other.ends_at and other.starts_at < one.ends_at
    return is_at_once and any(each.actor in people for each in other.participants)


def _seated(slot: Slot) -> _Seated:
    """The same for the same people at the same time, in whichever order."""
    return slot.starts_at, frozenset(slot.participants)
