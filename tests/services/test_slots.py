"""The slot search over the store: few queries, in order, and everything found can be booked."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Free, Invalid, SlotsFound
from praxidesk.engine.requests import NewPatient, PatientNumber, SlotNeed, SlotRequest
from praxidesk.engine.vocabulary import EntryKind, Role
from praxidesk.models import writes
from praxidesk.services.slots import find_slots
from tests.services.diary import MONDAY, Diary
from tests.statement_log import StatementLog


def search(diary: Diary, days: int = 30, **more: Any) -> SlotRequest:
    """An appointment with Dr. Koç."""
    values: dict[str, Any] = {
        "kind": EntryKind.APPOINTMENT,
        "first_day": MONDAY,
        "last_day": MONDAY + timedelta(days=days),
        "type": diary.desk.practice.type_ids["FREI"],
        "needs": (SlotNeed(Need(Role.PRACTITIONER, any_of=("KOC",))),),
    }
    return SlotRequest(**(values | more))


def found(diary: Diary, request: SlotRequest) -> SlotsFound:
    answer = find_slots(diary.desk, request, diary.now)
    assert isinstance(answer, SlotsFound), answer
    return answer


def fill_up(diary: Diary, days: int) -> None:
    """Take Dr. Koç's whole working days."""
    day = MONDAY
    for _ in range(days):
        if day.weekday() < 5:
            diary.booked("08:00", minutes=480, day=day)
        day += timedelta(days=1)


def test_the_first_are_found_with_one_query(diary: Diary, statements: StatementLog) -> None:
    statements.clear()
    answer = found(diary, search(diary))
    assert [slot.starts_at for slot in answer.slots] == [diary.at("08:00") + 300 * each for each in range(5)]
    assert answer.searched_to == MONDAY
    assert len([each for each in statements if "SELECT" in each]) == 1


@pytest.mark.parametrize(("days", "queries"), [(0, 1), (1, 1), (2, 2), (9, 2), (10, 3), (28, 3)])
def test_full_days_cost_at_most_three(
    diary: Diary, statements: StatementLog, days: int, queries: int
) -> None:
    fill_up(diary, days)
    statements.clear()
    answer = found(diary, search(diary, 90))
    assert len(answer.slots) == 5
    assert answer.slots[0].starts_at >= diary.at("08:00", MONDAY + timedelta(days=days))
    assert len([each for each in statements if "SELECT" in each]) == queries


def test_all_starts_take_one_query(diary: Diary, statements: StatementLog) -> None:
    fill_up(diary, 12)
    statements.clear()
    answer = found(diary, search(diary, 90, limit=0))
    assert len([each for each in statements if "SELECT" in each]) == 1
    assert answer.searched_to == MONDAY + timedelta(days=90)
    few = found(diary, search(diary, 90, limit=12))
    assert answer.slots[:12] == few.slots


def test_growing_horizons_find_what_one_search_finds(diary: Diary) -> None:
    fill_up(diary, 9)
    diary.booked("09:00", day=MONDAY + timedelta(days=9))
    for request in (
        search(diary, 40, limit=200),
        search(diary, 40, limit=200, weekdays=frozenset({1, 4})),
        search(diary, 40, limit=30, between=(600, 660)),
        search(diary, 40, limit=7, step_minutes=20, needs=None, type=diary.desk.practice.type_ids["KONTR"]),
    ):
        everything = found(diary, replace(request, limit=0, needs=request.needs))
        some = found(diary, request)
        starts = list(dict.fromkeys(slot.starts_at for slot in some.slots))
        assert starts
        assert starts == [slot.starts_at for slot in everything.slots][: len(starts)]
        assert len(some.slots) == request.limit or some.searched_to == request.last_day


def test_the_patient_is_free_too(diary: Diary) -> None:
    diary.booked("08:00", "WEB", patient="P-1001")
    for patient in (PatientNumber("P-1001"), diary.stored()[0].patient):
        who = patient if isinstance(patient, PatientNumber) else patient and patient.id
        answer = found(diary, search(diary, patient=who, limit=1))
        assert answer.slots[0].starts_at == diary.at("08:30")
    new = found(diary, search(diary, patient=NewPatient("Öz", "Ada", None), limit=1))
    assert new.slots[0].starts_at == diary.at("08:00")


def test_an_unknown_patient_is_invalid_on_any_day(diary: Diary) -> None:
    for days in (30, -30):
        request = search(diary, days, patient=PatientNumber("P-9"))
        answer = find_slots(diary.desk, request, diary.now)
        assert isinstance(answer, Invalid)
        assert [each.field for each in answer.errors] == ["patient"]


def test_nothing_is_offered_that_is_over(diary: Diary) -> None:
    diary.now = diary.at("09:02")
    answer = found(diary, search(diary, first_day=date(2026, 11, 2), limit=1))
    assert answer.slots[0].starts_at == diary.at("09:05")
    past = search(diary, first_day=date(2026, 11, 2), last_day=date(2026, 11, 20))
    assert found(diary, past) == SlotsFound((), date(2026, 11, 20))


def test_the_end_of_the_calendar_is_no_error(diary: Diary) -> None:
    far = search(diary, first_day=date(9999, 12, 30), last_day=date(9999, 12, 31))
    assert found(diary, far).slots == ()


def test_what_is_found_can_be_booked(diary: Diary) -> None:
    diary.booked("08:40", "KOC R1", type=diary.desk.practice.type_ids["KONTR"])
    request = search(diary, type=diary.desk.practice.type_ids["KONTR"], needs=None, limit=40)
    slots = found(diary, request).slots
    assert len(slots) == request.limit
    for slot in slots:
        wish = replace(
            diary.request("08:00", type=request.type),
            starts_at=slot.starts_at,
            participants=slot.participants,
        )
        answer = diary.check(wish)
        assert isinstance(answer, Free)
        assert answer.warnings == ()


def test_a_practice_that_changed_meanwhile_is_read_again(diary: Diary) -> None:
    other = Diary.begun_in(diary.desk.store)
    koc = diary.desk.practice.actors[diary.id("KOC")]
    with diary.desk.store.write() as connection:
        writes.save_actor(connection, replace(koc, active=False))
    assert found(other, search(other)).slots == ()
