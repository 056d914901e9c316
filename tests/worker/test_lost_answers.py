"""A change whose answer was lost is asked again under its key, or looked for once it is given up."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import Change, Done, StoreFault
from praxidesk.engine.practice_draft import PracticeDraft
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryKind, Role, Severity
from praxidesk.worker import pace, store_line, store_thread, unanswered
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import (
    Answered,
    Failed,
    Link,
    PolicyChanged,
    SearchPatients,
    StoreState,
    Submit,
    Ticket,
    Told,
)
from praxidesk.worker.pace import LONGEST_SECONDS, Pace
from praxidesk.worker.questions.practice_settings import SavePractice
from praxidesk.worker.request_keys import with_key
from praxidesk.worker.store_thread import StoreThread
from praxidesk.worker.tickets import Kind, Tickets
from tests.worker.fake_access import NOW, FakeStore, entry_at

LOST = AccessFailed(StoreFault.UNREACHABLE, "the server does not answer")
BOOKING = BookRequest(EntryKind.APPOINTMENT, NOW, (Participant(ActorId(1), Role.PRACTITIONER),))


class Desk:
    """One gateway on a store in memory, and what it said."""

    def __init__(self, qtbot: QtBot, store: FakeStore) -> None:
        self.qtbot, self.store = qtbot, store
        self.gateway = Gateway(store.open, clock=lambda: NOW)
        self.states: list[StoreState] = []
        self.told: list[Answered | Failed | Told] = []
        self.delayed: list[Ticket] = []
        self.gateway.state_changed.connect(self.states.append)
        self.gateway.delayed.connect(self.delayed.append)
        for signal in (self.gateway.answered, self.gateway.failed, self.gateway.told):
            signal.connect(self.told.append)
        with qtbot.waitSignal(self.gateway.practice_loaded):
            self.gateway.start()

    def wait(self, until: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()))

    def lose_a_booking(self, opens: int) -> Ticket:
        """Its answer is lost, and the store cannot be opened so many times."""
        self.store.open_faults = [LOST] * opens
        self.store.faults.append(LOST)
        ticket = self.gateway.submit(BOOKING)
        self.wait(lambda: self.delayed)
        assert self.delayed == [ticket]
        return ticket

    @property
    def booked(self) -> list[BookRequest]:
        return [each for each in self.store.asked if isinstance(each, BookRequest)]


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(store_thread, "POLL_MS", 10)
    monkeypatch.setattr(unanswered, "_AGAIN_SECONDS", 0.01)
    monkeypatch.setattr(pace, "FIRST_SECONDS", 0.05)
    made = Desk(qtbot, FakeStore())
    yield made
    assert made.gateway.shutdown()


def test_it_is_asked_again_under_its_key_when_the_store_is_found_again(desk: Desk) -> None:
    ticket = desk.lose_a_booking(opens=2)
    desk.wait(lambda: desk.told)
    (answer,) = desk.told
    assert isinstance(answer, Answered)
    assert answer.ticket == ticket
    assert isinstance(answer.outcome, Done)
    first, second = desk.booked
    assert first == second
    assert first.key is not None
    desk.wait(lambda: desk.states[-1].unanswered == 0)
    links = [state.link for state in desk.states]
    assert links.index(Link.RECONNECTING) < len(links) - 1 - links[::-1].index(Link.CONNECTED)
    assert Link.OFFLINE not in links
    lost = next(state for state in desk.states if state.unanswered)
    assert (lost.unanswered, lost.as_of, lost.fault) == (1, NOW, StoreFault.UNREACHABLE)
    assert desk.states[-1].connected


def test_while_the_server_still_holds_the_first_one_it_stays_unknown(desk: Desk) -> None:
    desk.store.faults = [LOST, AccessFailed(StoreFault.BUSY, "somebody holds the rows"), LOST]
    desk.gateway.submit(BOOKING)
    desk.wait(lambda: desk.told)
    assert isinstance(desk.told[0], Answered)
    assert len(desk.booked) == 4
    assert len({each.key for each in desk.booked}) == 1


def test_what_the_store_refuses_for_another_reason_is_known_not_to_be_in(desk: Desk) -> None:
    desk.store.faults = [LOST, AccessFailed(StoreFault.DISK_FULL, "full")]
    desk.gateway.submit(BOOKING)
    desk.wait(lambda: desk.told)
    (failed,) = desk.told
    assert isinstance(failed, Failed)
    assert (failed.fault, failed.given_up) == (StoreFault.DISK_FULL, False)
    desk.wait(lambda: desk.states[-1].unanswered == 0)


@pytest.mark.parametrize("is_in", [False, True])
def test_what_is_given_up_is_only_looked_for(desk: Desk, is_in: bool) -> None:
    if is_in:
        desk.store.came = Done(Change.BOOKED, entry_at(NOW), replayed=True)
    ticket = desk.lose_a_booking(opens=2)
    desk.gateway.unanswered_given_up.emit()
    desk.wait(lambda: desk.told)
    (told,) = desk.told
    assert told.ticket == ticket
    assert isinstance(told, Answered) if is_in else (isinstance(told, Failed) and told.given_up)
    assert len(desk.booked) == 1, "it is not carried out again"
    assert ("what came of", desk.booked[0]) in desk.store.asked
    assert desk.states[-1].unanswered == 0


@pytest.mark.parametrize("is_given_up", [False, True])
def test_what_changes_something_else_than_an_entry_has_a_key_too(desk: Desk, is_given_up: bool) -> None:
    desk.store.open_faults = [LOST] * 2
    desk.store.faults.append(LOST)
    question = SavePractice(PracticeDraft(()))
    ticket = desk.gateway.ask(question)
    desk.wait(lambda: desk.delayed)
    desk.wait(lambda: desk.states[-1].unanswered == 1)
    if is_given_up:
        desk.gateway.unanswered_given_up.emit()
    policy = desk.gateway.change_policy({ConflictKind.ABSENT: Severity.OFF})
    with desk.qtbot.waitSignal(desk.gateway.policy_changed) as changed:
        desk.wait(lambda: desk.told)
    (told,) = desk.told
    assert told.ticket == ticket
    assert isinstance(told, Failed) and told.given_up if is_given_up else isinstance(told, Told)
    asked = [each for each in desk.store.asked if isinstance(each, SavePractice)]
    assert [each.key for each in asked] == [question.key] * (1 if is_given_up else 2)
    assert changed.args == [PolicyChanged(policy)]
    assert desk.store.practice.policy[ConflictKind.ABSENT] is Severity.OFF


def test_what_comes_while_the_connection_is_looked_for_waits_in_turn(desk: Desk) -> None:
    first = desk.lose_a_booking(opens=3)
    other = desk.gateway.submit(BookRequest(EntryKind.APPOINTMENT, NOW + 3600, BOOKING.participants))
    desk.wait(lambda: len(desk.told) == 2)
    assert [each.ticket for each in desk.told] == desk.delayed == [first, other]
    assert all(isinstance(each, Answered) for each in desk.told)
    assert len(desk.store.entries) == 2


@pytest.mark.usefixtures("qtbot")
def test_whoever_finds_the_store_again_what_waits_is_carried_out() -> None:
    store, tickets, said = FakeStore(), Tickets(), list[object]()
    thread = StoreThread(store.open, tickets, lambda: NOW)
    thread.answered.connect(said.append)
    thread.look()
    store.faults, store.open_faults = [LOST], [LOST]
    for number in range(2):
        request = BookRequest(EntryKind.APPOINTMENT, NOW + number * 3600, BOOKING.participants)
        thread._line.hurry()
        thread.receive(Submit(tickets.issue(Kind.CHANGE), with_key(request)))
    assert thread._line.state.unanswered == 2
    thread._line.hurry()
    thread.receive(SearchPatients(tickets.issue(Kind.PATIENTS), "x"))
    assert thread._line.state.connected
    thread.look()
    answers = [each for each in said if isinstance(each, Answered | Failed)]
    assert [type(each) for each in answers] == [Answered, Answered]
    thread.close()


def test_when_the_search_takes_long_what_was_never_sent_is_known_not_to_be_in(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = desk.lose_a_booking(opens=1000)
    waiting = desk.gateway.submit(BOOKING)
    desk.wait(lambda: len(desk.delayed) == 2)
    monkeypatch.setattr(store_line, "HOPE_SECONDS", 0.0)
    late = desk.gateway.submit(BOOKING)
    desk.wait(lambda: len(desk.told) == 2)
    assert {each.ticket for each in desk.told} == {waiting, late}
    assert all(isinstance(each, Failed) and each.lost is not None for each in desk.told)
    assert desk.states[-1].unanswered == 1
    desk.store.open_faults.clear()
    desk.wait(lambda: len(desk.told) == 3)
    assert isinstance(desk.told[-1], Answered)
    assert desk.told[-1].ticket == sent
    assert len(desk.store.entries) == 1


def test_a_loss_that_lasts_is_offline_and_the_end_of_the_program_leaves_nobody_without_an_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_line, "HOPE_SECONDS", 0.0)
    ticket = desk.lose_a_booking(opens=1000)
    desk.wait(lambda: desk.states[-1].link is Link.OFFLINE)
    assert desk.states[-1].unanswered == 1
    assert desk.gateway.shutdown()
    (failed,) = desk.told
    assert isinstance(failed, Failed)
    assert failed.ticket == ticket


def test_a_server_is_knocked_at_less_and_less_often_and_by_no_two_desks_at_once() -> None:
    ours, other = Pace(), Pace()
    waits = [ours.wait() for _ in range(8)]
    assert waits != [other.wait() for _ in range(8)]
    assert all(0 < each <= LONGEST_SECONDS for each in waits)
    assert waits[0] < LONGEST_SECONDS / 2 <= min(waits[4:])
    ours.begin_anew()
    assert ours.wait() < LONGEST_SECONDS / 2
