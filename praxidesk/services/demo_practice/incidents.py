"""What else happens in the demo practice: meetings and services, requests, and one emergency."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.spans import HOUR, MINUTE, Span
from praxidesk.engine.vocabulary import ActorKind, ConflictKind, EntryId, EntryKind, Role, Status
from praxidesk.services.demo_practice.booking_plan import PlannedBlockout
from praxidesk.services.demo_practice.consulting import sessions
from praxidesk.services.demo_practice.course import Fate
from praxidesk.services.demo_practice.draft_calendar import DraftEntry
from praxidesk.services.demo_practice.scene import Scene

_TRIES = 400
_WISHED_TYPES = ("SPRECH", "KONTR", "BEFUND")
_URGENT = "AKUT"
_EMERGENCY_MINUTES = (640, 635, 645, 630, 650, 625, 655, 600, 660)
"""Around twenty to eleven."""
_EMERGENCY_WITHIN_DAYS = 14


@dataclass(frozen=True, slots=True)
class _Wishes:
    """Entries that are none yet."""

    part: str
    """Of the random numbers."""
    status: Status
    count: int
    days: range
    """Ahead."""
    hours_ago: range
    """When they were told."""


_REQUESTS = _Wishes("requests", Status.PENDING, 9, range(1, 13), range(1, 50))
_WAITING = _Wishes("waiting", Status.WAITLIST, 4, range(15, 30), range(40, 230))
_COMES = Fate(cancelled=False, missed=False, early_seconds=10 * MINUTE, lead_seconds=20 * MINUTE)


def fill_blockouts(scene: Scene) -> None:
    """Meetings and services; whoever is off at that time is left out."""
    for planned in scene.plan.blockouts:
        for day in _days_of(scene, planned):
            start, end = scene.zone.at(day, planned.from_minute), scene.zone.at(day, planned.to_minute)
            there = tuple(
                code for code in planned.codes if _is_free(scene, planned, (code,), Span(start, end))
            )
            if there:
                proposal = _blockout(scene, planned, there, Span(start, end))
                booked_at = min(scene.course.present, start) - 21 * 24 * HOUR
                scene.calendar.put(DraftEntry(proposal, booked_at, reason=planned.reason))


def fill_requests(scene: Scene) -> None:
    """Wishes of patients that nobody has answered yet, in what is still free."""
    _fill_wishes(scene, _REQUESTS, scene.plan.texts.requests)


def fill_waiting(scene: Scene) -> None:
    """Patients with a time some weeks ahead who wait for an earlier one."""
    _fill_wishes(scene, _WAITING, scene.plan.texts.waiting)


def _fill_wishes(scene: Scene, wishes: _Wishes, notes: Sequence[str]) -> None:
    random = scene.random(wishes.part)
    made = 0
    for _ in range(_TRIES):
        code, room = random.choice(sorted(scene.plan.rooms.items()))
        day = scene.today + timedelta(days=random.choice(wishes.days))
        type_ = "ANV" if code == "KLE" else random.choice(_WISHED_TYPES)
        free = sessions(scene, code, day)
        if not free:
            continue
        session = random.choice(free)
        request = BookRequest(
            kind=EntryKind.APPOINTMENT,
            starts_at=random.randrange(session.start, session.end, 5 * MINUTE),
            participants=scene.taking((code, Role.PRACTITIONER), (room, Role.ROOM)),
            type=scene.practice.type_ids[type_],
            status=wishes.status,
        )
        proposal = scene.calendar.proposed(request, scene.pool.choose(random, day))
        asked_at = scene.course.present - random.choice(wishes.hours_ago) * HOUR
        made += scene.calendar.put_if_free(DraftEntry(proposal, asked_at, note=notes[made % len(notes)]))
        if made == wishes.count:
            return


def add_emergency(scene: Scene) -> None:
    """Somebody who cannot wait, beside somebody booked: today, or on the next day with patients."""
    random = scene.random("emergency")
    for number in range(_EMERGENCY_WITHIN_DAYS):
        day = scene.today + timedelta(days=number)
        for proposal, against in _emergencies(scene, random, day):
            status = scene.course.status(_COMES, proposal.span, proposal.participants[0].actor)
            scene.calendar.put(
                DraftEntry(
                    replace(proposal, status=status),
                    booked_at=min(scene.course.present, proposal.starts_at - 20 * MINUTE),
                    override_reason=scene.plan.texts.emergency,
                ),
                against,
            )
            return


def _emergencies(scene: Scene, random: Random, day: date) -> Iterator[tuple[Proposal, list[Conflict]]]:
    """Urgent appointments that meet nothing but one other patient of a practitioner's consulting hours."""
    patient = scene.pool.choose(random, day)
    type_id = scene.practice.type_ids[_URGENT]
    seeing = next(need.any_of for need in scene.practice.types[type_id].need if need.any_of is not None)
    for code in seeing:
        for minute in _EMERGENCY_MINUTES:
            for room in sorted(scene.plan.rooms.values(), reverse=True):
                request = BookRequest(
                    kind=EntryKind.APPOINTMENT,
                    starts_at=scene.zone.at(day, minute),
                    participants=scene.taking((code, Role.PRACTITIONER), (room, Role.ROOM)),
                    type=type_id,
                    override_reason=scene.plan.texts.emergency,
                )
                proposal = scene.calendar.proposed(request, patient)
                against = scene.calendar.speaking_against(proposal)
                if [each.kind for each in against] == [ConflictKind.PRACTITIONER_BUSY] and all(
                    _is_consultation(scene, each.entry) for each in against
                ):
                    yield proposal, against


def _is_consultation(scene: Scene, entry: EntryId | None) -> bool:
    return entry is not None and scene.calendar.entry(entry).proposal.kind is EntryKind.APPOINTMENT


def _days_of(scene: Scene, planned: PlannedBlockout) -> list[date]:
    if planned.day is not None:
        return [scene.today + timedelta(days=planned.day)]
    return [day for day in scene.days if day.weekday() in planned.weekdays]


def _blockout(scene: Scene, planned: PlannedBlockout, codes: tuple[str, ...], span: Span) -> Proposal:
    roles = {ActorKind.ROOM: Role.ROOM, ActorKind.DEVICE: Role.DEVICE}
    parts = [(code, roles.get(scene.practice.actors[scene.actor(code)].kind)) for code in codes]
    return scene.calendar.proposed(
        BookRequest(
            kind=EntryKind.BLOCKOUT,
            starts_at=span.start,
            minutes=(span.end - span.start) // MINUTE,
            participants=scene.taking(*((code, role or Role.PRACTITIONER) for code, role in parts)),
            reason=planned.reason,
        ),
        None,
    )


def _is_free(scene: Scene, planned: PlannedBlockout, codes: tuple[str, ...], span: Span) -> bool:
    return not scene.calendar.speaking_against(_blockout(scene, planned, codes, span))
