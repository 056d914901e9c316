"""The pages of the settings: which section at the left, which row beside it, its form."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from praxidesk.engine.practice import DEFAULT_POLICY
from praxidesk.engine.practice_draft import PracticeRow
from praxidesk.ui.controls.discard import discard
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.choices import Cell, Choice, Choices
from praxidesk.ui.practice_settings.draft_rows import DraftRows, Handle
from praxidesk.ui.practice_settings.forms import Forms
from praxidesk.ui.practice_settings.new_rows import code_for, codes_beside, new_row
from praxidesk.ui.practice_settings.row_form import RowForm
from praxidesk.ui.practice_settings.row_list import NARROW_WIDTH, WIDTH, RowList
from praxidesk.ui.practice_settings.setting_words import Page, none_words, page_name
from praxidesk.ui.rules.policy_table import PolicyTable

_PAGES = tuple(Page)
_PAGE_LINE = 34
_SIDE, _NARROW_SIDE = 196, 156
_NARROW = 1000
"""Width below which the lists beside a form take less."""
_LOW = 440
"""Height below which the list of pages has no air above it."""
_TALL = 700


class SettingsBody(QWidget):
    """Builds one form at a time; everything edited stays in the rows."""

    edited = Signal()
    turned = Signal()
    """Another page is shown."""

    def __init__(self, theme: Theme, rows: DraftRows, today: date) -> None:
        super().__init__()
        self._theme, self._today = theme, today
        self.rows = rows
        self.page = Page.SITE
        self._chosen: dict[Page, Handle] = {}
        self._errors: Mapping[Handle, Mapping[str, str]] = {}
        self._follows_name: set[Handle] = set()
        """New rows whose code is made from the name until somebody writes another."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = side = Surface(theme, "chrome")
        side.setFixedWidth(_SIDE)
        self._lines = lines = QVBoxLayout(side)
        lines.setContentsMargins(8, 12, 8, 12)
        self.pages = Choices(theme, _PAGE_LINE, framed=False)
        self.pages.show_lines([Choice((Cell(page_name(each), 0),)) for each in _PAGES], 0)
        lines.addWidget(self.pages)
        lines.addStretch(1)
        self.list = RowList(theme, rows)
        self.list_rule = Rule(theme, Qt.Orientation.Vertical)
        self.form: RowForm | None = None
        self._formed: Handle | None = None
        """Whose form it is."""
        self.table: PolicyTable | None = None
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        row.addWidget(side)
        row.addWidget(Rule(theme, Qt.Orientation.Vertical))
        row.addWidget(self.list)
        row.addWidget(self.list_rule)
        row.addLayout(self._right, 1)
        self.pages.moved.connect(self._on_page)
        self.pages.taken.connect(self._on_page_taken)
        self.list.chosen.connect(self._on_chosen)
        self.list.new_wanted.connect(self.begin_new)
        self.show_page(Page.SITE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the form gets most of it."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._side.setFixedWidth(_NARROW_SIDE if is_narrow else _SIDE)
        self.list.setFixedWidth(NARROW_WIDTH if is_narrow else WIDTH)
        above = 4 if self.height() < _LOW else 12
        self._lines.setContentsMargins(8, above, 8, above)

    def sizeHint(self) -> QSize:
        """Tall, where there is room."""
        return QSize(900, _TALL)

    def minimumSizeHint(self) -> QSize:
        """Anything fits: the form scrolls."""
        return QSize(600, 200)

    @property
    def handle(self) -> Handle | None:
        """The row whose form is shown."""
        section = self.page.section
        if section is None:
            return None
        handles = self.rows.handles(section)
        chosen = self._chosen.get(self.page)
        return chosen if chosen in handles else next(iter(self._in_order(handles)), None)

    def show_page(self, page: Page, handle: Handle | None = None) -> None:
        """Turn to a page, and to a row of it."""
        has_turned, self.page = page is not self.page, page
        if handle is not None:
            self._chosen[page] = handle
        self.pages.make_current(_PAGES.index(page))
        for widget in (self.list, self.list_rule):
            widget.setVisible(page.has_list)
        if page.has_list:
            self.list.show_page(page, self.handle)
            shown = self.handle
            if shown is not None:
                self._chosen[page] = shown  # even where its place in the list changes
        self._build()
        if has_turned:
            self.turned.emit()

    def show_errors(self, errors: Mapping[Handle, Mapping[str, str]]) -> None:
        """What is wrong with each row; turns to the first of them."""
        self._errors = errors
        first = next(iter(errors), None)
        if first is not None and self.rows.has(first):
            page = self._page_of(first, errors[first])
            self.show_page(page, first)
            if self.form is not None:
                self.form.focus_error()
        elif self.form is not None:
            self.form.show_errors({})

    def refresh(self) -> None:
        """The rows themselves have changed: saved, taken back, or followed another desk."""
        self._errors = {}
        self.show_page(self.page)

    def follow(self) -> None:
        """Another desk has saved: what is another now is shown where it stands, and whoever types goes on."""
        handle = self.handle
        if self.table is not None:
            self.table.show_policy(self.rows.policy)
        elif self.form is not None and handle is not None and handle == self._formed:
            self.form.show_row(self.rows.row(handle))
            if self.page.has_list:
                self.list.refresh(handle)
        else:
            self.refresh()

    @Slot()
    def begin_new(self) -> None:
        """A new row of the page's kind, ready for its name."""
        section = self.page.section
        if section is None or not self.page.has_list:
            return
        handle = self.rows.add(new_row(section))
        self._follows_name.add(handle)
        self.show_page(self.page, handle)
        if self.form is not None:
            self.form.parts[0].focus()
        self.edited.emit()

    @Slot()
    def take_back(self) -> None:
        """Forget what was changed of the row shown."""
        handle = self.handle
        if handle is not None:
            self.rows.take_back(handle)
            self.refresh()
            self.edited.emit()

    def _in_order(self, handles: list[Handle]) -> list[Handle]:
        return [each for each in self.list.handles() if each in handles] or handles

    def _page_of(self, handle: Handle, errors: Mapping[str, str]) -> Page:
        for page in _PAGES:
            section = page.section
            if section is not None and handle in self.rows.handles(section):
                ours = any(path.startswith(("holidays", "local_holidays")) for path in errors)
                return Page.HOLIDAYS if page is Page.SITE and ours else page
        return self.page

    def _build(self) -> None:
        old, self.form, self.table = self._content, None, None
        if old is not None:
            self._right.removeWidget(old)
            discard(old)
        self._content = self._policy() if self.page is Page.RULES else self._form()
        self._right.addWidget(self._content, 1)
        self._content.show()  # at once, so that a field of it can be given the keys

    def _form(self) -> QWidget:
        self._formed = handle = self.handle
        if handle is None:
            return self._none()
        row = self.rows.row(handle)
        forms = Forms(self._theme, self.rows.all_rows(), self._today)
        groups = forms.groups(self.page, is_new=self.rows.is_new(handle))
        title = page_name(self.page) if not self.page.has_list else row.name or self.tr("New")
        self.form = RowForm(self._theme, title, groups, row)
        self.form.code.setVisible(not self.rows.is_new(handle) and self.page.has_list)
        self.form.show_errors(self._errors.get(handle, {}))
        self.form.edited.connect(self._on_edited)
        return self.form

    def _none(self) -> QWidget:
        empty = Surface(self._theme, "raised")
        column = QVBoxLayout(empty)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(8)
        nothing, what = none_words(self.page)
        column.addWidget(ToneLabel(self._theme, nothing, BASE, SEMIBOLD))
        about = ToneLabel(self._theme, what, BASE, REGULAR, Tone.SECOND)
        about.setWordWrap(True)
        column.addWidget(about)
        column.addStretch(1)
        # Lines that wrap would make the sheet as low as they are.
        return _scrolling(empty)

    def _policy(self) -> QWidget:
        inside = Surface(self._theme, "raised")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(ToneLabel(self._theme, page_name(Page.RULES), HEADING, SEMIBOLD))
        head.addStretch(1)
        usual = KeyButton(self._theme)
        usual.say(self.tr("As delivered"))
        usual.clicked.connect(self._on_usual)
        head.addWidget(usual)
        column.addLayout(head)
        self.table = PolicyTable(self._theme)
        self.table.show_policy(self.rows.policy)
        self.table.edited.connect(self._on_policy)
        column.addWidget(self.table)
        column.addStretch(1)
        return _scrolling(inside)

    @Slot(object)
    def _on_page(self, index: int) -> None:
        if _PAGES[index] is not self.page:
            self.show_page(_PAGES[index])

    @Slot(object)
    def _on_page_taken(self, index: int) -> None:
        self._on_page(index)
        if self.page.has_list:
            self.list.choices.setFocus()
        elif self.form is not None and self.form.parts:
            self.form.parts[0].focus()

    @Slot(object)
    def _on_chosen(self, handle: Handle) -> None:
        self._chosen[self.page] = handle
        self._build()

    @Slot(object)
    def _on_edited(self, row: PracticeRow) -> None:
        handle = self.handle
        if handle is None or self.form is None:
            return
        row = self._with_code(handle, row)
        self.rows.put(handle, row)
        if self.page.has_list:
            self.form.title.say(row.name or self.tr("New"))
            self.list.refresh(handle)
        self.edited.emit()

    def _with_code(self, handle: Handle, row: PracticeRow) -> PracticeRow:
        """A new row's code follows its name until somebody writes another."""
        before = self.rows.row(handle)
        if handle not in self._follows_name or self.form is None:
            return row
        if row.code != before.code:
            self._follows_name.discard(handle)
            return row
        section = self.page.section
        if row.name == before.name or section is None:
            return row
        others = [self.rows.row(each) for each in self._all_handles() if each != handle]
        code = self.form.part("code")
        coded: PracticeRow = code.bound.put(row, code_for(row.name, codes_beside(section, others)))
        self.form.show_row(coded)
        return coded

    def _all_handles(self) -> list[Handle]:
        return [
            handle
            for page in _PAGES
            if page is not Page.HOLIDAYS and page.section is not None
            for handle in self.rows.handles(page.section)
        ]

    @Slot()
    def _on_policy(self) -> None:
        if self.table is not None:
            self.rows.policy |= self.table.policy()
            self.edited.emit()

    @Slot()
    def _on_usual(self) -> None:
        if self.table is not None:
            self.table.show_policy(DEFAULT_POLICY)
            self._on_policy()


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
