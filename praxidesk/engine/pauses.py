"""Where long work may pause; whoever begins it on a thread says what for. Pure."""

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")
_EVERY = 50
"""Items between two pauses: less than a millisecond of work."""


_of_thread: dict[int, Callable[[], None]] = {}
"""By the thread's number. Not ``threading.local``: a thread of Qt loses that between two slots."""


def pause_for(pause: Callable[[], None] | None) -> None:
    """From now on, long work on this thread calls this in between; ``None``: nothing."""
    if pause is None:
        _of_thread.pop(threading.get_ident(), None)
    else:
        _of_thread[threading.get_ident()] = pause


def pause() -> None:
    """Work that takes long has come to a place where it may wait. Not while others wait for a transaction."""
    of_thread = _of_thread.get(threading.get_ident())
    if of_thread is not None:
        of_thread()


def pausing(items: Iterable[_Item], every: int = _EVERY) -> Iterator[_Item]:
    """The items, with a pause before the first and after every so many."""
    for place, item in enumerate(items):
        if place % every == 0:
            pause()
        yield item
