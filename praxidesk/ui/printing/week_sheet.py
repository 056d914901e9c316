"""The week of one practitioner, room or device: a column for each day, one line for each entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryKind, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing.cells import in_a_row, short_person
from praxidesk.ui.printing.day_facts import DayFacts, Ground, Stretch, Visit, day_facts
from praxidesk.ui.printing.faces import fitted, right_text, width
from praxidesk.ui.printing.ground_words import ground_text
from praxidesk.ui.printing.marks import SEMIBOLD, Face, Fill, Mark, Text
from praxidesk.ui.printing.page_frame import rows_top
from praxidesk.ui.printing.pages import (
    Body,
    Head,
    Placed,
    Row,
    Section,
    Setting,
    TableHead,
    in_turns,
    placements,
)
from praxidesk.ui.printing.paper import A4_LANDSCAPE
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.practice_words import practice_word
from praxidesk.worker.questions.printing import DaysToPrint

translate = QCoreApplication.translate

_PAPER = A4_LANDSCAPE
_TABLE_HEAD = 31.0
_ROW = 12.6
_BASE = 8.8
_GAP = 9.0
"""Between two days."""
_WIDE = 128.0
"""A column of this width has room for the end of a time."""
_DAY = Face(9.6, SEMIBOLD)
_TEXT, _BOLD, _TINY = Face(7.8), Face(7.8, SEMIBOLD), Face(6.8)
_HAIR, _PALE, _GREY = 0.72, 0.925, 0.35


@dataclass(frozen=True, slots=True)
class _Day:
    """One column."""

    practice: Practice
    zone: Zone
    day: date
    facts: DayFacts
    left: float
    room: float

    @property
    def right(self) -> float:
        """Where its text ends."""
        return self.left + self.room


def week_section(
    practice: Practice,
    zone: Zone,
    days: Sequence[date],
    actor: ActorId,
    answer: DaysToPrint,
    *,
    knows_free: bool,
) -> Setting:
    """All days side by side; where one has more than a page, all go on on the next."""
    step = (_PAPER.inner + _GAP) / len(days)
    columns = [
        _Day(
            practice,
            zone,
            day,
            day_facts(
                practice, zone, day, actor, answer.entries, knows_free=knows_free, unseen=answer.unseen
            ),
            _PAPER.margin + place * step,
            step - _GAP,
        )
        for place, day in enumerate(days)
    ]
    top = rows_top(_TABLE_HEAD) + 2.0
    parts: list[list[tuple[Placed, ...]]] = []
    for column in columns:
        rows = yield from in_turns(_rows(column))
        parts.append(list(placements(rows, top, _PAPER.bottom)))
        yield
    pages = max(1, *(len(part) for part in parts))
    lines = tuple(
        Fill(column.left - _GAP / 2 - 0.25, rows_top(0) + 4, 0.5, _PAPER.bottom - rows_top(0) - 4, _HAIR)
        for column in columns[1:]
    )
    bodies = tuple(
        Body(tuple(placed for part in parts if page < len(part) for placed in part[page]), lines)
        for page in range(pages)
    )
    who = practice.actors[actor]
    about = practice_word(who.specialty or who.category)
    title = translate("print", "Week · {days} · {week}").format(
        days=dates.days_title(days), week=dates.week_numbers(days)
    )
    return Section(Head(who.name, title, (practice.site.name, about)), _table_head(columns), bodies)


def _table_head(columns: Sequence[_Day]) -> TableHead:
    marks: list[Mark] = []
    for column in columns:
        facts = column.facts
        marks.append(Text(column.left, 13.0, fitted(dates.short_day(column.day), _DAY, column.room), _DAY))
        said = [counted.appointments(facts.visits)] if facts.visits else []
        if facts.free_minutes:
            said.append(translate("print", "{minutes} min free").format(minutes=facts.free_minutes))
        about = fitted(" · ".join(said), _TINY, column.room)
        marks.append(Text(column.left, 24.0, about, _TINY, _GREY))
    marks.append(Fill(_PAPER.margin, _TABLE_HEAD - 0.5, _PAPER.inner, 0.5))
    return TableHead(_TABLE_HEAD, tuple(marks))


def _rows(column: _Day) -> Iterator[Row]:
    for line in column.facts.lines:
        if isinstance(line, Visit) and line.entry.kind is not EntryKind.BLOCKOUT:
            yield _visit(column, line)
        elif isinstance(line, Visit):
            reason = line.entry.reason or words.kind_name(line.entry.kind)
            yield Row(_ROW, tuple(_ground(column, _time(column, line), reason)), line.entry.id)
        elif line.ground in {Ground.FREE, Ground.RESERVED}:
            length = words.minutes_text((line.span.end - line.span.start) // MINUTE)
            text = f"{ground_text(line)} · {length}"
            yield Row(_ROW, tuple(_line(column, _time(column, line), text, _GREY)))
        else:
            is_whole = line.span == column.zone.day(column.day)
            time = "" if is_whole else _time(column, line)
            yield Row(_ROW, tuple(_ground(column, time, ground_text(line))))


def _visit(column: _Day, visit: Visit) -> Row:
    entry = visit.entry
    marks: list[Mark] = []
    if visit.overlaps:
        marks.append(Fill(column.left - 4.0, 1.6, 1.6, _ROW - 3.0))
    start = dates.clock(column.zone, visit.span.start)
    end = dates.clock(column.zone, visit.span.end)
    is_wide = column.room >= _WIDE
    pieces = [(start, _BOLD), (f"–{end}", _TEXT)] if is_wide else [(start, _BOLD)]
    marks += in_a_row(column.left, _BASE, pieces)
    left = column.left + sum(width(*piece) for piece in pieces) + 4.0
    code = one_line(words.short_service_name(column.practice, entry))
    if entry.status.is_tentative or entry.status is Status.NOSHOW:
        code = words.status_name(entry.status)
    code = fitted(code, _TINY, column.room * 0.36)
    marks.append(right_text(column.right, _BASE, code, _TINY, _GREY))
    room = column.right - left - width(code, _TINY) - 3.0
    if entry.patient is not None:
        marks += in_a_row(left, _BASE, short_person(entry.patient, _BOLD, _TEXT, room))
    else:
        name = one_line(words.service_name(column.practice, entry))
        marks.append(Text(left, _BASE, fitted(name, _TEXT, room), _TEXT))
    marks.append(Fill(column.left, _ROW - 0.4, column.room, 0.4, _HAIR))
    return Row(_ROW, tuple(marks), entry.id)


def _ground(column: _Day, time: str, text: str) -> Iterator[Mark]:
    yield Fill(column.left - 2.0, 0.3, column.room + 4.0, _ROW - 1.0, _PALE)
    yield from _line(column, time, text, 0.0)


def _line(column: _Day, time: str, text: str, grey: float) -> Iterator[Mark]:
    yield Text(column.left, _BASE, time, _TEXT, grey)
    left = column.left + (width(time, _TEXT) + 4.0 if time else 0.0)
    yield Text(left, _BASE, fitted(one_line(text), _TEXT, column.right - left), _TEXT, grey)


def _time(column: _Day, line: Stretch | Visit) -> str:
    day = column.zone.day(column.day)
    start = dates.clock(column.zone, max(line.span.start, day.start))
    if column.room < _WIDE:
        return start
    end = "24:00" if line.span.end >= day.end else dates.clock(column.zone, line.span.end)
    return f"{start}–{end}"
