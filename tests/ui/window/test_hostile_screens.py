"""Names that are markup, on every screen: shown letter by letter, nothing interpreted, nothing loaded."""

import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QTextEdit, QToolTip, QWidget

from tests.ui.bait import Bait
from tests.ui.desk import Desk
from tests.ui.fake_gateway import FakeGateway
from tests.ui.screens.every_screen import SCREENS, VIEWS, shown
from tests.ui.screens.example_day import screens_gateway
from tests.ui.window.conftest import OpenDesk

HOSTILE = '<b>x</b> \u202e"%1" {name} ' + "x" * 300


@pytest.fixture
def bait(qapp: QApplication, tmp_path: Path) -> Iterator[Bait]:
    made = Bait(tmp_path)
    yield made
    made.close()


def hostile_gateway(bait: Bait) -> FakeGateway:
    name = bait.markup + HOSTILE
    gateway = screens_gateway()
    store = gateway.store
    for id_, patient in list(store.patients.items()):
        store.patients[id_] = replace(patient, family=f"{patient.family} {name}", given=name)
    for entry in list(store.entries.values()):
        who = store.patients[entry.patient.id] if entry.patient is not None else None
        store.entries[entry.id] = replace(entry, patient=who, note=name)
    return gateway


def interpreted(top: QWidget) -> list[str]:
    """What takes a text for markup, or might."""
    labels = [
        each.text()
        for each in top.findChildren(QLabel)
        if each.textFormat() is not Qt.TextFormat.PlainText and "<" in each.text()
    ]
    tips = [each.toolTip() for each in top.findChildren(QWidget) if "<img" in each.toolTip()]
    # What somebody writes in takes no markup.
    rich = [
        str(each)
        for each in top.findChildren(QTextEdit)
        if isinstance(each, QTextBrowser) or each.acceptRichText()
    ]
    return labels + tips + rich


def test_no_screen_takes_a_name_for_markup_or_loads_what_it_names(open_desk: OpenDesk, bait: Bait) -> None:
    desk = open_desk(hostile_gateway(bait))
    found = []
    for screen in SCREENS:
        with shown(desk, screen):
            found += [f"{screen.name}: {each[:80]}" for each in interpreted(desk.window)]
            if screen in VIEWS:
                tip = tip_of(desk)
                assert "&lt;img" in tip, screen.name
                found += [f"{screen.name}: {tip}"] * ("<img" in tip)
            desk.window.grab()
            found += [f"{screen.name}: {each}" for each in bait.taken()]
    assert not found, "\n".join(found)


def tip_of(desk: Desk) -> str:
    """What the view says where the mouse rests on a tile."""
    view = desk.window.parts.views.view
    model = view.model()
    desk.qtbot.waitUntil(lambda: model.rowCount() > 0)
    index = next(each for row in range(model.rowCount()) if "<img" in (each := model.index(row, 0)).data())
    view.scrollTo(index)
    at = view.visualRect(index).center()
    QToolTip.hideText()
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    )
    return QToolTip.text()


def test_markup_in_a_label_is_noticed_and_so_is_what_it_loads(desk: Desk, bait: Bait) -> None:
    label = QLabel(bait.markup, desk.window)
    label.show()
    label.grab()
    assert interpreted(desk.window) == [label.text()]
    if sys.platform == "linux":
        assert bait.taken() == ["the file was opened"]
    with socket.create_connection(("127.0.0.1", int(bait.address.split(":")[2].split("/")[0]))):
        assert bait.taken() == ["the server was asked"]
