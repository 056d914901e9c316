"""The diagnosis as a plain text to hand on: names of use cases and figures, nothing else."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.walltime import Zone
from praxidesk.ui.diagnostics.course_chart import level_names
from praxidesk.ui.diagnostics.figures import FigureTable, size_table, statement_table, use_case_table
from praxidesk.ui.diagnostics.held_sessions import held_table
from praxidesk.ui.diagnostics.state_words import counts_said, facts_said
from praxidesk.ui.wording import dates
from praxidesk.worker.messages import StoreState
from praxidesk.worker.questions.diagnostics import Diagnosis

translate = QCoreApplication.translate


def report_text(
    diagnosis: Diagnosis, state: StoreState, known_weeks: tuple[int, int], zone: Zone, program: str
) -> str:
    """All that the window shows, for whoever helps; its lines end as on this system."""
    return "\n".join(_lines(diagnosis, state, known_weeks, zone, program)) + "\n"


def _lines(
    diagnosis: Diagnosis, state: StoreState, known_weeks: tuple[int, int], zone: Zone, program: str
) -> Iterator[str]:
    yield translate("diagnostics", "Diagnosis of {program}").format(program=program)
    at = f"{zone.day_of(diagnosis.at).isoformat()} {dates.clock(zone, diagnosis.at)}"
    since = f"{zone.day_of(diagnosis.since).isoformat()} {dates.clock(zone, diagnosis.since)}"
    yield translate("diagnostics", "{at}, counted since {since}").format(at=at, since=since)
    yield ""
    yield from _aligned([*facts_said(diagnosis, state, known_weeks, zone)])
    if state.fault is not None:
        yield f"{state.fault.value}: {state.detail}"
    yield ""
    yield from _table(use_case_table(diagnosis, zone))
    yield ""
    yield translate("diagnostics", "Answers of the last hour")
    rows = [
        (dates.clock(zone, each.begins_at), *(str(count) for count in each.counts))
        for each in diagnosis.minutes
        if any(each.counts)
    ]
    yield from _aligned([("", *level_names()), *rows])
    if diagnosis.store.held:
        yield ""
        yield from _table(held_table(diagnosis))
    if diagnosis.store.tables:
        yield ""
        yield from _table(size_table(diagnosis.store))
    yield ""
    if diagnosis.store.statements:
        yield from _table(statement_table(diagnosis.store), text_last=True)
    else:
        yield counts_said(diagnosis.store.counts)


def _table(table: FigureTable, *, text_last: bool = False) -> Iterator[str]:
    ordered = sorted(table.rows, key=lambda row: row[table.sorted_by].order, reverse=True)
    rows = [[heading for heading, _ in table.headings], *([figure.text for figure in row] for row in ordered)]
    if text_last:
        rows = [[*row[1:], row[0]] for row in rows]
    yield from _aligned(rows, text_at=len(table.headings) - 1 if text_last else 0)


def _aligned(rows: Sequence[Sequence[str]], text_at: int = 0) -> Iterator[str]:
    """Columns of equal width: the text at the left, numbers at the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if place == text_at or len(row) == 2 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
