"""Patients found as somebody types the name of one: the same search as that of everything."""

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.found import Fit
from praxidesk.models.found_patients import asked_words, patients_page
from praxidesk.models.typed_words import typed_words
from praxidesk.services.desk import Desk

MOST_FOUND = 20


def find_patients(desk: Desk, text: str, now: int) -> tuple[int, tuple[PatientOnEntry, ...]]:
    """How many patients every word fits, and the best of them, at most 20: two statements, and no more.

    Names in any order, also by their sound; birth date, number or phone.
    """
    words = typed_words(text, desk.zone.day_of(now))
    if not words:
        return 0, ()
    with desk.store.read() as connection:
        asked = asked_words(words, desk.sounds.refresh(connection))
        _, whole, found = patients_page(connection, words, asked)
    # Whom only the name fits is another one, whom a booking must not take by itself.
    return whole, tuple(patient for patient, fit in found if fit is not Fit.NAME)[:MOST_FOUND]
