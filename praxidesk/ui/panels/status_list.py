"""The steps of an entry's status as a column of buttons."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, RecordedChange
from praxidesk.engine.vocabulary import Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.actions.action_list import ActionId, action_texts
from praxidesk.ui.controls.discard import discard
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.history_list import moment
from praxidesk.ui.panels.status_button import StatusButton
from praxidesk.ui.panels.status_steps import StatusStep, StepLook, status_steps
from praxidesk.ui.wording import words


class StatusList(QWidget):
    """The present one is filled, the usual next one outlined."""

    action_wanted = Signal(object)
    """``ActionId``."""

    def __init__(self, theme: Theme, key_of: Callable[[ActionId], str]) -> None:
        super().__init__()
        self._theme = theme
        self._key_of = key_of
        self._buttons: list[StatusButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def set_theme(self, theme: Theme) -> None:
        """New buttons are drawn in these colours; the present ones hear it themselves."""
        self._theme = theme

    def count(self) -> int:
        """How many steps there are."""
        return len(self._buttons)

    def button(self, status: Status) -> StatusButton:
        """The button of one status."""
        return next(each for each in self._buttons if each.step.status is status)

    def show_entry(self, zone: Zone, entry: Entry, history: tuple[RecordedChange, ...], now: int) -> None:
        """Show where this entry stands; the same buttons stay where the steps are the same."""
        steps = status_steps(entry.kind, entry.status)
        if tuple(each.step for each in self._buttons) != steps:
            for button in self._buttons:
                discard(button)
            self._buttons = [StatusButton(step, self._theme) for step in steps]
            for button in self._buttons:
                button.clicked.connect(self._on_clicked)
                self._column.addWidget(button)
        texts = action_texts()
        for button in self._buttons:
            step = button.step
            if step.action is None:
                happened = _happened(step, history)
                time = moment(zone, happened, now) if happened is not None else ""
                button.say(words.status_name(step.status), time=time)
            else:
                key = self._key_of(step.action)
                word = texts[step.action] if step.look is StepLook.NEXT else words.status_name(step.status)
                button.say(word, key)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StatusButton) and button.step.action is not None:
            self.action_wanted.emit(button.step.action)


def _happened(step: StatusStep, history: tuple[RecordedChange, ...]) -> int | None:
    """When the entry last came into this status."""
    for line in history:
        if line.status is step.status and line.change is not Change.MOVED:
            return line.at
    return None
