"""What a description would create, in words."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.setup_outcomes import Fate, SetupLine

translate = QCoreApplication.translate


def table_name(what: str) -> str:
    """The name of one of the file's tables, for one row of it."""
    return {
        "site": translate("setup", "Practice"),
        "branch": translate("setup", "Further site"),
        "policy": translate("setup", "Rule"),
        "group": translate("setup", "Group"),
        "practitioner": translate("setup", "Practitioner"),
        "room": translate("setup", "Room"),
        "device": translate("setup", "Device"),
        "appointment_type": translate("setup", "Appointment type"),
        "procedure": translate("setup", "Procedure"),
        "reservation": translate("setup", "Reserved time"),
        "combination": translate("setup", "Combination"),
        "patient": translate("setup", "Patient"),
    }.get(what, what)


def fate_name(fate: Fate) -> str:
    """What becomes of a row."""
    return {
        Fate.CREATED: translate("setup", "is created"),
        Fate.CHANGED: translate("setup", "is changed"),
        Fate.UNCHANGED: translate("setup", "stays as it is"),
    }[fate]


def line_text(line: SetupLine) -> str:
    """One row of the preview."""
    return translate("setup", "{what} {code} {fate}").format(
        what=table_name(line.what), code=line.code, fate=fate_name(line.fate)
    )
