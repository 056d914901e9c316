"""How far a long command is, on one line of the terminal that is written over and over."""

import sys
import time
from types import TracebackType
from typing import Self

_BETWEEN_SECONDS = 0.1


def is_terminal() -> bool:
    """Whether a person watches."""
    return sys.stderr.isatty()


class Progress:
    """Says nothing where stderr is no terminal. As a context it leaves an empty line behind."""

    def __init__(self) -> None:
        self._is_shown = is_terminal()
        self._next_at = 0.0
        self._width = 0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line."""
        self.wipe()

    def show(self, text: str) -> None:
        """Say it, unless something was said a moment ago."""
        now = time.monotonic()
        if not self._is_shown or now < self._next_at:
            return
        self._next_at = now + _BETWEEN_SECONDS
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
        self._width = len(text)

    def wipe(self) -> None:
        """Make room for something else to be written."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
            self._width = 0
