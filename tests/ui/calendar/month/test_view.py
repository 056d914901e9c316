"""The month on screen: mouse, keys, words and looks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.box import Box
from praxidesk.ui.calendar.month import month_text
from praxidesk.ui.calendar.month.view import MonthView
from praxidesk.ui.look.theme import ThemeName, theme
from tests.ui.calendar.busy_practice import MONDAY, month_state, patient

LEFT = Qt.MouseButton.LeftButton
WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def view(qtbot: QtBot) -> MonthView:
    made = MonthView()
    qtbot.addWidget(made)
    made.resize(1380, 920)
    made.set_state(month_state())
    made.show()
    made.setFocus()
    return made


def middle(box: Box) -> QPoint:
    return QPoint(box.x + box.width // 2, box.y + box.height // 2)


def cell_of(view: MonthView, day: date) -> Box:
    return next(cell.box for cell in view.month_layout.cells if cell.facts.day == day)


def test_a_click_opens_the_day(qtbot: QtBot, view: MonthView) -> None:
    with qtbot.waitSignal(view.day_wanted) as wanted:
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle(cell_of(view, WEDNESDAY)))
    assert wanted.args == [WEDNESDAY]
    assert view.current_day() == WEDNESDAY


def test_a_click_on_an_entry_selects_it_too(qtbot: QtBot, view: MonthView) -> None:
    cell = view.month_layout.cells[2]
    line = next(line for line in cell.lines if line.entry is not None)
    with qtbot.waitSignals([view.selected_changed, view.day_wanted]):
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle(line.box))
    assert line.entry is not None
    assert view.selected() == line.entry.id


def test_a_press_that_is_released_elsewhere_opens_nothing(qtbot: QtBot, view: MonthView) -> None:
    with qtbot.assertNotEmitted(view.day_wanted):
        qtbot.mousePress(view.viewport(), LEFT, pos=middle(cell_of(view, MONDAY)))
        qtbot.mouseRelease(view.viewport(), LEFT, pos=middle(cell_of(view, WEDNESDAY)))
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(300, 5))


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        pytest.param([Qt.Key.Key_Right, Qt.Key.Key_Right], 2, id="right"),
        pytest.param([Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left], 7, id="down"),
        pytest.param([Qt.Key.Key_Left], 0, id="stays where the view begins"),
        pytest.param([Qt.Key.Key_Up], 0, id="stays in the first week"),
        pytest.param([Qt.Key.Key_End], 6, id="end of the week"),
        pytest.param([Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home], 7, id="start of the week"),
    ],
)
def test_arrows_go_from_day_to_day_and_enter_opens(
    qtbot: QtBot, view: MonthView, keys: list[Qt.Key], days: int
) -> None:
    assert view.current_day() == MONDAY, "today"
    for key in keys:
        qtbot.keyClick(view, key)
    with qtbot.waitSignal(view.day_wanted) as wanted:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == [MONDAY + timedelta(days=days)]


def test_keys_that_mean_nothing_here_are_left_to_the_window(qtbot: QtBot, view: MonthView) -> None:
    with qtbot.assertNotEmitted(view.day_wanted):
        qtbot.keyClick(view, Qt.Key.Key_N)
        qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_taking_focus_selects_nothing(qtbot: QtBot, view: MonthView) -> None:
    view.clearFocus()
    view.setFocus()
    assert view.selected() is None


def test_day_and_selection_survive_a_refresh(qtbot: QtBot, view: MonthView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    line = next(line for line in view.month_layout.cells[3].lines if line.entry is not None)
    assert line.entry is not None
    view.select(line.entry.id)
    state = month_state()
    with qtbot.assertNotEmitted(view.selected_changed):
        view.set_state(replace(state, entries=state.entries[1:]))
    assert view.current_day() == MONDAY + timedelta(days=7)
    assert view.selected() == line.entry.id


def test_every_line_can_be_read_aloud(view: MonthView) -> None:
    texts = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert texts
    assert all("2026" in text and ":" in text for text in texts)


def test_hostile_names_are_drawn_as_they_are(qtbot: QtBot, view: MonthView) -> None:
    state = month_state()
    hostile = replace(patient(1), family="<img src=x>\n\x00\u202e" + "W" * 5000, given="")
    view.set_state(replace(state, entries=tuple(replace(each, patient=hostile) for each in state.entries)))
    assert not view.grab().isNull()
    text = view.model().index(0, 0).data()
    assert "<img src=x>" in text
    assert "\n" not in text


def test_both_themes_paint_and_differ(view: MonthView) -> None:
    pictures: list[QImage] = []
    for name in ThemeName:
        view.set_theme(theme(name))
        pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1]
    corners = [picture.pixelColor(picture.width() - 30, picture.height() - 30) for picture in pictures]
    assert corners == [theme(name).closed for name in ThemeName], "a Sunday"


def test_the_shortest_name_is_the_family_name_alone() -> None:
    state = month_state()
    entry = replace(state.entries[0], patient=replace(patient(1), family="Kaya", given="Deniz"))
    assert list(month_text.names(entry, state)) == ["Kaya, Deniz", "Kaya, D.", "Kaya"]
    nameless = replace(entry, patient=replace(patient(1), family="", given="Deniz"))
    assert list(month_text.names(nameless, state)) == ["Deniz"]


def test_an_entry_that_went_away_is_no_longer_selected(qtbot: QtBot, view: MonthView) -> None:
    entry = next(line.entry for line in view.month_layout.cells[0].lines if line.entry is not None)
    view.select(entry.id)
    with qtbot.waitSignal(view.selected_changed) as changed:
        view.set_state(replace(month_state(), entries=()))
    assert changed.args == [None]
    assert view.selected() is None
    view.select(EntryId(10**9))
    assert view.selected() is None
