"""The page beside the one shown is laid out beforehand, and found when it is turned to."""

from collections.abc import Container
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.chosen import chosen_of
from praxidesk.ui.calendar.grid.layout import GridLayout
from praxidesk.ui.calendar.grid.paint import GridPainter
from praxidesk.ui.calendar.grid.pictures import GridPictures
from praxidesk.ui.calendar.grid.week_view import WeekView
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar_feed import CalendarFeed
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.shown.foresight import Foresight
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.shown.view_stack import ViewStack
from tests.ui.calendar.small_day import KOC, MONDAY, WEBER, appointment, state

DAYS = tuple(MONDAY + timedelta(days=at) for at in range(5))
NEXT = tuple(day + timedelta(days=7) for day in DAYS)


def week_view(qtbot: QtBot) -> tuple[WeekView, CalendarState]:
    """A week that is on the screen."""
    view = WeekView()
    qtbot.addWidget(view)
    view.resize(1300, 800)
    shown = state(appointment(1, "09:00-09:20"), actors=(WEBER, KOC), days=DAYS)
    view.set_state(shown)
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    return view, shown


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """Areas painted so far, on the screen or beforehand."""
    areas: list[QRect] = []
    paint = GridPainter.paint

    def counting(
        work: GridPainter, painter: QPainter, layout: GridLayout, area: QRect, chosen: Container[EntryId]
    ) -> None:
        areas.append(QRect(area))
        paint(work, painter, layout, area, chosen)

    monkeypatch.setattr(GridPainter, "paint", counting)
    return areas


def test_a_foreseen_week_is_shown_with_the_columns_made_for_it(qtbot: QtBot) -> None:
    view, shown = week_view(qtbot)
    ahead = replace(shown, days=NEXT, entries=(appointment(2, "10:00-10:20", day=NEXT[0]),))
    list(view.foresee(ahead))
    assert view._layout is not None
    assert view._layout.columns[0].date == DAYS[0], "what is shown stays"
    made = view._kept.columns[WEBER, NEXT[0]][2]
    assert not list(view.steps(ahead)), "nothing is left to do"
    view.set_state(ahead)
    assert view._layout.columns[0] is made
    assert [tile.entry for tile in made.tiles] == [EntryId(2)]


class Weeks:
    """A feed that knows one week besides the one shown."""

    def __init__(self, ahead: CalendarState) -> None:
        self.ahead = ahead

    def foreseen(self, days: tuple[date, ...]) -> CalendarState | None:
        return self.ahead if days == self.ahead.days else None


def test_the_page_beside_is_drawn_anew_once_a_scroll_has_come_to_rest(
    qtbot: QtBot, painted: list[QRect]
) -> None:
    stack = ViewStack(theme(ThemeName.LIGHT))
    qtbot.addWidget(stack)
    stack.resize(1300, 800)
    stack.turn(ViewKind.WEEK)
    view = stack.view
    assert isinstance(view, WeekView)
    shown = state(appointment(1, "09:00-09:20"), actors=(WEBER, KOC), days=DAYS)
    stack.set_state(shown)
    with qtbot.waitExposed(stack):
        stack.show()
    view.grab()
    ahead = replace(shown, days=NEXT, entries=(appointment(2, "10:00-10:20", day=NEXT[0]),))
    foresight = Foresight(cast(CalendarFeed, Weeks(ahead)), stack, stack)
    foresight.begin(shown)
    qtbot.waitUntil(lambda: len(view._pictures._pages) == 1)
    bar, made = view.verticalScrollBar(), view._kept.made
    for _ in range(3):
        bar.setValue(bar.value() + 40)
    qtbot.waitUntil(lambda: len(view._pictures._pages) == 2)
    assert view._kept.made == made, "the layout is the same"
    stack.set_state(ahead)
    painted.clear()
    view.grab()
    assert not painted, "its picture was copied"


