"""What a print is made of, through the questions that the window asks."""

from datetime import date, timedelta

import pytest

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.services.desk import Desk
from praxidesk.worker import store_answers
from praxidesk.worker.questions.printing import (
    CallsToPrint,
    DaysToPrint,
    PatientsToCall,
    PrintedDays,
    PrintedSlip,
    SlipToPrint,
)
from praxidesk.worker.questions.question import Question
from tests.models.bookings import DAY, NINE, appointment, put
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog

MONDAY = date(2026, 11, 23)


def ask(practice: SmallPractice, question: Question, statements: StatementLog) -> tuple[object, int]:
    """The answer, and the statements it took without BEGIN and COMMIT."""
    desk = Desk.open(practice.store)
    statements.clear()
    found = store_answers.answer(desk, question, NINE)
    return found, len([each for each in statements if each.lstrip().upper().startswith(("SELECT", "WITH"))])


@pytest.mark.parametrize("count", [1, 40])
def test_days_take_two_statements_whatever_stands_in_them(
    practice_store: SmallPractice, statements: StatementLog, count: int
) -> None:
    put(practice_store, *(appointment(practice_store, NINE + 600 * number) for number in range(count)))
    put(practice_store, appointment(practice_store, NINE + DAY), appointment(practice_store, NINE - DAY))
    found, asked = ask(practice_store, PrintedDays(MONDAY, MONDAY), statements)
    assert isinstance(found, DaysToPrint)
    assert len(found.entries) == count
    assert (asked, found.read_at) == (2, NINE)


def test_a_slip_names_what_is_to_come_for_the_same_patient(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    entry = put(practice_store, appointment(practice_store, NINE + DAY))
    later = put(practice_store, appointment(practice_store, NINE + 9 * DAY))
    put(practice_store, appointment(practice_store, NINE - DAY))
    put(practice_store, appointment(practice_store, NINE + 2 * DAY, people="KOC P-1002"))
    gone = appointment(practice_store, NINE + 3 * DAY, status=Status.CANCELLED, blocking=False)
    put(practice_store, gone)
    found, asked = ask(practice_store, PrintedSlip(entry), statements)
    assert isinstance(found, SlipToPrint)
    assert found.entry.id == entry
    assert [each.id for each in found.coming] == [later]
    assert asked == 3


def test_a_slip_of_an_unknown_entry_is_none(practice_store: SmallPractice, statements: StatementLog) -> None:
    found, asked = ask(practice_store, PrintedSlip(EntryId(4711)), statements)
    assert (found, asked) == (None, 1)


def test_a_recall_list_takes_one_statement_and_both_days_count(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    put(practice_store, appointment(practice_store, NINE - 30 * DAY))
    day = MONDAY - timedelta(days=30)
    found, asked = ask(practice_store, PatientsToCall(practice_store.kontr, day, day), statements)
    assert isinstance(found, CallsToPrint)
    assert [each.patient.number for each in found.patients] == ["P-1001"]
    assert found.is_complete
    assert asked == 1
