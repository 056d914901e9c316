"""The facts about an entry as pairs of name and value: what the details panel lists."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.hours import background
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import Colour, EntryKind, Role, Status
from praxidesk.engine.waiting_room import Presence, waits
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.waiting import waiting_words
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: ``Behandler   Dr. Weber``."""

    name: str
    value: str
    strong: str = ""
    """Stands before the value, in bold."""
    colour: Colour | None = None
    """A swatch before the value."""


def patient_line(patient: PatientOnEntry, zone: Zone, now: int) -> str:
    """``29.02.1984 · 42 Jahre · P-1001``."""
    parts = []
    if patient.birth_date is not None:
        years = dates.age(patient.birth_date, zone.day_of(now))
        parts += [dates.birth_date(patient.birth_date), counted.years(years)]
    return " · ".join([*parts, patient.number])


def facts(
    practice: Practice, zone: Zone, entry: Entry, place: tuple[int, int] | None, now: int
) -> tuple[Fact, ...]:
    """What, when, and who, in this order; people of one role share a line. The day, where it is not today.

    :param place: which one of how many it is in its series, once that is known
    """
    service = practice.service(entry.type, entry.procedure)
    found = []
    if service is not None:
        name = translate("facts", "Procedure") if entry.procedure is not None else translate("facts", "Type")
        found.append(Fact(name, service.name, colour=service.colour))
    else:
        found.append(Fact(translate("facts", "Kind"), words.kind_name(entry.kind)))
    length = words.minutes_text((entry.ends_at - entry.starts_at) // 60)
    day = zone.day_of(entry.starts_at)
    if day != zone.day_of(now):
        found.append(Fact(translate("facts", "Day"), dates.short_day(day)))
    found.append(Fact(translate("facts", "Time"), f"· {length}", dates.time_range(zone, entry.span)))
    people: dict[Role, dict[str, None]] = {}
    for each in entry.allocations:
        if each.role is not Role.PATIENT:
            people.setdefault(each.role, {})[words.actor_name(practice, each.actor)] = None
    for role in Role:
        if role in people:
            found.append(Fact(words.role_name(role), ", ".join(people[role])))
    if entry.series is not None:
        is_combined = entry.series_day is None
        bond = translate("facts", "Combined") if is_combined else translate("facts", "Series")
        found.append(Fact(bond, _bound(entry, place)))
    found += absence_facts(practice, zone, entry)
    if entry.override_reason:
        found.append(Fact(translate("facts", "Overridden"), entry.override_reason))
    if entry.reason and entry.kind is not EntryKind.BLOCKOUT:
        found.append(Fact(translate("facts", "Reason"), entry.reason))
    return tuple(found)


def absence_facts(practice: Practice, zone: Zone, entry: Entry) -> list[Fact]:
    """``Abwesend   Dr. Weber (Krank)``: whom of an entry that stands something keeps away then."""
    if not entry.status.occupies:
        return []
    said: dict[str, None] = {}
    for part in entry.allocations:
        if part.role is Role.PATIENT:
            continue
        for away, reason in background(practice, zone, part.actor, part.span).absences:
            if away.overlaps(part.span):
                name = words.short_actor_name(practice, part.actor)
                said[f"{name} ({one_line(reason)})" if reason.strip() else name] = None
    return [Fact(translate("facts", "Absent"), ", ".join(said))] if said else []


def wait_facts(entry: Entry, presence: Presence, now: int) -> tuple[Fact, ...]:
    """``Wartet   19 min · noch etwa 8 min``, of who is in the waiting room."""
    if entry.status is not Status.ARRIVED or presence.arrived_at is None:
        return ()
    wait = waits(entry, presence, now)
    name, length = translate("facts", "Waits"), words.minutes_text(wait.minutes)
    return (Fact(name, f"· {waiting_words.wait_fact(wait)}", length),)


def _bound(entry: Entry, place: tuple[int, int] | None) -> str:
    """``3 von 12``, or what binds it to others."""
    if place is None:
        return words.series_name(entry)
    if entry.series_day is None:
        return translate("facts", "part {number} of {count}").format(number=place[0], count=place[1])
    return translate("facts", "{number} of {count}").format(number=place[0], count=place[1])
