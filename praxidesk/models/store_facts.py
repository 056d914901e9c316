"""How large a store is, who is connected, and what a server says its statements cost."""

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from praxidesk.engine.store_facts import HeldSession, ServerCounts, ServerStatement, StoreFacts
from praxidesk.models import revision
from praxidesk.models.at_desk import desk_of
from praxidesk.models.server import sessions as server_sessions
from praxidesk.models.store import Store

MOST_TABLES, MOST_STATEMENTS = 12, 40
LONGEST_TEXT = 400
"""Characters of a statement that are kept."""
_NOT_LOADED, _NOT_ALLOWED = "55000", "42501"


def store_facts(store: Store) -> StoreFacts:
    """One look; a few statements, none of which reads a row of the calendar or of patients."""
    with store.read() as connection:
        version, journal_mode = store.library(connection)
        if store.dialect == "sqlite":
            pages, size = _single(connection, "PRAGMA page_count"), _single(connection, "PRAGMA page_size")
            return StoreFacts(
                store.dialect,
                version,
                revision.HEAD,
                journal_mode,
                pages * size,
                (),
                None,
                ServerCounts.NO_SERVER,
            )
        counts, statements = _statements(connection)
        return StoreFacts(
            store.dialect,
            version,
            revision.HEAD,
            "",
            _single(connection, "SELECT pg_database_size(current_database())"),
            tuple((name, size) for name, size in _rows(connection, _TABLES)),
            _single(connection, _SESSIONS),
            counts,
            statements,
            _held(connection),
        )


_TABLES = f"""
SELECT relname::text, pg_total_relation_size(oid) FROM pg_class
WHERE relkind = 'r' AND relnamespace = (
    SELECT relnamespace FROM pg_class WHERE oid = to_regclass('practice'))
ORDER BY 2 DESC LIMIT {MOST_TABLES}
"""  # noqa: S608 - a number of our own
_SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
_EXTENSION = """
SELECT quote_ident(nspname) FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
WHERE extname = 'pg_stat_statements'
"""


def _statements(connection: Connection) -> tuple[ServerCounts, tuple[ServerStatement, ...]]:
    """What reads and changes rows; other statements may hold a value that the server does not leave out."""
    found = _rows(connection, _EXTENSION)
    if not found:
        return ServerCounts.MISSING, ()
    schema = found[0][0]
    asked = f"""
        SELECT left(query, {LONGEST_TEXT}), calls, mean_exec_time, max_exec_time, total_exec_time
        FROM {schema}.pg_stat_statements
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND query ~* '^\\s*(select|insert|update|delete|with)\\M'
        ORDER BY total_exec_time DESC LIMIT {MOST_STATEMENTS}
    """  # noqa: S608 - numbers of our own, and a name the server has quoted
    try:
        with connection.begin_nested():
            rows = _rows(connection, asked)
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", "")
        if state == _NOT_LOADED:
            return ServerCounts.NOT_LOADED, ()
        if state == _NOT_ALLOWED:
            return ServerCounts.NOT_ALLOWED, ()
        raise
    return ServerCounts.READ, tuple(
        ServerStatement(" ".join(text.split()), int(calls), float(mean), float(longest), float(total))
        for text, calls, mean, longest, total in rows
    )


def _held(connection: Connection) -> tuple[HeldSession, ...]:
    """By a function that may see all sessions, where the server was set up; else as far as this login may."""
    is_set_up = _rows(connection, "SELECT to_regproc('praxi_access.held') IS NOT NULL")[0][0]
    asked = "SELECT * FROM praxi_access.held()" if is_set_up else server_sessions.held("''::text")
    return tuple(
        HeldSession(process, who, name, desk_of(application), resting, begun, waits, tuple(held_by))
        for process, who, name, application, resting, begun, waits, held_by in _rows(connection, asked)
    )


def _single(connection: Connection, statement: str) -> int:
    return int(_rows(connection, statement)[0][0])


def _rows(connection: Connection, statement: str) -> list[Any]:
    return list(connection.exec_driver_sql(statement).all())
