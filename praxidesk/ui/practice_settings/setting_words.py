"""What the pages, colours and choices of the settings are called."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.practice_draft import Section
from praxidesk.engine.vocabulary import Colour, Period, Phase, Priority, Weeks

translate = QCoreApplication.translate


class Page(StrEnum):
    """What stands in the list at the left."""

    SITE = "site"
    HOLIDAYS = "holidays"
    BRANCH = "branch"
    PRACTITIONER = "practitioner"
    ROOM = "room"
    DEVICE = "device"
    GROUP = "group"
    APPOINTMENT_TYPE = "appointment_type"
    PROCEDURE = "procedure"
    RESERVATION = "reservation"
    COMBINATION = "combination"
    RULES = "rules"

    @property
    def section(self) -> Section | None:
        """Whose rows it edits; the rules are no rows."""
        if self is Page.RULES:
            return None
        return Section.SITE if self is Page.HOLIDAYS else Section(self.value)

    @property
    def has_list(self) -> bool:
        """Whether there are several rows to choose from."""
        return self not in {Page.SITE, Page.HOLIDAYS, Page.RULES}


def page_name(page: Page) -> str:
    """``Behandler``."""
    return {
        Page.SITE: translate("settings", "Practice"),
        Page.HOLIDAYS: translate("settings", "Public holidays"),
        Page.BRANCH: translate("settings", "Further sites"),
        Page.PRACTITIONER: translate("settings", "Practitioners"),
        Page.ROOM: translate("settings", "Rooms"),
        Page.DEVICE: translate("settings", "Devices"),
        Page.GROUP: translate("settings", "Groups of places"),
        Page.APPOINTMENT_TYPE: translate("settings", "Appointment types"),
        Page.PROCEDURE: translate("settings", "Procedures"),
        Page.RESERVATION: translate("settings", "Reserved times"),
        Page.COMBINATION: translate("settings", "Combinations"),
        Page.RULES: translate("settings", "Rules of booking"),
    }[page]


def new_words(page: Page) -> str:
    """What the button says that makes a new row."""
    return {
        Page.BRANCH: translate("settings", "New site"),
        Page.PRACTITIONER: translate("settings", "New practitioner"),
        Page.ROOM: translate("settings", "New room"),
        Page.DEVICE: translate("settings", "New device"),
        Page.GROUP: translate("settings", "New group"),
        Page.APPOINTMENT_TYPE: translate("settings", "New appointment type"),
        Page.PROCEDURE: translate("settings", "New procedure"),
        Page.RESERVATION: translate("settings", "New reserved time"),
        Page.COMBINATION: translate("settings", "New combination"),
    }[page]


def none_words(page: Page) -> tuple[str, str]:
    """Where there is none yet: that there is none, and what one would be good for."""
    return {
        Page.BRANCH: (
            translate("settings", "No further site yet"),
            translate(
                "settings",
                "People, rooms and devices can say at which site they are; on a server a login can be for one"
                " site only.",
            ),
        ),
        Page.PRACTITIONER: (
            translate("settings", "No practitioner yet"),
            translate("settings", "Everybody with appointments of their own has a column in the calendar."),
        ),
        Page.ROOM: (
            translate("settings", "No room yet"),
            translate("settings", "A room that types or procedures need is never booked twice."),
        ),
        Page.DEVICE: (
            translate("settings", "No device yet"),
            translate("settings", "A device that types or procedures need is never booked twice."),
        ),
        Page.GROUP: (
            translate("settings", "No group of places yet"),
            translate(
                "settings",
                "A group is several places of one kind, such as four infusion chairs: whoever books the group"
                " gets one of them.",
            ),
        ),
        Page.APPOINTMENT_TYPE: (
            translate("settings", "No appointment type yet"),
            translate("settings", "A type says how long it takes, whom and what it needs, and its colour."),
        ),
        Page.PROCEDURE: (
            translate("settings", "No procedure yet"),
            translate("settings", "A procedure says how long its phases take and who takes part in them."),
        ),
        Page.RESERVATION: (
            translate("settings", "No reserved time yet"),
            translate(
                "settings",
                "It keeps hours of a practitioner for some types or groups of patients, and gives them back"
                " if nobody has booked until then.",
            ),
        ),
        Page.COMBINATION: (
            translate("settings", "No combination yet"),
            translate(
                "settings",
                "It books several appointments of one patient after each other, such as X-ray and then"
                " consultation.",
            ),
        ),
    }[page]


def without_hours_words(page: Page) -> str:
    """What it means for one that has no hours at all."""
    if page is Page.PRACTITIONER:
        return translate("settings", "Without hours, bookings while the practice is open are warned of.")
    return translate("settings", "Without hours of its own it can be booked while the practice is open.")


def colour_name(colour: Colour | None) -> str:
    """``Petrol``."""
    return {
        None: translate("settings", "No colour of its own"),
        Colour.SLATE: translate("settings", "Slate"),
        Colour.BLUE: translate("settings", "Blue"),
        Colour.AZURE: translate("settings", "Azure"),
        Colour.TEAL: translate("settings", "Teal"),
        Colour.GREEN: translate("settings", "Green"),
        Colour.OLIVE: translate("settings", "Olive"),
        Colour.AMBER: translate("settings", "Amber"),
        Colour.ORANGE: translate("settings", "Orange"),
        Colour.BROWN: translate("settings", "Brown"),
        Colour.ROSE: translate("settings", "Rose"),
        Colour.PLUM: translate("settings", "Plum"),
        Colour.VIOLET: translate("settings", "Violet"),
    }[colour]


def weeks_name(weeks: Weeks) -> str:
    """``gerade Wochen``."""
    return {
        Weeks.ALL: translate("settings", "every week"),
        Weeks.ODD: translate("settings", "odd weeks"),
        Weeks.EVEN: translate("settings", "even weeks"),
    }[weeks]


def phase_name(phase: Phase) -> str:
    """``Schnitt–Naht``."""
    return {
        Phase.SETUP: translate("settings", "Set-up"),
        Phase.SURGERY: translate("settings", "Surgery"),
        Phase.CLOSING: translate("settings", "Closing"),
        Phase.CLEANING: translate("settings", "Cleaning"),
    }[phase]


def priority_name(priority: Priority) -> str:
    """``hoch``."""
    return {
        Priority.LOW: translate("settings", "low: is moved first"),
        Priority.NORMAL: translate("settings", "normal"),
        Priority.HIGH: translate("settings", "high: is moved last"),
    }[priority]


def period_name(period: Period) -> str:
    """``je Halbtag``."""
    return {
        Period.HALF_DAY: translate("settings", "each half day"),
        Period.DAY: translate("settings", "each day"),
        Period.WEEK: translate("settings", "each week"),
    }[period]
