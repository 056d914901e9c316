"""Who and what a practice is: the site, its people, rooms, devices and patients, and their hours."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text()
INT4 = sa.Integer()
INT8 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")
WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TABLES = ("practice", "site", "actor", "patient", "patient_word", "weekly_window", "absence", "day_exception")

SQLITE_APPLICATION_ID = 0x50784473
"""``PxDs``."""


def upgrade() -> None:
    """Make the tables, those first that others refer to."""
    _practice()
    _site()
    _actor()
    _patient()
    _patient_word()
    _weekly_window()
    _absence()
    _day_exception()
    op.execute("INSERT INTO practice (id, version) VALUES (1, 1)")
    _mark_as_ours(SQLITE_APPLICATION_ID)


def downgrade() -> None:
    """Drop them, those first that refer to others."""
    for table in reversed(TABLES):
        op.drop_table(table)
    _mark_as_ours(0)


def _mark_as_ours(application_id: int) -> None:
    """SQLite files carry a program's number in their header; a server database is known by its tables."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {application_id}")


def _practice() -> None:
    op.create_table(
        "practice",
        sa.Column("id", INT8, autoincrement=False, nullable=False),
        sa.Column("version", INT4, nullable=False),
        sa.CheckConstraint("id = 1", name="ck_practice_single"),
        sa.CheckConstraint("version >= 1", name="ck_practice_version"),
        sa.PrimaryKeyConstraint("id", name="pk_practice"),
        comment="One row; its version counts the changes of everything else in this group",
        sqlite_strict=True,
    )


