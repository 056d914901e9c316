"""What the patient field offers for what is typed: people, a new one, or a booking read from the line."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.typed_values import Meaning, Reading
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

_BESIDE = 300
"""Where the second column of the lines begins."""
_SHOWN_OF_LINE = 40
"""Characters of a typed line that have room there."""


class Way(Enum):
    """Other ways on than a patient who is known."""

    NEW = "new"
    LINE = "line"


Offer = PatientOnEntry | Way


def offers(
    text: str, found: tuple[PatientOnEntry, ...], total: int, reading: Reading | None
) -> list[tuple[Offer, Choice]]:
    """The lines to choose among, the likeliest first.

    :param reading: of the text as a booking in one line; ``None`` where it cannot be one
    """
    known: list[tuple[Offer, Choice]] = [(each, _known(each)) for each in found]
    new = Way.NEW, _new(text, total if total > len(found) else 0)
    is_name = reading is None or not reading.wishes or len(reading.pieces) == 1
    if reading is None or is_name or (found and not reading.is_booking):
        return [*known, new]
    line = Way.LINE, _line(reading)
    # Who is found for all of the words is called so; else a name comes last that is hardly one.
    return [*known, line, new] if reading.is_booking else [new, line]


def _known(patient: PatientOnEntry) -> Choice:
    born = dates.birth_date(patient.birth_date) if patient.birth_date else ""
    return Choice(
        (
            Cell(words.patient_name(patient), 0, CellLook.NAME),
            Cell(born, _BESIDE),
            Cell(patient.phone, 410, CellLook.QUIET),
            Cell(patient.number, -1, CellLook.QUIET),
        )
    )


def _new(text: str, total: int) -> Choice:
    new = Cell(translate("offers", "New patient “{name}” …").format(name=text), 0, CellLook.QUIET)
    return Choice((new, Cell(counted.patients(total), -1, CellLook.QUIET)) if total else (new,))


def _line(reading: Reading) -> Choice:
    """``Als Buchungszeile lesen …  mü + kontr 20 do nm weber``."""
    rest = " ".join(each.typed for each in reading.pieces if each.meaning is not Meaning.PATIENT)
    said = " + ".join(part for part in (" ".join(reading.patient), rest) if part)
    if len(said) > _SHOWN_OF_LINE:
        said = said[: _SHOWN_OF_LINE - 1].rstrip() + "…"
    return Choice(
        (Cell(translate("offers", "Read as a booking line …"), 0, CellLook.NAME), Cell(said, _BESIDE))
    )
