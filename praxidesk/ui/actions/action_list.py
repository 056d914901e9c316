"""Every gesture the program knows: its words, its picture and its keys."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtCore import QCoreApplication

from praxidesk.ui.look.icons import Icon

translate = QCoreApplication.translate


class ActionId(StrEnum):
    """One gesture."""

    BOOK = "book"
    NEXT_FREE = "next_free"
    BLOCK = "block"
    OPEN = "open"
    MOVE = "move"
    MILESTONE = "milestone"
    PATIENT = "patient"
    EDIT_PATIENT = "edit_patient"
    NOTE = "note"
    NEXT_OF_PATIENT = "next_of_patient"
    PREVIOUS_OF_PATIENT = "previous_of_patient"
    MILESTONE_AT = "milestone_at"
    SELECT_ALL = "select_all"
    PARK = "park"
    PLACE = "place"
    PLACE_WAITING = "place_waiting"
    WAITLIST = "waitlist"
    ARRIVED = "arrived"
    CHECKED_IN = "checked_in"
    FULFILLED = "fulfilled"
    NOSHOW = "noshow"
    RESTORE = "restore"
    CANCEL = "cancel"
    UNDO = "undo"
    REDO = "redo"
    VIEW_DAY = "view_day"
    VIEW_WEEK = "view_week"
    VIEW_MONTH = "view_month"
    VIEW_ROOMS = "view_rooms"
    BOARD = "board"
    TODAY = "today"
    PREVIOUS = "previous"
    NEXT = "next"
    SHOW_CHANGED = "show_changed"
    SEARCH = "search"
    COMMANDS = "commands"
    CONFLICTS = "conflicts"
    CHANGES = "changes"
    ENTRY_HISTORY = "entry_history"
    DESK_NAME = "desk_name"
    RULES = "rules"
    ABSENCE = "absence"
    PRINT = "print"
    PRINT_SLIP = "print_slip"
    SETTINGS = "settings"
    LOGINS = "logins"
    IMPORT = "import"
    DIAGNOSIS = "diagnosis"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_DAY = "zoom_day"
    SHOW_CANCELLED = "show_cancelled"
    FILTER = "filter"
    CLEAR_FILTER = "clear_filter"
    SAVE_VIEW = "save_view"
    SAVED_VIEWS = "saved_views"
    SAVED_1 = "saved_1"
    SAVED_2 = "saved_2"
    SAVED_3 = "saved_3"
    SAVED_4 = "saved_4"
    SAVED_5 = "saved_5"
    SAVED_6 = "saved_6"
    SAVED_7 = "saved_7"
    SAVED_8 = "saved_8"
    SAVE_1 = "save_1"
    SAVE_2 = "save_2"
    SAVE_3 = "save_3"
    SAVE_4 = "save_4"
    SAVE_5 = "save_5"
    SAVE_6 = "save_6"
    SAVE_7 = "save_7"
    SAVE_8 = "save_8"
    COLUMNS_NEXT = "columns_next"
    COLUMNS_PRACTITIONERS = "columns_practitioners"
    COLUMNS_ROOMS = "columns_rooms"
    COLUMNS_BOTH = "columns_both"
    WEEKENDS = "weekends"
    WEEK_AUTO = "week_auto"
    WEEK_FIVE = "week_5"
    WEEK_SEVEN = "week_7"
    GRID_AUTO = "grid_auto"
    GRID_FIVE = "grid_5"
    GRID_TEN = "grid_10"
    GRID_FIFTEEN = "grid_15"
    GRID_TWENTY = "grid_20"
    GRID_THIRTY = "grid_30"
    WAITING_ROOM = "waiting_room"
    SIDE_PANEL = "side_panel"
    DETAILS_PANEL = "details_panel"
    COLOUR_TYPE = "colour_type"
    COLOUR_PRACTITIONER = "colour_practitioner"
    THEME_SYSTEM = "theme_system"
    THEME_LIGHT = "theme_light"
    THEME_DARK = "theme_dark"
    GERMAN = "german"
    ENGLISH = "english"
    CHANGE_PASSWORD = "change_password"  # noqa: S105  no secret
    LOCK = "lock"
    LOCK_ONE = "lock_1"
    LOCK_FIVE = "lock_5"
    LOCK_FIFTEEN = "lock_15"
    LOCK_SIXTY = "lock_60"
    SIGN_OUT = "sign_out"
    CLOSE_DEMO = "close_demo"
    QUIT = "quit"


class Needs(Enum):
    """What a gesture works on."""

    NOTHING = "nothing"
    PRACTICE = "practice"
    """The practice is loaded."""
    ENTRY = "entry"
    """An entry is selected."""
    LIVE_ENTRY = "live_entry"
    """An entry is selected that is not cancelled."""
    PATIENT = "patient"
    """An appointment or operation is selected, and it is not cancelled."""
    SOMEBODY = "somebody"
    """An entry with a patient is selected, of whatever status."""
    CAN_ARRIVE = "can_arrive"
    """As ``PATIENT``, and no operation that has begun."""
    CAN_BE_DONE = "can_be_done"
    """As ``PATIENT``, and it may become fulfilled."""
    CAN_BE_MISSED = "can_be_missed"
    """As ``PATIENT``, and it may become a no-show."""
    CAN_WAIT = "can_wait"
    """As ``PATIENT``, and it may go onto the waiting list."""
    CAN_BE_CANCELLED = "can_be_cancelled"
    """As ``LIVE_ENTRY``, and it may be cancelled."""
    HAS_MILESTONES = "has_milestones"
    """An operation is selected of which a milestone is to come."""
    IS_OPERATION = "is_operation"
    """An operation is selected that takes place."""
    ACCOUNT = "account"
    """Somebody is signed in under a login of their own."""
    DEMO = "demo"
    """The demo practice is open."""
    NOT_BOOKED = "not_booked"
    """An entry is selected whose status is another than booked."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One gesture."""

    id: ActionId
    icon: Icon
    keys: tuple[str, ...] = ()
    """Portable key sequences, the one to show first."""
    needs: Needs = Needs.NOTHING
    checkable: bool = False


