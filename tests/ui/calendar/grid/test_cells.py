"""The cells that the keyboard visits."""

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.ui.calendar.grid.cells import Cell, cell_at, cells

TILES = st.lists(
    st.tuples(st.integers(0, 55), st.integers(1, 20)).map(lambda each: (each[0], min(60, each[0] + each[1]))),
    max_size=6,
)


def test_free_time_is_cut_at_steps_and_at_tiles() -> None:
    assert cells([(20, 35)], 15, 60) == [
        Cell(0, 15, None),
        Cell(15, 20, None),
        Cell(20, 35, 0),
        Cell(35, 45, None),
        Cell(45, 60, None),
    ]


def test_tiles_that_share_time_are_visited_one_after_the_other() -> None:
    assert [each.tile for each in cells([(0, 30), (10, 30), (30, 60)], 15, 60)] == [0, 1, 2]


@given(TILES, st.integers(1, 30))
def test_every_minute_is_in_a_cell_and_free_ones_in_one_only(tiles: list[tuple[int, int]], step: int) -> None:
    found = cells(tiles, step, 60)
    assert sorted(each.tile for each in found if each.tile is not None) == list(range(len(tiles)))
    assert [each.start for each in found] == sorted(each.start for each in found)
    for minute in range(60):
        over = [each for each in found if each.start <= minute < each.end]
        is_taken = any(start <= minute < end for start, end in tiles)
        assert is_taken == all(each.tile is not None for each in over)
        assert over
        if not is_taken:
            assert len(over) == 1
            assert over[0].end - over[0].start <= step


@given(TILES, st.integers(1, 30), st.integers(0, 59))
def test_the_cell_at_a_minute_holds_it(tiles: list[tuple[int, int]], step: int, minute: int) -> None:
    found = cells(tiles, step, 60)
    at = found[cell_at(found, minute)]
    assert at.start <= minute < at.end
