"""Patients of a store that an older program made are found as those of a new one."""

from datetime import date

from sqlalchemy import text

from praxidesk.engine.entries import Patient
from praxidesk.models import writes
from praxidesk.models.name_keys import words
from praxidesk.models.store import Store
from tests.models.migrating import migrate

OLD = {"p"}
PEOPLE = (
    Patient("P-1001", "Müller-Öztürk", "Işıl", date(1984, 2, 29), phone="+49 30 123-45"),
    Patient("P-1002", "O'Brien, P.", "", None, phone="0176/5550 84"),
    Patient("4711", "von der Heide", "Zoë Łucja", date(2000, 1, 1), phone="+41 44 1"),
    Patient("AB 12x", "Иванова", "ßs", None),
    Patient("K", "W" * 90, "_", None),
)


def stored(store: Store) -> dict[str, set[str]]:
    with store.read() as connection:
        rows = connection.execute(
            text("SELECT number, word FROM patient JOIN patient_word USING (actor_id)")
        ).all()
    return {each.number: {word for number, word in rows if number == each.number} for each in PEOPLE}


def test_the_words_of_an_older_store_are_made_anew_and_only_those_of_numbers_come_back(store: Store) -> None:
    with store.write() as connection:
        ids = {each.number: writes.insert_patient(connection, each) for each in PEOPLE}
    right = {each.number: set(words(each)) for each in PEOPLE}
    assert stored(store) == right
    migrate(store, "0008")
    # Nothing but the letters of numbers; those that are a word of the name or number anyway are there once.
    assert {number: found - right[number] for number, found in stored(store).items()} == {
        "P-1001": {"p"}, "P-1002": set(), "4711": set(), "AB 12x": {"ab"}, "K": set(),
    }  # fmt: skip
    with store.write() as connection:
        connection.execute(text("DELETE FROM patient_word WHERE word LIKE 'mu%' OR word = '01011984'"))
        connection.execute(
            text("INSERT INTO patient_word (word, actor_id) VALUES ('brien,', :id), ('zzz', :id)"),
            {"id": ids["P-1002"]},
        )
    migrate(store, "head")
    assert stored(store) == right
