"""Rows that were not booked: why, as JSON for programs and as a table for people to mend."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from io import TextIOBase

from praxidesk.engine.outcomes import Invalid, Outcome, Refused
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryId, Severity
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.csv_draft import RowFault, columns_of
from praxidesk.exchange.csv_mapping import Layout
from praxidesk.exchange.csv_rows import MappedRow
from praxidesk.exchange.json_answers import Json, conflict_objects

ADDED_COLUMNS = ("line", "outcome", "reason")


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why one row is not in the calendar."""

    outcome: str
    """``refused`` or ``invalid``."""
    reason: str
    """All that speaks against it, on one line."""
    values: Json
    """The same for programs."""


def rejection(
    row: MappedRow,
    outcome: Outcome | None,
    keys: Mapping[EntryId, str],
    practice: Practice,
    zone: Zone,
) -> Rejection | None:
    """Why a row was rejected; ``None`` where it was not.

    ``keys`` are those under which the entries in its way were booked.
    """
    if row.faults:
        return _invalid(row, row.faults)
    if isinstance(outcome, Invalid):
        faults = [
            RowFault(error.field, columns_of(error.field, row.sources), error.message)
            for error in outcome.errors
        ]
        return _invalid(row, faults)
    if isinstance(outcome, Refused):
        return _refused(row, outcome, keys, practice, zone)
    return None


class RejectedTable:
    """The rejected rows as they were, with three columns more: mended, the same mapping reads them again."""

    def __init__(self, file: TextIOBase, layout: Layout, columns: tuple[str, ...]) -> None:
        self._layout = layout
        self._writer = csv.writer(
            file,
            delimiter=layout.delimiter,
            quotechar=layout.quote or None,
            quoting=csv.QUOTE_MINIMAL if layout.quote else csv.QUOTE_NONE,
        )
        # The mapping skips as many lines of this table as of the first.
        file.write("\r\n" * layout.skip_lines)
        if layout.header:
            self._writer.writerow([*columns, *ADDED_COLUMNS])

    def write(self, row: MappedRow, rejected: Rejection) -> None:
        """Add one row."""
        self._writer.writerow([*row.cells, str(row.line), rejected.outcome, self._plain(rejected.reason)])

    def _plain(self, text: str) -> str:
        """The text in characters that the table's encoding has, and that need no quotes it has not."""
        known = text.encode(self._layout.encoding, "backslashreplace").decode(self._layout.encoding)
        return known if self._layout.quote else known.replace(self._layout.delimiter, " ")


def _refused(
    row: MappedRow, refused: Refused, keys: Mapping[EntryId, str], practice: Practice, zone: Zone
) -> Rejection:
    conflicts = conflict_objects(refused, practice, zone, row.request, keys)
    reason = "; ".join(
        str(each["message"]) for each in conflicts if each["severity"] == Severity.BLOCKING.value
    )
    return Rejection("refused", reason, _about(row, "refused") | {"conflicts": conflicts})


def _invalid(row: MappedRow, faults: list[RowFault] | tuple[RowFault, ...]) -> Rejection:
    reason = "; ".join(_sentence(fault) for fault in faults)
    errors = [
        {"field": fault.field, "columns": list(fault.columns), "message": fault.message} for fault in faults
    ]
    return Rejection("invalid", reason, _about(row, "invalid") | {"errors": errors})


def _about(row: MappedRow, outcome: str) -> Json:
    return {"outcome": outcome, "line": row.line, "key": row.key}


def _sentence(fault: RowFault) -> str:
    """Where it is wrong, and why."""
    where = ", ".join(str(column) for column in fault.columns) or fault.field
    return f"{where}: {fault.message}" if where else f"the row {fault.message}"