A = ActionId
ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(A.BOOK, Icon.PLUS, ("N", "Ctrl+N"), Needs.PRACTICE),
    ActionSpec(A.NEXT_FREE, Icon.CALENDAR_SEARCH, ("F",), Needs.PRACTICE),
    ActionSpec(A.BLOCK, Icon.LOCK, ("B",), Needs.PRACTICE),
    ActionSpec(A.OPEN, Icon.PENCIL, ("E",), Needs.LIVE_ENTRY),
    ActionSpec(A.MOVE, Icon.MOVE, ("M",), Needs.LIVE_ENTRY),
    ActionSpec(A.PARK, Icon.PARK, ("P",), Needs.LIVE_ENTRY),
    ActionSpec(A.PLACE, Icon.PLACE, ("V",), Needs.PRACTICE),
    ActionSpec(A.PLACE_WAITING, Icon.PLACE, ("Shift+V",), Needs.PRACTICE),
    ActionSpec(A.WAITLIST, Icon.HOURGLASS, ("L",), Needs.CAN_WAIT),
    ActionSpec(A.NOTE, Icon.NOTE, ("Shift+N",), Needs.LIVE_ENTRY),
    ActionSpec(A.PATIENT, Icon.USER, ("O",), Needs.SOMEBODY),
    ActionSpec(A.EDIT_PATIENT, Icon.PENCIL, ("Shift+O",), Needs.SOMEBODY),
    ActionSpec(A.NEXT_OF_PATIENT, Icon.CHEVRON_RIGHT, ("J",), Needs.SOMEBODY),
    ActionSpec(A.PREVIOUS_OF_PATIENT, Icon.CHEVRON_LEFT, ("Shift+J",), Needs.SOMEBODY),
    ActionSpec(A.SELECT_ALL, Icon.SELECT_ALL, ("Ctrl+A",), Needs.PRACTICE),
    ActionSpec(A.MILESTONE, Icon.CLOCK, ("Ctrl+Return", "Ctrl+Enter"), Needs.HAS_MILESTONES),
    ActionSpec(A.MILESTONE_AT, Icon.CLOCK, ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), Needs.IS_OPERATION),
    ActionSpec(A.ARRIVED, Icon.CLOCK, ("A",), Needs.CAN_ARRIVE),
    ActionSpec(A.CHECKED_IN, Icon.PLAY, ("C",), Needs.PATIENT),
    ActionSpec(A.FULFILLED, Icon.CHECK, ("D",), Needs.CAN_BE_DONE),
    ActionSpec(A.NOSHOW, Icon.CROSS, ("X",), Needs.CAN_BE_MISSED),
    ActionSpec(A.RESTORE, Icon.REFRESH, (), Needs.NOT_BOOKED),
    ActionSpec(A.CANCEL, Icon.SLASH_CIRCLE, ("Del",), Needs.CAN_BE_CANCELLED),
    ActionSpec(A.UNDO, Icon.UNDO, ("Ctrl+Z",)),
    ActionSpec(A.REDO, Icon.REDO, ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec(A.VIEW_DAY, Icon.VIEW_DAY, ("1",), Needs.PRACTICE, checkable=True),
    ActionSpec(A.VIEW_WEEK, Icon.VIEW_WEEK, ("2",), Needs.PRACTICE, checkable=True),
    ActionSpec(A.VIEW_MONTH, Icon.VIEW_MONTH, ("3",), Needs.PRACTICE, checkable=True),
    ActionSpec(A.VIEW_ROOMS, Icon.VIEW_ROOMS, ("4",), Needs.PRACTICE, checkable=True),
    ActionSpec(A.BOARD, Icon.FIT_DAY, ("F11",), Needs.PRACTICE),
    ActionSpec(A.TODAY, Icon.CALENDAR, ("T",), Needs.PRACTICE),
    ActionSpec(A.PREVIOUS, Icon.CHEVRON_LEFT, ("PgUp",), Needs.PRACTICE),
    ActionSpec(A.NEXT, Icon.CHEVRON_RIGHT, ("PgDown",), Needs.PRACTICE),
    ActionSpec(A.SHOW_CHANGED, Icon.EYE, ("Ctrl+J",), Needs.PRACTICE),
    ActionSpec(A.SEARCH, Icon.SEARCH, ("/", "Ctrl+F"), Needs.PRACTICE),
    ActionSpec(A.COMMANDS, Icon.COMMAND, ("Ctrl+K", "?")),
    ActionSpec(A.CONFLICTS, Icon.WARNING, ("K",), Needs.PRACTICE),
    ActionSpec(A.CHANGES, Icon.CLOCK, ("Ctrl+H",), Needs.PRACTICE),
    ActionSpec(A.ENTRY_HISTORY, Icon.CLOCK, ("H",), Needs.ENTRY),
    ActionSpec(A.RULES, Icon.SETTINGS, (), Needs.PRACTICE),
    ActionSpec(A.SETTINGS, Icon.SETTINGS, ("Ctrl+,",), Needs.PRACTICE),
    ActionSpec(A.LOGINS, Icon.KEY, ("Ctrl+U",), Needs.PRACTICE),
    ActionSpec(A.DESK_NAME, Icon.PLACE),
    ActionSpec(A.IMPORT, Icon.FILE, ("Ctrl+Shift+I",), Needs.PRACTICE),
    ActionSpec(A.DIAGNOSIS, Icon.DATABASE, ("F12",), Needs.PRACTICE),
    ActionSpec(A.ABSENCE, Icon.CALENDAR_OFF, ("Shift+B",), Needs.PRACTICE),
    ActionSpec(A.PRINT, Icon.PRINT, ("Ctrl+P",), Needs.PRACTICE),
    ActionSpec(A.PRINT_SLIP, Icon.PRINT, ("Ctrl+Shift+P",), Needs.PATIENT),
    ActionSpec(A.ZOOM_IN, Icon.ZOOM_IN, ("Ctrl++", "Ctrl+=")),
    ActionSpec(A.ZOOM_OUT, Icon.ZOOM_OUT, ("Ctrl+-",)),
    ActionSpec(A.ZOOM_DAY, Icon.FIT_DAY, ("Ctrl+0",)),
    ActionSpec(A.SHOW_CANCELLED, Icon.EYE, checkable=True),
    ActionSpec(A.FILTER, Icon.FILTER, ("G",), Needs.PRACTICE),
    ActionSpec(A.CLEAR_FILTER, Icon.EYE, ("Shift+G",), Needs.PRACTICE),
    ActionSpec(A.SAVE_VIEW, Icon.BOOKMARK, ("Ctrl+S",), Needs.PRACTICE),
    ActionSpec(A.SAVED_VIEWS, Icon.BOOKMARK, ("Shift+S",), Needs.PRACTICE),
    *(ActionSpec(A(f"saved_{n}"), Icon.BOOKMARK, (f"F{n}",), Needs.PRACTICE) for n in range(1, 9)),
    *(
        ActionSpec(A(f"save_{n}"), Icon.BOOKMARK, (f"Ctrl+F{n}", f"Shift+F{n}"), Needs.PRACTICE)
        for n in range(1, 9)
    ),
    ActionSpec(A.COLUMNS_NEXT, Icon.COLUMNS, ("S",), Needs.PRACTICE),
    *(
        ActionSpec(each, Icon.COLUMNS, needs=Needs.PRACTICE, checkable=True)
        for each in (A.COLUMNS_PRACTITIONERS, A.COLUMNS_ROOMS, A.COLUMNS_BOTH)
    ),
    ActionSpec(A.WEEKENDS, Icon.VIEW_WEEK, ("Shift+W",), Needs.PRACTICE),
    *(ActionSpec(each, Icon.VIEW_WEEK, checkable=True) for each in (A.WEEK_AUTO, A.WEEK_FIVE, A.WEEK_SEVEN)),
    *(
        ActionSpec(each, Icon.GRID, checkable=True)
        for each in (A.GRID_AUTO, A.GRID_FIVE, A.GRID_TEN, A.GRID_FIFTEEN, A.GRID_TWENTY, A.GRID_THIRTY)
    ),
    ActionSpec(A.WAITING_ROOM, Icon.USERS, ("W",), Needs.PRACTICE, checkable=True),
    ActionSpec(A.SIDE_PANEL, Icon.PANEL_LEFT, ("Ctrl+B",), checkable=True),
    ActionSpec(A.DETAILS_PANEL, Icon.PANEL_RIGHT, ("Ctrl+I",), checkable=True),
    ActionSpec(A.COLOUR_TYPE, Icon.PALETTE, checkable=True),
    ActionSpec(A.COLOUR_PRACTITIONER, Icon.PALETTE, checkable=True),
    ActionSpec(A.THEME_SYSTEM, Icon.THEME, checkable=True),
    ActionSpec(A.THEME_LIGHT, Icon.SUN, checkable=True),
    ActionSpec(A.THEME_DARK, Icon.MOON, checkable=True),
    ActionSpec(A.GERMAN, Icon.GLOBE, checkable=True),
    ActionSpec(A.ENGLISH, Icon.GLOBE, checkable=True),
    ActionSpec(A.CHANGE_PASSWORD, Icon.LOCK, (), Needs.ACCOUNT),
    ActionSpec(A.LOCK, Icon.LOCK, ("Ctrl+L",), Needs.ACCOUNT),
    *(
        ActionSpec(each, Icon.CLOCK, (), Needs.ACCOUNT, checkable=True)
        for each in (A.LOCK_ONE, A.LOCK_FIVE, A.LOCK_FIFTEEN, A.LOCK_SIXTY)
    ),
    ActionSpec(A.SIGN_OUT, Icon.QUIT, ("Ctrl+Shift+L",), Needs.ACCOUNT),
    ActionSpec(A.CLOSE_DEMO, Icon.FLASK, (), Needs.DEMO),
    ActionSpec(A.QUIT, Icon.QUIT, ("Ctrl+Q",)),
)

