"""Who holds others up on a server, and how that is ended: rules of the database, and what calls them.

A client that has reset its own time limits can keep rows locked for as long as it likes. So there are limits
that it cannot reset: any desk that was kept waiting has the server end the sessions that exceed them.
"""

from dataclasses import dataclass

from sqlalchemy import URL, Connection, text

from praxidesk.models.server.admin import administering

IDLE_SECONDS = 30
"""How long a transaction in which something was changed or locked may rest. Our own never do."""
LONGEST_SECONDS = 600
"""How long one may last."""

_IS_OURS = "usename IN (SELECT login.name FROM praxi_access.login) AND datname = current_database()"
FULL_ENOUGH = 0.5
"""Of the queue of notifications. Who listens and stays in a transaction keeps all of it; full, it lets nobody
commit who tells of a change, as every booking does."""
_OVERDUE = f"""pid <> pg_backend_pid() AND (
    backend_xid IS NOT NULL AND (
        state LIKE 'idle in transaction%' AND state_change < clock_timestamp() - interval '{IDLE_SECONDS} s'
        OR xact_start < clock_timestamp() - interval '{LONGEST_SECONDS} s'
    )
    OR pg_notification_queue_usage() > {FULL_ENOUGH}
        AND xact_start < clock_timestamp() - interval '{IDLE_SECONDS} s'
)"""

SOON_SECONDS = 3
"""A transaction with changes that is open for longer is told even where nobody waits for it."""


def held(names: str) -> str:
    """The statement that says who waits for whom; only that, and since when: no statement, no address.

    :param names: an expression for the name of the person whose login ``usename`` is
    """
    return f"""
        WITH waiting AS MATERIALIZED (
            SELECT pid, min(coalesce(waitstart, clock_timestamp())) AS began,
                ARRAY(SELECT DISTINCT unnest(pg_blocking_pids(pid)) ORDER BY 1) AS held_by
            FROM pg_locks WHERE NOT granted GROUP BY pid
        )
        SELECT pid, coalesce(usename::text, backend_type), {names}, application_name,
            coalesce(starts_with(state, 'idle in transaction'), false),
            extract(epoch FROM xact_start)::bigint, extract(epoch FROM waiting.began)::bigint,
            coalesce(waiting.held_by, ARRAY[]::integer[])
        FROM pg_stat_activity LEFT JOIN waiting USING (pid)
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND (
            waiting.pid IS NOT NULL OR pid IN (SELECT unnest(each.held_by) FROM waiting AS each)
            OR backend_xid IS NOT NULL AND xact_start < clock_timestamp() - interval '{SOON_SECONDS} s'
        )
        ORDER BY waiting.began, xact_start, pid
    """  # noqa: S608 - constants only


_NAME = "coalesce((SELECT login.full_name FROM praxi_access.login WHERE login.name = usename), '')"

RULES = {
    "held": (
        "held()",
        "TABLE (process integer, who text, full_name text, desk text, resting boolean, begun bigint,"
        " waits bigint, held_by integer[])",
        "",
        f"RETURN QUERY {held(_NAME)};",
    ),
    "sessions": (
        "sessions()",
        "TABLE (process integer, who text, client text, resting boolean, seconds integer, held_by integer[])",
        "",
        f"""
        RETURN QUERY SELECT pid, usename::text, coalesce(host(client_addr), ''),
            coalesce(state LIKE 'idle in transaction%', false),
            extract(epoch FROM clock_timestamp() - xact_start)::integer,
            ARRAY(SELECT DISTINCT unnest(pg_blocking_pids(pid)) ORDER BY 1)
        FROM pg_stat_activity WHERE {_IS_OURS} ORDER BY xact_start, pid;
        """,  # noqa: S608 - constants only
    ),
    "end_session": (
        "end_session(process integer)",
        "boolean",
        f"asked text := (SELECT usename FROM pg_stat_activity WHERE pid = process AND {_IS_OURS});",  # noqa: S608
        """
        IF asked IS NULL OR process = pg_backend_pid() THEN
            RAISE EXCEPTION USING ERRCODE = '{refused}',
                MESSAGE = format('%s is no session of somebody else''s login', process);
        END IF;
        {journalled}
        RETURN pg_terminate_backend(process, 5000);
        """,
    ),
    "end_overdue": (
        "end_overdue()",
        "integer",
        "asked text; process integer; ended integer := 0;",
        f"""
        FOR process, asked IN SELECT pid, usename FROM pg_stat_activity WHERE {_IS_OURS} AND {_OVERDUE} LOOP
            {{journalled}}
            PERFORM pg_terminate_backend(process, 5000);
            ended := ended + 1;
        END LOOP;
        RETURN ended;
        """,  # noqa: S608 - constants only
    ),
}
"""Each function: its signature, what it gives, declares and does."""


@dataclass(frozen=True, slots=True)
class Session:
    """One connection of a person's login."""

    process: int
    """By which it is ended."""
    login: str
    client: str
    """The address that it comes from; empty: from the server itself."""
    is_resting: bool
    """In the middle of a transaction, and asks nothing."""
    seconds: int | None
    """Since its transaction began; ``None`` where there is none."""
    held_by: tuple[int, ...]
    """The processes it waits for."""


def sessions(url: URL) -> tuple[Session, ...]:
    """Every connection of people's logins, the longest transaction first. Raises ``ServerRefused``."""
    with administering(url) as connection:
        rows = connection.execute(text("SELECT * FROM praxi_access.sessions()"))
        return tuple(
            Session(process, who, client, resting, seconds, tuple(held_by))
            for process, who, client, resting, seconds, held_by in rows
        )


def end_session(url: URL, process: int) -> None:
    """End one of them; its transaction is rolled back. Raises ``ServerRefused``."""
    with administering(url) as connection:
        connection.execute(text("SELECT praxi_access.end_session(:process)"), {"process": process})


def end_overdue(connection: Connection) -> int:
    """Have the server end sessions that have exceeded the limits; how many. Needs an open connection."""
    if connection.scalar(text("SELECT to_regproc('praxi_access.end_overdue')")) is None:
        return 0
    return int(connection.execute(text("SELECT praxi_access.end_overdue()")).scalar_one())
