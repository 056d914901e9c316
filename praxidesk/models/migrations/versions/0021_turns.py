"""On a server bookings take turns, and the triggers beside them write the same as before for less."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

PLACES = 4
"""How many book at once."""
HEAD = 0
"""The number of the lock of whoever is next; those of the places come behind it."""
SPACE = 0x50784474
"""Of the locks that are turns; the lock of migrations is of another form."""


def upgrade() -> None:
    """The functions; a file's transactions take turns anyway, and its triggers stay."""
    if not _is_sqlite():
        for statement in (_take_turn(), _of_group(_TWO_LOOKS), _sealed(_IN_PLACE)):
            _run(statement)


def downgrade() -> None:
    """The way back."""
    if not _is_sqlite():
        for statement in (
            "DROP FUNCTION take_turn(integer)",
            _of_group(_ONE_CONDITION),
            _sealed(_BY_FUNCTION),
        ):
            _run(statement)


def _take_turn() -> str:
    """One queue, first come, first served: whoever is its head looks for a free place, and lets the next up.

    The number of the transaction, which who books needs anyway, makes it one that may be ended if it rests.
    The head's lock is the session's, because it goes before the transaction does; it never outlives the call.
    """
    return f"""CREATE FUNCTION take_turn(patience integer) RETURNS boolean LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE
            ends timestamptz := clock_timestamp() + patience * interval '1 ms';
            usual text := current_setting('lock_timeout');
        BEGIN
            PERFORM pg_current_xact_id();
            IF NOT pg_try_advisory_lock({SPACE}, {HEAD}) THEN
                PERFORM set_config('lock_timeout', greatest(patience, 1)::text, true);
                PERFORM pg_advisory_lock({SPACE}, {HEAD});
                PERFORM set_config('lock_timeout', usual, true);
            END IF;
            LOOP
                FOR place IN 1 .. {PLACES} LOOP
                    IF pg_try_advisory_xact_lock({SPACE}, place) THEN
                        PERFORM pg_advisory_unlock({SPACE}, {HEAD});
                        RETURN true;
                    END IF;
                END LOOP;
                EXIT WHEN clock_timestamp() > ends;
                PERFORM pg_sleep(0.001);
            END LOOP;
            PERFORM pg_advisory_unlock({SPACE}, {HEAD});
            RETURN false;
        EXCEPTION
            WHEN lock_not_available THEN RETURN false;  -- with the limit as it was before
            WHEN query_canceled OR OTHERS THEN
                PERFORM pg_advisory_unlock({SPACE}, {HEAD});  -- a warning where it was not the head yet
                RAISE;
        END $$"""


_ONE_CONDITION = """IF EXISTS (
                    SELECT 1 FROM actor WHERE id = NEW.actor_id AND CAST(is_group AS INTEGER) = 1)
                OR NEW.group_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM actor WHERE id = NEW.group_id AND CAST(is_group AS INTEGER) = 1)
            THEN {refuse} END IF;"""
_TWO_LOOKS = """PERFORM FROM actor WHERE id = NEW.actor_id AND is_group;
            IF FOUND THEN {refuse} END IF;
            IF NEW.group_id IS NOT NULL THEN
                PERFORM FROM actor WHERE id = NEW.group_id AND is_group;
                IF NOT FOUND THEN {refuse} END IF;
            END IF;"""
"""Each looks by the key of one row; measured, both take a fifth of what the one condition takes."""


def _of_group(condition: str) -> str:
    rule = "allocation_of_group"
    refuse = f"RAISE EXCEPTION '{rule}' USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}';"
    return f"""CREATE OR REPLACE FUNCTION {rule}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            {condition.format(refuse=refuse)}
            RETURN NEW;
        END $$"""


_BY_FUNCTION = """content := journal_digest(line.before, line.after);
                head.hash := CASE desk
                    WHEN '' THEN journal_digest(head.hash, head.seq::text, line.at::text, line.deed,
                        line.subject, line.subject_key, content, session_user::text, client, process::text)
                    ELSE journal_digest(head.hash, head.seq::text, line.at::text, line.deed, line.subject,
                        line.subject_key, content, session_user::text, client, process::text, desk) END;"""


def _measured(*texts: str) -> str:
    """Texts one after the other as ``journal_digest`` takes them, each behind its length in bytes."""
    return " || ".join(f"octet_length(convert_to({each}, 'UTF8')) || ':' || {each}" for each in texts)


def _digest(whole: str) -> str:
    return f"encode(sha256(convert_to({whole}, 'UTF8')), 'hex')"


def _nullable(text: str) -> str:
    return f"CASE WHEN {text} IS NULL THEN '-' ELSE {_measured(text)} END"


_SHOWN = " || ".join(f"({_nullable(text)})" for text in ("line.before", "line.after"))
_TOLD = _measured(
    "head.hash", "head.seq::text", "line.at::text", "line.deed", "line.subject", "line.subject_key", "content"
)
_IN_PLACE = f"content := {_digest(_SHOWN)}; head.hash := {_digest(f'{_TOLD} || whose')};"
"""The same digests without calling a function twice a line, each time with a query over its texts."""


def _sealed(chained: str) -> str:
    """All lines of a transaction at once, when the first of them comes up at its commit.

    A desk without a label is no part of the hash: that of a line from before stays what it was.
    """
    schema = op.get_bind().exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    whose = _measured("session_user::text", "client", "process::text")
    return f"""CREATE OR REPLACE FUNCTION journal_sealed() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
        DECLARE
            head journal_head; line record; content text; client text; process integer; desk text;
            whose text;
        BEGIN
            IF EXISTS (SELECT FROM journal_seal WHERE journal_id = NEW.id) THEN RETURN NULL; END IF;
            client := coalesce(host(inet_client_addr()), '');
            process := pg_backend_pid();
            desk := left(coalesce(current_setting('praxi.desk', true), ''), 80);
            whose := {whose};
            IF desk <> '' THEN whose := whose || {_measured("desk")}; END IF;
            SELECT * INTO STRICT head FROM journal_head WHERE id = 1 FOR UPDATE;
            FOR line IN SELECT * FROM journal
                WHERE id >= NEW.id AND transaction_id = NEW.transaction_id ORDER BY id
            LOOP
                head.seq := head.seq + 1;
                {chained}
                INSERT INTO journal_seal (seq, journal_id, login, client, process, content_hash, hash, desk)
                    VALUES (head.seq, line.id, session_user, client, process, content, head.hash, desk);
            END LOOP;
            UPDATE journal_head SET seq = head.seq, hash = head.hash WHERE id = 1;
            RETURN NULL;
        END $$"""  # noqa: S608 - constants, and the schema's own name


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
