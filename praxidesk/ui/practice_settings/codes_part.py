"""Several people, things or services that a row names by their codes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.check_menu import CheckMenu
from praxidesk.ui.practice_settings.part import Bound, Part


class CodesPart(Part):
    """Their names in a line, a button to mark others."""

    def __init__(
        self, theme: Theme, label: str, bound: Bound, options: Sequence[tuple[str, str]], none: str = ""
    ) -> None:
        super().__init__(theme, label, bound)
        self._none = none or self.tr("nobody and nothing chosen")
        self._options = tuple(options)
        self._codes: tuple[str, ...] = ()
        self.names = ToneLabel(theme)
        self.names.setWordWrap(True)
        self.choose = KeyButton(theme)
        self.choose.say(self.tr("Choose …"))
        self.choose.setAccessibleName(f"{label}: {self.choose.words()}")
        self.choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.names, 1)
        row.addWidget(self.choose)
        self.body.addLayout(row)
        self.close_with_error()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show these."""
        self._codes = tuple(value)
        known = dict(self._options)
        names = ", ".join(known.get(code, code) for code in self._codes)
        self.names.say(names or self._none)

    def value(self) -> Any:  # noqa: ANN401
        """The codes."""
        return self._codes

    def focus(self) -> None:
        """The button."""
        self.choose.setFocus()

    @Slot()
    def _on_choose(self) -> None:
        menu = CheckMenu(self, self._options, self._codes)
        menu.chosen.connect(self._on_chosen)
        menu.open_below(self.choose)

    @Slot(object)
    def _on_chosen(self, codes: tuple[str, ...]) -> None:
        self.show_value(codes)
        self.edited.emit()
