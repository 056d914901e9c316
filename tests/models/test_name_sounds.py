"""Names by their sound: what a telephone makes of them, and what stays apart."""

import pytest

from praxidesk.engine.spelling import folded
from praxidesk.models.name_sounds import KnownNames, are_alike, sound


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Müller", "657"),
        ("Schmidt", "862"),
        ("Schneider", "8627"),
        ("Fischer", "387"),
        ("Meyer", "67"),
        ("Wikipedia", "3412"),
        ("Breschnew", "17863"),
        ("Heinz Classen", "068586"),
        ("Иванова", ""),
        ("", ""),
    ],
)
def test_the_code_is_that_of_koeln(name: str, code: str) -> None:
    """The examples of the published algorithm."""
    assert sound(folded(name)) == code


@pytest.mark.parametrize(
    "names",
    [
        "Meier Maier Mayer Meyer Mayr",
        "Schmidt Schmitt Schmid Schmied",
        "Müller Miller",
        "Kaya Kaja",
        "Philipp Filip",
        "Christian Kristian",
        "Hoffmann Hofmann",
        "Becker Bäcker",
        "Weiss Weis",
    ],
)
def test_who_is_misheard_is_found(names: str) -> None:
    first, *others = (folded(each) for each in names.split())
    for other in others:
        assert sound(first) == sound(other)
        assert are_alike(first, other)
        assert are_alike(other, first)


@pytest.mark.parametrize("names", ["Meier Maurer", "Meier Mohr", "Kaya Koch", "Heute Jette", "Heute Ute"])
def test_who_is_not_stays_apart(names: str) -> None:
    known = KnownNames(folded(each) for each in names.split())
    assert known.like(folded(names.split(maxsplit=1)[0])) == []


def test_short_texts_numbers_and_beginnings_have_no_like() -> None:
    known = KnownNames(["kaja", "kayak", "p1001", "ka"])
    assert known.like("kaya") == ["kaja"]
    assert known.like("ka") == []
    assert known.like("p1001") == []
