"""Everything found for what somebody types, counted exactly, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select

from praxidesk.engine.entries import Entry
from praxidesk.engine.found import EntriesPage, Fit, Found, PatientHit, PatientsPage
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models import queries
from praxidesk.models.entry_queries import patient_on_entry
from praxidesk.models.found_entries import Meanings, counted_entries, entries_of_words, page_from
from praxidesk.models.found_patients import STAMP, WordShape, asked_words, shape_of, told_page
from praxidesk.models.joint_rows import JointStatement, fetch_jointly
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
    entry_words: tuple[tuple[int, WordShape, Meanings], ...]
    """Of those that entries are found by the place, the form and what else they mean; none: too little."""


_Rows = Sequence[Sequence[Any]]


def find_everything(desk: Desk, text: str, now: int) -> Found:
    """The first page of patients and of entries: two statements; two more where patients are new."""
    typed = _typed(desk, text, now)
    if typed is None:
        return Found(now, _NOBODY, _NOTHING if text.strip() else None)
    with desk.store.read() as connection:
        names, people, entries = _asked(desk, connection, typed, now, 0, people=True, entries=True)
        return _together(connection, typed, names, now, people, entries)


def more_patients(desk: Desk, text: str, at: int, offset: int) -> PatientsPage:
    """The patients from ``offset`` on: as many statements."""
    typed = _typed(desk, text, at)
    if typed is None:
        return _NOBODY
    with desk.store.read() as connection:
        names, people, _ = _asked(desk, connection, typed, at, offset, people=True)
        return _together(connection, typed, names, at, people, None).patients


def more_entries(desk: Desk, text: str, at: int, offset: int) -> EntriesPage:
    """The entries from ``offset`` on: as many statements."""
    typed = _typed(desk, text, at)
    if typed is None or not typed.entry_words:
        return _NOTHING
    with desk.store.read() as connection:
        names, _, rows = _asked(desk, connection, typed, at, offset, entries=True)
        found = counted_entries(rows or ())
        known = {each.id: each for each in queries.few_entries(connection, found[2])}
        return _entries(typed, names, found, known)


def _typed(desk: Desk, text: str, now: int) -> _Typed | None:
    today = desk.zone.day_of(now)
    words = typed_words(text, today)
    if not words:
        return None
    of_entries = [(place, word) for place, word in enumerate(words) if word.text not in TITLES]
    if max((len(word.text) for _, word in of_entries), default=0) < ENTRIES_FROM:
        of_entries = []
    shapes = shape_of(words)
    meant = (
        (place, shapes[place], meanings(desk.practice, desk.zone, word, today)) for place, word in of_entries
    )
    return _Typed(tuple(words), tuple(meant))


def _asked(
    desk: Desk,
    connection: Connection,
    typed: _Typed,
    now: int,
    offset: int,
    *,
    people: bool = False,
    entries: bool = False,
) -> tuple[KnownNames, _Rows, _Rows | None]:
    """The pages in one statement, with the names as they are now; in two more where those are others."""
    of_entries, given = (None, dict[str, Any]())
    if entries and typed.entry_words:
        of_entries, given = entries_of_words(typed.entry_words)
    today = desk.zone.day(desk.zone.day_of(now)).start
    given |= {"now": now, "today": today, "parted": today, **page_from(offset)}
    statement = _statement(shape_of(typed.words) if people else (), of_entries)
    names = desk.sounds.names
    while True:
        asked = {**given, **asked_words(typed.words, names), "since": desk.sounds.since}
        (stamp,), *pages = fetch_jointly(connection, statement, asked)
        if desk.sounds.are_of(stamp):
            return names, pages[0] if people else (), pages[-1] if of_entries is not None else None
        names = desk.sounds.refresh(connection)


@lru_cache(maxsize=512)
def _statement(people: tuple[WordShape, ...], entries: Select[Any] | None) -> JointStatement:
    parts = [told_page(people)] if people else []
    return JointStatement.of(STAMP, *parts, *([entries] if entries is not None else []))


_Counted = tuple[int, int, tuple[EntryId, ...]]


def _together(  # noqa: PLR0917 - what was found, and what it was found for
    connection: Connection, typed: _Typed, names: KnownNames, now: int, people: _Rows, entries: _Rows | None
) -> Found:
    """Pages of what was found, with everything that stands on their lines."""
    total, whole = (people[0][0], people[0][1]) if people else (0, 0)
    counted = counted_entries(entries) if entries is not None else None
    coming = {EntryId(row[-2]) for row in people if row[-2] is not None}
    wanted = coming.union(counted[2] if counted is not None else ())
    known = {each.id: each for each in queries.few_entries(connection, wanted)}
    hits = []
    for _, _, fit, *columns, following, waiting in people:
        who = patient_on_entry(*columns)
        hits.append(PatientHit(who, Fit(fit), marks(who, typed.words, names), known.get(following), waiting))
    page = _entries(typed, names, counted, known) if counted is not None else None
    return Found(now, PatientsPage(total, whole, tuple(hits)), page)


def _entries(typed: _Typed, names: KnownNames, found: _Counted, known: dict[EntryId, Entry]) -> EntriesPage:
    total, coming, ids = found
    shown = tuple(known[id_] for id_ in ids if id_ in known)
    return EntriesPage(total, coming, shown, _name_marks(typed, names, shown))


def _name_marks(typed: _Typed, names: KnownNames, entries: Sequence[Entry]) -> tuple[Any, ...]:
    return tuple(
        name_marks(each.patient, typed.words, names) if each.patient is not None else () for each in entries
    )
