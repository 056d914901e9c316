"""How soon another desk's booking is painted."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QSocketNotifier, Slot
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from benchmarks.desk_window import DeskWindow, open_window
from benchmarks.figures import Figure, rounded
from benchmarks.live_desk import SHOWN
from benchmarks.other_desk import MONDAY
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.items import ENTRY_ROLE
from praxidesk.ui.calendar.view import CalendarView
from praxidesk.ui.shown.view_kind import ViewKind

COMMITS = 240
SOON_MS = 1_000.0
_NOW = datetime(2026, 11, 16, 7, 5)
_ROOT = Path(__file__).parents[1]


def live(store: str, dialect: str, entries: int, commits: int = COMMITS) -> Iterator[Figure]:
    """Another process books and cancels on the day shown; from its COMMIT until that is painted."""
    with open_window(store, _NOW) as window, _told_desk(store) as desk:
        window.go_to(ViewKind.DAY, MONDAY)
        window.program.workplace.choose_actors([f"D{number}" for number in range(SHOWN)])
        window.program.workplace.actions_[ActionId.ZOOM_DAY].trigger()
        window.settle()
        screen = _Screen(window)
        taken = sorted(_seen(screen, desk) for _ in range(commits))
    slowest = taken[len(taken) * 99 // 100]
    yield Figure(
        what="live",
        store=dialect,
        entries=entries,
        statements=None,
        median_ms=rounded(statistics.median(taken)),
        ratio=rounded(slowest / SOON_MS),
        against=f"p99 of 1 s from COMMIT to repaint; it was {slowest:.0f} ms, the longest {taken[-1]:.0f} ms",
        budget=1,
        runs=len(taken),
    )


@dataclass(frozen=True, slots=True)
class _Painting:
    """One paint of the view: when it was done, what was painted, and which tiles stood where."""

    at: float
    region: QRegion
    tiles: dict[EntryId, QRect]

    def shows(self, entry: EntryId, before: QRect | None, *, is_there: bool) -> bool:
        """Whether the entry's tile was painted; or, where it is gone, the place it stood on."""
        rect = self.tiles.get(entry)
        if is_there:
            return rect is not None and self.region.intersects(rect)
        return rect is None and before is not None and self.region.intersects(before)


class _Screen(QObject):
    """Notes each painting of the window's view until it is asked."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        self.window = window
        self.paintings: list[_Painting] = []
        self._view: CalendarView = window.program.workplace.parts.views.view
        self._port: QWidget = self._view.viewport()
        self._begun: tuple[QRegion, dict[EntryId, QRect]] | None = None
        self._port.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is about to be painted, and let it be."""
        if watched is self._port and isinstance(event, QPaintEvent):
            region = event.region() if self._begun is None else event.region() + self._begun[0]
            self._begun = region, self._tiles()
        return False

    def note(self) -> None:
        """All events are handled: what was begun is painted."""
        if self._begun is not None:
            self.paintings.append(_Painting(time.monotonic(), *self._begun))
            self._begun = None

    def _tiles(self) -> dict[EntryId, QRect]:
        model = self._view.model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return {EntryId(index.data(ENTRY_ROLE)): self._view.visualRect(index) for index in rows}


class _Desk(QObject):
    """The other process: told to commit, and what it says it did."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        super().__init__()
        self._process = process
        assert process.stdout is not None
        self._out = process.stdout
        self.said: list[bytes] = []
        self._notifier = QSocketNotifier(self._out.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_said)

    def tell(self) -> None:
        """One more."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"go\n")
        self._process.stdin.flush()

    @Slot()
    def _on_said(self) -> None:
        self.said.append(self._out.readline())


def _seen(screen: _Screen, desk: _Desk) -> float:
    """Milliseconds from a commit until the screen shows it."""
    earlier = screen.paintings[-1].tiles if screen.paintings else {}
    screen.paintings = []
    desk.said.clear()
    desk.tell()
    found: list[float] = []

    def is_seen() -> bool:
        screen.note()
        if desk.said and not found:
            told = json.loads(desk.said[0])
            entry, is_there = EntryId(told["entry"]), told["is_there"]
            found.extend(
                (each.at - told["at"]) * 1_000
                for each in screen.paintings
                if each.at > told["at"] and each.shows(entry, earlier.get(entry), is_there=is_there)
            )
        return bool(found)

    screen.window.wait(is_seen)
    return found[0]


@contextmanager
def _told_desk(store: str) -> Iterator[_Desk]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.live_desk", store],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    )
    assert process.stdout is not None
    if process.stdout.readline() != b"ready\n":
        raise RuntimeError("the other desk did not start")
    desk = _Desk(process)
    try:
        yield desk
    finally:
        desk.deleteLater()
        process.communicate(timeout=30)
