"""What a test may leave behind by mistake: threads, processes, files."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_CACHES = {
    ".pytest_cache",
    ".hypothesis",
    ".mypy_cache",
    ".ruff_cache",
    ".import_linter_cache",
    "__pycache__",
}
_TASKS = Path("/proc/self/task")
_GRACE_SECONDS = 3.0


def threads() -> set[str]:
    """Threads that keep a process from ending, and those of Qt that ran Python."""
    alive = {task.name for task in _TASKS.iterdir()} if _TASKS.exists() else set()
    return {
        f"thread {thread.name}"
        for thread in threading.enumerate()
        # Python keeps a stand-in for a thread that others made, even after its end.
        if (str(thread.native_id) in alive if _is_stand_in(thread) else not thread.daemon)
    }


def children() -> set[str]:
    """Processes this one started and did not wait for; Linux only."""
    found: set[str] = set()
    for task in _TASKS.glob("*/children"):
        try:
            found.update(f"process {each}" for each in task.read_text().split())
        except OSError:
            continue  # the thread ended meanwhile
    return found


def files() -> set[str]:
    """What lies in the project's folder."""
    return {f"file {path.name}" for path in ROOT.iterdir() if path.name not in _CACHES}


def remaining(look: Callable[[], set[str]], before: set[str]) -> set[str]:
    """What is there now and was not before; an end that is under way has a moment to come."""
    deadline = time.monotonic() + _GRACE_SECONDS
    while (left := look() - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    return left


def _is_stand_in(thread: threading.Thread) -> bool:
    return isinstance(thread, threading._DummyThread)
