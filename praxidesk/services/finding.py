"""Everything found for what somebody types, counted exactly, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.found import EntriesPage, Fit, Found, PatientHit, PatientsPage
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models import queries
from praxidesk.models.found_entries import entries_page
from praxidesk.models.found_patients import (
    asked_words,
    next_entries,
    patients_page,
    shape_of,
    waiting_since,
)
from praxidesk.models.name_sounds import KnownNames
from praxidesk.models.typed_words import TypedWord, typed_words
from praxidesk.services.desk import Desk
from praxidesk.services.search_marks import marks, name_marks
from praxidesk.services.search_words import TITLES, meanings

ENTRIES_FROM = 2
"""Letters or digits of the longest word: one alone fits half of all entries, and is no search for them."""

_NOBODY = PatientsPage(0, 0, ())
_NOTHING = EntriesPage(0, 0, ())


@dataclass(frozen=True, slots=True)
class _Typed:
    words: tuple[TypedWord, ...]
    names: KnownNames
    asked: dict[str, Any]


def find_everything(desk: Desk, text: str, now: int) -> Found:
    """The first page of patients and of entries: seven statements; one more where patients are new."""
    with desk.store.read() as connection:
        typed = _typed(desk, connection, text, now)
        if typed is None:
            return Found(now, _NOBODY, _NOTHING if text.strip() else None)
        people = patients_page(connection, typed.words, typed.asked, 0)
        entries = _entry_ids(desk, connection, typed, now, 0)
        return _together(desk, connection, typed, now, people, entries)


def more_patients(desk: Desk, text: str, at: int, offset: int) -> PatientsPage:
    """The patients from ``offset`` on: six statements."""
    with desk.store.read() as connection:
        typed = _typed(desk, connection, text, at)
        if typed is None:
            return _NOBODY
        people = patients_page(connection, typed.words, typed.asked, offset)
        return _together(desk, connection, typed, at, people, None).patients


def more_entries(desk: Desk, text: str, at: int, offset: int) -> EntriesPage:
    """The entries from ``offset`` on: four statements."""
    with desk.store.read() as connection:
        typed = _typed(desk, connection, text, at)
        found = _entry_ids(desk, connection, typed, at, offset) if typed is not None else None
        if typed is None or found is None:
            return _NOTHING
        known = {each.id: each for each in queries.entries_by_id(connection, found[2])}
        return _entries(typed, found, known)


def _typed(desk: Desk, connection: Connection, text: str, now: int) -> _Typed | None:
    words = typed_words(text, desk.zone.day_of(now))
    if not words:
        return None
    names = desk.sounds.refresh(connection)
    return _Typed(words, names, asked_words(words, names))


_Counted = tuple[int, int, tuple[EntryId, ...]]


def _entry_ids(desk: Desk, connection: Connection, typed: _Typed, now: int, offset: int) -> _Counted | None:
    """The page of entries; ``None`` where too little was typed."""
    words = [word for word in typed.words if word.text not in TITLES]
    if not words or max(len(word.text) for word in words) < ENTRIES_FROM:
        return None
    today = desk.zone.day_of(now)
    meant = [meanings(desk.practice, desk.zone, word, today) for word in words]
    shapes = zip(shape_of(words), meant, strict=True)
    asked = asked_words(words, typed.names)
    return entries_page(connection, list(shapes), asked, now, offset)


def _together(  # noqa: PLR0917 - what was found, and what it was found for
    desk: Desk,
    connection: Connection,
    typed: _Typed,
    now: int,
    people: tuple[int, int, tuple[tuple[PatientOnEntry, Fit], ...]],
    entries: _Counted | None,
) -> Found:
    """Pages of what was found, with everything that stands on their lines."""
    total, whole, found = people
    ids = [each.id for each, _ in found]
    today = desk.zone.day(desk.zone.day_of(now)).start
    coming = next_entries(connection, ids, today, now)
    waiting = waiting_since(connection, ids)
    wanted = {*coming.values(), *(entries[2] if entries is not None else ())}
    known = {each.id: each for each in queries.entries_by_id(connection, wanted)}
    hits = tuple(
        PatientHit(
            who,
            fit,
            marks(who, typed.words, typed.names),
            known.get(coming[who.id]) if who.id in coming else None,
            waiting.get(who.id),
        )
        for who, fit in found
    )
    page = _entries(typed, entries, known) if entries is not None else None
    return Found(now, PatientsPage(total, whole, hits), page)


def _entries(typed: _Typed, found: _Counted, known: dict[EntryId, Entry]) -> EntriesPage:
    total, coming, ids = found
    shown = tuple(known[id_] for id_ in ids if id_ in known)
    return EntriesPage(total, coming, shown, _name_marks(typed, shown))


def _name_marks(typed: _Typed, entries: Sequence[Entry]) -> tuple[Any, ...]:
    return tuple(
        name_marks(each.patient, typed.words, typed.names) if each.patient is not None else ()
        for each in entries
    )
