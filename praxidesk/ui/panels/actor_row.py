"""One practitioner, room or device of the left panel: shown or not, and free again when."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy

from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.state import ActorMenuWanted, Place
from praxidesk.ui.look.fonts import BASE, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.actor_names import short_name

translate = QCoreApplication.translate

_ROW = 25
_BOX = 26
"""Width of the box to tick, with its gap."""
_GAP = 6


def free_words(zone: Zone, at: int, today: date) -> str:
    """As short as is clear: ``11:45`` today, ``Di 24.`` within a week, then ``24.12.``."""
    day = zone.day_of(at)
    if day == today:
        return dates.clock(zone, at)
    return dates.tiny_day(day) if 0 < (day - today).days < 7 else dates.day_month(day)


class ActorRow(QCheckBox):
    """A name, shortened where the panel is too narrow, and the next free time at its right.

    A double click shows nobody else; Enter, or a click on the time, goes there.
    """

    only_wanted = Signal(object)
    """``ActorId``."""
    free_wanted = Signal(object)
    """``Place``."""
    menu_wanted = Signal(object)
    """``ActorMenuWanted``."""

    def __init__(self, theme: Theme, actor: ActorId, name: str) -> None:
        super().__init__()
        self.actor = actor
        self._name = name
        self._free: Span | None = None
        self.time = QPushButton(self)
        self.time.setFlat(True)
        self.time.setFont(SECONDARY.font())
        self.time.setCursor(Qt.CursorShape.PointingHandCursor)
        # Enter on the row does the same: one stop for each name is enough.
        self.time.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.time.clicked.connect(self._on_time)
        self.time.hide()
        self.setFont(BASE.font())
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)
        self.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        """The time reads as a quiet word."""
        self.time.setStyleSheet(
            "QPushButton { border: none; background: transparent; padding: 0; min-height: 0; min-width: 0;"
            f" color: {theme.text2.name()}; text-align: right; }}"
            f"QPushButton:hover {{ color: {theme.accent.name()}; text-decoration: underline; }}"
        )

    def show_free(self, free: Span | None, zone: Zone, today: date) -> None:
        """Say when there is free time next; ``None``: not soon."""
        if free is None:
            self._show(None, "–", translate("actor_row", "Nothing free in the next two months"))
        else:
            told = translate("actor_row", "Next free: {day} {time}").format(
                day=dates.short_day(zone.day_of(free.start)), time=dates.time_range(zone, free)
            )
            self._show(free, free_words(zone, free.start, today), told)

    def leave_free_out(self) -> None:
        """Nobody here can know when there is free time."""
        told = translate("actor_row", "This login does not see everything that takes this time.")
        self._show(None, "–", told)

    def _show(self, free: Span | None, text: str, told: str) -> None:
        self._free = free
        self.time.setText(text)
        self.time.setEnabled(free is not None)
        self.time.setToolTip(plain_tooltip(told))
        self.time.show()
        self.setAccessibleDescription(told)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten for the new width."""
        super().resizeEvent(event)
        self._fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show nobody else."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.only_wanted.emit(self.actor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """As over a column's header, by mouse or key."""
        is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = event.globalPos() if is_mouse else self.mapToGlobal(self.rect().center())
        self.menu_wanted.emit(ActorMenuWanted(self.actor, at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the free time; Space ticks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_time()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room = self.width() - _BOX
        if self.time.isVisibleTo(self):
            wide = self.time.fontMetrics().horizontalAdvance(self.time.text()) + 2
            self.time.setGeometry(self.width() - wide, 0, wide, _ROW)
            room -= wide + _GAP
        metrics = self.fontMetrics()
        name = self._name if metrics.horizontalAdvance(self._name) <= room else short_name(self._name)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._name) if shown != self._name else "")

    @Slot()
    def _on_time(self) -> None:
        if self._free is not None:
            self.free_wanted.emit(Place(self.actor, self._free))
