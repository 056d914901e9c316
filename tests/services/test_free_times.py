"""The load of some days, and when everybody is free next."""

from datetime import date, timedelta

import pytest

from praxidesk.engine.free_time import DayTotal
from praxidesk.engine.vocabulary import Status
from praxidesk.engine.walltime import LAST_DAY
from praxidesk.services.free_times import next_free_times, sheet_load
from tests.services.diary import MONDAY, Diary, entry_of
from tests.statement_log import StatementLog

TUESDAY = MONDAY + timedelta(days=1)


def load(diary: Diary, codes: str, day: date = MONDAY) -> DayTotal:
    actors = [diary.id(code) for code in codes.split()]
    return sheet_load(diary.desk, day, day, actors)[day]


def free(diary: Diary, code: str, clock: str = "07:00", day: date = MONDAY) -> str:
    """Day of the month and time at which somebody is free next."""
    found = next_free_times(diary.desk, diary.at(clock, day)).get(diary.id(code))
    return f"{diary.desk.zone.local(found.start):%d. %H:%M}" if found is not None else "never"


def test_a_day_has_its_entries_open_and_taken_time(diary: Diary) -> None:
    diary.booked("09:00", "KOC R1")
    diary.booked("10:00", "WEB", minutes=45)
    assert load(diary, "KOC WEB") == DayTotal(2, 480 + 540, 75)
    assert load(diary, "KOC WEB").free_minutes == 945


def test_an_entry_of_two_people_is_one_entry_and_takes_both(diary: Diary) -> None:
    diary.booked("09:00", "KOC WEB")
    assert load(diary, "KOC WEB") == DayTotal(1, 1020, 60)


def test_time_taken_outside_hours_is_not_missing_inside(diary: Diary) -> None:
    diary.booked("06:00", "KOC", override_reason="Notfall")
    assert load(diary, "KOC") == DayTotal(1, 480, 0)


def test_what_was_cancelled_or_only_asked_for_takes_nothing(diary: Diary) -> None:
    diary.cancel(diary.booked("09:00", "KOC"))
    entry_of(diary.ask(diary.request("10:00", "KOC", status=Status.PENDING)))
    assert load(diary, "KOC") == DayTotal(0, 480, 0)


def test_a_closed_day_has_nothing_open(diary: Diary) -> None:
    assert load(diary, "KOC WEB", MONDAY - timedelta(days=1)) == DayTotal(0, 0, 0)


def test_a_day_of_changed_clocks_and_an_entry_over_midnight(diary: Diary) -> None:
    spring = date(2027, 3, 28)
    diary.booked("23:30", "KOC", minutes=90, day=spring, override_reason="Notdienst")
    assert load(diary, "KOC", spring).entries == 1
    assert load(diary, "KOC", spring + timedelta(days=1)).entries == 1


@pytest.mark.parametrize("days", [1, 42])
def test_a_sheet_is_one_statement(diary: Diary, statements: StatementLog, days: int) -> None:
    diary.booked("09:00", "KOC R1")
    statements.clear()
    found = sheet_load(diary.desk, MONDAY, MONDAY + timedelta(days=days - 1), [diary.id("KOC")])
    assert len(found) == days
    assert len([each for each in statements if "allocation" in each]) == 1


def test_days_beyond_the_calendar_are_left_out(diary: Diary) -> None:
    found = sheet_load(diary.desk, date.max - timedelta(days=1), date.max, [diary.id("KOC")])
    assert date.max not in found


def test_who_is_free_now_is_free_from_the_next_full_five_minutes(diary: Diary) -> None:
    assert free(diary, "KOC") == "23. 08:00"
    assert free(diary, "KOC", "10:02") == "23. 10:05"


def test_free_time_shorter_than_any_type_is_passed_over(diary: Diary) -> None:
    shortest = min(each.minutes for each in diary.desk.practice.types.values())
    diary.booked("08:00", "KOC")
    gap = diary.at("08:30") + (shortest - 5) * 60
    diary.booked(f"{diary.desk.zone.local(gap):%H:%M}", "KOC", minutes=60)
    later = gap + 3600
    assert free(diary, "KOC") == f"23. {diary.desk.zone.local(later):%H:%M}"


def test_buffers_of_others_are_not_free_nor_is_what_somebody_asked_for(diary: Diary) -> None:
    kontr = diary.desk.practice.type_ids["KONTR"]
    entry_of(diary.ask(diary.request("08:00", "KOC R1", type=kontr)))
    assert free(diary, "KOC") == "23. 08:15"
    # The buffer of one who has just left is not forgotten.
    assert free(diary, "KOC", "08:11") == "23. 08:15"
    entry_of(diary.ask(diary.request("08:15", "KOC", status=Status.PENDING)))
    assert free(diary, "KOC") == "23. 08:45"


def test_a_full_day_leads_to_the_next_and_an_absence_over_it(diary: Diary) -> None:
    diary.booked("08:00", "KOC", minutes=480)
    assert free(diary, "KOC") == "24. 08:00"
    assert free(diary, "WEB", "17:00", date(2026, 12, 18)) == "04. 08:00"


def test_rooms_and_devices_have_their_next_free_time_too(diary: Diary) -> None:
    diary.booked("07:00", "KOC R1", minutes=60, override_reason="früh")
    assert free(diary, "R1") == "23. 08:00"
    assert free(diary, "CARM1") == "23. 07:00"


def test_everybody_is_found_in_one_statement_and_the_rest_in_a_second(
    diary: Diary, statements: StatementLog
) -> None:
    statements.clear()
    next_free_times(diary.desk, diary.at("07:00"))
    assert len([each for each in statements if "allocation" in each]) == 1
    statements.clear()
    found = next_free_times(diary.desk, diary.at("17:00", date(2026, 12, 18)))
    assert found[diary.id("WEB")].start > diary.at("00:00", date(2027, 1, 2))
    assert len([each for each in statements if "allocation" in each]) == 2


def test_at_the_end_of_the_calendar_nobody_is_free(diary: Diary) -> None:
    end = diary.desk.zone.day(LAST_DAY).end
    assert next_free_times(diary.desk, end - 60) == {}
    assert all(span.end <= end for span in next_free_times(diary.desk, end - 14 * 86400).values())
