"""The filter of this desk: chosen in a sheet or the legend, marked over the calendar, remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.vocabulary import ActorId, TypeId, type_service
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.entry_filter import NO_FILTER, EntryFilter
from praxidesk.ui.filtering.filter_codes import FilterCodes
from praxidesk.ui.filtering.filter_words import filter_words

if TYPE_CHECKING:
    from praxidesk.engine.practice import Practice
    from praxidesk.ui.settings import DeskSettings
    from praxidesk.ui.window.workplace import Workplace


class Filtering(QObject):
    """Holds the filter; whoever draws is told by ``changed``."""

    changed = Signal()

    def __init__(self, window: Workplace, settings: DeskSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._filter = NO_FILTER
        self.doings: dict[ActionId, Callable[[], None]] = {
            ActionId.FILTER: self.choose,
            ActionId.CLEAR_FILTER: self.clear,
        }
        bar, side = window.parts.filter_bar, window.parts.side
        bar.change_wanted.connect(self.choose)
        bar.clear_wanted.connect(self.clear)
        side.legend.type_toggled.connect(self._on_type_toggled)
        side.legend.practitioner_toggled.connect(self._on_practitioner_toggled)

    @property
    def filter(self) -> EntryFilter:
        """What holds now."""
        return self._filter

    def know(self, practice: Practice) -> None:
        """The practice is another one now, or has just been loaded: what is remembered holds."""
        patient = self._filter.patient
        self._filter = replace(FilterCodes.read(self._settings.filter).filter(practice), patient=patient)

    def show(self, wanted: EntryFilter) -> None:
        """From now on."""
        practice = self._window.practice
        if practice is not None:
            self._filter = wanted
            self._settings.filter = FilterCodes.of(wanted, practice).written()
            self.changed.emit()

    def mark(self) -> None:
        """Say over the calendar and in the legend what holds."""
        practice, bar = self._window.practice, self._window.parts.filter_bar
        if practice is None or not self._filter.is_active:
            bar.hide()
        else:
            passing, of = self._window.feed.counts_with(self._filter)
            bar.show_filter(passing, of, filter_words(practice, self._filter), hides=self._filter.hides)
        self._window.parts.side.legend.show_filter(self._filter)

    @Slot()
    def choose(self) -> None:
        """Ask what to see."""
        practice, talk = self._window.practice, self._window.conversations
        if practice is not None:
            counting = self._window.feed.counts_with
            sheet = openings.FilterSheet(self._window, talk.theme, practice, self._filter, counting)
            sheet.accepted.connect(self._on_accepted)
            talk.show(sheet)

    @Slot()
    def clear(self) -> None:
        """See everything again."""
        if self._filter.is_active:
            self.show(replace(NO_FILTER, hides=self._filter.hides))

    @Slot(object)
    def _on_accepted(self, wanted: EntryFilter) -> None:
        self.show(wanted)

    @Slot(object)
    def _on_type_toggled(self, type_id: TypeId) -> None:
        self.show(replace(self._filter, services=self._filter.services ^ {type_service(type_id)}))

    @Slot(object)
    def _on_practitioner_toggled(self, actor: ActorId) -> None:
        self.show(replace(self._filter, people=self._filter.people ^ {actor}))
