"""The strip over the calendar while a filter holds: nobody shall wonder where the entries have gone."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.counted import counted
from praxidesk.ui.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.icons import Icon, pixmap
from praxidesk.ui.theme import Theme
from praxidesk.ui.theme_sheet import ButtonKind

HEIGHT = 36


class FilterBar(Surface):
    """Says how many pass, what is asked for, and how to be rid of it."""

    change_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, theme: Theme, keys: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(theme, "accentsoft", parent)
        self.setFixedHeight(HEIGHT)
        self._numbers = (0, 0)
        self._asked = ""
        self._hides = False
        self._picture = QLabel()
        self.count = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.asked = ToneLabel(theme, "", BASE, REGULAR).elide()
        self.change = KeyButton(theme, ButtonKind.QUIET, key=keys[0])
        self.clear = KeyButton(theme, ButtonKind.QUIET, key=keys[1])
        self.change.clicked.connect(self.change_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 1)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self.count)
        row.addWidget(self.asked, 1)
        row.addWidget(self.change)
        row.addWidget(self.clear)
        self.hide()
        self.set_theme(theme)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """One line; as narrow as the calendar."""
        return QSize(200, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        super().set_theme(theme)
        self._picture.setPixmap(pixmap(Icon.FILTER, theme.accent, 16, self.devicePixelRatioF()))

    def show_filter(self, passing: int, of: int, asked: str, *, hides: bool) -> None:
        """A filter holds."""
        self._numbers, self._asked, self._hides = (passing, of), asked, hides
        self.retranslate()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        passing, of = self._numbers
        self.count.say(
            self.tr("Filter: {passing} of {entries}").format(passing=passing, entries=counted.of_entries(of))
        )
        rest = self.tr("others are hidden, their time stays taken")
        if not self._hides:
            rest = self.tr("others are dimmed")
        self.asked.say(f"{self._asked} – {rest}")
        self.asked.setToolTip("")
        self.change.say(self.tr("Change"))
        self.clear.say(self.tr("Show all"))
        self.setAccessibleName(self.count.words())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.accent)
        painter.end()
