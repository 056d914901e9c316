"""Choosing columns, length of the week and grid."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from praxidesk.ui.actions.action_list import ActionId, action_texts
from praxidesk.ui.actions.checked_actions import COLUMNS, GRIDS, WEEKS
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.shown.arrangement import ColumnsBy, Grid, WeekLength
from praxidesk.ui.shown.shown import days_shown

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class Arranging(QObject):
    """Does what those actions say; remembered at once."""

    def __init__(self, window: Workplace, settings: DeskSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self.doings: dict[ActionId, Callable[[], None]] = {
            ActionId.COLUMNS_NEXT: self._next_columns,
            ActionId.WEEKENDS: self._turn_weekends,
            **{action: partial(self.show_columns, each) for each, action in COLUMNS.items()},
            **{action: partial(self._show_week, each) for each, action in WEEKS.items()},
            **{action: partial(self._show_grid, each) for each, action in GRIDS.items()},
        }

    def show_columns(self, columns: ColumnsBy) -> None:
        """In the present view: of practitioners, of rooms and devices, or of all."""
        self._window.actors.show_columns(self._window.shown.view, columns)
        self._window.arrange()

    def _next_columns(self) -> None:
        columns = self._window.actors.columns(self._window.shown.view).next
        self.show_columns(columns)
        # Where nobody is ticked of a kind, or only one kind is, nothing else would tell what the key did.
        self._window.toast.say_hint(action_texts()[COLUMNS[columns]])

    def _show_week(self, length: WeekLength) -> None:
        self._settings.week_length = length
        self._window.arrange()

    def _turn_weekends(self) -> None:
        window = self._window
        if window.practice is not None:
            days = days_shown(window.practice, window.shown, self._settings.week_length)
            self._show_week(WeekLength.FIVE if len(days) > 5 else WeekLength.SEVEN)

    def _show_grid(self, grid: Grid) -> None:
        self._settings.grid = grid
        self._window.arrange()
