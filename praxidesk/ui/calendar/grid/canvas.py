"""The time grid as a picture: layout, zoom, scrolling and painting, without hands or keys."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid.builder import GridBuilder, size_of
from praxidesk.ui.calendar.grid.changes import changed_rects, is_same_grid
from praxidesk.ui.calendar.grid.gutter import GUTTER_WIDTH, GridGutter
from praxidesk.ui.calendar.grid.header import BORDER, GridHeader
from praxidesk.ui.calendar.grid.kept import Kept
from praxidesk.ui.calendar.grid.layout import Column, GridLayout, Metrics, Tile
from praxidesk.ui.calendar.grid.now_line import now_minute, paint_now
from praxidesk.ui.calendar.grid.paint import GridPainter
from praxidesk.ui.calendar.grid.pictures import GridPictures
from praxidesk.ui.calendar.grid.zoom import WHOLE_DAY, fitting, next_step, working_minutes
from praxidesk.ui.calendar.hand_view import HandView
from praxidesk.ui.calendar.items import Beside, Item
from praxidesk.ui.calendar.nobody_shown import paint_nobody
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import FaceWords
from praxidesk.ui.calendar.time_axis import DEFAULT_ZOOM, time_axis
from praxidesk.ui.slices import Slices

_MANY_CHANGES = 60
"""Tiles that look otherwise, from which on it is quicker to repaint all than to say which."""
_MOST_RECTS = 12
"""Parts of a repaint that are worth painting one by one."""


class GridCanvas(HandView):
    """Columns of actors over a common axis of time."""

    # On the class too, because Qt asks ``indexAt`` while the base is still being built.
    _layout: GridLayout | None = None

    def __init__(self, parent: QWidget | None = None, *, has_days: bool = False) -> None:
        super().__init__(parent)
        self._kept = Kept()
        self._painter: GridPainter | None = None
        self._pictures = GridPictures()
        self._zoom = DEFAULT_ZOOM
        self._zooming = Slices(self)
        self._wording = QTimer(self)
        self._wording.setSingleShot(True)
        self._wording.timeout.connect(self._word_the_rest)
        self._is_placed = False
        self._shown_now: int | None = None
        self._gutter = GridGutter(self)
        self._header = GridHeader(self, has_days)
        self._header.day_chosen.connect(self.day_wanted)
        self._header.actor_menu_wanted.connect(self.actor_menu_wanted)
        self.setViewportMargins(GUTTER_WIDTH, self._header.wanted_height, 0, 0)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().actionTriggered.connect(self._keep_place)

    # Zoom

    @property
    def zoom(self) -> int:
        """Pixels for five minutes, or ``WHOLE_DAY``; to be remembered and set again."""
        return self._zoom

    def set_zoom(self, zoom: int) -> None:
        """Show five minutes this many pixels high, the middle of the window staying where it is."""
        self._zoom_about(zoom, self.viewport().height() // 2)

    def zoom_in(self) -> None:
        """The next larger step."""
        self._zoom_step(1, self.viewport().height() // 2)

    def zoom_out(self) -> None:
        """The next smaller step."""
        self._zoom_step(-1, self.viewport().height() // 2)

    def zoom_day(self) -> None:
        """The working hours of all columns in one window."""
        self._zoom = WHOLE_DAY
        self._is_placed = False
        self._rezoom(self._place)

    def _zoom_step(self, direction: int, y: int) -> None:
        step = next_step(self._pixels_per_minute() * 5, direction)
        if step is not None:
            self._zoom_about(step, y)

    def _zoom_about(self, zoom: int, y: int) -> None:
        """Change the zoom so that the time at viewport ``y`` stays under it."""
        layout = self._layout
        minute = layout.metrics.minute(y + self.verticalOffset()) if layout is not None else 0.0
        self._zoom = zoom
        self._rezoom(self._place if zoom == WHOLE_DAY else partial(self._scroll_to, round(minute), y))

    def _rezoom(self, then: Callable[[], None]) -> None:
        """Lay out at another zoom, a large state in slices; until it is ready the window stays as it is."""

        def zoomed() -> None:
            self._relayout()
            then()

        self._zooming.begin(self.steps(self._state) if self._state is not None else iter(()), zoomed)

    def _scroll_to(self, minute: int, y: int) -> None:
        """Put a time to a height of the window."""
        if self._layout is not None:
            self.verticalScrollBar().setValue(self._layout.metrics.y(minute) - y)
            self._is_placed = True

    def _metrics(self, layout: GridLayout | None = None) -> Metrics:
        """Width and zoom of the window; one that fits the day is of a layout, else of the one shown."""
        return Metrics(self.viewport().width(), self._pixels_per_minute(layout))

    def _pixels_per_minute(self, layout: GridLayout | None = None) -> float:
        if self._zoom != WHOLE_DAY:
            return self._zoom / 5
        layout = layout or self._layout
        return (fitting(layout, self.viewport().height()) if layout is not None else DEFAULT_ZOOM) / 5

    # Layout

    def _state_set(self, before: CalendarState | None) -> None:
        if self._state is not None:
            self._kept.follow(before, self._state)

    def _arrange(self) -> Sequence[Item]:
        state = self._state
        if state is None:
            return ()
        known = self._known(state)
        self._layout = known or next(each for each in self._built(state) if isinstance(each, GridLayout))
        return self._layout.tiles

    def _arranged_beside(self) -> Sequence[Beside]:
        return self._layout.beside if self._layout is not None else ()

    def _known(self, state: CalendarState) -> GridLayout | None:
        """The layout of a state at the present size and zoom, where it has been made."""
        return self._kept.layout(state, lambda layout: layout.metrics == self._metrics(layout))

    def is_near(self, state: CalendarState) -> bool:
        """Whether it has the columns that are shown, or is laid out."""
        shown = self._state
        is_shown = shown is None or (shown.days, shown.actors) == (state.days, state.actors)
        return is_shown or self._known(state) is not None

    def _built(self, state: CalendarState) -> Iterator[Column | GridLayout]:
        """Each column of a state, and at last the layout, which is kept."""
        words = FaceWords(state.practice, state.zone, state.colour_by, self._kept.usual_rooms(state))
        builder = GridBuilder(state, time_axis(state.zone, state.days), self._metrics(), words, self._kept)
        columns = list[Column]()
        yield from builder.columns(columns)
        layout = builder.layout(columns)
        fitted = self._metrics(layout)
        if fitted != layout.metrics:
            # It only told how long the day is.
            builder, columns = replace(builder, metrics=fitted), []
            yield from builder.columns(columns)
            layout = builder.layout(columns)
        self._kept.keep(state, layout)
        yield layout

    def foresee(self, state: CalendarState) -> Iterator[int]:
        """Lay out and draw another state beforehand, a column a step; what has been shown is not touched."""
        yield from self.steps(state)
        layout, area = self._known(state), self.viewport().rect().translated(self._offset())
        if layout is not None and self._painter is not None:
            self._header.foresee(layout, state)
            yield len(layout.columns)
            yield from self._pictures.draw(self._painter, layout, area)

    def steps(self, state: CalendarState) -> Iterator[int]:
        """Lay out another state, a column a step; ``set_state`` then finds the layout made."""
        shown = self._state
        if self._layout is None or shown is None:
            return
        if not self._kept.is_for(shown, state):
            return  # All that is kept will be forgotten.
        if self._awaits:
            # What is shown is arranged for another size anyway: take the bars of what comes.
            self._size_scroll_bars(size_of(state, time_axis(state.zone, state.days), self._metrics()))
        if self._known(state) is not None:
            return
        yield 0
        made = self._kept.made
        for each in self._built(state):
            if isinstance(each, Column) and self._painter is not None:
                self._painter.place(each)
            yield self._kept.made - made
            made = self._kept.made

    def _expected_size(self) -> QSize | None:
        state, has_layout = self._state, self._layout is not None
        return (
            size_of(state, time_axis(state.zone, state.days), self._metrics())
            if state and has_layout
            else None
        )

    def _contents_size(self) -> QSize:
        return QSize(self._layout.width, self._layout.height) if self._layout is not None else QSize()

    def _relayout(self) -> None:
        before, was = self._layout, self._shown_now
        super()._relayout()
        state, layout = self._state, self._layout
        if state is None or layout is None:
            return
        self._shown_now = state.now
        self._header.show_layout(layout, self._theme, state)
        self._gutter.show_layout(layout, self._theme, state.now)
        if before is None:
            self._place()
        self._layout_changed(before)
        self._repaint(before, was)

    def _update_after_layout(self) -> None:
        """Nothing here: ``_repaint`` knows better what changed."""

    def _layout_changed(self, before: GridLayout | None) -> None:
        """The layout was made anew."""

    def _repaint(self, before: GridLayout | None, was: int | None) -> None:
        """Repaint what differs from the layout before."""
        layout, state = self._layout, self._state
        if layout is None or state is None:
            return
        # A mark of another desk stands half outside its tile.
        if before is None or was is None or self._edited or not is_same_grid(before, layout):
            self.viewport().update()
            return
        rects = list(islice(changed_rects(before, layout), _MANY_CHANGES + 1))
        if len(rects) > _MANY_CHANGES:
            self.viewport().update()
            return
        for rect in rects:
            self._update_contents(rect)
        if was != state.now:
            for now in (was, state.now):
                minute = now_minute(layout, now)
                if minute is not None:
                    self._update_contents(QRect(0, layout.metrics.y(minute) - 3, layout.width, 6))

    def _update_contents(self, rect: QRect) -> None:
        self.viewport().update(self._to_viewport(rect))

    def _theme_set(self) -> None:
        self._painter = None
        if self._layout is not None and self._state is not None:
            self._header.show_layout(self._layout, self._theme, self._state)
            self._gutter.show_layout(self._layout, self._theme, self._state.now)

    def _selection_set(self, changed: frozenset[EntryId]) -> None:
        if self._layout is None:
            return
        for entry in changed:
            for tile in self._layout.by_entry.get(entry, ()):
                # Wider than the tile: the focus ring lies around it.
                self._update_contents(tile.rect.adjusted(-3, -3, 3, 3))

    def _show_rect(self, rect: QRect, margin: int = 8) -> None:
        """What was brought into view stays there when the view is given another size."""
        super()._show_rect(rect, margin)
        self._keep_place()

    def _place(self) -> None:
        """Scroll to the working hours, or to now where that is out of sight."""
        layout, state = self._layout, self._state
        if layout is None or state is None:
            return
        height = self.viewport().height()
        first, _ = working_minutes(layout)
        top = layout.metrics.y(first)
        now = now_minute(layout, state.now)
        if now is not None and not top <= layout.metrics.y(now) < top + height - 40:
            top = layout.metrics.y(now) - height // 3
        self.verticalScrollBar().setValue(top)

    def _keep_place(self) -> None:
        self._is_placed = True

    # Where is what

    def _tile_at(self, at: QPoint) -> tuple[Column, Tile] | None:
        """The topmost tile at a contents point, with its column."""
        column = self._layout.column_at(at.x()) if self._layout is not None else None
        if column is not None:
            for tile in reversed(column.tiles):
                if tile.rect.contains(at):
                    return column, tile
        return None

    def _item_at(self, at: QPoint) -> Item | None:
        found = self._tile_at(at)
        return found[1] if found is not None else None

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each changed part by itself: the layout makes it cheap to find what lies in it."""
        painter = QPainter(self.viewport())
        layout, state = self._layout, self._state
        if layout is None or state is None:
            painter.fillRect(event.rect(), self._theme.canvas)
            return
        ratio = self.devicePixelRatioF()
        if not layout.columns:
            painter.fillRect(event.rect(), self._theme.closed)
            if state.practice.actors:  # else there is nobody to choose
                paint_nobody(painter, self.viewport().rect(), self._theme, ratio)
            return
        if self._painter is None or self._painter.ratio != ratio:
            self._painter = GridPainter(self._theme, ratio)
        offset = self._offset()
        painter.translate(-offset)
        region = event.region()
        is_whole = region.rectCount() == 1 and event.rect() == self.viewport().rect()
        self._painter.begin(region.translated(offset), is_whole=is_whole)
        # Iterable, though the type stubs do not say so.
        rects = cast("Iterable[QRect]", region) if region.rectCount() <= _MOST_RECTS else [event.rect()]
        for rect in rects:
            area = rect.translated(offset)
            painter.setClipRect(area)
            if not self._pictures.paint(painter, self._painter, layout, area, self._shown_chosen.all):
                self._painter.paint(painter, layout, area, self._shown_chosen.all)
            paint_now(painter, layout, area, state.now, self._theme)
        painter.setClipRegion(region.translated(offset))
        self._paint_over(painter, layout)
        if self._painter.bare:
            self._wording.start()

    @property
    def is_worded(self) -> bool:
        """Whether the last paint had time for all words."""
        return self._painter is None or not self._painter.bare

    @Slot()
    def _word_the_rest(self) -> None:
        for rect in self._painter.next_bare() if self._painter is not None else ():
            self._update_contents(rect)

    def _paint_over(self, painter: QPainter, layout: GridLayout) -> None:
        """What lies over the tiles, in contents coordinates."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Header and gutter keep to the edges; until somebody scrolls, the working hours to the top."""
        area, header = self.viewport().geometry(), self._header.wanted_height
        self._gutter.setGeometry(area.left() - GUTTER_WIDTH, area.top(), GUTTER_WIDTH, area.height())
        self._header.setGeometry(area.left() - BORDER, area.top() - header, area.width() + BORDER, header)
        super().resizeEvent(event)
        if not self._is_placed:
            self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already; only the rest is painted."""
        self.viewport().scroll(dx, dy)
        self._gutter.scroll_to(self.verticalOffset())
        self._header.scroll_to(self.horizontalOffset())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom about the pointer; with Shift, sideways."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                self._zoom_step(1 if turned.y() > 0 else -1, round(event.position().y()))
            event.accept()
            return
        self._is_placed = True
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and turned.y():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned.y())
            event.accept()
            return
        super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language words everything anew."""
        if event.type() is QEvent.Type.LanguageChange:
            self._kept.forget()
        super().changeEvent(event)
