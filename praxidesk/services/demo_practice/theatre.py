"""The operations of the demo practice: whole teams, list by list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from praxidesk.engine.offerings import Procedure
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryKind, Phase, Role
from praxidesk.services.demo_practice.booking_plan import TheatreList
from praxidesk.services.demo_practice.scene import Scene

_HORIZON_DAYS = 45
_HOLE_MINUTES = 45
_TALKED_OVER_APART = 0.4
"""How many operations have an appointment of their own to talk about them; others come up in any."""
_SEDATION_TALKS = "KLE"
_CHILDREN = range(2, 9)
_GROWN_UP = range(16, 90)
_CHILDRENS_PROCEDURE = "PAUKE"
_LONGER_OR_SHORTER = (-10, -5, 0, 0, 0, 5, 10, 15)


@dataclass(frozen=True, slots=True)
class Visit:
    """An appointment that an operation brings with it, on some day of a range."""

    first: date
    last: date
    type: str
    practitioner: str
    patient: ActorId


def fill_theatre(scene: Scene) -> list[Visit]:
    """Book the lists of all days; what their patients come for before and afterwards."""
    visits: list[Visit] = []
    operated: set[ActorId] = set()
    for number, theatre in enumerate(scene.plan.theatre):
        table = _Table(scene, scene.random(f"theatre {number}"), theatre, operated)
        for day in scene.days:
            if day.weekday() in theatre.weekdays:
                visits.extend(table.fill(day))
    return visits


@dataclass(frozen=True, slots=True)
class _Table:
    """One theatre list, on whichever day."""

    scene: Scene
    random: Random
    theatre: TheatreList
    operated: set[ActorId]
    """Who has had an operation, or has one booked: once in twelve weeks is enough."""

    def fill(self, day: date) -> Iterator[Visit]:
        """Book one operation after the other, with holes; what else their patients come for."""
        scene, random, theatre = self.scene, self.random, self.theatre
        fullness = scene.fullness(day, horizon_days=_HORIZON_DAYS)
        procedures = self._procedures()
        weights = [scene.plan.operations[each.code] for each in procedures]
        at, end = scene.zone.at(day, theatre.from_minute), scene.zone.at(day, theatre.to_minute)
        while at < end:
            procedure = random.choices(procedures, weights)[0]
            surgery = max(10, procedure.phases.surgery + random.choice(_LONGER_OR_SHORTER))
            minutes = procedure.phases.total - procedure.phases.surgery + surgery
            if at + minutes * MINUTE > end:
                return
            if random.random() >= fullness:
                at += _HOLE_MINUTES * MINUTE
                continue
            ages = _CHILDREN if procedure.code == _CHILDRENS_PROCEDURE else _GROWN_UP
            while (patient := scene.pool.choose(random, day, ages)) in self.operated:
                continue
            taken = self._book(procedure, surgery, at, patient)
            if taken is None:  # the team is away, or a device is
                at += _HOLE_MINUTES * MINUTE
                continue
            at = taken.end
            self.operated.add(patient)
            if taken.start < taken.end:
                yield from self._visits(day, patient)

    def _procedures(self) -> list[Procedure]:
        """What the list's surgeon does, with an anaesthetist or without."""
        surgeon = self.scene.practice.actors[self.scene.actor(self.theatre.surgeon)]
        fitting = []
        for each in self.scene.practice.procedures.values():
            by_role = {need.role: need for need in each.need}
            needs_anaesthesia = Role.ANAESTHETIST in by_role
            has_anaesthesia = self.theatre.anaesthetist is not None
            if by_role[Role.SURGEON].fits(surgeon) and needs_anaesthesia == has_anaesthesia:
                fitting.append(each)
        return sorted(fitting, key=lambda each: each.code)

    def _book(self, procedure: Procedure, surgery: int, at: int, patient: ActorId) -> Span | None:
        """Book one operation with the first assistant and the first device that are free."""
        scene, theatre = self.scene, self.theatre
        reason = self.random.choice(scene.plan.texts.cancelled)
        leaders = [(theatre.surgeon, Role.SURGEON)]
        if theatre.anaesthetist is not None:
            leaders.append((theatre.anaesthetist, Role.ANAESTHETIST))
        for assistant in theatre.assistants:
            for devices in scene.device_choices(procedure.need):
                team = (*leaders, (assistant, Role.ASSISTANT), (theatre.room, Role.ROOM), *devices)
                request = BookRequest(
                    kind=EntryKind.OPERATION,
                    starts_at=at,
                    participants=scene.taking(*team),
                    procedure=scene.practice.procedure_ids[procedure.code],
                    phases={Phase.SURGERY: surgery},
                )
                taken = scene.book(self.random, request, patient, reason)
                if taken is not None:
                    return taken
        return None

    def _visits(self, day: date, patient: ActorId) -> Iterator[Visit]:
        """What an operation brings with it, before and after."""

        def visit(first: int, last: int, type_: str, practitioner: str) -> Visit:
            return Visit(
                day + timedelta(days=first), day + timedelta(days=last), type_, practitioner, patient
            )

        surgeon = self.theatre.surgeon
        if self.random.random() < _TALKED_OVER_APART:
            yield visit(-21, -7, "OPV", surgeon)
        if self.theatre.anaesthetist is not None:
            yield visit(-10, -2, "ANV", _SEDATION_TALKS)
        yield visit(1, 4, "NACH", surgeon)
        yield visit(9, 14, "KONTR", surgeon)
