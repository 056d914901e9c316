"""The plan of the operating rooms of a day: room by room, each operation with team, devices and phases."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryKind, Phase, Role
from praxidesk.ui.calendar.ground import Ground
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.plan import Bar, Room, RoomsPlan, rooms_plan
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing import faces
from praxidesk.ui.printing.cells import LINE, Column, in_a_row, lines_in, person, titles, wrapped_in
from praxidesk.ui.printing.faces import centred_text, fitted, right_text, width
from praxidesk.ui.printing.marks import SEMIBOLD, Box, Face, Fill, Mark, Text
from praxidesk.ui.printing.page_frame import rows_top
from praxidesk.ui.printing.pages import Head, Row, Section, Setting, TableHead, flow, in_turns
from praxidesk.ui.printing.paper import A4_LANDSCAPE
from praxidesk.ui.printing.phase_bar import HEIGHT, HourScale, pattern, phase_bar
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

_PAPER = A4_LANDSCAPE
_TABLE_HEAD = 17.3
_BASE = 12.0
_ROOM = Face(11.0, SEMIBOLD)
_HAIR, _FAINT, _GREY = 0.72, 0.88, 0.35
_TEAM = (Role.SURGEON, Role.ASSISTANT, Role.ANAESTHETIST, Role.PRACTITIONER)


@dataclass(frozen=True, slots=True)
class _Columns:
    """From the left edge of the paper."""

    time: Column
    minutes: Column
    what: Column
    patient: Column
    team: Column
    devices: Column
    bar: Column

    def all(self) -> tuple[Column, ...]:
        """In reading order."""
        return (self.time, self.minutes, self.what, self.patient, self.team, self.devices)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The plan being set."""

    state: CalendarState
    plan: RoomsPlan
    columns: _Columns
    scale: HourScale


def rooms_section(state: CalendarState) -> Setting:
    """The plan of the state's first day, of the chosen rooms or all."""
    day = state.days[0]
    title = translate("print", "OP plan")
    subtitle = f"{dates.long_day(day)} · {dates.week_number(day)}"
    plan = rooms_plan(state)
    top = rows_top(_TABLE_HEAD)
    if plan is None:
        empty = Text(_PAPER.margin, _BASE, rooms_text.no_rooms(), faces.NAME)
        head = Head(title, subtitle, (state.practice.site.name,))
        return Section(head, TableHead(_TABLE_HEAD, ()), flow([Row(20, (empty,))], top, _PAPER.bottom))
    columns = _columns()
    first, last = plan.bounds
    made = _Plan(state, plan, columns, HourScale(columns.bar.left, columns.bar.room, first, last))
    yield
    rows = yield from in_turns(_rows(made))
    operations = sum(room.operations for room in plan.rooms)
    head = Head(title, subtitle, (state.practice.site.name, counted.operations(operations)))
    return Section(head, _table_head(made), flow([*rows, _legend(made)], top, _PAPER.bottom))


def _columns() -> _Columns:
    left = _PAPER.margin
    return _Columns(
        time=Column(left, left + 52, translate("print", "Time")),
        minutes=Column(left + 52, left + 76, translate("print", "Min"), is_number=True),
        what=Column(left + 84, left + 226, translate("print", "Procedure")),
        patient=Column(left + 236, left + 362, translate("print", "Patient")),
        team=Column(left + 372, left + 486, translate("print", "Team")),
        devices=Column(left + 496, left + 566, translate("print", "Devices")),
        bar=Column(left + 580, _PAPER.right - 6),
    )


def _table_head(made: _Plan) -> TableHead:
    marks: list[Mark] = [*titles(made.columns.all(), 11.7, faces.HEAD)]
    hours = (made.scale.last - made.scale.first) // 60
    for minute in made.scale.hours(1 if hours <= 9 else 2):
        instant = made.plan.scale.instant(minute)
        hour = dates.clock(made.state.zone, instant)[:2]
        marks.append(centred_text(made.scale.x(minute), 11.7, hour, faces.HEAD))
    marks.append(Fill(_PAPER.margin, 16.8, _PAPER.inner, 0.5))
    return TableHead(_TABLE_HEAD, tuple(marks))


