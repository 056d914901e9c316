"""What every part of the demo practice is made from: its people, its days, and the calendar they fill."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import Need
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ActorKind, Role
from praxidesk.engine.walltime import Zone
from praxidesk.services.demo_practice.booking_plan import BookingPlan
from praxidesk.services.demo_practice.course import Course
from praxidesk.services.demo_practice.draft_calendar import DraftCalendar, DraftEntry, OfSeries
from praxidesk.services.demo_practice.people import age_on

WEEKS_BEFORE = 2
WEEKS = 12
_FULL = 0.97
"""Share of a day near by that is booked."""
_NOTED = 0.07
"""Share of the entries that have a note."""
_MOST_DRAWN = 10_000
"""In vain, after which there is nobody: of thousands of patients a few draws find one."""


class TooFewPatients(Exception):
    """Everybody whom a day could bring is on it already."""

    def __init__(self, count: int, day: date) -> None:
        super().__init__(f"{count:,} patients are too few for {day.isoformat()}")


class PatientPool:
    """The patients to choose from; nobody comes twice on a day."""

    def __init__(self, patients: Sequence[tuple[ActorId, Patient]], today: date) -> None:
        self._people = [(id_, age_on(patient, today)) for id_, patient in patients]
        self._seen: set[tuple[ActorId, date]] = set()

    def choose(self, random: Random, day: date, ages: range = range(130)) -> ActorId:
        """Somebody of these ages who has nothing else on that day.

        :raises TooFewPatients: where nobody is left
        """
        for _ in range(_MOST_DRAWN if self._people else 0):
            patient, age = random.choice(self._people)
            if age in ages and self.expect(patient, day):
                return patient
        raise TooFewPatients(len(self._people), day)

    def expect(self, patient: ActorId, day: date) -> bool:
        """Note that somebody comes on a day; ``False`` where they come already."""
        if (patient, day) in self._seen:
            return False
        self._seen.add((patient, day))
        return True


@dataclass(frozen=True, slots=True)
class Scene:
    """The demo practice while it is made."""

    practice: Practice
    zone: Zone
    plan: BookingPlan
    today: date
    days: tuple[date, ...]
    """All days of the twelve weeks."""
    pool: PatientPool
    course: Course
    calendar: DraftCalendar

    def random(self, part: str) -> Random:
        """The same numbers for the same part of the same day's demo; parts do not disturb each other."""
        return seeded(self.today, part)

    def actor(self, code: str) -> ActorId:
        """By code."""
        return self.practice.actor_ids[code]

    def taking(self, *parts: tuple[str, Role]) -> tuple[Participant, ...]:
        """Participants by code and role."""
        return tuple(Participant(self.actor(code), role) for code, role in parts)

    def device_choices(self, needs: Iterable[Need]) -> list[tuple[tuple[str, Role], ...]]:
        """The devices to choose from for what has at most one; the only choice of others is none."""
        wanted = next((need for need in needs if need.role is Role.DEVICE), None)
        if wanted is None:
            return [()]
        return [
            ((code, Role.DEVICE),)
            for code in sorted(self.practice.actor_ids)
            if (actor := self.practice.actors[self.actor(code)]).kind is ActorKind.DEVICE
            and wanted.fits(actor)
        ]

    def fullness(self, day: date, *, horizon_days: int) -> float:
        """How much of a day is booked: all but a little nearby, less and less beyond the next days."""
        ahead = (day - self.today).days
        return _FULL * math.exp(-max(0, ahead - 4) / horizon_days)

    def book(
        self,
        random: Random,
        request: BookRequest,
        patient: ActorId,
        reason: str,
        *,
        series: OfSeries | None = None,
    ) -> Span | None:
        """Book, with the status that the present moment gives, where nothing speaks against it.

        :param reason: why it was cancelled, if it was
        :returns: the time it keeps taken, empty where it was cancelled; ``None`` where it was not free
        """
        proposal = self.calendar.proposed(request, patient)
        if self.calendar.speaking_against(proposal):
            return None
        span = proposal.span
        fate = self.course.fate(random, span)
        note = random.choice(self.plan.texts.notes) if random.random() < _NOTED else ""
        status = self.course.status(fate, span, request.participants[0].actor)
        self.calendar.put(
            DraftEntry(
                proposal=replace(proposal, status=status),
                booked_at=self.course.booked_at(fate, span),
                note=note,
                reason=reason if fate.cancelled else "",
                series=series,
            )
        )
        return Span(span.start, span.start) if fate.cancelled else span


def seeded(today: date, part: str) -> Random:
    """Random numbers that hang on the day and the part alone."""
    return Random(f"PraxiDesk demo {today.isoformat()} {part}")  # noqa: S311 - nothing secret


def days_around(today: date) -> tuple[date, ...]:
    """The days of the twelve weeks, from a Monday to a Sunday."""
    first = today - timedelta(days=today.weekday(), weeks=WEEKS_BEFORE)
    return tuple(first + timedelta(days=number) for number in range(7 * WEEKS))
