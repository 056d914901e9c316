"""The parts of the main window and where they stand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.actions.actions import Actions
from praxidesk.ui.controls.reading_order import step_focus, tab_stops
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.filtering.filter_bar import FilterBar
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.connection_strip import ConnectionStrip
from praxidesk.ui.panels.details_panel import DetailsPanel
from praxidesk.ui.panels.held_panel import HeldPanel
from praxidesk.ui.panels.no_practice import NoPractice
from praxidesk.ui.panels.side_panel import SidePanel
from praxidesk.ui.panels.status_line import StatusLine
from praxidesk.ui.shown.view_stack import ViewStack
from praxidesk.ui.window.main_menu import MainMenu
from praxidesk.ui.window.toolbar import Toolbar
from praxidesk.worker.premises import Keeping, Premises

if TYPE_CHECKING:
    from praxidesk.ui.first_run.welcome import Welcome

DETAILS_FROM = 1180
SIDE_FROM = 1000
"""Widths of the window under which a panel folds away by itself."""


class WindowLayout(Surface):
    """Toolbar above, panels beside the calendar, the status line below."""

    beginning_wanted = Signal(object)
    """``Beginning``: chosen where there is no practice yet."""

    def __init__(self, theme: Theme, actions: Actions, today: date, premises: Premises) -> None:
        super().__init__(theme, "chrome")
        self.menu = MainMenu(actions, self)
        self.toolbar = Toolbar(theme, actions, self.menu)
        self.side = SidePanel(theme, today)
        self.views = ViewStack(theme)
        self.details = DetailsPanel(theme, actions.key)
        self.held = HeldPanel(theme, actions.key)
        self.status = StatusLine(theme)
        self.connection = ConnectionStrip(theme)
        self.nothing = NoPractice(theme, is_file=premises.keeping is not Keeping.SERVER)
        self._is_trouble = False
        """It is said why there is no practice, and no longer that it is being opened."""
        self._welcome: Welcome | None = None
        self.premises = premises
        self.filter_bar = FilterBar(theme, (actions.key(ActionId.FILTER), actions.key(ActionId.CLEAR_FILTER)))
        self.centre = QStackedWidget()
        self.centre.addWidget(self.nothing)
        calendar = QWidget()
        self.beside = QHBoxLayout(calendar)
        """The calendar, and what may stand right of it."""
        over = QVBoxLayout()
        for each in (self.beside, over):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        self.beside.addLayout(over, 1)
        over.addWidget(self.filter_bar)
        over.addWidget(self.views, 1)
        self._calendar = calendar
        self.centre.addWidget(calendar)
        vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        self._side_rule = Rule(theme, vertical, is_strong=True)
        self._details_rule = Rule(theme, vertical, is_strong=True)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.side)
        middle.addWidget(self._side_rule)
        middle.addWidget(self.centre, 1)
        middle.addWidget(self._details_rule)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._held_rule = Rule(theme, horizontal, is_strong=True)
        for part in (self.details, self._held_rule, self.held):
            right.addWidget(part)
        middle.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.connection)
        column.addLayout(middle, 1)
        column.addWidget(Rule(theme, horizontal, is_strong=True))
        column.addWidget(self.status)

    @property
    def is_first_run(self) -> bool:
        """Whether the ways to begin are shown."""
        return self._welcome is not None and self.centre.currentWidget() is self._welcome

    @property
    def welcome(self) -> Welcome | None:
        """The ways to begin; ``None`` as long as nobody needed them."""
        return self._welcome

    def show_welcome(self, day: date) -> None:
        """There is no practice yet: ways to begin."""
        if self.is_first_run:
            return
        if self._welcome is None:
            self._welcome = openings.Welcome(self._theme, self.premises, day)
            self._welcome.card.wanted.connect(self.beginning_wanted)
            self.centre.addWidget(self._welcome)
        self._welcome.show_day(day)
        self.toolbar.show_days((day,))
        self.side.show_nobody()
        self.centre.setCurrentWidget(self._welcome)
        self._welcome.setFocus()

    def show_trouble(self) -> None:
        """There is none, and something is in the way; the first of what can be done has the keys."""
        if self.centre.currentWidget() is not self.nothing or not self._is_trouble:
            self._is_trouble = True
            self.centre.setCurrentWidget(self.nothing)
            if self.nothing.isVisible():  # and not covered by who is asked to sign in
                self.nothing.retry.setFocus()

    def show_calendar(self) -> None:
        """There is a practice."""
        self._is_trouble = False
        self.centre.setCurrentWidget(self._calendar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window what is held gives way to what is selected."""
        super().resizeEvent(event)
        self.held.limit(self.height())

    def fold(self, width: int, *, side: bool, details: bool) -> None:
        """Show the panels that are wanted, as far as the window has room for them."""
        side = side and width >= SIDE_FROM
        has_practice = self.centre.currentWidget() is self._calendar
        details = details and has_practice and width >= DETAILS_FROM
        for part, shown in (
            (self.side, side),
            (self._side_rule, side),
            (self.details, details),
            (self._details_rule, details),
            (self._held_rule, details),
            (self.held, details),
        ):
            part.setVisible(shown)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the eye does: the toolbar, then part by part from left to right."""
        parts = (self.toolbar, self.connection, self.side, self.centre, self.details, self.held)
        stops = [stop for part in parts if part.isVisible() for stop in tab_stops(part)]
        return step_focus(stops, forward=forward)
