"""What stays apart for those who see fewer colours, from the tokens.

The three weaknesses in full, as matrices over linear RGB: Machado, Oliveira and Fernandes, "A
physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009), table for
severity 1.0. Distances are those of OKLab (Ottosson 2020), times 100.
"""

import math
from enum import Enum
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.look.theme import ThemeName, theme

Triple = tuple[float, float, float]


class Sight(Enum):
    FULL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTANOPIA = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTERANOPIA = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITANOPIA = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )


def seen(colour: QColor, sight: Sight) -> Triple:
    """In OKLab, as an eye of this sight has it."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    red, green, blue = (
        min(1.0, max(0.0, row[0] * red + row[1] * green + row[2] * blue)) for row in sight.value
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def apart(one: QColor, other: QColor, sight: Sight) -> float:
    return 100 * math.dist(seen(one, sight), seen(other, sight))


COMMONEST = (Colour.SLATE, Colour.BLUE, Colour.TEAL, Colour.OLIVE, Colour.AMBER, Colour.BROWN)


def nearest_types(name: ThemeName, sight: Sight) -> float:
    edges = [theme(name).types[each].edge for each in COMMONEST]
    return min(apart(*pair, sight) for pair in combinations(edges, 2))


def nearest_statuses(name: ThemeName, sight: Sight) -> float:
    of = theme(name)
    return min(
        apart(*pair, sight) for pair in combinations((of.st_arrived, of.st_checkedin, of.st_noshow), 2)
    )


@pytest.mark.parametrize("sight", Sight)
@pytest.mark.parametrize(("name", "least"), [(ThemeName.LIGHT, 7.0), (ThemeName.DARK, 5.0)])
def test_the_six_commonest_types_are_told_apart(name: ThemeName, least: float, sight: Sight) -> None:
    assert nearest_types(name, sight) >= least


@pytest.mark.parametrize("sight", Sight)
@pytest.mark.parametrize("name", ThemeName)
def test_statuses_are_told_apart(name: ThemeName, sight: Sight) -> None:
    assert nearest_statuses(name, sight) >= 13


def test_black_and_white_are_a_hundred_apart_for_everybody() -> None:
    for sight in Sight:
        assert apart(QColor("black"), QColor("white"), sight) == pytest.approx(100, abs=0.2)


def test_the_weaknesses_confuse_what_they_are_known_for() -> None:
    red, green = QColor(200, 60, 60), QColor(110, 120, 40)
    assert apart(red, green, Sight.DEUTERANOPIA) < apart(red, green, Sight.FULL) / 2
    yellow, white = QColor(255, 255, 120), QColor(255, 255, 255)
    assert apart(yellow, white, Sight.TRITANOPIA) < apart(yellow, white, Sight.FULL) / 2
