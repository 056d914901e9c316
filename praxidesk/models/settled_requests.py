"""The keys of changes that are no entry's - settings, patients, imports - and what was answered to each.

Written in the transaction of the change itself: a key that stands there has been carried out. It stands for
``KEPT_DAYS`` by the database's own clock, which also dates it: whoever puts one in takes older ones away, by
a trigger, so that nobody needs a right to. A desk asks again for as long as its window is open and waits for
the server; none waits that long.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from praxidesk.models.raw_rows import fetch_all

KEPT_DAYS = 30
"""Migration 0020 has it too, in seconds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The key of a change, and the instant it was asked for."""

    key: str
    at: int


def claim(connection: Connection, asked: Asked | None) -> str | None:
    """Take a key for this transaction: ``None`` if it is new or none, else what was answered under it.

    Whoever else still works under it is waited for.
    """
    if asked is None or connection.execute(_PUT, {"key": asked.key, "answer": "", "at": asked.at}).rowcount:
        return None
    return max(str(answer) for (answer,) in fetch_all(connection, _READ, {"key": asked.key}))


def settle(connection: Connection, asked: Asked | None, answer: str) -> None:
    """Keep what is answered under a claimed key, where it cannot be told from what was asked for."""
    if asked is not None:
        connection.execute(_PUT, {"key": asked.key, "answer": answer, "at": asked.at})


_PUT = text(
    "INSERT INTO settled_request (key, answer, at) VALUES (:key, :answer, :at) ON CONFLICT DO NOTHING"
)
_READ = text("SELECT answer FROM settled_request WHERE key = :key")
