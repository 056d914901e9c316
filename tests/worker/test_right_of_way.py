"""The store thread waits while the GUI thread has something to do, and never for one that is stuck."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from praxidesk.worker import right_of_way
from praxidesk.worker.right_of_way import RightOfWay


def giving(way: RightOfWay) -> threading.Thread:
    thread = threading.Thread(target=way.give)
    thread.start()
    return thread


def test_it_waits_until_the_events_are_done(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(right_of_way, "MOST_SECONDS", 60)
    monkeypatch.setattr(right_of_way, "STEP_SECONDS", 60)
    way = RightOfWay()
    way.begin()
    thread = giving(way)
    qtbot.waitUntil(lambda: not thread.is_alive())
    way.give()
    assert way._is_free.is_set(), "it was asked just now"


def test_a_thread_that_is_stuck_is_waited_for_once(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(right_of_way, "MOST_SECONDS", 0.001)
    monkeypatch.setattr(right_of_way, "STEP_SECONDS", 0)
    way = RightOfWay()
    way.begin()
    giving(way).join()
    monkeypatch.setattr(right_of_way, "MOST_SECONDS", 60)
    giving(way).join()
    assert not way._is_free.is_set()
    QCoreApplication.processEvents()
    assert way._is_free.is_set(), "from now on it is waited for again"


def test_nobody_waits_before_the_first_page_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(right_of_way, "MOST_SECONDS", 60)
    giving(RightOfWay()).join()


def test_nobody_waits_for_one_that_waits_itself(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(right_of_way, "MOST_SECONDS", 60)
    monkeypatch.setattr(right_of_way, "STEP_SECONDS", 0)
    way = RightOfWay()
    way.begin()
    thread = giving(way)
    way.end()
    thread.join()
    giving(way).join()
