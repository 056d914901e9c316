"""A server rehearses a booking: what a connection must learn for its first one, it learns before."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

LONGEST_WAIT_MS = 500
"""For the newest seal, which others hold while they commit."""


def upgrade() -> None:
    """The function; a file has nothing to learn."""
    if not _is_sqlite():
        _run(_rehearse_booking())


def downgrade() -> None:
    """The way back."""
    if not _is_sqlite():
        _run("DROP FUNCTION rehearse_booking()")


def _rehearse_booking() -> str:
    """All triggers run once, the seal among them, for an entry that is taken back before anybody sees it.

    Its numbers are below all numbers, and others for each session, as is its hour, of the nineteen-seventies:
    no two that rehearse wait for each other. Whatever keeps it from being written keeps nobody from booking.
    """
    return f"""CREATE FUNCTION rehearse_booking() RETURNS void LANGUAGE plpgsql
        SET lock_timeout = '{LONGEST_WAIT_MS}ms' AS $$
        DECLARE
            nobody bigint := -pg_backend_pid();
            once bigint := 60 * pg_backend_pid();
        BEGIN
            INSERT INTO entry (id, version, kind, status, starts_at, ends_at, type_id, patient_id, note,
                    reason, override_reason, last_change, changed_at, request_key, request_fingerprint)
                SELECT nobody, 1, 'appointment', 'booked', once, once + 60, min(id),
                    (SELECT min(actor_id) FROM patient), '', '', '', 'booked', once,
                    'rehearsed by ' || pg_backend_pid(), ''
                FROM appointment_type;
            INSERT INTO allocation (id, entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)
                SELECT nobody, nobody, min(id), 'practitioner', once, once + 60, true, false FROM actor;
            SET CONSTRAINTS ALL IMMEDIATE;
            RAISE EXCEPTION 'rehearsed';
        EXCEPTION WHEN OTHERS THEN
            NULL;  -- taken back, its locks too
        END $$"""  # noqa: S608 - constants only


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
