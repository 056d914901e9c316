"""The diagnosis as rows of a list: what is written in each cell, and what it is sorted by."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from praxidesk.engine.store_facts import StoreFacts
from praxidesk.engine.walltime import Zone
from praxidesk.ui.diagnostics.case_words import case_name
from praxidesk.ui.wording import dates
from praxidesk.worker.questions.diagnostics import Diagnosis, UseCaseTimes

translate = QCoreApplication.translate
_UNITS = ("B", "kB", "MB", "GB", "TB")


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell."""

    text: str
    order: float | str
    """Greater ones come first when the column is sorted by it, unless they are texts."""
    is_alarm: bool = False


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A list: its headings, each with what it means, and its rows."""

    headings: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Figure, ...], ...]
    sorted_by: int
    """The column that is in order when it is first shown."""


def milliseconds(value: float) -> str:
    """Three digits are all that a measurement has."""
    return f"{_number(value, 1 if value < 100 else 0)} ms"


def size(count: int) -> str:
    """Bytes, in the unit that leaves one to three digits before the point."""
    value, unit = float(count), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{_number(value, 1 if unit and value < 100 else 0)} {_UNITS[unit]}"


def whole(count: int) -> str:
    """With the language's own grouping."""
    return _number(count, 0)


def percent(part: int, whole_: int) -> str:
    """How much of it, without a fraction."""
    return translate("diagnostics", "{number} %").format(number=round(100 * part / whole_)) if whole_ else "–"


def use_case_table(diagnosis: Diagnosis, zone: Zone) -> FigureTable:
    """What was asked of the store, and how long that took."""
    return FigureTable(
        (
            (translate("diagnostics", "Use case"), ""),
            (translate("diagnostics", "Times"), translate("diagnostics", "How often it was answered")),
            (
                translate("diagnostics", "Failed"),
                translate("diagnostics", "How often the store could not answer"),
            ),
            (
                translate("diagnostics", "Statements"),
                translate("diagnostics", "Sent to the database each time"),
            ),
            (translate("diagnostics", "Total"), translate("diagnostics", "All its answers together")),
            ("p50", translate("diagnostics", "Half of all answers took at most this long")),
            ("p99", translate("diagnostics", "99 of 100 answers took at most this long")),
            (translate("diagnostics", "Longest"), translate("diagnostics", "The slowest answer")),
            (
                translate("diagnostics", "Last"),
                translate("diagnostics", "When it was last answered, and how long it took"),
            ),
            (
                translate("diagnostics", "Over limit"),
                translate("diagnostics", "How often its limit was exceeded"),
            ),
        ),
        tuple(_case(each, zone) for each in diagnosis.use_cases),
        sorted_by=4,
    )


def statement_table(facts: StoreFacts) -> FigureTable:
    """What the server counts itself."""
    return FigureTable(
        (
            (translate("diagnostics", "Statement"), translate("diagnostics", "Its values are left out")),
            (translate("diagnostics", "Times"), translate("diagnostics", "How often it was answered")),
            (translate("diagnostics", "Total"), translate("diagnostics", "All its answers together")),
            (translate("diagnostics", "Mean"), ""),
            (translate("diagnostics", "Longest"), translate("diagnostics", "The slowest answer")),
        ),
        tuple(
            (
                Figure(each.text, each.text),
                Figure(whole(each.calls), each.calls),
                *(Figure(milliseconds(ms), ms) for ms in (each.total_ms, each.mean_ms, each.longest_ms)),
            )
            for each in facts.statements
        ),
        sorted_by=2,
    )


def size_table(facts: StoreFacts) -> FigureTable:
    """The largest tables with their indexes."""
    return FigureTable(
        (
            (translate("diagnostics", "Table"), ""),
            (translate("diagnostics", "Size"), translate("diagnostics", "With its indexes")),
            (translate("diagnostics", "Share"), translate("diagnostics", "Of the whole database")),
        ),
        tuple(
            (
                Figure(name, name),
                Figure(size(bytes_), bytes_),
                Figure(percent(bytes_, facts.size_bytes), bytes_),
            )
            for name, bytes_ in facts.tables
        ),
        sorted_by=1,
    )


def _case(each: UseCaseTimes, zone: Zone) -> tuple[Figure, ...]:
    name, mean = case_name(each.name), each.statements / each.count
    over = each.over_limit
    limit = milliseconds(each.limit_ms)
    return (
        Figure(name, name.casefold()),
        Figure(whole(each.count), each.count),
        Figure(whole(each.failures), each.failures, is_alarm=each.failures > 0),
        Figure(_number(mean, 1), mean),
        *(Figure(milliseconds(ms), ms) for ms in (each.total_ms, each.p50_ms, each.p99_ms, each.longest_ms)),
        Figure(f"{dates.clock(zone, each.last_at)} · {milliseconds(each.last_ms)}", each.last_at),
        Figure(
            translate("diagnostics", "{count} (> {limit})").format(count=whole(over), limit=limit),
            over,
            is_alarm=over > 0,
        ),
    )


def _number(value: float, digits: int) -> str:
    return QLocale().toString(float(value), "f", digits)
