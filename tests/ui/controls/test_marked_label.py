"""Bold words in a plain label: what is written there is never markup."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from praxidesk.ui.controls.marked_label import MarkedLabel
from praxidesk.ui.look.theme import ThemeName, apply_theme, theme


def ink(label: MarkedLabel, size: QSize) -> int:
    """How much of a picture of it is not ground."""
    label.resize(size)
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = image.pixelColor(image.width() - 1, image.height() - 1).red()
    return sum(
        abs(image.pixelColor(x, y).red() - ground)
        for x in range(image.width())
        for y in range(image.height())
    )


def test_names_are_bold_wherever_they_stand_by_themselves(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, ThemeName.LIGHT)
    label = MarkedLabel(theme(ThemeName.LIGHT))
    qtbot.addWidget(label)
    text = "Moved: Kaya, Deniz to 10:35. Kaya, Deniza stays; <b>x</b>, Kaya, Deniz."
    label.say(text)
    size = label.sizeHint()
    plain = ink(label, size)
    label.say(text, ("Kaya, Deniz", "<b>x</b>", "", "nobody"))
    assert label.words() == text
    assert sorted(label.marked()) == ["<b>x</b>", "Kaya, Deniz", "Kaya, Deniz"]
    assert label.sizeHint().width() > size.width()
    assert ink(label, label.sizeHint()) > plain * 1.05


def test_it_wraps_and_is_as_high_as_its_lines(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, ThemeName.LIGHT)
    label = MarkedLabel(theme(ThemeName.LIGHT))
    qtbot.addWidget(label)
    label.setWordWrap(True)
    run = "W" * 60
    label.say(f"one\ntwo {run} three", (run,))
    line = label.heightForWidth(2000) // 2
    assert line > 10
    assert label.heightForWidth(200) >= 4 * line
    label.setWordWrap(False)
    assert not label.hasHeightForWidth()