def _rows(made: _Plan) -> Iterator[Row]:
    for room in made.plan.rooms:
        yield _room(made, room)
        again = _room(made, room, is_again=True)
        for bar in room.bars:
            yield replace(_operation(made, bar.entry, bar), again=again)
        if not room.bars:
            free = translate("print", "Nothing planned.")
            text = Text(made.columns.what.left, _BASE, free, faces.SMALL, _GREY)
            yield Row(20.0, (text, Fill(_PAPER.margin, 19.5, _PAPER.inner, 0.5, _HAIR)))
    if made.plan.waiting:
        heading = Text(_PAPER.margin, 20.0, rooms_text.waiting_title(), _ROOM)
        line = Fill(_PAPER.margin, 27.0, _PAPER.inner, 0.8)
        yield Row(27.8, (heading, line), stays_with_next=True)
        for entry in made.plan.waiting:
            yield _operation(made, entry, None)


def _room(made: _Plan, room: Room, *, is_again: bool = False) -> Row:
    state, plan = made.state, made.plan
    about = [rooms_text.operations_text(room)] if room.operations else []
    if room.ends is not None:
        about.append(rooms_text.end_text(room, plan, state))
    about.append(rooms_text.closing_text(room, plan, state))
    about += [one_line(notice.title) for notice in room.ground.notices]
    about += _kept(made, room)
    about += _taken(made, room)
    said = " · ".join(each for each in about if each)
    if is_again:
        said = translate("print", "continued")
    name = fitted(one_line(room.name), _ROOM, _PAPER.inner * 0.5)
    left = _PAPER.margin + width(name, _ROOM) + 10.0
    marks: list[Mark] = [
        Text(_PAPER.margin, 20.0, name, _ROOM),
        Text(left, 20.0, fitted(said, faces.SMALL, _PAPER.right - left), faces.SMALL, _GREY),
        Fill(_PAPER.margin, 27.0, _PAPER.inner, 0.8),
    ]
    return Row(27.8, tuple(marks), stays_with_next=True)


def _kept(made: _Plan, room: Room) -> Iterator[str]:
    """``13:00–15:00 freigehalten: Notfall``: the same time as the screen frames."""
    zone, scale = made.state.zone, made.plan.scale
    for stretch in room.ground.stretches:
        if stretch.ground is Ground.RESERVED:
            start, end = (dates.clock(zone, scale.instant(each)) for each in (stretch.start, stretch.end))
            text = translate("print", "{start}–{end} kept: {name}")
            yield text.format(start=start, end=end, name=one_line(stretch.label))


def _taken(made: _Plan, room: Room) -> Iterator[str]:
    """``08:00–10:30 belegt durch einen anderen Standort``."""
    zone = made.state.zone
    for start, end in room.ground.unseen:
        text = translate("print", "{start}–{end} taken by another site")
        yield text.format(start=dates.clock(zone, start), end=dates.clock(zone, end))


