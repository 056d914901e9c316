"""The line of now breaks around words."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid.builder import GridBuilder
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.grid.kept import Kept
from praxidesk.ui.calendar.grid.layout import Metrics
from praxidesk.ui.calendar.grid.now_line import now_minute
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import FaceWords
from praxidesk.ui.calendar.time_axis import time_axis
from tests.ui.calendar.grid_hand import Hand
from tests.ui.calendar.small_day import MONDAY, WEBER, ZONE, appointment, state


def shown(qtbot: QtBot, of: CalendarState) -> tuple[DayView, QImage]:
    view = DayView()
    qtbot.addWidget(view)
    view.resize(700, 700)
    view.set_state(of)
    with qtbot.waitExposed(view):
        view.show()
    return view, view.viewport().grab().toImage()


def reds(image: QImage, y: int, left: int, right: int, red: QColor) -> list[bool]:
    return [image.pixelColor(x, y) == red for x in range(left, right)]


def test_over_a_free_column_it_goes_from_edge_to_edge(qtbot: QtBot) -> None:
    view, image = shown(qtbot, state(actors=(WEBER,)))
    y = Hand(view).at(WEBER, "09:42").y() - 2
    assert all(reds(image, y, 0, image.width(), view._theme.now))


def test_over_a_tile_it_leaves_the_words_free(qtbot: QtBot) -> None:
    view, image = shown(qtbot, state(appointment(1, "09:40-09:50"), actors=(WEBER,), now="09:45"))
    y = Hand(view).at(WEBER, "09:45").y() - 2
    line = reds(image, y, 0, image.width(), view._theme.now)
    tile = Hand(view).tile(EntryId(1))
    assert line[0]
    assert line[-1]
    assert not any(line[tile.left() + 9 : tile.left() + 30])
    assert line[tile.center().x() + 60]


def test_it_belongs_to_today_only() -> None:
    of = state()
    words = FaceWords(of.practice, of.zone, of.colour_by, {})
    layout = GridBuilder(of, time_axis(ZONE, [MONDAY]), Metrics(600, 1.6), words, Kept()).layout()
    day = ZONE.day(MONDAY)
    assert now_minute(layout, day.start) == 0
    assert now_minute(layout, day.end - MINUTE) == 1439
    assert now_minute(layout, day.end) is None
    assert now_minute(layout, day.start - 1) is None
