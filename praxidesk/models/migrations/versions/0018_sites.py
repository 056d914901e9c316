"""A practice with several sites: which of them somebody or something belongs to.

Further sites are rows of ``site`` after the first. On PostgreSQL a login may be bound to some of them; that
is the work of ``server init``, as all rights are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

INT8 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NOW_ON_SQLITE = "CAST(strftime('%s', 'now') AS INTEGER)"


def upgrade() -> None:
    """The table, and what writes the journal."""
    op.create_table(
        "actor_site",
        sa.Column("actor_id", INT8, autoincrement=False, nullable=False),
        sa.Column("site_id", INT8, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_actor_site_actor_id"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_actor_site_site_id"),
        sa.PrimaryKeyConstraint("actor_id", "site_id", name="pk_actor_site"),
        comment="Where somebody or something is; who has no row here belongs everywhere",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    if _is_sqlite():
        for statement in _written_on_sqlite():
            _run(statement)
    else:
        _run(
            "CREATE TRIGGER journal_written AFTER INSERT OR UPDATE OR DELETE ON actor_site FOR EACH ROW"
            " EXECUTE FUNCTION journal_written(actor_id, site_id)"
        )


def downgrade() -> None:
    """The way back; who belongs where is lost, and further sites become rows that nobody reads."""
    op.drop_table("actor_site")  # its triggers go with it


def _written_on_sqlite() -> list[str]:
    def shown(row: str) -> str:
        # By hand, as in 0010: json_object() is not for schemas that nobody trusts.
        return f"""'{{"actor_id": ' || {row}.actor_id || ', "site_id": ' || {row}.site_id || '}}'"""

    def write(deed: str, row: str, before: str, after: str) -> str:
        return (
            "BEGIN INSERT INTO journal (at, deed, subject, subject_key, before, after) VALUES"  # noqa: S608
            f" ({NOW_ON_SQLITE}, '{deed}', 'actor_site', {row}.actor_id || ',' || {row}.site_id,"
            f" {before}, {after}); END"
        )

    was, becomes = ("OLD.actor_id, OLD.site_id", "NEW.actor_id, NEW.site_id")
    return [
        "CREATE TRIGGER journal_actor_site_insert AFTER INSERT ON actor_site "
        + write("insert", "NEW", "NULL", shown("NEW")),
        "CREATE TRIGGER journal_actor_site_update AFTER UPDATE ON actor_site"
        f" WHEN ({was}) IS NOT ({becomes}) " + write("update", "NEW", shown("OLD"), shown("NEW")),
        "CREATE TRIGGER journal_actor_site_delete AFTER DELETE ON actor_site "
        + write("delete", "OLD", shown("OLD"), "NULL"),
    ]


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
