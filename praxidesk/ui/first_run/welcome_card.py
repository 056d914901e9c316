"""The card of the first start: ways to begin, and where the data lies."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.first_run.choice_row import ChoiceRow
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD, WELCOME
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip
from praxidesk.worker.premises import Keeping, Premises

WIDTH = 760
_RADIUS = 6


class Beginning(Enum):
    """A way to begin."""

    WIZARD = "wizard"
    DESCRIPTION = "description"
    IMPORT = "import"
    DEMO = "demo"
    SERVER = "server"


_PICTURES = {
    Beginning.WIZARD: Icon.STETHOSCOPE,
    Beginning.DESCRIPTION: Icon.FILE,
    Beginning.IMPORT: Icon.CALENDAR,
    Beginning.DEMO: Icon.FLASK,
}


class WelcomeCard(QWidget):
    """Up and Down go from one way to the next; Enter takes it."""

    wanted = Signal(object)
    """``Beginning``."""

    def __init__(self, theme: Theme, premises: Premises, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._premises = premises
        self.setFixedWidth(WIDTH)
        self._title = ToneLabel(theme, "", WELCOME, SEMIBOLD)
        self._about = ToneLabel(theme, "", HEADING, REGULAR, Tone.SECOND)
        self._picture = QLabel()
        self.server = KeyButton(theme)
        self.server.clicked.connect(self._on_server)
        self.server.installEventFilter(self)
        self._where = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self._where.setWordWrap(True)
        self.rows = {
            way: ChoiceRow(theme, picture, is_first=way is Beginning.WIZARD)
            for way, picture in _PICTURES.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 36, 24)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(20)
        for row in self.rows.values():
            column.addWidget(row)
            column.addSpacing(6)
            row.button.clicked.connect(self._on_clicked)
            row.button.installEventFilter(self)
        column.addSpacing(12)
        column.addLayout(self._foot())
        self.setFocusProxy(self.rows[Beginning.WIZARD].button)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self._picture.setPixmap(pixmap(Icon.DATABASE, theme.text2, 16, self.devicePixelRatioF()))
        self.update()

    def retranslate(self) -> None:
        """Word it anew."""
        self._title.say(self.tr("Welcome to PraxiDesk"))
        self._about.say(self.tr("The calendar is still empty. How would you like to begin?"))
        self.rows[Beginning.WIZARD].say(
            self.tr("Set up the practice"),
            self.tr("Name, hours, practitioners, rooms, types. About ten minutes; all can be changed later."),
            self.tr("Begin"),
        )
        self.rows[Beginning.DESCRIPTION].say(
            self.tr("Read a description"),
            self.tr("A prepared practice file (TOML). PraxiDesk shows first what will be created."),
            self.tr("Choose file …"),
        )
        self.rows[Beginning.IMPORT].say(
            self.tr("Import appointments"),
            self.tr("Patients and appointments from the program used so far, as tables (CSV)."),
            self.tr("Import …"),
        )
        self.rows[Beginning.DEMO].say(
            self.tr("Try it out first"),
            self.tr("A demo practice full of appointments. Kept apart, and deleted whenever you like."),
            self.tr("Open the demo"),
        )
        self._say_where()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from way to way."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            buttons = [*(row.button for row in self.rows.values()), self.server]
            if event.key() in steps and watched in buttons:
                place = (buttons.index(watched) + steps[Qt.Key(event.key())]) % len(buttons)
                buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.linestrong, 1))
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._picture.setFixedSize(16, 18)
        row.addWidget(self._picture)
        row.addWidget(self._where, 1)
        self.server.setMinimumWidth(136)
        self.server.set_centred()
        row.addWidget(self.server)
        row.addSpacing(18)
        return row

    def _say_where(self) -> None:
        at = self._premises.at
        if self._premises.keeping is Keeping.SERVER:
            self._where.say(self.tr("Your data lies on the database server {server}.").format(server=at))
            self.server.say(self.tr("Other server …"))
        else:
            here = self.tr("Your data lies on this computer, in a file that only you can read.")
            several = self.tr("For several desks it lies on a PostgreSQL server.")
            self._where.say(f"{here}\n{several}")
            self.server.say(self.tr("Connect …"))
        self.server.setAccessibleDescription(self._where.words())
        self._where.setToolTip(plain_tooltip(at))

    @Slot()
    def _on_server(self) -> None:
        self.wanted.emit(Beginning.SERVER)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        ways = {row.button: way for way, row in self.rows.items()}
        if isinstance(button, KeyButton):
            self.wanted.emit(ways[button])
