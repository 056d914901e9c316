"""The line at the top: menu, days, views, search, undo, and the one thing to do."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton

from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.actions.actions import Actions
from praxidesk.ui.controls.action_button import ActionButton
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.search_button import SearchButton
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD, TITLE
from praxidesk.ui.look.icons import Icon, icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates

HEIGHT = 52
VIEWS = (ActionId.VIEW_DAY, ActionId.VIEW_WEEK, ActionId.VIEW_MONTH, ActionId.VIEW_ROOMS)
_MENU_KEY = "F10"
_ICON = 20
_MEDIUM, _NARROW, _TIGHT = 1400, 1160, 940
"""Below these widths the toolbar says things shorter, and then leaves some out."""


class Room(Enum):
    """How much room the toolbar has."""

    WIDE = "wide"
    MEDIUM = "medium"
    NARROW = "narrow"
    TIGHT = "tight"
    """A small screen, much enlarged: what the menu and a key do as well is left to them."""

    @property
    def is_narrow(self) -> bool:
        """Whether all is said in its shortest form."""
        return self in {Room.NARROW, Room.TIGHT}

    @classmethod
    def of(cls, width: int) -> "Room":
        """That of a toolbar so many pixels wide."""
        if width >= _NARROW:
            return cls.WIDE if width >= _MEDIUM else cls.MEDIUM
        return cls.NARROW if width >= _TIGHT else cls.TIGHT


class Toolbar(Surface):
    """Buttons of actions; says what they say."""

    def __init__(self, theme: Theme, actions: Actions, menu: QMenu) -> None:
        super().__init__(theme, "chrome")
        self.setFixedHeight(HEIGHT)
        self._actions = actions
        self._room = Room.WIDE
        self._days: tuple[date, ...] = ()
        self._month: date | None = None
        self.menu = QToolButton()
        self.menu.setMenu(menu)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        dress(self.menu, ButtonKind.QUIET)
        QShortcut(QKeySequence(_MENU_KEY), self, self._open_menu)
        self.earlier = self._tool(actions[ActionId.PREVIOUS], ButtonKind.SEGMENT)
        self.today = self._tool(actions[ActionId.TODAY], ButtonKind.SEGMENT)
        self.today.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.later = self._tool(actions[ActionId.NEXT], ButtonKind.SEGMENT)
        self.title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self.week = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.views = Segments(len(VIEWS))
        self.search = SearchButton(theme)
        self.undo = self._tool(actions[ActionId.UNDO], ButtonKind.QUIET)
        self.redo = self._tool(actions[ActionId.REDO], ButtonKind.QUIET)
        self.print = self._tool(actions[ActionId.PRINT], ButtonKind.QUIET)
        for tool in (self.menu, self.undo, self.redo, self.print):
            tool.setIconSize(QSize(_ICON, _ICON))
        self.book = KeyButton(theme, ButtonKind.PRIMARY, Icon.PLUS)
        self._build()
        self.set_theme(theme)
        self.views.chosen.connect(self._on_view)
        self.search.clicked.connect(actions[ActionId.SEARCH].trigger)
        self.book.clicked.connect(actions[ActionId.BOOK].trigger)
        for action in VIEWS:
            actions[action].toggled.connect(self._on_view_toggled)
        actions[ActionId.BOOK].enabledChanged.connect(self.book.setEnabled)
        actions[ActionId.VIEW_DAY].enabledChanged.connect(self.views.setEnabled)
        actions[ActionId.SEARCH].enabledChanged.connect(self.search.setEnabled)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Tint the menu's picture."""
        super().set_theme(theme)
        self.menu.setIcon(icon(Icon.MENU, theme))
        self._widen_today()

    def show_days(self, days: Sequence[date], month: date | None = None) -> None:
        """The days on screen and their weeks; ``month`` where they are shown because they are its own."""
        self._days, self._month = tuple(days), month
        self._say_title()

    def retranslate(self) -> None:
        """Word it anew, after the actions."""
        self.views.say(
            [self._actions[each].text().replace("&&", "&") for each in VIEWS],
            [self._actions[each].toolTip() for each in VIEWS],
        )
        self.search.say(self.tr("Patient, entry …"), self._actions.key(ActionId.SEARCH))
        self.search.setToolTip(self._actions[ActionId.SEARCH].toolTip())
        self.book.say(self._actions[ActionId.BOOK].text(), self._actions.key(ActionId.BOOK))
        self.book.setToolTip(self._actions[ActionId.BOOK].toolTip())
        self._widen_today()
        self._say_title()
        self.menu.setAccessibleName(self.tr("Menu"))
        self.menu.setToolTip(plain_tooltip(f"{self.tr('Menu')} ({_MENU_KEY})"))

    @Slot()
    def _open_menu(self) -> None:
        menu = self.menu.menu()
        menu.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet has had its say."""
        super().showEvent(event)
        self._widen_today()

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002 (Qt's)
        """Say less where there is less room."""
        room = Room.of(self.width())
        if room is not self._room:
            self._room = room
            self.week.setVisible(not room.is_narrow)
            for tool in (self.undo, self.redo, self.print):
                tool.setVisible(room is not Room.TIGHT)
            for part in (self.views, self.search, self.book):
                part.set_compact(room.is_narrow)
            self._say_title()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chrome with a line below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.linestrong)
        painter.end()

    def _widen_today(self) -> None:
        """Leave room for the padding, which a tool button does not ask for and a style sheet takes back."""
        wide = self.today.fontMetrics().horizontalAdvance(self._actions[ActionId.TODAY].text())
        self.today.setMinimumWidth(wide + 26)

    def _say_title(self) -> None:
        days = self._days
        if not days:
            return
        is_narrow = self._room.is_narrow
        title = dates.days_title(days, is_short=is_narrow)
        if self._month is not None:
            title = dates.month_year(self._month)
        if len(days) == 1 and self._room is not Room.WIDE:
            title = dates.short_day(days[0]) if is_narrow else dates.medium_day(days[0])
        self.title.say(title)
        self.week.say(dates.week_numbers(days))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 1)
        row.setSpacing(12)
        row.addWidget(self.menu)
        days = QHBoxLayout()
        days.setSpacing(0)
        self._join(self.earlier, self.today, self.later)
        for button in (self.earlier, self.today, self.later):
            days.addWidget(button)
        row.addLayout(days)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self.title)
        title.addWidget(self.week)
        row.addSpacing(4)
        row.addLayout(title)
        row.addStretch(3)
        row.addWidget(self.views)
        row.addStretch(2)
        row.addWidget(self.search)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.undo)
        tools.addWidget(self.redo)
        tools.addWidget(self.print)
        row.addLayout(tools)
        row.addWidget(self.book)

    @staticmethod
    def _tool(action: QAction, kind: ButtonKind) -> QToolButton:
        button = ActionButton(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        dress(button, kind)
        return button

    def _join(self, *buttons: QToolButton) -> None:
        """Three buttons of the width of their content, only the outer corners round."""
        padding = "QToolButton { padding: 0 6px; %s } QToolButton:focus { padding: 0 5px; }"
        corners = ["margin-left: 0; border-top-left-radius: 4px; border-bottom-left-radius: 4px;"]
        corners += [""] * (len(buttons) - 2)
        corners += ["border-top-right-radius: 4px; border-bottom-right-radius: 4px;"]
        for button, corner in zip(buttons, corners, strict=True):
            button.setStyleSheet(padding % corner)

    def _on_view(self, index: int) -> None:
        self._actions[VIEWS[index]].trigger()

    def _on_view_toggled(self, checked: bool) -> None:
        if checked:
            place = next(index for index, each in enumerate(VIEWS) if self._actions[each].isChecked())
            self.views.choose(place)
