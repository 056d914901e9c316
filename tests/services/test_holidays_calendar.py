"""Public holidays of a region, against the oracle beside the project, and in German."""

import csv
from datetime import date
from pathlib import Path

import pytest

from praxidesk.engine.availability import LocalHoliday
from praxidesk.engine.practice import Site
from praxidesk.services.holidays_calendar import HolidayCalendar, UnknownRegion, holidays_of, require_region

BERLIN = HolidayCalendar("DE-BE")


def site(region: str, *local: LocalHoliday) -> Site:
    return Site("HAUS", "Haus am Wall", "Europe/Berlin", region, local_holidays=local)


def test_names_are_german() -> None:
    assert BERLIN[date(2026, 3, 8)] == "Frauentag"
    assert BERLIN[date(2026, 12, 25)] == "Erster Weihnachtstag"
    assert date(2026, 11, 23) not in BERLIN
    assert BERLIN.get(date(2026, 11, 23)) is None
    assert holidays_of(site("AT"))[date(2026, 10, 26)] == "Nationalfeiertag"
    assert holidays_of(site("US-CA"))[date(2026, 7, 4)] == "Independence Day"


def test_a_region_has_holidays_before_anybody_asked() -> None:
    assert bool(HolidayCalendar("DE-BY"))
    assert holidays_of(site("")) == {}


def test_calendars_of_one_region_are_one() -> None:
    assert HolidayCalendar("DE-BE") == BERLIN
    assert hash(HolidayCalendar("DE-BE")) == hash(BERLIN)
    assert HolidayCalendar("DE-BY") != BERLIN
    assert BERLIN != {}


PEACE = LocalHoliday("Hohes Friedensfest", 8, 8)
OUTING = LocalHoliday("Betriebsausflug", 5, 15, 2026)
LEAP = LocalHoliday("Schalttag", 2, 29)
JUBILEE = LocalHoliday("Jubiläum", 10, 3)


@pytest.mark.parametrize(
    ("region", "local", "day", "expected"),
    [
        pytest.param("DE-BY", PEACE, date(2026, 8, 8), "Hohes Friedensfest", id="every-year-this-one"),
        pytest.param("DE-BY", PEACE, date(2031, 8, 8), "Hohes Friedensfest", id="every-year-another-one"),
        pytest.param("DE-BY", PEACE, date(2026, 8, 9), None, id="not-the-day-after"),
        pytest.param("DE-BY", PEACE, date(2026, 1, 1), "Neujahr", id="the-region's-stay"),
        pytest.param("DE-BE", OUTING, date(2026, 5, 15), "Betriebsausflug", id="once"),
        pytest.param("DE-BE", OUTING, date(2027, 5, 15), None, id="not-again"),
        pytest.param("DE-BE", LEAP, date(2028, 2, 29), "Schalttag", id="in-a-leap-year"),
        pytest.param("DE-BE", LEAP, date(2027, 2, 28), None, id="not-on-the-28th"),
        pytest.param("DE-BE", LEAP, date(2027, 3, 1), None, id="nor-on-the-1st-of-march"),
        pytest.param("", PEACE, date(2026, 8, 8), "Hohes Friedensfest", id="without-a-region"),
        pytest.param("", PEACE, date(2026, 1, 1), None, id="that-alone"),
        pytest.param(
            "DE-BE", JUBILEE, date(2026, 10, 3), "Tag der Deutschen Einheit; Jubiläum", id="both-names"
        ),
        pytest.param(
            "DE-BE", LocalHoliday("neujahr", 1, 1), date(2026, 1, 1), "Neujahr", id="one-name-for-both"
        ),
    ],
)  # fmt: skip
def test_a_site_adds_its_own(region: str, local: LocalHoliday, day: date, expected: str | None) -> None:
    assert holidays_of(site(region, local)).get(day) == expected


def test_two_of_one_day_are_both_named() -> None:
    both = holidays_of(site("", PEACE, LocalHoliday("Sommerfest", 8, 8, 2026)))
    assert both[date(2026, 8, 8)] == "Hohes Friedensfest; Sommerfest"
    assert both[date(2027, 8, 8)] == "Hohes Friedensfest"


def test_calendars_differ_by_what_is_local() -> None:
    assert holidays_of(site("DE-BE", PEACE)) == holidays_of(site("DE-BE", PEACE))
    assert holidays_of(site("DE-BE", PEACE)) != holidays_of(site("DE-BE"))
    assert bool(holidays_of(site("", PEACE)))


def test_the_years_asked_for_can_be_listed() -> None:
    calendar = HolidayCalendar("DE")
    assert date(2026, 1, 1) in calendar
    assert list(calendar) == sorted(calendar)
    assert len(calendar) == 9


@pytest.mark.parametrize(
    "region", ["XX", "DE-XX", "de-be", "DE-", "-BE", "DE-BE-X", "Ω", "__class__", "DE BE"]
)
def test_what_is_no_region_is_said(region: str) -> None:
    with pytest.raises(UnknownRegion):
        require_region(region)


@pytest.mark.parametrize("region", ["", "DE", "DE-BE", "AT", "CH-ZH"])
def test_regions_there_are(region: str) -> None:
    require_region(region)


@pytest.mark.shared_data
def test_the_oracle_says_the_same(shared_data: Path) -> None:
    wanted: dict[str, set[date]] = {}
    with (shared_data / "holidays_dst" / "holidays_de_at_ch_2026_2027.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["type"] == "public" and row["region"] != "CH-ZH":
                wanted.setdefault(row["region"], set()).add(date.fromisoformat(row["date"][:10]))
    assert len(wanted) == 18
    for region, days in wanted.items():
        calendar = HolidayCalendar(region)
        assert all(day in calendar for day in days)
        assert days == {day for day in calendar if day.year in {2026, 2027}}
