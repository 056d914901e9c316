"""What the colours mean: every type, or every practitioner, with its colour."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorKind, Colour
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.controls.swatch import SIDE, paint_swatch
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.fonts import BASE, SMALL
from praxidesk.ui.theme import Theme

_ROW = 25


class LegendRows(QWidget):
    """The painted rows; ids and colours are values."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[tuple[Colour, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def show_rows(self, rows: tuple[tuple[Colour, str], ...]) -> None:
        """Show these."""
        self._rows = rows
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line each."""
        return QSize(120, _ROW * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """All of them."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shortened names change with the width."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Draw the rows."""
        painter = QPainter(self)
        painter.setFont(BASE.font())
        metrics = painter.fontMetrics()
        for index, (colour, name) in enumerate(self._rows):
            top = index * _ROW
            paint_swatch(painter, QRect(0, top + (_ROW - SIDE) // 2, SIDE, SIDE), self._theme.types[colour])
            painter.setPen(self._theme.text2)
            room = QRect(SIDE + 8, top, self.width() - SIDE - 8, _ROW)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class Legend(QWidget):
    """Heading and rows; the word at the right of the heading switches what gives the colour."""

    switch_wanted = Signal(object)
    """``ColourBy``: the other one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practice: Practice | None = None
        self._by = ColourBy.TYPE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title = section_label(theme)
        self._switch = QPushButton()
        self._switch.setFont(SMALL.font())
        self._switch.setFlat(True)
        self._switch.setCursor(Qt.CursorShape.PointingHandCursor)
        self._switch.clicked.connect(self._on_switch)
        self._rows = LegendRows(theme)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._switch)
        column.addLayout(head)
        column.addWidget(self._rows)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """The switch reads as a quiet word."""
        self._switch.setStyleSheet(
            "QPushButton { border: none; background: transparent; padding: 0 2px; min-height: 20px;"
            f" color: {theme.text3.name()}; }}"
            f"QPushButton:hover {{ color: {theme.accent.name()}; }}"
            f"QPushButton:focus {{ color: {theme.focus.name()}; text-decoration: underline; }}"
        )

    def show_practice(self, practice: Practice, by: ColourBy) -> None:
        """List what has a colour."""
        self._practice, self._by = practice, by
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        by_type = self._by is ColourBy.TYPE
        self._title.say(self.tr("Colour: type") if by_type else self.tr("Colour: practitioner"))
        self._switch.setText(self.tr("Practitioner") if by_type else self.tr("Type"))
        self._rows.show_rows(self._listed())

    def _listed(self) -> tuple[tuple[Colour, str], ...]:
        if self._practice is None:
            return ()
        if self._by is ColourBy.TYPE:
            return tuple((each.colour, each.name) for each in self._practice.types.values())
        return tuple(
            (each.colour or Colour.SLATE, each.name)
            for each in self._practice.actors.values()
            if each.kind is ActorKind.PRACTITIONER and each.active
        )

    def _on_switch(self) -> None:
        self.switch_wanted.emit(ColourBy.PRACTITIONER if self._by is ColourBy.TYPE else ColourBy.TYPE)
