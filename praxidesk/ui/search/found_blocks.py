"""How what was found is divided: patients who fit, patients of the name, entries; the rest on demand."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.found import Found
from praxidesk.ui.search.found_layout import Block, Kind
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

FIRST_PATIENTS, FIRST_ENTRIES = 5, 4
"""Lines of a group as long as both are to be seen."""


def found_blocks(found: Found, opened: Collection[Kind]) -> list[Block]:
    """The lines of what was found; a group is whole where ``opened`` names it, or where it is alone."""
    people = found.patients
    entries = found.entries.total if found.entries is not None else 0
    blocks: list[Block] = []
    shown = _shown(people.total, FIRST_PATIENTS, is_whole=Kind.MORE_PATIENTS in opened or not entries)
    if people.total:
        aside = translate("search", "Name in any order, date of birth, number, phone; ä = ae; similar sound")
        whole = min(shown, people.whole)
        blocks.append(Block(Kind.HEADING, text=translate("search", "Patients"), aside=aside))
        blocks.append(Block(Kind.PATIENT, whole))
        if shown > people.whole:
            blocks.append(Block(Kind.SUBHEADING, text=translate("search", "Only the name fits")))
            blocks.append(Block(Kind.PATIENT, shown - whole, whole))
        if shown < people.total:
            blocks.append(Block(Kind.MORE_PATIENTS, text=counted.all_patients(people.total)))
    if people.total and entries:
        blocks.append(Block(Kind.RULE))
    if entries:
        shown = _shown(entries, FIRST_ENTRIES, is_whole=Kind.MORE_ENTRIES in opened or not people.total)
        blocks.append(Block(Kind.HEADING, text=translate("search", "Appointments")))
        blocks.append(Block(Kind.ENTRY, shown))
        if shown < entries:
            blocks.append(Block(Kind.MORE_ENTRIES, text=counted.all_entries(entries)))
    return blocks


def _shown(total: int, first: int, *, is_whole: bool) -> int:
    """One more line instead of the offer of one more line."""
    return total if is_whole or total <= first + 1 else first
