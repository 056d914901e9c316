"""The menu of a column header, and what the status line says of a month."""

import pytest
from PySide6.QtCore import QPoint, Qt

from praxidesk.ui import slices
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording.actor_names import family_name
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import KOC, WEBER


def click_header(desk: Desk, column: int) -> None:
    view = desk.window.parts.views.view
    assert isinstance(view, TimeGrid)
    assert view._layout is not None
    at = QPoint(view._layout.columns[column].left + 20, 20)
    desk.qtbot.mouseClick(view._header, Qt.MouseButton.LeftButton, pos=at)


def choose(desk: Desk, place: int) -> None:
    menu = desk.window.actor_menu.menu
    assert menu is not None
    menu.actions()[place].trigger()
    menu.close()


def test_a_click_on_a_header_offers_only_this_one_and_hiding_it(desk: Desk) -> None:
    desk.window.choose_actors(("WEB", "KOC"))
    click_header(desk, 0)
    choose(desk, 1)
    assert desk.window.actors.of(ViewKind.DAY) == (KOC,)
    assert desk.window.parts.side.actors.checked() == (KOC,)
    desk.window.choose_actors(("WEB", "KOC"))
    click_header(desk, 0)
    choose(desk, 0)
    assert desk.window.actors.of(ViewKind.DAY) == (WEBER,)


def test_the_last_column_cannot_be_hidden(desk: Desk) -> None:
    desk.window.choose_actors(("WEB",))
    click_header(desk, 0)
    menu = desk.window.actor_menu.menu
    assert menu is not None
    assert [action.isEnabled() for action in menu.actions()] == [False, False]
    menu.close()


def test_the_status_line_of_a_month_counts_six_weeks_and_explains_the_load(desk: Desk) -> None:
    status = desk.window.parts.status
    assert status.load_key.isHidden()
    desk.press(Key.Key_3)
    desk.qtbot.waitUntil(lambda: status.entries.words().endswith("Termine in sechs Wochen"))
    assert status.load_key.words() == "Auslastung je halbe Stunde 07–18 frei → voll"
    assert status.waiting.isHidden()
    desk.press(Key.Key_1)
    desk.qtbot.waitUntil(lambda: not status.waiting.isHidden())
    assert status.load_key.isHidden()


def test_the_load_of_a_month_is_explained_once_it_is_laid_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slices, "A_SLICE", 1)
    views, status = desk.window.parts.views, desk.window.parts.status
    desk.press(Key.Key_3)
    desk.qtbot.waitUntil(lambda: views.is_ready)
    assert status.load_key.words() == "Auslastung je halbe Stunde 07–18 frei → voll"


def test_a_family_name_tells_whom_where_a_title_has_no_room() -> None:
    assert family_name("Dr. med. Lena Weber") == "Weber"
    assert family_name("Dr. Tom van der Berg") == "van der Berg"
    assert family_name("Lisa Maiwald") == "Lisa Maiwald"
