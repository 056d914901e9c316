"""The menu behind the button at the top left: everything that has no place of its own."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from praxidesk.ui.actions.action_list import ActionId as A
from praxidesk.ui.actions.actions import Actions

_TOP: tuple[A | None, ...] = (
    A.BOOK,
    A.NEXT_FREE,
    A.BLOCK,
    A.ABSENCE,
    None,
    A.UNDO,
    A.REDO,
    None,
    A.PRINT,
    None,
    A.SEARCH,
    A.COMMANDS,
    None,
    A.CHANGES,
    A.CONFLICTS,
    A.RULES,
    A.SETTINGS,
    A.LOGINS,
    A.DESK_NAME,
    A.IMPORT,
    A.DIAGNOSIS,
    None,
    A.CHANGE_PASSWORD,
    A.LOCK,
    A.SIGN_OUT,
    A.CLOSE_DEMO,
)
_VIEW: tuple[A | None, ...] = (
    A.VIEW_DAY,
    A.VIEW_WEEK,
    A.VIEW_MONTH,
    A.VIEW_ROOMS,
    A.BOARD,
    None,
    A.ZOOM_IN,
    A.ZOOM_OUT,
    A.ZOOM_DAY,
    None,
    A.FILTER,
    A.CLEAR_FILTER,
    None,
    A.COLUMNS_PRACTITIONERS,
    A.COLUMNS_ROOMS,
    A.COLUMNS_BOTH,
    None,
    A.SHOW_CANCELLED,
    A.COLOUR_TYPE,
    A.COLOUR_PRACTITIONER,
    None,
    A.WAITING_ROOM,
    A.SIDE_PANEL,
    A.DETAILS_PANEL,
)
_WEEK: tuple[A | None, ...] = (A.WEEK_AUTO, A.WEEK_FIVE, A.WEEK_SEVEN)
_GRID: tuple[A | None, ...] = (
    A.GRID_AUTO,
    A.GRID_FIVE,
    A.GRID_TEN,
    A.GRID_FIFTEEN,
    A.GRID_TWENTY,
    A.GRID_THIRTY,
)
_LOOK: tuple[A | None, ...] = (A.THEME_SYSTEM, A.THEME_LIGHT, A.THEME_DARK)
_LANGUAGE: tuple[A | None, ...] = (A.GERMAN, A.ENGLISH)
_LOCK: tuple[A | None, ...] = (A.LOCK_ONE, A.LOCK_FIVE, A.LOCK_FIFTEEN, A.LOCK_SIXTY)


class MainMenu(QMenu):
    """Actions under headings."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        actions.silence_with(self)
        self._fill(self, actions, _TOP)
        self.addSeparator()
        self._view = self.addMenu("")
        self._saved = self.addMenu("")
        self._saved.aboutToShow.connect(self._list_saved)
        self._look = self.addMenu("")
        self._language = self.addMenu("")
        self._lock = self.addMenu("")
        self._fill(self._view, actions, _VIEW)
        self._view.addSeparator()
        self._week = self._view.addMenu("")
        self._grid = self._view.addMenu("")
        self._fill(self._week, actions, _WEEK)
        self._fill(self._grid, actions, _GRID)
        self._fill(self._look, actions, _LOOK)
        self._fill(self._language, actions, _LANGUAGE)
        self._fill(self._lock, actions, _LOCK)
        self.addSeparator()
        self.addAction(actions[A.QUIT])
        self.retranslate()

    def retranslate(self) -> None:
        """Word the headings anew."""
        self._view.setTitle(self.tr("View"))
        self._week.setTitle(self.tr("Length of the week"))
        self._grid.setTitle(self.tr("Grid"))
        self._saved.setTitle(self.tr("Saved views"))
        self._look.setTitle(self.tr("Appearance"))
        self._language.setTitle(self.tr("Language"))
        self._lock.setTitle(self.tr("Lock by itself"))

    @Slot()
    def _list_saved(self) -> None:
        """Those there are, then what makes and changes them."""
        self._saved.clear()
        saved = [A(f"saved_{n}") for n in range(1, 9)]
        listed = [each for each in saved if self._actions.is_listed(each)]
        self._fill(
            self._saved, self._actions, (*listed, *([None] if listed else []), A.SAVE_VIEW, A.SAVED_VIEWS)
        )

    @staticmethod
    def _fill(menu: QMenu, actions: Actions, wanted: tuple[A | None, ...]) -> None:
        for each in wanted:
            if each is None:
                menu.addSeparator()
            else:
                menu.addAction(actions[each])
