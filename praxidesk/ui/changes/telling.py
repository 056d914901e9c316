"""What came of something, said at the bottom of the window; and what was changed stays selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.ui.actions.action_list import ActionId, action_texts
from praxidesk.ui.calendar.hint_bar import HintBar
from praxidesk.ui.changes.happenings import Happened, Noted
from praxidesk.ui.practice_settings.settings_change import SettingsChange
from praxidesk.ui.wording.words import entry_name

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class Telling(QObject):
    """Hears everybody who saves, and tells the toast."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        toast, talk = window.toast, window.conversations
        window.reception.happened.connect(self._on_happened)
        window.reception.noted.connect(self._on_noted)
        talk.practice.absence_entered.connect(window.reception.note_practice)
        talk.policy.saved.connect(window.reception.note_practice)
        for done in (window.beginnings.done, window.saved_views.told):
            done.connect(toast.say_done)
        for trouble in (
            window.feed.went_wrong,
            window.reception.went_wrong,
            talk.policy.went_wrong,
            window.beginnings.went_wrong,
        ):
            trouble.connect(toast.say_error)
        for hint in (window.reception.hinted, window.saved_views.hinted):
            hint.connect(toast.say_hint)
        talk.practice.saved.connect(self._on_practice_saved)
        window.parts.details.note_warned.connect(self._on_note_warned)
        toast.undo_wanted.connect(window.reception.undo)
        for hints in window.parts.views.findChildren(HintBar):
            hints.turned.connect(self._on_hints_turned)
        window.reception.happened.connect(window.interruptions.settle)
        talk.rested.connect(window.interruptions.say)

    @Slot()
    def _on_hints_turned(self) -> None:
        hints = self.sender()
        if isinstance(hints, HintBar):
            self._window.toast.stand_above(hints)

    @Slot()
    def _on_note_warned(self) -> None:
        self._window.toast.say_hint(
            self.tr("The note is not saved yet. Esc once more gives it up, Ctrl+Enter saves it.")
        )

    @Slot(object)
    def _on_happened(self, happened: Happened) -> None:
        window = self._window
        name = entry_name(window.practice, happened.entry) if window.practice is not None else ""
        self._say(happened.text, name, can_undo=happened.can_undo)
        changed = {each.id for each in happened.entries}
        if changed <= set(window.parts.views.selected_all()):
            return  # those selected with them may have a next change coming
        if len(changed) > 1:
            window.parts.views.choose(changed)
        else:
            window.parts.views.select(happened.entry.id)

    @Slot(object)
    def _on_practice_saved(self, saved: tuple[SettingsChange | None, str]) -> None:
        change, text = saved
        reception = self._window.reception
        if change is not None:
            reception.note_practice((change, text))
            return
        reception.steps.remember_practice()
        reception.steps_changed.emit()
        self._window.toast.say_done(text)

    @Slot(object)
    def _on_noted(self, noted: Noted) -> None:
        self._say(noted.text, noted.name, can_undo=noted.can_undo)

    def _say(self, text: str, name: str, *, can_undo: bool) -> None:
        undo = action_texts()[ActionId.UNDO] if can_undo else ""
        self._window.toast.say_done(text, undo, self._window.actions_.key(ActionId.UNDO), name)
