"""What has become of each entry by the present moment of the demo practice."""

from dataclasses import dataclass
from random import Random

from praxidesk.engine.spans import HOUR, MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, Status

_CANCELLED_PAST = 0.06
_CANCELLED_AHEAD = 0.03
_MISSED = 0.04
_DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Fate:
    """What will become of an entry, whenever one looks; the same for every present moment of a day."""

    cancelled: bool
    missed: bool
    early_seconds: int
    """How long before the start the patient comes."""
    lead_seconds: int
    """How long before the start it was booked."""


class Course:
    """Statuses at one present moment."""

    def __init__(self, present: int, today: Span) -> None:
        self.present = present
        self._today = today
        self._delays: dict[ActorId, int] = {}

    def run_late(self, random: Random, practitioners: list[ActorId]) -> None:
        """Let some practitioners be behind their time today."""
        for each in practitioners:
            self._delays[each] = random.choice((0, 0, 5, 10, 15)) * MINUTE

    def fate(self, random: Random, span: Span) -> Fate:
        """Draw the same numbers for every entry, so that the rest of the calendar does not hang on it."""
        drawn = random.random()
        is_past = span.start < self._today.start
        is_today = not is_past and span.start < self._today.end
        cancelled = drawn < (_CANCELLED_PAST if is_past else _CANCELLED_AHEAD)
        missed = not cancelled and drawn < _CANCELLED_PAST + _MISSED and (is_past or is_today)
        return Fate(
            cancelled=cancelled,
            missed=missed,
            early_seconds=random.randrange(4, 26) * MINUTE,
            lead_seconds=random.randrange(1, 46) * _DAY + random.randrange(-5, 5) * HOUR,
        )

    def status(self, fate: Fate, span: Span, practitioner: ActorId) -> Status:
        """How it stands at the present moment."""
        if fate.cancelled:
            return Status.CANCELLED
        delay = self._delays.get(practitioner, 0) if span.start >= self._today.start else 0
        if span.end + delay <= self.present:
            return Status.NOSHOW if fate.missed else Status.FULFILLED
        if fate.missed:
            return Status.BOOKED
        if span.start + delay <= self.present:
            return Status.CHECKED_IN
        if span.start - fate.early_seconds <= self.present:
            return Status.ARRIVED
        return Status.BOOKED

    def booked_at(self, fate: Fate, span: Span) -> int:
        """When it was booked: some days before, and not in the future."""
        return min(span.start - fate.lead_seconds, self.present - fate.early_seconds * 7)
