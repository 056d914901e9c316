"""What a connection to a server must learn for its first booking, learnt beforehand; nothing of it stays.

The server reads what it must know of each table, index and trigger when a session first comes to them, and
plans what it is asked: together that is three times the work of a booking.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from praxidesk.engine.outcomes import Change
from praxidesk.engine.pauses import pause
from praxidesk.engine.requests import RequestKey
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import NOBODY, EntryId, Status
from praxidesk.models import entry_writes, queries
from praxidesk.models.actor_locks import ActorsMissing, lock_actors

if TYPE_CHECKING:
    from praxidesk.models.server.connection import ServerConnection

_NO_ENTRY = EntryId(-1)
_NO_TIME = Span(1 << 31, (1 << 31) + 60)
_NO_KEY = "rehearsed"


def rehearse(connection: Connection, driver: "ServerConnection") -> bool:
    """Ask what a booking, a refusal and a change ask, of nobody; whether the login may book at all.

    In a transaction of the caller, who rolls it back. Locks no row that anybody else may want to change.
    """
    if not connection.scalar(_MAY_BOOK):
        return False
    usual, driver.prepare_threshold = driver.prepare_threshold, 0
    try:
        for ask in _ASKED:
            pause()
            ask(connection)
    finally:
        driver.prepare_threshold = usual
    return True


def _lock(connection: Connection) -> None:
    with suppress(ActorsMissing):
        lock_actors(connection, [NOBODY], "")


def _look(connection: Connection) -> None:
    queries.surroundings(connection, [NOBODY], _NO_TIME, patient_number="", key=_NO_KEY)


def _look_for_offers(connection: Connection) -> None:
    queries.surroundings(connection, [NOBODY], _NO_TIME)


def _look_for_entries(connection: Connection) -> None:
    queries.few_entries(connection, [_NO_ENTRY])


def _change(connection: Connection) -> None:
    entry_writes.update_entry(
        connection,
        _NO_ENTRY,
        1,
        change=Change.CANCELLED,
        now=0,
        key=RequestKey(_NO_KEY, ""),
        status=Status.CANCELLED,
        reason="",
    )
    entry_writes.release(connection, _NO_ENTRY)
    entry_writes.replace_allocations(connection, _NO_ENTRY, ())


def _write(connection: Connection) -> None:
    connection.execute(_REHEARSE)


_ASKED = (_lock, _look, _look_for_offers, _look_for_entries, _change, _write)
_MAY_BOOK = text("SELECT has_function_privilege('rehearse_booking()', 'EXECUTE') AND NOT pg_is_in_recovery()")
_REHEARSE = text("SELECT rehearse_booking()")
