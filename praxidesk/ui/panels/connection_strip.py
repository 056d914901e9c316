"""The strip under the toolbar while the store does not answer: since when, as of when, what still goes."""

from PySide6.QtCore import QTimer, Signal, Slot

from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.notice_strip import NoticeStrip, StripLook
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.look.fonts import BASE, SEMIBOLD
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.fault_wording import happened
from praxidesk.worker.messages import Link, StoreState

PATIENCE_MS = 400
"""A connection that is found again sooner moves nothing on the screen."""


class ConnectionStrip(NoticeStrip):
    """Comes and goes by itself; takes no focus and stops nobody."""

    give_up_wanted = Signal()
    """What is still being booked shall not be booked any more."""

    def __init__(self, theme: Theme) -> None:
        booking, give_up = ToneLabel(theme, "", BASE, SEMIBOLD), KeyButton(theme, ButtonKind.QUIET)
        super().__init__(theme, StripLook("warnsoft", "warn", Icon.ALERT), (booking, give_up))
        self.booking, self.give_up = booking, give_up
        self._state: StoreState | None = None
        self._zone: Zone | None = None
        self._now = 0
        self.give_up.clicked.connect(self.give_up_wanted)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(PATIENCE_MS)
        self._delay.timeout.connect(self._appear)
        self.retranslate()

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
        as_of = dates.clock_or_day(zone, state.since if state.as_of is None else state.as_of, self._now)
        goes_on = self.tr("Shown is what was known at {time}; it can be looked at, booking has to wait.")
        match state.link:
            case Link.CONNECTED:
                self.title.say(self.tr("Connected again"))
                self.text.say("")
            case Link.RECONNECTING:
                self.title.say(self.tr("Reconnecting …"))
                self.text.say(goes_on.format(time=as_of))
            case Link.OFFLINE:
                since = dates.clock_or_day(zone, state.since, self._now)
                self.title.say(self.tr("Offline since {time}").format(time=since))
                why = happened(state.fault) if state.fault is not None else ""
                self.text.say(" ".join(each for each in (why, goes_on.format(time=as_of)) if each))
        self.text.setToolTip(plain_tooltip(self.text.words()))
        self.booking.say(counted.still_booked(state.unanswered) if state.unanswered else "")
        for part in (self.booking, self.give_up):
            part.setVisible(bool(state.unanswered))
        said = (self.title.words(), self.text.words(), self.booking.words())
        self.setAccessibleName(" ".join(each for each in said if each))

    @Slot()
    def _appear(self) -> None:
        self.show()
