"""Who was here for something and has not come again."""

import pytest

from praxidesk.engine.entries import Patient
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import Status
from praxidesk.models import writes
from praxidesk.models.recall_queries import patients_to_recall
from tests.models.bookings import DAY, NINE, appointment, operation, put
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog

NOW = NINE
SPRING = Span(NINE - 200 * DAY, NINE - 100 * DAY)
LAST = NINE - 150 * DAY


def numbers(practice: SmallPractice, span: Span = SPRING, limit: int = 100) -> list[str]:
    with practice.store.read() as connection:
        found = patients_to_recall(connection, practice.kontr, span, NOW, limit)
    return [each.patient.number for each in found]


def test_whoever_was_last_here_in_the_span_is_found_with_that_date(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store, LAST - DAY), appointment(practice_store, LAST))
    with practice_store.store.read() as connection:
        (found,) = patients_to_recall(connection, practice_store.kontr, SPRING, NOW, 100)
    assert (found.patient.number, found.patient.phone) == ("P-1001", "+49 30 123-45")
    assert found.last_at == LAST


@pytest.mark.parametrize(
    ("starts_at", "is_found"),
    [
        pytest.param(SPRING.start - 1, False, id="just before"),
        pytest.param(SPRING.start, True, id="first moment"),
        pytest.param(SPRING.end - 1, True, id="last moment"),
        pytest.param(SPRING.end, False, id="just behind"),
    ],
)
def test_the_span_is_half_open(practice_store: SmallPractice, starts_at: int, is_found: bool) -> None:
    put(practice_store, appointment(practice_store, starts_at))
    assert numbers(practice_store) == ["P-1001"] * is_found


@pytest.mark.parametrize(
    ("starts_at", "status", "is_found"),
    [
        pytest.param(NINE - 50 * DAY, Status.FULFILLED, False, id="was here since"),
        pytest.param(NINE + 50 * DAY, Status.BOOKED, False, id="is coming"),
        pytest.param(NINE + 50 * DAY, Status.PENDING, False, id="has asked for one"),
        pytest.param(NINE + 50 * DAY, Status.WAITLIST, False, id="waits for one"),
        pytest.param(NINE + 50 * DAY, Status.CANCELLED, True, id="has cancelled"),
        pytest.param(NINE - 50 * DAY, Status.NOSHOW, True, id="did not come"),
        pytest.param(NINE - 50 * DAY, Status.PENDING, True, id="asked once and got none"),
        pytest.param(NINE + 50 * DAY, Status.ENTERED_IN_ERROR, True, id="entered in error"),
    ],
)
def test_what_came_after_decides(
    practice_store: SmallPractice, starts_at: int, status: Status, is_found: bool
) -> None:
    later = appointment(practice_store, starts_at, status=status, blocking=status.occupies)
    put(practice_store, appointment(practice_store, LAST), later)
    assert numbers(practice_store) == ["P-1001"] * is_found


def test_other_types_and_other_patients_do_not_count(practice_store: SmallPractice) -> None:
    put(
        practice_store,
        appointment(practice_store, LAST),
        operation(practice_store, NINE + DAY),
        appointment(practice_store, LAST + DAY, people="WEB R1 P-1002"),
        appointment(practice_store, NINE + DAY, people="KOC P-1002"),
        appointment(practice_store, LAST + DAY, people="KOC"),
    )
    assert numbers(practice_store) == ["P-1001"]


def test_who_missed_or_cancelled_the_only_one_was_not_here(practice_store: SmallPractice) -> None:
    for number, status in (("P-1001", Status.NOSHOW), ("P-1002", Status.CANCELLED)):
        people = f"WEB R1 {number}"
        put(practice_store, appointment(practice_store, LAST, people=people, status=status, blocking=False))
    assert numbers(practice_store) == []


def test_one_that_is_still_to_come_is_no_last_one(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store, NINE + DAY))
    assert numbers(practice_store, Span(NINE - DAY, NINE + 9 * DAY)) == []


def test_two_at_the_same_moment_are_one_patient(practice_store: SmallPractice) -> None:
    put(
        practice_store,
        appointment(practice_store, LAST),
        appointment(practice_store, LAST, people="KOC P-1001", blocking=False),
    )
    assert numbers(practice_store) == ["P-1001"]


def test_longest_ago_first_then_by_name_in_one_statement(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    names = ("Ärmel", "Zabel", "Adam")
    with practice_store.store.write() as connection:
        for place, name in enumerate(names):
            patient = Patient(f"P-{place}", name, "A")
            practice_store.actors[f"P-{place}"] = writes.insert_patient(connection, patient)
    for place in range(len(names)):
        people, at = f"P-{place}", LAST + DAY * (place == 1)
        put(practice_store, appointment(practice_store, at, people=people))
    with practice_store.store.read() as connection:
        statements.clear()
        found = patients_to_recall(connection, practice_store.kontr, SPRING, NOW, 2)
        assert len(statements) == 1
    assert [each.patient.family for each in found] == ["Adam", "Ärmel"]
    assert numbers(practice_store) == ["P-2", "P-0", "P-1"]
