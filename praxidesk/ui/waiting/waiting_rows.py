"""The rows of the waiting room as values: what is written in each, and how long its bar is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Colour, EntryId
from praxidesk.engine.waiting_room import Treated, WaitingRoom, Waits
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.waiting import waiting_words
from praxidesk.ui.wording import dates, words

LEAST_SCALE, MOST_SCALE = 30, 90
"""Minutes that the whole of a bar stands for, at least and at most: the same in all rows."""


class RowKind(Enum):
    """What a row is."""

    EMPTY = "empty"
    """Says that nobody waits."""
    WAITING = "waiting"
    HEADING = "heading"
    TREATED = "treated"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One line of the list."""

    kind: RowKind
    name: str
    """Family name; of a heading or an empty list its words."""
    entry: EntryId | None = None
    """``None`` where nothing can be chosen."""
    given: str = ""
    age: str = ""
    about: str = ""
    """Type and practitioner; room and practitioner of who is in treatment."""
    colour: Colour | None = None
    time: str = ""
    """At the right: the time agreed on, or since when."""
    minutes: str = ""
    since: str = ""
    remark: str = ""
    is_over: bool = False
    filled: float = 0.0
    """Share of the bar: how long it has been."""
    agreed: float | None = None
    """Share of the bar at which the time agreed on stands; ``None`` where that is not known."""
    spoken: str = ""


def empty_row(title: str, hint: str) -> WaitingRow:
    """In place of those who wait."""
    return WaitingRow(RowKind.EMPTY, title, about=hint, spoken=f"{title}. {hint}")


def waiting_rows(practice: Practice, zone: Zone, room: WaitingRoom, key: str) -> tuple[WaitingRow, ...]:
    """All rows, in their order; ``key`` is the one that says that somebody has arrived."""
    return tuple(_rows(practice, zone, room, key))


def _rows(practice: Practice, zone: Zone, room: WaitingRoom, key: str) -> Iterator[WaitingRow]:
    if not room.waiting:
        yield empty_row(waiting_words.nobody(), waiting_words.nobody_hint(key))
    scale = _scale(room)
    for each in room.waiting:
        yield _waiting(practice, zone, each, scale)
    if room.treated:
        yield _heading(waiting_words.in_treatment(), len(room.treated))
        for inside in room.treated:
            yield _treated(practice, zone, inside)
    if room.missed:
        yield _heading(waiting_words.did_not_come(), len(room.missed))
        for gone in room.missed:
            yield _missed(practice, zone, gone)


def _scale(room: WaitingRoom) -> int:
    longest = max((each.minutes for each in room.waiting), default=0)
    return min(MOST_SCALE, max(LEAST_SCALE, longest))


def _heading(title: str, count: int) -> WaitingRow:
    return WaitingRow(RowKind.HEADING, title, about=str(count), spoken=f"{title}: {count}")


def _waiting(practice: Practice, zone: Zone, waits: Waits, scale: int) -> WaitingRow:
    entry = waits.entry
    family, given = _names(entry)
    service = one_line(words.service_name(practice, entry))
    known = practice.service(entry.type, entry.procedure)
    is_known = waits.since is not None
    agreed = (entry.starts_at - waits.since) / MINUTE / scale if waits.since is not None else None
    row = WaitingRow(
        RowKind.WAITING,
        family,
        entry.id,
        given,
        _age(zone, entry),
        waiting_words.joined(service, waiting_words.whom(practice, entry)),
        known.colour if known is not None else Colour.SLATE,
        dates.clock(zone, entry.starts_at),
        str(waits.minutes) if is_known else "",
        waiting_words.there_since(zone, waits.since) if waits.since is not None else "",
        waiting_words.remark(practice, zone, waits),
        waits.over_minutes > 0,
        min(1.0, waits.minutes / scale),
        min(1.0, max(0.0, agreed)) if agreed is not None else None,
    )
    return _spoken(row, words.minutes_text(waits.minutes) if is_known else "")


def _treated(practice: Practice, zone: Zone, treated: Treated) -> WaitingRow:
    family, given = _names(treated.entry)
    row = WaitingRow(
        RowKind.TREATED,
        family,
        treated.entry.id,
        given,
        about=waiting_words.where(practice, treated.entry),
        time=waiting_words.since(zone, treated.since),
    )
    return _spoken(row)


def _missed(practice: Practice, zone: Zone, entry: Entry) -> WaitingRow:
    family, given = _names(entry)
    row = WaitingRow(
        RowKind.MISSED,
        family,
        entry.id,
        given,
        about=waiting_words.whom(practice, entry),
        time=dates.clock(zone, entry.starts_at),
    )
    return _spoken(row)


def _spoken(row: WaitingRow, minutes: str = "") -> WaitingRow:
    name = ", ".join(part for part in (row.name, row.given) if part)
    parts = (f"{name}{row.age}", row.time, row.about, minutes, row.since, row.remark)
    return replace(row, spoken=", ".join(part for part in parts if part))


def _names(entry: Entry) -> tuple[str, str]:
    patient = entry.patient
    if patient is None:
        return "", ""
    family, given = one_line(patient.family), one_line(patient.given)
    return family or given, given if family else ""


def _age(zone: Zone, entry: Entry) -> str:
    born = entry.patient.birth_date if entry.patient is not None else None
    if born is None:
        return ""
    years = dates.age(born, zone.day_of(entry.starts_at))
    return f" {years}" if years >= 0 else ""
