"""The agenda: every entry once, in order, whatever the days."""

from datetime import date, timedelta

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import Status
from praxidesk.services.agenda import DAYS_AT_ONCE, agenda
from tests.services.diary import MONDAY, Diary, entry_of


def starts(entries: list[Entry]) -> list[int]:
    return [each.starts_at for each in entries]


def test_every_entry_once_across_the_portions_it_is_read_in(diary: Diary) -> None:
    booked = [
        diary.booked("23:00", "KOC", minutes=120, day=MONDAY + timedelta(days=days), override_reason="nachts")
        for days in range(0, 3 * DAYS_AT_ONCE, 3)
    ]
    last = MONDAY + timedelta(days=3 * DAYS_AT_ONCE)
    assert list(agenda(diary.desk, MONDAY, last)) == booked
    for first in range(0, 8):
        day = MONDAY + timedelta(days=first)
        touching = [each for each in booked if each.ends_at > diary.desk.zone.day(day).start]
        assert list(agenda(diary.desk, day, last)) == touching


def test_both_days_are_included(diary: Diary) -> None:
    first, second = diary.booked("09:00"), diary.booked("09:00", day=MONDAY + timedelta(days=1))
    assert list(agenda(diary.desk, MONDAY, MONDAY)) == [first]
    assert list(agenda(diary.desk, MONDAY, MONDAY + timedelta(days=1))) == [first, second]
    assert list(agenda(diary.desk, MONDAY - timedelta(days=5), MONDAY - timedelta(days=1))) == []


def test_entries_of_one_actor(diary: Diary) -> None:
    diary.booked("09:00", "WEB R1")
    koc = diary.booked("10:00", "KOC R1")
    assert list(agenda(diary.desk, MONDAY, MONDAY, actor=diary.id("KOC"))) == [koc]
    assert len(list(agenda(diary.desk, MONDAY, MONDAY, actor=diary.id("R1")))) == 2


def test_blockouts_only_where_wanted_and_cancelled_ones_always(diary: Diary) -> None:
    entry_of(diary.ask(diary.blockout("09:00")))
    cancelled = entry_of(diary.cancel(diary.booked("11:00")))
    assert [each.status for each in agenda(diary.desk, MONDAY, MONDAY)] == [Status.CANCELLED]
    assert len(list(agenda(diary.desk, MONDAY, MONDAY, blockouts=True))) == 2
    assert cancelled.status is Status.CANCELLED


def test_all_days_there_are(diary: Diary) -> None:
    entry = diary.booked("09:00")
    assert list(agenda(diary.desk, date(1990, 1, 1), date(2200, 1, 1))) == [entry]
    assert list(agenda(diary.desk, date(9999, 12, 1), date.max)) == []
    assert list(agenda(diary.desk, date.min, date(1, 2, 1))) == []


def test_a_reader_who_dawdles_keeps_nobody_from_booking(diary: Diary) -> None:
    first = diary.booked("09:00")
    reader = agenda(diary.desk, MONDAY, MONDAY)
    assert next(reader) == first
    diary.booked("10:00")
    assert list(reader) == []
