"""Patients of a foreign table: by number, by names, or by one column that holds both names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from praxidesk.engine.entries import Patient
from praxidesk.exchange.csv_cell_fields import read_text_cell, read_time_cell
from praxidesk.exchange.csv_cells import Column, TextCell, TimeCell
from praxidesk.exchange.csv_draft import Draft
from praxidesk.exchange.csv_patterns import Part
from praxidesk.exchange.fields import Faults, Fields
from praxidesk.exchange.practice_people import SEXES, read_patient

GIVEN_FIRST, FAMILY_FIRST, COMMA = "given family", "family given", "family, given"
_ORDERS = {order: order for order in (GIVEN_FIRST, FAMILY_FIRST, COMMA)}
_CONTACTS = ("phone", "email", "note")


@dataclass(frozen=True, slots=True)
class NameCells:
    """Names in two columns or in one, and the date of birth."""

    family: TextCell | None = None
    given: TextCell | None = None
    whole: TextCell | None = None
    order: str = GIVEN_FIRST
    birth_date: TimeCell | None = None

    def fill(self, draft: Draft, path: str) -> dict[str, object]:
        """``family given birth_date`` as a request and a practice file write them."""
        values: dict[str, object] = {}
        if self.whole is not None:
            name = draft.read(f"{path}family", self.whole.used_columns(), self.whole.text)
            if name is not None:
                values["family"], values["given"] = _split(name, self.order)
        for key, cell in (("family", self.family), ("given", self.given)):
            if cell is not None:
                text = draft.read(f"{path}{key}", cell.used_columns(), cell.text)
                values[key] = "" if text is None and key == "given" else text
        if self.birth_date is not None:
            birth_date = self.birth_date
            columns = birth_date.source.used_columns()
            born = draft.read(f"{path}birth_date", columns, birth_date.date)
            if born is not None:
                values["birth_date"] = born.isoformat()
        return values

    def used_columns(self) -> Iterator[Column]:
        """Every column it looks at."""
        for cell in (self.family, self.given, self.whole):
            if cell is not None:
                yield from cell.used_columns()
        if self.birth_date is not None:
            yield from self.birth_date.source.used_columns()


@dataclass(frozen=True, slots=True)
class PatientCells:
    """A patient of the practice: number, names and how to reach them."""

    number: TextCell
    names: NameCells
    contacts: Mapping[str, TextCell]
    """``sex phone email note``, as far as the table has them."""

    def fill(self, draft: Draft) -> Patient | None:
        """The row's patient; ``None`` where it has none, or a fault was noted."""
        number = draft.read("number", self.number.used_columns(), self.number.text)
        if number is None:
            return None
        values: dict[str, object] = {"number": number} | self.names.fill(draft, "")
        for key, cell in self.contacts.items():
            text = draft.read(key, cell.used_columns(), cell.text)
            if text is not None:
                values[key] = text
        if draft.faults:
            return None
        faults = Faults()
        patient = read_patient(Fields(values, "", faults))
        draft.note(faults.found)
        return None if draft.faults else patient

    def used_columns(self) -> Iterator[Column]:
        """Every column it looks at."""
        yield from self.number.used_columns()
        yield from self.names.used_columns()
        for cell in self.contacts.values():
            yield from cell.used_columns()


def read_name_cells(fields: Fields) -> NameCells:
    """``family`` and ``given``, or ``name`` with its ``order``; and ``birth_date``."""
    whole = read_text_cell(fields, "name")
    if whole is None:
        family = read_text_cell(fields, "family", required=True)
        given = read_text_cell(fields, "given", required=True, optional=True)
        fields.refuse("order", "only a name in one column has an order")
        order = None
    else:
        family = given = None
        for key in ("family", "given"):
            fields.refuse(key, "cannot stand beside name")
        order = fields.choice("order", _ORDERS, required=True)
    birth_date = read_time_cell(fields, "birth_date", Part.DAY, optional=True)
    return NameCells(family, given, whole, order or GIVEN_FIRST, birth_date)


def read_patient_cells(fields: Fields) -> PatientCells:
    """The table ``[patient]`` of a mapping."""
    number = read_text_cell(fields, "number", required=True)
    names = read_name_cells(fields)
    contacts: dict[str, TextCell] = {}
    sex = read_text_cell(fields, "sex", optional=True, results=SEXES)
    if sex is not None:
        contacts["sex"] = sex
    for key in _CONTACTS:
        cell = read_text_cell(fields, key, optional=True)
        if cell is not None:
            contacts[key] = cell
    fields.close()
    return PatientCells(number or TextCell(constant=""), names, contacts)


def _split(name: str, order: str) -> tuple[str, str]:
    """Family and given name; the given one is empty where there is only one."""
    if order == COMMA:
        family, _, given = name.partition(",")
        return family.strip(), given.strip()
    words = name.split()
    if order == FAMILY_FIRST:
        return words[0], " ".join(words[1:])
    return words[-1], " ".join(words[:-1])
