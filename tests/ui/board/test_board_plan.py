"""What the board says: enough to run a theatre by, and of a patient only initials."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.ui.board import board_words
from praxidesk.ui.board.board_layout import FOOTER, HEADER, LOWEST_ROW, arrange_board, unit_of
from praxidesk.ui.board.board_plan import BarKind, BoardPlan, BoardRoom, Sign, board_plan, spoken
from praxidesk.ui.calendar.rooms.plan import rooms_plan
from tests.ui.board.wall_day import SECRETS, patient, wall_state


def plan(now: str = "10:00") -> BoardPlan:
    state = wall_state(now)
    rooms = rooms_plan(state)
    assert rooms is not None
    return board_plan(state, rooms)


def inside(value: object) -> Iterator[object]:
    """The value and everything it is made of."""
    yield value
    if is_dataclass(value):
        for each in fields(value):
            yield from inside(getattr(value, each.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from inside(part)


def test_the_board_holds_no_patient_no_entry_and_no_text_that_somebody_wrote_freely() -> None:
    held = list(inside(plan()))
    assert not [each for each in held if isinstance(each, Entry | PatientOnEntry)]
    texts = [each for each in held if isinstance(each, str)] + [spoken(plan())]
    assert "X. Q." in texts
    assert not [text for text in texts for secret in SECRETS if secret[:4].casefold() in text.casefold()]


@pytest.mark.parametrize(
    ("given", "family", "shown"),
    [
        ("Sabine", "Roth", "S. R."),
        ("Işıl", "Müller-Öztürk", "I. M."),
        ("özlem", "şahin", "Ö. Ş."),
        ("O\N{COMBINING DIAERESIS}zlem", "Ñandú", "Ö. Ñ."),
        ("", "van der Linden", "V."),
        ("<img src=x>", "\N{RIGHT-TO-LEFT OVERRIDE}'t Hart", "I. T."),
        ("†", "…", ""),
        ("明", "王小", "明. 王."),
    ],
)
def test_a_patient_is_two_letters(given: str, family: str, shown: str) -> None:
    assert board_words.initials(replace(patient(1), given=given, family=family)) == shown


def test_a_late_room_says_since_when_until_when_and_whom_it_pushes() -> None:
    room = plan().rooms[0]
    assert (room.state, room.since, room.expected, room.late) == (
        "Incision",
        "since 09:45",
        "End 10:40",
        "+ 25 min",
    )
    assert room.sign is Sign.WORKING
    over, late, pushed, ahead = room.bars
    assert (over.kind, late.kind) == (BarKind.OVER, BarKind.AHEAD)
    assert late.late == (10 * 60 + 15, 10 * 60 + 40)
    assert (pushed.moves_text, pushed.moves) == ("→ 10:55", (655, 745))
    assert ahead.moves is None
    assert (pushed.what, pushed.team) == ("Knie", "WEB ANA")
    assert room.closes == 16 * 60


def test_reserved_time_is_shown_as_far_as_it_is_free() -> None:
    assert plan().rooms[0].kept == ((780, 840, "Emergency free"),)
    assert plan("13:50").rooms[0].kept == ()


def test_blocked_time_says_that_it_is_and_what_may_be_is_told_from_what_is() -> None:
    room = plan().rooms[1]
    assert [(bar.kind, bar.what) for bar in room.bars[1:]] == [
        (BarKind.BLOCKED, "Blocked"),
        (BarKind.TENTATIVE, "Knie"),
    ]
    assert room.bars[1].initials == room.bars[1].team == ""
    assert room.shut == ((0, 7 * 60), (17 * 60, 24 * 60))


def test_what_comes_next_in_a_room_is_said_by_what_it_does() -> None:
    def second(now: str) -> tuple[str, str]:
        room = plan(now).rooms[1]
        return room.state, room.expected

    assert second("07:30") == ("Free", "Next 08:00")
    assert second("08:10") == ("Set-up", "Incision 08:20")
    assert second("08:30") == ("Incision", "End 09:15")
    assert second("09:20") == ("Cleaning", "Free 09:30")
    assert second("12:30") == ("Taken", "Until 13:00")
    assert second("17:30") == ("Closed", "")


def many(count: int) -> BoardPlan:
    made = plan()
    rooms = tuple(replace(made.rooms[at % 2], name=f"OP {at + 1}") for at in range(count))
    return replace(made, rooms=rooms)


@pytest.mark.parametrize("count", [0, 1, 2, 4, 7, 12, 13, 25, 40])
@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000), (3840, 2160), (1080, 1920), (1024, 768)])
def test_every_room_has_a_row_that_can_be_read(count: int, size: tuple[int, int]) -> None:
    made, unit = many(count), unit_of(*size)
    pages = arrange_board(made, *size).pages
    seen: list[BoardRoom] = []
    for page in range(pages):
        layout = arrange_board(made, *size, page)
        seen += [row.room for row in layout.rows]
        assert layout.rows or count == 0
        assert layout.sizes.initials >= round(26 * unit)
        assert min(layout.sizes) >= round(19 * unit)
        for row in layout.rows:
            assert row.box.height >= (LOWEST_ROW - 1) * unit
            assert HEADER * unit - 1 <= row.box.y < row.box.bottom <= size[1] - FOOTER * unit + 1
            for bar in row.bars:
                assert row.box.y <= bar.box.y < bar.box.bottom <= row.box.bottom
                assert row.box.x <= bar.box.x < bar.box.right <= size[0]
    assert [room.name for room in seen] == [room.name for room in made.rooms]
    if count <= 12 and size[0] > size[1]:
        assert pages == 1
    assert arrange_board(made, *size, pages).page == 0
