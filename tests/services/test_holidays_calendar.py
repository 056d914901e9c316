"""Public holidays of a region, against the oracle beside the project, and in German."""

import csv
from datetime import date
from pathlib import Path

import pytest

from praxidesk.services.holidays_calendar import HolidayCalendar, UnknownRegion, holidays_of, require_region

BERLIN = HolidayCalendar("DE-BE")


def test_names_are_german() -> None:
    assert BERLIN[date(2026, 3, 8)] == "Frauentag"
    assert BERLIN[date(2026, 12, 25)] == "Erster Weihnachtstag"
    assert date(2026, 11, 23) not in BERLIN
    assert BERLIN.get(date(2026, 11, 23)) is None
    assert holidays_of("AT")[date(2026, 10, 26)] == "Nationalfeiertag"
    assert holidays_of("US-CA")[date(2026, 7, 4)] == "Independence Day"


def test_a_region_has_holidays_before_anybody_asked() -> None:
    assert bool(HolidayCalendar("DE-BY"))
    assert not holidays_of("")


def test_calendars_of_one_region_are_one() -> None:
    assert HolidayCalendar("DE-BE") == BERLIN
    assert hash(HolidayCalendar("DE-BE")) == hash(BERLIN)
    assert HolidayCalendar("DE-BY") != BERLIN
    assert BERLIN != {}


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
