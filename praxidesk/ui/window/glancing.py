"""What one sees at a glance: loads, free times and going to them at the left; who is at work elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.vocabulary import ActorKind
from praxidesk.ui.calendar.grid.cursor_grid import CursorGrid
from praxidesk.ui.calendar.state import Place
from praxidesk.ui.other_desks.others_at_work import OthersAtWork
from praxidesk.ui.shown.shown import WITH_COLUMNS, Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.window.glances import Glances
from praxidesk.worker.gateway import Gateway

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from praxidesk.engine.spans import Span
    from praxidesk.engine.vocabulary import ActorId
    from praxidesk.ui.window.workplace import Workplace


class Glancing(QObject):
    """Between the window, what is beside its calendar, and the questions."""

    def __init__(self, window: Workplace, gateway: Gateway) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._glances = Glances(gateway, self)
        self.others_at_work = OthersAtWork(window, gateway)
        side = window.parts.side
        self._glances.loads_told.connect(side.sheet.show_loads)
        self._glances.free_told.connect(self._on_free_told)
        side.sheet_turned.connect(self._look_at_sheet)
        side.day_opened.connect(self._on_day_opened)
        side.free_wanted.connect(self.go_to_place)
        gateway.signed_in.connect(self._on_signed_in)

    def follow(self) -> None:
        """The window shows other days or people."""
        zone = self._gateway.zone
        if zone is not None:
            self._look_at_sheet()
            day = max(self._window.shown.day, self._window.today())
            self._glances.look_from(zone.day(day).start)

    def look_again(self) -> None:
        """The practice has changed."""
        self._glances.look_again()

    @Slot(object)
    def go_to_place(self, place: Place) -> None:
        """Show somebody's free time, in their column, with the keyboard on it."""
        window, zone = self._window, self._gateway.zone
        if zone is None or place.actor is None:
            return
        view = window.shown.view if window.shown.view in WITH_COLUMNS else ViewKind.DAY
        day = zone.day_of(place.span.start)
        if place.actor not in window.actors.of(view):
            window.actors.choose(view, (*window.actors.of(view), place.actor))
        if view is not window.shown.view or day not in window.feed.days:
            window.go_to(Shown(view, day))
        window.arrange()
        window.parts.views.finish()
        grid = window.parts.views.view
        if isinstance(grid, CursorGrid):
            grid.setFocus()
            grid.show_place(place)

    @Slot()
    def _look_at_sheet(self) -> None:
        practice, window = self._window.practice, self._window
        if practice is None:
            return
        shown = window.actors.of(window.shown.view)
        # Whose load counts: that of the practitioners shown; without one, of all shown.
        people = tuple(each for each in shown if practice.actors[each].kind is ActorKind.PRACTITIONER)
        weighed = people or shown
        known = tuple(each for each in weighed if self._gateway.person.knows_times_of(each))
        sheet = window.parts.side.sheet
        if known or not weighed:
            self._glances.look_at_sheet(*sheet.days(), known)
        else:
            self._glances.forget_sheet()
            sheet.show_loads({})

    @Slot()
    def _on_signed_in(self) -> None:
        self.follow()
        self.look_again()

    @Slot(object)
    def _on_free_told(self, free: Mapping[ActorId, Span]) -> None:
        zone = self._gateway.zone
        if zone is not None:
            person = self._gateway.person
            self._window.parts.side.actors.show_free(free, zone, self._window.today(), person)

    @Slot(object)
    def _on_day_opened(self, day: date) -> None:
        shown = self._window.shown
        view = ViewKind.DAY if shown.view is ViewKind.MONTH else shown.view
        self._window.go_to(Shown(view, day))
        self._window.parts.views.view.setFocus()
