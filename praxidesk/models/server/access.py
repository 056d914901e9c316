"""Who may log in: the table of logins, and the few narrow functions that change it.

Before PostgreSQL 16 whoever may make roles is nearly a superuser. So no person may: the functions belong to
a role without login that may, and do nothing but what is written here. The schema holds no patient's data.
"""

from sqlalchemy import Connection, text

from praxidesk.engine.logins import LoginFault
from praxidesk.models.server import sessions as server_sessions
from praxidesk.models.server.admin import REFUSED_IN_WORDS
from praxidesk.models.server.roles import EVERYBODY, KEEPER, OF_SITES, OWNER, VIEWER_SCHEMA, StaffRole
from praxidesk.models.server.scram import ROUNDS

SCHEMA = "praxi_access"
_VERIFIER = "^SCRAM-SHA-256\\$[1-9][0-9]{5,8}:[A-Za-z0-9+/=]{24,}\\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$"
"""Neither a clear password nor what the server would make of one."""

ADMIN_FUNCTIONS = (
    "add_login(text, text, text, text)",
    "remove_login(text)",
    "lock_login(text)",
    "unlock_login(text)",
    "set_password(text, text)",
    "end_sessions(text)",
    "logins()",
    "name_login(text, text)",
    "set_login_sites(text, text)",
    "login_sites()",
)
"""Only an admin may call them."""
MANAGERS_FUNCTIONS = ("sessions()", "end_session(integer)")
"""An OP manager may, too: somebody has to be able to when the admin is away."""
OWNERS_FUNCTIONS = ("my_practitioner()", "my_site_ids()")
"""What conditions on rows are made of."""
OWN_FUNCTIONS = ("my_login()", "my_sites()", "people()", "set_own_password(text)", "end_overdue()", "held()")
"""Everybody may: for themselves, or where the function alone decides."""


def set_up_access(connection: Connection, database: str) -> list[str]:
    """Make the schema, its table and functions, or bring them up to date; what was not there before.

    The transaction's login is a superuser, or a member of the keeper.
    """
    is_new = not connection.scalar(text(f"SELECT 1 FROM pg_namespace WHERE nspname = '{SCHEMA}'"))  # noqa: S608 - a constant
    connection.execute(text(f"GRANT CREATE ON DATABASE {database} TO {KEEPER}"))
    connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA} AUTHORIZATION {KEEPER}"))
    connection.execute(text(f"REVOKE CREATE ON DATABASE {database} FROM {KEEPER}"))
    connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {KEEPER}"))
    connection.execute(text(f"SET LOCAL ROLE {KEEPER}"))
    for statement in (*_TABLE, *_FUNCTIONS, *_grants(), _KEEP_BOUND):
        connection.exec_driver_sql(statement, execution_options={"no_parameters": True})
    connection.execute(text("RESET ROLE"))
    return [f"schema {SCHEMA} for logins"] if is_new else []


