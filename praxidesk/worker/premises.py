"""Where the store of a window is, in words that may be shown: never a password."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from praxidesk.worker.server_address import Encryption, address_of


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
    way: Encryption = Encryption.CHECKED
    """How the way to a server on another computer is kept from others."""


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
    told = address_of(url)
    is_near = told is None or told[0].is_local or not told[0].host
    way = Encryption.CHECKED if told is None or is_near else told[0].encryption
    return Premises(Keeping.SERVER, f"{where}{unquote(parts.path)}", way)
