"""The file of a desk's settings: read once, kept in memory, written by a thread of its own.

Qt's settings wait for the disk twice for each change, in the thread that draws the window and with the
interpreter in hand. Mostly that is a millisecond; beside a program that books it was up to 0.4 seconds.
"""

import json
import logging
import os
from pathlib import Path
from threading import Lock, Thread

from PySide6.QtCore import QByteArray, QSettings

_LOG = logging.getLogger(__name__)
PATIENCE_S = 5.0
"""Whoever closes the window waits no longer."""


class SettingsFile:
    """Texts by their keys. For one thread; what it sets is on the disk a moment later."""

    def __init__(self, file: Path) -> None:
        """What is there already; nothing, where it cannot be read.

        :param file: JSON; an ``.ini`` of an older program beside it is read where there is none yet
        """
        self.file = file
        older = file.with_suffix(".ini")
        self._values = _of_ini(older) if older.exists() and not file.exists() else _read(file)
        self._changed: dict[str, str] = {}
        self._lock = Lock()
        self._writer: Thread | None = None

    def value(self, key: str, usual: str = "") -> str:
        """What was set last, at this start or an earlier one."""
        return self._values.get(key, usual)

    def set_value(self, key: str, value: str) -> None:
        """Set it, and have it written."""
        if self._values.get(key) == value:
            return
        self._values[key] = value
        with self._lock:
            self._changed[key] = value
            if self._writer is None:
                self._writer = Thread(target=self._write, name="settings", daemon=True)
                self._writer.start()

    def sync(self) -> None:
        """Wait until all is written, but not for a disk that does not answer."""
        with self._lock:
            writer = self._writer
        if writer is not None:
            writer.join(PATIENCE_S)

    def _write(self) -> None:
        while True:
            with self._lock:
                changed, self._changed = self._changed, {}
                if not changed:
                    self._writer = None
                    return
            try:
                self._bring(changed)
            except OSError as error:
                # Whoever works here loses a zoom or a folded panel, and need not be disturbed.
                _LOG.warning("settings not written: %s", error.strerror)

    def _bring(self, changed: dict[str, str]) -> None:
        """Another window of this desk may have written meanwhile: what it changed stays."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        # Until something is in it, it takes over what the older program's file says.
        known = _read(self.file) if self.file.exists() else self._values.copy()
        whole = self.file.with_suffix(".new")
        with whole.open("w", encoding="utf-8") as written:
            json.dump(known | changed, written, ensure_ascii=False, indent=0, sort_keys=True)
            written.flush()
            os.fsync(written.fileno())
        whole.replace(self.file)


def _read(file: Path) -> dict[str, str]:
    try:
        found = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _LOG.warning("settings not read: %s", type(error).__name__)
        return {}
    known = found.items() if isinstance(found, dict) else ()
    return {key: value for key, value in known if isinstance(value, str)}


def _of_ini(file: Path) -> dict[str, str]:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    return {key: _text(settings.value(key)) for key in settings.allKeys()}


def _text(value: object) -> str:
    return bytes(value.toBase64().data()).decode("ascii") if isinstance(value, QByteArray) else str(value)
