"""Rows of a foreign table to bookings and patients, one at a time (docs/import.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from praxidesk.engine.entries import Patient
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.csv_cells import Column, Row
from praxidesk.exchange.csv_draft import Draft, RowFault, Sources
from praxidesk.exchange.csv_mapping import CsvMapping
from praxidesk.exchange.csv_table import Record, Table


@dataclass(frozen=True, slots=True)
class MappedRow:
    """What one record of the table asks for."""

    line: int
    """Of the file, from 1: where it begins."""
    cells: Sequence[str]
    """As they stand in the table."""
    request: BookRequest | None = None
    patient: Patient | None = None
    key: str | None = None
    """The row's own number, as far as it could be read."""
    faults: tuple[RowFault, ...] = ()
    """Why there is nothing to do with it."""
    skipped: bool = False
    """The mapping leaves such rows out."""
    sources: Sources = field(default_factory=dict)


class RowMapper:
    """Reads records by a mapping. The practice may change from row to row."""

    def __init__(self, mapping: CsvMapping, table: Table) -> None:
        """Raise ``TableError`` for columns that the table lacks."""
        self._mapping = mapping
        self._places: Mapping[Column, int] = table.places(dict.fromkeys(mapping.used_columns()))

    def read(self, record: Record, practice: Practice, zone: Zone) -> MappedRow:
        """One record, as a booking, a patient, both, or why not."""
        if record.fault:
            return MappedRow(record.line, record.cells, faults=(RowFault("", (), record.fault),))
        row = Row(record.line, record.cells, self._places)
        if not all(condition.holds(row) for condition in self._mapping.only):
            return MappedRow(record.line, record.cells, skipped=True)
        draft = Draft(row)
        patient = self._mapping.patient.fill(draft) if self._mapping.patient is not None else None
        request = None
        if self._mapping.request is not None and not draft.faults:
            request = self._mapping.request.fill_in(draft, practice, zone)
        return MappedRow(
            record.line,
            record.cells,
            request=None if draft.faults else request,
            patient=None if draft.faults else patient,
            key=draft.key,
            faults=tuple(draft.faults),
            sources=draft.sources,
        )
