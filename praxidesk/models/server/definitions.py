"""Whoever does not own the practice's tables defines nothing, and takes no definition away.

PostgreSQL lets every member of a group ``DROP OWNED BY`` it, and takes the group's policies away with that,
whoever owns the tables: what a login may not see would be seen, or nothing by anybody. And ``CREATE RULE``
waits for a whole table before it asks for the right to it, and everybody behind it.
"""

from sqlalchemy import Connection, text

from praxidesk.models.server.roles import OWNER

SCHEMA = "praxi_guard"
"""A superuser's, as the function in it is: with a superuser's rights it runs for superusers, too."""
TRIGGER = "praxi_owners_define"

_WHO_MAY = f"""
    (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
    OR to_regrole('{OWNER}') IS NULL OR pg_has_role(session_user, '{OWNER}', 'MEMBER')
"""  # noqa: S608 - constants only
"""In a copy that is put back on a server without the roles a superuser may at least make them."""

_STATEMENTS = (
    f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}",
    f"""CREATE OR REPLACE FUNCTION {SCHEMA}.owners_define() RETURNS event_trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
        IF NOT ({_WHO_MAY}) THEN
            RAISE EXCEPTION 'owners_define' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END $$""",
    f"REVOKE ALL ON FUNCTION {SCHEMA}.owners_define() FROM PUBLIC",
    f"DROP EVENT TRIGGER IF EXISTS {TRIGGER}",
    f"CREATE EVENT TRIGGER {TRIGGER} ON ddl_command_start EXECUTE FUNCTION {SCHEMA}.owners_define()",
)


def keep_to_owners(connection: Connection) -> list[str]:
    """See to it; what was not there before. Run by a superuser, the only one who may."""
    was_there = are_kept_to_owners(connection)
    for statement in _STATEMENTS:
        connection.execute(text(statement))
    return [] if was_there else [f"event trigger {TRIGGER}"]


def are_kept_to_owners(connection: Connection) -> bool:
    """Whether it is seen to."""
    return connection.scalar(_IS_THERE, {"name": TRIGGER}) is not None


_IS_THERE = text("SELECT 1 FROM pg_event_trigger WHERE evtname = :name AND evtenabled <> 'D'")
