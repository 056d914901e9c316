"""New rows get a code that nobody has."""

import pytest

from praxidesk.ui.practice_settings.new_rows import code_for


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Dr. med. Lena Weber", "WEBER"),
        ("Sprechzimmer 2", "SPR2"),
        ("Ömer Yıldız", "OEMER"),
        ("Prof. Dr. Müller-Öztürk", "OEZTUE"),
        ("", "NEU"),
        ("<img>", "IMG"),
        ("אבג", "NEU"),
    ],
)
def test_a_code_is_made_of_the_name(name: str, code: str) -> None:
    assert code_for(name, ()) == code


def test_a_code_that_somebody_has_is_counted_up() -> None:
    assert code_for("Dr. Weber", {"WEBER", "weber2"}) == "WEBER3"
