"""Desks show each other what they have open, and say at once when what is open here is another by now.

It is a courtesy: nothing is locked by it, and nothing waits for it.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, SignalInstance, Slot

from praxidesk.engine.at_work import Editor, of_entry, of_record
from praxidesk.engine.entries import Entry
from praxidesk.engine.roles import StaffRole
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.other_desks.moved_away import MovedAway
from praxidesk.ui.other_desks.stale_states import changed_fields
from praxidesk.ui.wording.editor_words import editors_text
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState
from praxidesk.worker.questions.editing import AnnounceEditing

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


@runtime_checkable
class _EditSheet(Protocol):
    """A sheet that may have been opened on an entry."""

    @property
    def edited(self) -> Entry | None: ...

    def say_others(self, changed: str, editing: str) -> None: ...


@runtime_checkable
class _AtEntries(Protocol):
    """A sheet that asks something about entries that are to be changed."""

    at_entries: tuple[EntryId, ...]


@runtime_checkable
class _AtRecord(Protocol):
    """A sheet that changes what is no entry."""

    record_changed: SignalInstance

    @property
    def record(self) -> str: ...

    def say_editors(self, text: str) -> None: ...


class OthersAtWork(QObject):
    """Tells the other desks what is open here; shows what is open there: in details, sheets and on tiles."""

    def __init__(self, window: Workplace, gateway: Gateway) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._token = secrets.token_hex(8)
        self._editors: tuple[Editor, ...] = ()
        self._told: tuple[tuple[EntryId, ...], str] = (), ""
        self._connected = False
        self._elsewhere: Entry | None = None
        """What the form that is open is about, where it is on none of the days shown any more."""
        self.moved_away = MovedAway(window, gateway)
        self.moved_away.found.connect(self._on_found_elsewhere)
        gateway.editors_changed.connect(self._on_editors_changed)
        gateway.state_changed.connect(self._on_state_changed)
        window.conversations.sheet_changed.connect(self._on_sheet_changed)
        window.conversations.rested.connect(self._on_sheet_changed)
        window.parts.views.held_changed.connect(self._tell)
        window.parts.details.writing_changed.connect(self._tell)
        window.details.changed.connect(self._show_selected)
        window.feed.state_built.connect(self._show_sheet)

    @property
    def open_here(self) -> tuple[EntryId, ...]:
        """What is being edited at this desk, in a sheet, in hand or in a note. A viewer edits nothing."""
        if self._gateway.person.role is StaffRole.VIEWER:
            return ()
        sheet, edited = self._window.conversations.sheet, self._edited()
        if edited is not None:
            return (edited.id,)
        if isinstance(sheet, _AtEntries):
            return sheet.at_entries
        written = self._window.parts.details.written()
        return self._window.parts.views.view.held() or (() if written is None else (written,))

    @property
    def record_here(self) -> str:
        """What is no entry and is being edited here; empty for nothing."""
        sheet = self._window.conversations.sheet
        is_viewer = self._gateway.person.role is StaffRole.VIEWER
        return sheet.record if isinstance(sheet, _AtRecord) and not is_viewer else ""

    def _edited(self) -> Entry | None:
        """What the sheet that is open was opened on, as it was then."""
        sheet = self._window.conversations.sheet
        return sheet.edited if isinstance(sheet, _EditSheet) else None

    @Slot()
    def _on_sheet_changed(self) -> None:
        self._elsewhere = None
        self.moved_away.watch(self._edited())
        sheet = self._window.conversations.sheet
        if isinstance(sheet, _AtRecord):
            sheet.record_changed.connect(self._on_record_changed)
        self._on_record_changed()

    @Slot()
    def _on_record_changed(self) -> None:
        self._tell()
        self._show_sheet()

    @Slot(object)
    def _on_found_elsewhere(self, present: Entry) -> None:
        self._elsewhere = present
        self._show_sheet()

    @Slot()
    def _tell(self) -> None:
        open_here = self.open_here, self.record_here
        if open_here != self._told:
            self._told = open_here
            self._gateway.ask(AnnounceEditing(self._token, *open_here))

    @Slot(object)
    def _on_state_changed(self, state: StoreState) -> None:
        """Over a new connection the others hear it anew."""
        if state.connected and not self._connected and any(self._told):
            self._gateway.ask(AnnounceEditing(self._token, *self._told))
        self._connected = state.connected

    @Slot(object)
    def _on_editors_changed(self, editors: tuple[Editor, ...]) -> None:
        self._editors = editors
        entries = {each.entry for each in editors if each.entry is not None}
        marked = {each: editors_text(of_entry(editors, each)) for each in entries}
        self._window.parts.views.mark_edited(marked)
        self._show_selected()
        self._show_sheet()

    @Slot()
    def _show_selected(self) -> None:
        selected = self._window.selected_all
        text = editors_text(of_entry(self._editors, selected[0].id)) if len(selected) == 1 else ""
        self._window.parts.details.show_editors(text)

    @Slot()
    def _show_sheet(self) -> None:
        sheet, edited = self._window.conversations.sheet, self._edited()
        if isinstance(sheet, _AtRecord):
            sheet.say_editors(editors_text(of_record(self._editors, sheet.record)))
        if edited is None or not isinstance(sheet, _EditSheet):
            return
        sheet.say_others(self._changed_text(edited), editors_text(of_entry(self._editors, edited.id)))

    def _changed_text(self, edited: Entry) -> str:
        """What another desk has changed of it since; empty where nobody has."""
        practice, zone = self._window.practice, self._window.zone
        present = self._window.feed.entry(edited.id) or self._elsewhere
        known = max(edited.version, self._window.reception.steps.version(edited.id))
        if practice is None or zone is None or present is None or present.version <= known:
            return ""
        rows = changed_fields(practice, zone, edited, present)
        what = "; ".join(f"{row.name}: {row.was or '–'} → {row.theirs or '–'}" for row in rows)
        said = self.tr("Changed at another desk meanwhile.")
        after = self.tr("What you save is shown beside it first.")
        return " ".join(part for part in (said, f"{what}." if what else "", after) if part)
