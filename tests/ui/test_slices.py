"""What takes long is done in slices, between which keys are answered."""

from dataclasses import replace
from datetime import timedelta
from itertools import chain

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid import paint as grid_paint
from praxidesk.ui.calendar.grid.cursor import cursor_on, tile_under
from praxidesk.ui.calendar.grid.week_view import WeekView
from praxidesk.ui.calendar.month.view import MonthView
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.shown.view_stack import ViewStack
from praxidesk.ui.slices import A_SLICE
from tests.ui.calendar.small_day import KOC, MONDAY, WEBER, appointment, state

DAYS = tuple(MONDAY + timedelta(days=at) for at in range(5))
ADAY = 72
"""Appointments of five minutes in somebody's day."""


EMPTY = state(actors=(WEBER, KOC), days=DAYS)


def full_week(week: int = 0) -> CalendarState:
    days = tuple(day + timedelta(weeks=week) for day in DAYS)
    entries: list[Entry] = []
    for day in days:
        for number in range(ADAY):
            start, end = (f"{8 + at // 12:02}:{at % 12 * 5:02}" for at in (number, number + 1))
            entries.append(appointment(len(entries) + 1, f"{start}-{end}", day=day))
    return replace(EMPTY, entries=tuple(entries), days=days)


def shown_tiles(view: WeekView) -> int:
    assert view._layout is not None
    return sum(len(column.tiles) for column in view._layout.columns)


def stack_of_week(qtbot: QtBot) -> tuple[ViewStack, WeekView]:
    stack = ViewStack(theme(ThemeName.LIGHT))
    qtbot.addWidget(stack)
    stack.resize(1300, 800)
    stack.turn(ViewKind.WEEK)
    view = stack.view
    assert isinstance(view, WeekView)
    stack.set_state(EMPTY)
    with qtbot.waitExposed(stack):
        stack.show()
    return stack, view


def test_a_large_state_is_laid_out_in_slices_and_shown_when_it_is_ready(qtbot: QtBot) -> None:
    stack, view = stack_of_week(qtbot)
    week = full_week()
    entries = week.entries
    assert len(entries) > A_SLICE
    before = view._kept.made
    stack.set_state(week)
    assert shown_tiles(view) == 0, "it shows what it showed"
    assert A_SLICE <= view._kept.made - before < A_SLICE + ADAY, "no slice is more than a column too long"
    assert view._painter is not None
    placed = [each for _, tiles in view._painter._columns.values() for each in tiles]
    assert len(placed) >= A_SLICE, "the first paint need not work out where everything goes"
    qtbot.waitUntil(lambda: shown_tiles(view) == len(entries))
    made = view._kept.made
    assert made - before == len(entries), "nothing was laid out twice"
    changed = replace(week, entries=(*entries[:-1], replace(entries[-1], version=2)))
    stack.set_state(changed)
    assert view._state is changed, "a change of one column is shown at once"


def test_of_two_large_states_only_the_last_is_shown_and_whoever_points_into_it_has_it_at_once(
    qtbot: QtBot,
) -> None:
    stack, view = stack_of_week(qtbot)
    shown: list[CalendarState | None] = []
    stack.set_state(full_week())
    made = view._kept.made
    stack.set_state(full_week(1))
    assert view._kept.made == made, "turning the page was enough for one turn"
    stack.finish()
    shown.append(view._state)
    assert view._layout is not None
    assert view._layout.columns[0].date == DAYS[0] + timedelta(weeks=1)
    qtbot.wait(20)
    assert view._state is shown[0], "the first one does not come after it"


def test_a_view_that_awaits_a_state_is_not_arranged_for_another_size(qtbot: QtBot) -> None:
    stack, view = stack_of_week(qtbot)
    layout = view._layout
    stack.turn(ViewKind.DAY)
    stack.turn(ViewKind.WEEK)
    stack.resize(1100, 800)
    assert view._layout is layout
    stack.set_state(EMPTY)
    assert view._layout is not layout
    assert view._layout is not None
    assert view._layout.metrics.width == view.viewport().width()


def test_a_paint_words_so_many_tiles_and_the_next_ones_the_rest(qtbot: QtBot) -> None:
    view = WeekView()
    qtbot.addWidget(view)
    view.resize(1300, 4000)
    view.set_state(full_week())
    tiles = shown_tiles(view)
    assert tiles > 3 * grid_paint.MOST_NEW
    bare: list[int] = []
    while not bare or bare[-1]:
        view.grab()
        assert view._painter is not None
        bare.append(len(view._painter.bare))
    assert bare == [max(0, tiles - each * grid_paint.MOST_NEW) for each in range(1, len(bare) + 1)]
    assert view.is_worded


