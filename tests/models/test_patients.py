"""Patients put in, found again, and noticed when they come twice."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from praxidesk.engine.entries import Patient
from praxidesk.engine.found import Fit
from praxidesk.engine.requests import NewPatient
from praxidesk.models import found_patients, queries, writes
from praxidesk.models.found_patients import Sounds, asked_words, patients_page
from praxidesk.models.patient_records import patients_by_number
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.store import NumberTaken, Store
from praxidesk.models.typed_words import typed_words
from praxidesk.services.desk import Desk
from praxidesk.services.patients import find_patients
from tests.models.bookings import NOW
from tests.small_practice import OTHER_PATIENT, PATIENT, SmallPractice
from tests.statement_log import StatementLog

TODAY = date(2026, 11, 23)


def put_in(store: Store, *patients: Patient) -> None:
    with store.write() as connection:
        for patient in patients:
            writes.insert_patient(connection, patient)


def found(store: Store, typed: str, limit: int = 20) -> list[str]:
    words = typed_words(typed, TODAY) or ()
    if not words:
        return []
    with store.read() as connection:
        asked = asked_words(words, Sounds().refresh(connection))
        _, _, hits = patients_page(connection, words, asked)
    return [patient.number for patient, fit in hits if fit is Fit.WHOLE][:limit]


def is_known(store: Store, family: str, given: str, born: date | None) -> bool:
    with store.read() as connection:
        return queries.duplicates(connection, NewPatient(family, given, born))


def records(store: Store, *numbers: str) -> dict[str, Patient]:
    with store.read() as connection:
        return {patient.number: patient for patient in patients_by_number(connection, numbers)}


def test_a_patient_comes_back_whole(practice_store: SmallPractice) -> None:
    store = practice_store.store
    assert records(store, "P-1001", "P-1002", "none") == {"P-1001": PATIENT, "P-1002": OTHER_PATIENT}
    desk = Desk.open(store)
    total, (hit,) = find_patients(desk, "P-1001", NOW)
    assert (total, hit.id) == (1, practice_store.actors["P-1001"])
    assert (hit.family, hit.given, hit.birth_date) == (PATIENT.family, PATIENT.given, PATIENT.birth_date)


def test_hits_come_by_name_and_no_more_than_asked_for(store: Store) -> None:
    put_in(
        store,
        Patient("4", "Zander", "Anna"),
        Patient("3", "Öztürk", "Berta"),
        Patient("2", "Oeztuerk", "Anna", date(1990, 1, 2)),
        Patient("1", "OZTURK", "Anna"),
        Patient("5", "Oeztuerk", "Anna", date(1990, 1, 1)),
    )
    assert found(store, "a") == ["5", "2", "1", "4"]
    assert found(store, "oe") == ["5", "2", "3"]
    assert found(store, "oz") == ["1", "3"], "as written comes first"
    assert found(store, "a", limit=2) == ["5", "2"]


def test_families_that_begin_with_what_is_typed_come_before_double_names(store: Store) -> None:
    put_in(
        store,
        Patient("1", "Conti-Schade", "Loredana"),
        Patient("2", "Schade", "Anna"),
        Patient("3", "Adler", "Schahin"),
        Patient("4", "Schad", "Conti"),
    )
    assert found(store, "scha") == ["4", "2", "3", "1"]
    assert found(store, "scha", limit=1) == ["4"]
    assert found(store, "scha conti") == ["1", "4"], "both families begin with a word of them"
    assert found(store, "lore scha") == ["1"]


def test_all_that_is_typed_must_fit_one_patient(store: Store) -> None:
    put_in(
        store, Patient("1", "Müller", "Anna"), Patient("2", "Schmidt", "Anna"), Patient("3", "Müller", "Jo")
    )
    assert found(store, "anna mü") == ["1"]
    assert found(store, "mü 3") == ["3"]
    assert found(store, "mü schm") == []


@pytest.mark.parametrize("typed", ["%", "_", "%%", "a%", "' OR '1'='1", "\\", "*", "?", "[a]", ""])
def test_signs_of_patterns_find_nobody_they_should_not(store: Store, typed: str) -> None:
    put_in(store, Patient("1", "Berg", "Carla"), Patient("2", "Berg", "Dora"))
    assert found(store, typed) == []


def test_who_is_booked_for_is_counted_and_fits_every_word(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    store = practice_store.store
    put_in(store, *(Patient(f"M-{number}", "Meier", "Anna", date(1984, 1, 1)) for number in range(30)))
    put_in(store, Patient("S-1", "Maier", "Anna", date(1984, 1, 1)))
    desk = Desk.open(store)
    find_patients(desk, "warm", NOW)
    statements.clear()
    total, some = find_patients(desk, "anna meier", NOW)
    assert len([each for each in statements if each.split()[0] in ("SELECT", "WITH")]) == 2
    assert (total, len(some)) == (31, 20)
    total, some = find_patients(desk, "maier 84", NOW)
    assert (total, some[0].number) == (31, "S-1")
    # The name alone is not enough where a number says that it is somebody else.
    assert find_patients(desk, "meier 1990", NOW) == (0, ())
    statements.clear()
    assert find_patients(desk, "  ", NOW) == (0, ())
    assert statements == []


def test_a_renamed_patient_is_found_by_the_new_name_only(practice_store: SmallPractice) -> None:
    store = practice_store.store
    renamed = Patient("P-1001", "Yılmaz", "Işıl", date(1984, 2, 29), note="vorher anders")
    with store.write() as connection:
        assert writes.save_patient(connection, renamed) == practice_store.actors["P-1001"]
    assert found(store, "yilmaz") == ["P-1001"]
    assert found(store, "müller") == []
    assert records(store, "P-1001") == {"P-1001": renamed}
    assert is_known(store, "YILMAZ", "isil", date(1984, 2, 29))


def test_saving_a_patient_of_a_new_number_puts_one_in(store: Store) -> None:
    with store.write() as connection:
        writes.save_patient(connection, PATIENT)
    assert records(store, "P-1001") == {"P-1001": PATIENT}


def test_a_number_cannot_be_given_twice(practice_store: SmallPractice) -> None:
    with pytest.raises(NumberTaken):
        put_in(practice_store.store, PATIENT)
    assert practice_store.store.status().counts["actor"] == 8


@pytest.mark.parametrize(
    ("family", "given", "born", "known"),
    [
        ("Müller-Öztürk", "Işıl", date(1984, 2, 29), True),
        ("Mueller Oeztuerk", "ISIL", date(1984, 2, 29), True),
        ("Müller-Öztürk", "Işıl", date(1984, 2, 28), False),
        ("Müller-Öztürk", "Işıl", None, True),
        ("Müller-Öztürk", "Anna", date(1984, 2, 29), False),
        ("Brandt", "Jonas", date(1970, 1, 1), True),
        ("Brandt", "Jonas", None, True),
        ("Brand", "Jonas", None, False),
    ],
)
def test_somebody_known_is_noticed(
    practice_store: SmallPractice, family: str, given: str, born: date | None, known: bool
) -> None:
    assert is_known(practice_store.store, family, given, born) is known


def test_numbers_count_up_from_1001(store: Store) -> None:
    with store.write() as connection:
        assert [writes.next_patient_number(connection) for _ in range(3)] == ["P-1001", "P-1002", "P-1003"]
    with store.write() as connection:
        assert writes.next_patient_number(connection) == "P-1004"


def test_a_number_of_a_booking_that_failed_is_given_again(store: Store) -> None:
    with store.write() as connection:
        writes.next_patient_number(connection)
        connection.rollback()
    with store.write() as connection:
        assert writes.next_patient_number(connection) == "P-1001"


def test_numbers_go_on_after_those_brought_along(store: Store) -> None:
    brought = ["P-1001", "P-1002", "P-47110", "P-0007", "P-x", "P-", "P-²", "4711", "P-12-3"]
    put_in(store, *(Patient(number, "A", "B") for number in brought))
    with store.write() as connection:
        assert [writes.next_patient_number(connection) for _ in range(2)] == ["P-47111", "P-47112"]


@pytest.mark.shared_data
def test_tricky_patients_are_found_as_people_type_them(store: Store, shared_data: Path) -> None:
    with (shared_data / "names" / "own_tricky_patients.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sexes = {"w": "female", "m": "male", "d": "other", "u": "unknown"}
    put_in(
        store,
        *(
            Patient(
                row["patient_no"],
                row["family_name"],
                row["given_name"],
                date.fromisoformat(row["birth_date"]) if row["birth_date"] else None,
                sexes[row["sex"]],
            )
            for row in rows
        ),
    )
    for row in rows:
        number = row["patient_no"]
        for typed in (
            f"{row['family_name']} {row['given_name']}",
            f"{row['given_name'].upper()} {row['family_name'].upper()}",
            row["family_name"][:3].casefold(),
            number,
        ):
            assert number in found(store, typed, 100), typed
    together = {
        "müller anna": {"SYN-001", "SYN-002", "SYN-003", "SYN-004"},
        "mueller anna 29.02.1984": {"SYN-001", "SYN-003", "SYN-004"},
        "gross j": {"SYN-005", "SYN-006"},
        "groß joerg": {"SYN-005", "SYN-006"},
        "ipek": {"SYN-009"},
        "IŞIK": {"SYN-010"},
        "isik cagla": {"SYN-010"},
        "yilmaz gul": {"SYN-011"},
        "khalil": {"SYN-012", "SYN-013"},
        "nguyen minh": {"SYN-014"},
        "lukas": {"SYN-015"},
        "dvorak": {"SYN-016", "SYN-017"},
        "dvorakova": {"SYN-016"},
        "obrien": {"SYN-018"},
        "d'angelo": {"SYN-019"},
        "ng": {"SYN-014", "SYN-021"},
        "иванова": {"SYN-024"},
        "schmi": {"SYN-028", "SYN-029", "SYN-030"},
        "muster": {"SYN-007", "SYN-008"},
    }
    for typed, numbers in together.items():
        assert set(found(store, typed, 100)) == numbers, typed


@pytest.mark.shared_data
def test_no_text_breaks_a_search_or_is_changed_by_storing(store: Store, shared_data: Path) -> None:
    naughty = json.loads((shared_data / "names" / "blns.json").read_text(encoding="utf-8"))
    storable = [text for text in naughty if "\0" not in text]
    with store.write() as connection:
        for number, text in enumerate(storable):
            writes.insert_patient(connection, Patient(f"N{number}", text, text, note=text))
    stored = records(store, *(f"N{number}" for number in range(len(storable))))
    assert [stored[f"N{number}"].family for number in range(len(storable))] == storable
    for text in [*naughty, "\0", "\ud800", "a" * 10_000]:
        found(store, text)
    with store.read() as connection:
        for text in [*naughty, "\0", "\ud800", "a" * 10_000]:
            queries.duplicates(connection, NewPatient(text, text, None))


def test_all_names_are_known_by_their_sound_and_no_number_is(
    practice_store: SmallPractice, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = practice_store.store
    numbers = (f"PX-{number}" for number in range(40))
    names = ("Maier", "Mayer", "O'Brien", "Öztürk", "Meier2", "M3ier", "Zander", "Ab", "Żak", "Мейер")
    put_in(
        store, *(Patient(number, name, "Änne", None) for number, name in zip(numbers, names, strict=False))
    )
    monkeypatch.setattr(found_patients, "STILL_TO_COME", 3)
    sounds = Sounds()
    with store.read() as connection:
        stored = {
            word
            for (word,) in connection.exec_driver_sql(
                "SELECT DISTINCT word FROM patient_word WHERE word >= 'a'"
            )
        }
        read = [word for (word,) in fetch_all(connection, found_patients._all_names(connection))]
        assert len(read) == len(set(read))
        assert {word for word in read if word.isalpha()} == {word for word in stored if word.isalpha()}
        assert sounds.refresh(connection).like("meier") == ["maier", "mayer"]
    # Only the newest are counted from now on; who comes after them is heard of all the same.
    put_in(store, Patient("PX-90", "Meyr", "Änne", None))
    with store.read() as connection:
        assert "meyr" in sounds.refresh(connection).like("meier")
    writes_again = Patient("PX-90", "Mair", "Änne", None)
    with store.write() as connection:
        writes.save_patient(connection, writes_again)
    with store.read() as connection:
        heard = sounds.refresh(connection).like("meier")
    assert "mair" in heard
    assert "meyr" not in heard
