"""A server made ready: roles, owner, extension, tables, and nothing open to anybody who was not let in.

Run again at any time, after an upgrade too: what is there stays, what is missing is made, and rights are
set anew. All of it is one transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from sqlalchemy import URL, Connection, text
from sqlalchemy.exc import DBAPIError

from praxidesk.models import revision
from praxidesk.models.server import definitions, unsampled
from praxidesk.models.server.access import set_up_access
from praxidesk.models.server.admin import ServerRefused, administering
from praxidesk.models.server.granting import (
    give_rights,
    hand_erasing_to,
    hand_journal_to,
    take_rights_away,
)
from praxidesk.models.server.postgres_server import MIGRATION_LOCK, OLDEST_SERVER
from praxidesk.models.server.roles import (
    BACKUP,
    ERASER,
    EVERYBODY,
    GROUPS,
    JOURNAL_OWNER,
    KEEPER,
    OF_SITES,
    OWNER,
    VIEWER_SCHEMA,
    StaffRole,
)

TURNS_LOCKS = (
    "pg_catalog.pg_try_advisory_xact_lock(integer, integer)",
    "pg_catalog.pg_try_advisory_lock(integer, integer)",
    "pg_catalog.pg_advisory_lock(integer, integer)",
    "pg_catalog.pg_advisory_unlock(integer, integer)",
)
MOST_SORTED = "4GB"
"""On the disk, by one connection."""

FIRST_WITH_OPTIONS = 16
"""Before, whoever may make roles may give anybody any of them."""


@dataclass(frozen=True, slots=True)
class ServerSetup:
    """What was found and done."""

    version: str
    """Of the server."""
    database: str
    made: tuple[str, ...]
    """What was not there before, or not so."""
    ends_sessions: bool
    """Whether locking somebody ends the connections that they have; else a superuser must allow it."""
    revision: str
    """Of the schema, now."""
    with_tls: bool
    """Whether the server offers encrypted connections."""
    configuration: str
    """Its file of settings; empty where this login may not know it."""
    access_file: str
    """Its file that says who may connect from where; empty as above."""
    folder: str
    """Of its data; empty as above."""
    is_access_read: bool
    """Whether the server has read that file since it was changed."""
    with_access: bool
    """Whether that file lets people's logins in over TLS, and otherwise not."""
    administrator: str
    """The login that set it up."""
    forgets_samples: bool
    """Whether no sample of names and notes is left from before; else a superuser must run it once."""
    owners_define: bool
    """Whether nobody else takes a policy away, or waits for a whole table; else a superuser must run it."""
    elsewhere: tuple[str, ...] = ()
    """Other databases of the server into which people's logins are let; roles are the whole server's."""


def set_up(url: URL) -> ServerSetup:
    """Make the database ready for people's logins.

    Raises ``ServerRefused`` where the server is too old, the login lacks a right or the database is
    another program's, ``StoreUnavailable`` where the server does not answer.
    """
    with administering(url) as connection:
        _require_server(connection)
        if connection.scalar(_IS_SUPERUSER):
            connection.execute(text("SET LOCAL temp_file_limit = -1"))  # new indexes of a large practice
        made = [f"role {name}" for name in _roles(connection)]
        _take_over_schema(connection)
        made += _extension(connection)
        found = _stored_revision(connection)
        kept = hand_journal_to(connection, OWNER)  # a migration may change it
        hand_erasing_to(connection, OWNER)
        if taken := _take_over(connection):
            made.append(f"{OWNER} the owner of {taken} tables, views and functions that were another's")
        _migrate(connection)
        forgets = _forget_samples(connection)  # nothing hides from the owner now what there is
        stored = _stored_revision(connection) or ""
        if found != stored:
            made.append(f"tables of revision {stored}" + (f", before {found}" if found else ""))
        made += set_up_access(connection, _database(connection))
        _let_in(connection)
        handed = _keep_journal(connection)
        if handed > kept:
            made.append(f"{JOURNAL_OWNER} the owner of the journal")
        _close_to_others(connection)
        made += _let_copies_be_made(connection)
        if connection.scalar(_IS_SUPERUSER):
            made += definitions.keep_to_owners(connection)
        return ServerSetup(
            ".".join(str(part) for part in connection.dialect.server_version_info or ()),
            str(connection.scalar(text("SELECT current_database()"))),
            tuple(made),
            bool(connection.scalar(_KEEPER_ENDS_SESSIONS)),
            stored,
            connection.scalar(text("SELECT current_setting('ssl')")) == "on",
            *_files(connection),
            str(connection.scalar(text("SELECT session_user"))),
            forgets,
            definitions.are_kept_to_owners(connection),
            tuple(connection.scalars(_LET_IN_ELSEWHERE)),
        )


