"""What a tile says at each size, and what it leaves out first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.calendar.glyphs import Symbol
from praxidesk.ui.calendar.tile_face import Look, TileFace
from praxidesk.ui.calendar.tile_text import Fitted, fit
from tests.ui.calendar.faces import FACE, measure


def shown(face: TileFace, width: int, height: int) -> str:
    """What one reads, piece by piece."""
    return "|".join(run.text for run in fit(face, width, height, measure).runs)


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (170, "Kaya|, Deniz 33|09:30"),
        (140, "Kaya|, D. 33|09:30"),
        (124, "Kaya|, D.|09:30"),
        (100, "Kaya|09:30"),
        (80, "Kaya"),
        (40, "Kaya"),
        (24, "K."),
    ],
)
def test_one_line_gets_shorter_in_the_order_of_the_look(width: int, wanted: str) -> None:
    assert shown(FACE, width, 18) == wanted


@pytest.mark.parametrize(
    ("height", "wanted"),
    [
        (8, ""),
        (9, "Kaya|, Deniz 33|09:30"),
        (29, "Kaya|, Deniz 33|09:30"),
        (30, "Kaya|, Deniz 33|09:30|Kontrolle"),
        (59, "Kaya|, Deniz 33|09:30|Kontrolle"),
        (60, "Kaya|, Deniz 33|09:30|Kontrolle|Fäden ziehen"),
    ],
)
def test_what_is_said_at_which_height(height: int, wanted: str) -> None:
    assert shown(replace(FACE, note="Fäden ziehen"), 200, height) == wanted


@pytest.mark.parametrize(
    ("height", "pixels"),
    [(9, 10), (10, 10), (11, 11), (12, 12), (14, 12), (15, 13), (18, 13), (19, 14), (30, 14)],
)
def test_type_grows_with_the_tile(height: int, pixels: int) -> None:
    assert fit(FACE, 200, height, measure).runs[0].pixels == pixels


@pytest.mark.parametrize(
    ("width", "wanted"),
    [(136, "Kontrolle · R1"), (116, "Kontr. · R1"), (104, "Kontrolle"), (100, "Kontr.")],
)
def test_a_type_uses_its_short_name_the_room_goes_first_and_what_fits_in_no_form_is_left_out(
    width: int, wanted: str
) -> None:
    assert shown(replace(FACE, other="R1"), width, 34).rsplit("|", maxsplit=1)[1] == wanted
    assert shown(replace(FACE, service="123456789", short_service="123456789"), 92, 34).endswith("|09:30")


def test_where_the_short_name_must_be_cut_the_time_stands_in_a_line_of_its_own() -> None:
    face = replace(FACE, service="Schulter-ASK", short_service="Schulter-ASK", note="x")
    assert shown(face, 120, 60).split("|")[-2:] == ["Schulter-ASK", "09:30"]
    assert shown(face, 120, 59).split("|")[-2:] == ["09:30", "Schulter"]
    assert shown(face, 200, 60).split("|")[-2:] == ["Schulter-ASK", "x"]


def test_a_double_name_keeps_its_first_part_and_the_name_of_a_blocked_time_is_cut_before_a_vowel() -> None:
    double = replace(FACE, family="Zoltán-Ghanem", given="", age="")
    assert [shown(double, width, 18) for width in (86, 78, 66)] == ["Zoltán-Ghanem", "Zoltán-G.", "Zoltán"]
    meeting = replace(FACE, look=Look.BLOCKOUT, family="Teambesprechung", given="", service="Sperrzeit")
    assert shown(meeting, 92, 18) == "Teambespr."


def test_urgency_goes_as_late_as_an_override() -> None:
    face = replace(FACE, marks=(Symbol.FIRST_VISIT, Symbol.URGENT), given="", age="")
    assert {mark.symbol for mark in fit(face, 140, 18, measure).marks} == set(face.marks)
    assert [mark.symbol for mark in fit(face, 96, 18, measure).marks] == [Symbol.URGENT]


def test_the_note_goes_before_the_time_and_the_override_last() -> None:
    face = replace(FACE, marks=(Symbol.NOTE, Symbol.OVERRIDE), given="", age="")
    symbols = {
        width: (tuple(mark.symbol for mark in fit(face, width, 18, measure).marks), shown(face, width, 18))
        for width in (140, 110, 95)
    }
    assert symbols == {
        140: ((Symbol.OVERRIDE, Symbol.NOTE), "Kaya|09:30"),
        110: ((Symbol.OVERRIDE,), "Kaya|09:30"),
        95: ((Symbol.OVERRIDE,), "Kaya"),
    }


def test_a_narrow_lane_has_the_family_name_only_and_its_symbols_below() -> None:
    face = replace(FACE, marks=(Symbol.NOTE,), note="x")
    found = fit(face, 80, 40, measure)
    assert [run.text for run in found.runs] == ["Kaya"]
    assert [mark.symbol for mark in found.marks] == [Symbol.NOTE]
    assert found.marks[0].y > found.runs[0].baseline


def test_the_other_actor_is_named_if_there_is_room_and_the_type_cut_for_it() -> None:
    face = replace(FACE, other="NOW")
    assert "Kontrolle · NOW" in shown(face, 220, 40)
    assert "Kontr. · NOW" in shown(face, 150, 40)
    assert "NOW" not in shown(face, 110, 40)


@pytest.mark.parametrize(
    ("look", "symbol"),
    [
        (Look.PENDING, Symbol.QUESTION),
        (Look.ARRIVED, Symbol.CLOCK),
        (Look.CHECKED_IN, Symbol.PLAY),
        (Look.DONE, Symbol.CHECK),
        (Look.NOSHOW, Symbol.CROSS),
        (Look.CANCELLED, Symbol.SLASHED),
        (Look.BLOCKOUT, Symbol.LOCK),
    ],
)
def test_every_status_but_booked_has_a_symbol_of_its_own(look: Look, symbol: Symbol) -> None:
    found = fit(replace(FACE, look=look), 150, 30, measure)
    assert [mark.symbol for mark in found.marks if mark.is_status] == [symbol]
    assert found.runs[0].x > fit(FACE, 150, 30, measure).runs[0].x


def boxes(found: Fitted) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of all that is shown, by capitals' height."""
    runs = [
        (run.x, run.baseline - round(run.pixels * 0.66), run.x + run.width, run.baseline)
        for run in found.runs
    ]
    return runs + [(mark.x, mark.y, mark.x + mark.size, mark.y + mark.size) for mark in found.marks]


