"""Printing from the window: what is shown, or what is selected, is proposed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import GONE
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing.job import VIEWS, Job, Offer, PrintKind
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.wording import dates, words
from praxidesk.worker.gateway import Gateway

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace

_RECALL_DAYS = (365, 183)
"""A recall list begins with whoever was last here a year to half a year ago."""


class Printing(QObject):
    """Opens the print dialog."""

    def __init__(self, window: Workplace, gateway: Gateway, settings: DeskSettings) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._settings = settings
        self.doings: dict[ActionId, Callable[[], None]] = {
            ActionId.PRINT: self.offer,
            ActionId.PRINT_SLIP: self.offer_slip,
        }

    def offer(self) -> None:
        """The sheet of the view shown."""
        shown = self._window.shown.view
        self._open(next(kind for kind, view in VIEWS.items() if view is shown))

    def offer_slip(self) -> None:
        """The slip of the selected appointment."""
        if self._selected() is not None:
            self._open(PrintKind.SLIP)

    def _selected(self) -> Entry | None:
        entry = self._window.selected
        has_slip = entry is not None and entry.patient is not None and entry.status not in GONE
        return entry if has_slip else None

    def _open(self, kind: PrintKind) -> None:
        window, talk = self._window, self._window.conversations
        place = talk.place()
        if place is None:
            return
        practice, zone = place
        entry = self._selected()
        actors = {each: window.actors.of(view) for each, view in VIEWS.items()}
        today = window.today()
        job = Job(
            kind,
            window.shown.day,
            actors.get(kind, ()),
            entry.id if entry is not None else None,
            type=next(iter(practice.types), None),
            first=today - timedelta(days=_RECALL_DAYS[0]),
            last=today - timedelta(days=_RECALL_DAYS[1]),
            week_length=self._settings.week_length,
            reader=self._gateway.person,
        )
        about = ""
        if entry is not None:
            name, what = words.entry_name(practice, entry), words.service_name(practice, entry)
            about = f"{one_line(name)}\n{dates.when(zone, entry.span)}\n{one_line(what)}"
        sheet = openings.PrintSheet(window, talk.theme, self._gateway, place, Offer(job, actors, about))
        sheet.done.connect(window.toast.say_done)
        talk.show(sheet)
