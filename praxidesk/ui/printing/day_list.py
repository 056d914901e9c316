"""The day list: who comes when, what is free between, room to tick and to write."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryKind, Role, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing import faces
from praxidesk.ui.printing.cells import (
    LINE,
    Column,
    counted_sums,
    in_a_row,
    lines_in,
    person,
    tick_box,
    titles,
    wrapped_in,
)
from praxidesk.ui.printing.day_facts import DayFacts, Ground, Stretch, Visit, day_facts
from praxidesk.ui.printing.faces import fitted, right_text
from praxidesk.ui.printing.ground_words import ground_text
from praxidesk.ui.printing.marks import Fill, Mark, Stroke, Text
from praxidesk.ui.printing.page_frame import rows_top
from praxidesk.ui.printing.pages import (
    Body,
    Head,
    Row,
    Section,
    Setting,
    TableHead,
    flow,
    in_turns,
    with_company,
)
from praxidesk.ui.printing.paper import A4
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.practice_words import practice_word
from praxidesk.worker.questions.printing import DaysToPrint

translate = QCoreApplication.translate

ROW, FREE_ROW, GROUND_ROW = 19.2, 13.4, 16.4
_TABLE_HEAD = 17.3
_BASE = 12.4
"""From a row's top to its baseline."""
_HAIR, _PALE, _GREY = 0.72, 0.925, 0.35
_NOTE_LINE = 18.2
_SUMS = 30.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Of the list, from the left edge of the paper."""

    time: Column
    minutes: Column
    patient: Column
    born: Column
    type: Column
    where: Column
    here: Column
    remark: Column

    def all(self) -> tuple[Column, ...]:
        """In reading order."""
        return (
            self.time,
            self.minutes,
            self.patient,
            self.born,
            self.type,
            self.where,
            self.here,
            self.remark,
        )


@dataclass(frozen=True, slots=True)
class _List:
    """One day of one actor, being set."""

    practice: Practice
    zone: Zone
    day: date
    actor: ActorId
    facts: DayFacts
    columns: _Columns

    @property
    def is_place(self) -> bool:
        """Whether it is a room's or a device's list."""
        return self.practice.actors[self.actor].kind is not ActorKind.PRACTITIONER


def day_section(
    practice: Practice, zone: Zone, day: date, actor: ActorId, answer: DaysToPrint, *, knows_free: bool
) -> Setting:
    """The list of one practitioner, room or device; on as many pages as it needs."""
    facts = day_facts(practice, zone, day, actor, answer.entries, knows_free=knows_free, unseen=answer.unseen)
    is_place = practice.actors[actor].kind is not ActorKind.PRACTITIONER
    made = _List(practice, zone, day, actor, facts, _columns(is_place=is_place))
    top = rows_top(_TABLE_HEAD)
    rows = yield from in_turns(_rows(made))
    bodies = flow(with_company([*rows, _sums(made)]), top, A4.bottom)
    return Section(_head(made), _table_head(made), (*bodies[:-1], _with_notes(bodies[-1])))


def _columns(*, is_place: bool) -> _Columns:
    left = A4.margin
    where = translate("print", "Who") if is_place else translate("print", "Room")
    return _Columns(
        time=Column(left, left + 50, translate("print", "Time")),
        minutes=Column(left + 50, left + 77.3, translate("print", "Min"), is_number=True),
        patient=Column(left + 84.4, left + 226, translate("print", "Patient")),
        born=Column(left + 232, left + 290, translate("print", "Born")),
        type=Column(left + 296.4, left + 375, translate("print", "Type")),
        where=Column(left + 381.4, left + 413, where),
        here=Column(left + 418.7, left + 436, translate("print", "here", "a box to tick")),
        remark=Column(left + 441.2, A4.right, translate("print", "Remark")),
    )


def _head(made: _List) -> Head:
    who = made.practice.actors[made.actor]
    title = translate("print", "Day list · {day} · {week}").format(
        day=dates.long_day(made.day), week=dates.week_number(made.day)
    )
    rooms = {_others(made, line.entry, Role.ROOM) for line in made.facts.lines if isinstance(line, Visit)}
    only = next(iter(rooms)) if len(rooms) == 1 and not made.is_place else ()
    about = [
        practice_word(who.specialty or who.category),
        *(made.practice.actors[each].name for each in only),
    ]
    return Head(who.name, title, (made.practice.site.name, " · ".join(each for each in about if each)))


def _table_head(made: _List) -> TableHead:
    marks: list[Mark] = [*titles(made.columns.all(), 11.7, faces.HEAD), Fill(A4.margin, 16.8, A4.inner, 0.5)]
    return TableHead(_TABLE_HEAD, tuple(marks))


def _rows(made: _List) -> Iterator[Row]:
    lines = made.facts.lines
    for place, line in enumerate(lines):
        is_last = place + 1 == len(lines)
        if isinstance(line, Visit) and line.entry.kind is not EntryKind.BLOCKOUT:
            yield _visit_row(made, line, is_last=is_last)
        elif isinstance(line, Visit):
            reason = line.entry.reason or words.kind_name(line.entry.kind)
            yield _ground_row(made, line.span, reason, line.entry, is_last=is_last)
        elif line.ground in {Ground.FREE, Ground.RESERVED}:
            yield _free_row(made, line, is_last=is_last)
        else:
            yield _ground_row(made, line.span, ground_text(line), None, is_last=is_last)
    if not lines:
        text = translate("print", "Nothing stands on this day.")
        yield Row(ROW, (Text(A4.margin, _BASE, text, faces.NAME), _end(ROW)))


def _visit_row(made: _List, visit: Visit, *, is_last: bool) -> Row:
    entry, columns = visit.entry, made.columns
    start, end = dates.clock(made.zone, visit.span.start), dates.clock(made.zone, visit.span.end)
    marks: list[Mark] = [*in_a_row(A4.margin, _BASE, [(start, faces.STRONG), (f"–{end}", faces.NAME)])]
    length = str((visit.span.end - visit.span.start) // MINUTE)
    marks.append(right_text(columns.minutes.right, _BASE, length, faces.NAME))
    taken = 1
    if entry.patient is not None:
        name, taken = person(columns.patient, _BASE, entry.patient, faces.STRONG)
        marks += name
        if entry.patient.birth_date is not None:
            born = dates.birth_date(entry.patient.birth_date)
            marks.append(Text(columns.born.left, _BASE, born, faces.SMALL))
    what = wrapped_in(columns.type, words.service_name(made.practice, entry), faces.SMALL, 2)
    role = Role.PRACTITIONER if made.is_place else Role.ROOM
    codes = ", ".join(made.practice.actors[each].code for each in _others(made, entry, role))
    where = wrapped_in(columns.where, codes, faces.SMALL, 2)
    remark = wrapped_in(columns.remark, _remark(made, visit), faces.SMALL, 4)
    for column, lines in ((columns.type, what), (columns.where, where), (columns.remark, remark)):
        marks += lines_in(column, _BASE, lines, faces.SMALL)
        taken = max(taken, len(lines))
    height = ROW + (taken - 1) * LINE
    marks.append(tick_box(columns.here.left + 0.8, 4.7))
    if visit.overlaps:
        marks.append(Fill(A4.margin - 6.6, 2.4, 1.9, height - 4.8))
    marks.append(_end(height) if is_last else Fill(A4.margin, height - 0.5, A4.inner, 0.5, _HAIR))
    return Row(height, tuple(marks), entry.id)


def _free_row(made: _List, stretch: Stretch, *, is_last: bool) -> Row:
    y = 9.2
    length = (stretch.span.end - stretch.span.start) // MINUTE
    marks: list[Mark] = [
        Text(A4.margin, y, _hours(made, stretch.span), faces.SMALL, _GREY),
        right_text(made.columns.minutes.right, y, str(length), faces.SMALL, _GREY),
        Text(made.columns.patient.left, y, _said(made, stretch), faces.SMALL, _GREY),
        _end(FREE_ROW)
        if is_last
        else Stroke(A4.margin, FREE_ROW - 0.25, A4.inner, 0.0, 0.5, _HAIR, is_dashed=True),
    ]
    return Row(FREE_ROW, tuple(marks))


def _said(made: _List, stretch: Stretch) -> str:
    room = A4.right - made.columns.patient.left
    return fitted(one_line(ground_text(stretch)), faces.SMALL, room)


def _ground_row(made: _List, span: Span, text: str, entry: Entry | None, *, is_last: bool) -> Row:
    column = Column(made.columns.patient.left, A4.right)
    whole_day = span == made.zone.day(made.day)
    time = translate("print", "all day") if whole_day else _hours(made, span)
    marks: list[Mark] = [
        Fill(A4.margin, 0.0, A4.inner, GROUND_ROW - 0.5, _PALE),
        Text(A4.margin, 11.0, time, faces.SMALL),
        Text(column.left, 11.0, fitted(one_line(text), faces.SMALL_STRONG, column.room), faces.SMALL_STRONG),
        _end(GROUND_ROW) if is_last else Fill(A4.margin, GROUND_ROW - 0.5, A4.inner, 0.5, _HAIR),
    ]
    return Row(GROUND_ROW, tuple(marks), entry.id if entry is not None else None)


def _end(height: float) -> Fill:
    """The line below the last row."""
    return Fill(A4.margin, height - 0.5, A4.inner, 0.5)


def _sums(made: _List) -> Row:
    facts = made.facts
    visits = [line for line in facts.lines if isinstance(line, Visit)]
    sums = [(facts.visits, counted.appointments_word(facts.visits))]
    if new := sum(_is_new(made, visit.entry) for visit in visits):
        sums.append((new, counted.new_patients_word(new)))
    if facts.overlapping:
        sums.append((facts.overlapping, translate("print", "overlapping (bar at the left)")))
    if facts.free_minutes:
        sums.append((facts.free_minutes, translate("print", "min free")))
    marks = counted_sums(A4.margin, 20.0, sums, faces.SMALL_STRONG, faces.SMALL)
    return Row(_SUMS, tuple(marks))


def _with_notes(body: Body) -> Body:
    """Lines to write on, where there is room for two at least."""
    bottom = body.rows[-1].bottom if body.rows else rows_top(_TABLE_HEAD)
    heading = bottom + 10.0
    first = heading + 21.0
    count = int((A4.bottom - 16.0 - first) // _NOTE_LINE) + 1
    if count < 2:
        return body
    marks: list[Mark] = [Text(A4.margin, heading, translate("print", "Notes"), faces.HEAD)]
    marks += [
        Fill(A4.margin, first + place * _NOTE_LINE, A4.inner, 0.5, _HAIR) for place in range(min(count, 6))
    ]
    return Body(body.rows, tuple(marks))


def _hours(made: _List, span: Span) -> str:
    """``11:45–12:00``, of this day only."""
    day = made.zone.day(made.day)
    end = "24:00" if span.end >= day.end else dates.clock(made.zone, span.end)
    return f"{dates.clock(made.zone, max(span.start, day.start))}–{end}"


def _others(made: _List, entry: Entry, role: Role) -> tuple[ActorId, ...]:
    """Who else takes part, in a role or, of people, in any."""
    kind = role.actor_kind
    return tuple(
        dict.fromkeys(
            part.actor
            for part in entry.allocations
            if part.actor != made.actor
            and part.actor in made.practice.actors
            and made.practice.actors[part.actor].kind is kind
        )
    )


def _remark(made: _List, visit: Visit) -> str:
    entry = visit.entry
    said: list[str] = []
    if entry.status is Status.NOSHOW or entry.status.is_tentative:
        said.append(words.status_name(entry.status))
    if _is_new(made, entry):
        said.append(translate("print", "new", "a first visit"))
    if words.is_urgent(made.practice, entry) and not entry.override_reason:
        said.append(translate("print", "urgent"))
    if visit.overlaps:
        said.append(translate("print", "overlaps"))
    if entry.override_reason:
        said.append(one_line(entry.override_reason))
    if entry.note:
        said.append(one_line(entry.note))
    elif entry.series is not None:
        is_series = entry.series_day is not None
        said.append(translate("print", "Series") if is_series else translate("print", "Combined"))
    return ", ".join(said)


def _is_new(made: _List, entry: Entry) -> bool:
    service = made.practice.service(entry.type, entry.procedure)
    return service is not None and service.first_visit
