"""The line at the bottom: counts, the last change, the database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.click_label import ClickLabel
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import REGULAR, SEMIBOLD, SMALL
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.load_key import LoadKey
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.slices import Slices
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted
from praxidesk.worker.messages import Link, StoreState
from praxidesk.worker.premises import Keeping, Premises
from praxidesk.worker.server_address import Encryption

HEIGHT = 26
NOT_BEGUN = frozenset({StoreFault.MISSING, StoreFault.EMPTY})
"""Faults that are none before there is a practice: it is the first start."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands on the days shown."""

    entries: int = 0
    passing: int = 0
    """Of these, through the filter."""
    operations: int = 0
    """Of these."""
    waiting: int = 0
    """Arrived and not yet called, today."""


@dataclass(frozen=True, slots=True)
class TheatreCounts:
    """How many of today's operations are how far."""

    over: int
    running: int
    cleaning: int
    planned: int
    late: int


def _stages(theatre: TheatreCounts) -> str:
    """``5 fertig · 3 laufen · 1 in Reinigung · 7 geplant``; what is nowhere is not said."""
    said = (
        (theatre.over, counted.over_operations),
        (theatre.running, counted.running_operations),
        (theatre.cleaning, counted.cleaning_operations),
        (theatre.planned, counted.planned_operations),
    )
    return " · ".join(words(number) for number, words in said if number)


