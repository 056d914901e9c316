"""When patients came, asked of a real store of either database."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from praxidesk.engine.requests import NewPatient
from praxidesk.engine.vocabulary import Status
from praxidesk.engine.waiting_room import Presence
from praxidesk.models.store import Store
from praxidesk.worker.questions.waiting_room import PresenceOfDay
from praxidesk.worker.store_answers import answer
from tests.services.diary import MONDAY, Diary, entry_of
from tests.statement_log import StatementLog


@pytest.fixture
def diary(store_url: str) -> Iterator[Diary]:
    store = Store.open(store_url)
    yield Diary.begun_in(store)
    store.close()


def somebody(number: int) -> NewPatient:
    return NewPatient(f"Roth{'abcdefghij'[number % 10] * 4}{number}", "Sabine", None)


@pytest.mark.parametrize("many", [1, 6])
def test_a_day_s_arrivals_are_one_statement_however_many(
    diary: Diary, statements: StatementLog, many: int
) -> None:
    expected = {}
    for at in range(many):
        entry = diary.booked(f"{8 + at:02}:00", "KOC", patient=somebody(at))
        diary.now = diary.at(f"{7 + at:02}:50")
        entry = entry_of(diary.set_status(entry, Status.ARRIVED))
        arrived = diary.now
        diary.now += 600
        entry_of(diary.set_status(entry, Status.CHECKED_IN))
        expected[entry.id] = Presence(arrived, diary.now)
    diary.booked("15:00", "KOC", patient=somebody(98))
    other = diary.booked("09:00", "KOC", patient=somebody(99), day=MONDAY + timedelta(days=1))
    diary.set_status(other, Status.ARRIVED)
    statements.clear()
    assert answer(diary.desk, PresenceOfDay(MONDAY), diary.now) == expected
    assert len([each for each in statements if "entry_change" in each]) == 1
    assert len([each for each in statements if each.startswith("SELECT")]) == 1