def _operation(made: _Plan, entry: Entry, bar: Bar | None) -> Row:
    state, columns = made.state, made.columns
    start, end = dates.clock(state.zone, entry.starts_at), dates.clock(state.zone, entry.ends_at)
    marks: list[Mark] = [*in_a_row(_PAPER.margin, _BASE, [(start, faces.STRONG), (f"–{end}", faces.NAME)])]
    length = str((entry.ends_at - entry.starts_at) // MINUTE)
    marks.append(right_text(columns.minutes.right, _BASE, length, faces.NAME))
    is_blocked = entry.kind is EntryKind.BLOCKOUT
    what_face = faces.NAME if is_blocked else faces.STRONG
    what = wrapped_in(columns.what, rooms_text.title(entry, state), what_face, 2)
    marks += lines_in(columns.what, _BASE, what, what_face)
    said = [one_line(each) for each in (entry.note, entry.override_reason) if each]
    if not entry.status.occupies:
        said.insert(0, words.status_name(entry.status))
    notes = wrapped_in(columns.what, " · ".join(said), faces.SMALL, 3)
    marks += lines_in(columns.what, _BASE + len(what) * LINE, notes, faces.SMALL)
    taken = len(what) + len(notes)
    if entry.patient is not None:
        name, lines = person(columns.patient, _BASE, entry.patient, faces.STRONG)
        marks += name
        about = fitted(_about(entry, state), faces.SMALL, columns.patient.room)
        marks.append(Text(columns.patient.left, _BASE + lines * LINE, about, faces.SMALL))
        taken = max(taken, lines + 1)
    team = list(_team(made, entry))
    marks += [Text(columns.team.left, _BASE + n * LINE, line, faces.SMALL) for n, line in enumerate(team)]
    devices = wrapped_in(columns.devices, rooms_text.devices(entry, state), faces.SMALL, 4)
    marks += lines_in(columns.devices, _BASE, devices, faces.SMALL)
    taken = max(taken, len(team), len(devices), 2 if entry.phases is not None else 1)
    height = 19.2 + (taken - 1) * LINE
    marks += _bar(made, entry, bar)
    marks.append(Fill(_PAPER.margin, height - 0.5, _PAPER.inner, 0.5, _HAIR))
    return Row(height, tuple(marks), entry.id)


def _bar(made: _Plan, entry: Entry, bar: Bar | None) -> Iterator[Mark]:
    for minute in made.scale.hours(1):
        yield Fill(made.scale.x(minute), 0.0, 0.4, 16.0, _FAINT)
    if bar is not None:
        yield from phase_bar(made.scale, bar, 5.4)
    if entry.phases is not None:
        lengths = [str(minutes) for minutes in entry.phases.by_phase().values()]
        text = translate("print", "{phases} min").format(phases=" + ".join(lengths))
        yield Text(made.columns.bar.left, _BASE + LINE + 1.6, text, faces.SMALL, _GREY)


def _about(entry: Entry, state: CalendarState) -> str:
    """``28.02.2003 · 23 m · P-1001``."""
    patient = entry.patient
    if patient is None:
        return ""
    parts = [one_line(patient.number)]
    if patient.birth_date is not None:
        age = dates.age(patient.birth_date, state.zone.day_of(entry.starts_at))
        letter = words.sex_letter(patient.sex)
        born = dates.birth_date(patient.birth_date)
        parts = [born, f"{age} {letter}".strip() if age >= 0 else letter, *parts]
    return " · ".join(part for part in parts if part)


def _team(made: _Plan, entry: Entry) -> Iterator[str]:
    """``Op Dr. Yıldız``: one line a role, six at most."""
    lines: list[str] = []
    actors = made.state.practice.actors
    for role in _TEAM:
        names = dict.fromkeys(
            words.short_actor_name(made.state.practice, part.actor)
            for part in entry.allocations
            if part.role is role and part.actor in actors
        )
        if names:
            line = f"{rooms_text.role_short(role)} {', '.join(names)}".strip()
            lines += wrapped_in(made.columns.team, line, faces.SMALL, 2)
    yield from lines[:6]


def _legend(made: _Plan) -> Row:
    """What the patterns mean."""
    marks: list[Mark] = []
    left = _PAPER.margin
    for phase in Phase:
        marks += pattern(phase, left, 13.0, 16.0)
        marks.append(Box(left, 13.0, 16.0, HEIGHT, 0.0, 0.6))
        name = rooms_text.phase_name(phase)
        marks.append(Text(left + 21.0, 19.8, name, faces.SMALL))
        left += 21.0 + width(name, faces.SMALL) + 19.0
    if any(room.operations for room in made.plan.rooms):
        hint = translate("print", "Minutes in this order.")
        marks.append(Text(left, 19.8, hint, faces.SMALL, _GREY))
    return Row(30.0, tuple(marks))
