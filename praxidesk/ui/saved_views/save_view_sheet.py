"""Naming a saved view and giving it a key: a new one, or one that is changed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import Heading
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.saved_views.saved_view import LONGEST_NAME, SLOTS

WIDTH = 560


class SaveViewSheet(Sheet):
    """The name is selected, ready to be typed over; F1 to F8 choose the key, Enter saves."""

    accepted = Signal(object, object)
    """``int``, ``str``: the slot and the name."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        view: tuple[str, str],
        slot: int,
        taken: Mapping[int, str],
        *,
        is_new: bool = True,
    ) -> None:
        """Ask about one view.

        :param view: the name proposed, and what it shows
        :param taken: names of the other views by their slots
        """
        super().__init__(window, theme, WIDTH)
        self._taken = taken
        title = self.tr("Save view") if is_new else self.tr("Change saved view")
        self.card.column.addWidget(Heading(theme, title, view[1]))
        self.name = QLineEdit(view[0])
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self.keys = Segments(len(SLOTS))
        self.keys.say([f"F{each}" for each in SLOTS])
        self.keys.choose(slot - 1)
        self.note = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        body = QVBoxLayout()
        body.setContentsMargins(24, 14, 24, 16)
        body.setSpacing(8)
        body.addWidget(section_label(theme, self.tr("Name")))
        body.addWidget(self.name)
        body.addSpacing(8)
        body.addWidget(section_label(theme, self.tr("Key")))
        row = QHBoxLayout()
        row.addWidget(self.keys)
        row.addStretch(1)
        body.addLayout(row)
        body.addWidget(self.note)
        self.card.column.addLayout(body)
        self.card.column.addWidget(self._footer(theme))
        self.name.textChanged.connect(self._follow)
        self.keys.chosen.connect(self._follow)
        self.listen("Return", self._on_save)
        self.listen("Enter", self._on_save)
        for each in SLOTS:
            self.keys.button(each - 1).setAccessibleName(f"F{each}")
        self.setAccessibleName(title)
        self._follow()

    def open(self) -> None:
        """Show it, ready to type."""
        super().open()
        self.name.setFocus()
        self.name.selectAll()

    def slot(self) -> int:
        """The key chosen."""
        return self.keys.choice() + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 to F8 choose the key."""
        key = event.key()
        if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F8:
            self.keys.choose(int(key) - int(Qt.Key.Key_F1))
            self._follow()
        super().keyPressEvent(event)

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        keep = footer.way_out(self.tr("Cancel"), self.close_sheet)
        self.save = footer.way_on(self.tr("Save"), self._on_save)
        footer.row.addStretch(1)
        footer.row.addWidget(keep)
        footer.row.addWidget(self.save)
        return footer

    @Slot()
    def _follow(self) -> None:
        name = self._taken.get(self.slot())
        key = f"F{self.slot()}"
        if name is None:
            self.note.say(self.tr("{key} is free.").format(key=key))
        else:
            self.note.say(self.tr("Takes the place of “{name}” on {key}.").format(name=name, key=key))
        self.save.setEnabled(bool(self.name.text().strip()))

    @Slot()
    def _on_save(self) -> None:
        name, slot = self.name.text().strip(), self.slot()
        if name:
            self.close_sheet()
            self.accepted.emit(slot, name)
