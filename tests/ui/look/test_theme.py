"""The look: every token there, the contrasts as promised, controls of the right size."""

import re
import subprocess
import sys
from importlib.resources import files

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.look.fonts import BASE, FAMILY, MEDIUM, SEMIBOLD, load_fonts
from praxidesk.ui.look.theme import Theme, ThemeName, apply_theme, theme
from praxidesk.ui.look.theme_sheet import ButtonKind, dress, style_sheet

LIGHT, DARK = theme(ThemeName.LIGHT), theme(ThemeName.DARK)


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: QColor, ground: QColor) -> float:
    """Contrast ratio of WCAG 2."""
    low, high = sorted((luminance(ink), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def pairs(which: str, of: Theme) -> list[tuple[QColor, QColor]]:
    """All pairs of ink and ground that a name stands for."""
    types = of.types.values()
    return {
        "text on tint": [(of.text, each.tint) for each in types],
        "text2 on tint": [(of.text2, each.tint) for each in types],
        "text2 on phase": [(of.text2, each.phase) for each in types],
        "text3 on closed": [(of.text3, of.closed)],
        "selected text": [(of.onstatus, each.edge) for each in types],
        "done": [(of.done_text, of.done_fill)],
        "rail symbol": [(of.onstatus, rail) for rail in (of.st_arrived, of.st_checkedin, of.st_noshow)],
        "edge on canvas": [(each.edge, of.canvas) for each in types],
        "control border": [(of.control, of.canvas), (of.control, of.chrome), (of.control, of.hover)],
        "now on canvas": [(of.now, of.canvas)],
        "accent button": [(of.onaccent, of.accent)],
        "danger on dangersoft": [(of.danger, of.dangersoft)],
    }[which]


@pytest.mark.parametrize(
    ("which", "light", "dark"),
    [
        ("text on tint", 14.1, 9.9),
        ("text2 on tint", 7.1, 6.3),
        ("text2 on phase", 6.3, 4.8),
        ("text3 on closed", 4.9, 7.3),
        ("selected text", 4.6, 5.5),
        ("done", 6.8, 6.7),
        ("rail symbol", 5.2, 8.6),
        ("edge on canvas", 4.6, 4.9),
        ("control border", 3.1, 3.3),
        ("now on canvas", 5.7, 5.6),
        ("accent button", 7.1, 9.3),
        ("danger on dangersoft", 5.8, 5.9),
    ],
)
def test_the_worst_contrast_of_each_kind_is_as_promised(which: str, light: float, dark: float) -> None:
    assert min(contrast(*each) for each in pairs(which, LIGHT)) == pytest.approx(light, abs=0.06)
    assert min(contrast(*each) for each in pairs(which, DARK)) == pytest.approx(dark, abs=0.06)


@pytest.mark.parametrize("name", ThemeName)
def test_ordinary_text_is_readable_on_every_surface_it_stands_on(name: ThemeName) -> None:
    of = theme(name)
    for ground in (of.canvas, of.chrome, of.raised, of.hover, of.accentsoft):
        assert contrast(of.text, ground) >= 7
        assert contrast(of.text2, ground) >= 4.5
    for ink, ground in (
        (of.warn, of.warnsoft),
        (of.ok, of.oksoft),
        (of.onnow, of.now),
        (of.accent, of.raised),
    ):
        assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("name", ThemeName)
def test_every_type_colour_is_there(name: ThemeName) -> None:
    assert set(theme(name).types) == set(Colour)


def test_translucent_tokens_keep_their_share() -> None:
    assert LIGHT.scrim.alpha() == round(255 * 0.34)
    assert (LIGHT.scrim.red(), LIGHT.scrim.green(), LIGHT.scrim.blue()) == (22, 29, 36)


@pytest.mark.parametrize("name", ThemeName)
def test_pictures_of_controls_have_the_colours_of_the_tokens(name: ThemeName) -> None:
    of = theme(name)
    folder = files("praxidesk.resources") / "themes" / name
    allowed = {of.onaccent.name().upper(), of.text2.name().upper()}
    pictures = [each for each in folder.iterdir() if each.name.endswith(".svg")]
    assert pictures
    for each in pictures:
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", each.read_text("utf-8").upper())) <= allowed


@pytest.mark.parametrize("name", ThemeName)
def test_the_style_sheet_leaves_no_placeholder(name: ThemeName) -> None:
    assert "$" not in style_sheet(theme(name))


@pytest.mark.parametrize("name", ThemeName)
def test_applying_a_theme_sets_palette_and_font(qapp: QApplication, name: ThemeName) -> None:
    of = apply_theme(qapp, name)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Base) == of.raised
    assert palette.color(QPalette.ColorRole.Accent) == of.accent
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == of.disabled
    assert qapp.font().family() == FAMILY
    assert qapp.font().pixelSize() == BASE.pixels


def test_the_shipped_weights_are_found(qapp: QApplication) -> None:
    load_fonts()
    for weight in (MEDIUM, SEMIBOLD):
        info = QFontInfo(BASE.font(weight))
        assert info.family() == FAMILY
        assert info.weight() == weight.value


def test_text_is_measured_in_the_shipped_typeface_before_any_window_is_dressed() -> None:
    first = (
        "from PySide6.QtGui import QGuiApplication\n"
        "from praxidesk.ui.calendar.tile_paint import text_width\n"
        "from praxidesk.ui.look.fonts import load_fonts\n"
        "app = QGuiApplication([])\n"
        "first = text_width('Dr. Weber', 14, 600)\n"
        "load_fonts()\n"
        "text_width.cache_clear()\n"
        "print(first == text_width('Dr. Weber', 14, 600))"
    )
    # In a program of its own: here some other test has loaded the fonts long ago.
    done = subprocess.run([sys.executable, "-c", first], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_a_font_handed_out_may_be_changed(qapp: QApplication) -> None:
    BASE.font().setPixelSize(99)
    assert BASE.font().pixelSize() == BASE.pixels


def test_controls_are_32_high_with_and_without_focus(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, ThemeName.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    controls = (QPushButton("x"), QToolButton(), QLineEdit(), QComboBox(), QSpinBox())
    for each in controls:
        row.addWidget(each)
    window.show()
    for each in controls:
        each.setFocus()
        qapp.processEvents()
        assert {type(other).__name__: other.height() for other in controls} == {
            type(other).__name__: 32 for other in controls
        }


def test_a_dressed_button_keeps_its_kind_through_a_change_of_theme(qtbot: QtBot, qapp: QApplication) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    dress(button, ButtonKind.PRIMARY)
    for name in ThemeName:
        of = apply_theme(qapp, name)
        button.resize(100, 32)
        assert button.grab().toImage().pixelColor(8, 16) == of.accent


def test_a_checked_box_is_filled_with_the_accent(qtbot: QtBot, qapp: QApplication) -> None:
    of = apply_theme(qapp, ThemeName.DARK)
    box = QCheckBox("x")
    qtbot.addWidget(box)
    box.setChecked(True)
    image = box.grab().toImage()
    assert image.pixelColor(3, image.height() // 2 - 5) == of.accent
