"""All saved views: to show, to change, to delete."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice, Choices
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import Heading
from praxidesk.ui.overlays.sheet import Sheet

WIDTH = 640
_LINE = 34
Line = tuple[int, str, str]
"""Slot, name, and what it shows."""


class SavedViewsSheet(Sheet):
    """Arrows choose, Enter shows, E changes name and key, Del deletes."""

    show_wanted = Signal(object)
    """``int``: a slot."""
    change_wanted = Signal(object)
    """``int``: a slot."""
    delete_wanted = Signal(object)
    """``int``: a slot."""
    save_wanted = Signal()

    def __init__(self, window: QWidget, theme: Theme, lines: Sequence[Line]) -> None:
        super().__init__(window, theme, WIDTH)
        self._lines: tuple[Line, ...] = ()
        title = self.tr("Saved views")
        head = Heading(theme, title)
        self.about = head.about
        self.card.column.addWidget(head)
        self.choices = Choices(theme, _LINE, framed=False)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(12, 8, 12, 8)
        body.addWidget(self.choices)
        self.card.column.addWidget(self._body)
        self.card.column.addWidget(self._footer(theme))
        self.choices.taken.connect(self._on_show)
        self.listen("Return", self._on_show)
        self.listen("Enter", self._on_show)
        self.listen("E", self._on_change)
        self.listen("Del", self._on_delete)
        self.setAccessibleName(title)
        self.show_views(lines)

    def open(self) -> None:
        """Show it; the list has the keys."""
        super().open()
        (self.choices if self._lines else self.save).setFocus(Qt.FocusReason.TabFocusReason)

    def show_views(self, lines: Sequence[Line]) -> None:
        """List these; the line stays."""
        current = min(max(0, self.choices.current()), len(lines) - 1)
        self._lines = tuple(lines)
        self.choices.show_lines(
            [
                Choice(
                    (Cell(name, 44, CellLook.NAME), Cell(shows, 250, CellLook.QUIET)),
                    key=f"F{slot}",
                    name=f"F{slot}, {name}, {shows}",
                )
                for slot, name, shows in lines
            ],
            current,
        )
        self.about.say(
            self.tr("A key brings back view, columns, filter, grid, zoom and colours; the day stays.")
            if lines
            else self.tr("None yet. Arrange the calendar as you like it, then save it on a key.")
        )
        for part in (self._body, self.change, self.delete, self.show_):
            part.setVisible(bool(lines))
        self.follow_content()

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        self.save = KeyButton(theme)
        self.save.say(self.tr("Save present view …"))
        self.save.clicked.connect(self._on_save)
        self.change = KeyButton(theme, key="E")
        self.change.say(self.tr("Change …"))
        self.change.clicked.connect(self._on_change)
        self.delete = KeyButton(theme, ButtonKind.DANGER, key=self.tr("Del"))
        self.delete.say(self.tr("Delete"))
        self.delete.clicked.connect(self._on_delete)
        self.show_ = footer.way_on(self.tr("Show"), self._on_show)
        footer.row.addWidget(self.save)
        footer.row.addStretch(1)
        footer.row.addWidget(footer.way_out(self.tr("Close"), self.close_sheet))
        for button in (self.change, self.delete, self.show_):
            footer.row.addWidget(button)
        return footer

    def _slot(self) -> int | None:
        at = self.choices.current()
        return self._lines[at][0] if 0 <= at < len(self._lines) else None

    @Slot()
    def _on_show(self) -> None:
        if (slot := self._slot()) is not None:
            self.close_sheet()
            self.show_wanted.emit(slot)

    @Slot()
    def _on_change(self) -> None:
        if (slot := self._slot()) is not None:
            self.close_sheet()
            self.change_wanted.emit(slot)

    @Slot()
    def _on_delete(self) -> None:
        if (slot := self._slot()) is not None:
            self.delete_wanted.emit(slot)

    @Slot()
    def _on_save(self) -> None:
        self.close_sheet()
        self.save_wanted.emit()
