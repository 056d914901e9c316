"""Series: each date checked by itself, all or none, or all that can be."""

import itertools
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import Limits, Quota
from praxidesk.engine.outcomes import Done, Invalid
from praxidesk.engine.requests import BookRequest, NewPatient
from praxidesk.engine.series_outcomes import DateState, SeriesOutcome, Verdict, sibling
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import Frequency, OnClash, Period, Status
from praxidesk.models import queries, writes
from praxidesk.services.series import book_series, check_series
from tests.services.diary import Diary, key, kinds
from tests.statement_log import StatementLog

WEEKLY = Frequency.WEEKLY
TUESDAY = date(2026, 11, 24)
MONDAYS = [date(2026, 11, 23) + timedelta(weeks=number) for number in range(8)]


def weekly(diary: Diary, clock: str = "09:00", codes: str = "KOC", **more: Any) -> SeriesRequest:
    """An appointment on four Mondays, or as said."""
    rule = {name: more.pop(name) for name in ("count", "until", "interval", "weekdays") if name in more}
    of_series = {name: more.pop(name) for name in ("skipped", "moved", "on_clash") if name in more}
    frequency = more.pop("frequency", WEEKLY)
    rule = rule or {"count": 4}
    return SeriesRequest(diary.request(clock, codes, **more), SeriesRule(frequency, **rule), **of_series)


def book(diary: Diary, request: SeriesRequest) -> SeriesOutcome:
    outcome = book_series(diary.desk, request, diary.now)
    assert isinstance(outcome, SeriesOutcome), outcome
    return outcome


def check(diary: Diary, request: SeriesRequest) -> SeriesOutcome:
    outcome = check_series(diary.desk, request, diary.now)
    assert isinstance(outcome, SeriesOutcome), outcome
    return outcome


def entries_of(outcome: SeriesOutcome) -> list[Entry]:
    assert outcome.verdict is Verdict.BOOKED, outcome
    return [each.entry for each in outcome.dates if each.entry is not None]


def states(outcome: SeriesOutcome) -> dict[date, str]:
    return {each.day: each.state.value for each in outcome.dates}


def test_a_series_is_booked_at_once_and_says_its_dates(diary: Diary) -> None:
    outcome = book(diary, weekly(diary, codes="KOC R1", patient="P-1001", note="Reihe"))
    assert outcome.is_done
    assert [each.day for each in outcome.dates] == MONDAYS[:4]
    assert [each.state for each in outcome.dates] == [DateState.DONE] * 4
    assert [each.span.start for each in outcome.dates] == [diary.at("09:00", day) for day in MONDAYS[:4]]
    stored = diary.stored()
    assert stored == tuple(entries_of(outcome))
    assert {each.series for each in stored} == {outcome.series}
    assert [each.series_day for each in stored] == MONDAYS[:4]
    assert {(each.note, each.version, each.is_exception) for each in stored} == {("Reihe", 1, False)}
    assert all(part.blocking for each in stored for part in each.allocations)
    assert diary.count("series") == 1


def test_a_check_lists_the_dates_and_writes_nothing(diary: Diary) -> None:
    in_the_way = diary.booked("09:15", day=MONDAYS[1])
    outcome = check(diary, weekly(diary))
    assert outcome.verdict is Verdict.REFUSED
    assert list(states(outcome).values()) == ["free", "clashes", "free", "free"]
    clashing = outcome.dates[1]
    assert kinds(clashing.conflicts) == [("practitioner_busy", "blocking")]
    assert [each.entry for each in clashing.conflicts] == [in_the_way.id]
    assert outcome.others == (in_the_way,)
    assert len(clashing.alternatives) == 3
    offered = sorted(clashing.apart, key=lambda each: each.starts_at)
    assert len(offered) == 3
    assert all(one.ends_at <= other.starts_at for one, other in itertools.pairwise(offered))
    assert diary.stored() == (in_the_way,)
    assert check(diary, weekly(diary, "12:00")).verdict is Verdict.FREE


def test_where_one_date_clashes_nothing_is_booked(diary: Diary) -> None:
    in_the_way = diary.booked("09:15", day=MONDAYS[2])
    outcome = book(diary, weekly(diary))
    assert outcome.verdict is Verdict.REFUSED
    assert list(states(outcome).values()) == ["free", "free", "clashes", "free"]
    assert diary.stored() == (in_the_way,)
    assert diary.count("series") == 0


