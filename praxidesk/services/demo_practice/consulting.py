"""The appointments of the demo practice: one practitioner, one day, one session after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from praxidesk.engine.hours import background
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.spans import MINUTE, Span, subtracted
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role
from praxidesk.services.demo_practice.scene import Scene
from praxidesk.services.demo_practice.theatre import Visit

_HORIZON_DAYS = 26
_AFTERNOON_FULLNESS = 0.85
_SHORTEST_SESSION_MINUTES = 45
_STEP_SECONDS = 5 * MINUTE
_FOLLOWING = 0.4
"""How often an appointment is one that an operation brings with it, while there are any."""
_URGENT = "AKUT"
_URGENT_DAYS_AHEAD = 1


def fill_consulting(scene: Scene, visits: Sequence[Visit]) -> None:
    """Book the sessions of all practitioners on all days."""
    for code, room in scene.plan.rooms.items():
        waiting = sorted(
            (each for each in visits if each.practitioner == code), key=lambda each: (each.last, each.patient)
        )
        desk = _Desk(scene, scene.random(f"consulting {code}"), code, room, waiting)
        for day in scene.days:
            for session in sessions(scene, code, day):
                desk.fill(day, session)


def sessions(scene: Scene, code: str, day: date) -> list[Span]:
    """When somebody sees patients on a day: working time that is no theatre list."""
    span = scene.zone.day(day)
    lists = sorted(
        Span(scene.zone.at(day, each.from_minute), scene.zone.at(day, each.to_minute))
        for each in scene.plan.theatre
        if code in (each.surgeon, each.anaesthetist) and day.weekday() in each.weekdays
    )
    open_time = background(scene.practice, scene.zone, scene.actor(code), span).open
    return [
        rest
        for rest in subtracted(open_time, lists)
        if rest.end - rest.start >= _SHORTEST_SESSION_MINUTES * MINUTE
    ]


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where one practitioner's appointments are made."""

    scene: Scene
    random: Random
    code: str
    room: str
    waiting: list[Visit]
    """Not booked yet, the most pressing first."""

    def fill(self, day: date, session: Span) -> None:
        """Book one session from its start to its end, with gaps."""
        scene, random = self.scene, self.random
        fullness = scene.fullness(day, horizon_days=_HORIZON_DAYS)
        if scene.zone.local(session.start).hour >= 12:
            fullness *= _AFTERNOON_FULLNESS
        weights = self._weights(day)
        at = session.start
        while at < session.end:
            if random.random() >= fullness:
                at += random.choice((1, 2, 2, 3)) * _STEP_SECONDS
                continue
            visit = self._due(day)
            type_ = visit.type if visit else random.choices(list(weights), list(weights.values()))[0]
            patient = visit.patient if visit else scene.pool.choose(random, day)
            taken = self._book(type_, patient, Span(at, session.end))
            if taken is None:
                at += _STEP_SECONDS
                continue
            at = taken.end
            if visit is not None:
                self.waiting.remove(visit)
                scene.pool.expect(patient, day)

    def _weights(self, day: date) -> Mapping[str, int]:
        """How often this practitioner is booked for each type on that day."""
        weights = self.scene.plan.visits[self.scene.practice.actors[self.scene.actor(self.code)].specialty]
        if (day - self.scene.today).days <= _URGENT_DAYS_AHEAD:
            return weights
        return {type_: weight for type_, weight in weights.items() if type_ != _URGENT}

    def _due(self, day: date) -> Visit | None:
        """The most pressing visit that may be on this day, mostly."""
        if self.random.random() >= _FOLLOWING:
            return None
        return next((each for each in self.waiting if each.first <= day <= each.last), None)

    def _book(self, code: str, patient: ActorId, free: Span) -> Span | None:
        """Book one appointment at the start of ``free``, or a step later for the sake of buffers."""
        scene = self.scene
        type_id = scene.practice.type_ids[code]
        type_ = scene.practice.types[type_id]
        reason = self.random.choice(scene.plan.texts.cancelled)
        for starts_at in (free.start, free.start + _STEP_SECONDS):
            if starts_at + type_.minutes * MINUTE > free.end:
                return None
            for devices in scene.device_choices(type_.need):
                request = BookRequest(
                    kind=EntryKind.APPOINTMENT,
                    starts_at=starts_at,
                    participants=scene.taking(
                        (self.code, Role.PRACTITIONER), (self.room, Role.ROOM), *devices
                    ),
                    type=type_id,
                )
                taken = scene.book(self.random, request, patient, reason)
                if taken is not None:
                    return taken
        return None
