"""Long work of the GUI thread in slices, between which keys are answered and things are painted."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot

A_SLICE = 100
"""Entries laid out in one go, or as much other work as that: some milliseconds."""


class Slices(QObject):
    """One piece of work at a time; what is begun takes the place of what is not done yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: tuple[Iterator[int], Callable[[], None]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, steps: Iterator[int], then: Callable[[], None], *, at_once: bool = True) -> None:
        """Do the first slice now, and what comes of it at once if that was all.

        :param steps: each tells how much it was, in entries
        :param at_once: else the first slice, too, waits for what is to be painted
        """
        self._work = steps, then
        if at_once:
            self._do(shown_after=A_SLICE - 1)
        else:
            self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self._work is None

    def drop(self) -> None:
        """Nobody wants it any more."""
        self._work = None

    @Slot()
    def _go_on(self) -> None:
        # What comes of it is work, too: after half a slice it has a turn of its own.
        self._do(shown_after=A_SLICE // 2)

    def _do(self, shown_after: int) -> None:
        """A slice, and what comes of all if no more than so much of the slice was done before it."""
        if self._work is None:
            return
        steps, then = self._work
        done = 0
        for made in steps:
            done += made
            if done >= A_SLICE:
                break
        if done > shown_after:
            self._timer.start()
            return
        self._work = None
        then()
