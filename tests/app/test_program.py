"""The composed program: bugs are told and logged without names, settings, clock, display, log file."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from praxidesk import display
from praxidesk.app import BROKEN, Program, desk_settings
from praxidesk.engine.walltime import Zone
from praxidesk.log_file import log_bug, write_log_to
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.view_kind import ViewKind
from tests.worker.fake_access import NOW, FakeStore


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return desk_settings(tmp_path / "desk.json")


@pytest.fixture
def program(qtbot: QtBot, settings: SettingsFile) -> Iterator[Program]:
    clock = PracticeClock(datetime(2026, 11, 23, 9, 0))
    made = Program(FakeStore().open, clock, settings)
    qtbot.addWidget(made.window)
    yield made
    made.end()


def test_the_store_is_opened_after_the_first_paint(qtbot: QtBot, program: Program) -> None:
    assert program.gateway.practice is None
    with qtbot.waitSignal(program.gateway.practice_loaded):
        program.show()


def test_a_window_larger_than_the_screen_fills_it_and_does_not_hang_over_its_edge(program: Program) -> None:
    window = program.window
    free = window.screen().availableGeometry().size()
    window.resize(free.width() + 300, free.height() + 300)
    window.fit_screen()
    assert window.isMaximized()
    assert window.size() == free.expandedTo(window.minimumSize())


def test_the_set_time_is_the_practice_s_wall_time(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.gateway.practice_loaded):
        program.show()
    assert program.gateway.now() == NOW


def test_a_bug_is_logged_by_its_place_and_told_in_the_window(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(program.gateway.practice_loaded):
        program.show()
    with pytest.raises(ValueError, match="Müller") as caught:
        int("Müller-Öztürk, Işıl")
    program.tell_bug(ValueError, caught.value, caught.value.__traceback__)
    qtbot.waitUntil(program.workplace.toast.isVisible)
    assert "ValueError at test_program.py" in caplog.text
    assert "Müller" not in caplog.text


def test_a_closed_window_is_remembered_with_all_that_is_in_it(
    qtbot: QtBot, program: Program, settings: SettingsFile
) -> None:
    with qtbot.waitSignal(program.gateway.practice_loaded):
        program.show()
    program.workplace.parts.views.view.zoom_in()
    zoom = program.workplace.parts.views.zoom(ViewKind.DAY)
    program.window.resize(1200, 700)
    program.workplace.actions_[ActionId.QUIT].trigger()
    assert not program.window.isVisible()
    assert DeskSettings(settings).zoom(ViewKind.DAY) == zoom
    assert DeskSettings(settings).geometry == program.window.saveGeometry()


def test_a_bug_that_leaves_the_window_empty_ends_the_program(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", ends.append)
    error = ValueError("Müller")
    program.tell_bug(ValueError, error, None)
    qtbot.waitUntil(lambda: ends == [BROKEN])


def test_an_end_in_time_is_said_so(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.gateway.practice_loaded):
        program.show()
    program.end()
    assert program.ended_in_time


def test_the_board_has_its_own_way_to_the_store_and_goes_with_escape(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.gateway.practice_loaded):
        program.show()
    program.workplace.actions_[ActionId.BOARD].trigger()
    board = program.board
    assert board is not None
    assert board.isFullScreen()
    assert not board.isAncestorOf(program.window)
    gateway = program._board_gateway
    assert gateway is not None
    assert gateway is not program.gateway
    qtbot.waitUntil(lambda: gateway.practice is not None)
    with qtbot.waitSignal(gateway.left):
        qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert program.board is None
    program.workplace.actions_[ActionId.BOARD].trigger()
    program.end()
    assert program.board is None
    assert program.ended_in_time


def test_a_window_that_is_not_painted_opens_its_store_all_the_same(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.window, "show", lambda: None)
    with qtbot.waitSignal(program.gateway.practice_loaded):
        program.show()
    assert not program.window.isVisible()


def test_a_clock_that_was_set_stands_still_or_runs() -> None:
    machine = iter([1000.0, 1000.0, 1000.0, 1060.0])
    clock = PracticeClock(datetime(2026, 11, 23, 10, 30), runs=True, machine=lambda: next(machine))
    clock.learn(Zone("Europe/Berlin"))
    began = clock()
    assert Zone("Europe/Berlin").local(began) == datetime(2026, 11, 23, 10, 30)
    assert clock() == began
    assert clock() == began + 60
    still = PracticeClock(datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=5))))
    still.learn(Zone("Europe/Berlin"))
    assert (
        still()
        == still()
        == int(datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=5))).timestamp())
    )


def test_a_set_time_that_a_change_over_skips_is_the_moment_of_the_change() -> None:
    clock = PracticeClock(datetime(2026, 3, 29, 2, 30))
    clock.learn(Zone("Europe/Berlin"))
    assert Zone("Europe/Berlin").local(clock()) == datetime(2026, 3, 29, 3, 0)


def test_without_a_set_time_the_machine_s_counts() -> None:
    clock = PracticeClock(machine=lambda: 1234.9)
    clock.learn(Zone("Europe/Berlin"))
    assert clock() == 1234


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "logs" / "praxidesk.log"
    handler = write_log_to(file)
    assert handler is not None
    yield file
    logging.getLogger("praxidesk").removeHandler(handler)
    handler.close()


@contextmanager
def hiding(name: str) -> Iterator[None]:
    """Raise something else, because of what is raised inside."""
    try:
        yield
    except KeyError as cause:
        raise RuntimeError(name) from cause


def test_the_log_is_its_owner_s_alone_and_names_no_values(log_file: Path) -> None:
    with pytest.raises(RuntimeError) as caught, hiding("Işıl"):
        dict[str, str]()["P-1001"]
    log_bug(caught.value)
    text = log_file.read_text("utf-8")
    assert "builtins.RuntimeError at test_program.py" in text
    assert "caused by builtins.KeyError" in text
    assert "P-1001" not in text
    assert "Işıl" not in text
    if sys.platform != "win32":
        assert log_file.stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert write_log_to(tmp_path / "file" / "praxidesk.log") is None


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a screen")
@pytest.mark.parametrize(
    ("environment", "offscreen", "visible", "platform"),
    [
        pytest.param({}, False, False, "offscreen", id="no display"),
        pytest.param({"DISPLAY": ":4711"}, False, False, "offscreen", id="a display that is gone"),
        pytest.param({"DISPLAY": "host:0"}, False, True, None, id="a display elsewhere"),
        pytest.param({"WAYLAND_DISPLAY": "wayland-0"}, False, True, None, id="Wayland"),
        pytest.param({"WAYLAND_DISPLAY": "wayland-0"}, True, False, "offscreen", id="not wanted"),
        pytest.param({"QT_QPA_PLATFORM": "xcb"}, True, True, "xcb", id="chosen by the user"),
        pytest.param({"QT_QPA_PLATFORM": "offscreen"}, False, False, "offscreen", id="chosen offscreen"),
    ],
)
def test_qt_is_told_to_draw_into_memory_where_there_is_no_screen(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    offscreen: bool,
    visible: bool,
    platform: str | None,
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert display.choose_platform(offscreen=offscreen) is visible
    assert os.environ.get("QT_QPA_PLATFORM") == platform
