"""A picture on disk and a server: whoever loads what a name points at is seen doing so."""

import ctypes
import os
import socket
from pathlib import Path

from PySide6.QtGui import QImage

_IN_OPEN = 0x20
_IN_NONBLOCK = os.O_NONBLOCK


class Bait:
    """Close it after use. Linux tells that the file was opened, by whatever code; others do not."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "bait.png"
        image = QImage(2, 2, QImage.Format.Format_RGB32)
        image.fill(0)
        assert image.save(str(self.file))
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        host, port = self._server.getsockname()
        self.address = f"http://{host}:{port}/bait.png"
        self._watch = _watch(self.file)

    @property
    def markup(self) -> str:
        """Pictures and a link, as a hostile name holds them."""
        return f'<img src="{self.file.as_uri()}"><img src="{self.address}"><a href="{self.address}">x</a>'

    def taken(self) -> list[str]:
        """What has been loaded since the last look."""
        found = []
        if self._watch is not None:
            try:
                os.read(self._watch, 4096)
                found.append("the file was opened")
            except BlockingIOError:
                pass
        try:
            self._server.accept()[0].close()
            found.append("the server was asked")
        except BlockingIOError:
            pass
        return found

    def close(self) -> None:
        self._server.close()
        if self._watch is not None:
            os.close(self._watch)


def _watch(file: Path) -> int | None:
    """A descriptor that can be read once the file has been opened; ``None`` where the system has none."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "inotify_init1"):
        return None
    descriptor: int = libc.inotify_init1(_IN_NONBLOCK)
    assert libc.inotify_add_watch(descriptor, os.fsencode(file), _IN_OPEN) >= 0
    return descriptor
