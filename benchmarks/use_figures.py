"""Figures of using the window: paging, dragging, searching, and its longest pause, another desk booking."""

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from benchmarks.big_practice import PRACTITIONERS
from benchmarks.desk_window import Clock, DeskWindow, Pulse, Taken, open_window
from benchmarks.figures import Figure, rounded
from benchmarks.paint_figures import tiles_of
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.grid.canvas import GridCanvas
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind

ROOT = Path(__file__).parents[1]
MONDAY = date(2026, 11, 16)
NOW = datetime(2026, 11, 16, 10, 42)
COLUMNS = 4
"""Practitioners in a week of five days: twenty columns."""
PAGES, DRAG_STEPS, KEYS = 40, 1_000, 60
PAGE_MS, STEP_MS, KEY_MS, PAUSE_MS = 16.0, 8.0, 50.0, 50.0
_NAMES = ("familie 1", "anna 19", "p-40", "familie anna", "1812")


def uses(store: str, entries: int, minutes: float) -> Iterator[Figure]:
    """All that is done in one window on a store that another process may write to.

    :param minutes: how long the window is used at random for its longest pause
    """
    with open_window(store, NOW) as window:
        window.program.workplace.choose_actors([f"D{number}" for number in range(COLUMNS)])
        window.go_to(ViewKind.WEEK, MONDAY)
        window.program.workplace.choose_actors([f"D{number}" for number in range(COLUMNS)])
        window.settle()
        yield _figure("page_cached_week", entries, _paging(window), PAGE_MS)
        yield _figure("drag_step", entries, _dragging(window), STEP_MS)
        yield _figure("search_keystroke", entries, _typing(window), KEY_MS)
        with _AnotherDesk(store):
            yield _pause(window, entries, minutes)


def _figure(what: str, entries: int, taken: Sequence[Taken], budget_ms: float) -> Figure:
    """Ninety-nine of a hundred against the limit; the median beside it."""
    last = len(taken) * 99 // 100
    slowest = sorted(each.ms for each in taken)[last]
    worked = sorted(each.worked_ms for each in taken)[last]
    return Figure(
        what=what,
        store="sqlite",
        entries=entries,
        statements=None,
        median_ms=rounded(statistics.median(each.ms for each in taken)),
        ratio=rounded(slowest / budget_ms),
        against=f"p99 of {budget_ms:g} ms; it was {slowest:.1f} ms, {worked:.1f} ms worked",
        budget=1,
        runs=len(taken),
    )


def _paging(window: DeskWindow) -> list[Taken]:
    """From the key to the painted week, to and fro between weeks that are in the cache."""
    taken = []
    for page in range(PAGES + 4):
        key = Qt.Key.Key_PageDown if page % 4 < 2 else Qt.Key.Key_PageUp
        view = window.program.workplace.parts.views.view
        taken.append(window.painted(lambda key=key, view=view: QTest.keyClick(view, key)))  # type: ignore[misc]
        window.settle()
    return taken[4:]


def _dragging(window: DeskWindow) -> list[Taken]:
    """A tile held by the mouse and moved; each step from the event until it is painted."""
    view = window.program.workplace.parts.views.view
    assert isinstance(view, GridCanvas)
    port = view.viewport()
    inner = port.rect().adjusted(60, 60, -60, -60)
    tile = next(rect for rect in tiles_of(view) if inner.contains(rect) and rect.height() > 10)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=tile.center())
    chance = random.Random(7)
    at, taken = tile.center(), []
    for _ in range(DRAG_STEPS):
        step = QPoint(chance.randrange(-24, 25), chance.randrange(-24, 25))
        at = QPoint(
            min(inner.right(), max(inner.left(), at.x() + step.x())),
            min(inner.bottom(), max(inner.top(), at.y() + step.y())),
        )
        clock = Clock()
        QTest.mouseMove(port, at)
        window.app.processEvents()
        taken.append(clock.taken())
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at)
    window.settle()
    return taken


