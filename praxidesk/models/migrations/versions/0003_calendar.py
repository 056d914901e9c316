"""What stands in the calendar: entries, who is taken for them, and their history."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.Text()
INT4 = sa.Integer()
INT8 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")
TABLES = ("series", "entry", "allocation", "entry_change")


def upgrade() -> None:
    """Make the tables, those first that others refer to."""
    _series()
    _entry()
    _allocation()
    _entry_change()


def downgrade() -> None:
    """Drop them, those first that refer to others."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _series() -> None:
    op.create_table(
        "series",
        sa.Column("id", INT8, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("starts_local", TEXT, nullable=False),
        sa.Column("timezone", TEXT, nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.CheckConstraint("kind <> ''", name="ck_series_kind"),
        sa.CheckConstraint("timezone <> ''", name="ck_series_timezone"),
        sa.CheckConstraint("length(starts_local) = 19", name="ck_series_starts_local"),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        comment="What repeating entries come from: a rule over local wall time",
        sqlite_strict=True,
    )


def _entry() -> None:
    op.create_table(
        "entry",
        sa.Column("id", INT8, nullable=False),
        sa.Column("version", INT4, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("starts_at", INT8, nullable=False),
        sa.Column("ends_at", INT8, nullable=False),
        sa.Column("type_id", INT8, nullable=True),
        sa.Column("procedure_id", INT8, nullable=True),
        sa.Column("setup_minutes", INT4, nullable=True),
        sa.Column("surgery_minutes", INT4, nullable=True),
        sa.Column("closing_minutes", INT4, nullable=True),
        sa.Column("cleaning_minutes", INT4, nullable=True),
        sa.Column("patient_id", INT8, nullable=True),
        sa.Column("series_id", INT8, nullable=True),
        sa.Column("note", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("override_reason", TEXT, nullable=False),
        sa.Column("last_change", TEXT, nullable=False),
        sa.Column("changed_at", INT8, nullable=False),
        sa.Column("request_key", TEXT, nullable=True),
        sa.Column("request_fingerprint", TEXT, nullable=True),
        sa.CheckConstraint(
            "(kind = 'appointment' AND type_id IS NOT NULL AND procedure_id IS NULL)"
            " OR (kind = 'operation' AND type_id IS NULL AND procedure_id IS NOT NULL)"
            " OR (kind = 'blockout' AND type_id IS NULL AND procedure_id IS NULL AND patient_id IS NULL)",
            name="ck_entry_what",
        ),
        *(
            sa.CheckConstraint(
                f"(kind = 'operation') = ({phase}_minutes IS NOT NULL)", name=f"ck_entry_has_{phase}"
            )
            for phase in ("setup", "surgery", "closing", "cleaning")
        ),
        sa.CheckConstraint(
            "setup_minutes >= 0 AND surgery_minutes >= 0 AND closing_minutes >= 0 AND cleaning_minutes >= 0",
            name="ck_entry_phases",
        ),
        sa.CheckConstraint(
            "last_change IN ('booked', 'moved', 'cancelled', 'changed')", name="ck_entry_last_change"
        ),
        sa.CheckConstraint(
            "status IN ('proposed', 'pending', 'booked', 'arrived', 'checked-in', 'fulfilled',"
            " 'cancelled', 'noshow', 'waitlist', 'entered-in-error')",
            name="ck_entry_status",
        ),
        sa.CheckConstraint("(request_key IS NULL) = (request_fingerprint IS NULL)", name="ck_entry_request"),
        sa.CheckConstraint("length(request_key) BETWEEN 1 AND 200", name="ck_entry_request_key"),
        sa.CheckConstraint("ends_at - starts_at <= 90000", name="ck_entry_length"),
        sa.CheckConstraint("ends_at > starts_at", name="ck_entry_order"),
        sa.CheckConstraint("length(note) <= 20000", name="ck_entry_note"),
        sa.CheckConstraint("version >= 1", name="ck_entry_version"),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.actor_id"], name="fk_entry_patient_id"),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name="fk_entry_procedure_id"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_entry_series_id"),
        sa.ForeignKeyConstraint(["type_id"], ["appointment_type.id"], name="fk_entry_type_id"),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        comment="Appointments, operations and blockouts. Never deleted: cancelling is a status",
        sqlite_strict=True,
    )
    op.create_index(
        "ix_entry_patient_id_starts_at",
        "entry",
        ["patient_id", "starts_at"],
        unique=False,
        sqlite_where=sa.text("patient_id IS NOT NULL"),
        postgresql_where=sa.text("patient_id IS NOT NULL"),
    )
    op.create_index(
        "ix_entry_series_id",
        "entry",
        ["series_id"],
        unique=False,
        sqlite_where=sa.text("series_id IS NOT NULL"),
        postgresql_where=sa.text("series_id IS NOT NULL"),
    )
    op.create_index("ix_entry_starts_at", "entry", ["starts_at"], unique=False)


def _allocation() -> None:
    op.create_table(
        "allocation",
        sa.Column("id", INT8, nullable=False),
        sa.Column("entry_id", INT8, nullable=False),
        sa.Column("actor_id", INT8, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("starts_at", INT8, nullable=False),
        sa.Column("ends_at", INT8, nullable=False),
        sa.Column("blocking", FLAG, nullable=False),
        sa.Column("own_part", FLAG, nullable=False),
        sa.CheckConstraint(
            "role IN ('practitioner', 'surgeon', 'assistant', 'anaesthetist', 'room', 'device', 'patient')",
            name="ck_allocation_role",
        ),
        sa.CheckConstraint("CAST(blocking AS INTEGER) IN (0, 1)", name="ck_allocation_blocking_flag"),
        sa.CheckConstraint("CAST(own_part AS INTEGER) IN (0, 1)", name="ck_allocation_own_part_flag"),
        sa.CheckConstraint("ends_at - starts_at <= 90000", name="ck_allocation_length"),
        sa.CheckConstraint("ends_at > starts_at", name="ck_allocation_order"),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_allocation_actor_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_allocation_entry_id"),
        sa.PrimaryKeyConstraint("id", name="pk_allocation"),
        comment="This actor is taken from here to there; no two blocking rows of one actor overlap",
        sqlite_strict=True,
    )
    op.create_index(
        "ix_allocation_actor_id_starts_at_ends_at",
        "allocation",
        ["actor_id", "starts_at", "ends_at"],
        unique=False,
    )
    op.create_index("ix_allocation_entry_id", "allocation", ["entry_id"], unique=False)
    op.create_index("ix_allocation_starts_at", "allocation", ["starts_at"], unique=False)


def _entry_change() -> None:
    op.create_table(
        "entry_change",
        sa.Column("id", INT8, nullable=False),
        sa.Column("entry_id", INT8, nullable=False),
        sa.Column("version", INT4, nullable=False),
        sa.Column("change", TEXT, nullable=False),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("starts_at", INT8, nullable=False),
        sa.Column("ends_at", INT8, nullable=False),
        sa.Column("changed_at", INT8, nullable=False),
        sa.Column("request_key", TEXT, nullable=True),
        sa.Column("request_fingerprint", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_entry_change_entry_id"),
        sa.PrimaryKeyConstraint("id", name="pk_entry_change"),
        sa.UniqueConstraint("entry_id", "version", name="uq_entry_change_entry_id_version"),
        comment="One row for each version of each entry, written by the database itself",
        sqlite_strict=True,
    )
    op.create_index(
        "uq_entry_change_request_key",
        "entry_change",
        ["request_key"],
        unique=True,
        sqlite_where=sa.text("request_key IS NOT NULL"),
        postgresql_where=sa.text("request_key IS NOT NULL"),
    )
