"""What stands on every form that has times: hours, absences, other days, breaks."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.day_parts import AbsencesPart, ExceptionsPart
from praxidesk.ui.practice_settings.part import PartGroup, within
from praxidesk.ui.practice_settings.week_part import WeekPart

translate = QCoreApplication.translate


def times_of(theme: Theme, today: date, *, closures: bool, without_hours: str = "") -> tuple[PartGroup, ...]:
    """Hours, absences, breaks and single days; a site is closed where an actor is absent.

    :param without_hours: what it means that there are no hours at all
    """
    opening = translate("settings", "Opening hours") if closures else translate("settings", "Hours")
    away = translate("settings", "Closures") if closures else translate("settings", "Absences")
    adds = translate("settings", "Add a closure") if closures else translate("settings", "Add an absence")
    closed = translate("settings", "closed") if closures else translate("settings", "not there")
    add_day = translate("settings", "Add a day")
    absences = within("availability", "absences", "closures" if closures else "absences")
    return (
        PartGroup("", (WeekPart(theme, opening, within("availability", "hours"), nothing=without_hours),)),
        PartGroup("", (AbsencesPart(theme, away, absences, adds, today),)),
        PartGroup(
            "",
            (
                ExceptionsPart(
                    theme,
                    translate("settings", "Other hours on single days"),
                    within("availability", "exceptions"),
                    add_day,
                    closed,
                    today,
                ),
            ),
        ),
        PartGroup(
            "",
            (
                WeekPart(
                    theme,
                    translate("settings", "Breaks"),
                    within("availability", "breaks"),
                    breaks=True,
                ),
                ExceptionsPart(
                    theme,
                    translate("settings", "Other breaks on single days"),
                    within("availability", "break_exceptions"),
                    add_day,
                    translate("settings", "no break"),
                    today,
                ),
            ),
        ),
    )
