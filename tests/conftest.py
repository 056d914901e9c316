"""What all tests share: stores of both dialects, counts of statements, and that nothing is left behind."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from praxidesk.models.store import Store
from praxidesk.ui.wording.language import fall_silent
from tests import leftovers
from tests.small_practice import SmallPractice, put_into
from tests.statement_log import StatementLog
from tests.stores import DIALECTS, Stores

# Without a display Qt ends the process, before any test could say so.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Timing decides no test; a slow machine is no failure.
settings.register_profile("praxidesk", deadline=None)
settings.load_profile("praxidesk")

PATIENCE_MS = 30_000
"""A wait ends with what it waits for, and fails only where that never comes: not on a slow machine."""

SHARED_DATA = leftovers.ROOT.parent / "shared" / "data"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot run here, or runs by name only; say why."""
    no_data = pytest.mark.skip(reason=f"the folder {SHARED_DATA} is not there")
    by_name = pytest.mark.skip(reason="a long campaign: run it by -m campaign")
    for item in items:
        if "shared_data" in item.keywords and not SHARED_DATA.is_dir():
            item.add_marker(no_data)
        if "campaign" in item.keywords and "campaign" not in config.option.markexpr:
            item.add_marker(by_name)


@pytest.fixture(scope="session", autouse=True)
def _no_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The user's own store and settings are out of reach."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / name))
        for name in ("PRAXIDESK_STORE", "PRAXIDESK_NOW", "PRAXIDESK_DESK"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Where stores come from; Hypothesis tests take a new one for each example."""
    made = Stores(tmp_path_factory.mktemp("stores"))
    yield made
    made.close()


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    """Each test that asks runs once for each database."""
    return str(request.param)


@pytest.fixture
def store_url(stores: Stores, dialect: str) -> Iterator[str]:
    """The address of an empty, migrated store."""
    with stores.url(dialect) as url:
        yield url


@pytest.fixture
def store(stores: Stores, dialect: str) -> Iterator[Store]:
    """An empty, migrated store."""
    with stores.new(dialect) as made:
        yield made


@pytest.fixture
def practice_store(store: Store) -> SmallPractice:
    """A store with the small practice in it."""
    return put_into(store)


@pytest.fixture
def statements() -> Iterator[StatementLog]:
    """The statements executed since the test began or cleared it."""
    log = StatementLog()
    with log.recording():
        yield log


@pytest.fixture
def shared_data() -> Path:
    """The folder of data beside the project; the test carries the marker of the same name."""
    return SHARED_DATA


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtBot]:
    """As ever, but patient, and what is added to it lives until it has been closed and deleted.

    The original remembers widgets weakly. A window that its test has let go of is then collected
    at any moment, its Python half before the other, and is painted in between.
    """
    kept: list[QWidget] = []
    add = qtbot.addWidget

    def added(widget: QWidget, **how: Any) -> None:
        kept.append(widget)
        add(widget, **how)

    monkeypatch.setattr(qtbot, "addWidget", added)
    for wait in ("waitSignal", "waitSignals", "waitUntil", "waitCallback"):
        monkeypatch.setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE_MS))
    yield qtbot
    # By now they are closed and told to be deleted.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    kept.clear()


@pytest.fixture(autouse=True)
def _plain_language() -> None:
    """A test begins without translations, in the C locale, whatever ran in this process before it."""
    app = QCoreApplication.instance()
    if app is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        fall_silent(app)
    QLocale.setDefault(QLocale.c())


@pytest.fixture(autouse=True)
def _free_hands() -> None:
    """No button is held when a test begins: a window opens nothing by itself while somebody drags."""
    if QApplication.instance() is None:
        return
    held = QApplication.mouseButtons()
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
        if held & button:
            QTest.mouseRelease(QWidget(), button)
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture(autouse=True)
def _nothing_left_behind(stores: Stores) -> Iterator[None]:
    """No thread, process or file outlives its test; the run's database server may."""
    looks = (leftovers.threads, leftovers.children, leftovers.files)
    before = [look() for look in looks]
    yield
    left = {
        each
        for look, was in zip(looks, before, strict=True)
        for each in leftovers.remaining(look, was | stores.processes)
    }
    assert not left, f"left behind: {', '.join(sorted(left))}"
