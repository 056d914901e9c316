"""In which ways a column writes its dates and times, by what stands in it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from praxidesk.exchange.csv_patterns import Part, Patterns
from praxidesk.exchange.texts import UnreadableError

_DAYS = ("%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y%m%d")
_TIMES = ("%H:%M", "%H:%M:%S", "%H.%M", "%H:%M Uhr", "%H.%M Uhr", "%I:%M %p")
_ISO_DAY = "%Y-%m-%d"
_TWO_DIGITS = "%y"
_CANDIDATES: dict[Part, tuple[str, ...]] = {
    Part.DAY: (_ISO_DAY, *_DAYS),
    Part.TIME: _TIMES,
    Part.MOMENT: tuple(
        f"{day}{between}{time}"
        for day in (_ISO_DAY, *_DAYS)
        for between in (" ", "T", ", ")
        for time in _TIMES
    ),
}


def patterns_of(part: Part, samples: Sequence[str], *, of_birth: bool = False) -> tuple[str, ...]:
    """Those that read most of the samples first; none where nothing but ISO 8601 may be meant.

    A year of two digits is no year of birth.
    """
    if not samples or sum(_reads(Patterns(part), each) for each in samples) == len(samples):
        return ()
    found: list[str] = []
    left = list(samples)
    candidates = [each for each in _CANDIDATES[part] if not (of_birth and _TWO_DIGITS in each)]
    while left and candidates:
        read, best = max(
            (
                (sum(_matches(each, text) for text in left), -place, each)
                for place, each in enumerate(candidates)
            ),
            key=lambda found: found[:2],
        )[::2]
        if not read:
            break
        found.append(best)
        candidates.remove(best)
        left = [text for text in left if not _matches(best, text)]
    return tuple(found)


def is_day(text: str) -> bool:
    """Whether it may be a date alone."""
    return _reads_any(Part.DAY, text)


def is_time(text: str) -> bool:
    """Whether it may be a time of day alone."""
    return _reads_any(Part.TIME, text)


def is_moment(text: str) -> bool:
    """Whether it may be a date with a time of day."""
    return _reads(Patterns(Part.MOMENT), text) or _reads_any(Part.MOMENT, text)


def _reads_any(part: Part, text: str) -> bool:
    return any(_matches(each, text) for each in _CANDIDATES[part])


def _reads(patterns: Patterns, text: str) -> bool:
    read: Callable[[str], datetime] = patterns.read
    try:
        read(text)
    except UnreadableError:
        return False
    return True


def _matches(pattern: str, text: str) -> bool:
    try:
        datetime.strptime(text, pattern)
    except ValueError:
        return False
    return True
