"""Brings an entry onto the screen: its day, a view that shows its kind, and a column it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryKind
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


def go_to(window: Workplace, entry: Entry) -> None:
    """Turn to it as far as it is not shown, and select it."""
    practice, zone = window.practice, window.zone
    if practice is None or zone is None:
        return
    day, view = zone.day_of(entry.starts_at), window.shown.view
    if view is ViewKind.ROOMS and entry.kind is EntryKind.APPOINTMENT:
        view = ViewKind.DAY
    if view is not window.shown.view or day not in window.feed.days:
        window.go_to(Shown(view, day))
    shown = window.actors.of(view)
    parts = [each.actor for each in entry.allocations if each.actor in practice.actors]
    if view is not ViewKind.ROOMS and parts and not {*parts} & {*shown}:
        window.choose_actors(practice.actors[each].code for each in (*window.actors.chosen(view), parts[0]))
    window.parts.views.select(entry.id)
