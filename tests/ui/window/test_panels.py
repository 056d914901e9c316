"""What there is room for: panels fold away, nothing is squeezed."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.ui.settings import ThemeMode
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording.language import Language
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk


@pytest.mark.parametrize(
    ("width", "side", "details"),
    [(1600, True, True), (1280, True, True), (1100, True, False), (920, False, False)],
)
def test_panels_fold_away_where_there_is_no_room(desk: Desk, width: int, side: bool, details: bool) -> None:
    desk.window.resize(width, 800)
    assert desk.window.parts.side.isVisible() is side
    assert desk.window.parts.details.isVisible() is details


@pytest.mark.parametrize(
    ("key", "side", "details"),
    [(Key.Key_1, True, True), (Key.Key_2, True, False), (Key.Key_3, True, False), (Key.Key_4, False, True)],
)
def test_each_view_has_its_own_panels_at_first(desk: Desk, key: Key, side: bool, details: bool) -> None:
    desk.press(key)
    assert desk.window.parts.side.isVisible() is side
    assert desk.window.parts.details.isVisible() is details


def test_a_panel_opened_beside_the_plan_is_remembered_there(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.press(Key.Key_4)
    desk.press(Key.Key_B, CTRL)
    assert desk.window.parts.side.isVisible()
    desk.window.close()
    again = open_desk()
    assert again.window.shown.view is ViewKind.ROOMS
    assert again.window.parts.side.isVisible()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [900, 1100, 1280, 1600])
def test_nothing_in_the_toolbar_is_squeezed(open_desk: OpenDesk, language: Language, width: int) -> None:
    desk = open_desk(language=language)
    desk.press(Key.Key_2)
    desk.window.resize(width, 800)
    toolbar = desk.window.parts.toolbar
    assert toolbar.today.minimumWidth() >= toolbar.today.sizeHint().width()
    desk.window.appearance.set_mode(ThemeMode.DARK)
    assert toolbar.today.minimumWidth() >= toolbar.today.sizeHint().width()
    for widget in (toolbar.today, toolbar.title, toolbar.week):
        needed = widget.fontMetrics().horizontalAdvance(getattr(widget, "words", widget.text)())
        desk.qtbot.waitUntil(partial(_has_room, widget, needed))
    assert toolbar.book.width() >= toolbar.book.sizeHint().width()
    assert toolbar.book.geometry().right() < width
    for place in range(4):
        button = toolbar.views.button(place)
        needed = button.fontMetrics().horizontalAdvance(button.text()) + 9
        desk.qtbot.waitUntil(partial(_has_room, button, needed))


def test_a_name_without_a_space_does_not_push_the_details_apart(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    long = PatientOnEntry(ActorId(1050), "P-1050", "W" * 200, "W" * 60, None, "", "")
    gateway.store.patients[long.id] = long
    entry = gateway.store.entries[EntryId(7)]
    gateway.store.entries[entry.id] = replace(entry, patient=long, note="W" * 200)
    desk = open_desk(gateway)
    desk.select(7)
    details = desk.window.parts.details.entry
    desk.qtbot.waitUntil(lambda: details.title.height() > 100)
    for part in (details.title, details.note, details.status):
        assert part.width() <= details.width()


def test_no_widget_becomes_a_window_of_its_own(desk: Desk) -> None:
    for entry in (4, 7, 30):
        desk.select(entry)
        desk.qtbot.waitUntil(lambda: not desk.window.parts.details.isHidden())
    desk.press(Key.Key_E)
    desk.settled()
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    strays = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not desk.window]
    assert strays == []


def _has_room(widget: QWidget, needed: int) -> bool:
    return widget.isHidden() or widget.width() >= needed