class LiveDot(QWidget):
    """Green while the database answers, yellow when just lost, else red; the word beside it says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._link = Link.OFFLINE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def set_link(self, link: Link) -> None:
        """Whether it answers."""
        self._link = link
        self.update()

    def sizeHint(self) -> QSize:
        """A dot."""
        return QSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Filled, or a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = {
            Link.CONNECTED: self._theme.ok,
            Link.RECONNECTING: self._theme.warn,
            Link.OFFLINE: self._theme.danger,
        }
        painter.setBrush(colours[self._link])
        painter.drawEllipse(QPointF(5, 5), 4, 4)
        painter.end()


class StatusLine(Surface):
    """Says everything in whole words."""

    waiting_wanted = Signal()
    """The number of those who wait was clicked."""

    parked_wanted = Signal()
    """The number of those that are parked was clicked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "chrome")
        self.setFixedHeight(HEIGHT)
        self._counts = Counts()
        self._counting = Slices(self)
        self._view = ViewKind.DAY
        self._state: StoreState | None = None
        self._changed_at: int | None = None
        self._changed_where = ""
        self._desk = ""
        self._zone: Zone | None = None
        self._premises = Premises()
        self._has_practice = False
        self.place = ToneLabel(theme, "", SMALL, SEMIBOLD, Tone.ACCENT)
        self.entries = ToneLabel(theme, "", SMALL, SEMIBOLD)
        self.waiting = ClickLabel(theme, "", SMALL, SEMIBOLD)
        self.waiting.clicked.connect(self.waiting_wanted)
        self.parked = ClickLabel(theme, "", SMALL, SEMIBOLD)
        self.parked.clicked.connect(self.parked_wanted)
        self.parked.lead(leads=True)
        self.parked.hide()
        self._parked = 0
        self._stages = ToneLabel(theme, "", SMALL, REGULAR)
        self._late = ToneLabel(theme, "", SMALL, SEMIBOLD, Tone.DANGER)
        self._theatre: TheatreCounts | None = None
        self._change = ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND)
        self.load_key = LoadKey(theme)
        self._speed = ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND)
        self.busy = ToneLabel(theme, "", SMALL, REGULAR, Tone.ACCENT)
        self.person = ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND)
        self.person.hide()
        self._doing = frozenset[str]()
        self.desk = ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND)
        self._dot = LiveDot(theme)
        self.live = ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(18)
        for part in (
            self.place,
            self.entries,
            self._stages,
            self._late,
            self.waiting,
            self.parked,
            self.load_key,
            self._change,
            self._speed,
            self.busy,
        ):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.desk)
        row.addWidget(self.person)
        end = QHBoxLayout()
        end.setSpacing(6)
        end.addWidget(self._dot)
        end.addWidget(self.live)
        row.addLayout(end)
        self.retranslate()

    def show_premises(self, premises: Premises, *, has_practice: bool) -> None:
        """Which store it is, and whether there is anything to count in it."""
        self._premises, self._has_practice = premises, has_practice
        self.retranslate()

    def count(self, steps: Iterator[int], counts: Callable[[], Counts], view: ViewKind) -> None:
        """Show what is counted in slices, once the page is painted; until then, what was counted last."""
        self._counting.begin(steps, lambda: self.show_counts(counts(), view), at_once=False)

    def show_counts(self, counts: Counts, view: ViewKind = ViewKind.DAY) -> None:
        """How full it is: beside the plan of rooms of operations, beside a month of its six weeks."""
        self._counts, self._view = counts, view
        self.retranslate()

    def show_parked(self, number: int) -> None:
        """How many are parked; 0 where their panel is to be seen, or there are none."""
        self._parked = number
        self.parked.say(counted.parked(number))
        self.parked.setVisible(bool(number))

    def show_theatre(self, theatre: TheatreCounts | None) -> None:
        """How the operations of today go; ``None`` where another day is shown, or no plan of rooms."""
        if theatre != self._theatre:
            self._theatre = theatre
            self.retranslate()

    def show_person(self, text: str) -> None:
        """Who is signed in, and as what; nothing where nobody has to."""
        self.person.say(text)
        self.person.setToolTip(plain_tooltip(text))
        self.person.setVisible(bool(text))

    @Slot(object)
    def show_loading(self, late: bool) -> None:
        """Days take long to load."""
        self._doing = self._doing | {"load"} if late else self._doing - {"load"}
        self.retranslate()

    @Slot(object)
    def show_saving(self, late: bool) -> None:
        """A change takes long to save."""
        self._doing = self._doing | {"save"} if late else self._doing - {"save"}
        self.retranslate()

    def show_state(self, state: StoreState, zone: Zone | None) -> None:
        """Whether the database answers."""
        self._state, self._zone = state, zone
        self.retranslate()

    def show_change(self, at: int, zone: Zone, where: str = "") -> None:
        """When something was last changed, here or elsewhere, and at which desk where that is known."""
        self._changed_at, self._zone, self._changed_where = at, zone, where
        self.retranslate()

    def show_desk(self, name: str) -> None:
        """What this desk is called; nothing where nobody has given it a name."""
        self._desk = name
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        self._word()
        parts = (self.place, self._stages, self._late, self._change, self._speed, self.busy, self.desk)
        for label in parts:
            label.setVisible(bool(label.words()))

    def _word_place(self) -> None:
        is_demo = self._premises.keeping is Keeping.DEMO
        exposed = {
            Encryption.UNCHECKED: self.tr("Server not checked"),
            Encryption.NONE: self.tr("Connection not encrypted"),
        }.get(self._premises.way, "")
        self.place.say(self.tr("Demo practice") if is_demo else exposed)
        why = self.tr("Whoever is in the same network could read or change patients' data on the way.")
        at = self._premises.at
        self.place.setToolTip(plain_tooltip(f"{at}\n{why}" if exposed else at))

    def _word(self) -> None:
        loads = self.tr("loading …") if "load" in self._doing else ""
        self.busy.say(self.tr("saving …") if "save" in self._doing else loads)
        self._word_place()
        counts = self._counts
        is_month = self._view is ViewKind.MONTH
        if self._view is ViewKind.ROOMS:
            self.entries.say(counted.operations(counts.operations))
        else:
            self.entries.say((counted.in_six_weeks if is_month else counted.entries)(counts.entries))
        self.waiting.say(counted.waiting(counts.waiting))
        self.parked.say(counted.parked(self._parked))
        theatre = self._theatre if self._has_practice else None
        self._stages.say(_stages(theatre) if theatre is not None else "")
        self._late.say(counted.late_operations(theatre.late) if theatre is not None and theatre.late else "")
        self.waiting.lead(leads=self._has_practice)
        is_plain = not is_month and theatre is None
        self.waiting.setVisible(is_plain or not self._has_practice)
        self.load_key.setVisible(is_month and self._has_practice)
        if not self._has_practice:
            on_server = self._premises.keeping is Keeping.SERVER
            self.entries.say(self.tr("No practitioners yet"))
            self.waiting.say(
                self.tr("Stored on the server") if on_server else self.tr("Stored on this computer")
            )
        if self._changed_at is not None and self._zone is not None:
            time = dates.clock(self._zone, self._changed_at)
            said = self.tr("last change {time}").format(time=time)
            self._change.say(f"{said} {self._changed_where}".rstrip())
        self.desk.say(self._desk)
        state = self._state
        is_bare = state is not None and not self._has_practice and state.fault in NOT_BEGUN
        self._dot.setVisible(not is_bare)
        if is_bare:
            self.live.say(self.tr("not set up yet"))
            return
        if state is None:
            self.live.say(self.tr("connecting …"))
            return
        self._dot.set_link(state.link)
        if state.connected:
            self._speed.say(self.tr("database {ms} ms").format(ms=max(1, round(state.last_ms))))
            self.live.say(self.tr("live"))
        elif state.link is Link.RECONNECTING:
            self.live.say(self.tr("reconnecting …"))
        elif self._zone is not None:
            since = dates.clock(self._zone, state.since)
            self.live.say(self.tr("offline since {time}; what is shown may be old").format(time=since))
        else:
            self.live.say(self.tr("offline"))
