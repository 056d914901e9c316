"""Letters pressed on free time: the beginning of somebody's name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_TAKEN = frozenset({Qt.Key.Key_G, Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_W})
"""On free time these begin a name: what the window does by them has nothing to do with the time."""
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def is_no_shortcut(event: QKeyEvent) -> bool:
    """Whether a key of the window begins a name, where free time is chosen."""
    return event.key() in _TAKEN and not event.modifiers() & _OTHERS


def begun(event: QKeyEvent) -> str:
    """What is typed; empty where the key types nothing."""
    text = event.text()
    is_typed = text.isprintable() and bool(text.strip()) and not event.modifiers() & _OTHERS
    return text if is_typed else ""
