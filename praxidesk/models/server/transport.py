"""How the way to a server is kept from others: encrypted and checked, unless an administrator permits less.

What is less than ``verify-full`` stands in a file that only the computer's administrator can write, for each
server by name. An address or a variable of the environment is not enough: whoever sits at the desk has both.
"""

import os
import sys
import tomllib
from pathlib import Path

from sqlalchemy import URL

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.server.url import hosts_of

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_CHECKED = "verify-full"
_RANKS = {
    "disable": 0,
    "allow": 0,
    "prefer": 0,  # both may end unencrypted
    "require": 1,
    "verify-ca": 2,
    _CHECKED: 3,
}


def administrators_file() -> Path:
    """Where the administrator of this computer permits less for a server."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "PraxiDesk" / "server.toml"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/PraxiDesk/server.toml")
    return Path("/etc/praxidesk/server.toml")


def encryption(url: URL) -> dict[str, str]:
    """What libpq is told beyond the address: another host proves who it is.

    :raises StoreUnavailable: where the address asks for less than is permitted for one of its hosts
    """
    others = [host for host in _asked(url) if host not in _HERE and not host.startswith("/")]
    wanted = _single(url, "sslmode") or os.environ.get("PGSSLMODE", "")
    if not others:
        return {}
    if not wanted:
        trusted = "sslrootcert" in url.query or "PGSSLROOTCERT" in os.environ
        return {"sslmode": _CHECKED} | ({} if trusted else {"sslrootcert": "system"})
    if wanted != _CHECKED:
        permitted = _permitted()
        for host in others:
            if _RANKS.get(wanted, 0) < permitted.get(host.casefold(), _RANKS[_CHECKED]):
                raise StoreUnavailable(
                    StoreFault.UNREACHABLE,
                    f"sslmode {wanted} is not permitted for this server; {administrators_file()} can",
                    ServerTrouble.TLS_NOT_PERMITTED,
                )
    return {}


def _asked(url: URL) -> tuple[str, ...]:
    """Every host that libpq may go to; an address of its own goes before the name."""
    numbers = [each.strip() for each in _single(url, "hostaddr").split(",") if each.strip()]
    named = hosts_of(url) or tuple(
        each.strip() for each in os.environ.get("PGHOST", "").split(",") if each.strip()
    )
    around = os.environ.get("PGHOSTADDR", "")
    return (*named, *numbers, *((around,) if around else ()))


def _single(url: URL, name: str) -> str:
    given = url.query.get(name, "")
    return given if isinstance(given, str) else given[-1]


def _permitted() -> dict[str, int]:
    """The least that is permitted, by the server's name.

    :raises StoreUnavailable: where the file is there and cannot be understood: then nothing less is permitted
    """
    file = administrators_file()
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _unreadable(file, type(error).__name__) from None
    permitted = {}
    rows = told.get("server", [])
    if not isinstance(rows, list) or set(told) - {"server"}:
        raise _unreadable(file, "only [[server]] may stand in it")
    for number, row in enumerate(rows, start=1):
        match row:
            case {"host": str(host), "sslmode": str(mode), **rest} if mode in _RANKS and not rest:
                permitted[host.casefold()] = _RANKS[mode]
            case _:
                modes = ", ".join(_RANKS)
                raise _unreadable(file, f"server {number}: host and sslmode (one of {modes}) are wanted")
    return permitted


def _unreadable(file: Path, why: str) -> StoreUnavailable:
    return StoreUnavailable(
        StoreFault.UNREACHABLE, f"{file} cannot be read: {why}", ServerTrouble.TLS_NOT_PERMITTED
    )
