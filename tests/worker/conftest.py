"""A gateway on its thread, with a store that is none behind it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from praxidesk.worker.gateway import Gateway
from tests.worker.fake_access import NOW, FakeStore


@pytest.fixture
def fake() -> FakeStore:
    return FakeStore()


@pytest.fixture
def gateway(qtbot: QtBot, fake: FakeStore) -> Iterator[Gateway]:
    made = Gateway(fake.open, clock=lambda: NOW)
    yield made
    if fake.gate is not None:
        fake.gate.set()
    assert made.shutdown()
    assert not [thread for thread in made.children() if isinstance(thread, QThread) and thread.isRunning()]
