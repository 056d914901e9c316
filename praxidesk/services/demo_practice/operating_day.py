"""How the operations of the demo's day go: milestones up to the present moment, and one room that is late."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

from praxidesk.engine.entries import Reached
from praxidesk.engine.milestones import planned_phases
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryKind, Milestone, Role, Status
from praxidesk.services.demo_practice.draft_calendar import DraftEntry
from praxidesk.services.demo_practice.scene import Scene

_LATE_MINUTES = 25
_LATE_PLACE = 1
"""The second operation of its room: late by the middle of the morning."""
_DRIFT = (-3, -2, -1, 0, 0, 1, 2)
"""Minutes by which a step takes longer than planned, or shorter."""
_WITHOUT_ROOM = ("METALL", "KNIE-ASK", "GALLE")
_WISHED_WITHIN_DAYS = 21
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
    able = [room for room in sorted(rooms) if len(rooms[room]) > _LATE_PLACE + 1]
    late = next(iter(able[1:] or able), None)
    for room in sorted(rooms):
        free_at = 0
        places = sorted(rooms[room], key=lambda at: scene.calendar.entries[at].proposal.starts_at)
        for number, place in enumerate(places):
            entry = scene.calendar.entries[place]
            is_late = room == late and number == _LATE_PLACE
            times = _times(random, entry.proposal, free_at, _LATE_MINUTES if is_late else 0)
            free_at = times[Milestone.ROOM_READY]
            scene.calendar.entries[place] = _at(scene.course.present, entry, times)


def add_without_room(scene: Scene) -> None:
    """Operations that are asked for and have no room yet, at times at which their surgeon is free."""
    random = scene.random("without a room")
    for code in _WITHOUT_ROOM:
        procedure = scene.practice.procedures[scene.practice.procedure_ids[code]]
        surgeons = [
            each.code
            for _, each in sorted(scene.practice.actors.items())
            if Role.SURGEON in each.roles
            and any(need.role is Role.SURGEON and need.fits(each) for need in procedure.need)
        ]
        for wish in _wishes(scene, random, code, random.choice(surgeons)):
            against = scene.calendar.speaking_against(wish)
            # What is still missing is the room, and the rest of the team.
            if all(each.kind is ConflictKind.NEED_UNMET for each in against):
                asked_at = scene.course.present - random.randrange(90, 5000) * MINUTE
                scene.calendar.put(DraftEntry(wish, asked_at))
                break


def _wishes(scene: Scene, random: Random, code: str, surgeon: str) -> Iterator[Proposal]:
    """The times that would do, the first ones first."""
    here = scene.days.index(scene.today)
    for day in scene.days[here + 1 : here + _WISHED_WITHIN_DAYS]:
        patient = scene.pool.choose(random, day, range(18, 80))
        for minute in range(8 * 60, 14 * 60, 30):
            request = BookRequest(
                kind=EntryKind.OPERATION,
                starts_at=scene.zone.at(day, minute),
                participants=scene.taking((surgeon, Role.SURGEON)),
                procedure=scene.practice.procedure_ids[code],
                status=Status.PENDING,
            )
            yield scene.calendar.proposed(request, patient)


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
