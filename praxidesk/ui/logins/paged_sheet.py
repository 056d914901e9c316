"""A sheet of a few pages, of which one is shown: its name above, what it is for below, and how it goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.logins.login_page import LoginPage
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet

_AROUND = 240
"""What title and footer take of the window, and the air around the card."""
_LEAST = 160


class PagedSheet(Sheet):
    """Each page says how wide it is; a page that is higher than the window scrolls."""

    def __init__(self, window: QWidget, theme: Theme, pages: Sequence[LoginPage]) -> None:
        super().__init__(window, theme, max(each.width_ for each in pages))
        self.pages = tuple(pages)
        self.page = self.pages[0]
        self.is_busy = False
        self.title = ToneLabel(theme, "", HEADING, SEMIBOLD).elide()
        self.about = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.stack = QStackedWidget()
        self.answer = ToneLabel(theme, "", BASE, SEMIBOLD, Tone.DANGER)
        self.bar = QProgressBar()
        self.footer = Footer(theme)
        self.back = self.footer.way_out(self.tr("Close"), self.dismiss)
        self.confirm = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.take = KeyButton(theme, ButtonKind.DANGER, key="↵")
        """In the place of ``confirm``, where it takes something away."""
        self._build(theme)

    def turn(self, page: LoginPage, *, leaves: bool) -> None:
        """Show a page; ``leaves``: the way back is the way out."""
        self.page = page
        self.say("")
        self.stack.setCurrentIndex(self.pages.index(page))
        self.title.say(page.title)
        self.about.say(page.about)
        self.about.setVisible(bool(page.about))
        self.setAccessibleName(page.title)
        for button, is_wanted in ((self.confirm, not page.is_dangerous), (self.take, page.is_dangerous)):
            button.say(page.confirm)
            button.setVisible(bool(page.confirm) and is_wanted)
        self.back.say(self.tr("Close") if leaves else self.tr("Back"))
        self.fit()
        if self.isVisible():
            self.give_keys()

    def give_keys(self) -> None:
        """To where the page begins; a page of words has its button."""
        first = self.page.first()
        if first is self.page:
            going_on = self.take if self.page.is_dangerous else self.confirm
            first = going_on if self.page.confirm else self.back
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def say(self, message: str, field: QWidget | None = None) -> None:
        """What is wrong, and where."""
        self.answer.say(message)
        self.answer.setAccessibleName(message)
        self.answer.setVisible(bool(message))
        if field is not None:
            mark_refused(field, refused=True)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_content()

    def wait(self, *, on: bool) -> None:
        """The store works at it: nothing else can be done meanwhile."""
        self.is_busy = on
        self.bar.setVisible(on)
        for part in (self.stack, self.confirm, self.take):
            part.setEnabled(not on)
        if on:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_content()

    def fit(self) -> None:
        """The page gets as much room as it needs, or as there is."""
        self._width = self.page.width_
        width = min(self._width, self.width() - 32)
        self.card.setFixedWidth(width)
        room = max(_LEAST, self.height() - _AROUND)
        self.stack.setFixedHeight(min(self.page.height_for(width - 2), room))
        self.follow_content()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another window, another room."""
        super().resizeEvent(event)
        self.fit()

    def _build(self, theme: Theme) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 14)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.about)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        for page in self.pages:
            self.stack.addWidget(page if page.scrolls else FittingScroll(page))
        self.card.column.addWidget(self.stack, 1)
        for label in (self.about, self.answer):
            label.setWordWrap(True)
        self.answer.setContentsMargins(24, 0, 24, 12)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(self.tr("Asking the store"))
        for part in (self.answer, self.bar):
            self.card.column.addWidget(part)
            part.hide()
        self.footer.row.addStretch(1)
        for button in (self.back, self.confirm, self.take):
            self.footer.row.addWidget(button)
        self.footer.setFixedHeight(self.footer.sizeHint().height())
        self.card.column.addWidget(self.footer)
