"""The day without a mouse once more, in a window of X: its keys and focus go another way than offscreen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.leftovers import ROOT

XVFB = shutil.which("Xvfb")
SCREEN = "1920x1080x24"


@contextmanager
def display() -> Iterator[str]:
    """A screen of its own that nobody sees; ended by its number."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [XVFB or "Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def under_x(words: list[str], screen: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "WAYLAND"))
    }
    return subprocess.run(
        [sys.executable, *words],
        env=environment | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.mark.skipif(XVFB is None, reason="there is no Xvfb on this machine")
def test_the_day_without_a_mouse_goes_under_x_too() -> None:
    with display() as screen:
        can = under_x(["-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"], screen)
        if can.returncode:
            pytest.skip(f"Qt cannot use X on this machine: {can.stderr.strip().splitlines()[0]}")
        ran = under_x(
            [
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:randomly",
                "-p",
                "no:cacheprovider",
                "tests/app/test_day_by_keys.py",
            ],
            screen,
        )
    assert ran.returncode == 0, ran.stdout[-4000:]
    assert "1 passed" in ran.stdout
