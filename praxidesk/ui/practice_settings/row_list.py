"""The rows of a section to choose from: searched as one types, with a button for one more."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout

from praxidesk.engine.actors import Actor
from praxidesk.engine.practice_draft import PracticeRow
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice, Choices
from praxidesk.ui.practice_settings.draft_rows import DraftRows, Handle
from praxidesk.ui.practice_settings.setting_words import Page, new_words
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording.practice_words import practice_word

WIDTH, NARROW_WIDTH = 248, 176
_LINE = 44
_MARGIN = 12


class RowList(Surface):
    """Arrows go from row to row."""

    chosen = Signal(object)
    """``Handle``: by hand."""
    new_wanted = Signal()

    def __init__(self, theme: Theme, rows: DraftRows) -> None:
        super().__init__(theme, "raised")
        self._rows = rows
        self._page = Page.PRACTITIONER
        self._shown: list[Handle] = []
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setMaxLength(200)
        self.field.textEdited.connect(self._on_searched)
        column.addWidget(self.field)
        self.choices = Choices(theme, _LINE, framed=False)
        inside = Surface(theme, "raised")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.choices)
        lines.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        column.addWidget(self.area, 1)
        self.add = KeyButton(theme, ButtonKind.QUIET, Icon.PLUS).as_link()
        self.add.clicked.connect(self.new_wanted)
        column.addWidget(self.add)
        self.choices.moved.connect(self._on_moved)

    def show_page(self, page: Page, chosen: Handle | None) -> None:
        """The rows of a page, one of them chosen."""
        if page is not self._page:
            self.field.clear()
        self._page = page
        self._name_button()
        self.refresh(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the button says less."""
        super().resizeEvent(event)
        self._name_button()

    def _name_button(self) -> None:
        words = new_words(self._page)
        self.add.say(words)
        if self.add.sizeHint().width() > self.width() - 2 * _MARGIN:
            self.add.say(self.tr("New …"))
            self.add.setAccessibleName(words)
            self.add.setToolTip(plain_tooltip(words))

    def refresh(self, chosen: Handle | None) -> None:
        """Names and marks have changed."""
        section = self._page.section
        wanted = self.field.text().casefold().split()
        handles = [] if section is None else self._rows.handles(section)
        handles.sort(key=lambda each: not _is_active(self._rows.row(each)))
        self._shown = [
            each for each in handles if each == chosen or all(word in self._haystack(each) for word in wanted)
        ]
        current = self._shown.index(chosen) if chosen in self._shown else -1
        self.choices.show_lines([self._line(each) for each in self._shown], current)
        if current >= 0:
            self.area.ensureVisible(0, self.choices.rect_of(current).center().y(), 0, _LINE)

    def handles(self) -> list[Handle]:
        """Those shown, in their order."""
        return list(self._shown)

    def _haystack(self, handle: Handle) -> str:
        row = self._rows.row(handle)
        sort = practice_word(row.specialty or row.category) if isinstance(row, Actor) else ""
        return f"{row.name} {row.code} {sort}".casefold()

    def _line(self, handle: Handle) -> Choice:
        row = self._rows.row(handle)
        name = row.name or self.tr("without a name")
        below = row.code
        if isinstance(row, Actor):
            below = practice_word(row.specialty or row.category) or row.code
        if not _is_active(row):
            below = self.tr("no longer active")
        if self._rows.is_changed(handle):
            name = f"• {name}"
            below = self.tr("not saved")
        return Choice((Cell(name, 0, CellLook.NAME, below=below),), name=f"{name}, {below}")

    @Slot(str)
    def _on_searched(self, text: str) -> None:  # noqa: ARG002 (Qt's)
        current = self.choices.current()
        self.refresh(self._shown[current] if 0 <= current < len(self._shown) else None)

    @Slot(object)
    def _on_moved(self, index: int) -> None:
        self.area.ensureVisible(0, self.choices.rect_of(index).center().y(), 0, _LINE)
        self.chosen.emit(self._shown[index])


def _is_active(row: PracticeRow) -> bool:
    return row.active if isinstance(row, Actor) else True