def _site() -> None:
    op.create_table(
        "site",
        sa.Column("id", INT8, nullable=False),
        sa.Column("code", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("timezone", TEXT, nullable=False),
        sa.Column("holidays", TEXT, nullable=False),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 64", name="ck_site_code"),
        sa.CheckConstraint("timezone <> ''", name="ck_site_timezone"),
        sa.PrimaryKeyConstraint("id", name="pk_site"),
        sa.UniqueConstraint("code", name="uq_site_code"),
        sqlite_strict=True,
    )


def _actor() -> None:
    op.create_table(
        "actor",
        sa.Column("id", INT8, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("code", TEXT, nullable=True),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("specialty", TEXT, nullable=False),
        sa.Column("category", TEXT, nullable=False),
        sa.Column("roles", TEXT, nullable=False),
        sa.Column("colour", TEXT, nullable=True),
        sa.Column("active", FLAG, nullable=False),
        sa.CheckConstraint("(kind = 'patient') = (code IS NULL)", name="ck_actor_code"),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 64", name="ck_actor_code_length"),
        sa.CheckConstraint(
            "colour IN ('slate', 'blue', 'azure', 'teal', 'green', 'olive', 'amber', 'orange',"
            " 'brown', 'rose', 'plum', 'violet')",
            name="ck_actor_colour",
        ),
        sa.CheckConstraint(
            "kind = 'practitioner' OR (specialty = '' AND roles = '')", name="ck_actor_practitioner"
        ),
        sa.CheckConstraint("kind IN ('practitioner', 'room', 'device', 'patient')", name="ck_actor_kind"),
        sa.CheckConstraint("kind IN ('room', 'device') OR category = ''", name="ck_actor_category"),
        sa.CheckConstraint(
            "trim(replace(replace(replace(replace(roles, 'anaesthetist', ''), 'practitioner', ''),"
            " 'assistant', ''), 'surgeon', '')) = ''",
            name="ck_actor_roles",
        ),
        sa.CheckConstraint("CAST(active AS INTEGER) IN (0, 1)", name="ck_actor_active_flag"),
        sa.PrimaryKeyConstraint("id", name="pk_actor"),
        sa.UniqueConstraint("code", name="uq_actor_code"),
        sqlite_strict=True,
    )


def _patient() -> None:
    op.create_table(
        "patient",
        sa.Column("actor_id", INT8, autoincrement=False, nullable=False),
        sa.Column("number", TEXT, nullable=False),
        sa.Column("family", TEXT, nullable=False),
        sa.Column("given", TEXT, nullable=False),
        sa.Column("birth_date", TEXT, nullable=True),
        sa.Column("sex", TEXT, nullable=False),
        sa.Column("phone", TEXT, nullable=False),
        sa.Column("email", TEXT, nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.Column("family_key", WORD, nullable=False),
        sa.Column("given_key", WORD, nullable=False),
        sa.CheckConstraint("length(number) BETWEEN 1 AND 64", name="ck_patient_number"),
        sa.CheckConstraint("sex IN ('', 'male', 'female', 'other', 'unknown')", name="ck_patient_sex"),
        sa.CheckConstraint("length(birth_date) = 10", name="ck_patient_birth_date"),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_patient_actor_id"),
        sa.PrimaryKeyConstraint("actor_id", name="pk_patient"),
        sa.UniqueConstraint("number", name="uq_patient_number"),
        comment="One row for each actor that is a patient; the keys are the names as they are searched",
        sqlite_strict=True,
    )
    op.create_index("ix_patient_family_key_given_key", "patient", ["family_key", "given_key"], unique=False)


def _patient_word() -> None:
    op.create_table(
        "patient_word",
        sa.Column("word", WORD, nullable=False),
        sa.Column("actor_id", INT8, autoincrement=False, nullable=False),
        sa.CheckConstraint("word <> ''", name="ck_patient_word_word"),
        sa.ForeignKeyConstraint(["actor_id"], ["patient.actor_id"], name="fk_patient_word_actor_id"),
        sa.PrimaryKeyConstraint("word", "actor_id", name="pk_patient_word"),
        comment="All words a patient is found by the beginning of: names, number, birth date, phone",
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_patient_word_actor_id", "patient_word", ["actor_id"], unique=False)


def _weekly_window() -> None:
    op.create_table(
        "weekly_window",
        sa.Column("id", INT8, nullable=False),
        sa.Column("site_id", INT8, nullable=True),
        sa.Column("actor_id", INT8, nullable=True),
        sa.Column("purpose", TEXT, nullable=False),
        sa.Column("weekday", INT4, nullable=False),
        sa.Column("from_minute", INT4, nullable=False),
        sa.Column("to_minute", INT4, nullable=False),
        sa.CheckConstraint("purpose IN ('hours', 'break')", name="ck_weekly_window_purpose"),
        sa.CheckConstraint("(site_id IS NULL) <> (actor_id IS NULL)", name="ck_weekly_window_one_owner"),
        sa.CheckConstraint(
            "0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440",
            name="ck_weekly_window_minutes",
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="ck_weekly_window_weekday"),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_weekly_window_actor_id"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_weekly_window_site_id"),
        sa.PrimaryKeyConstraint("id", name="pk_weekly_window"),
        comment="Opening hours and breaks, in minutes of local wall time; weekday 0 is Monday",
        sqlite_strict=True,
    )
    op.create_index("ix_weekly_window_actor_id", "weekly_window", ["actor_id"], unique=False)


def _absence() -> None:
    op.create_table(
        "absence",
        sa.Column("id", INT8, nullable=False),
        sa.Column("site_id", INT8, nullable=True),
        sa.Column("actor_id", INT8, nullable=True),
        sa.Column("starts_local", TEXT, nullable=False),
        sa.Column("ends_local", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.CheckConstraint("(site_id IS NULL) <> (actor_id IS NULL)", name="ck_absence_one_owner"),
        sa.CheckConstraint("ends_local > starts_local", name="ck_absence_order"),
        sa.CheckConstraint("length(starts_local) = 19 AND length(ends_local) = 19", name="ck_absence_form"),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_absence_actor_id"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_absence_site_id"),
        sa.PrimaryKeyConstraint("id", name="pk_absence"),
        comment="Absences of actors, closures of the site: local wall time as 2026-12-24T00:00:00",
        sqlite_strict=True,
    )
    op.create_index("ix_absence_actor_id", "absence", ["actor_id"], unique=False)


def _day_exception() -> None:
    op.create_table(
        "day_exception",
        sa.Column("id", INT8, nullable=False),
        sa.Column("site_id", INT8, nullable=True),
        sa.Column("actor_id", INT8, nullable=True),
        sa.Column("day", TEXT, nullable=False),
        sa.Column("from_minute", INT4, nullable=True),
        sa.Column("to_minute", INT4, nullable=True),
        sa.CheckConstraint("(from_minute IS NULL) = (to_minute IS NULL)", name="ck_day_exception_window"),
        sa.CheckConstraint("(site_id IS NULL) <> (actor_id IS NULL)", name="ck_day_exception_one_owner"),
        sa.CheckConstraint(
            "0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440",
            name="ck_day_exception_minutes",
        ),
        sa.CheckConstraint("length(day) = 10", name="ck_day_exception_day"),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_day_exception_actor_id"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_day_exception_site_id"),
        sa.PrimaryKeyConstraint("id", name="pk_day_exception"),
        comment="What replaces the weekly hours of one date; without minutes it is closed",
        sqlite_strict=True,
    )
    op.create_index("ix_day_exception_actor_id", "day_exception", ["actor_id"], unique=False)
