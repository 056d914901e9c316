"""The strip under the toolbar while the store does not answer: since when, as of when, what still goes."""

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from praxidesk.engine.walltime import Zone
from praxidesk.ui import dates
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.counted import counted
from praxidesk.ui.fault_wording import happened
from praxidesk.ui.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.icons import Icon, pixmap
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.theme import Theme
from praxidesk.ui.theme_sheet import ButtonKind
from praxidesk.worker.messages import Link, StoreState

HEIGHT = 36
PATIENCE_MS = 400
"""A connection that is found again sooner moves nothing on the screen."""


class ConnectionStrip(Surface):
    """Comes and goes by itself; takes no focus and stops nobody."""

    give_up_wanted = Signal()
    """What is still being booked shall not be booked any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "warnsoft", parent)
        self.setFixedHeight(HEIGHT)
        self._state: StoreState | None = None
        self._zone: Zone | None = None
        self._now = 0
        self._picture = QLabel()
        self.title = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.text = ToneLabel(theme, "", BASE, REGULAR).elide()
        self.booking = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.give_up = KeyButton(theme, ButtonKind.QUIET)
        self.give_up.clicked.connect(self.give_up_wanted)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(PATIENCE_MS)
        self._delay.timeout.connect(self._appear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 1)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self.title)
        row.addWidget(self.text, 1)
        row.addWidget(self.booking)
        row.addWidget(self.give_up)
        self.hide()
        self.set_theme(theme)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """One line; as narrow as the window."""
        return QSize(200, HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        super().set_theme(theme)
        self._picture.setPixmap(pixmap(Icon.ALERT, theme.warn, 16, self.devicePixelRatioF()))

    def show_state(self, state: StoreState, zone: Zone | None, now: int) -> None:
        """Follow the store; without a zone nothing is shown yet that could be old."""
        self._state, self._zone, self._now = state, zone, now
        if zone is None or (state.connected and not state.unanswered):
            self._delay.stop()
            self.hide()
            return
        self.retranslate()
        if self.isHidden() and not self._delay.isActive():
            self._delay.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        self.give_up.say(self.tr("Stop trying"))
        self.give_up.setToolTip(
            plain_tooltip(
                self.tr("What is booked already stays booked, and is told when the server answers again")
            )
        )
        state, zone = self._state, self._zone
        if state is None or zone is None:
            return
        as_of = self._clock(zone, state.since if state.as_of is None else state.as_of)
        goes_on = self.tr("Shown is what was known at {time}; it can be looked at, booking has to wait.")
        match state.link:
            case Link.CONNECTED:
                self.title.say(self.tr("Connected again"))
                self.text.say("")
            case Link.RECONNECTING:
                self.title.say(self.tr("Reconnecting …"))
                self.text.say(goes_on.format(time=as_of))
            case Link.OFFLINE:
                since = self._clock(zone, state.since)
                self.title.say(self.tr("Offline since {time}").format(time=since))
                why = happened(state.fault) if state.fault is not None else ""
                self.text.say(" ".join(each for each in (why, goes_on.format(time=as_of)) if each))
        self.text.setToolTip(plain_tooltip(self.text.words()))
        self.booking.say(counted.still_booked(state.unanswered) if state.unanswered else "")
        for part in (self.booking, self.give_up):
            part.setVisible(bool(state.unanswered))
        said = (self.title.words(), self.text.words(), self.booking.words())
        self.setAccessibleName(" ".join(each for each in said if each))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.warn)
        painter.end()

    def _clock(self, zone: Zone, instant: int) -> str:
        """The time; with its day where that is another one."""
        day = zone.day_of(instant)
        time = dates.clock(zone, instant)
        return time if day == zone.day_of(self._now) else f"{dates.short_day(day)} {time}"

    @Slot()
    def _appear(self) -> None:
        self.show()
