"""A foreign table looked at before anybody has said what it means."""

from collections.abc import Mapping, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path

from praxidesk.engine.table_import import (
    Meaning,
    TableChoice,
    TableLook,
    TableRefused,
    TableTrouble,
)
from praxidesk.exchange.csv_choice import layout_of
from praxidesk.exchange.csv_guess import guessed_choice, guessed_writing
from praxidesk.exchange.csv_table import Table, TableError
from praxidesk.exchange.texts import printable

LARGEST_BYTES = 64 * 1024 * 1024
MOST_COLUMNS = 200
SAMPLES = 50
"""Rows that stand for all: what columns mean, and how they write their dates."""
_DECIDING = 300
MOST_WORDS = 60
"""A column with more different words is none of codes."""


def look_at(path: Path) -> TableLook | TableRefused:
    """Columns, first rows and a guess; or why it is no table."""
    content = _content(path)
    if isinstance(content, TableTrouble):
        return TableRefused(content)
    writing = guessed_writing(content)
    text = content.decode(writing.encoding, "surrogateescape").removeprefix("\ufeff")
    try:
        table = Table("", StringIO(text, newline=""), layout_of(writing))
        return _looked(table, writing.has_header, content)
    except TableError:
        return TableRefused(TableTrouble.NO_TABLE)


def samples_of(table: Table, choice: TableChoice) -> Mapping[Meaning, Sequence[str]]:
    """The filled cells of the first rows, by what their column says."""
    found: dict[Meaning, list[str]] = {each: [] for each in choice.meanings if each is not None}
    for record in islice(table.records(), _DECIDING):
        for meaning, cell in zip(choice.meanings, record.cells, strict=False):
            if meaning is not None and cell.strip():
                found[meaning].append(cell.strip())
    return found


def _looked(table: Table, has_header: bool, content: bytes) -> TableLook | TableRefused:
    samples: list[tuple[str, ...]] = []
    words: list[dict[str, None] | None] = []
    rows = 0
    for record in table.records():
        rows += 1
        if not words:
            words = [{} for _ in record.cells[:MOST_COLUMNS]]
        if record.fault:
            continue
        cells = tuple(printable(cell.strip()) for cell in record.cells[:MOST_COLUMNS])
        if len(samples) < SAMPLES:
            samples.append(cells)
        for place, cell in enumerate(cells):
            known = words[place] if place < len(words) else None
            if known is not None and cell:
                known[cell] = None
                if len(known) > MOST_WORDS:
                    words[place] = None
    columns = tuple(printable(name) for name in table.columns[:MOST_COLUMNS])
    if not has_header:
        columns = ("",) * len(words)
    if len(columns) < 2 or not rows:
        return TableRefused(TableTrouble.NO_TABLE if rows else TableTrouble.EMPTY)
    guess = guessed_choice(columns, samples, guessed_writing(content))
    few = tuple(tuple(known) if known is not None else () for known in words)
    return TableLook(columns, tuple(samples), rows, few, guess)


def _content(path: Path) -> bytes | TableTrouble:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        return TableTrouble.MISSING
    except (OSError, ValueError):
        return TableTrouble.UNREADABLE
    if len(content) > LARGEST_BYTES:
        return TableTrouble.TOO_LARGE
    if not content.strip():
        return TableTrouble.EMPTY
    is_binary = b"\0" in content[:8192] and not content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return TableTrouble.NO_TABLE if is_binary else content
