"""What repeats every week in the demo practice: injections, and dressings that are changed."""

from datetime import date, timedelta
from random import Random

from praxidesk.engine.requests import BookRequest
from praxidesk.engine.series_requests import SeriesRule
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryKind, Frequency, Role
from praxidesk.services.demo_practice.consulting import sessions
from praxidesk.services.demo_practice.draft_calendar import OfSeries
from praxidesk.services.demo_practice.scene import Scene

_SERIES = 24
_TRIES = 200
_FIRST_DAYS = 28
"""So long after the first day of all the last series begins."""
_GRID_MINUTES = 15
_WEEK = timedelta(weeks=1)


def fill_series(scene: Scene) -> None:
    """Book them before anything else, so that each keeps its time from week to week."""
    random = scene.random("series")
    made = 0
    for number in range(_TRIES):
        code, room = random.choice(sorted(scene.plan.rooms.items()))
        specialty = scene.practice.actors[scene.actor(code)].specialty
        types = [each for each in scene.plan.series if each in scene.plan.visits.get(specialty, ())]
        first = random.choice(scene.days[:_FIRST_DAYS])
        free = sessions(scene, code, first)
        if not types or not free:
            continue
        type_, session = random.choice(types), random.choice(free)
        starts_at = random.randrange(session.start, session.end, _GRID_MINUTES * MINUTE)
        minute = (starts_at - scene.zone.day(first).start) // MINUTE
        series = OfSeries(number, first, minute, scene.plan.series[type_])
        made += _book(scene, random, series, (code, room, type_))
        if made == _SERIES:
            return


def _book(scene: Scene, random: Random, series: OfSeries, what: tuple[str, str, str]) -> bool:
    """Book its dates that are free; whether there were any."""
    code, room, type_ = what
    days = [series.first + at * _WEEK for at in range(series.count)]
    patient = scene.pool.choose(random, days[0])
    reason = random.choice(scene.plan.texts.cancelled)
    is_any = False
    for day in days:
        if not _is_expected(scene, patient, day, is_first=day == days[0]):
            continue
        request = BookRequest(
            kind=EntryKind.APPOINTMENT,
            starts_at=scene.zone.at(day, series.minute),
            participants=scene.taking((code, Role.PRACTITIONER), (room, Role.ROOM)),
            type=scene.practice.type_ids[type_],
        )
        booked = scene.book(random, request, patient, reason, series=series.on(day))
        is_any = is_any or booked is not None
    return is_any


def _is_expected(scene: Scene, patient: ActorId, day: date, *, is_first: bool) -> bool:
    return is_first or (day in scene.days and scene.pool.expect(patient, day))


def rule_of(series: OfSeries) -> SeriesRule:
    """As somebody at the desk would have booked it."""
    return SeriesRule(Frequency.WEEKLY, count=series.count)
