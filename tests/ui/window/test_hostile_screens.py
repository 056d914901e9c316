"""Names that are markup, on every screen: shown letter by letter, nothing interpreted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextBrowser, QTextEdit, QWidget

from tests.ui.desk import Desk
from tests.ui.fake_gateway import FakeGateway
from tests.ui.screens import SCREENS, VIEWS, screens_gateway, shown
from tests.ui.window.conftest import OpenDesk

HOSTILE = '<img src="file:///x"><b>x</b> \u202e"%1" {name} ' + "x" * 300


def hostile_gateway() -> FakeGateway:
    gateway = screens_gateway()
    store = gateway.store
    for id_, patient in list(store.patients.items()):
        store.patients[id_] = replace(patient, family=f"{patient.family} {HOSTILE}", given=HOSTILE)
    for entry in list(store.entries.values()):
        who = store.patients[entry.patient.id] if entry.patient is not None else None
        store.entries[entry.id] = replace(entry, patient=who, note=HOSTILE)
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


def test_no_screen_takes_a_name_for_markup(open_desk: OpenDesk) -> None:
    desk = open_desk(hostile_gateway())
    found = []
    for screen in SCREENS:
        with shown(desk, screen):
            found += [f"{screen.name}: {each[:80]}" for each in interpreted(desk.window)]
    assert not found, "\n".join(found)


def test_markup_in_a_label_is_noticed(desk: Desk) -> None:
    label = QLabel("<b>x</b>", desk.window)
    assert interpreted(desk.window) == [label.text()]


def test_every_view_tells_a_screen_reader_whom_its_tiles_are_of(open_desk: OpenDesk) -> None:
    desk = open_desk(screens_gateway())
    for screen in VIEWS:
        with shown(desk, screen):
            model = desk.window.parts.views.view.model()
            # Large states are laid out in slices.
            desk.qtbot.waitUntil(lambda: desk.window.parts.views.view.model().rowCount() > 0)
            spoken = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
            assert spoken, screen.name
            assert all(isinstance(each, str) and each.count(",") >= 2 for each in spoken), screen.name
