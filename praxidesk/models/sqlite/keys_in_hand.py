"""Keys of encrypted stores that somebody's password has brought out, as long as they are at work."""

from pathlib import Path

_keys: dict[Path, bytes] = {}


def take(store: Path, key: bytes) -> None:
    """From now on this program can open the store."""
    _keys[store.resolve()] = key


def of(store: Path) -> bytes | None:
    """The key, where somebody has brought it out."""
    return _keys.get(store.resolve())


def drop(store: Path) -> None:
    """Forget it: the next one who wants to open the store has to say who they are."""
    _keys.pop(store.resolve(), None)
