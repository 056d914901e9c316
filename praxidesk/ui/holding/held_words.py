"""Parked and waiting entries in two lines each."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Role
from praxidesk.engine.waiting import Waiting
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate


def who(practice: Practice, zone: Zone, entry: Entry, now: int) -> str:
    """``Voigt, Helga 86``."""
    name = one_line(words.entry_name(practice, entry))
    age = _age(entry.patient, zone, now) if entry.patient is not None else ""
    return f"{name} {age}".strip()


def parked_about(practice: Practice, entry: Entry) -> str:
    """``Verbandwechsel · Fr. Nowak, 15 min``."""
    minutes = (entry.ends_at - entry.starts_at) // MINUTE
    return translate("held", "{what} · {who}, {minutes} min").format(
        what=one_line(words.service_name(practice, entry)), who=_with_whom(practice, entry), minutes=minutes
    )


def parked_hint(zone: Zone, entry: Entry) -> str:
    """That nothing is lost."""
    when = f"{dates.short_day(zone.day_of(entry.starts_at))} {dates.clock(zone, entry.starts_at)}"
    return translate("held", "keeps {when} until it is placed").format(when=when)


def parked_when(zone: Zone, entry: Entry, now: int) -> str:
    """``15:20``; with the day, where that is another."""
    clock = dates.clock(zone, entry.starts_at)
    day = zone.day_of(entry.starts_at)
    return clock if day == zone.day_of(now) else f"{dates.tiny_day(day)} {clock}"


def waiting_about(practice: Practice, zone: Zone, waiting: Waiting) -> str:
    """``Dr. Weber · Mo 23. Nov. 10:30``; what is noted says more than the time."""
    entry = waiting.entry
    wish = one_line(entry.note) if entry.note.strip() else dates.when(zone, entry.span)
    return f"{_with_whom(practice, entry)} · {wish}"


def fits(zone: Zone, freed: Entry, now: int) -> str:
    """``passt 14:15``: the place that became free is one for them."""
    return translate("held", "fits {when}").format(when=parked_when(zone, freed, now))


def waiting_since(zone: Zone, waiting: Waiting, now: int) -> str:
    """``seit 9 Tagen``."""
    days = (zone.day_of(now) - zone.day_of(waiting.since)).days
    return counted.days_waiting(days) if days > 0 else translate("held", "since today")


def _with_whom(practice: Practice, entry: Entry) -> str:
    first = next((each for each in entry.allocations if each.role is not Role.PATIENT), None)
    return one_line(words.short_actor_name(practice, first.actor)) if first else practice.site.name


def _age(patient: PatientOnEntry, zone: Zone, now: int) -> str:
    if patient.birth_date is None:
        return ""
    today, born = zone.day_of(now), patient.birth_date
    return str(today.year - born.year - ((today.month, today.day) < (born.month, born.day)))