def test_a_column_whose_entry_has_changed_is_made_anew(qtbot: QtBot) -> None:
    view = WeekView()
    qtbot.addWidget(view)
    view.resize(1300, 800)
    first = state(appointment(1, "09:00-09:20"), actors=(WEBER, KOC), days=DAYS)
    view.set_state(first)
    assert view._layout is not None
    weber, koc = view._layout.columns[:2]
    view.set_state(replace(first, entries=(appointment(1, "09:30-09:50"),)))
    assert view._layout.columns[0] is not weber
    assert view._layout.columns[1] is koc


def test_the_header_of_a_foreseen_week_is_drawn_beforehand_and_kept_while_turning(
    qtbot: QtBot,
) -> None:
    view, shown = week_view(qtbot)
    header = view._header
    ahead = replace(shown, days=NEXT, entries=(appointment(2, "10:00-10:20", day=NEXT[0]),))
    drawn = header.drawn
    list(view.foresee(ahead))
    assert header.drawn == drawn + 1
    for page in (ahead, shown, ahead):
        view.set_state(page)
        view.grab()
    assert header.drawn == drawn + 1, "both are known"
    view.set_state(replace(ahead, entries=()))
    view.grab()
    assert header.drawn == drawn + 2, "another load"


def test_turning_to_and_fro_lays_out_nothing_makes_no_items_and_copies_pictures(
    qtbot: QtBot, painted: list[QRect]
) -> None:
    view, shown = week_view(qtbot)
    ahead = replace(shown, days=NEXT, entries=(appointment(2, "10:00-10:20", day=NEXT[0]),))
    list(view.foresee(ahead))
    view.set_state(ahead)
    list(view.foresee(shown))
    made, drawn, tiles = view._kept.made, view._pictures.drawn, view._items.items
    assert drawn == 2 * 10, "each column of both pages, once"
    assert view._layout is not None
    assert tiles is view._layout.tiles, "tiles are what the model holds"
    painted.clear()
    for page in (shown, ahead, replace(shown, now=shown.now + 60), ahead):
        assert not list(view.steps(page))
        view.set_state(page)
        view.grab()
        assert not list(view.foresee(ahead if page is not ahead else shown))[1:], "all is known"
    assert view._items.items is tiles
    assert (view._kept.made, view._pictures.drawn, painted) == (made, drawn, [])
    view.set_state(replace(ahead, entries=(*ahead.entries, appointment(3, "11:00-11:20", day=NEXT[1]))))
    view.grab()
    assert (view._kept.made, len(painted)) == (made + 1, 1), "another desk has booked: not the picture"


@pytest.mark.parametrize("selected", [(), (2,), (2, 3)])
def test_a_picture_is_what_would_be_painted(
    qtbot: QtBot, painted: list[QRect], selected: tuple[int, ...]
) -> None:
    view, shown = week_view(qtbot)
    bookings = (
        appointment(2, "10:00-10:20", day=NEXT[0]),
        appointment(3, "10:10-10:40", day=NEXT[0]),
        appointment(4, "12:00-14:00", day=NEXT[4]),
    )
    ahead = replace(shown, days=NEXT, entries=bookings)
    view.choose(chosen_of(map(EntryId, selected), None))
    list(view.foresee(ahead))
    for name in (ThemeName.LIGHT, ThemeName.DARK):
        view.set_theme(theme(name))
        view.set_state(shown)
        view.grab()
        list(view.foresee(ahead))
        view.set_state(ahead)
        painted.clear()
        copied = view.grab().toImage()
        assert len(painted) == len(selected), "only what is selected is painted over the picture"
        view._pictures = GridPictures()
        assert view.grab().toImage() == copied
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 40)
    list(view.foresee(shown))
    view.set_state(shown)
    painted.clear()
    view.grab()
    assert not painted, "foreseen where the window stands now"
    view.zoom_in()
    view.grab()
    assert painted, "another zoom is another layout"
