"""Several entries were to be changed and some cannot: which, who is in the way, and that nothing was done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import CancelRequest, MoveRequest
from praxidesk.engine.together import ChangedEntry, TogetherOutcome
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.conflict_wording import ConflictWording

WIDTH = 560
_MOST_HEIGHT = 360


class ClashSheet(Sheet):
    """Enter and Esc leave everything; Shift and Enter do those that fit."""

    rest_wanted = Signal()
    """Do those that fit, leave the others."""

    def __init__(
        self, window: QWidget, theme: Theme, practice: Practice, zone: Zone, outcome: TogetherOutcome
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._practice, self._zone = practice, zone
        self._wording = ConflictWording(practice, zone, outcome.others)
        clashing, count = outcome.clashing, len(outcome.changes)
        self._fits = count - len(clashing)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        picture = QLabel()
        picture.setPixmap(pixmap(Icon.SLASH_CIRCLE, theme.danger, 20, self.devicePixelRatioF()))
        head.addWidget(picture)
        title = self._title(outcome)
        head.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD), 1)
        column.addLayout(head)
        said = self.tr("{clashing} of {count} cannot be changed so; all are as they were.").format(
            clashing=len(clashing), count=count
        )
        summary = ToneLabel(theme, said, BASE, REGULAR, Tone.SECOND)
        summary.setWordWrap(True)
        column.addWidget(summary)
        self.lines = [self._line(each) for each in clashing]
        column.addWidget(self._list(theme))
        self.card.column.addLayout(column)
        footer = Footer(theme)
        self.rest = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Shift ↵"))
        self.rest.say(self.tr("Only the {count} that fit").format(count=self._fits))
        self.leave = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.leave.say(self.tr("Leave all as they are"))
        if self._fits:
            footer.row.addWidget(self.rest)
        footer.row.addStretch(1)
        footer.row.addWidget(self.leave)
        self.card.column.addWidget(footer)
        self.rest.clicked.connect(self._on_rest)
        self.leave.clicked.connect(self.close_sheet)
        self.setAccessibleName(" ".join([title, said, *(f"{what}: {why}" for what, why in self.lines)]))

    def open(self) -> None:
        """Show it; Enter leaves everything as it is."""
        super().open()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves all, with Shift those that fit are done."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if self._fits:
                self._on_rest()
        else:
            self.close_sheet()

    def _title(self, outcome: TogetherOutcome) -> str:
        match outcome.changes[0].request:
            case MoveRequest():
                return self.tr("Not moved")
            case CancelRequest():
                return self.tr("Not cancelled")
            case _:
                return self.tr("Status not set")

    def _line(self, changed: ChangedEntry) -> tuple[str, str]:
        """Who and when, and why not."""
        before, zone = changed.entry, self._zone
        starts = [before.starts_at, changed.span.start]
        days = [zone.day_of(each) for each in starts]
        said = [dates.clock(zone, each) for each in starts]
        if days[0] != days[1]:
            said = [f"{dates.short_day(day)} {time}" for day, time in zip(days, said, strict=True)]
        when = " → ".join(dict.fromkeys(said))
        what = f"{words.entry_name(self._practice, before)} · {when}"
        return what, " ".join(dict.fromkeys(self._wording.blocking(changed.conflicts)))

    def _list(self, theme: Theme) -> QScrollArea:
        inside = Surface(theme, "raised")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 4, 8, 4)
        rows.setSpacing(12)
        for what, why in self.lines:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            for text, weight, tone in ((what, SEMIBOLD, Tone.TEXT), (why, REGULAR, Tone.DANGER)):
                label = ToneLabel(theme, text, BASE, weight, tone)
                label.setWordWrap(True)
                pair.addWidget(label)
            rows.addLayout(pair)
        rows.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        # Wrapped lines do not tell how high they are before they know how wide.
        height = rows.heightForWidth(WIDTH - 48)
        area.setMinimumHeight(min(_MOST_HEIGHT, height))
        area.setMaximumHeight(height)
        return area

    @Slot()
    def _on_rest(self) -> None:
        self.close_sheet()
        self.rest_wanted.emit()
