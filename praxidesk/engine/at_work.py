"""Which desk has what open: entries, a patient's data, a page of the settings. Kept for moments.

It is told from desk to desk and promises nothing: it locks nothing, and the commit decides as ever. What is
told holds ids and the desk's own name, never anything about a patient. Who it was that told it, the receiver
learns from the store and not from the words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from praxidesk.engine.vocabulary import ActorId, EntryId

AGAIN_SECONDS = 8.0
"""So often a desk that goes on editing says so again."""
EXPIRY_SECONDS = 20.0
"""A desk that was not heard for so long has ended, or is cut off."""
MOST_ENTRIES = 8
"""So many are told of at most: enough for those moved together."""
LONGEST_DESK = 40
MOST_DESKS = 200
"""More than one practice has: whoever floods the others is forgotten first."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What one desk says of itself."""

    token: str
    """Of the running program: 16 hexadecimal digits, so that two desks of one name are two."""
    desk: str
    """What the desk is called."""
    entries: tuple[EntryId, ...] = ()
    """What is open there; with no record either: nothing any more."""
    record: str = ""
    """Of what is no entry; as ``patient_record``, ``absence_record`` or ``settings_page`` name it."""

    @property
    def is_open(self) -> bool:
        """Whether anything is."""
        return bool(self.entries or self.record)

    def as_text(self) -> str:
        """One line, as it is told."""
        ids = ",".join(str(each) for each in self.entries[:MOST_ENTRIES])
        return f"{self.token} {ids or self.record or '-'} {shown_desk(self.desk)}"


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who has something open at another desk."""

    entry: EntryId | None
    """``None``: a record that is no entry."""
    desk: str
    login: str
    """As the store knows it; empty where it knows nobody."""
    record: str = ""


def patient_record(patient: ActorId) -> str:
    """What is known about a patient."""
    return f"{_PATIENT}{patient}"


def absence_record(actor: ActorId) -> str:
    """An absence that is being entered for somebody or something."""
    return f"{_ABSENCE}{actor}"


def settings_page(page: str) -> str:
    """A page of the settings, by its name: small letters and underscores."""
    return f"{_PAGE}{page}"


def is_of_patient(record: str) -> bool:
    """Whether it is a patient's data."""
    return record.startswith(_PATIENT)


def is_absence(record: str) -> bool:
    """Whether it is an absence."""
    return record.startswith(_ABSENCE)


_PATIENT, _ABSENCE, _PAGE = "p", "a", "s."


def announced(text: str) -> Announcement | None:
    """What a line says; ``None`` where it is none of ours: anybody may tell anything."""
    found = _LINE.fullmatch(text)
    if found is None:
        return None
    what, desk = found[2], shown_desk(found[3])
    if not what[0].isdigit():
        return Announcement(found[1], desk, record=what.strip("-"))
    return Announcement(found[1], desk, tuple(EntryId(int(each)) for each in what.split(",")))


def shown_desk(name: str) -> str:
    """One short line of printable characters."""
    shown = "".join(each if each.isprintable() else " " for each in name)
    return " ".join(shown.split())[:LONGEST_DESK].rstrip() or "?"


class Roster:
    """Who was heard lately. Times are seconds of any clock that only runs forward."""

    def __init__(self) -> None:
        self._heard: dict[tuple[str, str], tuple[Announcement, float]] = {}

    def note(self, login: str, announcement: Announcement, at: float) -> None:
        """A desk has spoken; what it said before counts no longer. Nobody speaks for another login."""
        key = login, announcement.token
        self._heard.pop(key, None)
        if announcement.is_open:
            self._heard[key] = announcement, at
        while len(self._heard) > MOST_DESKS:
            del self._heard[next(iter(self._heard))]

    def editors(self, at: float) -> tuple[Editor, ...]:
        """Everybody who was heard within the time of expiry, each once, in a steady order."""
        for key, (_, heard) in list(self._heard.items()):
            if at - heard > EXPIRY_SECONDS:
                del self._heard[key]
        found = {
            Editor(entry, announcement.desk, login, announcement.record)
            for (login, _), (announcement, _) in self._heard.items()
            for entry in announcement.entries or (None,)
        }
        return tuple(sorted(found, key=lambda each: (each.entry or 0, each.record, each.desk, each.login)))


def of_entry(editors: Iterable[Editor], entry: EntryId) -> tuple[Editor, ...]:
    """Those who have this one open."""
    return tuple(each for each in editors if each.entry == entry)


def of_record(editors: Iterable[Editor], record: str) -> tuple[Editor, ...]:
    """Those who have this one open."""
    return tuple(each for each in editors if record and each.record == record)


_LINE = re.compile(
    r"([0-9a-f]{16}) (-|[pa]\d{1,18}|s\.[a-z_]{1,30}|\d{1,18}(?:,\d{1,18}){0,7}) (.{1,40})", re.ASCII
)