def test_clashing_dates_may_be_left_out(diary: Diary) -> None:
    diary.booked("09:15", day=MONDAYS[2])
    outcome = book(diary, weekly(diary, on_clash=OnClash.SKIP))
    assert outcome.verdict is Verdict.BOOKED
    assert list(states(outcome).values()) == ["done", "done", "clashes", "done"]
    assert [each.series_day for each in entries_of(outcome)] == [*MONDAYS[:2], MONDAYS[3]]
    assert diary.count("entry") == 4
    assert [each.starts_at for each in outcome.others] == [diary.at("09:15", MONDAYS[2])]


def test_where_all_dates_clash_nothing_is_booked_even_so(diary: Diary) -> None:
    outcome = book(diary, weekly(diary, "19:00", on_clash=OnClash.SKIP))
    assert outcome.verdict is Verdict.REFUSED
    assert diary.stored() == ()
    assert diary.count("series") == 0


def test_dates_are_left_out_or_moved_as_the_request_says(diary: Diary) -> None:
    diary.booked("09:15", day=MONDAYS[1])
    request = weekly(diary, skipped=frozenset({MONDAYS[2]}), moved={MONDAYS[1]: diary.at("14:00", TUESDAY)})
    outcome = book(diary, request)
    assert list(states(outcome).values()) == ["done", "done", "skipped", "done"]
    moved = outcome.dates[1]
    assert (moved.is_moved, moved.day, moved.span.start) == (True, MONDAYS[1], diary.at("14:00", TUESDAY))
    assert [each.series_day for each in entries_of(outcome)] == [MONDAYS[0], MONDAYS[1], MONDAYS[3]]


def test_offered_times_are_free_beside_the_other_dates(diary: Diary) -> None:
    """Daily at nine; what is offered for the Tuesday is no time that Monday or Wednesday takes."""
    diary.booked("08:00", day=TUESDAY, minutes=480)
    outcome = check(diary, weekly(diary, frequency=Frequency.DAILY, count=4))
    offers = outcome.dates[1].alternatives
    assert offers
    for slot in offers:
        retry = weekly(diary, frequency=Frequency.DAILY, count=4, moved={TUESDAY: slot.starts_at})
        assert check(diary, retry).verdict is Verdict.FREE


def test_dates_of_one_series_meet_each_other(diary: Diary) -> None:
    request = weekly(diary, frequency=Frequency.DAILY, count=2, moved={TUESDAY: diary.at("09:15")})
    outcome = book(diary, request)
    assert outcome.verdict is Verdict.REFUSED
    clash = outcome.dates[1].conflicts
    assert kinds(clash) == [("practitioner_busy", "blocking")]
    assert [each.entry for each in clash] == [sibling(0)]


def test_a_new_patient_of_a_series_meets_himself(diary: Diary) -> None:
    request = weekly(
        diary,
        frequency=Frequency.DAILY,
        count=2,
        moved={TUESDAY: diary.at("09:15")},
        patient=NewPatient("Öz", "Ada", None),
    )
    outcome = book(diary, request)
    assert kinds(outcome.dates[1].conflicts) == [
        ("practitioner_busy", "blocking"),
        ("patient_busy", "blocking"),
    ]
    assert diary.count("patient") == 2


def test_a_new_patient_of_a_series_becomes_one_patient(diary: Diary) -> None:
    outcome = book(diary, weekly(diary, patient=NewPatient("Öz", "Ada", None)))
    patients = {each.patient for each in diary.stored()}
    assert len(patients) == 1
    assert diary.count("patient") == 3
    assert entries_of(outcome) == list(diary.stored())


def test_overridden_dates_are_booked_beside_what_stands_there(diary: Diary) -> None:
    diary.booked("09:15", day=MONDAYS[1])
    outcome = book(diary, weekly(diary, override_reason="Kur"))
    assert [each.override_reason for each in entries_of(outcome)] == ["", "Kur", "", ""]
    assert kinds(outcome.dates[1].conflicts) == [("practitioner_busy", "warning")]
    assert [each.allocations[0].blocking for each in entries_of(outcome)] == [True, False, True, True]


def test_the_desk_chooses_for_each_date(diary: Diary) -> None:
    diary.booked("09:00", "KOC", day=MONDAYS[1])
    kontr = diary.desk.practice.type_ids["KONTR"]
    request = weekly(diary, codes="", type=kontr, fill=True, count=2)
    first, second = entries_of(book(diary, request))
    assert {part.actor for part in first.allocations} == {diary.id("KOC"), diary.id("R1")}
    assert {part.actor for part in second.allocations} == {diary.id("WEB"), diary.id("R1")}


