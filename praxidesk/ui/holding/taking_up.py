"""Many entries taken in hand at once, wherever they stand: those that somebody's absence strands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId, EntryKind
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class TakingUp(QObject):
    """Turns to them first; they are in hand once they are shown, unless somebody has gone elsewhere."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: frozenset[EntryId] = frozenset()
        self._shown: Shown | None = None
        window.parts.views.state_shown.connect(self._go_on)

    @Slot(object)
    def take(self, entries: Iterable[Entry]) -> None:
        """In hand are those of the first one's day: they keep their distances wherever they go."""
        window, those = self._window, tuple(entries)
        practice, zone = window.practice, window.zone
        if not those or practice is None or zone is None:
            return
        day = zone.day_of(those[0].starts_at)
        those = tuple(each for each in those if zone.day_of(each.starts_at) == day)
        is_theatre = all(each.kind is EntryKind.OPERATION for each in those)
        view = ViewKind.ROOMS if is_theatre and window.shown.view is ViewKind.ROOMS else ViewKind.DAY
        self._wanted = frozenset(each.id for each in those)
        self._shown = Shown(view, day)
        window.go_to(self._shown)
        if view is ViewKind.DAY:
            self._show_columns(those)
        self._go_on()

    def _show_columns(self, entries: tuple[Entry, ...]) -> None:
        """One for each of them at least: only what is shown can be taken."""
        window, practice = self._window, self._window.practice
        if practice is None:
            return
        shown, missing = {*window.actors.of(ViewKind.DAY)}, []
        for entry in entries:
            parts = [each.actor for each in entry.allocations if each.actor in practice.actors]
            if parts and not shown & {*parts}:
                shown.add(parts[0])
                missing.append(parts[0])
        if missing:
            chosen = (*window.actors.chosen(ViewKind.DAY), *missing)
            window.choose_actors(practice.actors[each].code for each in chosen)

    @Slot()
    def _go_on(self) -> None:
        window, views = self._window, self._window.parts.views
        if not self._wanted:
            return
        if window.shown != self._shown:
            self._wanted = frozenset()
            return
        if not views.is_ready or len(window.feed.those(self._wanted)) < len(self._wanted):
            return
        views.choose(self._wanted)
        if {*views.selected_all()} == self._wanted:
            self._wanted = frozenset()
            views.view.begin_move()
