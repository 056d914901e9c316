"""Text of people stays text, whatever it looks like."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from praxidesk.ui.text import plain_label, plain_message, plain_tooltip

HOSTILE = (
    "<b>Bobby</b>",
    "<img src=x>",
    "&lt;",
    "a < b > c",
    "\"quoted\" & 'so'",
    "  two  spaces\nand a line",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_shows_every_character(qtbot: QtBot, text: str) -> None:
    label = plain_label(text)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_reads_as_it_was_written(qapp: object, text: str) -> None:
    document = QTextDocument()
    document.setHtml(plain_tooltip(text))
    assert document.toPlainText() == text


def test_no_text_is_no_tooltip() -> None:
    assert plain_tooltip("") == ""


def test_a_message_box_is_told_not_to_guess(qtbot: QtBot) -> None:
    box = plain_message(QMessageBox())
    qtbot.addWidget(box)
    assert box.textFormat() is Qt.TextFormat.PlainText
