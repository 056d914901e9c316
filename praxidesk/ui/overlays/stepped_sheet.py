"""A sheet of pages that are gone through one after the other: set-up, import."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD, TITLE
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet

WIDTH = 860
_PAGE, _LEAST = 380, 160
"""Height of a page; a window with less room scrolls the tables."""


class _Pages(QStackedWidget):
    """As high as a page is meant to be, whatever is on it; lower where the window is."""

    def sizeHint(self) -> QSize:
        """Of the intended height."""
        return QSize(super().sizeHint().width(), _PAGE)

    def hasHeightForWidth(self) -> bool:
        """None of its pages' words make it higher."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Some lines of a table."""
        return QSize(super().minimumSizeHint().width(), _LEAST)


class SteppedSheet(Sheet):
    """Enter goes on, Alt+Left back, Escape leaves; a subclass adds its pages and says what each step is."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window, theme, WIDTH)
        self._count = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self._title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self._about = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self._about.setWordWrap(True)
        self.problem = ToneLabel(theme, "", BASE, SEMIBOLD, Tone.DANGER)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.pages = _Pages()
        self.pages.setMaximumHeight(_PAGE)
        self.footer = Footer(theme)
        self.cancel = KeyButton(theme, key=self.tr("Esc"))
        self.back = KeyButton(theme, key=self.tr("Alt+←"))
        self.back.say(self.tr("Back"))
        self.next = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self._lay_out(theme)
        self.cancel.clicked.connect(self.dismiss)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        for key, answer in (
            ("Return", self._on_next),
            ("Enter", self._on_next),
            ("Alt+Left", self._on_back),
            ("Escape", self.dismiss),
        ):
            self.listen(key, answer)

    def go_on(self) -> None:
        """What Enter and the button at the right do."""
        raise NotImplementedError

    def go_back(self) -> None:
        """The step before."""
        raise NotImplementedError

    def _lay_out(self, theme: Theme) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 14)
        head.setSpacing(4)
        for label in (self._count, self._title, self._about):
            head.addWidget(label)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        page = QVBoxLayout()
        page.setContentsMargins(24, 16, 24, 12)
        page.setSpacing(8)
        page.addWidget(self.pages)
        page.addWidget(self.problem)
        self.card.column.addLayout(page)
        self.footer.row.addWidget(self.cancel)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.back)
        self.footer.row.addWidget(self.next)
        self.card.column.addWidget(self.footer)

    def _say_step(self, place: int | None, count: int, title: str, about: str) -> None:
        """Which step it is, from 0, or none of them; what it asks."""
        said = self.tr("Step {number} of {count}")
        self._count.say("" if place is None else said.format(number=place + 1, count=count))
        self._count.setVisible(place is not None)
        self._title.say(title)
        self._about.say(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(title)

    def _turn(self, page: int, first: QWidget) -> None:
        """Show a page, with the keys in its first field."""
        self.pages.setCurrentIndex(page)
        if self.isVisible():
            first.setFocus(Qt.FocusReason.TabFocusReason)
        self.follow_content()

    def _say_problem(self, message: str) -> None:
        """Why one cannot go on."""
        self.problem.say(message)
        self.problem.setAccessibleName(message)
        self.problem.show()
        self.follow_content()

    @Slot()
    def _on_next(self) -> None:
        if self.next.isEnabled() and not self.next.isHidden():
            self.go_on()

    @Slot()
    def _on_back(self) -> None:
        if self.back.isEnabled() and not self.back.isHidden():
            self.go_back()
