"""The waiting room beside the day: who waits how long, who is in treatment, who did not come."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from praxidesk.engine.practice import Practice
from praxidesk.engine.waiting_order import WaitingOrder
from praxidesk.engine.waiting_room import WaitingRoom
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.text_line import first_fitting
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.waiting import waiting_words
from praxidesk.ui.waiting.waiting_list import WaitingList
from praxidesk.ui.waiting.waiting_rows import empty_row, waiting_rows

NARROW, WIDE = 340, 400
"""Widths, where the window has little room and much."""
_HEAD = 57
_MARGIN, _APART = 14, 12


class WaitingPanel(Surface):
    """Shows rows; whoever fills it says them again when the language is another."""

    order_chosen = Signal(object)
    """``WaitingOrder``."""
    reworded = Signal()
    """The language is another."""

    def __init__(self, theme: Theme, order: WaitingOrder) -> None:
        super().__init__(theme, "canvas")
        self._summaries: tuple[str, ...] = ("",)
        """From the longest to the shortest."""
        self.title = ToneLabel(theme, "", HEADING, SEMIBOLD)
        self.summary = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND).elide()
        self.order = QComboBox()
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for each in WaitingOrder:
            self.order.addItem(waiting_words.order_name(each), each)
        self.order.setCurrentIndex(list(WaitingOrder).index(order))
        self.order.activated.connect(self._on_order_activated)
        self.list = WaitingList(theme)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.summary)
        names.addStretch(1)
        head = Surface(theme, "chrome")
        head.setFixedHeight(_HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_APART)
        row.addLayout(names, 1)
        row.addWidget(self.order)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(head)
        inside.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        inside.addWidget(self.list, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Rule(theme, Qt.Orientation.Vertical))
        whole.addLayout(inside, 1)
        self._retranslate()

    def set_wide(self, *, wide: bool) -> None:
        """Take all its room, or as little as it needs."""
        self.setFixedWidth(WIDE if wide else NARROW)

    def show_room(
        self, practice: Practice, zone: Zone, room: WaitingRoom | None, arrived_key: str, today_key: str
    ) -> None:
        """Show it; ``None`` where it is not known, because the days loaded are far from today."""
        if room is None:
            hint = waiting_words.other_days_hint(today_key)
            self._summaries = ("",)
            self._fit_summary()
            self.list.show_rows((empty_row(waiting_words.other_days(), hint),))
            return
        self._summaries = tuple(waiting_words.short_summaries(room))
        self._fit_summary()
        self.list.show_rows(waiting_rows(practice, zone, room, arrived_key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The summary says as much as it has room for."""
        super().resizeEvent(event)
        self._fit_summary()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.reworded.emit()

    def _fit_summary(self) -> None:
        room = self.width() - 2 * _MARGIN - self.order.sizeHint().width() - _APART - 1
        self.summary.say(first_fitting(self._summaries, SECONDARY, room))
        self.summary.setToolTip(plain_tooltip(self._summaries[0]))

    def _retranslate(self) -> None:
        self.title.say(waiting_words.title())
        self.list.setAccessibleName(waiting_words.title())
        self.order.setAccessibleName(waiting_words.order_label())
        for at, each in enumerate(WaitingOrder):
            self.order.setItemText(at, waiting_words.order_name(each))

    @Slot(int)
    def _on_order_activated(self, at: int) -> None:
        self.order_chosen.emit(list(WaitingOrder)[at])
