"""Whether a database server can keep a practice: tried the way it would be used."""

from contextlib import closing

from sqlalchemy.exc import ArgumentError

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import Readiness, ServerFound, ServerRefused, ServerTrouble
from praxidesk.models.server.probe import PATIENCE_SECONDS, ServerUnusable, look_in, require_rights
from praxidesk.models.server.url import hosts_of, server_url
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.desk import read_practice

_TROUBLES = {
    StoreFault.FOREIGN: ServerTrouble.FOREIGN,
    StoreFault.TOO_NEW: ServerTrouble.SCHEMA_TOO_NEW,
    StoreFault.TOO_OLD: ServerTrouble.SCHEMA_TOO_OLD,
    StoreFault.READ_ONLY: ServerTrouble.NO_RIGHT,
    StoreFault.BUSY: ServerTrouble.NO_ANSWER,
    StoreFault.UNREACHABLE: ServerTrouble.NO_ANSWER,
}


def probe_server(url: str) -> ServerFound | ServerRefused:
    """What is there, or what is in the way; nothing is created or changed."""
    try:
        address = server_url(url)
        if not hosts_of(address):
            return ServerRefused(ServerTrouble.BAD_ADDRESS)
        look_in(address)
        found = _found(url)
        if found.readiness is Readiness.EMPTY:
            require_rights(address)
    except (ArgumentError, ValueError):
        return ServerRefused(ServerTrouble.BAD_ADDRESS)
    except ServerUnusable as unusable:
        return ServerRefused(unusable.trouble, unusable.detail)
    except StoreUnavailable as fault:
        return ServerRefused(_TROUBLES.get(fault.fault, ServerTrouble.OTHER), fault.detail)
    return found


def _found(url: str) -> ServerFound:
    try:
        patience = PATIENCE_SECONDS * 500  # a call is given up after twice that
        with closing(Store.open(url, patience_ms=patience)) as store, store.read() as connection:
            return ServerFound(Readiness.PRACTICE, read_practice(connection).site.name)
    except StoreUnavailable as fault:
        if fault.fault not in {StoreFault.MISSING, StoreFault.EMPTY}:
            raise
        return ServerFound(Readiness.EMPTY)
