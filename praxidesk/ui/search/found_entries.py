"""Which loaded entries belong to a search."""

import unicodedata
from collections.abc import Iterable

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.ui import words
from praxidesk.worker.messages import PatientsFound


def entries_of(
    practice: Practice, known: Iterable[Entry], found: PatientsFound, limit: int
) -> tuple[Entry, ...]:
    """Those of the patients found, and those whose reason, note or type holds every word."""
    people = {patient.id for patient in found.patients}
    parts = _plain(found.text).split()
    hits = [
        entry
        for entry in known
        if (entry.patient is not None and entry.patient.id in people) or _holds(practice, entry, parts)
    ]
    return tuple(sorted(hits, key=lambda entry: entry.starts_at)[:limit])


def _holds(practice: Practice, entry: Entry, parts: list[str]) -> bool:
    text = _plain(" ".join((entry.reason, entry.note, words.service_name(practice, entry))))
    return bool(parts) and all(part in text for part in parts)


def _plain(text: str) -> str:
    """Without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))
