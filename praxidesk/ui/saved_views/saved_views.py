"""The saved views of this desk: kept in its settings, brought back by F1 to F8.

F1 is the help of every other program: as long as nobody has put a view there, it lists all commands and keys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.filtering.filter_codes import FilterCodes
from praxidesk.ui.saved_views.saved_view import HELP_SLOT, SLOTS, SavedView, read
from praxidesk.ui.saved_views.view_words import proposed_name, view_words
from praxidesk.ui.shown.shown import Shown

if TYPE_CHECKING:
    from praxidesk.ui.settings import DeskSettings
    from praxidesk.ui.window.workplace import Workplace


class SavedViews(QObject):
    """Saves what is shown, and shows what was saved."""

    hinted = Signal(object)
    """``str``: why nothing was done."""
    told = Signal(object)
    """``str``: what was done."""

    def __init__(self, window: Workplace, settings: DeskSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._changing: SavedView | None = None
        self._from_slot: int | None = None
        self.doings: dict[ActionId, Callable[[], None]] = {
            ActionId.SAVE_VIEW: self.save,
            ActionId.SAVED_VIEWS: self.manage,
            **{ActionId(f"saved_{each}"): partial(self.recall, each) for each in SLOTS},
            **{ActionId(f"save_{each}"): partial(self.save, each) for each in SLOTS},
        }
        self.name_actions()

    def of(self, slot: int) -> SavedView | None:
        """What a key has."""
        return read(self._settings.saved_view(slot))

    def all(self) -> dict[int, SavedView]:
        """By key."""
        return {slot: view for slot in SLOTS if (view := self.of(slot)) is not None}

    def name_actions(self) -> None:
        """Menu and command list say the names."""
        views = self.all()
        self._window.actions_.name(
            {ActionId(f"saved_{slot}"): view.name for slot, view in views.items()},
            frozenset(ActionId(f"saved_{slot}") for slot in SLOTS if slot not in views),
        )

    def present(self) -> SavedView | None:
        """What is shown now, without a name."""
        window, settings, practice = self._window, self._settings, self._window.practice
        if practice is None:
            return None
        view = window.shown.view
        return SavedView(
            "",
            view,
            tuple(practice.actors[each].code for each in window.actors.chosen(view)),
            window.actors.columns(view),
            settings.week_length,
            settings.grid,
            window.parts.views.zoom(view),
            settings.colour_by,
            FilterCodes.of(window.filtering.filter, practice),
        )

    def recall(self, slot: int) -> None:
        """Show what a key has."""
        window, view = self._window, self.of(slot)
        practice = window.practice
        if practice is None:
            return
        if view is None and slot == HELP_SLOT:
            window.commanding.open()
            return
        if view is None:
            self.hinted.emit(
                self.tr("F{key} is empty. Ctrl+F{key} saves the present view there.").format(key=slot)
            )
            return
        settings = self._settings
        settings.week_length, settings.grid, settings.colour_by = view.week_length, view.grid, view.colour_by
        window.actors.restore(view.view, view.actors, view.columns)
        window.filtering.show(view.filter.filter(practice))
        window.go_to(Shown(view.view, window.shown.day))
        window.arrange()
        window.set_colour_by(view.colour_by)
        if view.zoom is not None:
            window.parts.views.set_zoom(view.view, view.zoom)
        self.told.emit(self.tr("View “{name}” (F{key})").format(name=view.name, key=slot))

    def save(self, slot: int | None = None) -> None:
        """Ask for name and key of the present view."""
        practice, view = self._window.practice, self.present()
        if practice is None or view is None:
            return
        views = self.all()
        free = next((each for each in (*SLOTS[HELP_SLOT:], HELP_SLOT) if each not in views), SLOTS[0])
        slot = free if slot is None else slot
        known = views.get(slot)
        self._changing, self._from_slot = view, None
        name = known.name if known is not None else proposed_name(practice, view)
        self._ask((name, view_words(practice, view)), slot, views)

    @Slot()
    def manage(self) -> None:
        """Show all of them."""
        if self._window.practice is None:
            return
        talk = self._window.conversations
        sheet = openings.SavedViewsSheet(self._window, talk.theme, self._lines())
        sheet.show_wanted.connect(self._on_show_wanted)
        sheet.change_wanted.connect(self._on_change_wanted)
        sheet.delete_wanted.connect(self._on_delete_wanted)
        sheet.save_wanted.connect(self._on_save_wanted)
        talk.show(sheet)

    def _lines(self) -> list[tuple[int, str, str]]:
        practice = self._window.practice
        if practice is None:
            return []
        return [(slot, view.name, view_words(practice, view)) for slot, view in self.all().items()]

    def _ask(
        self, view: tuple[str, str], slot: int, others: dict[int, SavedView], *, is_new: bool = True
    ) -> None:
        talk = self._window.conversations
        taken = {each: other.name for each, other in others.items() if each != self._from_slot}
        sheet = openings.SaveViewSheet(self._window, talk.theme, view, slot, taken, is_new=is_new)
        sheet.accepted.connect(self._on_accepted)
        talk.show(sheet)

    @Slot(object, object)
    def _on_accepted(self, slot: int, name: str) -> None:
        if self._changing is None:
            return
        if self._from_slot is not None:
            self._settings.set_saved_view(self._from_slot, "")
        self._settings.set_saved_view(slot, replace(self._changing, name=name).written())
        self._changing = self._from_slot = None
        self.name_actions()
        self.told.emit(self.tr("View “{name}” is on F{key} now.").format(name=name, key=slot))

    @Slot(object)
    def _on_show_wanted(self, slot: int) -> None:
        self.recall(slot)

    @Slot(object)
    def _on_change_wanted(self, slot: int) -> None:
        practice, view = self._window.practice, self.of(slot)
        if practice is not None and view is not None:
            self._changing, self._from_slot = view, slot
            self._ask((view.name, view_words(practice, view)), slot, self.all(), is_new=False)

    @Slot(object)
    def _on_delete_wanted(self, slot: int) -> None:
        view = self.of(slot)
        self._settings.set_saved_view(slot, "")
        self.name_actions()
        sheet = self._window.conversations.sheet
        if isinstance(sheet, openings.SavedViewsSheet):
            sheet.show_views(self._lines())
        if view is not None:
            self.told.emit(self.tr("View “{name}” deleted.").format(name=view.name))

    @Slot()
    def _on_save_wanted(self) -> None:
        self.save()
