"""The questions about one patient, through the gateway, on real stores of both dialects."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from praxidesk.engine.entries import Patient
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.patient_changes import PatientChange, PatientSaved
from praxidesk.engine.practice_draft import PracticeDraft
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Severity
from praxidesk.engine.walltime import Zone
from praxidesk.models.patient_records import patient_by_id
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.desk import Desk
from praxidesk.services.patient_changes import change_patient
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ask, ChangePolicy, Ticket
from praxidesk.worker.opening import store_at
from praxidesk.worker.questions.finding import EntriesAround, NeighbourEntry
from praxidesk.worker.questions.patients import AskPatient, ChangePatient
from praxidesk.worker.questions.practice_settings import SavePractice
from praxidesk.worker.questions.question import Question, new_key
from praxidesk.worker.store_access import StoreAccess
from tests.models.bookings import DAY, NINE, appointment, put
from tests.small_practice import PATIENT, SmallPractice, put_into

ZONE = Zone("Europe/Berlin")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def practice(store_url: str) -> Iterator[SmallPractice]:
    store = Store.open(store_url)
    yield put_into(store)
    store.close()


@pytest.fixture
def gateway(store_url: str, practice: SmallPractice) -> Iterator[Gateway]:
    made = Gateway(store_at(store_url), clock=lambda: ZONE.at(MONDAY, 7 * 60))
    yield made
    assert made.shutdown()


def test_a_patient_is_changed_and_everybody_sees_the_new_name(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice
) -> None:
    first, later = put(practice, appointment(practice)), put(practice, appointment(practice, NINE + 30 * DAY))
    patient = practice.actors["P-1001"]
    with qtbot.waitSignal(gateway.load_finished):
        gateway.start()
        gateway.show_weeks([MONDAY])

    def told(question: Question) -> object:
        with qtbot.waitSignal(
            gateway.told, check_params_cb=lambda answer: answer.question == question
        ) as heard:
            gateway.ask(question)
        return heard.args[0].answer

    def name() -> str:
        batch = gateway.week(MONDAY)
        found = next((each.patient for each in batch.entries if each.id == first), None) if batch else None
        return found.family if found is not None else ""

    assert name() == PATIENT.family
    neighbour = told(NeighbourEntry(patient, NINE, first, later=True))
    assert getattr(neighbour, "id", None) == later
    around = told(EntriesAround(patient, NINE))
    assert isinstance(around, tuple)
    assert [each.id for each in around] == [first, later]
    record = told(AskPatient(patient))
    assert record == PATIENT
    change = PatientChange(patient, PATIENT, replace(PATIENT, family="Öztürk"))
    assert told(ChangePatient(change)) == PatientSaved(change)
    qtbot.waitUntil(lambda: name() == "Öztürk")


def test_of_changes_that_are_no_entries_a_store_knows_under_their_keys_what_came_of_them(
    store_url: str, practice: SmallPractice
) -> None:
    now = ZONE.at(MONDAY, 7 * 60)
    access = StoreAccess.open(store_url)
    change = ChangePatient(
        PatientChange(practice.actors["P-1001"], PATIENT, replace(PATIENT, family="Öztürk"))
    )
    rules = ChangePolicy(Ticket(2), {ConflictKind.ABSENT: Severity.OFF}, new_key())
    nothing = SavePractice(PracticeDraft(()))
    try:
        for asked in (Ask(Ticket(1), change), rules, Ask(Ticket(3), nothing)):
            assert access.what_came_of(asked, now) is None
        assert access.answer(change, now) == PatientSaved(change.change)
        assert access.change_policy(rules.changes, rules.key, now)
        back = ChangePatient(change.change.reversed)
        assert access.answer(back, now) == PatientSaved(back.change)
        assert access.what_came_of(Ask(Ticket(1), change), now) == PatientSaved(change.change)
        assert access.what_came_of(rules, now) is True
        assert access.answer(AskPatient(change.change.id), now) == PATIENT, "nothing was done by asking"
    finally:
        access.close()


def test_an_answer_lost_with_the_commit_is_found_again_and_nothing_is_done_twice(
    qtbot: QtBot,
    gateway: Gateway,
    practice: SmallPractice,
    store_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    change = PatientChange(practice.actors["P-1001"], PATIENT, replace(PATIENT, family="Öztürk"))
    writing, is_armed = Store.write, [True]

    @contextmanager
    def losing(store: Store) -> Iterator[Connection]:
        """The commit is done; before its answer can come, another desk takes the change back."""
        with writing(store) as connection:
            yield connection
        if is_armed.pop() if is_armed else False:
            with closing(Store.open(store_url)) as theirs:
                taken_back = change_patient(Desk.open(theirs), change.reversed, MONDAY)
            assert taken_back == PatientSaved(change.reversed)
            raise StoreUnavailable(StoreFault.UNREACHABLE, "made up")

    with qtbot.waitSignal(gateway.practice_loaded):
        gateway.start()
    monkeypatch.setattr(Store, "write", losing)
    with qtbot.waitSignal(gateway.told) as told, qtbot.waitSignal(gateway.delayed):
        gateway.ask(ChangePatient(change))
    assert told.args[0].answer == PatientSaved(change)
    assert patient_by_id_in(practice.store, change.id) == PATIENT


def patient_by_id_in(store: Store, patient: ActorId) -> Patient | None:
    with store.read() as connection:
        return patient_by_id(connection, patient)