def _typing(window: DeskWindow) -> list[Taken]:
    """Each letter typed into the search: until the field shows it, the answers come behind."""
    workplace = window.program.workplace
    workplace.actions_[ActionId.SEARCH].trigger()
    window.settle()
    chance = random.Random(11)
    taken: list[Taken] = []
    while len(taken) < KEYS:
        field = _focused(window)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in chance.choice(_NAMES):
            clock = Clock()
            QTest.keyClicks(field, letter)
            window.app.processEvents()
            taken.append(clock.taken())
            until = time.perf_counter() + 0.09
            while time.perf_counter() < until:
                clock = Clock()
                window.app.processEvents()
                taken[-1] = max(taken[-1], clock.taken())
    _escape(window)
    return taken


def _pause(window: DeskWindow, entries: int, minutes: float) -> Figure:
    """The worst lateness of a beat of five milliseconds, while everything is used at random."""
    chance, pulse = random.Random(23), Pulse()
    until = time.monotonic() + minutes * 60
    acts = 0
    while time.monotonic() < until:
        _act(window, chance)
        acts += 1
        window.rest(chance.choice((0.03, 0.1, 0.4)))
    worst, worked = pulse.worst_ms, pulse.worst_worked_ms
    pulse.deleteLater()
    return Figure(
        what="gui_pause",
        store="sqlite",
        entries=entries,
        statements=None,
        median_ms=rounded(worst),
        ratio=rounded(worst / PAUSE_MS),
        against=f"{PAUSE_MS:g} ms; the longest of {minutes:g} min, {acts:,} acts, another desk booking; "
        f"never more than {worked:.0f} ms worked",
        budget=1,
        runs=acts,
    )


def _act(window: DeskWindow, chance: random.Random) -> None:
    """One thing that people do."""
    workplace = window.program.workplace
    view: QWidget = workplace.parts.views.view
    port = workplace.parts.views.view.viewport()
    match chance.randrange(12):
        case 0 | 1:
            workplace.actions_[chance.choice((ActionId.PREVIOUS, ActionId.NEXT))].trigger()
        case 2:
            views = (ActionId.VIEW_DAY, ActionId.VIEW_WEEK, ActionId.VIEW_MONTH, ActionId.VIEW_ROOMS)
            workplace.actions_[chance.choice(views)].trigger()
        case 3:
            workplace.actions_[ActionId.TODAY].trigger()
        case 4 | 5 | 6:
            at = QPoint(chance.randrange(port.width()), chance.randrange(port.height()))
            QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
        case 7:
            for _ in range(8):
                keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
                # Each is an event of its own, as from a keyboard.
                QTest.keyClick(view, chance.choice(keys))
                window.app.processEvents()
        case 8:
            workplace.actions_[
                chance.choice((ActionId.ZOOM_IN, ActionId.ZOOM_OUT, ActionId.ZOOM_DAY))
            ].trigger()
        case 9:
            people = chance.sample(range(PRACTITIONERS), 6)
            workplace.choose_actors([f"D{number}" for number in sorted(people)])
        case 10:
            workplace.actions_[ActionId.SEARCH].trigger()
            window.app.processEvents()
            for letter in chance.choice(_NAMES):
                QTest.keyClicks(_focused(window), letter)
                window.app.processEvents()
            _escape(window)
        case _:
            day = MONDAY + timedelta(days=chance.randrange(-20, 20))
            workplace.go_to(Shown(workplace.shown.view, day))
    window.app.processEvents()


def _escape(window: DeskWindow) -> None:
    QTest.keyClick(_focused(window), Qt.Key.Key_Escape)
    window.app.processEvents()


def _focused(window: DeskWindow) -> QWidget:
    """What keys go to; nothing where another program's window is in front: then nothing is measured."""
    focused = window.app.focusWidget()
    assert focused is not None, "keys went to another window"
    return focused


class _AnotherDesk:
    """A process that books and cancels on the days shown, until it is told to end."""

    def __init__(self, store: str) -> None:
        self._store = store

    def __enter__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.other_desk", self._store],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        if self._process.stdout.readline() != "ready\n":
            raise RuntimeError("the other desk did not start")

    def __exit__(self, *_: object) -> None:
        done, _nothing = self._process.communicate("end\n", timeout=30)
        if self._process.returncode or not int(done):
            raise RuntimeError("the other desk booked nothing")
