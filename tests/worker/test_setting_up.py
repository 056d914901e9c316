"""The gateway on a store without a practice: what can be asked of it, and that the practice then appears."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.setup_outcomes import SetupInvalid, SetupReport
from praxidesk.worker.errand import Errand
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Told
from praxidesk.worker.opening import store_at
from praxidesk.worker.premises import Keeping, Premises, premises_of
from praxidesk.worker.questions.question import Question
from praxidesk.worker.questions.setup import RehearseSetUp, SetUp
from tests.stores import Stores
from tests.worker.fake_access import NOW, FakeStore

DESCRIPTION = {
    "site": {"code": "HAUS", "name": "Haus am Wall", "timezone": "Europe/Berlin"},
    "practitioner": [{"code": "WEB", "name": "Dr. Lena Weber"}],
}


@pytest.fixture
def url(stores: Stores, dialect: str) -> Iterator[str]:
    """Where nothing is stored yet."""
    with stores.url(dialect, migrated=False) as made:
        if dialect == "sqlite":
            Path(made).unlink(missing_ok=True)
        yield made


@pytest.fixture
def gateway(qtbot: QtBot, url: str) -> Iterator[Gateway]:
    made = Gateway(store_at(url), clock=lambda: NOW)
    with qtbot.waitSignal(made.state_changed):
        made.start()
    assert made.state.fault is StoreFault.MISSING
    yield made
    assert made.shutdown()


def told(qtbot: QtBot, gateway: Gateway, question: Question) -> object:
    with qtbot.waitSignal(gateway.told) as heard:
        gateway.ask(question)
    assert heard.args is not None
    answer = heard.args[0]
    assert isinstance(answer, Told)
    return answer.answer


def test_a_practice_appears_as_soon_as_it_is_set_up(qtbot: QtBot, gateway: Gateway) -> None:
    promised = told(qtbot, gateway, RehearseSetUp(DESCRIPTION))
    assert gateway.practice is None
    done = told(qtbot, gateway, SetUp(DESCRIPTION))
    assert isinstance(done, SetupReport)
    assert done == promised
    assert gateway.practice is not None
    assert gateway.practice.site.name == "Haus am Wall"
    assert gateway.state.connected


def test_a_description_that_is_none_is_answered_with_field_and_reason(qtbot: QtBot, gateway: Gateway) -> None:
    wrong = {**DESCRIPTION, "practitioner": [{"code": "WEB", "name": ""}]}
    refused = told(qtbot, gateway, SetUp(wrong))
    assert isinstance(refused, SetupInvalid)
    assert [error.field for error in refused.errors] == ["practitioner[0].name"]
    assert gateway.practice is None


def test_a_practice_can_be_changed_the_same_way(qtbot: QtBot, gateway: Gateway) -> None:
    told(qtbot, gateway, SetUp(DESCRIPTION))
    told(qtbot, gateway, SetUp({"practitioner": [{"code": "KOC", "name": "Dr. Koç"}]}))
    assert gateway.practice is not None
    assert [each.code for each in gateway.practice.actors.values()] == ["WEB", "KOC"]


def test_a_fault_is_told_and_the_window_s_state_stays(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file where a folder is needed")
    gateway = Gateway(store_at(str(tmp_path / "folder" / "praxis.db")), clock=lambda: NOW)
    with qtbot.waitSignal(gateway.failed) as heard:
        gateway.start()
        gateway.ask(SetUp(DESCRIPTION))
    assert heard.args is not None
    assert isinstance(heard.args[0], Failed)
    assert not gateway.state.connected
    assert gateway.shutdown()


def test_a_store_that_cannot_be_prepared_says_so(qtbot: QtBot) -> None:
    gateway = Gateway(FakeStore().open, clock=lambda: NOW)
    with qtbot.waitSignal(gateway.failed):
        gateway.start()
        gateway.ask(SetUp(DESCRIPTION))
    assert gateway.shutdown()


def test_an_errand_is_wanted_until_it_is_given_up() -> None:
    errand = Errand()
    assert errand.is_wanted
    errand.give_up()
    assert not errand.is_wanted


@pytest.mark.parametrize(
    ("url", "premises"),
    [
        ("/data/praxis.db", Premises(Keeping.FILE, "/data/praxis.db")),
        ("sqlite:////data/praxis.db?x=1", Premises(Keeping.FILE, "/data/praxis.db")),
        ("postgresql://desk:secret@db.local:5433/praxis", Premises(Keeping.SERVER, "db.local:5433/praxis")),
        ("postgresql://desk:sec/ret@db.local/praxis", Premises(Keeping.SERVER, "")),
        ("postgresql://desk@[broken/praxis", Premises(Keeping.SERVER, "")),
    ],
)
def test_where_a_store_is_can_be_shown(url: str, premises: Premises) -> None:
    shown = premises_of(url)
    assert "ret" not in shown.at
    if premises.at:
        assert shown == premises
