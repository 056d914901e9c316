"""What stands on a line of what was found, in pieces with what was typed marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.found import Mark, Part, PatientHit
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import Colour, Role, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.status_icons import STATUS_ICONS
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

_DAY = 86400


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, and which characters of it were typed."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line: four columns, the last at the right end."""

    name: Piece
    below: Piece = field(default_factory=lambda: Piece(""))
    second: Piece = field(default_factory=lambda: Piece(""))
    third: Piece = field(default_factory=lambda: Piece(""))
    last: str = ""
    below_last: str = ""
    sign: Icon | None = None
    """Before the last column."""
    colour: Colour | None = None
    """Of the edge of an entry's type."""
    is_faded: bool = False
    """It is over, or does not stand any more."""

    @property
    def spoken(self) -> str:
        """For screen readers."""
        parts = (
            self.name.text,
            self.below.text,
            self.second.text,
            self.third.text,
            self.last,
            self.below_last,
        )
        return ", ".join(each for each in parts if each)


def patient_line(practice: Practice, zone: Zone, hit: PatientHit, now: int) -> FoundLine:
    """``Kaya, Ayşegül · P-0877 · 02.03.1984 · 42 w · 0176 5550 442 · Do 26. 10:20 Dr. Lindqvist``."""
    patient = hit.patient
    today = zone.day_of(now)
    born = Piece("")
    if patient.birth_date is not None:
        written = dates.birth_date(patient.birth_date)
        age = f"{dates.age(patient.birth_date, today)} {words.sex_letter(patient.sex)}".rstrip()
        parts = {mark.part for mark in hit.marks}
        bold = []
        if Part.BIRTH_DAY in parts:
            bold.append((0, len(written) - 5))
        if Part.BIRTH_YEAR in parts:
            bold.append((len(written) - 4, len(written)))
        born = Piece(f"{written} · {age}", tuple(bold))
    return FoundLine(
        name_piece(patient.family, patient.given, hit.marks),
        _whole(patient.number, hit.marks, Part.NUMBER),
        born,
        _whole(patient.phone, hit.marks, Part.PHONE),
        next_text(practice, zone, hit.next, hit.waiting_since, now),
    )


def entry_line(
    practice: Practice, zone: Zone, entry: Entry, now: int, marks: Sequence[Mark] = (), *, named: bool = True
) -> FoundLine:
    """``Heute 08:35 · Kaya, Deniz · Kontrolle · Dr. Weber · Erledigt``; without its patient on their card."""
    service = practice.service(entry.type, entry.procedure)
    when = Piece(
        f"{day_text(zone.day_of(entry.starts_at), zone.day_of(now))} {dates.clock(zone, entry.starts_at)}"
    )
    who = first_actor(practice, entry)
    what = words.service_name(practice, entry)
    if named:
        name = (
            name_piece(entry.patient.family, entry.patient.given, marks)
            if entry.patient is not None
            else Piece(words.entry_name(practice, entry))
        )
        second, third = name, Piece(" · ".join(part for part in (what, who) if part))
    else:
        second, third = Piece(what), Piece(who)
    return FoundLine(
        when,
        second=second,
        third=third,
        last=words.status_name(entry.status),
        sign=None if entry.status is Status.BOOKED else STATUS_ICONS[entry.status],
        colour=service.colour if service is not None else None,
        is_faded=entry.ends_at <= now or entry.status in (Status.CANCELLED, Status.ENTERED_IN_ERROR),
    )


def first_actor(practice: Practice, entry: Entry) -> str:
    """Whom an entry is known by: ``Dr. Weber``."""
    first = next((each for each in entry.allocations if each.role is not Role.PATIENT), None)
    return words.short_actor_name(practice, first.actor) if first is not None else ""


def next_text(practice: Practice, zone: Zone, entry: Entry | None, waiting: int | None, now: int) -> str:
    """``Do 26. 10:20 Dr. Lindqvist``, ``kein Termin`` or ``Warteliste seit 6 Tagen``."""
    if entry is not None:
        day, today = zone.day_of(entry.starts_at), zone.day_of(now)
        near = (day.year, day.month) == (today.year, today.month)
        when = translate("search", "today") if day == today else dates.tiny_day(day) if near else ""
        when = when or day_text(day, today)
        return f"{when} {dates.clock(zone, entry.starts_at)} {first_actor(practice, entry)}".rstrip()
    if waiting is not None:
        return counted.waiting_days(max(0, now - waiting) // _DAY)
    return translate("search", "no appointment")


def day_text(day: date, today: date) -> str:
    """``Heute``, ``Do 26. Nov.``, or with its year where that is another one."""
    text = dates.relative_day(day, today)
    return text if day.year == today.year else f"{text} {day.year}"


def name_piece(family: str, given: str, marks: Iterable[Mark]) -> Piece:
    """``Kaya, Ayşegül``."""
    text = ", ".join(part for part in (family, given) if part)
    shift = len(family) + 2 if family else 0
    bold = []
    for mark in marks:
        if mark.part is Part.FAMILY:
            bold.append((mark.start, mark.end))
        elif mark.part is Part.GIVEN:
            bold.append((mark.start + shift, mark.end + shift))
    return Piece(text, tuple(sorted(bold)))


def _whole(text: str, marks: Iterable[Mark], part: Part) -> Piece:
    return Piece(text, ((0, len(text)),) if any(mark.part is part for mark in marks) else ())
