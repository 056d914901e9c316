"""Everything that is counted, in the singular or plural of the language spoken.

Here and not where it is needed: lupdate sees plurals in ``self.tr`` only, not in ``translate``.
"""

from PySide6.QtCore import QObject


class Counted(QObject):
    """``%n`` becomes the number."""

    def years(self, number: int) -> str:
        """Of age."""
        return self.tr("%n year(s)", "", number)

    def entries(self, number: int) -> str:
        """In the calendar."""
        return self.tr("%n entry(s)", "", number)

    def changes(self, number: int) -> str:
        """In the history."""
        return self.tr("%n change(s)", "in the history", number)

    def journal_lines(self, number: int) -> str:
        """Of the journal."""
        return self.tr("%n line(s)", "of the journal", number)

    def more_flaws(self, number: int) -> str:
        """After the first one of a journal."""
        return self.tr("and %n more place(s)", "of a changed journal", number)

    def selected(self, number: int) -> str:
        """Entries, by mouse or key."""
        return self.tr("%n entry(s) selected", "", number)

    def of_entries(self, number: int) -> str:
        """After ``12 of``."""
        return self.tr("%n entry(s)", "12 of", number)

    def chosen(self, number: int) -> str:
        """Practitioners, rooms and devices of a saved view."""
        return self.tr("%n chosen", "practitioners, rooms and devices", number)

    def in_six_weeks(self, number: int) -> str:
        """In a month's weeks."""
        return self.tr("%n entry(s) in six weeks", "", number)

    def taken_elsewhere(self, number: int) -> str:
        """Times of people and rooms, by appointments of another site."""
        return self.tr("%n× taken by another site", "", number)

    def taken(self, number: int) -> str:
        """The same in short."""
        return self.tr("%n× taken", "by another site", number)

    def appointments(self, number: int) -> str:
        """Of a series."""
        return self.tr("%n appointment(s)", "", number)

    def clashes(self, number: int) -> str:
        """Dates that cannot be."""
        return self.tr("%n clash(es)", "", number)

    def still_booked(self, number: int) -> str:
        """Changes whose answer was lost."""
        return self.tr("%n change(s) still being saved …", "", number)

    def waiting(self, number: int) -> str:
        """Patients who have arrived."""
        return self.tr("%n in the waiting room", "", number)

    def free(self, number: int) -> str:
        """Half hours of a day that nobody has taken."""
        return self.tr("%n free", "half hours nobody has taken", number)

    def free_half_hours(self, number: int) -> str:
        """The same, written out."""
        return self.tr("%n free half hour(s)", "", number)

    def more(self, number: int) -> str:
        """Entries of a day that do not fit."""
        return self.tr("+ %n more", "entries of a day that do not fit", number)

    def stranded(self, number: int) -> str:
        """Entries in time that was taken away since."""
        return self.tr("%n to be moved", "entries in closed time", number)

    def days_waiting(self, number: int) -> str:
        """On the waiting list."""
        return self.tr("since %n day(s)", "on the waiting list", number)

    def and_more(self, number: int) -> str:
        """After a few that are named."""
        return self.tr("And %n more.", "after a few that are named", number)

    def named_and_more(self, names: str, number: int) -> str:
        """Names in a line, and how many others."""
        return self.tr("{names} and %n more", "names in a line", number).format(names=names)

    def people(self, number: int) -> str:
        """Where there is no room for a name."""
        return self.tr("%n people", "where there is no room for a name", number)

    def operations(self, number: int) -> str:
        """Of a room."""
        return self.tr("%n operation(s)", "", number)

    def patients(self, number: int) -> str:
        """Found."""
        return self.tr("%n patient(s)", "", number)

    def found_entries(self, number: int) -> str:
        """Found."""
        return self.tr("%n appointment(s)", "found", number)

    def all_patients(self, number: int) -> str:
        """Offers the rest of what was found."""
        return self.tr("Show all %n patient(s)", "", number)

    def all_entries(self, number: int) -> str:
        """Offers the rest of what was found."""
        return self.tr("Show all %n appointment(s)", "", number)

    def parked(self, number: int) -> str:
        """Entries that lie beside the calendar."""
        return self.tr("%n parked", "", number)

    def waiting_days(self, number: int) -> str:
        """Since somebody has been on the waiting list."""
        return (
            self.tr("waiting list for %n day(s)", "", number)
            if number
            else self.tr("waiting list since today")
        )

    def over_operations(self, number: int) -> str:
        """Of today."""
        return self.tr("%n over", "operations", number)

    def running_operations(self, number: int) -> str:
        """Of today."""
        return self.tr("%n running", "operations", number)

    def cleaning_operations(self, number: int) -> str:
        """Of today: the room is being cleaned."""
        return self.tr("%n in cleaning", "operations", number)

    def planned_operations(self, number: int) -> str:
        """Of today."""
        return self.tr("%n planned", "operations", number)

    def late_operations(self, number: int) -> str:
        """Of today."""
        return self.tr("%n late", "operations", number)

    def roomless(self, number: int) -> str:
        """Operations without a room."""
        return self.tr("%n operation(s)", "without a room", number)

    def appointments_word(self, number: int) -> str:
        """The word behind their number, which is written by itself."""
        return self.tr("appointment(s)", "behind their number", number)

    def new_patients_word(self, number: int) -> str:
        """The same of patients who were never here."""
        return self.tr("new patient(s)", "behind their number", number)

    def patients_word(self, number: int) -> str:
        """The same of patients."""
        return self.tr("patient(s)", "behind their number", number)

    def pages(self, number: int) -> str:
        """Of paper."""
        return self.tr("%n page(s)", "", number)

    def again_in_seconds(self, number: int) -> str:
        """After too many wrong passwords."""
        return self.tr("Try again in %n second(s).", "", number)

    def connections_now(self, number: int) -> str:
        """``jetzt 2 Verbindungen``."""
        return self.tr("%n connection(s) now", "", number)

    def again_in_minutes(self, number: int) -> str:
        """The same, where it is longer."""
        return self.tr("Try again in %n minute(s).", "", number)


counted = Counted()
"""One is enough: it holds nothing."""
