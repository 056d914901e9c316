"""Holidays of a site: the public ones of its region and its own, a year at a time as somebody asks."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from praxidesk.engine.availability import LocalHoliday
from praxidesk.engine.practice import Site


class UnknownRegion(ValueError):
    """The ``holidays`` package knows no such country or subdivision."""

    def __init__(self, region: str) -> None:
        super().__init__(f"no public holidays are known for {region!r}")
        self.region = region


class HolidayCalendar(Mapping[date, str]):
    """The holidays of a region with their names: German where the package has them, else its own language.

    Local ones are added. A day that is both has both names, unless they are the same.

    Looks like a mapping of all days there are. Iterating yields the days of the years asked for so far.
    Safe to share between threads: a year worked out twice is the same year.
    """

    def __init__(self, region: str, local: tuple[LocalHoliday, ...] = ()) -> None:
        """Of a region such as ``DE-BE``, or with the empty one of nothing but local holidays."""
        self.region = region
        self.local = local
        self._years: dict[int, Mapping[date, str]] = {}

    def __getitem__(self, day: date) -> str:
        """The name of that day's holiday."""
        return self._year(day)[day]

    def __contains__(self, day: object) -> bool:
        """Whether that day is a holiday."""
        return isinstance(day, date) and day in self._year(day)

    def __bool__(self) -> bool:
        """Whether there are holidays at all, even before anybody asked for one."""
        return bool(self.region or self.local)

    def __iter__(self) -> Iterator[date]:
        """The holidays known so far, in order."""
        for year in sorted(self._years):
            yield from sorted(self._years[year])

    def __len__(self) -> int:
        """How many are known so far."""
        return sum(len(year) for year in self._years.values())

    def __eq__(self, other: object) -> bool:
        """Calendars of one region with the same local holidays are one."""
        if isinstance(other, HolidayCalendar):
            return (self.region, self.local) == (other.region, other.local)
        return NotImplemented

    def __hash__(self) -> int:
        """By what makes it equal."""
        return hash((self.region, self.local))

    def __repr__(self) -> str:
        """For a person who debugs."""
        return f"HolidayCalendar({self.region!r}, {self.local!r})"

    def _year(self, day: date) -> Mapping[date, str]:
        year = self._years.get(day.year)
        if year is None:
            public = _holidays(self.region, day.year) if self.region else {}
            year = self._years[day.year] = _with_local(public, self.local, day.year)
        return year


def holidays_of(site: Site) -> Mapping[date, str]:
    """The days on which a site is closed as on a public holiday, with their names."""
    calendar = HolidayCalendar(site.holidays, site.local_holidays)
    return calendar or {}


def _with_local(public: Mapping[date, str], local: tuple[LocalHoliday, ...], year: int) -> Mapping[date, str]:
    found = dict(public)
    for each in local:
        if each.year not in {None, year}:
            continue
        try:
            day = date(year, each.month, each.day)
        except ValueError:  # 29 February of most years
            continue
        known = found.get(day, "")
        if each.name.casefold() not in [name.casefold() for name in known.split("; ")]:
            found[day] = f"{known}; {each.name}" if known else each.name
    return found


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
