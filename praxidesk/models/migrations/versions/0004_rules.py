"""What the database itself guards and tells: no double booking, the history, readable views.

A batch rebuild of ``entry``, ``allocation`` or ``entry_change`` on SQLite drops these triggers silently:
such a revision makes them again.
"""

from collections.abc import Callable

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

LONGEST = 90_000

OVERLAPS_ON_SQLITE = f"""
    BEGIN
        SELECT RAISE(ABORT, 'allocation_no_overlap') WHERE EXISTS (
            SELECT 1 FROM allocation
            WHERE actor_id = NEW.actor_id AND id IS NOT {{itself}} AND blocking
                AND starts_at < NEW.ends_at AND starts_at > NEW.starts_at - {LONGEST}
                AND ends_at > NEW.starts_at);
    END
"""  # noqa: S608 - constants only
WRITTEN_COLUMNS = (
    "entry_id, version, change, status, starts_at, ends_at, changed_at, request_key, request_fingerprint"
)
WRITTEN_VALUES = (
    "NEW.id, NEW.version, NEW.last_change, NEW.status, NEW.starts_at, NEW.ends_at, NEW.changed_at,"
    " NEW.request_key, NEW.request_fingerprint"
)
ENTRY_VIEW = """
    CREATE VIEW readable_entry AS
    SELECT entry.id, entry.version, entry.kind, entry.status, {starts} AS starts_at, {ends} AS ends_at,
        appointment_type.code AS type, procedure.code AS procedure, patient.number AS patient_number,
        patient.family, patient.given, patient.birth_date, entry.note, entry.reason,
        entry.override_reason, entry.last_change, {changed} AS changed_at
    FROM entry
    LEFT JOIN appointment_type ON appointment_type.id = entry.type_id
    LEFT JOIN procedure ON procedure.id = entry.procedure_id
    LEFT JOIN patient ON patient.actor_id = entry.patient_id
"""
ALLOCATION_VIEW = """
    CREATE VIEW readable_allocation AS
    SELECT allocation.id, allocation.entry_id, entry.status, actor.kind AS actor_kind,
        COALESCE(actor.code, patient.number) AS actor, allocation.role,
        {starts} AS starts_at, {ends} AS ends_at, allocation.blocking
    FROM allocation
    JOIN entry ON entry.id = allocation.entry_id
    JOIN actor ON actor.id = allocation.actor_id
    LEFT JOIN patient ON patient.actor_id = actor.id
"""


def upgrade() -> None:
    """Make the rules of the dialect at hand, then the views."""
    _by_dialect(sqlite=_sqlite_rules(), postgresql=_postgresql_rules())
    _by_dialect(sqlite=_views(_readable_on_sqlite), postgresql=_views(_readable_on_postgresql))


def downgrade() -> None:
    """Drop the views and the rules."""
    views = ["DROP VIEW readable_allocation", "DROP VIEW readable_entry"]
    _by_dialect(
        sqlite=[*views, *(f"DROP TRIGGER {name}" for name in reversed(_sqlite_trigger_names()))],
        postgresql=[
            *views,
            "DROP TRIGGER practice_changed ON practice",
            "DROP FUNCTION practice_changed()",
            "DROP TRIGGER entry_change_final ON entry_change",
            "DROP FUNCTION entry_change_final()",
            "DROP TRIGGER entry_written ON entry",
            "DROP FUNCTION entry_written()",
            "DROP TRIGGER entry_version_step ON entry",
            "DROP FUNCTION entry_version_step()",
            "ALTER TABLE allocation DROP CONSTRAINT allocation_no_overlap",
        ],
    )


