"""What breaks a rule where it stands: after an absence was entered, hours changed, or data imported."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from praxidesk.engine.bulk import Breach
from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Choices
from praxidesk.ui.overlays.footer import Footer, Hint
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.rules.breach_lines import LINE, breach_line, has_reason, reason_of
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import ConflictsLoaded, Failed

WIDTH = 920
DAYS_AHEAD = 90
_TALLEST = 11 * LINE
_WHO, _WHY = 190, 400
"""Where the columns begin."""


class ConflictList(Sheet):
    """Arrows choose, Enter goes to the entry; an empty list says that all is well.

    ``M`` takes those of the line's day in hand that break the same rule for the same reason, to go on to
    another day; ``P`` parks all of the list.
    """

    entry_wanted = Signal(object)
    """``Entry``: go there."""
    moving_wanted = Signal(object)
    """``tuple[Entry, ...]`` of one day, which shall be moved together."""
    parking_wanted = Signal(object)
    """``tuple[Entry, ...]``."""

    def __init__(
        self, window: QWidget, theme: Theme, gateway: Gateway, practice: Practice, zone: Zone
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._gateway = gateway
        self._practice, self._zone = practice, zone
        self._breaches: tuple[Breach, ...] = ()
        self._wording = ConflictWording(practice, zone)
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 14)
        title = self.tr("Entries that break a rule")
        head.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        head.addStretch(1)
        self.count = ToneLabel(theme, self.tr("Looking …"), BASE, REGULAR, Tone.SECOND)
        head.addWidget(self.count)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.choices = Choices(theme, LINE, framed=False)
        self.empty = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.empty.setWordWrap(True)
        self.empty.hide()
        self.card.column.addWidget(self._list(theme))
        self.card.column.addWidget(self._footer(theme))
        self.choices.taken.connect(self._on_taken)
        self.choices.moved.connect(self._on_moved)
        gateway.conflicts_loaded.connect(self._on_loaded)
        gateway.failed.connect(self._on_failed)
        today = zone.day_of(gateway.now())
        self._asked = gateway.load_conflicts(today, today + timedelta(days=DAYS_AHEAD))
        self.setAccessibleName(title)
        self._fit()

    def open(self) -> None:
        """Show it; the list has the keys."""
        super().open()
        self.choices.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages up and down."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.choices.step(-8 if event.key() == Qt.Key.Key_PageUp else 8)
        else:
            super().keyPressEvent(event)

    def _list(self, theme: Theme) -> QScrollArea:
        inside = Surface(theme, "raised")
        body = QVBoxLayout(inside)
        body.setContentsMargins(12, 8, 12, 8)
        body.addWidget(self.choices)
        body.addWidget(self.empty)
        self._body = body
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        return self.area

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        go = Hint(theme, "↵")
        go.say(self.tr("go there"))
        close = footer.way_out(self.tr("Close"), self.close_sheet)
        self.move_all = KeyButton(theme, ButtonKind.QUIET, Icon.MOVE, key="M")
        self.park_all = KeyButton(theme, ButtonKind.QUIET, Icon.PARK, key="P")
        self.move_all.clicked.connect(self._on_move_all)
        self.park_all.clicked.connect(self._on_park_all)
        self.listen("M", self._on_move_all)
        self.listen("P", self._on_park_all)
        footer.row.addWidget(go)
        for button in (self.move_all, self.park_all):
            footer.row.addWidget(button)
            button.hide()
        footer.row.addStretch(1)
        footer.row.addWidget(close)
        return footer

    def _movable(self) -> tuple[Entry, ...]:
        """What whoever works here may move."""
        entries = (each.entry for each in self._breaches)
        return tuple(each for each in entries if self._gateway.person.may_write(each))

    def _alike(self) -> tuple[Entry, ...]:
        """Of those the ones that the same absence, closure or rule strands on the day of the chosen line."""
        at = self.choices.current()
        if not 0 <= at < len(self._breaches):
            return ()
        chosen = self._breaches[at]
        day, why = self._zone.day_of(chosen.entry.starts_at), reason_of(chosen)
        alike = {each.entry.id for each in self._breaches if has_reason(each, why)}
        movable = [each for each in self._movable() if self._zone.day_of(each.starts_at) == day]
        return tuple(each for each in movable if each.id in alike)

    def _say_all(self) -> None:
        """How many each of the buttons is about."""
        of_day, of_all = self._alike(), self._movable()
        if of_day:
            day = dates.short_day(self._zone.day_of(of_day[0].starts_at))
            count = counted.entries(len(of_day))
            self.move_all.say(self.tr("Move {count} of {day}").format(count=count, day=day))
        self.park_all.say(self.tr("Park all %n", "entries", len(of_all)))
        self.move_all.setVisible(bool(of_day))
        self.park_all.setVisible(bool(of_all))

    @Slot()
    def _on_move_all(self) -> None:
        if entries := self._alike():
            self.close_sheet()
            self.moving_wanted.emit(entries)

    @Slot()
    def _on_park_all(self) -> None:
        if entries := self._movable():
            self.close_sheet()
            self.parking_wanted.emit(entries)

    def _fit(self) -> None:
        self.area.setFixedHeight(max(LINE + 16, min(self._body.sizeHint().height(), _TALLEST)))
        self.follow_content()

    @Slot(object)
    def _on_loaded(self, loaded: ConflictsLoaded) -> None:
        if loaded.ticket != self._asked:
            return
        self._breaches = loaded.breaches
        others = [each.entry for each in loaded.breaches]
        self._wording = ConflictWording(self._practice, self._zone, others)
        lines = [
            breach_line(self._practice, self._zone, self._wording, each, who=_WHO, why=_WHY)
            for each in loaded.breaches
        ]
        self.choices.show_lines(lines, 0)
        count = self.tr("%n entry(s)", "", len(loaded.breaches))
        self.count.say(count if loaded.is_complete else self.tr("the first {count}").format(count=count))
        self.empty.say(
            self.tr("Everything of the next {days} days keeps to the rules.").format(days=DAYS_AHEAD)
        )
        self.empty.setVisible(not loaded.breaches)
        self.choices.setVisible(bool(loaded.breaches))
        self._say_all()
        self._fit()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._asked:
            self.count.say("")
            self.empty.say(fault_message(failed.fault, None).happened)
            self.empty.show()
            self._fit()

    @Slot(object)
    def _on_moved(self, index: int) -> None:
        rect = self.choices.rect_of(index)
        self.area.ensureVisible(0, rect.center().y() + 8, 0, LINE)
        self._say_all()

    @Slot(object)
    def _on_taken(self, index: int) -> None:
        entry = self._breaches[index].entry
        self.close_sheet()
        self.entry_wanted.emit(entry)
