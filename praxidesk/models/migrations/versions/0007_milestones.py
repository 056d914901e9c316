"""What marks the course of an operation, and the history of that."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXT = sa.Text()
INT4 = sa.Integer()
INT8 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WRITE = (
    "INSERT INTO milestone_change (entry_id, version, kind, reached_at)"
    " SELECT id, version, {row}.kind, {at} FROM entry WHERE id = {row}.entry_id"
    # What one version writes twice, counts as it was written last.
    " ON CONFLICT (entry_id, version, kind) DO UPDATE SET reached_at = excluded.reached_at;"
)
ON_SQLITE = (
    "CREATE TRIGGER milestone_written AFTER INSERT ON milestone BEGIN "
    + WRITE.format(row="NEW", at="NEW.reached_at")
    + " END",
    "CREATE TRIGGER milestone_written_update AFTER UPDATE ON milestone BEGIN "
    + WRITE.format(row="NEW", at="NEW.reached_at")
    + " END",
    "CREATE TRIGGER milestone_written_delete AFTER DELETE ON milestone BEGIN "
    + WRITE.format(row="OLD", at="NULL")
    + " END",
)
ON_POSTGRESQL = (
    f"""CREATE FUNCTION milestone_written() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            {WRITE.format(row="OLD", at="CAST(NULL AS bigint)")}
        ELSE
            {WRITE.format(row="NEW", at="NEW.reached_at")}
        END IF;
        RETURN NULL;
    END $$""",
    """CREATE TRIGGER milestone_written AFTER INSERT OR UPDATE OR DELETE ON milestone FOR EACH ROW
    EXECUTE FUNCTION milestone_written()""",
)


def upgrade() -> None:
    """The tables, then what writes and guards them."""
    op.create_table(
        "milestone",
        sa.Column("entry_id", INT8, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("reached_at", INT8, nullable=False),
        sa.CheckConstraint(
            "kind IN ('patient-in-room', 'anaesthesia-ready', 'time-out', 'incision', 'suture',"
            " 'patient-out', 'room-ready')",
            name="ck_milestone_kind",
        ),
        sa.CheckConstraint("reached_at % 60 = 0", name="ck_milestone_minute"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_milestone_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", "kind", name="pk_milestone"),
        comment="When an operation reached what marks its course",
        sqlite_strict=True,
    )
    op.create_table(
        "milestone_change",
        sa.Column("entry_id", INT8, nullable=False),
        sa.Column("version", INT4, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("reached_at", INT8, nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_milestone_change_entry_id"),
        sa.PrimaryKeyConstraint("entry_id", "version", "kind", name="pk_milestone_change"),
        comment="Which milestones a version of an entry changed; written by the database. NULL: taken away",
        sqlite_strict=True,
    )
    for statement in ON_SQLITE if _is_sqlite() else ON_POSTGRESQL:
        _run(statement)


def downgrade() -> None:
    """The way back; the times are lost."""
    op.drop_table("milestone_change")
    op.drop_table("milestone")
    if not _is_sqlite():
        _run("DROP FUNCTION milestone_written()")


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
