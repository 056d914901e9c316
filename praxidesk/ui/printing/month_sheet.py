"""Six weeks on one sheet: how full each day is, holidays, and who is away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.ui.calendar.month.days import MonthDay, MonthFacts, month_facts
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing.faces import fitted, width, wrapped
from praxidesk.ui.printing.marks import SEMIBOLD, Face, Fill, Mark, Text
from praxidesk.ui.printing.page_frame import rows_top
from praxidesk.ui.printing.pages import Body, Head, Section, Setting, TableHead
from praxidesk.ui.printing.paper import A4_LANDSCAPE
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

_PAPER = A4_LANDSCAPE
_TABLE_HEAD = 16.0
_WEEK = 26.0
"""Width of the column of week numbers."""
_WEEKEND = 0.62
"""Width of a Saturday or Sunday to that of another day."""
_PAD = 4.0
_NUMBER, _HEAD, _COUNT = Face(10.4, SEMIBOLD), Face(7.5, SEMIBOLD), Face(8.2, SEMIBOLD)
_TEXT, _TINY, _TINY_BOLD = Face(7.4), Face(6.8), Face(6.8, SEMIBOLD)
_HAIR, _PALE, _GREY = 0.72, 0.925, 0.35
_PROFILE = 11.0
"""Height of the load's profile."""
_LINE = 8.6
_MOST_LINES = 2
"""Of what one line of a day has to say."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """The place of one day."""

    left: float
    top: float
    width: float
    height: float

    @property
    def room(self) -> float:
        """For text."""
        return self.width - 2 * _PAD


def month_section(state: CalendarState) -> Setting:
    """The days of the state, six weeks of them, on one page."""
    facts = month_facts(state)
    yield
    top = rows_top(_TABLE_HEAD)
    height = (_PAPER.bottom - top) / (len(facts.days) // 7)
    edges = _edges()
    marks: list[Mark] = []
    for place, day in enumerate(facts.days):
        week, weekday = divmod(place, 7)
        at = top + week * height
        if weekday == 0:
            number = str(day.day.isocalendar().week)
            marks.append(Text(_PAPER.margin, at + 13.0, number, _TEXT, _GREY))
            yield
        cell = _Cell(edges[weekday], at, edges[weekday + 1] - edges[weekday], height)
        marks += _day(state, facts, day, cell, is_first=place == 0)
        if weekday == 6:
            marks.append(Fill(_PAPER.margin, at + height - 0.25, _PAPER.inner, 0.5, _HAIR))
    days = [each.day for each in facts.days]
    people = tuple(words.short_actor_name(state.practice, actor) for actor in state.actors)
    subtitle = translate("print", "Six weeks · {weeks}").format(weeks=dates.week_numbers(days))
    head = Head(dates.days_title(days), subtitle, (state.practice.site.name,), people)
    return Section(head, _table_head(days[:7], edges), (Body((), tuple(marks)),))


def _edges() -> Sequence[float]:
    unit = (_PAPER.inner - _WEEK) / (5 + 2 * _WEEKEND)
    edges = [_PAPER.margin + _WEEK]
    for weekday in range(7):
        edges.append(edges[-1] + unit * (_WEEKEND if weekday > 4 else 1.0))
    return edges


def _table_head(days: Sequence[date], edges: Sequence[float]) -> TableHead:
    marks: list[Mark] = [Text(_PAPER.margin, 11.0, dates.week_word(), _HEAD)]
    for day, left in zip(days, edges, strict=False):
        marks.append(Text(left + _PAD, 11.0, dates.weekday(day), _HEAD))
    marks.append(Fill(_PAPER.margin, _TABLE_HEAD - 0.5, _PAPER.inner, 0.5))
    return TableHead(_TABLE_HEAD, tuple(marks))


def _day(
    state: CalendarState, facts: MonthFacts, day: MonthDay, cell: _Cell, *, is_first: bool
) -> Iterator[Mark]:
    left = cell.left + _PAD
    if not day.is_open:
        yield Fill(cell.left + 0.5, cell.top, cell.width - 0.5, cell.height - 0.5, _PALE)
    yield Fill(cell.left, cell.top, 0.5, cell.height, _HAIR)
    begins = is_first or day.day.day == 1
    number = dates.day_and_month(day.day) if begins else dates.day_number(day.day)
    yield Text(left, cell.top + 13.0, number, _NUMBER)
    taken = width(number, _NUMBER) + 5.0
    if day.count:
        text = fitted(counted.appointments(day.count), _COUNT, cell.room - taken)
        yield Text(left + cell.room - width(text, _COUNT), cell.top + 13.0, text, _COUNT)
    y = cell.top + 24.0
    bottom = cell.top + cell.height - 5.0
    if day.is_open:
        bottom -= _PROFILE + 3.0
    lines = [
        (part, face)
        for text, face in _lines(state, day)
        for part in wrapped(text, face, cell.room, _MOST_LINES)
    ]
    fit = max(0, int((bottom - y) // _LINE) + 1)
    if len(lines) > fit:
        lines = [*lines[: max(0, fit - 1)], (counted.more(len(lines) - max(0, fit - 1)), _TINY)]
    for text, face in lines[:fit]:
        yield Text(left, y, fitted(text, face, cell.room), face, _GREY if face is _TEXT else 0.0)
        y += _LINE
    if day.is_open:
        yield from _profile(facts, day, cell)


def _lines(state: CalendarState, day: MonthDay) -> Iterator[tuple[str, Face]]:
    """Why it is closed, how many have to be moved, who is away, and how much is free."""
    if day.holiday:
        yield one_line(day.holiday), _TINY_BOLD
    if day.closure:
        yield one_line(day.closure), _TINY_BOLD
    if day.stranded:
        yield counted.stranded(day.stranded), _TINY_BOLD
    for away in day.away:
        name = words.short_actor_name(state.practice, away.actor)
        reason = one_line(away.reason) or translate("ground", "Absent")
        if not away.whole_day:
            hours = f"{dates.clock(state.zone, away.span.start)}–{dates.clock(state.zone, away.span.end)}"
            reason = f"{reason} {hours}"
        yield f"{one_line(name)}: {reason}", _TINY
    if day.is_open and day.free:
        yield counted.free_half_hours(day.free), _TEXT


def _profile(facts: MonthFacts, day: MonthDay, cell: _Cell) -> Iterator[Mark]:
    """How much of each half hour is taken: a bar up to the line is full."""
    bottom = cell.top + cell.height - 5.0
    step = cell.room / max(1, len(facts.days[0].load))
    yield Fill(cell.left + _PAD, bottom, cell.room, 0.4, _HAIR)
    for place, load in enumerate(day.load):
        if load:
            tall = _PROFILE * min(1.0, load)
            yield Fill(cell.left + _PAD + place * step, bottom - tall, step - 0.5, tall, 0.45)
