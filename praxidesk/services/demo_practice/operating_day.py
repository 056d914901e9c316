"""How the operations of the demo's day go: milestones up to the present moment, and one room that is late."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from random import Random

from praxidesk.engine.entries import Reached
from praxidesk.engine.milestones import planned_phases
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryKind, Milestone, Role, Status
from praxidesk.services.demo_practice.draft_calendar import DraftEntry
from praxidesk.services.demo_practice.scene import Scene

_LATE_MINUTES = 25
_LATE_PLACE = 1
"""The second operation of its room: late by the middle of the morning."""
_DRIFT = (-2, -1, 0, 0, 1, 2, 3)
"""Minutes by which a step takes longer than planned, or shorter."""
_SEEN = (Status.BOOKED, Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED)


def let_the_day_go_on(scene: Scene) -> None:
    """Give the operations of the day the milestones they have reached, and the status to go with them."""
    random = scene.random("milestones")
    today = scene.zone.day(scene.today)
    rooms: defaultdict[ActorId, list[int]] = defaultdict(list)
    for place, entry in enumerate(scene.calendar.entries):
        proposal = entry.proposal
        if (
            proposal.kind is EntryKind.OPERATION
            and proposal.status in _SEEN
            and today.start <= proposal.starts_at < today.end
        ):
            rooms[_room(proposal)].append(place)
    late = next((room for room in sorted(rooms, reverse=True) if len(rooms[room]) > _LATE_PLACE + 1), None)
    for room in sorted(rooms):
        free_at = 0
        places = sorted(rooms[room], key=lambda at: scene.calendar.entries[at].proposal.starts_at)
        for number, place in enumerate(places):
            entry = scene.calendar.entries[place]
            is_late = room == late and number == _LATE_PLACE
            times = _times(random, entry.proposal, free_at, _LATE_MINUTES if is_late else 0)
            free_at = times[Milestone.ROOM_READY]
            scene.calendar.entries[place] = _at(scene.course.present, entry, times)


def _room(proposal: Proposal) -> ActorId:
    return next(part.actor for part in proposal.allocations if part.role is Role.ROOM)


def _times(random: Random, proposal: Proposal, free_at: int, late: int) -> dict[Milestone, int]:
    """When it reaches what, however far the day has come."""
    if proposal.phases is None:
        raise ValueError("an operation has phases")
    plan = planned_phases(proposal.starts_at, proposal.phases)
    at = max(proposal.starts_at + random.choice(_DRIFT) * MINUTE, free_at)
    times = {Milestone.PATIENT_IN_ROOM: at}
    for (_, before), (milestone, planned) in pairwise(plan.items()):
        drift = 0 if planned == before else random.choice(_DRIFT) * MINUTE
        if milestone is Milestone.ANAESTHESIA_READY:
            drift += late * MINUTE
        at = max(at, at + planned - before + drift)
        times[milestone] = at
    return times


def _at(present: int, entry: DraftEntry, times: dict[Milestone, int]) -> DraftEntry:
    reached = tuple(Reached(each, at) for each, at in times.items() if at <= present)
    status = entry.proposal.status
    if len(reached) == len(times):
        status = Status.FULFILLED
    elif reached:
        status = Status.CHECKED_IN
    elif status in {Status.CHECKED_IN, Status.FULFILLED}:
        status = Status.ARRIVED
    return replace(entry, proposal=replace(entry.proposal, status=status), milestones=reached)