def test_tentative_series_stand_beside_others(diary: Diary) -> None:
    diary.booked("09:15", day=MONDAYS[1])
    outcome = book(diary, weekly(diary, status=Status.PROPOSED))
    assert {each.status for each in entries_of(outcome)} == {Status.PROPOSED}
    assert kinds(outcome.dates[1].conflicts) == [("tentative", "warning")]


def test_a_public_holiday_is_a_date_that_clashes(diary: Diary) -> None:
    outcome = check(diary, weekly(diary, day=date(2026, 12, 18), count=2))
    assert kinds(outcome.dates[1].conflicts) == [("practice_closed", "blocking")]
    assert outcome.dates[1].day == date(2026, 12, 25)


def test_the_same_key_answers_the_same_and_books_once(diary: Diary) -> None:
    diary.booked("09:15", day=MONDAYS[2])
    request = weekly(diary, key=key("reihe"), on_clash=OnClash.SKIP, skipped=frozenset({MONDAYS[1]}))
    first = book(diary, request)
    again = book(diary, request)
    assert (again.replayed, again.series) == (True, first.series)
    assert states(again) == {
        MONDAYS[0]: "done",
        MONDAYS[1]: "skipped",
        MONDAYS[2]: "left_out",
        MONDAYS[3]: "done",
    }
    assert entries_of(again) == entries_of(first)
    assert diary.count("series") == 1
    other = replace(request, booking=replace(request.booking, key=key("reihe", "g")))
    answer = book_series(diary.desk, other, diary.now)
    assert isinstance(answer, Invalid)
    assert answer.errors[0].field == "key"


def test_a_key_of_a_single_booking_is_no_series_key(diary: Diary) -> None:
    diary.booked("09:00", key=key("eins"))
    answer = book_series(diary.desk, weekly(diary, "11:00", key=key("eins")), diary.now)
    assert isinstance(answer, Invalid)
    assert answer.errors[0].field == "key"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"skipped": frozenset({TUESDAY})}, "series.skip"),
        ({"moved": {TUESDAY: 0}}, "series.moved"),
        ({"moved": {MONDAYS[0]: 0}, "skipped": frozenset({MONDAYS[0]})}, "series.moved"),
        ({"skipped": frozenset(MONDAYS[:4])}, "series.skip"),
        ({"patient": "P-9"}, "patient"),
        ({"override_reason": " "}, "override.reason"),
        ({"count": 2000}, "series.count"),
        ({"minutes": 0}, "minutes"),
    ],
)
def test_what_is_no_series_is_named(diary: Diary, change: dict[str, Any], field: str) -> None:
    answer = book_series(diary.desk, weekly(diary, **change), diary.now)
    assert isinstance(answer, Invalid)
    assert answer.errors[0].field == field
    assert diary.stored() == ()


def statements_of(diary: Diary, statements: StatementLog, request: SeriesRequest) -> int:
    statements.clear()
    book(diary, request)
    return len(statements)


def test_a_series_costs_as_many_statements_as_one_date(diary: Diary, statements: StatementLog) -> None:
    one = statements_of(diary, statements, weekly(diary, count=1))
    many = statements_of(diary, statements, weekly(diary, "10:00", count=50, on_clash=OnClash.SKIP))
    assert one == many
    # begin, lock, look, series, entries, allocations, commit; SQLite needs no lock
    assert many <= 7, statements


def test_two_desks_cannot_book_into_each_other(diary: Diary) -> None:
    request: BookRequest = diary.request("09:00", day=MONDAYS[3])
    book(diary, weekly(diary))
    assert not isinstance(diary.ask(request), Done)


def test_the_stored_entries_read_back_as_the_answer_says(diary: Diary) -> None:
    outcome = book(diary, replace(weekly(diary), booking=diary.operation("09:00")))
    with diary.desk.store.read() as connection:
        ids = [each.id for each in entries_of(outcome)]
        assert list(queries.entries_by_id(connection, ids)) == entries_of(outcome)


def test_quotas_count_the_dates_before(diary: Diary) -> None:
    practice = diary.desk.practice
    free_time = practice.types[practice.type_ids["FREI"]]
    with diary.desk.store.write() as connection:
        writes.save_type(connection, replace(free_time, limits=Limits(quotas=(Quota(Period.WEEK, 2),))))
    diary.desk.refresh()
    diary.booked("15:00", day=MONDAYS[1])
    outcome = check(diary, weekly(diary, frequency=Frequency.DAILY, count=9))
    full = [each.day for each in outcome.dates if ("quota_full", "blocking") in kinds(each.conflicts)]
    # Two in the first week; of the second one, beside what stands there.
    assert full == [MONDAYS[0] + timedelta(days=number) for number in (2, 3, 4, 5, 6, 8)]