def _require_server(connection: Connection) -> None:
    """See that the server is new enough and the login may do what is needed; let others wait."""
    version = int((connection.dialect.server_version_info or (0,))[0])
    if version < OLDEST_SERVER:
        raise ServerRefused(f"PostgreSQL {OLDEST_SERVER} or later is needed, this is {version}")
    may, encoding = connection.execute(_WHO).one()
    if not may:
        raise ServerRefused(
            "this login may not set a server up: it must be a superuser (often postgres), or own the database"
            " and have the right to make roles"
        )
    if encoding != "UTF8":
        raise ServerRefused(
            f"the database keeps text as {encoding}, which cannot hold every name: make one with"
            " createdb --encoding=UTF8 --template=template0"
        )
    connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))


def _roles(connection: Connection) -> list[str]:
    """Make the groups that are missing; those that are new."""
    there = set(connection.scalars(text("SELECT rolname FROM pg_roles WHERE rolname LIKE 'praxi%'")))
    new = [name for name in GROUPS if name not in there]
    for name in new:
        connection.execute(text(f"CREATE ROLE {name} NOLOGIN" + " CREATEROLE" * (name == KEEPER)))
    for name in sorted(there.intersection(GROUPS)):
        can_login = connection.scalar(_CAN_LOG_IN, {"name": name})
        if can_login:
            raise ServerRefused(
                f"the server has a login {name}: rename or drop it, the name is that of a group without login"
            )
    if not connection.scalar(_IS_SUPERUSER):
        # To act as they do below, and the next time.
        connection.execute(text(f"GRANT {OWNER}, {JOURNAL_OWNER}, {ERASER}, {KEEPER} TO CURRENT_USER"))
    else:
        connection.execute(text(f"GRANT USAGE ON LANGUAGE plpgsql TO {OWNER}, {JOURNAL_OWNER}, {KEEPER}"))
    _let_keeper_keep(connection)
    return new


def _let_keeper_keep(connection: Connection) -> None:
    """The keeper makes people members of the groups, and ends their sessions, but is no member itself."""
    if int((connection.dialect.server_version_info or (0,))[0]) >= FIRST_WITH_OPTIONS:
        for group in (EVERYBODY, OF_SITES, *(role.group for role in StaffRole)):
            if not connection.scalar(_KEEPER_LETS_IN, {"group": group}):
                options = "WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"
                connection.execute(text(f"GRANT {group} TO {KEEPER} {options}"))
    if not connection.scalar(_KEEPER_ENDS_SESSIONS):
        for group in _KEEPERS_OWN:
            with suppress(DBAPIError), connection.begin_nested():  # said at the end where this login may not
                connection.execute(text(f"GRANT {group} TO {KEEPER}"))


def _take_over_schema(connection: Connection) -> None:
    owner = connection.scalar(_OWNER_OF_SCHEMA)
    if owner is None:
        raise ServerRefused("the database has no schema public: make it with CREATE SCHEMA public")
    if owner == OWNER:
        return
    connection.execute(text(f"GRANT CREATE ON DATABASE {_database(connection)} TO {OWNER}"))
    connection.execute(text(f"ALTER SCHEMA public OWNER TO {OWNER}"))
    connection.execute(text(f"REVOKE CREATE ON DATABASE {_database(connection)} FROM {OWNER}"))


def _extension(connection: Connection) -> list[str]:
    if connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'btree_gist'")):
        return []
    connection.execute(text("CREATE EXTENSION btree_gist SCHEMA public"))
    return ["extension btree_gist"]


