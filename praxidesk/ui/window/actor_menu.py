"""The menu of a column's header, and of a name in the left panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.calendar.state import ActorMenuWanted
from praxidesk.ui.calendar.tile_face import one_line

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class ActorMenu(QObject):
    """Only this one, or without this one; in the view that is shown."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._actor: ActorId | None = None
        self.menu: QMenu | None = None
        window.parts.views.actor_menu_wanted.connect(self._on_wanted)
        window.parts.side.actors.menu_wanted.connect(self._on_wanted)

    @Slot(object)
    def _on_wanted(self, wanted: ActorMenuWanted) -> None:
        practice, window = self._window.practice, self._window
        if practice is None or wanted.actor not in practice.actors:
            return
        self._actor = wanted.actor
        shown = window.actors.of(window.shown.view)
        name = one_line(practice.actors[wanted.actor].name).replace("&", "&&")
        menu = QMenu(window)
        only = menu.addAction(self.tr("Show only {name}").format(name=name))
        only.setEnabled(shown != (wanted.actor,))
        only.triggered.connect(self._on_only)
        self._turn(menu, name, is_shown=wanted.actor in shown, is_last=len(shown) == 1)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(wanted.global_pos)

    def _turn(self, menu: QMenu, name: str, *, is_shown: bool, is_last: bool) -> QAction:
        if is_shown:
            action = menu.addAction(self.tr("Hide {name}").format(name=name))
            action.setEnabled(not is_last)
        else:
            action = menu.addAction(self.tr("Show {name} too").format(name=name))
        action.triggered.connect(self._on_turned)
        return action

    @Slot()
    def _on_only(self) -> None:
        if self._actor is not None:
            self._show((self._actor,))

    @Slot()
    def _on_turned(self) -> None:
        window, actor = self._window, self._actor
        shown = window.actors.of(window.shown.view)
        if actor is not None:
            rest = tuple(each for each in shown if each != actor)
            self._show(rest if actor in shown else (*shown, actor))

    def _show(self, actors: tuple[ActorId, ...]) -> None:
        self._window.actors.choose(self._window.shown.view, actors)
        self._window.arrange()
