"""What the store's answers took, counted in a place of fixed size; and what the log is told of it."""

import logging
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.requests import BookRequest, MoveRequest, NewPatient, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.store_facts import ServerCounts, StoreFacts
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Role, TypeId
from praxidesk.worker import use_cases
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.questions.diagnostics import Diagnosis
from praxidesk.worker.questions.finding import FindEverything
from praxidesk.worker.questions.history import EntryHistory
from praxidesk.worker.questions.question import Question
from praxidesk.worker.store_answers import _ANSWERS
from praxidesk.worker.timed_access import TimedAccess
from praxidesk.worker.use_case_times import MINUTES, UseCaseLedger
from tests.worker.fake_access import NOW, FakeStore, entry_at

FACTS = StoreFacts("sqlite", "3", "0001", "delete", 1, (), None, ServerCounts.NO_SERVER)
CANARY = "Kanarienvogel"
BOOKING = BookRequest(
    EntryKind.APPOINTMENT,
    NOW,
    (Participant(ActorId(3), Role.PRACTITIONER),),
    type=TypeId(4),
    patient=NewPatient(CANARY, CANARY, date(1990, 1, 1), CANARY),
    note=CANARY,
    reason=CANARY,
    override_reason=CANARY,
)
MOVE = MoveRequest(EntryId(7), 1, note=CANARY, reason=CANARY, patient=NewPatient(CANARY, CANARY, None))


def noted(milliseconds: list[float], name: str = use_cases.WEEK) -> Diagnosis:
    ledger = UseCaseLedger()
    for number, each in enumerate(milliseconds):
        ledger.note(name, each, 2, NOW + number, failed=False)
    return ledger.diagnosis(FACTS, NOW + len(milliseconds))


def test_sums_are_exact_and_percentiles_at_most_a_quarter_too_high() -> None:
    times = [float(each) for each in range(1, 1001)]
    (week,) = noted(times).use_cases
    assert (week.count, week.statements, week.total_ms) == (1000, 2000, sum(times))
    assert (week.longest_ms, week.last_ms, week.last_at) == (1000, 1000, NOW + 999)
    assert 500 <= week.p50_ms <= 625
    assert 990 <= week.p99_ms <= 1000  # never above the longest
    assert week.over_limit == 500
    (single,) = noted([37.5]).use_cases
    assert single.p50_ms == single.p99_ms == 37.5
    (endless,) = noted([1e9]).use_cases
    assert endless.p99_ms == 1e9


def test_the_course_of_time_has_sixty_minutes_however_long_the_program_runs() -> None:
    ledger = UseCaseLedger()
    for minute in range(10_000):
        ledger.note(use_cases.WEEK, (5, 50, 500, 5000)[minute % 4], 2, NOW + minute * 60, failed=False)
        ledger.note(use_cases.NOTICED, 1, 1, NOW + minute * 60, failed=False)
    last = NOW + 9_999 * 60
    minutes = ledger.diagnosis(FACTS, last).minutes
    assert len(minutes) == MINUTES
    assert [each.counts for each in minutes[-4:]] == [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)]
    assert (minutes[-1].begins_at, minutes[-1].longest_ms) == (last // 60 * 60, 5000)
    # Nothing was asked for half an hour: those minutes are there, and empty.
    later = ledger.diagnosis(FACTS, last + 30 * 60).minutes
    assert [sum(each.counts) for each in later] == [1] * 30 + [0] * 30
    # A clock that is put back loses nothing.
    ledger.note(use_cases.WEEK, 5, 2, NOW, failed=False)
    assert ledger.diagnosis(FACTS, last).minutes[-1].counts == (1, 0, 0, 1)


def test_the_log_hears_of_what_exceeds_its_limit_with_ids_and_never_with_a_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    @dataclass(frozen=True, slots=True)
    class Hostile(Question):
        entry: str = CANARY
        entries: tuple[object, ...] = (CANARY, 12, BOOKING.patient, True)
        actors: object = BOOKING.patient
        series: str = CANARY
        type: str = CANARY
        text: str = CANARY

    ledger = UseCaseLedger()
    for about in (BOOKING, MOVE, FindEverything(CANARY), EntryHistory(EntryId(9)), Hostile(), None):
        ledger.note(type(about).__name__, 700.4, 5, NOW, failed=False, about=about)
        ledger.note(type(about).__name__, 200, 5, NOW, failed=False, about=about)
    ledger.note("many", 999, 1, NOW, failed=True, about=[1])
    lines = [record.getMessage() for record in caplog.records]
    assert lines == [
        "slow: BookRequest took 700 ms and 5 statements, limit 500 ms; type 4",
        "slow: MoveRequest took 700 ms and 5 statements, limit 500 ms; entry 7",
        "slow: FindEverything took 700 ms and 5 statements, limit 200 ms",
        "slow: EntryHistory took 700 ms and 5 statements, limit 500 ms; entry 9",
        "slow: Hostile took 700 ms and 5 statements, limit 500 ms; entries 12",
        "slow: NoneType took 700 ms and 5 statements, limit 500 ms",
        "slow: many took 999 ms and 1 statements, limit 500 ms",
    ]
    assert {record.levelno for record in caplog.records} == {logging.WARNING}


def test_every_limit_is_of_a_use_case_that_there_is() -> None:
    known = {*use_cases.OWN, *(each.__name__ for each in _ANSWERS)}
    assert set(use_cases.LIMITS_MS) <= known


def test_an_access_is_timed_whatever_comes_of_it_and_a_long_answer_counts_once() -> None:
    store, ledger, sent = FakeStore([entry_at(NOW)]), UseCaseLedger(), iter(range(0, 1000, 3))
    access = TimedAccess(store.open(), ledger, lambda: next(sent), lambda: NOW)
    plain = replace(BOOKING, patient=None)
    assert access.dialect == "fake"
    assert access.practice() is store.practice
    assert len(access.week(Span(NOW, NOW + 60)).entries) == 1
    access.change(plain, NOW)
    access.check(plain, NOW)
    store.faults.append(AccessFailed(StoreFault.BUSY, ""))
    with pytest.raises(AccessFailed):
        access.find_patients(CANARY, NOW)
    access.noticed()

    def pieces(question: Question) -> Generator[None, None, object]:
        yield
        yield
        return question

    store.pieces = pieces
    question = EntryHistory(EntryId(1))
    long = access.answer(question, NOW)
    assert isinstance(long, Generator)
    assert "EntryHistory" not in {each.name for each in ledger.diagnosis(FACTS, NOW).use_cases}
    next(long)
    next(long)
    with pytest.raises(StopIteration) as end:
        next(long)
    assert end.value.value is question
    given_up = access.answer(question, NOW)
    assert isinstance(given_up, Generator)
    next(given_up)
    given_up.close()
    access.close()
    assert store.closed == 1
    found = {each.name: each for each in ledger.diagnosis(FACTS, NOW).use_cases}
    assert set(found) == {"EntryHistory", "book", "check", "noticed", "patients", "week"}
    assert [(each.count, each.failures) for each in found.values()] == [
        (1, 0),
        (1, 0),
        (1, 0),
        (1, 0),
        (1, 1),
        (1, 0),
    ]
    assert found["week"].statements == 3
    assert found["EntryHistory"].statements == 9  # three pieces
