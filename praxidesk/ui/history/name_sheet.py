"""Naming this desk: what the history says of changes that are made here."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import Heading
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.worker.desk_name import LONGEST_NAME, clean_name, given_name, machine_name

WIDTH = 520


class NameSheet(Sheet):
    """Enter saves; nothing typed means the machine's name."""

    accepted = Signal(object)
    """``str``: empty for the machine's name."""

    def __init__(self, window: QWidget, theme: Theme, name: str) -> None:
        super().__init__(window, theme, WIDTH)
        title = self.tr("Name of this desk")
        about = self.tr("The history says it beside every change that is made here, such as “Desk 2”.")
        self.card.column.addWidget(Heading(theme, title, about))
        self.name = QLineEdit(given_name() or name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(machine_name())
        self.name.setAccessibleName(title)
        self.note = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.note.setWordWrap(True)
        body = QVBoxLayout()
        body.setContentsMargins(24, 14, 24, 16)
        body.setSpacing(8)
        body.addWidget(section_label(theme, self.tr("Name")))
        body.addWidget(self.name)
        body.addWidget(self.note)
        self.card.column.addLayout(body)
        footer = Footer(theme)
        keep = footer.way_out(self.tr("Cancel"), self.close_sheet)
        self.save = footer.way_on(self.tr("Save"), self._on_save)
        footer.row.addStretch(1)
        footer.row.addWidget(keep)
        footer.row.addWidget(self.save)
        self.card.column.addWidget(footer)
        if given_name():
            self.name.setEnabled(False)
            self.save.setEnabled(False)
            self.note.say(self.tr("It was given when the program was started, by --desk or PRAXIDESK_DESK."))
        else:
            self.note.say(
                self.tr("Nothing typed: the name of the computer, {name}.").format(name=machine_name())
            )
        self.listen("Return", self._on_save)
        self.listen("Enter", self._on_save)
        self.setAccessibleName(title)

    def open(self) -> None:
        """Show it, ready to type."""
        super().open()
        if self.name.isEnabled():
            self.name.setFocus()
            self.name.selectAll()
        else:
            self.setFocus()

    @Slot()
    def _on_save(self) -> None:
        if self.save.isEnabled():
            name = clean_name(self.name.text())
            self.close_sheet()
            self.accepted.emit(name)
