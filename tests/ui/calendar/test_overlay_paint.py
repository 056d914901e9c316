"""The box beside a held tile: what it says stays readable, and the tile too."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from praxidesk.ui.calendar.overlay_paint import Ghost, words_rect
from tests.ui.calendar.faces import FACE

WINDOW = QRect(0, 300, 900, 700)
MANY = "Taken: " + ", ".join(f"Ludwig-Schütte {hour}:50 – {hour}:55" for hour in range(10, 16))


def held(rect: QRect, *reasons: str) -> Ghost:
    return Ghost(
        origin=QRect(),
        origin_text="",
        rect=rect,
        face=FACE,
        is_refused=bool(reasons),
        clashes=(),
        old="11:15 – 11:45",
        new="10:50 – 11:20",
        whose="Dr. Nowicki",
        reasons=reasons,
    )


@pytest.mark.parametrize("left", range(0, 800, 130))
@pytest.mark.parametrize("top", [300, 520, 930])
def test_the_box_hides_neither_itself_nor_the_tile_however_much_it_says(
    qapp: QApplication, left: int, top: int
) -> None:
    tile = QRect(left, top, 130, 60)
    for reasons in ((), (MANY,), (MANY, "x " * 200)):
        box = words_rect(held(tile, *reasons), WINDOW)
        assert WINDOW.contains(box)
        assert box.bottom() < WINDOW.bottom() - 100, "there stand keys and what was done last"
        assert not box.intersects(tile), (tile, box)


def test_an_enumeration_goes_on_in_another_line_instead_of_across_the_calendar(qapp: QApplication) -> None:
    tile = QRect(300, 500, 130, 60)
    few, many = (words_rect(held(tile, each), WINDOW) for each in ("Taken: Barth", MANY))
    assert many.height() > few.height()
    assert many.width() < 450
