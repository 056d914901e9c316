"""On a server nobody keeps the head of the queue whose patience ends at the moment it is granted."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

PLACES, HEAD, SPACE = 4, 0, 0x50784474
"""As in revision 0021."""


def upgrade() -> None:
    """The function; a file has no queue."""
    if not _is_sqlite():
        _run(_take_turn(in_vain="IF patience < 1 THEN RETURN false; END IF;", ended=_LEFT))


def downgrade() -> None:
    """The way back."""
    if not _is_sqlite():
        _run(_take_turn(in_vain="", ended=_KEPT))


_UNLOCK = f"PERFORM pg_advisory_unlock({SPACE}, {HEAD});"
_LEFT = f"""WHEN query_canceled OR OTHERS THEN
                -- Granted as the waiting ended, the lock is held all the same: it is the session's.
                IF EXISTS (
                    SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND granted AND locktype = 'advisory'
                        AND classid = {SPACE} AND objid = {HEAD} AND objsubid = 2
                ) THEN {_UNLOCK} END IF;
                IF SQLSTATE = '55P03' THEN RETURN false; END IF;  -- with the limit as it was before
                RAISE;"""
_KEPT = f"""WHEN lock_not_available THEN RETURN false;
            WHEN query_canceled OR OTHERS THEN {_UNLOCK} RAISE;"""


def _take_turn(in_vain: str, ended: str) -> str:
    """One queue, first come, first served: whoever is its head looks for a free place, and lets the next up.

    The number of the transaction, which who books needs anyway, makes it one that may be ended if it rests.
    The head's lock is the session's, because it goes before the transaction does; it never outlives the call.
    """
    return f"""CREATE OR REPLACE FUNCTION take_turn(patience integer) RETURNS boolean LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE
            ends timestamptz := clock_timestamp() + patience * interval '1 ms';
            usual text := current_setting('lock_timeout');
        BEGIN
            PERFORM pg_current_xact_id();
            IF NOT pg_try_advisory_lock({SPACE}, {HEAD}) THEN
                {in_vain}
                PERFORM set_config('lock_timeout', greatest(patience, 1)::text, true);
                PERFORM pg_advisory_lock({SPACE}, {HEAD});
                PERFORM set_config('lock_timeout', usual, true);
            END IF;
            LOOP
                FOR place IN 1 .. {PLACES} LOOP
                    IF pg_try_advisory_xact_lock({SPACE}, place) THEN
                        {_UNLOCK}
                        RETURN true;
                    END IF;
                END LOOP;
                EXIT WHEN clock_timestamp() > ends;
                PERFORM pg_sleep(0.001);
            END LOOP;
            {_UNLOCK}
            RETURN false;
        EXCEPTION
            {ended}
        END $$"""


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
