"""How much of each day everybody is taken."""

from datetime import date, timedelta

import pytest

from praxidesk.engine.vocabulary import Status
from praxidesk.services.load_report import load_report
from tests.services.diary import MONDAY, Diary, entry_of
from tests.statement_log import StatementLog

SPRING = date(2027, 3, 28)


def told(diary: Diary, codes: str, first: date = MONDAY, last: date = MONDAY) -> list[tuple[int, int, int]]:
    found = load_report(diary.desk, first, last, actors=[diary.id(code) for code in codes.split()])
    return [(each.entries, each.minutes, each.open_minutes) for each in found]


def test_entries_minutes_and_open_time_of_a_day(diary: Diary) -> None:
    diary.booked("09:00", "KOC R1")
    diary.booked("10:00", "KOC", minutes=45)
    assert told(diary, "KOC R1 R2") == [(2, 75, 480), (1, 30, 660), (0, 0, 660)]


def test_only_what_occupies_counts(diary: Diary) -> None:
    diary.cancel(diary.booked("09:00", "KOC"))
    entry_of(diary.ask(diary.request("10:00", "KOC", status=Status.PENDING)))
    assert told(diary, "KOC") == [(0, 0, 480)]


def test_an_entry_over_midnight_counts_on_both_days_with_its_share(diary: Diary) -> None:
    diary.booked("23:30", "KOC", minutes=90, override_reason="Notdienst")
    assert told(diary, "KOC", MONDAY, MONDAY + timedelta(days=1)) == [(1, 30, 480), (1, 60, 480)]


def test_somebody_taken_outside_hours_is_told_and_a_closed_day_is_not(diary: Diary) -> None:
    sunday = MONDAY - timedelta(days=1)
    assert told(diary, "KOC", sunday, sunday) == []
    diary.booked("10:00", "KOC", day=sunday + timedelta(days=7), override_reason="Notfall")
    assert told(diary, "KOC", sunday + timedelta(days=7), sunday + timedelta(days=7)) == [(1, 30, 0)]


def test_the_short_day_of_the_change_over_has_its_own_length(diary: Diary) -> None:
    diary.booked("00:00", "KOC", minutes=240, day=SPRING, override_reason="Notdienst")
    assert told(diary, "KOC", SPRING, SPRING) == [(1, 240, 0)]
    diary.booked("23:00", "WEB", minutes=120, day=SPRING - timedelta(days=1), override_reason="Notdienst")
    assert told(diary, "WEB", SPRING, SPRING) == [(1, 60, 0)]


@pytest.mark.parametrize("days", [1, 28])
def test_one_statement_for_four_weeks(diary: Diary, statements: StatementLog, days: int) -> None:
    diary.booked("09:00", "KOC R1")
    statements.clear()
    list(load_report(diary.desk, MONDAY, MONDAY + timedelta(days=days - 1)))
    assert len([each for each in statements if "count(DISTINCT" in each]) == 1


def test_every_day_once_over_many_weeks(diary: Diary) -> None:
    found = list(load_report(diary.desk, MONDAY, MONDAY + timedelta(days=69), actors=[diary.id("R1")]))
    days = [each.day for each in found]
    assert days == sorted(set(days))
    assert days[-1] == MONDAY + timedelta(days=67)


def test_nobody_asked_for_is_not_everybody(diary: Diary) -> None:
    diary.booked("09:00", "KOC")
    assert told(diary, "") == []


def test_days_at_the_end_of_time_are_told_as_far_as_there_are_any(diary: Diary) -> None:
    end = date.max - timedelta(days=30)
    days = [each.day for each in load_report(diary.desk, end, date.max, actors=[diary.id("KOC")])]
    assert days
    assert days == sorted(set(days))
    assert days[-1] < date.max
