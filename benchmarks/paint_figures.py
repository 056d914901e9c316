"""Figures of painting: a week of everybody, a page of it, and one tile of that, against bare rectangles."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.big_practice import PRACTITIONERS, ZONE, BigPractice
from benchmarks.figures import Figure, Timing, Work, by_turns, rounded
from benchmarks.paint_watch import PaintWatch
from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import Status
from praxidesk.models import queries
from praxidesk.models.store import Store
from praxidesk.services.desk import Desk
from praxidesk.ui.calendar.grid.builder import NARROWEST_IN_WEEK
from praxidesk.ui.calendar.grid.canvas import GridCanvas
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.grid.week_view import WeekView
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.look.theme import ThemeName, apply_theme
from praxidesk.worker.week_cache import week_span

MONDAY = date(2026, 11, 23)
SCREEN = QSize(1920, 1080)
RUNS = 30
_AT = 10 * 60 + 42
"""Minute of the day that counts as now."""


def paintings() -> Iterator[Figure]:
    """All columns of a week, one screen of a day, and one tile of it that became another."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, ThemeName.LIGHT)
    week = _state()
    days = len(week.days)
    whole = _shown(app, WeekView(), week, QSize(days * PRACTITIONERS * NARROWEST_IN_WEEK, SCREEN.height()))
    yield _full("paint_full", whole)
    whole.close()
    one = replace(week, days=week.days[:1], entries=tuple(_of_day(week, week.days[0])))
    page = _shown(app, DayView(), one, SCREEN)
    yield _full("paint_page", page)
    yield _tile(app, page, one)
    page.close()


def _full(what: str, view: GridCanvas) -> Figure:
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    tiles = tiles_of(view)
    return _figure(
        what,
        len(tiles),
        by_turns([partial(_render, view, image)] * RUNS, [partial(_fill, image, tiles)] * RUNS),
        ("filling the same rectangles", 5),
    )


def _tile(app: QApplication, view: GridCanvas, state: CalendarState) -> Figure:
    """A status changes to and fro; what is repainted for it, beside the whole of the view."""
    entry = next(each for each in state.entries if each.starts_at >= ZONE.at(MONDAY, _AT))
    arrived = replace(entry, version=entry.version + 1, status=Status.ARRIVED)
    regions = [_changed(app, view, _with(state, each)) for each in (arrived, entry)]
    image = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    work: list[Work] = [partial(_render, view.viewport(), image, region) for region in regions]
    timing = by_turns(work * (RUNS // 2), [partial(_render, view, image)] * RUNS)
    return _figure("paint_tile", len(tiles_of(view)), timing, ("painting all of it", 0.05))


def _figure(what: str, tiles: int, timing: Timing, against: tuple[str, float]) -> Figure:
    return Figure(
        what=what,
        store="",
        entries=tiles,
        statements=0,
        median_ms=rounded(timing.ours_ms),
        ratio=rounded(timing.ratio),
        against=against[0],
        budget=against[1],
        runs=timing.runs,
    )


def _state() -> CalendarState:
    """A week of the big practice: every column of every practitioner is full."""
    days = tuple(MONDAY + timedelta(days=each) for each in range(5))
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(str(Path(folder, "week.db")), create=True)
        big = BigPractice.in_store(store).grown(1)
        desk = Desk.open(store)
        with store.read() as connection:
            entries = queries.entries(connection, week_span(desk.zone, MONDAY))
        store.close()
    return CalendarState(
        practice=desk.practice,
        zone=desk.zone,
        days=days,
        actors=tuple(big.codes[f"D{number}"] for number in range(PRACTITIONERS)),
        entries=entries,
        now=desk.zone.at(MONDAY, _AT),
    )


def _of_day(state: CalendarState, day: date) -> Iterator[Entry]:
    span = state.zone.day(day)
    return (entry for entry in state.entries if entry.span.overlaps(span))


def _with(state: CalendarState, changed: Entry) -> CalendarState:
    return replace(state, entries=tuple(changed if each.id == changed.id else each for each in state.entries))


def _shown(app: QApplication, view: GridCanvas, state: CalendarState, size: QSize) -> GridCanvas:
    view.resize(size)
    view.set_state(state)
    view.show()
    app.processEvents()
    view.zoom_day()
    app.processEvents()
    while not view.is_worded:
        app.processEvents()
    # The last words have been asked for: until they are painted they would be taken for the change.
    app.processEvents()
    return view


def _changed(app: QApplication, view: GridCanvas, state: CalendarState) -> QRegion:
    """What the view asks to be repainted when it is given another state."""
    watch = PaintWatch(view.viewport())
    view.set_state(state)
    app.processEvents()
    return watch.stop()


def tiles_of(view: GridCanvas) -> list[QRect]:
    """The rectangles of all tiles that are to be seen."""
    model = view.model()
    rects = (view.visualRect(model.index(row, 0)) for row in range(model.rowCount()))
    return [rect for rect in rects if rect.intersects(view.viewport().rect())]


def _render(widget: QWidget, image: QImage, region: QRegion | None = None) -> None:
    if region is None:
        widget.render(image)
    else:
        widget.render(image, QPoint(), region)


def _fill(image: QImage, tiles: Sequence[QRect]) -> None:
    """The page, and a rectangle with an edge for each tile."""
    painter = QPainter(image)
    painter.fillRect(image.rect(), QColor("white"))
    for tile in tiles:
        painter.fillRect(tile, QColor("lightgrey"))
        painter.fillRect(QRect(tile.left(), tile.top(), 4, tile.height()), QColor("grey"))
    painter.end()
