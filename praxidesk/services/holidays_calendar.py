"""Public holidays of a region, a year at a time as somebody asks."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache


class UnknownRegion(ValueError):
    """The ``holidays`` package knows no such country or subdivision."""

    def __init__(self, region: str) -> None:
        super().__init__(f"no public holidays are known for {region!r}")
        self.region = region


class HolidayCalendar(Mapping[date, str]):
    """The holidays of a region with their names: German where the package has them, else its own language.

    Looks like a mapping of all days there are. Iterating yields the days of the years asked for so far.
    Safe to share between threads: a year worked out twice is the same year.
    """

    def __init__(self, region: str) -> None:
        self.region = region
        self._years: dict[int, Mapping[date, str]] = {}

    def __getitem__(self, day: date) -> str:
        """The name of that day's holiday."""
        return self._year(day)[day]

    def __contains__(self, day: object) -> bool:
        """Whether that day is a holiday."""
        return isinstance(day, date) and day in self._year(day)

    def __bool__(self) -> bool:
        """A region has holidays, even before anybody asked for one."""
        return True

    def __iter__(self) -> Iterator[date]:
        """The holidays known so far, in order."""
        for year in sorted(self._years):
            yield from sorted(self._years[year])

    def __len__(self) -> int:
        """How many are known so far."""
        return sum(len(year) for year in self._years.values())

    def __eq__(self, other: object) -> bool:
        """Calendars of one region are one."""
        if isinstance(other, HolidayCalendar):
            return self.region == other.region
        return NotImplemented

    def __hash__(self) -> int:
        """By the region."""
        return hash(self.region)

    def __repr__(self) -> str:
        """For a person who debugs."""
        return f"HolidayCalendar({self.region!r})"

    def _year(self, day: date) -> Mapping[date, str]:
        year = self._years.get(day.year)
        if year is None:
            year = self._years[day.year] = _holidays(self.region, day.year)
        return year


def holidays_of(region: str) -> Mapping[date, str]:
    """The calendar of a region such as ``DE-BE``; nothing for the empty one."""
    return HolidayCalendar(region) if region else {}


def require_region(region: str) -> None:
    """Raise ``UnknownRegion`` unless the region is empty or known."""
    if region:
        _holidays(region, 2026)


@cache
def _holidays(region: str, year: int) -> Mapping[date, str]:
    # Imported where it is needed: it costs 50 ms, and most commands ask about no day at all.
    import holidays  # noqa: PLC0415

    country, _, subdivision = region.partition("-")
    if not country.isascii() or not country.isupper() or (not subdivision and "-" in region):
        raise UnknownRegion(region)
    try:
        native = holidays.country_holidays(country, subdiv=subdivision or None, years=year)
        if "de" not in native.supported_languages:
            return dict(native)
        return dict(holidays.country_holidays(country, subdiv=subdivision or None, years=year, language="de"))
    except NotImplementedError as error:
        raise UnknownRegion(region) from error
