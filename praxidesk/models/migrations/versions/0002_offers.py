"""What a practice offers, and its own choices: types, procedures, needs, policy, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sa.Text()
INT4 = sa.Integer()
INT8 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = ("appointment_type", "procedure", "need", "need_member", "policy", "setting")


def upgrade() -> None:
    """Make the tables, those first that others refer to."""
    _appointment_type()
    _procedure()
    _need()
    _need_member()
    _policy()
    _setting()


def downgrade() -> None:
    """Drop them, those first that refer to others."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _appointment_type() -> None:
    op.create_table(
        "appointment_type",
        sa.Column("id", INT8, nullable=False),
        sa.Column("code", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("minutes", INT4, nullable=False),
        sa.Column("colour", TEXT, nullable=False),
        sa.Column("buffer_before", INT4, nullable=False),
        sa.Column("buffer_after", INT4, nullable=False),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 64", name="ck_appointment_type_code"),
        sa.CheckConstraint(
            "colour IN ('slate', 'blue', 'azure', 'teal', 'green', 'olive', 'amber', 'orange',"
            " 'brown', 'rose', 'plum', 'violet')",
            name="ck_appointment_type_colour",
        ),
        sa.CheckConstraint("buffer_before >= 0 AND buffer_after >= 0", name="ck_appointment_type_buffers"),
        sa.CheckConstraint("minutes BETWEEN 1 AND 1500", name="ck_appointment_type_minutes"),
        sa.PrimaryKeyConstraint("id", name="pk_appointment_type"),
        sa.UniqueConstraint("code", name="uq_appointment_type_code"),
        sqlite_strict=True,
    )


def _procedure() -> None:
    op.create_table(
        "procedure",
        sa.Column("id", INT8, nullable=False),
        sa.Column("code", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("setup_minutes", INT4, nullable=False),
        sa.Column("surgery_minutes", INT4, nullable=False),
        sa.Column("closing_minutes", INT4, nullable=False),
        sa.Column("cleaning_minutes", INT4, nullable=False),
        sa.Column("colour", TEXT, nullable=False),
        sa.Column("buffer_before", INT4, nullable=False),
        sa.Column("buffer_after", INT4, nullable=False),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 64", name="ck_procedure_code"),
        sa.CheckConstraint(
            "colour IN ('slate', 'blue', 'azure', 'teal', 'green', 'olive', 'amber', 'orange',"
            " 'brown', 'rose', 'plum', 'violet')",
            name="ck_procedure_colour",
        ),
        sa.CheckConstraint("buffer_before >= 0 AND buffer_after >= 0", name="ck_procedure_buffers"),
        sa.CheckConstraint(
            "setup_minutes + surgery_minutes + closing_minutes + cleaning_minutes BETWEEN 1 AND 1500",
            name="ck_procedure_minutes",
        ),
        sa.CheckConstraint(
            "setup_minutes >= 0 AND surgery_minutes >= 0 AND closing_minutes >= 0 AND cleaning_minutes >= 0",
            name="ck_procedure_phases",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_procedure"),
        sa.UniqueConstraint("code", name="uq_procedure_code"),
        sqlite_strict=True,
    )


def _need() -> None:
    op.create_table(
        "need",
        sa.Column("id", INT8, nullable=False),
        sa.Column("type_id", INT8, nullable=True),
        sa.Column("procedure_id", INT8, nullable=True),
        sa.Column("position", INT4, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("specialty", TEXT, nullable=True),
        sa.Column("category", TEXT, nullable=True),
        sa.Column("phases", TEXT, nullable=False),
        sa.CheckConstraint(
            "role IN ('practitioner', 'surgeon', 'assistant', 'anaesthetist', 'room', 'device')",
            name="ck_need_role",
        ),
        sa.CheckConstraint(
            "trim(replace(replace(replace(replace(phases, 'cleaning', ''), 'closing', ''),"
            " 'surgery', ''), 'setup', '')) = ''",
            name="ck_need_phases",
        ),
        sa.CheckConstraint("type_id IS NULL OR phases = ''", name="ck_need_phases_of_operations"),
        sa.CheckConstraint("(type_id IS NULL) <> (procedure_id IS NULL)", name="ck_need_one_owner"),
        sa.CheckConstraint("specialty IS NULL OR category IS NULL", name="ck_need_one_choice"),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name="fk_need_procedure_id"),
        sa.ForeignKeyConstraint(["type_id"], ["appointment_type.id"], name="fk_need_type_id"),
        sa.PrimaryKeyConstraint("id", name="pk_need"),
        sa.UniqueConstraint("procedure_id", "position", name="uq_need_procedure_id_position"),
        sa.UniqueConstraint("type_id", "position", name="uq_need_type_id_position"),
        sqlite_strict=True,
    )


def _need_member() -> None:
    op.create_table(
        "need_member",
        sa.Column("need_id", INT8, autoincrement=False, nullable=False),
        sa.Column("position", INT4, autoincrement=False, nullable=False),
        sa.Column("actor_id", INT8, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_need_member_actor_id"),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name="fk_need_member_need_id"),
        sa.PrimaryKeyConstraint("need_id", "position", name="pk_need_member"),
        sa.UniqueConstraint("need_id", "actor_id", name="uq_need_member_need_id_actor_id"),
        comment="Where a need is met by one of certain actors: these, the preferred first",
        sqlite_strict=True,
    )


def _policy() -> None:
    op.create_table(
        "policy",
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("severity", TEXT, nullable=False),
        sa.CheckConstraint(
            "severity = 'blocking' OR kind NOT IN ('device_busy', 'practitioner_busy', 'room_busy')",
            name="ck_policy_always_blocking",
        ),
        sa.CheckConstraint("severity IN ('blocking', 'warning', 'off')", name="ck_policy_severity"),
        sa.PrimaryKeyConstraint("kind", name="pk_policy"),
        comment="Severities that differ from the product's own",
        sqlite_strict=True,
    )


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.CheckConstraint("name <> ''", name="ck_setting_name"),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
        sqlite_strict=True,
    )
