"""Which checkable actions are checked: the menu shows what holds."""

from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.actions.actions import Actions
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.settings import DeskSettings, Panel, ThemeMode
from praxidesk.ui.shown.arrangement import ColumnsBy, Grid, LockAfter, WeekLength
from praxidesk.ui.shown.shown import WITH_COLUMNS
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording.language import Language

VIEWS = {
    ViewKind.DAY: ActionId.VIEW_DAY,
    ViewKind.WEEK: ActionId.VIEW_WEEK,
    ViewKind.MONTH: ActionId.VIEW_MONTH,
    ViewKind.ROOMS: ActionId.VIEW_ROOMS,
}
THEMES = {
    ThemeMode.SYSTEM: ActionId.THEME_SYSTEM,
    ThemeMode.LIGHT: ActionId.THEME_LIGHT,
    ThemeMode.DARK: ActionId.THEME_DARK,
}
LANGUAGES = {Language.GERMAN: ActionId.GERMAN, Language.ENGLISH: ActionId.ENGLISH}
COLUMNS = {each: ActionId(f"columns_{each}") for each in ColumnsBy}
WEEKS = {each: ActionId(f"week_{each}") for each in WeekLength}
GRIDS = {each: ActionId(f"grid_{each}") for each in Grid}
LOCKS = {each: ActionId(f"lock_{each}") for each in LockAfter}
COLOURS = {ColourBy.TYPE: ActionId.COLOUR_TYPE, ColourBy.PRACTITIONER: ActionId.COLOUR_PRACTITIONER}


def check_settings(actions: Actions, settings: DeskSettings) -> None:
    """Palette, language and colours, as they are remembered."""
    for checked in (
        THEMES[settings.theme],
        LANGUAGES[settings.language],
        COLOURS[settings.colour_by],
        WEEKS[settings.week_length],
        GRIDS[settings.grid],
        LOCKS[settings.lock_after],
    ):
        actions[checked].setChecked(True)


def check_view(actions: Actions, settings: DeskSettings, view: ViewKind) -> None:
    """The view shown, its columns, and the panels beside it."""
    actions[VIEWS[view]].setChecked(True)
    actions[COLUMNS[settings.columns(view)]].setChecked(True)
    for action in (ActionId.COLUMNS_NEXT, *COLUMNS.values()):
        actions[action].setVisible(view in WITH_COLUMNS)
    actions[ActionId.WEEKENDS].setVisible(view is ViewKind.WEEK)
    for panel in Panel:
        actions[ActionId(panel)].setChecked(settings.is_panel_shown(panel, view))
