"""Requests that come twice: the first success is the answer to each of them."""

from sqlalchemy import Connection

from praxidesk.engine.outcomes import Done, Invalid
from praxidesk.engine.requests import RequestKey
from praxidesk.models import queries
from praxidesk.models.queries import KnownKey
from praxidesk.services.answers import invalid
from praxidesk.services.desk import NO_TIME


def replayed(connection: Connection, key: RequestKey | None, known: KnownKey) -> Done | Invalid:
    """The answer to a request whose key is known: the entry as it is now, or that the key is another's."""
    entry = queries.entry(connection, known.entry)
    if key is None or entry is None:
        raise AssertionError("only a key can be known, and entries are never deleted")
    if known.fingerprint != key.fingerprint:
        return invalid("key", "another request was answered under this key")
    return Done(known.change, entry, replayed=True)


def replay_of(connection: Connection, key: RequestKey | None) -> Done | Invalid | None:
    """The same, where nothing is known of the key yet; ``None`` if it is new."""
    if key is None:
        return None
    known = queries.surroundings(connection, (), NO_TIME, key=key.key).known
    return None if known is None else replayed(connection, key, known)
