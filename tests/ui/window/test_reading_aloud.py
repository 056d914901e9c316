"""What a screen reader finds: every tile by name and place, every control by name, Tab in reading order."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.ui.actions.action_list import ACTIONS
from praxidesk.ui.calendar.items import ENTRY_ROLE
from praxidesk.ui.controls.reading_order import in_reading_order, step_focus, tab_stops
from praxidesk.ui.wording import dates, words
from tests.ui.desk import SHIFT, Desk, Key
from tests.ui.desk_practice import ZONE
from tests.ui.screens.every_screen import VIEWS, shown
from tests.ui.screens.example_day import screens_gateway
from tests.ui.window.conftest import OpenDesk


def aloud(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(found: QAccessibleInterface) -> str:
    return found.text(QAccessible.Text.Name)


def test_every_tile_is_a_child_of_its_view_with_date_column_patient_and_status(open_desk: OpenDesk) -> None:
    desk = open_desk(screens_gateway())
    actors = desk.gateway.store.practice.actors
    for screen in VIEWS:
        with shown(desk, screen):
            view = desk.window.parts.views.view
            model, read = view.model(), aloud(view)
            desk.qtbot.waitUntil(partial(has_rows, model))
            assert read.role() is QAccessible.Role.List
            assert read.childCount() == model.rowCount() > 0
            for row in range(model.rowCount()):
                said, index = name(read.child(row)), model.index(row, 0)
                assert missing_in(said, desk.entry(index.data(ENTRY_ROLE))) == [], (screen.name, said)
                if screen.name != "month":
                    assert any(each.name in said for each in actors.values()), (screen.name, said)
                tile = view.visualRect(index)
                if view.viewport().rect().contains(tile):
                    at = view.viewport().mapToGlobal(tile.center())
                    assert name(read.childAt(at.x(), at.y())) == said


def has_rows(model: QAbstractItemModel) -> bool:
    return model.rowCount() > 0


def missing_in(said: str, entry: Entry) -> list[str]:
    """Of date, patient and status, what nobody would hear."""
    day = ZONE.day_of(entry.starts_at)
    wanted = [words.status_name(entry.status)]
    if entry.patient is not None:
        wanted.append(words.patient_name(entry.patient))
    if dates.short_day(day) not in said:
        wanted.append(dates.long_day(day))
    return [each for each in wanted if each not in said]


def test_the_cursor_on_free_time_says_where_it_is(desk: Desk) -> None:
    QAccessible.setActive(True)
    try:
        desk.select(7)
        desk.press(Key.Key_Down, SHIFT)
        desk.press(Key.Key_End)
        said = aloud(desk.view).text(QAccessible.Text.Description)
        assert said.startswith("Montag, 23. November 2026, Dr. med.")
        assert said.endswith("kein Termin")
        desk.select(7)
    finally:
        QAccessible.setActive(False)


def test_tab_goes_through_the_window_as_the_eye_does_and_back(open_desk: OpenDesk) -> None:
    desk = open_desk(screens_gateway())
    desk.select(7)
    parts = desk.window.parts
    forward = round_of(desk, Key.Key_Tab)
    assert round_of(desk, Key.Key_Tab, SHIFT) == [forward[0], *reversed(forward[1:])]
    assert {*forward} >= {parts.views.view, parts.toolbar.book, parts.side.sheet}
    areas = [parts.toolbar, parts.side, parts.centre, parts.details, parts.held]
    first = next(place for place, each in enumerate(forward) if parts.toolbar.isAncestorOf(each))
    forward = forward[first:] + forward[:first]
    by_area = [[each for each in forward if area is each or area.isAncestorOf(each)] for area in areas]
    assert [each for area in by_area for each in area] == forward
    for area, stops in zip(areas, by_area, strict=True):
        assert stops == in_reading_order(stops, area)
    assert all(spoken(each) for each in forward)


def test_whatever_has_the_keys_is_seen_to_have_them(open_desk: OpenDesk) -> None:
    desk = open_desk(screens_gateway())
    QApplication.setCursorFlashTime(0)
    desk.select(7)
    stops = round_of(desk, Key.Key_Tab)
    assert [str(each) for each in stops if not shows_focus(desk, each, stops)] == []
    desk.press(Key.Key_N)
    stops = tab_stops(desk.settled().card)
    assert len(stops) > 10
    assert [str(each) for each in stops if not shows_focus(desk, each, stops)] == []


def shows_focus(desk: Desk, widget: QWidget, stops: Sequence[QWidget]) -> bool:
    """Whether it looks otherwise with the focus than without."""
    looks = []
    step_focus([widget], forward=True)
    for each in (widget, next(other for other in stops if other is not widget)):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        around = QRect(widget.mapTo(desk.window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
        looks.append(desk.window.grab(around).toImage())
    return looks[0] != looks[1]


def round_of(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> list[QWidget]:
    """Every stop once, from the one that has the focus on."""
    stops = [desk.focused()]
    while len(stops) < 100:
        desk.press(key, modifier)
        if desk.focused() is stops[0]:
            return stops
        assert desk.focused() not in stops, "a trap"
        stops.append(desk.focused())
    raise AssertionError("no end")


def spoken(widget: QWidget) -> str:
    found = aloud(widget)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return next((text for kind in kinds if (text := found.text(kind))), "")


def test_every_action_and_every_button_of_the_toolbar_has_words_a_picture_and_its_key(desk: Desk) -> None:
    for spec in ACTIONS:
        action = desk.window.actions_[spec.id]
        assert action.text(), spec.id
        assert not action.icon().isNull(), spec.id
        assert desk.window.actions_.key(spec.id) in action.toolTip(), spec.id
    for button in desk.window.parts.toolbar.findChildren(QAbstractButton):
        assert spoken(button), button
        assert button.toolTip(), button
        if (
            isinstance(button, QToolButton)
            and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        ):
            assert not button.icon().isNull(), button
