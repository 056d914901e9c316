"""What a foreign table says, and what is wrong in it, in words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.practice import Practice
from praxidesk.engine.table_import import Meaning, ReadRow, TableTrouble
from praxidesk.engine.table_words import choices_for
from praxidesk.engine.vocabulary import Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.reader_words import reader_words
from praxidesk.ui.wording.words import status_name

translate = QCoreApplication.translate


def meaning_name(meaning: Meaning) -> str:
    """As the choice for a column names it."""
    return {
        Meaning.NUMBER: translate("import", "Patient: number"),
        Meaning.FAMILY: translate("import", "Patient: family name"),
        Meaning.GIVEN: translate("import", "Patient: given name"),
        Meaning.NAME: translate("import", "Patient: whole name"),
        Meaning.BIRTH_DATE: translate("import", "Patient: date of birth"),
        Meaning.SEX: translate("import", "Patient: sex"),
        Meaning.PHONE: translate("import", "Patient: phone"),
        Meaning.EMAIL: translate("import", "Patient: e-mail"),
        Meaning.REMARK: translate("import", "Patient: note"),
        Meaning.START: translate("import", "Beginning: date and time"),
        Meaning.DATE: translate("import", "Date"),
        Meaning.TIME: translate("import", "Time"),
        Meaning.END: translate("import", "End"),
        Meaning.MINUTES: translate("import", "Duration in minutes"),
        Meaning.TYPE: translate("import", "Appointment type"),
        Meaning.PRACTITIONER: translate("import", "Practitioner"),
        Meaning.ROOM: translate("import", "Room"),
        Meaning.STATUS: translate("import", "Status"),
        Meaning.NOTE: translate("import", "Note"),
        Meaning.KEY: translate("import", "Appointment number"),
    }[meaning]


def code_names(meaning: Meaning, practice: Practice) -> dict[str, str]:
    """What the words of a column can stand for, by code."""
    choices = choices_for(meaning, practice)
    if meaning is Meaning.STATUS:
        return {code: status_name(Status(code)) for code in choices}
    if meaning is Meaning.SEX:
        names = {
            "female": translate("import", "female"),
            "male": translate("import", "male"),
            "other": translate("import", "diverse"),
            "unknown": translate("import", "unknown"),
        }
        return {code: names[code] for code in choices}
    return dict(choices)


def column_name(columns: Sequence[str], place: int) -> str:
    """Of a position counted from 1: as the header has it, or its number."""
    name = columns[place - 1] if place <= len(columns) else ""
    return name or translate("import", "Column {number}").format(number=place)


def trouble_text(trouble: TableTrouble) -> str:
    """Why a file cannot be read, and what to do."""
    return {
        TableTrouble.MISSING: translate(
            "import",
            "The file is not where it was chosen any more: moved, renamed or deleted. Choose it again.",
        ),
        TableTrouble.UNREADABLE: translate(
            "import", "The file cannot be read. Close it in other programs, and check who may read it."
        ),
        TableTrouble.TOO_LARGE: translate("import", "The file is larger than 64 MB. Split it in several."),
        TableTrouble.EMPTY: translate("import", "There are no rows in the file."),
        TableTrouble.NO_TABLE: translate(
            "import", "This is no table. Save it as CSV: in Excel under “Save as”, “CSV UTF-8”."
        ),
        TableTrouble.CHANGED: translate(
            "import", "The file was changed since it was looked at. Choose it again."
        ),
    }[trouble]


def problems(row: ReadRow, columns: Sequence[str], practice: Practice, zone: Zone) -> Iterator[str]:
    """What is wrong with a row: field and reason."""
    wording = ConflictWording(practice, zone, row.others)
    for each in row.problems:
        said = wording.sentence(each.conflict) if each.conflict is not None else reader_words(each.reason)
        where = ", ".join(column_name(columns, place) for place in each.columns)
        yield translate("import", "{column}: {reason}").format(column=where, reason=said) if where else said


def problem_lines(
    rows: Sequence[ReadRow], columns: Sequence[str], practice: Practice, zone: Zone
) -> list[str]:
    """A line for each row that cannot be taken over."""
    return [
        translate("import", "Row {number} · {problems}").format(
            number=row.line, problems=" · ".join(problems(row, columns, practice, zone))
        )
        for row in rows
        if row.problems
    ]
