"""Figures of painting: the day view of the demo practice, against filling its rectangles."""

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figure, by_turns
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.models import queries
from praxidesk.models.store import Store
from praxidesk.services.demo import make_demo
from praxidesk.services.desk import Desk
from praxidesk.ui.calendar.day_view import DayView
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.fonts import load_fonts

DAY = date(2026, 11, 23)
SIZE = QSize(1600, 1000)
RUNS = 30


def paintings() -> Iterator[Figure]:
    """The whole day view, painted anew."""
    app = QApplication.instance() or QApplication([])
    load_fonts()
    view = DayView()
    view.resize(SIZE)
    view.set_state(_state())
    view.show()
    app.processEvents()
    view.zoom_day()
    app.processEvents()
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    model = view.model()
    tiles = [view.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
    tiles = [tile for tile in tiles if tile.isValid()]
    timing = by_turns([partial(_paint, view, image)] * RUNS, [partial(_fill, image, tiles)] * RUNS)
    view.close()
    yield Figure(
        what="paint_full",
        store="",
        entries=len(tiles),
        statements=0,
        median_ms=round(timing.ours_ms, 3),
        ratio=round(timing.ratio, 2),
        against="filling the same rectangles",
        budget=5,
        runs=timing.runs,
    )


def _state() -> CalendarState:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(str(Path(folder, "demo.db")), create=True)
        make_demo(store, DAY, 0)
        desk = Desk.open(store)
        span = desk.zone.day(DAY)
        with store.read() as connection:
            entries = queries.entries(connection, span)
        store.close()
    people = [id_ for id_, each in desk.practice.actors.items() if each.kind is ActorKind.PRACTITIONER]
    return CalendarState(
        practice=desk.practice,
        zone=desk.zone,
        days=(DAY,),
        actors=tuple(people[:10]),
        entries=entries,
        now=desk.zone.at(DAY, 10 * 60 + 42),
    )


def _paint(view: DayView, image: QImage) -> None:
    view.render(image)


def _fill(image: QImage, tiles: list[QRect]) -> None:
    """The page, and a rectangle with an outline and an edge for each tile."""
    painter = QPainter(image)
    painter.fillRect(image.rect(), QColor("white"))
    for tile in tiles:
        painter.fillRect(tile, QColor("lightgrey"))
        painter.fillRect(QRect(tile.left(), tile.top(), 4, tile.height()), QColor("grey"))
    painter.end()
