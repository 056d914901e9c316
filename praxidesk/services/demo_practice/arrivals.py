"""When the patients of the day came, and when they were called in: what the waiting room tells by."""

from dataclasses import replace
from random import Random

from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Status
from praxidesk.services.demo_practice.draft_calendar import DraftEntry
from praxidesk.services.demo_practice.scene import Scene

_EARLY = (6, 9, 12, 14, 17, 19, 22, 26, 31, 52)
"""Minutes before the time at which somebody comes."""
_JUST_NOW = (1, 3, 4, 8)
"""Minutes ago, where that would still be to come."""
_CALLED_AFTER = (0, 1, 3, 5, 8)
"""Minutes after the time at which somebody is called in."""


def let_patients_come(scene: Scene) -> None:
    """Give those who are there the times at which they came; what the day has come to stays as it is."""
    random = scene.random("arrivals")
    today = scene.zone.day(scene.today)
    for place, entry in enumerate(scene.calendar.entries):
        proposal = entry.proposal
        is_there = proposal.status in {Status.ARRIVED, Status.CHECKED_IN}
        if is_there and proposal.patient is not None and today.start <= proposal.starts_at < today.end:
            came = _came(random, entry, scene.course.present)
            scene.calendar.entries[place] = replace(entry, came=came)


def _came(random: Random, entry: DraftEntry, present: int) -> tuple[tuple[Status, int], ...]:
    early, just_now, after = (random.choice(each) * MINUTE for each in (_EARLY, _JUST_NOW, _CALLED_AFTER))
    start = entry.milestones[0].at if entry.milestones else entry.proposal.starts_at
    arrived = min(start - early, present - just_now)
    if entry.proposal.status is Status.ARRIVED:
        return ((Status.ARRIVED, arrived),)
    called = start if entry.milestones else min(start + after, present)
    return ((Status.ARRIVED, arrived), (Status.CHECKED_IN, max(called, arrived)))
