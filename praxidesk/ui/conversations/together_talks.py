"""The sheets about several chosen entries: why they are cancelled, and which of them clash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.requests import CancelRequest
from praxidesk.engine.vocabulary import OnClash
from praxidesk.ui import openings
from praxidesk.ui.changes.happenings import Clash
from praxidesk.ui.changes.reception import Reception
from praxidesk.ui.changes.step_words import none_changed_text
from praxidesk.ui.wording import words
from praxidesk.ui.wording.counted import counted

if TYPE_CHECKING:
    from praxidesk.ui.conversations.conversations import Conversations


class TogetherTalks(QObject):
    """Opens them in turn with the others."""

    def __init__(self, talk: Conversations, reception: Reception) -> None:
        super().__init__(talk)
        self._talk, self._reception = talk, reception
        self._entries: Sequence[Entry] = ()
        self._clash: Clash | None = None
        reception.clashed.connect(self._on_clashed)

    def cancel(self, entries: Sequence[Entry]) -> None:
        """Ask once why they are all cancelled."""
        place = self._talk.place()
        if place is None or not entries:
            return
        self._entries = entries
        sheet = openings.CancelSheet(
            self._talk.window_, self._talk.theme, *place, entries[0], count=len(entries)
        )
        sheet.at_entries = tuple(each.id for each in entries)
        sheet.subject.say(counted.appointments(len(entries)))
        sheet.about.say("; ".join(words.entry_name(place[0], each) for each in entries))
        sheet.accepted.connect(self._on_accepted)
        self._talk.show(sheet)

    @Slot(object)
    def _on_accepted(self, reason: str) -> None:
        entries, self._entries = self._entries, ()
        self._reception.submit_all(CancelRequest(each.id, each.version, reason) for each in entries)

    @Slot(object)
    def _on_clashed(self, clash: Clash) -> None:
        place = self._talk.place()
        if place is not None:
            text = none_changed_text(*place, clash.outcome)
            self._talk.interrupt(text, None, partial(self._show_clash, clash))

    def _show_clash(self, clash: Clash) -> None:
        place = self._talk.place()
        if place is None:
            return
        self._clash = clash
        sheet = openings.ClashSheet(self._talk.window_, self._talk.theme, *place, clash.outcome)
        sheet.rest_wanted.connect(self._on_rest_wanted)
        self._talk.show(sheet)
        sheet.rest_first()

    @Slot()
    def _on_rest_wanted(self) -> None:
        clash, self._clash = self._clash, None
        if clash is not None:
            self._reception.submit(replace(clash.request, on_clash=OnClash.SKIP, key=None))
