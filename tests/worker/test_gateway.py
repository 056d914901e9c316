"""The gateway and its thread against a store in memory: order, superseding, cache, refresh, shutdown."""

from dataclasses import replace
from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.bulk import Breach
from praxidesk.engine.outcomes import Free, StoreFault
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.requests import BookRequest, MoveRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId
from praxidesk.worker import store_thread
from praxidesk.worker.access import MOST_CONFLICTS, AccessFailed, Noticed
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Answered, Failed, PatientsFound, StoreState, Ticket, WeekBatch
from praxidesk.worker.pieces import Pieces
from praxidesk.worker.questions.held import WaitingList
from praxidesk.worker.questions.history import EntryHistory
from praxidesk.worker.questions.question import Question
from tests.worker.fake_access import NOW, FakeAccess, FakeStore, entry_at
from tests.worker.hearing import BOOKING, MONDAY, WEEK, Heard, shown, started


def test_nothing_is_opened_before_the_start(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    gateway.show_weeks([MONDAY])
    qtbot.wait(0)
    assert fake.opened == 0
    assert gateway.practice is None


def test_the_practice_comes_first_then_the_weeks_wanted_in_their_order(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    heard = Heard(gateway)
    with qtbot.waitSignal(gateway.load_finished):
        ticket = gateway.show_weeks([MONDAY + WEEK, MONDAY])
        gateway.start()
    names = [name for name, _ in heard.said if name != "state_changed"]
    assert names == ["practice_loaded", "week_loaded", "week_loaded", "load_finished"]
    weeks = heard.of("week_loaded")
    assert [week.monday for week in weeks if isinstance(week, WeekBatch)] == [MONDAY + WEEK, MONDAY]
    assert heard.of("load_finished") == [ticket]
    assert gateway.zone is not None


def test_the_store_is_touched_on_its_own_thread_only(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    assert len(fake.threads) == 1
    assert get_ident() not in fake.threads


def test_neighbours_are_read_in_advance_and_paging_to_them_asks_nothing(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    assert len(fake.asked) == 3
    with qtbot.waitSignals([gateway.week_loaded, gateway.load_finished]):
        gateway.show_weeks([MONDAY + WEEK])
    qtbot.waitUntil(lambda: gateway.week(MONDAY + 2 * WEEK) is not None)
    assert len(fake.asked) == 4, "only the new neighbour"


def test_a_newer_load_stops_the_older_between_its_weeks(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    heard = Heard(gateway)
    fake.gate = Event()
    began = Event()
    fake.on_week = lambda _: began.set()
    old = gateway.show_weeks([MONDAY + n * WEEK for n in range(6)])
    assert began.wait(10)
    with qtbot.waitSignal(gateway.load_finished) as finished:
        new = gateway.show_weeks([MONDAY - 10 * WEEK])
        fake.gate.set()
    assert finished.args == [new]
    qtbot.waitUntil(lambda: heard.of("superseded") == [old])
    wanted = [span for span in fake.asked if isinstance(span, Span)]
    assert len(wanted) < 6
    assert [week.monday for week in heard.of("week_loaded") if isinstance(week, WeekBatch)] == [
        MONDAY - 10 * WEEK
    ], "what nobody wants any more is not shown"


def test_another_desks_commit_is_shown_and_the_rest_left_alone(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    fake.asked.clear()
    fake.entries.append(entry_at(NOW))
    heard = Heard(gateway)
    with qtbot.waitSignal(gateway.store_changed):
        fake.news.append(Noticed(days=(MONDAY,)))
    assert [week.monday for week in heard.of("week_loaded") if isinstance(week, WeekBatch)] == [MONDAY]
    assert len(fake.asked) == 1
    assert gateway.week(MONDAY + WEEK) is not None


def test_a_commit_anywhere_that_changes_nothing_shown_is_not_announced(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    heard = Heard(gateway)
    fake.asked.clear()
    fake.news.append(Noticed(everything=True))
    qtbot.waitUntil(lambda: len(fake.asked) >= 3)
    qtbot.waitUntil(lambda: gateway.week(MONDAY + WEEK) is not None)
    assert heard.of("week_loaded") == []
    assert heard.of("store_changed") == []


def test_what_the_first_change_needs_is_done_while_nobody_waits(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_thread, "AT_REST_SECONDS", 1_000.0)
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    fake.news.append(Noticed(days=(MONDAY,)))
    qtbot.waitUntil(lambda: not fake.news)
    assert fake.readied_after is None
    monkeypatch.setattr(store_thread, "AT_REST_SECONDS", 0.0)
    qtbot.waitUntil(lambda: fake.readied_after == len(fake.asked))


def test_a_changed_practice_is_loaded_again(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    started(qtbot, gateway)
    fake.practice = Practice(2, Site("M", "Mitte", "Europe/Vienna"), {}, {}, {})
    with qtbot.waitSignal(gateway.practice_loaded):
        fake.news.append(Noticed(everything=True))
    assert gateway.practice is fake.practice


def test_of_several_searches_only_the_newest_is_answered(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    fake.gate = Event()
    began = Event()
    fake.on_week = lambda _: began.set()
    gateway.show_weeks([MONDAY])
    assert began.wait(10)
    heard = Heard(gateway)
    with qtbot.waitSignal(gateway.patients_found):
        tickets = [gateway.search_patients(text) for text in ("m", "mü", "mül")]
        fake.gate.set()
    (found,) = heard.of("patients_found")
    assert isinstance(found, PatientsFound)
    assert (found.ticket, found.text) == (tickets[-1], "mül")
    assert heard.of("superseded") == tickets[:2]


def test_a_question_is_answered_under_its_ticket_unless_a_newer_one_of_its_class_came(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    dropped: list[Ticket] = []
    gateway.superseded.connect(dropped.append)
    fake.gate = Event()
    gateway.show_weeks([MONDAY + 9 * WEEK])
    with qtbot.waitSignal(gateway.told) as heard:
        older, newer = (gateway.ask(EntryHistory(EntryId(number))) for number in (3, 4))
        fake.gate.set()
    assert (heard.args[0].ticket, heard.args[0].question) == (newer, EntryHistory(EntryId(4)))
    assert dropped == [older]


def test_what_breaks_a_rule_is_told_and_that_there_is_more(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    fake.breaches = [Breach(entry_at(NOW, number), ()) for number in range(1, MOST_CONFLICTS + 2)]
    with qtbot.waitSignal(gateway.conflicts_loaded) as heard:
        ticket = gateway.load_conflicts(MONDAY, MONDAY)
    told = heard.args[0]
    assert (told.ticket, len(told.breaches), told.is_complete) == (ticket, MOST_CONFLICTS, False)
    fake.breaches = fake.breaches[:3]
    with qtbot.waitSignal(gateway.conflicts_loaded) as heard:
        gateway.load_conflicts(MONDAY, MONDAY)
    assert (len(heard.args[0].breaches), heard.args[0].is_complete) == (3, True)


def test_a_store_that_is_not_there_yet_is_opened_when_it_comes(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    fake.open_faults.append(AccessFailed(StoreFault.MISSING, "no such file"))
    heard = Heard(gateway)
    with qtbot.waitSignals([gateway.failed, gateway.practice_loaded]):
        gateway.start()
        ticket = gateway.show_weeks([MONDAY])
    (failed,) = heard.of("failed")
    assert isinstance(failed, Failed)
    assert (failed.ticket, failed.fault) == (ticket, StoreFault.MISSING)
    qtbot.waitUntil(lambda: gateway.state.connected)
    states = [state for state in heard.of("state_changed") if isinstance(state, StoreState)]
    assert [state.connected for state in states[:2]] == [False, True]
    qtbot.waitUntil(lambda: gateway.week(MONDAY) is not None)


def test_after_a_lost_connection_what_is_shown_is_read_again(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    heard = Heard(gateway)
    with qtbot.waitSignal(gateway.store_changed):
        fake.faults.append(AccessFailed(StoreFault.UNREACHABLE, "server closed the connection"))
        gateway.search_patients("x")
        fake.entries.append(entry_at(NOW))
    assert fake.opened == 2
    assert fake.closed == 1
    states = [state for state in heard.of("state_changed") if isinstance(state, StoreState)]
    assert [state.fault for state in states if not state.connected] == [StoreFault.UNREACHABLE]
    assert states[-1].connected


def test_the_gateway_knows_whether_anybody_waits(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    started(qtbot, gateway)
    assert not gateway.is_asked
    tickets = [gateway.show_weeks([MONDAY]), gateway.show_weeks([MONDAY + WEEK])]
    gateway.search_patients("a")
    gateway.submit(BOOKING)
    assert gateway.is_asked
    qtbot.waitUntil(lambda: not gateway.is_asked)
    with qtbot.waitSignal(gateway.load_finished):
        gateway.show_weeks([MONDAY + WEEK])
    assert not gateway.is_asked
    fake.faults.append(AccessFailed(StoreFault.BUSY, ""))
    with qtbot.waitSignal(gateway.failed):
        gateway.search_patients("b")
    assert not gateway.is_asked
    assert len(set(tickets)) == 2


def test_the_state_tells_how_long_the_store_took(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    started(qtbot, gateway)
    with qtbot.waitSignal(gateway.patients_found):
        gateway.search_patients("x")
    qtbot.waitUntil(lambda: gateway.state.last_ms > 0)
    assert (gateway.state.dialect, gateway.now()) == ("fake", NOW)


def test_shutdown_finishes_bookings_drops_loads_and_answers_all(qtbot: QtBot, fake: FakeStore) -> None:
    gateway = Gateway(fake.open, clock=lambda: NOW)
    started(qtbot, gateway)
    heard = Heard(gateway)
    load = gateway.show_weeks([MONDAY + n * WEEK for n in range(6)])
    booking = gateway.submit(BOOKING)
    assert gateway.shutdown()
    assert fake.closed == 1
    assert len(fake.entries) == 1
    finals = {
        what.ticket if isinstance(what, Answered) else what
        for name, what in heard.said
        if name in {"answered", "superseded", "load_finished"}
    }
    assert finals == {load, booking}
    assert gateway.shutdown(), "asking twice does no harm"


def test_a_store_that_hangs_does_not_hang_the_program(qtbot: QtBot, fake: FakeStore) -> None:
    gateway = Gateway(fake.open, clock=lambda: NOW)
    started(qtbot, gateway)
    fake.gate = Event()
    began = Event()
    fake.on_week = lambda _: began.set()
    gateway.show_weeks([MONDAY])
    assert began.wait(10)
    assert not gateway.shutdown(within_ms=50)
    fake.gate.set()
    assert gateway.shutdown()


def test_five_thousand_requests_are_answered_one_by_one(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    """PySide6 6.12.0 on Python 3.11 loses references with each emit, and aborts after some 550."""
    started(qtbot, gateway)
    answers: list[Ticket] = []
    gateway.answered.connect(lambda answered: answers.append(answered.ticket))
    tickets = [gateway.submit(BOOKING) for _ in range(5000)]
    qtbot.waitUntil(lambda: len(answers) == 5000, timeout=60_000)
    assert answers == tickets
    assert all(entry.span == Span(NOW, NOW + 1200) for entry in fake.entries)


def test_weeks_that_were_expected_are_read_once(qtbot: QtBot, gateway: Gateway, fake: FakeStore) -> None:
    wanted = [MONDAY, MONDAY + WEEK]
    gateway.practice_loaded.connect(lambda _: gateway.show_weeks(wanted))
    with qtbot.waitSignal(gateway.load_finished):
        gateway.expect(wanted)
        gateway.start()
    qtbot.waitUntil(lambda: gateway.week(MONDAY + 3 * WEEK) is not None)
    spans = [each for each in fake.asked if isinstance(each, Span)]
    assert len(spans) == len(set(spans))


def test_what_rests_is_answered_all_the_same_when_the_program_ends(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    with qtbot.waitSignal(gateway.superseded) as heard:
        glance = gateway.ask(WaitingList())
        assert gateway.shutdown()
    assert heard.args == [glance]
    assert not gateway.is_asked


def test_what_yields_is_answered_behind_the_weeks_that_somebody_waits_for(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    glance, urgent = WaitingList(), EntryHistory(EntryId(1))
    fake.gate = Event()
    with qtbot.waitSignals([gateway.load_finished, gateway.told, gateway.told]):
        gateway.show_weeks([MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK])
        gateway.ask(glance)
        gateway.ask(urgent)
        fake.gate.set()
    kinds = ["week" if isinstance(each, Span) else each for each in fake.asked]
    assert kinds[:5] == ["week", urgent, "week", "week", glance]


def test_a_long_answer_lets_others_in_between_and_ends_where_nobody_wants_it(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore
) -> None:
    started(qtbot, gateway)
    done: list[str] = []
    asked_again = Event()

    def pieces(question: Question) -> Pieces:
        assert isinstance(question, EntryHistory)
        for number in range(3):
            assert asked_again.wait(10)
            done.append(f"{question.entry}.{number}")
            yield
        if question.entry == 3:
            raise AccessFailed(StoreFault.BUSY, "no")
        return f"of {question.entry}"

    fake.pieces = pieces
    heard = Heard(gateway)
    with qtbot.waitSignal(gateway.told) as told:
        gateway.ask(EntryHistory(EntryId(1)))
        second = gateway.ask(EntryHistory(EntryId(2)))
        gateway.show_weeks([MONDAY])
        asked_again.set()
    assert told.args is not None
    assert (told.args[0].ticket, told.args[0].answer) == (second, "of 2")
    assert "1.1" not in done
    # The week was asked for after it, and came before it.
    assert heard.of("week_loaded")
    with qtbot.waitSignal(gateway.failed) as failed:
        gateway.ask(EntryHistory(EntryId(3)))
    assert failed.args is not None
    assert failed.args[0].fault is StoreFault.BUSY


def test_news_of_what_is_shown_are_read_although_neighbours_are_asked_for_while_they_wait(
    qtbot: QtBot, gateway: Gateway, fake: FakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.entries.append(entry_at(NOW))
    started(qtbot, gateway)
    shown(qtbot, gateway, MONDAY)
    held = Event()

    def check(access: FakeAccess, wanted: BookRequest | MoveRequest, now: int) -> Free:
        assert held.wait(10)
        return Free(Span(NOW, NOW + 60), ())

    def show_again(_: object) -> None:
        """As a window does when the practice is another; the store is at something else just then."""
        gateway.show_weeks([MONDAY])
        gateway.check(BOOKING)

    monkeypatch.setattr(FakeAccess, "check", check)
    gateway.practice_loaded.connect(show_again)
    moved = entry_at(NOW + 3600)
    with qtbot.waitSignal(gateway.load_finished):
        fake.entries[:] = [moved]
        fake.practice = replace(fake.practice, version=2)
        fake.news.append(Noticed(everything=True))
    held.set()
    qtbot.waitUntil(lambda: (week := gateway.week(MONDAY)) is not None and week.entries == (moved,))
