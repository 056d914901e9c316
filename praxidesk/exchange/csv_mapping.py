"""The mapping file of an import: what each column of a foreign table means (docs/import.md)."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from praxidesk.exchange.csv_cell_fields import read_condition
from praxidesk.exchange.csv_cells import Column, Condition
from praxidesk.exchange.csv_patients import PatientCells, read_patient_cells
from praxidesk.exchange.csv_request_fields import read_request_cells
from praxidesk.exchange.csv_requests import RequestCells
from praxidesk.exchange.fields import Faults, Fields
from praxidesk.exchange.texts import UnreadableError, checked_text, shown
from praxidesk.exchange.toml_document import TomlFileError, load, source_name

_DELIMITER_WORDS = {"tab": "\t"}
_DECIMALS = {".": ".", ",": ","}


class MappingFileError(TomlFileError):
    """The file is no mapping; every fault is named, with key and value."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is written."""

    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    """Empty: no cell is quoted."""
    header: bool = True
    """The first row names the columns."""
    skip_lines: int = 0
    """Lines before the header that are no part of the table."""


@dataclass(frozen=True, slots=True)
class CsvMapping:
    """A whole mapping file; at least one of ``request`` and ``patient`` is there."""

    layout: Layout
    only: tuple[Condition, ...]
    """Rows for which one of these does not hold are skipped."""
    request: RequestCells | None
    patient: PatientCells | None

    def used_columns(self) -> Iterator[Column]:
        """Every column it looks at, some of them repeatedly."""
        for condition in self.only:
            yield condition.column
        if self.request is not None:
            yield from self.request.used_columns()
        if self.patient is not None:
            yield from self.patient.used_columns()


def read_mapping(source: Path | str) -> CsvMapping:
    """The mapping of a file (``Path``) or of TOML text (``str``).

    Raises ``MappingFileError`` with everything that is wrong.
    """
    faults = Faults()
    fields = Fields(load(source, MappingFileError), "", faults)
    table = fields.table("table") or Fields({}, "table", faults)
    layout = _layout(table)
    decimal = table.choice("decimal", _DECIMALS) or "."
    thousands = table.parsed("thousands", _mark, "")
    if thousands == decimal:
        table.fault("thousands", f"{shown(thousands)} is the decimal mark, too")
    conditions = [read_condition(inner) for inner in table.tables("only")]
    table.close()
    request_fields, patient_fields = fields.table("request"), fields.table("patient")
    if not fields.has("request") and not fields.has("patient"):
        fields.fault("request", "is missing: nothing would be imported")
    mapping = CsvMapping(
        layout=layout,
        only=tuple(each for each in conditions if each is not None),
        request=None if request_fields is None else read_request_cells(request_fields, decimal, thousands),
        patient=None if patient_fields is None else read_patient_cells(patient_fields),
    )
    fields.close()
    if not layout.header:
        for column in dict.fromkeys(mapping.used_columns()):
            if isinstance(column, str):
                faults.add("table.header", f"is false, so {shown(column)} must be a position such as 3")
    if faults:
        raise MappingFileError(source_name(source), faults.found)
    return mapping


def _layout(fields: Fields) -> Layout:
    return Layout(
        encoding=fields.parsed("encoding", _encoding, "utf-8"),
        delimiter=fields.parsed("delimiter", _delimiter, ","),
        quote=fields.parsed("quote", _mark, '"'),
        header=fields.flag("header", default=True),
        skip_lines=fields.integer("skip_lines", 0, 1_000, 0) or 0,
    )


def _encoding(value: object) -> str:
    name = checked_text(value, 40)
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=name).close()
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise UnreadableError(f"{shown(name)} is no encoding such as utf-8 or cp1252") from None


def _delimiter(value: object) -> str:
    text = checked_text(value, 10, several_lines=True)
    text = _DELIMITER_WORDS.get(text, text)
    if len(text) != 1 or text in '\r\n"':
        raise UnreadableError(f'{shown(text)} is no delimiter such as "," or ";" or "tab"')
    return text


def _mark(value: object) -> str:
    text = checked_text(value, 1)
    if text.isalnum():
        raise UnreadableError(f"{shown(text)} is no mark")
    return text