GROUPS: tuple[tuple[ActionId, ...], ...] = (
    (A.VIEW_DAY, A.VIEW_WEEK, A.VIEW_MONTH, A.VIEW_ROOMS),
    (A.COLOUR_TYPE, A.COLOUR_PRACTITIONER),
    (A.COLUMNS_PRACTITIONERS, A.COLUMNS_ROOMS, A.COLUMNS_BOTH),
    (A.WEEK_AUTO, A.WEEK_FIVE, A.WEEK_SEVEN),
    (A.GRID_AUTO, A.GRID_FIVE, A.GRID_TEN, A.GRID_FIFTEEN, A.GRID_TWENTY, A.GRID_THIRTY),
    (A.THEME_SYSTEM, A.THEME_LIGHT, A.THEME_DARK),
    (A.GERMAN, A.ENGLISH),
    (A.LOCK_ONE, A.LOCK_FIVE, A.LOCK_FIFTEEN, A.LOCK_SIXTY),
)
"""Of each group exactly one is checked."""


def action_texts() -> dict[ActionId, str]:
    """What each gesture is called in the language spoken now."""
    return {
        A.BOOK: translate("actions", "New appointment"),
        A.NEXT_FREE: translate("actions", "Next free time"),
        A.BLOCK: translate("actions", "Block time"),
        A.OPEN: translate("actions", "Open entry"),
        A.MOVE: translate("actions", "Move"),
        A.MILESTONE: translate("actions", "Next milestone of the operation now"),
        A.MILESTONE_AT: translate("actions", "Time of a milestone …"),
        A.PARK: translate("actions", "Park"),
        A.PLACE: translate("actions", "Place what is parked"),
        A.PLACE_WAITING: translate("actions", "Place who waits longest"),
        A.WAITLIST: translate("actions", "Onto the waiting list"),
        A.PATIENT: translate("actions", "Open patient"),
        A.EDIT_PATIENT: translate("actions", "Change the patient's data …"),
        A.NOTE: translate("actions", "Write the note"),
        A.NEXT_OF_PATIENT: translate("actions", "Next appointment of this patient"),
        A.PREVIOUS_OF_PATIENT: translate("actions", "Previous appointment of this patient"),
        A.SELECT_ALL: translate("actions", "Select the whole column"),
        A.ARRIVED: translate("actions", "Arrived"),
        A.CHECKED_IN: translate("actions", "Check in"),
        A.FULFILLED: translate("actions", "Done"),
        A.NOSHOW: translate("actions", "No-show"),
        A.RESTORE: translate("actions", "Back to booked"),
        A.CANCEL: translate("actions", "Cancel entry …"),
        A.UNDO: translate("actions", "Undo"),
        A.REDO: translate("actions", "Redo"),
        A.VIEW_DAY: translate("actions", "Day"),
        A.VIEW_WEEK: translate("actions", "Week"),
        A.VIEW_MONTH: translate("actions", "Month"),
        A.VIEW_ROOMS: translate("actions", "OP plan"),
        A.BOARD: translate("actions", "OP plan for the wall, full screen"),
        A.TODAY: translate("actions", "Today"),
        A.PREVIOUS: translate("actions", "Back"),
        A.NEXT: translate("actions", "Forward"),
        A.SHOW_CHANGED: translate("actions", "Go to what was changed last"),
        A.SEARCH: translate("actions", "Search"),
        A.COMMANDS: translate("actions", "All commands"),
        A.CONFLICTS: translate("actions", "Entries that break a rule …"),
        A.CHANGES: translate("actions", "Who changed what …"),
        A.ENTRY_HISTORY: translate("actions", "History of the entry …"),
        A.DESK_NAME: translate("actions", "Name of this desk …"),
        A.RULES: translate("actions", "Rules of booking …"),
        A.SETTINGS: translate("actions", "Settings …"),
        A.LOGINS: translate("actions", "Logins …"),
        A.IMPORT: translate("actions", "Import a table …"),
        A.DIAGNOSIS: translate("actions", "Diagnosis …"),
        A.ABSENCE: translate("actions", "Enter an absence …"),
        A.PRINT: translate("actions", "Print …"),
        A.PRINT_SLIP: translate("actions", "Appointment slip …"),
        A.ZOOM_IN: translate("actions", "Larger"),
        A.ZOOM_OUT: translate("actions", "Smaller"),
        A.ZOOM_DAY: translate("actions", "Whole day"),
        A.SHOW_CANCELLED: translate("actions", "Show cancelled entries"),
        A.FILTER: translate("actions", "Filter …"),
        A.CLEAR_FILTER: translate("actions", "End the filter"),
        A.SAVE_VIEW: translate("actions", "Save view …"),
        A.SAVED_VIEWS: translate("actions", "Saved views …"),
        **{
            A(f"saved_{n}"): translate("actions", "Saved view {number}").format(number=n) for n in range(1, 9)
        },
        **{
            A(f"save_{n}"): translate("actions", "Save view on F{number} …").format(number=n)
            for n in range(1, 9)
        },
        A.COLUMNS_NEXT: translate("actions", "Columns: practitioners, rooms or both"),
        A.COLUMNS_PRACTITIONERS: translate("actions", "Columns of practitioners only"),
        A.COLUMNS_ROOMS: translate("actions", "Columns of rooms and devices only"),
        A.COLUMNS_BOTH: translate("actions", "Columns of practitioners and rooms"),
        A.WEEKENDS: translate("actions", "Week with or without weekend"),
        A.WEEK_AUTO: translate("actions", "Week as the practice opens"),
        A.WEEK_FIVE: translate("actions", "Week of five days"),
        A.WEEK_SEVEN: translate("actions", "Week of seven days"),
        A.GRID_AUTO: translate("actions", "Grid follows the zoom"),
        A.GRID_FIVE: translate("actions", "Grid of 5 minutes"),
        A.GRID_TEN: translate("actions", "Grid of 10 minutes"),
        A.GRID_FIFTEEN: translate("actions", "Grid of 15 minutes"),
        A.GRID_TWENTY: translate("actions", "Grid of 20 minutes"),
        A.GRID_THIRTY: translate("actions", "Grid of 30 minutes"),
        A.WAITING_ROOM: translate("actions", "Waiting room"),
        A.SIDE_PANEL: translate("actions", "Left panel"),
        A.DETAILS_PANEL: translate("actions", "Details"),
        A.COLOUR_TYPE: translate("actions", "Colour by type"),
        A.COLOUR_PRACTITIONER: translate("actions", "Colour by practitioner"),
        A.THEME_SYSTEM: translate("actions", "As the system"),
        A.THEME_LIGHT: translate("actions", "Light"),
        A.THEME_DARK: translate("actions", "Dark"),
        A.GERMAN: translate("actions", "Deutsch"),
        A.ENGLISH: translate("actions", "English"),
        A.CHANGE_PASSWORD: translate("actions", "Change your password …"),
        A.LOCK: translate("actions", "Lock the window"),
        A.LOCK_ONE: translate("actions", "After 1 minute"),
        A.LOCK_FIVE: translate("actions", "After 5 minutes"),
        A.LOCK_FIFTEEN: translate("actions", "After 15 minutes"),
        A.LOCK_SIXTY: translate("actions", "After an hour"),
        A.SIGN_OUT: translate("actions", "Sign out, change the user"),
        A.CLOSE_DEMO: translate("actions", "Close the demo practice …"),
        A.QUIT: translate("actions", "Quit"),
    }
