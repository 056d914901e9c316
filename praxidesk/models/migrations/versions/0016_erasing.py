"""Rows of a server are taken away by a function, so that nobody needs the right to DELETE.

Whoever has that right may lock the whole table with it, and so hold everybody up.
"""

from alembic import op

revision = "0016"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The function; a file's own program deletes by itself."""
    if _is_sqlite():
        return
    _run(
        """CREATE FUNCTION erase(its_table text, its_owner text, ids bigint[], kinds text[]) RETURNS bigint
        LANGUAGE plpgsql AS $$
        DECLARE
            gone bigint;
            asked text := format('DELETE FROM %I WHERE true', its_table);
        BEGIN
            IF ids IS NOT NULL THEN asked := asked || format(' AND %I = ANY ($1)', its_owner); END IF;
            IF kinds IS NOT NULL THEN asked := asked || ' AND kind = ANY ($2)'; END IF;
            EXECUTE asked USING ids, kinds;
            GET DIAGNOSTICS gone = ROW_COUNT;
            RETURN gone;
        END $$"""
    )


def downgrade() -> None:
    """The way back."""
    if not _is_sqlite():
        _run("DROP FUNCTION erase(text, text, bigint[], text[])")


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
