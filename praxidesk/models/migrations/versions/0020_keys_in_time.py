"""Keys of changes are kept as long as anybody may ask again under one, by the database's own clock."""

from alembic import op

revision = "0020"
down_revision = "0018"
branch_labels = None
depends_on = None

KEPT_SECONDS = 30 * 86_400
NOW_ON_SQLITE = "CAST(strftime('%s', 'now') AS INTEGER)"


def upgrade() -> None:
    """An index on their age; whoever puts one in takes away some that are too old, if there are any."""
    op.create_index("ix_settled_request_at", "settled_request", ["at"])
    if _is_sqlite():
        _run(
            f"""CREATE TRIGGER settled_request_kept AFTER INSERT ON settled_request BEGIN
                UPDATE settled_request SET at = {NOW_ON_SQLITE} WHERE key = NEW.key AND answer = NEW.answer;
                DELETE FROM settled_request WHERE at < {NOW_ON_SQLITE} - {KEPT_SECONDS};
            END"""  # noqa: S608 - constants only
        )
        return
    _run(
        """CREATE FUNCTION settled_request_dated() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.at := extract(epoch FROM clock_timestamp())::bigint;
            RETURN NEW;
        END $$"""
    )
    _run(
        "CREATE TRIGGER settled_request_dated BEFORE INSERT ON settled_request FOR EACH ROW"
        " EXECUTE FUNCTION settled_request_dated()"
    )
    # Some at a time, and none that another desk is taking away: nobody waits for it.
    _run(
        f"""CREATE FUNCTION settled_request_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM settled_request WHERE ctid = ANY (ARRAY(
                SELECT aged.ctid FROM settled_request AS aged
                WHERE aged.at < extract(epoch FROM clock_timestamp())::bigint - {KEPT_SECONDS}
                ORDER BY aged.at LIMIT 100 FOR UPDATE SKIP LOCKED
            ));
            RETURN NULL;
        END $$"""  # noqa: S608 - a constant
    )
    _run(
        "CREATE TRIGGER settled_request_kept AFTER INSERT ON settled_request FOR EACH STATEMENT"
        " EXECUTE FUNCTION settled_request_kept()"
    )


def downgrade() -> None:
    """The way back: they are kept for ever again."""
    _run("DROP TRIGGER settled_request_kept" + ("" if _is_sqlite() else " ON settled_request"))
    if not _is_sqlite():
        _run("DROP TRIGGER settled_request_dated ON settled_request")
        _run("DROP FUNCTION settled_request_kept()")
        _run("DROP FUNCTION settled_request_dated()")
    op.drop_index("ix_settled_request_at", "settled_request")


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
