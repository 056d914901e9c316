"""Whether there is a screen to draw on; asked before Qt loads, which ends the process where there is none."""

import os
import sys
from pathlib import Path

PLATFORM = "QT_QPA_PLATFORM"
OFFSCREEN = "offscreen"


def choose_platform(*, offscreen: bool = False) -> bool:
    """Tell Qt to draw into memory where there is no screen or none is wanted; whether windows can be seen."""
    chosen = os.environ.get(PLATFORM)
    if chosen:
        return not chosen.startswith((OFFSCREEN, "minimal"))
    if offscreen or not has_screen():
        os.environ[PLATFORM] = OFFSCREEN
        return False
    return True


def has_screen() -> bool:
    """Whether somebody could see a window."""
    if sys.platform in {"win32", "darwin"}:
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if display.startswith(":"):
        # A name left over from a session that ended would end us, too.
        number = display[1:].partition(".")[0]
        return Path(f"/tmp/.X11-unix/X{number}").exists()  # noqa: S108 - where X servers listen
    return bool(display)
