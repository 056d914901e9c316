"""The demo practice: while it is made, and when it is closed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.ui.controls.errand_bar import ErrandBar
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.heading import head
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.worker.errand import Errand

WIDTH = 520


class MakingSheet(Sheet):
    """Shows how far the demo practice is; Escape gives it up."""

    def __init__(self, window: QWidget, theme: Theme, errand: Errand) -> None:
        super().__init__(window, theme, WIDTH)
        self._errand = errand
        head(
            self,
            theme,
            self.tr("Making the demo practice"),
            self.tr("Twelve weeks of a surgical day clinic, all of it invented. It takes a few seconds."),
        )
        bar = QVBoxLayout()
        bar.setContentsMargins(24, 0, 24, 20)
        self.bar = ErrandBar(errand)
        self.bar.setAccessibleName(self.tr("Making the demo practice"))
        bar.addWidget(self.bar)
        self.card.column.addLayout(bar)
        footer = Footer(theme)
        self.give_up = footer.way_out(self.tr("Cancel"), self.dismiss)
        footer.row.addStretch(1)
        footer.row.addWidget(self.give_up)
        self.card.column.addWidget(footer)

    def open(self) -> None:
        """Show it."""
        super().open()
        self.give_up.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Give it up; nothing is left of it."""
        self._errand.give_up()
        self.close_sheet()


class ClosingSheet(Sheet):
    """Back to the own practice, and whether the demo is deleted."""

    closing_wanted = Signal(object)
    """``bool``: whether it is deleted too."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window, theme, WIDTH)
        head(
            self,
            theme,
            self.tr("Close the demo practice?"),
            self.tr(
                "The window goes back to your own practice. What you have tried out can stay for next time, "
                "or be deleted."
            ),
        )
        footer = Footer(theme)
        self.delete = KeyButton(theme, ButtonKind.DANGER)
        self.delete.say(self.tr("Close and delete"))
        self.keep = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.keep.say(self.tr("Close"))
        stay = footer.way_out(self.tr("Stay here"), self.dismiss)
        self.delete.clicked.connect(self._on_delete)
        self.keep.clicked.connect(self._on_keep)
        footer.row.addWidget(self.delete)
        footer.row.addStretch(1)
        footer.row.addWidget(stay)
        footer.row.addWidget(self.keep)
        self.card.column.addWidget(footer)

    def open(self) -> None:
        """Show it; Enter closes the demo."""
        super().open()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_delete(self) -> None:
        self.close_sheet()
        self.closing_wanted.emit(True)

    @Slot()
    def _on_keep(self) -> None:
        self.close_sheet()
        self.closing_wanted.emit(False)
