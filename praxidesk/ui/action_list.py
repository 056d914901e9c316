"""Every gesture the program knows: its words, its picture and its keys."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from praxidesk.ui.icons import Icon

CONTEXT = "actions"


class ActionId(StrEnum):
    """One gesture."""

    BOOK = "book"
    NEXT_FREE = "next_free"
    BLOCK = "block"
    OPEN = "open"
    MOVE = "move"
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
    TODAY = "today"
    PREVIOUS = "previous"
    NEXT = "next"
    SEARCH = "search"
    COMMANDS = "commands"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_DAY = "zoom_day"
    SHOW_CANCELLED = "show_cancelled"
    SIDE_PANEL = "side_panel"
    DETAILS_PANEL = "details_panel"
    COLOUR_TYPE = "colour_type"
    COLOUR_PRACTITIONER = "colour_practitioner"
    THEME_SYSTEM = "theme_system"
    THEME_LIGHT = "theme_light"
    THEME_DARK = "theme_dark"
    GERMAN = "german"
    ENGLISH = "english"
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
    """An entry with a patient is selected, and it is not cancelled."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One gesture, worded in English; the screen translates."""

    id: ActionId
    text: str
    icon: Icon | None = None
    keys: tuple[str, ...] = ()
    """Portable key sequences, the one to show first."""
    needs: Needs = Needs.NOTHING
    checkable: bool = False


