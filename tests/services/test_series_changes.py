"""Changing this one, this and those after it, or all that are still to come."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Invalid, Refused
from praxidesk.engine.requests import CancelRequest, MoveRequest
from praxidesk.engine.series_outcomes import SeriesOutcome, Verdict
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import Frequency, OnClash, Scope, Status
from praxidesk.services.series import book_series
from praxidesk.services.series_cancelling import cancel_series
from praxidesk.services.series_changes import check_series_move, move_series
from tests.services.diary import Diary, entry_of, key, kinds
from tests.statement_log import StatementLog

MONDAYS = [date(2026, 11, 23) + timedelta(weeks=number) for number in range(5)]
ALL, FOLLOWING = Scope.ALL, Scope.FOLLOWING


@pytest.fixture
def mondays(diary: Diary) -> list[Entry]:
    """Four Mondays at nine with Koç."""
    return booked(diary)


def booked(diary: Diary, clock: str = "09:00", codes: str = "KOC", **more: Any) -> list[Entry]:
    rule = more.pop("rule", SeriesRule(Frequency.WEEKLY, count=4))
    outcome = book_series(diary.desk, SeriesRequest(diary.request(clock, codes, **more), rule), diary.now)
    assert isinstance(outcome, SeriesOutcome), outcome
    return [each.entry for each in outcome.dates if each.entry is not None]


def moved(diary: Diary, entry: Entry, scope: Scope = ALL, **more: Any) -> SeriesOutcome:
    request = MoveRequest(entry.id, more.pop("version", entry.version), scope=scope, **more)
    outcome = move_series(diary.desk, request, diary.now)
    assert isinstance(outcome, SeriesOutcome), outcome
    return outcome


def cancelled(diary: Diary, entry: Entry, scope: Scope = ALL, **more: Any) -> SeriesOutcome:
    request = CancelRequest(entry.id, entry.version, scope=scope, **more)
    outcome = cancel_series(diary.desk, request, diary.now)
    assert isinstance(outcome, SeriesOutcome), outcome
    return outcome


def states(outcome: SeriesOutcome) -> list[str]:
    return [each.state.value for each in outcome.dates]


def standing(diary: Diary) -> list[str]:
    """Where the entries stand on the wall, by their day in the series."""
    zone = diary.desk.zone
    return [
        f"{zone.local(each.starts_at):%m-%d %H:%M}{'' if each.status is Status.BOOKED else ' ' + each.status}"
        for each in sorted(diary.stored(), key=lambda each: (each.series_day or date.min, each.id))
    ]


def test_all_dates_move_with_one(diary: Diary, mondays: list[Entry]) -> None:
    tuesday = diary.at("10:30", MONDAYS[1] + timedelta(days=1))
    outcome = moved(diary, mondays[1], starts_at=tuesday)
    assert outcome.verdict is Verdict.MOVED
    assert states(outcome) == ["done"] * 4
    assert standing(diary) == ["11-24 10:30", "12-01 10:30", "12-08 10:30", "12-15 10:30"]
    assert [each.before for each in outcome.dates] == mondays
    assert [each.entry for each in outcome.dates] == list(diary.stored())
    assert {(each.version, each.is_exception) for each in diary.stored()} == {(2, False)}


def test_this_and_those_after_it_move(diary: Diary, mondays: list[Entry]) -> None:
    outcome = moved(diary, mondays[2], FOLLOWING, starts_at=diary.at("08:00", MONDAYS[2]))
    assert states(outcome) == ["done", "done"]
    assert standing(diary) == ["11-23 09:00", "11-30 09:00", "12-07 08:00", "12-14 08:00"]


def test_what_has_begun_is_never_touched(diary: Diary, mondays: list[Entry]) -> None:
    diary.now = diary.at("09:01", MONDAYS[1])
    outcome = moved(diary, mondays[2], starts_at=diary.at("08:00", MONDAYS[2]))
    assert states(outcome) == ["past", "past", "done", "done"]
    assert standing(diary) == ["11-23 09:00", "11-30 09:00", "12-07 08:00", "12-14 08:00"]


def test_what_begins_now_is_still_to_come(diary: Diary, mondays: list[Entry]) -> None:
    diary.now = diary.at("09:00", MONDAYS[1])
    assert states(cancelled(diary, mondays[3])) == ["past", "done", "done", "done"]


def test_a_past_entry_names_its_series_and_stays(diary: Diary, mondays: list[Entry]) -> None:
    diary.now = diary.at("12:00", MONDAYS[0])
    outcome = moved(diary, mondays[0], starts_at=diary.at("10:00"))
    assert states(outcome) == ["past", "done", "done", "done"]
    assert standing(diary) == ["11-23 09:00", "11-30 10:00", "12-07 10:00", "12-14 10:00"]


def test_exceptions_stay_and_what_is_cancelled_does_not_come_back(diary: Diary, mondays: list[Entry]) -> None:
    apart = entry_of(diary.move(mondays[1], "14:00", day=MONDAYS[1]))
    assert apart.is_exception
    noted = entry_of(diary.move(mondays[3], note="nüchtern"))
    assert (noted.note, noted.is_exception) == ("nüchtern", False)
    diary.cancel(mondays[2])
    outcome = moved(diary, mondays[0], starts_at=diary.at("10:00"))
    assert states(outcome) == ["done", "exception", "gone", "done"]
    assert standing(diary) == ["11-23 10:00", "11-30 14:00", "12-07 09:00 cancelled", "12-14 10:00"]


def test_renaming_the_series_brings_no_deleted_date_back(diary: Diary, mondays: list[Entry]) -> None:
    diary.cancel(mondays[2])
    moved(diary, mondays[0], note="anders")
    assert [(each.note, each.status.value) for each in diary.stored()] == [
        ("anders", "booked"),
        ("anders", "booked"),
        ("", "cancelled"),
        ("anders", "booked"),
    ]


def test_a_named_exception_changes_with_the_others(diary: Diary, mondays: list[Entry]) -> None:
    apart = entry_of(diary.move(mondays[1], "14:00", day=MONDAYS[1]))
    outcome = moved(diary, apart, FOLLOWING, starts_at=diary.at("14:30", MONDAYS[1]))
    assert states(outcome) == ["done", "done", "done"]
    assert standing(diary) == ["11-23 09:00", "11-30 14:30", "12-07 09:30", "12-14 09:30"]
    assert [each.is_exception for each in diary.stored()] == [False, True, False, False]


def test_entries_of_one_series_make_room_for_each_other(diary: Diary) -> None:
    daily = booked(diary, rule=SeriesRule(Frequency.DAILY, count=4))
    tomorrow = diary.at("09:00", date(2026, 11, 24))
    assert states(moved(diary, daily[0], starts_at=tomorrow)) == ["done"] * 4
    assert standing(diary) == ["11-24 09:00", "11-25 09:00", "11-26 09:00", "11-27 09:00"]


def test_where_one_clashes_none_moves(diary: Diary, mondays: list[Entry]) -> None:
    in_the_way = diary.booked("10:15", day=MONDAYS[2])
    outcome = moved(diary, mondays[0], starts_at=diary.at("10:00"))
    assert outcome.verdict is Verdict.REFUSED
    assert states(outcome) == ["free", "free", "clashes", "free"]
    assert kinds(outcome.dates[2].conflicts) == [("practitioner_busy", "blocking")]
    assert outcome.others == (in_the_way,)
    assert len(outcome.dates[2].alternatives) == 3
    assert len(outcome.dates[2].apart) >= 3
    assert {each.version for each in diary.stored()} == {1}


def test_or_those_that_clash_stay(diary: Diary, mondays: list[Entry]) -> None:
    diary.booked("10:15", day=MONDAYS[2])
    outcome = moved(diary, mondays[0], starts_at=diary.at("10:00"), on_clash=OnClash.SKIP)
    assert outcome.verdict is Verdict.MOVED
    assert states(outcome) == ["done", "done", "clashes", "done"]
    assert standing(diary)[1:] == ["11-23 10:00", "11-30 10:00", "12-07 09:00", "12-14 10:00"]


def test_who_stays_is_in_the_way_of_who_follows(diary: Diary) -> None:
    """Tuesday cannot leave, so Monday cannot come; with Monday staying, nobody else is hindered."""
    daily = booked(diary, rule=SeriesRule(Frequency.DAILY, count=3))
    diary.booked("09:15", day=date(2026, 11, 26))
    outcome = moved(diary, daily[0], starts_at=diary.at("09:00", date(2026, 11, 24)), on_clash=OnClash.SKIP)
    assert states(outcome) == ["clashes", "clashes", "clashes"]
    assert outcome.verdict is Verdict.REFUSED
    assert standing(diary)[1:] == ["11-23 09:00", "11-24 09:00", "11-25 09:00"]


def test_other_peoples_entries_are_never_touched(diary: Diary, mondays: list[Entry]) -> None:
    other = diary.booked("09:00", "WEB", day=MONDAYS[1])
    others = booked(diary, "12:00", "KOC")
    cancelled(diary, mondays[0])
    assert [
        each for each in diary.stored() if each.id in {other.id, *(each.id for each in others)}
    ] == sorted([other, *others], key=lambda each: (each.starts_at, each.id))


def test_people_length_and_note_change_for_all(diary: Diary, mondays: list[Entry]) -> None:
    outcome = moved(diary, mondays[0], participants=diary.who("WEB R1"), minutes=45, note="länger")
    assert states(outcome) == ["done"] * 4
    for each in diary.stored():
        assert {part.actor for part in each.allocations} == {diary.id("WEB"), diary.id("R1")}
        assert (each.ends_at - each.starts_at, each.note) == (45 * 60, "länger")
    assert [each.entry for each in outcome.dates] == list(diary.stored())


def test_a_note_alone_is_checked_by_nobody(diary: Diary, mondays: list[Entry]) -> None:
    diary.booked("09:00", day=MONDAYS[1], override_reason="Notfall")
    outcome = moved(diary, mondays[0], note="neu")
    assert states(outcome) == ["done"] * 4
    assert not any(each.conflicts for each in outcome.dates)


def test_the_time_on_the_wall_stays_over_the_change_of_clocks(diary: Diary) -> None:
    series = booked(diary, day=date(2027, 3, 23), rule=SeriesRule(Frequency.WEEKLY, count=2))
    moved(diary, series[0], starts_at=diary.at("14:00", date(2027, 3, 24)))
    assert standing(diary) == ["03-24 14:00", "03-31 14:00"]
    first, second = diary.stored()
    assert second.starts_at - first.starts_at == (7 * 24 - 1) * 3600


def test_a_time_that_the_clocks_skip_is_said(diary: Diary) -> None:
    nights = [date(2027, 3, 20) + timedelta(weeks=number) for number in range(3)]
    rule = SeriesRule(Frequency.WEEKLY, count=3)
    series = booked(diary, "01:30", day=nights[0], rule=rule, override_reason="Nachtdienst")
    to = diary.desk.zone.instant(datetime(2027, 3, 21, 2, 30))
    outcome = moved(diary, series[0], starts_at=to, override_reason="Nachtdienst")
    assert outcome.verdict is Verdict.REFUSED
    assert states(outcome) == ["free", "missing", "free"]
    outcome = moved(diary, series[0], starts_at=to, override_reason="Nachtdienst", on_clash=OnClash.SKIP)
    assert states(outcome) == ["done", "missing", "done"]
    assert standing(diary) == ["03-21 02:30", "03-27 01:30", "04-04 02:30"]


def test_all_that_are_to_come_are_cancelled(diary: Diary, mondays: list[Entry]) -> None:
    diary.now = diary.at("12:00", MONDAYS[0])
    outcome = cancelled(diary, mondays[1], reason="Umzug")
    assert outcome.verdict is Verdict.CANCELLED
    assert states(outcome) == ["past", "done", "done", "done"]
    assert [each.status.value for each in diary.stored()] == ["booked", *["cancelled"] * 3]
    assert [each.entry for each in outcome.dates] == list(diary.stored())
    diary.booked("09:00", day=MONDAYS[2])


def test_this_and_those_after_it_are_cancelled(diary: Diary, mondays: list[Entry]) -> None:
    assert states(cancelled(diary, mondays[2], FOLLOWING)) == ["done", "done"]
    assert [each.status.value for each in diary.stored()] == ["booked", "booked", "cancelled", "cancelled"]


def test_fulfilled_and_missed_ones_are_not_cancelled(diary: Diary, mondays: list[Entry]) -> None:
    diary.set_status(mondays[3], Status.NOSHOW)
    assert states(cancelled(diary, mondays[0])) == ["done", "done", "done", "gone"]


def test_the_rest_is_cancelled_from_a_date_that_took_place(diary: Diary, mondays: list[Entry]) -> None:
    diary.now = diary.at("12:00", MONDAYS[0])
    took_place = entry_of(diary.set_status(mondays[0], Status.FULFILLED))
    assert states(cancelled(diary, took_place, FOLLOWING)) == ["past", "done", "done", "done"]
    assert [each.status.value for each in diary.stored()] == ["fulfilled", *["cancelled"] * 3]


def test_an_older_version_is_refused(diary: Diary, mondays: list[Entry]) -> None:
    diary.move(mondays[0], note="neu")
    request = MoveRequest(mondays[0].id, 1, note="alt", scope=ALL)
    outcome = move_series(diary.desk, request, diary.now)
    assert isinstance(outcome, Refused)
    assert kinds(outcome.conflicts) == [("stale_version", "blocking")]
    cancel = cancel_series(diary.desk, CancelRequest(mondays[0].id, 1, scope=ALL), diary.now)
    assert isinstance(cancel, Refused)


@pytest.mark.parametrize("scope", [ALL, FOLLOWING])
def test_an_entry_without_series_has_no_others(diary: Diary, scope: Scope) -> None:
    alone = diary.booked("09:00")
    for outcome in (
        move_series(diary.desk, MoveRequest(alone.id, 1, note="x", scope=scope), diary.now),
        cancel_series(diary.desk, CancelRequest(alone.id, 1, scope=scope), diary.now),
    ):
        assert isinstance(outcome, Invalid)
        assert outcome.errors[0].field == "scope"


def test_where_all_is_past_there_is_nothing_to_change(diary: Diary, mondays: list[Entry]) -> None:
    diary.now = diary.at("12:00", MONDAYS[4])
    outcome = cancel_series(diary.desk, CancelRequest(mondays[0].id, 1, scope=ALL), diary.now)
    assert isinstance(outcome, Invalid)
    assert {each.status for each in diary.stored()} == {Status.BOOKED}


def test_the_same_key_moves_once(diary: Diary, mondays: list[Entry]) -> None:
    to = diary.at("10:00")
    first = moved(diary, mondays[0], starts_at=to, key=key("zug"))
    again = moved(diary, mondays[0], starts_at=to, key=key("zug"))
    assert again.replayed
    assert again.verdict is Verdict.MOVED
    assert [each.entry for each in again.dates] == [each.entry for each in first.dates]
    assert {each.version for each in diary.stored()} == {2}


def test_the_same_key_cancels_once_though_the_named_one_is_past(diary: Diary, mondays: list[Entry]) -> None:
    diary.now = diary.at("12:00", MONDAYS[0])
    first = cancelled(diary, mondays[0], key=key("ab"))
    again = cancelled(diary, mondays[0], key=key("ab"))
    assert (first.replayed, again.replayed) == (False, True)
    assert [each.entry for each in again.dates] == [each.entry for each in first.dates[1:]]


def test_a_check_says_what_a_move_would(diary: Diary, mondays: list[Entry]) -> None:
    diary.booked("10:15", day=MONDAYS[2])
    request = MoveRequest(mondays[0].id, 0, starts_at=diary.at("10:00"), scope=ALL)
    outcome = check_series_move(diary.desk, request, diary.now)
    assert isinstance(outcome, SeriesOutcome)
    assert (outcome.verdict, states(outcome)) == (Verdict.REFUSED, ["free", "free", "clashes", "free"])
    outcome = check_series_move(diary.desk, replace(request, starts_at=diary.at("11:00")), diary.now)
    assert isinstance(outcome, SeriesOutcome)
    assert outcome.verdict is Verdict.FREE
    assert {each.version for each in diary.stored()} == {1}


def test_a_change_is_undone_by_ordinary_moves(diary: Diary, mondays: list[Entry]) -> None:
    outcome = moved(diary, mondays[0], starts_at=diary.at("10:00"))
    for each in outcome.dates:
        assert each.entry is not None
        assert each.before is not None
        diary.move(each.entry, starts_at=each.before.starts_at)
    assert [each.starts_at for each in diary.stored()] == [each.starts_at for each in mondays]


def statements_of(statements: StatementLog, act: Any) -> int:
    statements.clear()
    act()
    return len(statements)


def test_a_change_costs_the_same_for_many_as_for_few(diary: Diary, statements: StatementLog) -> None:
    rule = SeriesRule(Frequency.WEEKLY, weekdays=frozenset({1, 2, 3}), until=date(2026, 12, 17))
    few, many = booked(diary, "15:00"), booked(diary, "11:00", rule=rule)
    assert len(many) > 2 * len(few)
    first = statements_of(statements, lambda: moved(diary, few[0], starts_at=diary.at("14:00")))
    to = few_later(diary, many[0])
    second = statements_of(statements, lambda: moved(diary, many[0], starts_at=to))
    assert first == second
    few, many = ([each for each in diary.stored() if each.series == one.series] for one in (few[0], many[0]))
    first = statements_of(statements, lambda: cancelled(diary, few[0]))
    assert statements_of(statements, lambda: cancelled(diary, many[0])) == first


def few_later(diary: Diary, entry: Entry) -> int:
    return entry.starts_at + 3600