def _stored_revision(connection: Connection) -> str | None:
    """The revision of the tables that are there; ``None`` where there are none.

    Raises ``ServerRefused`` where others' are there, or ours of a newer program.
    """
    names = set(connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")))
    if not names:
        return None
    if revision.VERSION_TABLE not in names:
        raise ServerRefused("the database is not empty, and what is in it is another program's")
    stored = str(connection.scalar(text(revision.READ_REVISION)))
    if stored != revision.HEAD and not revision.is_older(stored):
        raise ServerRefused(
            f"its tables are of revision {stored}, newer than {revision.HEAD}: update this program"
        )
    return stored


def _take_over(connection: Connection) -> int:
    """Give the owner what a single login has made before; how much that was."""
    statements = list(connection.scalars(_OTHERS_OBJECTS))
    for statement in statements:
        connection.exec_driver_sql(statement)
    return len(statements)


def _migrate(connection: Connection) -> None:
    with _as_owner(connection):
        take_rights_away(connection)
        revision.migrate(connection)


def _let_in(connection: Connection) -> None:
    if not connection.scalar(text(f"SELECT to_regnamespace('{VIEWER_SCHEMA}')::oid")):
        connection.execute(text(f"GRANT CREATE ON DATABASE {_database(connection)} TO {OWNER}"))
        connection.execute(text(f"CREATE SCHEMA {VIEWER_SCHEMA} AUTHORIZATION {OWNER}"))
        connection.execute(text(f"REVOKE CREATE ON DATABASE {_database(connection)} FROM {OWNER}"))
    with _as_owner(connection):
        give_rights(connection)


def _forget_samples(connection: Connection) -> bool:
    if connection.scalar(_IS_SUPERUSER):
        return unsampled.forget(connection, is_superuser=True)
    with _as_owner(connection):
        return unsampled.forget(connection, is_superuser=False)


def _keep_journal(connection: Connection) -> int:
    """Give the journal to its own owner; how many tables and functions that are."""
    connection.execute(text(f"GRANT USAGE, CREATE ON SCHEMA public TO {JOURNAL_OWNER}, {ERASER}"))
    handed = hand_journal_to(connection, JOURNAL_OWNER)
    hand_erasing_to(connection, ERASER)
    connection.execute(text(f"REVOKE CREATE ON SCHEMA public FROM {JOURNAL_OWNER}, {ERASER}"))
    return handed


@contextmanager
def _as_owner(connection: Connection) -> Iterator[None]:
    connection.execute(text(f"SET LOCAL ROLE {OWNER}"))
    yield
    connection.execute(text("RESET ROLE"))


def _close_to_others(connection: Connection) -> None:
    """Whoever is not let in can do nothing: not even connect, nor make a temporary table."""
    database = _database(connection)
    for statement in (
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {EVERYBODY}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {EVERYBODY}",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC",
        "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC",
        "REVOKE ALL ON ALL ROUTINES IN SCHEMA public FROM PUBLIC",
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} REVOKE EXECUTE ON ROUTINES FROM PUBLIC",
    ):
        connection.execute(text(statement))
    if connection.scalar(_IS_SUPERUSER):
        # Nobody fills the disk with large objects or messages, or holds a lock that a migration waits for.
        for function in connection.scalars(_OPEN_TO_ALL).all():
            connection.execute(text(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC"))
        # Those of take_turn() alone, which end with the transaction, or with the call.
        connection.execute(text(f"GRANT EXECUTE ON FUNCTION {', '.join(TURNS_LOCKS)} TO {OWNER}"))
        # Nobody fills the disk by sorting either; a superuser's setting, which no client changes.
        connection.execute(text(f"ALTER DATABASE {database} SET temp_file_limit = '{MOST_SORTED}'"))
        # Nobody hides in a block of code what they do, or keeps the server busy with one.
        connection.execute(text("REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC"))
        # A view that everybody may write to can be locked by everybody; who sets something has SET.
        connection.execute(text("REVOKE UPDATE ON pg_settings FROM PUBLIC"))


def _let_copies_be_made(connection: Connection) -> list[str]:
    """The role under which the whole can be copied; only a superuser may make one that no row is hidden from.

    Who is no superuser leaves it out: copies are made as one then.
    """
    if not connection.scalar(_IS_SUPERUSER):
        return []
    is_there = connection.scalar(_CAN_LOG_IN, {"name": BACKUP}) is not None
    if not is_there:
        connection.execute(text(f"CREATE ROLE {BACKUP} NOLOGIN"))
    connection.execute(text(f"ALTER ROLE {BACKUP} NOLOGIN BYPASSRLS"))
    connection.execute(text(f"GRANT pg_read_all_data TO {BACKUP}"))
    connection.execute(text(f"GRANT CONNECT ON DATABASE {_database(connection)} TO {BACKUP}"))
    return [] if is_there else [f"role {BACKUP}"]


def _files(connection: Connection) -> tuple[str, str, str, bool, bool]:
    """Its settings, who may connect, its data; whether that is read, and lets people in: if one may know."""
    if not connection.scalar(_IS_SUPERUSER):
        return "", "", "", False, False
    names = [
        str(connection.scalar(text(f"SELECT current_setting('{each}')")))
        for each in ("config_file", "hba_file", "data_directory")
    ]
    is_read, lets_in = (bool(connection.scalar(each)) for each in (_HAS_READ_ACCESS, _LETS_PEOPLE_IN))
    return names[0], names[1], names[2], is_read, lets_in


def _database(connection: Connection) -> str:
    return str(connection.scalar(text("SELECT quote_ident(current_database())")))


_HAS_READ_ACCESS = text(
    "SELECT pg_conf_load_time() >= (pg_stat_file(current_setting('hba_file'))).modification"
)
_LETS_PEOPLE_IN = text(
    f"""
    SELECT bool_or(type = 'hostssl' AND '+{EVERYBODY}' = ANY (user_name) AND auth_method = 'scram-sha-256')
        AND bool_or(type = 'host' AND '+{EVERYBODY}' = ANY (user_name) AND auth_method = 'reject')
        AND bool_or(type = 'host' AND current_database() = ANY (database) AND 'all' = ANY (user_name)
            AND auth_method = 'reject')
    FROM pg_hba_file_rules
    """  # noqa: S608 - a name of our own
)
_WHO = text(
    "SELECT rolsuper OR rolcreaterole AND pg_has_role(rolname, datdba, 'MEMBER'),"
    " pg_encoding_to_char(encoding)"
    " FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()"
)
_LET_IN_ELSEWHERE = text(
    "SELECT datname FROM pg_database CROSS JOIN aclexplode(datacl) AS its"  # noqa: S608 - a name of our own
    f" WHERE its.grantee = '{EVERYBODY}'::regrole AND its.privilege_type = 'CONNECT' AND datallowconn"
    " AND datname <> current_database() ORDER BY datname"
)
_IS_SUPERUSER = text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
_OWNER_OF_SCHEMA = text("SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'public'")
_KEEPERS_OWN = ("pg_signal_backend", "pg_read_all_stats")
"""What it takes to end sessions, and to see which of them hold others up."""
_KEEPER_ENDS_SESSIONS = text(
    f"SELECT bool_and(pg_has_role('{KEEPER}', name, 'USAGE')) FROM unnest(ARRAY{list(_KEEPERS_OWN)}) AS name"  # noqa: S608
)
_KEEPER_LETS_IN = text(f"SELECT pg_has_role('{KEEPER}', :group, 'MEMBER WITH ADMIN OPTION')")
_OPEN_TO_ALL = text(
    "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace"
    " AND (proname LIKE 'pg\\_%advisory%' OR proname LIKE 'lo\\_%'"
    " OR proname IN ('lowrite', 'loread', 'pg_logical_emit_message'))"
)
_CAN_LOG_IN = text("SELECT rolcanlogin FROM pg_roles WHERE rolname = :name")
_OTHERS_OBJECTS = text(f"""
    SELECT format('ALTER %s %s OWNER TO %I',
        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass, '{OWNER}')
    FROM pg_class AS it
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')
        AND relowner <> '{OWNER}'::regrole
        AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = it.oid AND classid = 'pg_class'::regclass
            AND (deptype = 'e' OR relkind = 'S' AND deptype IN ('a', 'i')))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO %I', oid::regprocedure, '{OWNER}')
    FROM pg_proc AS it
    WHERE pronamespace = 'public'::regnamespace AND proowner <> '{OWNER}'::regrole
        AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = it.oid AND classid = 'pg_proc'::regclass
            AND deptype = 'e')
""")  # noqa: S608 - a constant
"""Sequences of a column go with their table; what an extension brought stays its own."""
