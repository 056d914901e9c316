"""Names where there is little room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.ui.wording.actor_names import numbered
from praxidesk.ui.wording.shortened import shortened, shortened_family


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        pytest.param("Karpaltunnel", ["Karpaltunn.", "Karpalt.", "Karp."], id="before vowels"),
        pytest.param("Erstgespr.", ["Erstg."], id="what is short already"),
        pytest.param("Schulter-ASK", ["Schulter", "Schult.", "Sch."], id="the last part goes first"),
        pytest.param("Hallux valgus", ["Hallux valg.", "Hallux", "Hall."], id="whole words"),
        pytest.param("Kontrolle nach OP", ["Kontrolle", "Kontr."], id="never ends with a small word"),
        pytest.param("Röntgen & Sono", ["Röntgen", "Röntg."], id="nor with a sign"),
        pytest.param("Knie-ASK", ["Knie"], id="one part of two"),
        pytest.param("Sprechzimmer 12", ["Sprechzimm. 12", "Sprechz. 12", "Spr. 12"], id="a number stays"),
        pytest.param("Akut", [], id="a word that is short"),
        pytest.param("初診", [], id="another script"),
        pytest.param("", [], id="none"),
    ],
)
def test_a_name_is_cut_as_people_write_it(name: str, forms: list[str]) -> None:
    assert list(shortened(name)) == [name, *forms]


@pytest.mark.parametrize(
    ("family", "forms"),
    [
        ("Müller-Öztürk", ["Müller-Ö.", "Müller"]),
        ("Rutkowska", []),
        ("Al-Khatib", []),
        ("van der Linden", []),
        ("Petrović-", []),
    ],
)
def test_of_a_double_name_the_second_goes_first(family: str, forms: list[str]) -> None:
    assert list(shortened_family(family)) == [family, *forms]


@given(st.text(max_size=30))
def test_every_form_is_a_beginning_and_shorter_than_the_one_before(name: str) -> None:
    forms = shortened(name)
    assert forms[0] == name
    if not any(each.isdigit() for each in numbered(name)[1]):
        assert all(name.startswith(each.removesuffix(".")) for each in forms)
    lengths = [len(each) for each in forms]
    assert lengths == sorted(lengths, reverse=True)