def test_what_is_painted_in_patches_has_all_words_in_the_end(qtbot: QtBot) -> None:
    """Words that are painted where nothing comes to the screen count for nothing."""
    view = WeekView()
    qtbot.addWidget(view)
    view.resize(1300, 2000)
    view.set_zoom(12)
    view.set_state(full_week())
    view.grab()
    viewport = view.viewport()
    screen = QImage(viewport.size(), QImage.Format.Format_RGB32)
    viewport.render(screen)
    assert view._painter is not None
    strips = QRegion()
    for y in range(0, viewport.height(), 40):
        strips += QRect(0, y, viewport.width(), 5)
    viewport.render(screen, QPoint(0, 0), strips)
    for _ in range(100):
        patches = QRegion()
        for rect in view._painter.next_bare():
            patches += rect.translated(-view._offset())
        if patches.isEmpty():
            break
        patches &= viewport.rect()
        viewport.render(screen, patches.boundingRect().topLeft(), patches)
    assert view.is_worded
    whole = QImage(screen.size(), screen.format())
    viewport.render(whole)
    assert screen == whole


def test_a_large_view_is_zoomed_when_all_of_it_is_laid_out(qtbot: QtBot) -> None:
    stack, view = stack_of_week(qtbot)
    stack.set_state(full_week())
    stack.finish()
    layout = view._layout
    view.zoom_in()
    view.zoom_in()
    assert view._layout is layout, "it shows what it showed"
    qtbot.waitUntil(lambda: view._zooming.is_done)
    assert view._layout is not None
    assert view._layout.metrics.pixels_per_minute * 5 == view.zoom == 10, "both steps, in one layout"
    made = view._kept.made
    view.zoom_day()
    stack.finish()
    qtbot.waitUntil(lambda: view._zooming.is_done)
    assert view._kept.made - made == len(full_week().entries), "nothing was laid out twice"


def test_a_month_is_worked_out_and_drawn_before_it_is_shown_and_only_copied_then(qtbot: QtBot) -> None:
    stack, _ = stack_of_week(qtbot)
    stack.turn(ViewKind.MONTH)
    view = stack.view
    assert isinstance(view, MonthView)
    days = tuple(MONDAY + timedelta(days=at) for at in range(42))
    weeks = [full_week(week).entries for week in range(6)]
    entries = [replace(each, id=EntryId(at)) for at, each in enumerate(chain.from_iterable(weeks))]
    month = replace(EMPTY, days=days, entries=tuple(entries))
    stack.set_state(month)
    assert not stack.is_ready
    qtbot.waitUntil(lambda: stack.is_ready)
    drawn = view._pictures.drawn
    assert drawn == len(days)
    view.grab()
    assert view._pictures.drawn == drawn
    stack.set_state(replace(month, entries=(*entries[:-1], replace(entries[-1], version=2))))
    assert stack.is_ready, "a change of one day is shown at once"
    view.grab()
    assert view._pictures.drawn == drawn + 1
    view._hover(days[3])
    view.grab()
    view._hover(None)
    view.grab()
    assert view._pictures.drawn == drawn + 2, "the day that is pointed at"
    view._pictures.forget()
    view.grab()
    assert view._pictures.drawn == 2 * len(days) + 2


def test_a_cursor_on_a_tile_that_is_gone_is_on_none(qtbot: QtBot) -> None:
    stack, view = stack_of_week(qtbot)
    stack.set_state(full_week())
    stack.finish()
    assert view._layout is not None
    column = view._layout.columns[0]
    cursor = cursor_on(column, column.tiles[-1])
    assert tile_under(view._layout, cursor) is column.tiles[-1]
    stack.set_state(EMPTY)
    stack.finish()
    assert tile_under(view._layout, cursor) is None
    assert tile_under(replace(view._layout, columns=()), cursor) is None


def test_what_was_selected_in_another_view_is_told_once_when_its_state_comes(qtbot: QtBot) -> None:
    stack, view = stack_of_week(qtbot)
    stack.set_state(replace(EMPTY, entries=(appointment(1, "09:00-09:20"),)))
    stack.select(EntryId(1))
    stack.turn(ViewKind.DAY)
    there = tuple(day + timedelta(weeks=1) for day in DAYS)
    later = replace(EMPTY, days=there, entries=(appointment(2, "09:00-09:20", day=there[0]),))
    stack.set_state(replace(later, days=there[:1]))
    stack.select(EntryId(2))
    stack.turn(ViewKind.WEEK)
    told: list[object] = []
    stack.selected_changed.connect(told.append)
    stack.set_state(later)
    assert (told, view.selected()) == ([EntryId(2)], EntryId(2)), "and not first that nothing is"
