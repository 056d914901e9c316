"""The board as it hangs: it follows clock and store by itself, and shows no name whatever happens."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.ui.board import board_bars, board_paint
from praxidesk.ui.board import board_window as window_module
from praxidesk.ui.board.board_plan import BoardRoom
from praxidesk.ui.board.board_window import BoardWindow
from praxidesk.ui.calendar import text_line
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState
from tests.engine.diary import ZONE, at
from tests.engine.theatre_day import OP1, OP2
from tests.ui.board.wall_day import SECRETS, entries, patient, practice
from tests.ui.fake_gateway import FakeGateway
from tests.ui.fake_store import FakeStore


class WallGateway(FakeGateway):
    """One whose clock and connection a test moves."""

    lost: StoreState | None = None

    @property
    def state(self) -> StoreState:
        return self.lost or super().state

    def set_clock(self, now: int) -> None:
        self._now = now

    def lose(self, since: int) -> None:
        self.lost = StoreState(False, since, 0.0, "sqlite", StoreFault.UNREACHABLE)
        self.state_changed.emit(self.lost)

    def find_again(self) -> None:
        self.lost = None
        self.state_changed.emit(self.state)


@pytest.fixture
def gateway() -> WallGateway:
    people = {each.id: each for each in map(patient, range(1, 10))}
    return WallGateway(FakeStore(practice(), ZONE, people, entries()), at("10:00"))


@pytest.fixture
def board(qtbot: QtBot, gateway: WallGateway) -> Iterator[BoardWindow]:
    made = hung(qtbot, gateway)
    yield made
    made.close()


def hung(qtbot: QtBot, gateway: WallGateway, *rooms: str) -> BoardWindow:
    made = BoardWindow(cast(Gateway, gateway), rooms)
    qtbot.addWidget(made)
    made.resize(1600, 1000)
    made.show()
    gateway.start()
    qtbot.waitUntil(lambda: made.plan is not None or bool(made.unknown_room))
    return made


def test_nothing_that_is_painted_or_read_aloud_names_anybody(
    qtbot: QtBot, board: BoardWindow, gateway: WallGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    drawn = text_line.draw_line

    def record(painter: QPainter, text: str, *rest: Any, **more: Any) -> QRect:
        painted.append(text)
        return drawn(painter, text, *rest, **more)

    for module in (board_paint, board_bars, window_module):
        monkeypatch.setattr(module, "draw_line", record)
    qtbot.waitUntil(lambda: bool(board.plan and board.plan.rooms[0].bars))
    for size in ((1600, 1000), (1280, 400), (700, 1000)):
        board.resize(*size)
        board.grab()
    gateway.lose(at("10:00"))
    board.grab()
    assert {"X. Q.", "Emergency free", "Blocked", "→ 10:55", "+ 25 min"} <= set(painted)
    texts = [*painted, board.accessibleName(), board.accessibleDescription(), board.windowTitle()]
    texts += [board.toolTip(), board.statusTip(), board.whatsThis()]
    assert not [text for text in texts for secret in SECRETS if secret[:4].casefold() in text.casefold()]


def test_the_minute_moves_the_clock_and_midnight_turns_to_the_new_day(
    qtbot: QtBot, board: BoardWindow, gateway: WallGateway
) -> None:
    assert board.plan is not None
    assert (board.plan.clock, board.plan.now) == ("10:00", 600)
    gateway.set_clock(at("10:01"))
    board._clock.minute_begun.emit()
    assert (board.plan.clock, board.plan.now) == ("10:01", 601)
    assert board.standing.text == "As of 10:01"
    gateway.set_clock(at("00:00") + 24 * 3600)
    board._clock.minute_begun.emit()
    qtbot.waitUntil(lambda: board.plan is not None and board.plan.day.startswith("Tuesday"))
    assert not any(room.bars for room in board.plan.rooms)


def test_a_change_at_a_desk_comes_to_the_wall(qtbot: QtBot, board: BoardWindow, gateway: WallGateway) -> None:
    first = EntryId(3)
    qtbot.waitUntil(lambda: bool(board.plan and board.plan.rooms[0].bars))
    gateway.store.entries[first] = replace(gateway.store.entries[first], patient=None)
    gateway.refresh()
    assert board.plan is not None
    assert [bar.initials for bar in board.plan.rooms[0].bars] == ["X. Q.", "X. Q.", "", "X. Q."]


def test_a_store_out_of_reach_is_said_and_what_is_known_stays(
    qtbot: QtBot, board: BoardWindow, gateway: WallGateway
) -> None:
    qtbot.waitUntil(lambda: bool(board.plan and board.plan.rooms[0].bars))
    calm = board.grab().toImage()
    gateway.set_clock(at("10:07"))
    gateway.lose(at("10:03"))
    board._clock.minute_begun.emit()
    assert board.standing.text == "As of 10:00, out of reach since 10:03"
    assert board.plan is not None
    assert board.plan.clock == "10:07"
    assert board.plan.rooms[0].bars
    foot = board.height() - 10
    assert board.grab().toImage().pixelColor(5, foot) != calm.pixelColor(5, foot) != QColor()
    gateway.find_again()
    assert board.standing.text == "As of 10:07"


def test_rooms_are_chosen_by_their_codes_and_an_unknown_one_is_said(
    qtbot: QtBot, gateway: WallGateway
) -> None:
    assert [room.name for room in shown(hung(qtbot, gateway, "OP2"))] == ["Saal 2"]
    wrong = hung(qtbot, gateway, "OP2", "OP7")
    assert "OP7" in wrong.message()
    assert wrong.plan is None
    assert [practice().actors[each].name for each in (OP1, OP2)] == [
        room.name for room in shown(hung(qtbot, gateway))
    ]


def shown(board: BoardWindow) -> tuple[BoardRoom, ...]:
    assert board.plan is not None
    return board.plan.rooms


def test_many_rooms_are_turned_through_and_escape_closes(qtbot: QtBot, gateway: WallGateway) -> None:
    of = gateway.store.practice
    more = {ActorId(50 + n): replace(of.actors[OP2], code=f"S{n}", name=f"Saal {n}") for n in range(3, 16)}
    gateway.store.practice = replace(of, actors={**of.actors, **more})
    board = hung(qtbot, gateway)

    def first_row() -> str:
        assert board._layout is not None
        assert board._layout.pages == 2
        return board._layout.rows[0].room.name

    assert board._turning.isActive()
    seen = []
    for _ in range(3):
        seen.append(first_row())
        board._turning.timeout.emit()
    assert seen == ["Saal 1", "Saal 9", "Saal 1"]
    qtbot.keyClick(board, Qt.Key.Key_Left)
    assert first_row() == "Saal 1"
    with qtbot.waitSignal(board.closed):
        qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert not board.isVisible()


def test_a_mouse_that_moves_finds_the_way_out_and_one_that_rests_is_out_of_sight(
    qtbot: QtBot, board: BoardWindow
) -> None:
    assert not board.way_out.isVisible()
    qtbot.mouseMove(board, QPoint(300, 300))
    qtbot.mouseMove(board, QPoint(310, 300))
    assert board.way_out.isVisible()
    assert board.rect().contains(board.way_out.geometry())
    assert board.cursor().shape() is Qt.CursorShape.ArrowCursor
    board.way_out.leave()
    assert not board.way_out.isVisible()
    assert board.cursor().shape() is Qt.CursorShape.BlankCursor
    qtbot.mouseMove(board, QPoint(300, 300))
    with qtbot.waitSignal(board.closed):
        qtbot.mouseClick(board.way_out, Qt.MouseButton.LeftButton)


def test_before_the_store_answers_and_where_there_is_no_room_the_board_says_so(
    qtbot: QtBot, gateway: WallGateway
) -> None:
    waiting = BoardWindow(cast(Gateway, gateway))
    qtbot.addWidget(waiting)
    assert waiting.message() == "The OP plan is being loaded …"
    gateway.lose(at("10:00"))
    assert waiting.message().startswith("The database server does not answer")
    assert waiting.grab().toImage().pixelColor(2, 2).lightness() < 60
    gateway.find_again()
    gateway.store.practice = replace(gateway.store.practice, actors={}, procedures={})
    gateway.start()
    qtbot.waitUntil(lambda: "operating room" in waiting.message())
