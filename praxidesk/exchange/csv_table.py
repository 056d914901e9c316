"""A foreign table, record by record in constant memory, however broken it is."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper
from pathlib import Path

from praxidesk.exchange.csv_cells import Column
from praxidesk.exchange.csv_mapping import Layout
from praxidesk.exchange.texts import printable, shown

LONGEST_LINE = 1_000_000
"""Characters; what is longer is no table."""
_MOST_NAMED = 50
"""Columns of a header that a message names."""
_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": ("utf-8", "utf-8-sig"),
    b"\xff\xfe": ("utf-16", "utf-16"),
    b"\xfe\xff": ("utf-16", "utf-16"),
}


class TableError(Exception):
    """The file cannot be read as the mapping says; the message names file, and line or column."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the table, wherever its lines break."""

    line: int
    """Of the file, from 1: where it begins."""
    cells: Sequence[str]
    """Untrimmed. Bytes that are not of the encoding stand as half surrogates."""
    fault: str = ""
    """Why it is no row; then ``cells`` are as many as could be read."""


class Table:
    """An open table. The header is read at once, the records as they are asked for."""

    def __init__(self, name: str, lines: Iterable[str], layout: Layout) -> None:
        self._name = name
        self._line = 0
        self._layout = layout
        self._lines = iter(lines)
        self._reader = csv.reader(
            self._counted(),
            delimiter=layout.delimiter,
            quotechar=layout.quote or None,
            quoting=csv.QUOTE_MINIMAL if layout.quote else csv.QUOTE_NONE,
            skipinitialspace=True,
            strict=True,
        )
        for _ in range(layout.skip_lines):
            next(self._counted(), None)
        first = self._first_record()
        self.columns: tuple[str, ...] = ()
        """Names in the header, trimmed; empty without a header."""
        if layout.header:
            self.columns = tuple(cell.strip() for cell in first.cells)
        self._pending = None if layout.header else first
        self._width = len(first.cells)

    def places(self, used: Iterable[Column]) -> dict[Column, int]:
        """Index of each column in a record's cells. Raises ``TableError`` for those the table lacks."""
        found: dict[Column, int] = {}
        missing: list[str] = []
        for column in used:
            if isinstance(column, int):
                found[column] = column - 1
                if column > self._width:
                    missing.append(str(column))
            elif self.columns.count(column) == 1:
                found[column] = self.columns.index(column)
            else:
                twice = column in self.columns
                missing.append(f"{shown(column)}{' (it stands twice in the header)' if twice else ''}")
        if missing:
            there = ", ".join(shown(name) for name in self.columns[:_MOST_NAMED])
            has = f"the header has {there}" if there else f"the first row has {self._width} cells"
            raise TableError(
                f"{self._name}: the mapping names columns that are not there: "
                f"{', '.join(dict.fromkeys(missing))}; {has}"
            )
        return found

    def records(self) -> Iterator[Record]:
        """Every record but blank ones; what is wrong with one is its ``fault``."""
        if self._pending is not None:
            yield self._pending
        for record in self._records():
            yield self._checked(record)

    def _first_record(self) -> Record:
        what = "header" if self._layout.header else "first row"
        record = next(self._records(), None)
        if record is None:
            raise TableError(f"{self._name}: is empty: there is no {what}")
        if record.fault:
            raise TableError(f"{self._name}: line {record.line}: the {what} {record.fault}")
        return record

    def _checked(self, record: Record) -> Record:
        if record.fault or len(record.cells) == self._width:
            return record
        expected = "the header has" if self._layout.header else "the first row has"
        fault = f"has {len(record.cells)} cells where {expected} {self._width}"
        return Record(record.line, record.cells, fault)

    def _records(self) -> Iterator[Record]:
        while True:
            line = self._line + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Record(line, (), _quoting_fault(error, line, self._line))
                continue
            except (UnicodeError, OSError) as error:
                raise TableError(f"{self._name}: cannot be read after line {self._line}: {error}") from None
            if any(cell.strip() for cell in cells):
                yield Record(line, cells)

    def _counted(self) -> Iterator[str]:
        for line in self._lines:
            self._line += 1
            if len(line) > LONGEST_LINE:
                what = f"line {self._line} has more than {LONGEST_LINE:,} characters"
                raise TableError(f"{self._name}: {what}; is it a table?")
            yield line


@contextmanager
def open_table(path: Path, layout: Layout) -> Iterator[Table]:
    """The table of a file, closed afterwards.

    Raises ``TableError`` where it cannot be read or has no header.
    """
    name = printable(str(path))
    try:
        raw = path.open("rb")
    except FileNotFoundError:
        raise TableError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise TableError(f"{name}: is a folder, not a file") from None
    except (OSError, ValueError) as error:
        raise TableError(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
    with raw:
        encoding = _encoding(name, raw, layout.encoding)
        with TextIOWrapper(raw, encoding, errors="surrogateescape", newline="") as text:
            yield Table(name, _lines(text), layout)


def _encoding(name: str, raw: BufferedReader, encoding: str) -> str:
    """The codec to read with, which drops a byte order mark; one that contradicts the mapping is said."""
    try:
        head = raw.peek(4)
    except OSError as error:
        raise TableError(f"{name}: cannot be read: {error.strerror or error}") from None
    for mark, (family, codec) in _BYTE_ORDER_MARKS.items():
        if head.startswith(mark):
            if not encoding.startswith(family):
                raise TableError(f"{name}: is {family} by its first bytes, but the mapping says {encoding}")
            return codec
    return encoding


def _lines(text: TextIOWrapper) -> Iterator[str]:
    """Lines with their ends, each bounded so that a file without any cannot fill the memory."""
    while line := text.readline(LONGEST_LINE + 1):
        yield line


def _quoting_fault(error: csv.Error, line: int, last_line: int) -> str:
    if "field larger" in str(error) or "unexpected end of data" in str(error):
        return f"a quote is opened but not closed: lines {line} to {last_line} cannot be told apart"
    return f"is quoted wrongly: {error}"