def _by_dialect(*, sqlite: list[str], postgresql: list[str]) -> None:
    """Run the statements of this database's dialect, as they stand: no colon is a parameter."""
    connection = op.get_bind()
    statements = sqlite if connection.dialect.name == "sqlite" else postgresql
    for statement in statements:
        connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def _sqlite_rules() -> list[str]:
    return [
        "CREATE TRIGGER allocation_no_overlap BEFORE INSERT ON allocation WHEN NEW.blocking"
        + OVERLAPS_ON_SQLITE.format(itself="NULL"),
        "CREATE TRIGGER allocation_no_overlap_update BEFORE UPDATE ON allocation WHEN NEW.blocking"
        + OVERLAPS_ON_SQLITE.format(itself="OLD.id"),
        """CREATE TRIGGER entry_version_step BEFORE UPDATE ON entry WHEN NEW.version <> OLD.version + 1
        BEGIN SELECT RAISE(ABORT, 'entry_version_step'); END""",
        f"""CREATE TRIGGER entry_written AFTER INSERT ON entry
        BEGIN INSERT INTO entry_change ({WRITTEN_COLUMNS}) VALUES ({WRITTEN_VALUES}); END""",  # noqa: S608 - constants only
        f"""CREATE TRIGGER entry_written_update AFTER UPDATE ON entry
        BEGIN INSERT INTO entry_change ({WRITTEN_COLUMNS}) VALUES ({WRITTEN_VALUES}); END""",  # noqa: S608 - constants only
        """CREATE TRIGGER entry_change_final BEFORE UPDATE ON entry_change
        BEGIN SELECT RAISE(ABORT, 'entry_change_final'); END""",
        """CREATE TRIGGER entry_change_final_delete BEFORE DELETE ON entry_change
        BEGIN SELECT RAISE(ABORT, 'entry_change_final'); END""",
    ]


def _sqlite_trigger_names() -> list[str]:
    return [statement.split()[2] for statement in _sqlite_rules()]


def _postgresql_rules() -> list[str]:
    return [
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        """ALTER TABLE allocation ADD CONSTRAINT allocation_no_overlap
        EXCLUDE USING gist (actor_id WITH =, int8range(starts_at, ends_at) WITH &&) WHERE (blocking)""",
        _raising("entry_version_step"),
        """CREATE TRIGGER entry_version_step BEFORE UPDATE ON entry FOR EACH ROW
        WHEN (NEW.version <> OLD.version + 1) EXECUTE FUNCTION entry_version_step()""",
        f"""CREATE FUNCTION entry_written() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO entry_change ({WRITTEN_COLUMNS}) VALUES ({WRITTEN_VALUES});
            IF TG_OP = 'UPDATE' THEN
                PERFORM pg_notify('praxidesk', concat_ws(' ', 'entry', NEW.starts_at, NEW.ends_at,
                    OLD.starts_at, OLD.ends_at));
            ELSE
                PERFORM pg_notify('praxidesk', concat_ws(' ', 'entry', NEW.starts_at, NEW.ends_at));
            END IF;
            RETURN NULL;
        END $$""",  # noqa: S608 - constants only
        """CREATE TRIGGER entry_written AFTER INSERT OR UPDATE ON entry FOR EACH ROW
        EXECUTE FUNCTION entry_written()""",
        _raising("entry_change_final"),
        """CREATE TRIGGER entry_change_final BEFORE UPDATE OR DELETE ON entry_change FOR EACH ROW
        EXECUTE FUNCTION entry_change_final()""",
        """CREATE FUNCTION practice_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_notify('praxidesk', 'practice'); RETURN NULL; END $$""",
        """CREATE TRIGGER practice_changed AFTER UPDATE ON practice FOR EACH ROW
        EXECUTE FUNCTION practice_changed()""",
    ]


def _raising(rule: str) -> str:
    """A trigger function that refuses, by the rule's name, as a CHECK would."""
    return f"""CREATE FUNCTION {rule}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{rule}' USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}'; END $$"""


def _views(readable: Callable[[str], str]) -> list[str]:
    return [
        ENTRY_VIEW.format(
            starts=readable("entry.starts_at"),
            ends=readable("entry.ends_at"),
            changed=readable("entry.changed_at"),
        ),
        ALLOCATION_VIEW.format(starts=readable("allocation.starts_at"), ends=readable("allocation.ends_at")),
    ]


def _readable_on_sqlite(column: str) -> str:
    return f"strftime('%Y-%m-%dT%H:%M:%SZ', {column}, 'unixepoch')"


def _readable_on_postgresql(column: str) -> str:
    utc = f"to_timestamp({column}) AT TIME ZONE 'UTC'"
    return f"""to_char({utc}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""
