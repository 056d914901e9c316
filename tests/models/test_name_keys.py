"""Names as they are searched: what counts as one spelling, and what does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from praxidesk.engine.entries import Patient
from praxidesk.engine.spelling import folded
from praxidesk.models.name_keys import name_key, words
from praxidesk.models.typed_words import MOST_WORDS, TypedWord, typed_words


@pytest.mark.parametrize(
    ("name", "as_searched"),
    [
        ("Müller", "mueller"),
        ("MÜLLER", "mueller"),
        ("Mu\u0308ller", "mueller"),
        ("Mueller", "mueller"),
        ("Groß", "gross"),
        ("GROẞ", "gross"),
        ("İpek", "ipek"),
        ("Işık", "isik"),
        ("Cağla", "cagla"),
        ("Özdemir", "oezdemir"),
        ("Łukaszewicz", "lukaszewicz"),
        ("Przemysław", "przemyslaw"),
        ("Dvořák", "dvorak"),
        ("Nguyễn", "nguyen"),
        ("Đặng", "dang"),
        ("Zoë", "zoe"),
        ("Ångström", "angstroem"),
        ("Jørgensen", "joergensen"),
        ("Æbelø", "aebeloe"),
        ("Þórdís", "thordis"),
        ("Ελένη", "ελενη"),
        ("Иванова", "иванова"),
        ("ﬁnn", "finn"),
        ("", ""),
    ],
)
def test_a_name_is_folded_to_one_spelling(name: str, as_searched: str) -> None:
    assert folded(name) == as_searched


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("von der Musterheide", "von der musterheide"),
        ("Beispielmann-Mustermeister", "beispielmann mustermeister"),
        ("  O'Brien ", "o brien"),
        ("D’Angelo", "d angelo"),
        ("<b>&%_", "b"),
        ("💉", ""),
    ],
)
def test_a_key_is_the_words_of_a_name(name: str, key: str) -> None:
    assert name_key(name) == key


def test_names_that_differ_stay_apart() -> None:
    names = ["Schmidt", "Schmid", "Schmitt", "Dvořák", "Dvořáková", "Иванова", "Ivanova", "Gross", "Grosz"]
    assert len({name_key(name) for name in names}) == len(names)


def found_by(patient: Patient, typed: str) -> bool:
    """The definition of a hit: each word typed begins a word of the patient."""
    own = words(patient)
    wanted = typed_words(typed, date(2026, 11, 23))
    return bool(wanted) and all(_begins(each, own) for each in wanted or ())


def _begins(typed: TypedWord, own: frozenset[str]) -> bool:
    return any(start <= word < end for start, end in typed.ranges for word in own)


PATIENT = Patient("P-1001", "Müller-Öztürk", "Işıl Ayşe", date(1984, 2, 9), phone="+49 (30) 123-45 67")


@pytest.mark.parametrize(
    "typed",
    [
        "müller",
        "MÜLL",
        "mueller",
        "muller",
        "öz",
        "oeztuerk",
        "ozturk",
        "müller-öztürk",
        "muelleroez",
        "isil",
        "Işıl",
        "ISIL",
        "ayşe",
        "isil mueller",
        "müller, ışıl",
        "öz ay mü",
        "P-1001",
        "p1001",
        "1001",
        "p-1",
        "09.02.1984",
        "9.2.1984",
        "1984-02-09",
        "mueller 9.2.1984",
        "03012",
        "+4930123",
        "004930123",
        "030/1234567",
        "030 123 45 67",
        "+49 30 / 12345",
        "(030) 12345 müller",
        "isil 030 123",
        "030 123 9.2.1984",
        "(030",
        "030 123-",
        "(030) 123 (",
        "  m  ",
    ],
)
def test_a_patient_is_found_by(typed: str) -> None:
    assert found_by(PATIENT, typed)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "%", "_", "*", "üller", "meller", "isil meier", "10.02.1984", "1002", "müller x", "💉"],
)
def test_a_patient_is_not_found_by(typed: str) -> None:
    assert not found_by(PATIENT, typed)


def test_what_an_apostrophe_joins_is_found_either_way() -> None:
    patient = Patient("1", "O'Brien", "Siobhán")
    assert all(found_by(patient, typed) for typed in ("obrien", "o'brien", "o’brien", "brien", "siobhan o"))


def test_words_and_keys_are_short_enough_for_every_index() -> None:
    patient = Patient("1", "ﷺ" * 200, "a" * 200, phone="1" * 500)
    assert max(len(word) for word in words(patient)) <= 60
    assert len(name_key(patient.family)) <= 200
    assert found_by(patient, "a" * 150)


@given(some.text(max_size=50), some.text(max_size=50))
def test_whoever_has_a_name_is_found_by_each_of_its_words(family: str, given_name: str) -> None:
    patient = Patient("1", family, given_name)
    for typed in typed_words(f"{family} {given_name}", date(2026, 11, 23)) or ():
        if typed.is_name:  # digits may be told as one number: 0 1 2 is 012
            assert found_by(patient, typed.text)


@pytest.mark.parametrize("name", ["0+A{0", "+0 (A{1", "x,+a{b", "+x，a{b", "0 0+A-B", "030-A{1"])
def test_what_only_begins_like_a_number_is_searched_like_any_name(name: str) -> None:
    assert found_by(Patient("1", name, ""), name)


@given(some.text(max_size=50))
def test_folding_is_final_and_never_fails(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert "" not in words(Patient(text, text, text, phone=text))
    assert len(typed_words(text, date(2026, 11, 23)) or ()) <= MOST_WORDS
