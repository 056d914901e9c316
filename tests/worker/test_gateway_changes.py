"""What changes the calendar goes through the gateway: answered once, and asked again after a loss."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import Done, StoreFault
from praxidesk.engine.requests import BookRequest, MoveRequest, RequestKey
from praxidesk.engine.series_requests import SeriesRequest
from praxidesk.engine.spans import HOUR
from praxidesk.engine.vocabulary import ConflictKind, EntryId, Severity
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Answered, Failed
from praxidesk.worker.questions.history import EntryHistory
from tests.worker.fake_access import NOW, FakeStore, entry_at
from tests.worker.hearing import BOOKING, MONDAY, SERIES, WEEK, Heard, shown, started


def test_a_booking_need_not_wait_for_all_weeks_of_a_load(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    fake.gate = Event()
    began = Event()
    fake.on_week = lambda _: began.set()
    heard = Heard(gateway)
    with qtbot.waitSignals([gateway.answered, gateway.load_finished]):
        gateway.show_weeks([MONDAY + n * WEEK for n in range(6)])
        assert began.wait(10)
        gateway.submit(BOOKING)
        fake.gate.set()
    names = [name for name, _ in heard.said]
    assert names.index("answered") < names.index("load_finished")


def test_a_booking_answers_with_the_request_as_it_was_asked_and_refreshes_its_week_only(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY, MONDAY + WEEK)
    fake.asked.clear()
    heard = Heard(gateway)
    with qtbot.waitSignals([gateway.answered, gateway.store_changed]):
        ticket = gateway.submit(BOOKING)
    (answer,) = heard.of("answered")
    assert isinstance(answer, Answered)
    assert (answer.ticket, answer.request) == (ticket, BOOKING)
    assert isinstance(answer.outcome, Done)
    assert heard.of("store_changed") == [(MONDAY,)]
    assert [type(what).__name__ for what in fake.asked] == ["BookRequest", "Span"]
    asked = fake.asked[0]
    assert isinstance(asked, BookRequest)
    assert asked.key is not None, "so that a lost answer can be asked for again"
    batch = gateway.week(MONDAY)
    assert batch is not None
    assert len(batch.entries) == 1


def test_a_move_across_weeks_refreshes_both(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    fake.entries.append(entry_at(NOW))
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY, MONDAY + WEEK)
    with qtbot.waitSignal(gateway.store_changed) as changed:
        gateway.submit(MoveRequest(EntryId(1), 1, starts_at=NOW + 7 * 24 * HOUR))
    assert changed.args == [(MONDAY, MONDAY + WEEK)]


def test_a_fault_of_the_store_is_a_message_that_names_what_was_not_saved(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    fake.faults.append(AccessFailed(StoreFault.LOCKED, "database is locked"))
    with qtbot.waitSignal(gateway.failed) as failing:
        ticket = gateway.submit(BOOKING)
    failed = failing.args[0]
    assert isinstance(failed, Failed)
    assert (failed.ticket, failed.fault, failed.detail) == (ticket, StoreFault.LOCKED, "database is locked")
    assert isinstance(failed.lost, BookRequest)
    assert failed.lost.key is not None, "asked again with this key, it is booked once at most"
    assert fake.entries == []


def test_a_program_error_is_answered_too_and_tells_no_names(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore, caplog: pytest.LogCaptureFixture
) -> None:
    started(qtbot, gateway)
    fake.faults.append(ValueError("Müller-Öztürk, Işıl"))
    with qtbot.waitSignal(gateway.failed) as failing:
        gateway.ask(EntryHistory(EntryId(3)))
    assert failing.args[0].fault is StoreFault.OTHER
    assert failing.args[0].detail == "ValueError"
    assert "ValueError" in caplog.text
    assert "Müller" not in caplog.text


def test_a_changed_policy_is_known_before_it_is_told(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    started(qtbot, gateway)
    known: list[Severity] = []

    def heard(_: object) -> None:
        assert gateway.practice is not None
        known.append(gateway.practice.severity(ConflictKind.ABSENT))

    gateway.policy_changed.connect(heard)
    with qtbot.waitSignal(gateway.policy_changed):
        gateway.change_policy({ConflictKind.ABSENT: Severity.WARNING})
    assert known == [Severity.WARNING]


def test_a_booking_whose_answer_was_lost_is_asked_again_with_the_same_key(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    fake.faults.append(AccessFailed(StoreFault.UNREACHABLE, "server closed the connection"))
    with qtbot.waitSignal(gateway.answered):
        gateway.submit(BOOKING)
    first, second = [what for what in fake.asked if isinstance(what, BookRequest)]
    assert isinstance(first.key, RequestKey)
    assert first == second


def test_a_series_whose_answer_was_lost_is_asked_again_with_the_same_key(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    fake.faults.append(AccessFailed(StoreFault.UNREACHABLE, "server closed the connection"))
    with qtbot.waitSignal(gateway.several_answered) as heard:
        gateway.submit_several(SERIES)
    first, second = [what for what in fake.asked if isinstance(what, SeriesRequest)]
    assert isinstance(first.key, RequestKey)
    assert first == second
    assert heard.args[0].request == SERIES, "as it was asked"


def test_a_series_refreshes_all_weeks_that_it_touches(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    with qtbot.waitSignal(gateway.store_changed) as heard:
        gateway.submit_several(SERIES)
    assert heard.args[0] == (MONDAY,)
    week = gateway.week(MONDAY)
    assert week is not None
    assert len(week.entries) == 2


def test_a_series_that_was_not_saved_is_named(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    started(qtbot, gateway)
    fake.faults.append(AccessFailed(StoreFault.DISK_FULL, "full"))
    with qtbot.waitSignal(gateway.failed) as heard:
        ticket = gateway.submit_several(SERIES)
    assert heard.args[0].ticket == ticket
    assert isinstance(heard.args[0].lost, SeriesRequest)
