"""What a list says of time without an entry."""

from PySide6.QtCore import QCoreApplication

from praxidesk.ui.printing.day_facts import Ground, Stretch

translate = QCoreApplication.translate


def ground_text(stretch: Stretch) -> str:
    """``Mittag``, ``Urlaub``, ``frei``."""
    named = {
        Ground.FREE: translate("print", "free"),
        Ground.RESERVED: translate("print", "free, reserved"),
        Ground.TAKEN: translate("print", "Taken by another site"),
        Ground.LUNCH: translate("ground", "Lunch"),
        Ground.PAUSE: translate("print", "No consultation"),
        Ground.BREAK: translate("ground", "Break"),
        Ground.ABSENT: translate("ground", "Absent"),
        Ground.SHUT: translate("ground", "Closed"),
        Ground.OFF: translate("print", "No hours on this day"),
    }[stretch.ground]
    if not stretch.reason:
        return named
    if stretch.ground is Ground.RESERVED:
        return translate("print", "free, reserved: {reason}").format(reason=stretch.reason)
    if stretch.ground is Ground.ABSENT:
        return translate("print", "Absent: {reason}").format(reason=stretch.reason)
    return translate("print", "Closed: {reason}").format(reason=stretch.reason)
