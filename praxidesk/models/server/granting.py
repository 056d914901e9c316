"""The declared rights put into the database: grants, row-level security, the viewer's views, functions."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, Connection, text

from praxidesk.models.revision import VERSION_TABLE
from praxidesk.models.server import forms as server_forms
from praxidesk.models.server import guards as server_guards
from praxidesk.models.server import own_sight, site_rights, unsampled
from praxidesk.models.server.rights import ERASER_READS, FUNCTIONS, HIDDEN_FROM_VIEWERS, RIGHTS, Right, Verb
from praxidesk.models.server.roles import (
    ERASER,
    EVERYBODY,
    JOURNAL_OWNER,
    KEEPER,
    OF_SITES,
    OWNER,
    VIEWER_SCHEMA,
    StaffRole,
)
from praxidesk.models.tables import METADATA

JOURNAL = ("journal", "journal_seal", "journal_head")
"""Tables that have an owner of their own."""
_GROUPS = (EVERYBODY, KEEPER, ERASER, OF_SITES, *(role.group for role in StaffRole))


def take_rights_away(connection: Connection) -> None:
    """Leave the tables to a migration: no policy or view hangs on them, none of their rows is hidden.

    Run by the owner, in the transaction that gives the rights back.
    """
    for view in connection.scalars(_VIEWS).all():
        _run(connection, f"DROP VIEW {view}")
    for table, policy in connection.execute(_POLICIES).all():
        _run(connection, f"DROP POLICY {policy} ON {table}")
    views = (*own_sight.VIEWS, site_rights.ENTRIES, site_rights.ACTORS)
    _run(connection, f"DROP VIEW IF EXISTS {', '.join(views)}")
    for table in connection.scalars(_GUARDED).all():
        _run(connection, f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        _run(connection, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


def give_rights(connection: Connection) -> None:
    """Set all rights anew, and only those declared; run by the owner."""
    groups = ", ".join(("PUBLIC", *_GROUPS))
    for statement in (*server_guards.statements(), *site_rights.views(), *own_sight.statements()):
        _run(connection, statement)
    for statement in (*server_forms.statements(), *unsampled.statements()):
        _run(connection, statement)
    for name in (*METADATA.tables, VERSION_TABLE):
        _run(connection, f"REVOKE ALL ON TABLE {name} FROM {groups}")
    _run(connection, f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {groups}")
    for function in connection.scalars(_OWN_FUNCTIONS).all():
        _run(connection, f"REVOKE ALL ON FUNCTION {function} FROM {groups}")
    for name in METADATA.tables:
        _run(connection, f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
        _run(connection, f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
        owner = JOURNAL_OWNER if name in JOURNAL else OWNER
        _run(connection, f"CREATE POLICY {owner} ON {name} TO {owner} USING (true) WITH CHECK (true)")
    _run(connection, f"GRANT SELECT ON {VERSION_TABLE} TO {EVERYBODY}")
    for right in RIGHTS:
        _give(connection, right)
    _let_eraser_read(connection)
    for function, its_groups in FUNCTIONS.items():
        _run(connection, f"GRANT EXECUTE ON FUNCTION {function} TO {', '.join(its_groups)}")
    for statement in site_rights.policies():
        _run(connection, statement)
    for view in (site_rights.ACTORS, site_rights.ENTRIES):
        _run(connection, f"REVOKE ALL ON TABLE {view} FROM {groups}")
        _run(connection, f"GRANT SELECT ON {view} TO {OF_SITES}, {ERASER}")
    for view in own_sight.VIEWS:
        _run(connection, f"REVOKE ALL ON TABLE {view} FROM {groups}")
        _run(connection, f"GRANT SELECT ON {view} TO {StaffRole.PRACTITIONER.group}")
    for table, columns in {"actor": "id, code, kind", "site": "id, code"}.items():
        _run(connection, f"GRANT SELECT ({columns}) ON {table} TO {KEEPER}")
        _run(connection, f"CREATE POLICY {KEEPER} ON {table} FOR SELECT TO {KEEPER} USING (true)")
    # Desks offer what their logins see: the counter has them read it again.
    _run(connection, f"GRANT SELECT (version), UPDATE (version) ON practice TO {KEEPER}")
    for verb, condition in {"SELECT": "USING (true)", "UPDATE": "USING (true) WITH CHECK (true)"}.items():
        _run(
            connection,
            f"CREATE POLICY {KEEPER}_{verb.lower()} ON practice FOR {verb} TO {KEEPER} {condition}",
        )
    for view in ("readable_entry", "readable_allocation"):
        # Each reader sees in them what they may see anyway.
        _run(connection, f"ALTER VIEW {view} SET (security_invoker = true)")
        _run(connection, f"REVOKE ALL ON TABLE {view} FROM {groups}")
        sees = ", ".join(role.group for role in StaffRole if role is not StaffRole.VIEWER)
        _run(connection, f"GRANT SELECT ON {view} TO {sees}")
    _give_views(connection)


def hand_journal_to(connection: Connection, owner: str) -> int:
    """Give the journal's tables and functions another owner; how many were not theirs before.

    Run by whoever is a member of both owners.
    """
    statements = connection.scalars(_NOT_OF, {"owner": owner}).all()
    for statement in statements:
        _run(connection, statement)
    return len(statements)


def hand_erasing_to(connection: Connection, owner: str) -> None:
    """Give ``erase`` another owner. Run by whoever is a member of both owners."""
    if connection.scalar(_ERASE) is not None:
        _run(connection, f"ALTER FUNCTION {connection.scalar(_ERASE)} OWNER TO {owner}")


def _let_eraser_read(connection: Connection) -> None:
    deleted = {right.table for right in RIGHTS if right.verb is Verb.DELETE}
    for table in sorted(deleted.union(ERASER_READS)):
        _run(connection, f"GRANT SELECT ON {table} TO {ERASER}")
        _run(connection, f"CREATE POLICY {ERASER} ON {table} FOR SELECT TO {ERASER} USING (true)")
    for table in sorted(deleted):
        _run(connection, f"GRANT DELETE ON {table} TO {ERASER}")
        # Who sets the practice up as a member of the owner, and is nobody's login.
        whose = f"(SELECT pg_has_role(session_user, '{OWNER}', 'MEMBER'))"
        _run(connection, f"CREATE POLICY {OWNER}_delete ON {table} FOR DELETE TO {ERASER} USING ({whose})")


def _give(connection: Connection, right: Right) -> None:
    name = f"{right.group}_{right.verb.lower()}"
    if right.verb is Verb.DELETE:
        whose = f"(SELECT pg_has_role(session_user, '{right.group}', 'MEMBER')) AND ({right.rows})"
        _run(connection, f"CREATE POLICY {name} ON {right.table} FOR DELETE TO {ERASER} USING ({whose})")
        return
    named = right.columns
    if right.verb is Verb.UPDATE and not named:
        named = tuple(METADATA.tables[right.table].columns.keys())
    columns = f" ({', '.join(named)})" if named else ""
    _run(connection, f"GRANT {right.verb}{columns} ON {right.table} TO {right.group}")
    condition = {
        Verb.SELECT: f"USING ({right.rows})",
        Verb.INSERT: f"WITH CHECK ({right.rows})",
        # Of what is seen, so that a change too far is an error, and no change that found nothing.
        Verb.UPDATE: f"USING (true) WITH CHECK ({right.rows})",
    }[right.verb]
    _run(
        connection,
        f"CREATE POLICY {name} ON {right.table} FOR {right.verb} TO {right.group} {condition}",
    )
    if right.verb is Verb.INSERT:
        sequence = connection.scalar(_SEQUENCE, {"of": right.table}) if _has_id(right.table) else None
        if sequence is not None:
            _run(connection, f"GRANT USAGE ON SEQUENCE {sequence} TO {right.group}")


def _give_views(connection: Connection) -> None:
    """What a viewer reads under the names of the tables: the same rows, without what people wrote."""
    viewer = StaffRole.VIEWER.group
    for name, hidden in HIDDEN_FROM_VIEWERS.items():
        shown = [_shown(column, hidden) for column in METADATA.tables[name].columns]
        columns = ", ".join(shown)
        rows = site_rights.viewers_rows(name)
        _run(
            connection,
            f"CREATE VIEW {VIEWER_SCHEMA}.{name} AS SELECT {columns} FROM public.{name} WHERE {rows}",  # noqa: S608
        )
        _run(connection, f"GRANT SELECT ON {VIEWER_SCHEMA}.{name} TO {viewer}")
        _run(
            connection,
            f"CREATE TRIGGER reads_only INSTEAD OF INSERT OR UPDATE OR DELETE ON {VIEWER_SCHEMA}.{name}"
            " FOR EACH ROW EXECUTE FUNCTION reads_only()",
        )
    _run(connection, f"GRANT USAGE ON SCHEMA {VIEWER_SCHEMA} TO {viewer}")


def _shown(column: Column[Any], hidden: Collection[str]) -> str:
    if column.name not in hidden:
        return column.name
    nothing = "NULL" if column.nullable else "''"
    return f"{nothing}::text AS {column.name}"


def _has_id(table: str) -> bool:
    return "id" in METADATA.tables[table].columns


def _run(connection: Connection, statement: str) -> None:
    """As it stands: no colon is a parameter."""
    connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


_POLICIES = text(
    "SELECT quote_ident(tablename), quote_ident(policyname) FROM pg_policies WHERE schemaname = 'public'"
)
_GUARDED = text(
    "SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity"
)
_VIEWS = text(
    "SELECT oid::regclass::text FROM pg_class"
    " WHERE relnamespace = to_regnamespace('praxi_viewer') AND relkind = 'v'"
)
_OWN_FUNCTIONS = text(
    "SELECT oid::regprocedure::text FROM pg_proc"
    " WHERE pronamespace = 'public'::regnamespace AND proowner = 'praxi_owner'::regrole"
)
_NOT_OF = text("""
    SELECT format('ALTER TABLE %s OWNER TO %I', oid::regclass, CAST(:owner AS text)) FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname IN ('journal', 'journal_seal', 'journal_head') AND relowner <> CAST(:owner AS regrole)
    UNION ALL
    SELECT format('ALTER FUNCTION %s OWNER TO %I', oid::regprocedure, CAST(:owner AS text)) FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'journal\\_%'
        AND proowner <> CAST(:owner AS regrole)
""")
_ERASE = text("SELECT to_regprocedure('erase(text, text, bigint[], text[])')::text")
_SEQUENCE = text("SELECT pg_get_serial_sequence(:of, 'id')")
