"""What one row of a foreign table comes to, and which columns each field of it comes from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from praxidesk.engine.outcomes import FieldError
from praxidesk.exchange.csv_cells import CellError, Column, Row

T = TypeVar("T")

Sources = Mapping[str, tuple[Column, ...]]
"""Columns of each field, by its path."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing that is wrong with a row."""

    field: str
    """Of the request or patient; empty for the row itself."""
    columns: tuple[Column, ...]
    """Those that the field comes from; none where the mapping gives it."""
    message: str


class Draft:
    """Fields of one row as they are filled from its cells."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.faults: list[RowFault] = []
        self.key: str | None = None
        """The row's own number, as soon as it is read."""
        self._sources: dict[str, tuple[Column, ...]] = {}

    @property
    def sources(self) -> Sources:
        """Which columns each field comes from."""
        return self._sources

    def read(self, field: str, columns: Iterable[Column], read: Callable[[Row], T]) -> T | None:
        """The value of a field; a cell that cannot be read is noted and leaves it out."""
        self._sources[field] = tuple(dict.fromkeys(columns))
        try:
            return read(self.row)
        except CellError as error:
            self.faults.append(RowFault(field, tuple(error.columns), str(error)))
            return None

    def fault(self, field: str, message: str) -> None:
        """Note what is wrong with a field."""
        self.faults.append(RowFault(field, columns_of(field, self._sources), message))

    def note(self, errors: Iterable[FieldError]) -> None:
        """Note what the reader of a request or patient finds wrong."""
        for error in errors:
            self.fault(error.field, error.message)


def columns_of(field: str, sources: Sources) -> tuple[Column, ...]:
    """Columns of the field, else of the field around it, else of all fields within it."""
    around = field
    while around:
        if around in sources:
            return sources[around]
        around = around.rpartition(".")[0]
    if not field:
        return ()
    inner = (f"{field}.", f"{field}[")
    within = [columns for path, columns in sources.items() if path.startswith(inner)]
    return tuple(dict.fromkeys(column for columns in within for column in columns))
