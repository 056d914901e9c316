"""Text of people stays text, whatever it looks like."""

import pytest
from PySide6.QtGui import QTextDocument

from praxidesk.ui.text import breakable, plain_tooltip

HOSTILE = (
    "<b>Bobby</b>",
    "<img src=x>",
    "&lt;",
    "a < b > c",
    "\"quoted\" & 'so'",
    "  two  spaces\nand a line",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_reads_as_it_was_written(qapp: object, text: str) -> None:
    document = QTextDocument()
    document.setHtml(plain_tooltip(text))
    assert document.toPlainText() == text


def test_no_text_is_no_tooltip() -> None:
    assert plain_tooltip("") == ""


@pytest.mark.parametrize("text", ["Anna Weber", "Baumgärtner-Schimmelpfennig", "Nasenscheidewand", ""])
def test_common_names_are_wrapped_at_spaces_and_hyphens_only(text: str) -> None:
    assert breakable(text) == text


def test_a_long_run_may_be_wrapped_between_any_two_characters() -> None:
    assert breakable("W" * 30).split("\N{ZERO WIDTH SPACE}") == ["W"] * 30


def test_marks_and_joined_emoji_stay_with_their_character() -> None:
    family = "\N{MAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
    run = f"e\u0301{family}" * 10
    assert breakable(run).split("\N{ZERO WIDTH SPACE}") == ["e\u0301", family] * 10
