"""Wall time of a zone to instants and back: the only module that knows ``zoneinfo``."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from praxidesk.engine.spans import MINUTE, Span

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
FIRST_DAY, LAST_DAY = date(1, 1, 3), date(9999, 12, 28)
"""Midnights of the days around these are dates that Python has, in all zones."""

_DAY = timedelta(days=1)
_PLAIN_DAY_SECONDS = 24 * 60 * MINUTE
_MIDNIGHT = time()


class UnknownZone(ValueError):
    """No zone of this name in the time-zone database."""


class NonexistentTime(ValueError):
    """A wall time that a change-over skips, such as 02:30 on a spring Sunday in Berlin."""


@dataclass(frozen=True, slots=True)
class Zone:
    """One IANA zone; equal to every other of the same name.

    An instant is a whole number of seconds since 1970-01-01 UTC. A wall time that exists twice
    means the first time it is reached.
    """

    name: str
    _info: ZoneInfo = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find the zone's rules.

        :raises UnknownZone: where there are none under this name
        """
        try:
            info = ZoneInfo(self.name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            # A folder of the database ("Europe") or a name with ".." gives OSError or ValueError.
            raise UnknownZone(self.name) from error
        object.__setattr__(self, "_info", info)

    def instant(self, local: datetime) -> int:
        """The moment the clocks on the wall first show this naive time.

        :raises NonexistentTime: where they never do
        """
        first, second = self._readings(local)
        if first > second:
            raise NonexistentTime(local.isoformat(" "))
        return first

    def reached(self, local: datetime) -> int:
        """The moment the clocks first show this naive time, or, where they skip it, jump over it."""
        first, second = self._readings(local)
        if first <= second:
            return first
        # In a gap the earlier rule lands behind the change and the later one before it.
        before, after = second, first
        offset = self._moment(after).utcoffset()
        while after - before > 1:
            middle = (before + after) // 2
            if self._moment(middle).utcoffset() == offset:
                after = middle
            else:
                before = middle
        return after

    def at(self, day: date, minute: int) -> int:
        """The moment of a wall time in minutes from 0 to 1440 of a day; of the change where it is skipped."""
        start, is_plain = _midnight(self, day)
        if is_plain:
            return start + minute * MINUTE
        if minute >= 1440:
            return _midnight(self, day + _DAY)[0]
        return self.reached(datetime.combine(day, _MIDNIGHT) + timedelta(minutes=minute))

    def local(self, instant: int) -> datetime:
        """What the clocks on the wall show, naive."""
        return self._moment(instant).replace(tzinfo=None, fold=0)

    def day_of(self, instant: int) -> date:
        """The local date."""
        return self._moment(instant).date()

    def iso(self, instant: int) -> str:
        """ISO 8601 with the offset: ``2026-11-23T09:00:00+01:00``."""
        return self._moment(instant).isoformat()

    def day(self, day: date) -> Span:
        """A local day from midnight to midnight: 23, 24 or 25 hours."""
        return Span(_midnight(self, day)[0], _midnight(self, day + _DAY)[0])

    def days(self, span: Span) -> Iterator[date]:
        """Every local day that shares time with the span, in order; none for an empty span."""
        if span.start >= span.end:
            return
        day = self.day_of(span.start)
        while (bounds := self.day(day)).start < span.end:
            if bounds.start < bounds.end:
                yield day
            day += _DAY

    def is_plain(self, day: date) -> bool:
        """Whether a day has 24 hours and no change-over, so that wall minutes can be added to midnight."""
        return _midnight(self, day)[1]

    def _moment(self, instant: int) -> datetime:
        # Not fromtimestamp(): it fails on Windows for instants before 1970.
        return (_EPOCH + timedelta(seconds=instant)).astimezone(self._info)

    def _readings(self, local: datetime) -> tuple[int, int]:
        """The moment by the rule before a change and by the rule behind it; equal on all other times."""
        aware = local.replace(tzinfo=self._info, fold=0)
        return (aware - _EPOCH) // _SECOND, (aware.replace(fold=1) - _EPOCH) // _SECOND


@lru_cache(maxsize=8192)
def _midnight(zone: Zone, day: date) -> tuple[int, bool]:
    """When a day starts, and whether it runs 24 hours on one offset.

    Cached because opening hours ask for the same few days for every actor.
    """
    midnight = datetime.combine(day, _MIDNIGHT)
    start = zone.reached(midnight)
    end = zone.reached(midnight + _DAY)
    # No zone has ever changed its clocks there and back within one day.
    return start, end - start == _PLAIN_DAY_SECONDS