def _grants() -> list[str]:
    admin, manager = StaffRole.ADMIN.group, StaffRole.OP_MANAGER.group
    return [
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {EVERYBODY}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM PUBLIC, {EVERYBODY}, {admin}, {manager}",
        f"REVOKE ALL ON ALL ROUTINES IN SCHEMA {SCHEMA} FROM PUBLIC, {EVERYBODY}, {admin}, {manager}",
        *(f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{each} TO {admin}" for each in ADMIN_FUNCTIONS),
        *(f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{each} TO {EVERYBODY}" for each in OWN_FUNCTIONS),
        *(f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{each} TO {admin}, {manager}" for each in MANAGERS_FUNCTIONS),
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {OWNER}",
        *(f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{each} TO {OWNER}" for each in OWNERS_FUNCTIONS),
    ]


def _function(signature: str, returns: str, declare: str, body: str, how: str = "") -> str:
    return f"""CREATE OR REPLACE FUNCTION {SCHEMA}.{signature} RETURNS {returns} LANGUAGE plpgsql
    {how}SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
    DECLARE {declare}
    BEGIN
        {body}
    END $body$"""


def _refuse(message: str, *values: str, why: LoginFault = LoginFault.OTHER) -> str:
    """A sentence, in which each ``%`` is one of the values; what programs know it by stands beside it."""
    told = ", ".join((f"'{message}'", *values))
    return (
        f"RAISE EXCEPTION USING ERRCODE = '{REFUSED_IN_WORDS}', CONSTRAINT = '{why.value}',"
        f" MESSAGE = format({told})"
    )


def _journal(was: str, becomes: str) -> str:
    """Write down what is done to a login."""
    return f"PERFORM public.journal_login(asked, {was}, {becomes});"


def _changed(name: str, was: str, becomes: str) -> str:
    pair = (f"jsonb_build_object('{name}', {each})" for each in (was, becomes))
    return _journal(*pair)


_ROLES = ", ".join(f"'{role.value}'" for role in StaffRole)
_IS_KNOWN = f"""
    IF NOT EXISTS (SELECT FROM {SCHEMA}.login WHERE login.name = asked) THEN
        {_refuse("there is no user %s", "asked", why=LoginFault.UNKNOWN)};
    END IF;
"""
_IS_NOT_ONESELF = f"""
    IF asked = session_user THEN
        {_refuse("%s is your own login: another admin has to do that", "asked", why=LoginFault.ONESELF)};
    END IF;
"""
_GETS_IN = "(rolcanlogin AND coalesce(rolvaliduntil, 'infinity') > clock_timestamp())"
"""A watcher of the server's log may have ended a login, by a date that has passed."""
_ADMINS = f"SELECT FROM {SCHEMA}.login WHERE login.role = '{StaffRole.ADMIN.value}'"
_AN_ADMIN_STAYS = f"""
    PERFORM {_ADMINS.removeprefix("SELECT ")} ORDER BY login.name FOR UPDATE;
    IF EXISTS ({_ADMINS} AND login.name = asked)
        AND NOT EXISTS ({_ADMINS} AND login.name <> asked
            AND login.name IN (SELECT rolname FROM pg_roles WHERE {_GETS_IN}))
        AND NOT coalesce((SELECT rolsuper FROM pg_roles WHERE rolname = session_user), false) THEN
        {_refuse("%s is the last admin who can log in", "asked", why=LoginFault.LAST_ADMIN)};
    END IF;
"""  # noqa: S608 - constants only
"""Two who lock each other at the same moment come one after the other; the server's own administrator may."""
_IS_VERIFIER = f"""
    IF verifier IS NULL OR verifier !~ '{_VERIFIER}'
        OR split_part(split_part(verifier, '$', 2), ':', 1)::bigint < {ROUNDS} THEN
        {_refuse("a password is taken only as a SCRAM verifier of %s rounds", str(ROUNDS))};
    END IF;
"""

_BAD_LOGIN = _refuse(
    "%s cannot be a login: take up to 63 of a-z 0-9 . _ -, a letter first", "asked", why=LoginFault.BAD_LOGIN
)
_NO_PRACTITIONER = _refuse(
    "there is no practitioner %s in the practice", "practitioner", why=LoginFault.NO_PRACTITIONER
)
_BAD_NAME = _refuse(
    "a name has at most 200 characters, and none that cannot be seen", why=LoginFault.BAD_NAME
)

_ITS_ROLE, _ITS_NAME = (
    f"(SELECT jsonb_build_object('{column}', login.{column}) FROM {SCHEMA}.login WHERE login.name = asked)"  # noqa: S608
    for column in ("role", "full_name")
)
_NEW_PASSWORD = _changed("password", "'kept'", "'new'")
"""Of the password only that it is another one."""

_SITES_OF = f"""(SELECT coalesce(jsonb_agg(site.code ORDER BY site.code), '[]') FROM {SCHEMA}.login_site
    JOIN public.site ON site.id = login_site.site_id WHERE login_site.login = {{}})"""  # noqa: S608
_ITS_SITES = f"jsonb_build_object('sites', {_SITES_OF.format('asked')})"

_TABLE = (
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.login (
    name text PRIMARY KEY,
    role text NOT NULL CHECK (role IN ({_ROLES})),
    practitioner_id bigint,
    CHECK ((role = '{StaffRole.PRACTITIONER.value}') = (practitioner_id IS NOT NULL))
)""",
    f"ALTER TABLE {SCHEMA}.login ADD COLUMN IF NOT EXISTS full_name text NOT NULL DEFAULT ''",
    f"""CREATE TABLE IF NOT EXISTS {SCHEMA}.login_site (
    login text REFERENCES {SCHEMA}.login (name) ON DELETE CASCADE,
    site_id bigint,
    PRIMARY KEY (login, site_id)
)""",
)

_KEEP_BOUND = f"""DO $$ DECLARE each text; BEGIN
    FOR each IN SELECT DISTINCT login FROM {SCHEMA}.login_site JOIN pg_roles ON rolname = login LOOP
        EXECUTE format('GRANT {OF_SITES} TO %I', each);
    END LOOP;
END $$"""  # noqa: S608 - constants only
"""Roles are not in a copy of a database: who is bound to a site stays so where one is put back."""
_ENDED = _changed("session", "'open'", "'ended'")

_FUNCTIONS = (
    *(
        _function(
            signature,
            returns,
            declare,
            body.format(refused=REFUSED_IN_WORDS, journalled=_ENDED),
        )
        for signature, returns, declare, body in server_sessions.RULES.values()
    ),
    _function(
        "add_login(asked text, its_role text, practitioner text, verifier text)",
        "void",
        "its_actor bigint;",
        f"""
        IF asked !~ '^[a-z][a-z0-9_.-]{{0,62}}$' OR asked ~ '^(pg_|praxi_)|^(postgres|public|none)$' THEN
            {_BAD_LOGIN};
        END IF;
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = asked) THEN
            {_refuse("the server has a login %s already", "asked", why=LoginFault.TAKEN)};
        END IF;
        {_IS_VERIFIER}
        IF practitioner IS NOT NULL THEN
            SELECT id INTO its_actor FROM public.actor WHERE code = practitioner AND kind = 'practitioner';
            IF NOT FOUND THEN
                {_NO_PRACTITIONER};
            END IF;
        END IF;
        INSERT INTO {SCHEMA}.login (name, role, practitioner_id) VALUES (asked, its_role, its_actor);
        {_journal("NULL", "jsonb_build_object('role', its_role, 'practitioner_id', its_actor)")}
        EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT 20 PASSWORD %L IN ROLE {EVERYBODY}, %I',
            asked, verifier, 'praxi_' || its_role);
        IF its_role = '{StaffRole.VIEWER.value}' THEN
            EXECUTE format('ALTER ROLE %I SET search_path = {VIEWER_SCHEMA}, public', asked);
        END IF;
        """,  # noqa: S608 - constants only
    ),
    _function(
        "name_login(asked text, shown text)",
        "void",
        "",
        f"""{_IS_KNOWN}
        IF length(shown) > 200 OR shown ~ '[[:cntrl:]]' THEN
            {_BAD_NAME};
        END IF;
        {_journal(_ITS_NAME, "jsonb_build_object('full_name', btrim(shown))")}
        UPDATE {SCHEMA}.login SET full_name = btrim(shown) WHERE login.name = asked;
        """,  # noqa: S608 - constants only
    ),
    _function(
        "my_login()",
        "TABLE (role text, practitioner_id bigint, full_name text, valid_until bigint)",
        "",
        f"""
        RETURN QUERY SELECT login.role, login.practitioner_id, login.full_name,
            (SELECT extract(epoch FROM rolvaliduntil)::bigint FROM pg_roles
                WHERE rolname = session_user AND isfinite(rolvaliduntil))
        FROM {SCHEMA}.login WHERE login.name = session_user;
        """,  # noqa: S608 - constants only
        "STABLE ",
    ),
    _function(
        "people()",
        "TABLE (name text, practitioner_id bigint, full_name text)",
        "",
        f"RETURN QUERY SELECT login.name, login.practitioner_id, login.full_name FROM {SCHEMA}.login;",  # noqa: S608
        "STABLE ",
    ),
    _function(
        "set_login_sites(asked text, codes text)",
        "void",
        "named text; its_site bigint; was jsonb;",
        f"""{_IS_KNOWN} {_IS_NOT_ONESELF}
        was := {_ITS_SITES};
        DELETE FROM {SCHEMA}.login_site WHERE login = asked;
        FOR named IN SELECT DISTINCT jsonb_array_elements_text(codes::jsonb) LOOP
            SELECT id INTO its_site FROM public.site WHERE site.code = named;
            IF NOT FOUND THEN
                {_refuse("there is no site %s in the practice", "named", why=LoginFault.NO_SITE)};
            END IF;
            IF (SELECT role FROM {SCHEMA}.login WHERE name = asked) = '{StaffRole.ADMIN.value}' THEN
                {_refuse("%s is an admin, who sees every site", "asked", why=LoginFault.ADMIN_SEES_ALL)};
            END IF;
            INSERT INTO {SCHEMA}.login_site VALUES (asked, its_site);
        END LOOP;
        IF codes::jsonb = '[]' THEN
            EXECUTE format('REVOKE {OF_SITES} FROM %I', asked);
        ELSE
            EXECUTE format('GRANT {OF_SITES} TO %I', asked);
        END IF;
        {_journal("was", _ITS_SITES)}
        UPDATE public.practice SET version = version + 1;
        """,  # noqa: S608 - constants only
    ),
    _function(
        "login_sites()",
        "TABLE (name text, sites jsonb)",
        "",
        f"RETURN QUERY SELECT login.name, {_SITES_OF.format('login.name')} FROM {SCHEMA}.login;",  # noqa: S608
        "STABLE ",
    ),
    _function("my_sites()", "jsonb", "", f"RETURN {_SITES_OF.format('session_user')};", "STABLE "),
    _function(
        "my_site_ids()",
        "bigint[]",
        "",
        f"RETURN ARRAY(SELECT site_id FROM {SCHEMA}.login_site WHERE login = session_user);",  # noqa: S608
        "STABLE ",
    ),
    _function(
        "remove_login(asked text)",
        "void",
        "",
        f"""{_IS_KNOWN} {_IS_NOT_ONESELF} {_AN_ADMIN_STAYS}
        {_journal(_ITS_ROLE, "NULL")}
        DELETE FROM {SCHEMA}.login WHERE login.name = asked;
        EXECUTE format('DROP ROLE IF EXISTS %I', asked);
        """,  # noqa: S608 - constants only
    ),
    _function(
        "lock_login(asked text)",
        "void",
        "",
        f"{_IS_KNOWN} {_IS_NOT_ONESELF} {_AN_ADMIN_STAYS} {_changed('locked', 'false', 'true')}"
        " EXECUTE format('ALTER ROLE %I NOLOGIN', asked);",
    ),
    _function(
        "unlock_login(asked text)",
        "void",
        "",
        f"""{_IS_KNOWN} {_changed("locked", "true", "false")}
        EXECUTE format('ALTER ROLE %I LOGIN', asked);
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = asked AND NOT {_GETS_IN}) THEN
            EXECUTE format('ALTER ROLE %I VALID UNTIL %L', asked, 'infinity');
        END IF;
        """,
    ),
    _function(
        "set_password(asked text, verifier text)",
        "void",
        "",
        f"{_IS_KNOWN} {_IS_VERIFIER} {_NEW_PASSWORD}"
        " EXECUTE format('ALTER ROLE %I PASSWORD %L', asked, verifier);",
    ),
    _function(
        "set_own_password(verifier text)",
        "void",
        "asked text := session_user;",
        f"{_IS_KNOWN} {_IS_VERIFIER} {_NEW_PASSWORD}"
        " EXECUTE format('ALTER ROLE %I PASSWORD %L', asked, verifier);",
    ),
    _function(
        "my_practitioner()",
        "bigint",
        "",
        f"RETURN (SELECT practitioner_id FROM {SCHEMA}.login WHERE login.name = session_user);",  # noqa: S608
        "STABLE ",
    ),
    _function(
        "end_sessions(asked text)",
        "integer",
        "",
        f"""{_IS_KNOWN} {_IS_NOT_ONESELF}
        RETURN (SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE usename = asked);
        """,  # noqa: S608 - constants only
    ),
    _function(
        "logins()",
        "TABLE (name text, role text, practitioner text, locked boolean, sessions integer)",
        "",
        f"""
        RETURN QUERY SELECT login.name, login.role, actor.code, NOT coalesce({_GETS_IN}, false),
            (SELECT count(*)::integer FROM pg_stat_activity WHERE usename = login.name)
        FROM {SCHEMA}.login
        LEFT JOIN public.actor ON actor.id = login.practitioner_id
        LEFT JOIN pg_roles ON rolname = login.name
        ORDER BY login.name;
        """,  # noqa: S608 - constants only
    ),
)
