"""Other times, or other people, for what could not be: the offers that come with a refusal."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.clashes import buffers_of, parts_by_actor
from praxidesk.engine.entries import Taken
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.parts import Parts
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.qualification import eligible, insists_on_needs, is_complete, is_qualified, meeting
from praxidesk.engine.requests import Participant
from praxidesk.engine.spans import HOUR, MINUTE, Span, intersected
from praxidesk.engine.starts import Calendars, grid, obstacles
from praxidesk.engine.teams import Seat, Seating, Team, seated
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Role, Severity
from praxidesk.engine.walltime import Zone

MOST = 3
STEP_MINUTES = 5
_DAY = 24 * HOUR
REACH = 14 * _DAY
"""Seconds before and after the wish that are searched."""
_RADII = (_DAY, 4 * _DAY, REACH)


@dataclass(frozen=True, slots=True)
class _Chair:
    """Somebody's seat, and for which participants of the proposal (by their places) it stands."""

    seat: Seat
    places: tuple[int, ...]


def actors(practice: Practice, proposal: Proposal) -> tuple[ActorId, ...]:
    """Everybody whose calendar may matter, the proposal's own people and patient among them; ascending."""
    substitutes = {
        actor for chair in _with_substitutes(practice, proposal) for actor in chair.seat.candidates
    }
    return tuple(sorted(substitutes.union(each.actor for each in proposal.allocations)))


def alternatives(
    practice: Practice,
    zone: Zone,
    proposal: Proposal,
    surroundings: Sequence[Taken],
    now: int,
    *,
    chosen: Container[ActorId] = (),
) -> tuple[Slot, ...]:
    """Up to three slots near the wish, each free as a whole and not in the past.

    First those with the same people, nearest first; where there are fewer than three, then those
    with substitutes that fit the same needs. Of two equally near the earlier comes first, then codes.

    :param surroundings: the occupying and tentative allocations of :func:`actors` within
        :data:`REACH` and the longest buffer around the proposal, in any order
    :param chosen: those whom the desk added itself, and for whom any substitute is as good
    """
    own = buffers_of(practice, proposal.service)
    taken = obstacles(
        practice, own, surroundings, actors=set(actors(practice, proposal)), entry=proposal.entry
    )
    found: list[Slot] = []
    others = _with_substitutes(practice, proposal)
    same = [
        open_to if proposal.participants[fixed.places[0]].actor in chosen else fixed
        for fixed, open_to in zip(_with_the_same(practice, proposal), others, strict=True)
    ]
    for chairs in (same,) if same == others else (same, others):
        for radius in _RADII:
            span = Span(proposal.starts_at - radius, proposal.ends_at + radius)
            calendars = Calendars(Backdrop(practice, zone, span), taken)
            near = [
                slot
                for slot in _slots(calendars, proposal, chairs, now)
                if not any(_is_same(slot, other) for other in found)
            ]
            if len(found) + len(near) >= MOST or radius == REACH:
                near.sort(key=lambda slot: abs(slot.starts_at - proposal.starts_at))
                found += near[: MOST - len(found)]
                break
        if len(found) == MOST:
            break
    return tuple(found)


def _slots(calendars: Calendars, proposal: Proposal, chairs: Sequence[_Chair], now: int) -> Iterator[Slot]:
    """All slots of the calendars' span, by start, then by codes; the first few of each start."""
    practice, zone = calendars.practice, calendars.zone
    service = practice.service(proposal.type, proposal.procedure)
    seconds = proposal.ends_at - proposal.starts_at
    parts = _parts(proposal)
    whole = (Span(0, seconds // MINUTE),)
    span = calendars.span
    windows = intersected([Span(max(span.start, now), span.end - seconds + 1)], calendars.site_starts(whole))
    if proposal.patient is not None:
        patient = calendars.actor_starts(proposal.patient, parts.get(proposal.patient, ()))
        windows = intersected(windows, patient)
    if not windows:
        return
    seating = Seating(tuple(chair.seat for chair in chairs))
    starts = {strand: calendars.actor_starts(*strand) for strand in seating.bits}
    windows = seating.narrowed(windows, starts)
    if not windows:
        return
    days = zone.days(Span(windows[0].start, windows[-1].end))
    at = grid(zone, days, windows, STEP_MINUTES)
    insists = insists_on_needs(practice)

    def participants(team: Team) -> tuple[Participant, ...]:
        actor_at = {place: actor for chair, actor in zip(chairs, team, strict=True) for place in chair.places}
        return tuple(replace(each, actor=actor_at[place]) for place, each in enumerate(proposal.participants))

    def admits(team: Team) -> bool:
        return not insists or is_complete(practice, service, participants(team))

    for start, teams in seated(seating, starts, at, MOST, admits):
        for team in teams:
            yield Slot(start, start + seconds, participants(team))


def _with_the_same(practice: Practice, proposal: Proposal) -> list[_Chair]:
    """A chair for each actor, for whoever may sit there at all.

    Whether somebody is gone or unqualified is no matter of time: where the practice does not refuse
    that, the wish's own people are offered other times.
    """
    refuses_gone = practice.severity(ConflictKind.INACTIVE) is Severity.BLOCKING
    refuses_unqualified = practice.severity(ConflictKind.NOT_QUALIFIED) is Severity.BLOCKING
    parts = _parts(proposal)
    service = practice.service(proposal.type, proposal.procedure)
    places: dict[ActorId, list[int]] = {}
    for place, participant in enumerate(proposal.participants):
        places.setdefault(participant.actor, []).append(place)
    chairs = []
    for actor_id, own in places.items():
        actor = practice.actors[actor_id]
        roles = [proposal.participants[place].role for place in own]
        can = (actor.active or not refuses_gone) and (
            not refuses_unqualified or all(is_qualified(service, actor, role) for role in roles)
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
    """Everybody's minutes, counted from the proposal's start."""
    return {
        actor: tuple(
            Span((start - proposal.starts_at) // MINUTE, (end - proposal.starts_at) // MINUTE)
            for start, end in spans
        )
        for actor, spans in parts_by_actor(proposal).items()
    }


def _is_same(one: Slot, other: Slot) -> bool:
    """Whether two slots are the same people at the same time."""
    return one.starts_at == other.starts_at and set(one.participants) == set(other.participants)
