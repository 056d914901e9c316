"""What a desk is called: given, of the environment, chosen, or the machine's; always one short line."""

import pytest

from praxidesk.models import at_desk


@pytest.fixture(autouse=True)
def _unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_desk, "_names", {"given": "", "chosen": "", "acting": ""})
    monkeypatch.delenv(at_desk.VARIABLE, raising=False)


def test_who_starts_the_program_names_the_desk_before_anybody_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert at_desk.own_name() == ""
    assert at_desk.desk_name() == at_desk.machine_name() != ""
    at_desk.choose_name("Platz 2")
    assert (at_desk.desk_name(), at_desk.given_name()) == ("Platz 2", "")
    monkeypatch.setenv(at_desk.VARIABLE, "Empfang")
    assert at_desk.desk_name() == "Empfang"
    at_desk.give_name("OP-Leitstelle")
    at_desk.choose_name("Platz 3")
    assert at_desk.desk_name() == at_desk.given_name() == "OP-Leitstelle"
    with at_desk.acting_as("Platz 4"):
        assert at_desk.desk_name() == "Platz 4"
    assert at_desk.desk_name() == "OP-Leitstelle"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Platz\t\n 2 ", "Platz 2"), ("a\u202eb\x1b[0m", "a b [0m"), ("ä" * 99, "ä" * 40), ("\x00", "")],
)
def test_a_name_is_one_short_line_without_control_characters(typed: str, kept: str) -> None:
    assert at_desk.clean_name(typed) == kept


@pytest.mark.parametrize("name", ["Platz 2", "Empfang Süd 100 %", "Ä" * 40, "a%b"])
def test_a_server_is_told_the_desk_in_ascii_and_others_read_it_back(name: str) -> None:
    at_desk.give_name(name)
    told = at_desk.application_name()
    assert told.isascii()
    assert len(told) <= 63
    back = at_desk.desk_of(told)
    assert back == name or (len(told) == 63 and back and name.startswith(back))
    assert at_desk.desk_of("psql") == at_desk.desk_of("praxidesk") == ""
