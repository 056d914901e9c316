"""What a column is called where there is little room."""

from dataclasses import replace

from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.calendar.grid.header import _fitting_name
from praxidesk.ui.calendar.text_line import width_of
from praxidesk.ui.look.fonts import BASE, SEMIBOLD
from tests.ui.calendar.busy_practice import practice


def test_a_room_is_cut_and_in_very_little_room_called_by_its_short_name() -> None:
    room = practice().actors[ActorId(11)]
    whole = width_of(room.name, BASE, SEMIBOLD)
    said = [_fitting_name(room, room.name, BASE, width) for width in range(whole, 20, -1)]
    assert said[0] == room.name == "Sprechzimmer 1"
    assert said[-1] == "R1"
    cut = [each for each in said if each not in (room.name, "R1")]
    assert cut
    assert all(each.startswith("Sprech") and each.endswith(". 1") for each in cut)
    for width, name in zip(range(whole, 20, -1), said, strict=True):
        assert width_of(name, BASE, SEMIBOLD) <= width
    # Where the short name has no room either, the beginning tells more than nothing.
    long = replace(room, code="SPRECHZIMMER-LINKS")
    assert _fitting_name(long, long.name, BASE, 60).endswith(" 1")
