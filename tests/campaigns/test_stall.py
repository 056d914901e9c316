"""A server that stops without a word: the window goes on, says so, and books what was under way once."""

import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import Status
from praxidesk.models.server import pulse
from praxidesk.worker.messages import Link
from tests.app.store_desk import StoreDesk, store_desk
from tests.campaigns.booking_load import note
from tests.campaigns.node import Node, place
from tests.ui.hands import Key

BEAT_MS = 10


class Heartbeat(QObject):
    """How late the GUI thread came, at worst."""

    def __init__(self) -> None:
        super().__init__()
        self.latest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.latest = max(self.latest, (now - self._last) * 1000 - BEAT_MS)
        self._last = now

    def begin(self) -> None:
        """Count from here."""
        self.latest, self._last = 0.0, time.perf_counter()


@contextmanager
def halted(node: Node) -> Iterator[None]:
    node.halt()
    try:
        yield
    finally:
        node.go_on()


def versions(node: Node, entry: int) -> int:
    store = f"SELECT count(*) FROM entry_change WHERE entry_id = {entry}"
    return int(node.ask(store, "praxis")[0][0])


def test_the_window_outlives_a_stalled_server_and_saves_once_what_was_under_way(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "REST_SECONDS", 0.1)
    monkeypatch.setattr(pulse, "PATIENCE_SECONDS", 0.5)
    with place() as made:
        node = made.with_store("db")
        with store_desk(qtbot, node.url(), tmp_path, StoreDesk) as desk:
            strip = desk.window.parts.connection
            booked = desk.book_by_line("brandt kontr heute weber")
            with halted(node):
                desk.press(Key.Key_A)
                qtbot.waitUntil(strip.isVisible)
                qtbot.waitUntil(lambda: bool(strip.booking.words()))
                assert strip.booking.words() == "1 Änderung wird noch gespeichert …"
                for key in (Key.Key_2, Key.Key_PageDown, Key.Key_T, Key.Key_1):
                    desk.press(key)
                assert desk.shown(booked.id) == booked
            desk.saved(booked.id, 2, Status.ARRIVED)
            qtbot.waitUntil(strip.isHidden)
            assert desk.program.gateway.state.link is Link.CONNECTED
            assert versions(node, booked.id) == 2


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_heartbeat_banner_and_return_are_in_time(qtbot: QtBot, tmp_path: Path) -> None:
    """Stopped at any moment of the pulse, with and without a change under way, from 7 to 20 seconds."""
    runs = int(os.environ.get("PRAXIDESK_RUNS", "10"))
    chance = random.Random(os.environ.get("PRAXIDESK_SEED", "stall"))
    late, told, back = [], [], []
    with place() as made:
        node = made.with_store("db")
        with store_desk(qtbot, node.url(), tmp_path, StoreDesk) as desk:
            strip, gateway = desk.window.parts.connection, desk.program.gateway
            entry = desk.book_by_line("brandt kontr heute weber")
            heart = Heartbeat()
            for run in range(runs):
                qtbot.wait(round(chance.uniform(2_500, 5_000)))
                heart.begin()
                is_booking = run % 2 == 0
                with halted(node):
                    began = time.monotonic()
                    if is_booking:
                        is_there = entry.status is Status.ARRIVED
                        status = Status.BOOKED if is_there else Status.ARRIVED
                        desk.window.reception.set_status([entry], status)
                    qtbot.waitUntil(strip.isVisible)
                    told.append(time.monotonic() - began)
                    qtbot.wait(round(chance.uniform(1_000, 14_000)))
                began = time.monotonic()
                qtbot.waitUntil(lambda: gateway.state.connected and strip.isHidden())
                back.append(time.monotonic() - began)
                late.append(heart.latest)
                if is_booking:
                    entry = desk.saved(entry.id, entry.version + 1)
                    assert versions(node, entry.id) == entry.version
    note(
        f"{runs} stalls: heartbeat at most {max(late):.0f} ms late, told after {min(told):.1f} to"
        f" {max(told):.1f} s, live again after {min(back):.1f} to {max(back):.1f} s"
    )
    assert max(late) <= 200
    assert max(told) <= 6
    assert max(back) <= 5