@given(
    face=st.builds(
        TileFace,
        look=st.sampled_from(Look),
        colour=st.just(Colour.TEAL),
        family=st.text("Müller-Öz ", min_size=1, max_size=25).map(lambda text: text.strip() or "M"),
        given=st.sampled_from(["", "Işıl", "Annemarie Sophie"]),
        age=st.sampled_from(["", "7", "84"]),
        service=st.sampled_from(["", "Kontrolle", "Narkosegespräch"]),
        other=st.sampled_from(["", "NOW"]),
        time=st.just("09:30"),
        note=st.sampled_from(["", "Fäden Knie re. prüfen und mehr"]),
        marks=st.sampled_from([(), (Symbol.NOTE,), (Symbol.NOTE, Symbol.OVERRIDE)]),
        is_overridden=st.booleans(),
    ),
    width=st.integers(60, 320),
    height=st.integers(12, 120),
)
def test_nothing_leaves_the_tile_or_lies_on_something_else(face: TileFace, width: int, height: int) -> None:
    placed = boxes(fit(face, width, height, measure))
    for left, top, right, bottom in placed:
        assert left >= 0
        assert right <= width
        assert top >= 0
        assert bottom <= height
    for at, (left, top, right, bottom) in enumerate(placed):
        for other in placed[at + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@given(st.text("abcdefgh", min_size=1, max_size=12), st.integers(60, 320), st.integers(12, 80))
def test_a_family_name_that_fits_is_never_cut(family: str, width: int, height: int) -> None:
    found = fit(replace(FACE, family=family), width, height, measure)
    name = found.runs[0].text
    if name != family:
        assert measure(family, 11, 600) > width - 14
