"""Where the store of a window is, in words that may be shown: never a password."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Keeping(Enum):
    """What kind of place it is."""

    FILE = "file"
    """On this computer."""
    SERVER = "server"
    DEMO = "demo"
    """The demo practice's own file."""


@dataclass(frozen=True, slots=True)
class Premises:
    """One store's place."""

    keeping: Keeping = Keeping.FILE
    at: str = ""
    """The file, or ``host/database``."""


def premises_of(url: str, *, is_demo: bool = False) -> Premises:
    """Where an address points; one that cannot be read points nowhere."""
    if is_demo:
        return Premises(Keeping.DEMO, url)
    scheme, separator, rest = url.partition("://")
    if not separator:
        return Premises(Keeping.FILE, str(Path(url).expanduser().absolute()))
    if scheme == "sqlite":
        return Premises(Keeping.FILE, rest.partition("?")[0].removeprefix("/"))
    try:
        parts = urlsplit(url)
        where = parts.netloc.rpartition("@")[2]
        if "," not in where:
            where = f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""
    except ValueError:
        return Premises(Keeping.SERVER)
    return Premises(Keeping.SERVER, f"{where}{unquote(parts.path)}")