A = ActionId
ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(A.BOOK, QT_TRANSLATE_NOOP("actions", "New appointment"), Icon.PLUS, ("N",), Needs.PRACTICE),
    ActionSpec(
        A.NEXT_FREE,
        QT_TRANSLATE_NOOP("actions", "Next free time"),
        Icon.CALENDAR_SEARCH,
        ("F",),
        Needs.PRACTICE,
    ),
    ActionSpec(A.BLOCK, QT_TRANSLATE_NOOP("actions", "Block time"), Icon.LOCK, ("B",), Needs.PRACTICE),
    ActionSpec(A.OPEN, QT_TRANSLATE_NOOP("actions", "Open entry"), Icon.PENCIL, ("E",), Needs.LIVE_ENTRY),
    ActionSpec(A.MOVE, QT_TRANSLATE_NOOP("actions", "Move"), Icon.MOVE, ("M",), Needs.LIVE_ENTRY),
    ActionSpec(A.ARRIVED, QT_TRANSLATE_NOOP("actions", "Arrived"), Icon.CLOCK, ("A",), Needs.PATIENT),
    ActionSpec(A.CHECKED_IN, QT_TRANSLATE_NOOP("actions", "Check in"), Icon.PLAY, ("C",), Needs.PATIENT),
    ActionSpec(A.FULFILLED, QT_TRANSLATE_NOOP("actions", "Done"), Icon.CHECK, ("D",), Needs.PATIENT),
    ActionSpec(A.NOSHOW, QT_TRANSLATE_NOOP("actions", "No-show"), Icon.CROSS, ("X",), Needs.PATIENT),
    ActionSpec(A.RESTORE, QT_TRANSLATE_NOOP("actions", "Back to booked"), Icon.REFRESH, (), Needs.ENTRY),
    ActionSpec(
        A.CANCEL,
        QT_TRANSLATE_NOOP("actions", "Cancel entry …"),
        Icon.SLASH_CIRCLE,
        ("Del",),
        Needs.LIVE_ENTRY,
    ),
    ActionSpec(A.UNDO, QT_TRANSLATE_NOOP("actions", "Undo"), Icon.UNDO, ("Ctrl+Z",)),
    ActionSpec(A.REDO, QT_TRANSLATE_NOOP("actions", "Redo"), Icon.REDO, ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec(
        A.VIEW_DAY, QT_TRANSLATE_NOOP("actions", "Day"), Icon.VIEW_DAY, ("1",), Needs.PRACTICE, checkable=True
    ),
    ActionSpec(
        A.VIEW_WEEK,
        QT_TRANSLATE_NOOP("actions", "Week"),
        Icon.VIEW_WEEK,
        ("2",),
        Needs.PRACTICE,
        checkable=True,
    ),
    ActionSpec(
        A.VIEW_MONTH,
        QT_TRANSLATE_NOOP("actions", "Month"),
        Icon.VIEW_MONTH,
        ("3",),
        Needs.PRACTICE,
        checkable=True,
    ),
    ActionSpec(
        A.VIEW_ROOMS,
        QT_TRANSLATE_NOOP("actions", "OP plan"),
        Icon.VIEW_ROOMS,
        ("4",),
        Needs.PRACTICE,
        checkable=True,
    ),
    ActionSpec(A.TODAY, QT_TRANSLATE_NOOP("actions", "Today"), Icon.CALENDAR, ("T",), Needs.PRACTICE),
    ActionSpec(
        A.PREVIOUS, QT_TRANSLATE_NOOP("actions", "Back"), Icon.CHEVRON_LEFT, ("PgUp",), Needs.PRACTICE
    ),
    ActionSpec(
        A.NEXT, QT_TRANSLATE_NOOP("actions", "Forward"), Icon.CHEVRON_RIGHT, ("PgDown",), Needs.PRACTICE
    ),
    ActionSpec(
        A.SEARCH, QT_TRANSLATE_NOOP("actions", "Search"), Icon.SEARCH, ("/", "Ctrl+F"), Needs.PRACTICE
    ),
    ActionSpec(A.COMMANDS, QT_TRANSLATE_NOOP("actions", "All commands"), Icon.COMMAND, ("Ctrl+K",)),
    ActionSpec(A.ZOOM_IN, QT_TRANSLATE_NOOP("actions", "Larger"), Icon.ZOOM_IN, ("Ctrl++", "Ctrl+=")),
    ActionSpec(A.ZOOM_OUT, QT_TRANSLATE_NOOP("actions", "Smaller"), Icon.ZOOM_OUT, ("Ctrl+-",)),
    ActionSpec(A.ZOOM_DAY, QT_TRANSLATE_NOOP("actions", "Whole day"), Icon.FIT_DAY, ("Ctrl+0",)),
    ActionSpec(
        A.SHOW_CANCELLED, QT_TRANSLATE_NOOP("actions", "Show cancelled entries"), Icon.EYE, checkable=True
    ),
    ActionSpec(
        A.SIDE_PANEL, QT_TRANSLATE_NOOP("actions", "Left panel"), Icon.PANEL_LEFT, ("Ctrl+B",), checkable=True
    ),
    ActionSpec(
        A.DETAILS_PANEL,
        QT_TRANSLATE_NOOP("actions", "Details"),
        Icon.PANEL_RIGHT,
        ("Ctrl+I",),
        checkable=True,
    ),
    ActionSpec(A.COLOUR_TYPE, QT_TRANSLATE_NOOP("actions", "Colour by type"), checkable=True),
    ActionSpec(A.COLOUR_PRACTITIONER, QT_TRANSLATE_NOOP("actions", "Colour by practitioner"), checkable=True),
    ActionSpec(A.THEME_SYSTEM, QT_TRANSLATE_NOOP("actions", "As the system"), Icon.THEME, checkable=True),
    ActionSpec(A.THEME_LIGHT, QT_TRANSLATE_NOOP("actions", "Light"), Icon.SUN, checkable=True),
    ActionSpec(A.THEME_DARK, QT_TRANSLATE_NOOP("actions", "Dark"), Icon.MOON, checkable=True),
    ActionSpec(A.GERMAN, QT_TRANSLATE_NOOP("actions", "Deutsch"), Icon.GLOBE, checkable=True),
    ActionSpec(A.ENGLISH, QT_TRANSLATE_NOOP("actions", "English"), Icon.GLOBE, checkable=True),
    ActionSpec(A.QUIT, QT_TRANSLATE_NOOP("actions", "Quit"), Icon.QUIT, ("Ctrl+Q",)),
)

GROUPS: tuple[tuple[ActionId, ...], ...] = (
    (A.VIEW_DAY, A.VIEW_WEEK, A.VIEW_MONTH, A.VIEW_ROOMS),
    (A.COLOUR_TYPE, A.COLOUR_PRACTITIONER),
    (A.THEME_SYSTEM, A.THEME_LIGHT, A.THEME_DARK),
    (A.GERMAN, A.ENGLISH),
)
"""Of each group exactly one is checked."""
