"""What the engine's rules need of the store: hours by weeks, groups, limits, block time, series.

Columns are added without rebuilding a table, so that every trigger of 0004 stays. What an allocation
repeats of its entry (``occupancy``, ``service``), so that a search reads one index only, triggers keep right.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

PLACE = "kind IN ('room', 'device')"
NO_GROUP = "CAST(is_group AS INTEGER) = 0"
DAY = "length({0}) = 10"
WEEKS = "weeks IN ('all', 'odd', 'even')"
MINUTES = "0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440"
ONE_SERVICE = "(type_id IS NULL) <> (procedure_id IS NULL)"
CODE = "length(code) BETWEEN 1 AND 64"


def _limits(table: str) -> list[tuple[str, str, str]]:
    return [
        (table, "min_distance", "{INT4} NOT NULL DEFAULT 0 {check}(min_distance >= 0)"),
        (table, "at_once", "{INT4} {check}(at_once >= 1)"),
        (table, "min_notice", "{INT4} NOT NULL DEFAULT 0 {check}(min_notice >= 0)"),
        (table, "max_advance", "{INT4} {check}(max_advance >= 0)"),
        (table, "priority", "TEXT NOT NULL DEFAULT 'normal' {check}(priority IN ('low', 'normal', 'high'))"),
    ]


FLAG = "{FLAG} NOT NULL DEFAULT {FALSE} {check_flag}(CAST(%s AS INTEGER) IN (0, 1))"
COLUMNS = [
    ("weekly_window", "weeks", f"TEXT NOT NULL DEFAULT 'all' {{check}}({WEEKS})"),
    ("weekly_window", "valid_from", f"TEXT {{check}}({DAY.format('valid_from')})"),
    (
        "weekly_window",
        "valid_to",
        f"TEXT {{check}}({DAY.format('valid_to')} AND (valid_from IS NULL OR valid_from <= valid_to))",
    ),
    ("day_exception", "purpose", "TEXT NOT NULL DEFAULT 'hours' {check}(purpose IN ('hours', 'break'))"),
    ("actor", "is_group", FLAG % "is_group" + f" {{check}}({NO_GROUP} OR {PLACE})"),
    (
        "actor",
        "group_id",
        f"{{INT8}} {{refers}} actor (id) {{check}}(group_id IS NULL OR {PLACE} AND {NO_GROUP})",
    ),
    (
        "actor",
        "equipment",
        f"TEXT NOT NULL DEFAULT '' {{check}}(equipment = '' OR {PLACE} AND {NO_GROUP})",
    ),
    (
        "actor",
        "inspected_until",
        f"TEXT {{check}}(inspected_until IS NULL"
        f" OR {DAY.format('inspected_until')} AND {PLACE} AND {NO_GROUP})",
    ),
    (
        "actor",
        "turnover",
        f"{{INT4}} NOT NULL DEFAULT 0"
        f" {{check}}(turnover = 0 OR turnover BETWEEN 1 AND 1440 AND {PLACE} AND {NO_GROUP})",
    ),
    *_limits("appointment_type"),
    ("appointment_type", "travel", "{INT4} NOT NULL DEFAULT 0 {check}(travel >= 0)"),
    *_limits("procedure"),
    ("need", "equipment", "TEXT NOT NULL DEFAULT ''"),
    (
        "entry",
        "series_day",
        f"TEXT {{check}}(series_day IS NULL OR {DAY.format('series_day')} AND series_id IS NOT NULL)",
    ),
    (
        "entry",
        "is_exception",
        FLAG % "is_exception" + " {check}(CAST(is_exception AS INTEGER) = 0 OR series_id IS NOT NULL)",
    ),
    ("allocation", "occupancy", "{INT4} NOT NULL DEFAULT 0 {check}(occupancy IN (0, 1, 2))"),
    ("allocation", "service", "{INT8} NOT NULL DEFAULT 0"),
    ("allocation", "group_id", "{INT8} {refers} actor (id)"),
    (
        "allocation",
        "turnover",
        "{INT4} NOT NULL DEFAULT 0"
        " {check}(turnover = 0 OR turnover > 0 AND turnover * 60 < ends_at - starts_at)",
    ),
]
"""Table, column, and the rest of ``ALTER TABLE … ADD COLUMN``, which both dialects understand."""

OWN_ID = "id {SERIAL} NOT NULL CONSTRAINT pk_{table} PRIMARY KEY"
POSITION = "position {INT4} NOT NULL"
OF_SERVICE = (
    "type_id {INT8} CONSTRAINT fk_{table}_type_id REFERENCES appointment_type (id)",
    "procedure_id {INT8} CONSTRAINT fk_{table}_procedure_id REFERENCES procedure (id)",
)
OF_RESERVATION = (
    "reservation_id {INT8} NOT NULL CONSTRAINT fk_{table}_reservation_id REFERENCES reservation (id)"
)
PLACED = "CONSTRAINT pk_{table} PRIMARY KEY (reservation_id, position)"
ONE_OWNER = f"CONSTRAINT ck_{{table}}_one_owner CHECK ({ONE_SERVICE})"
PEOPLE = (
    OF_RESERVATION,
    POSITION,
    "actor_id {INT8} NOT NULL CONSTRAINT fk_{table}_actor_id REFERENCES actor (id)",
    PLACED,
    "CONSTRAINT uq_{table}_reservation_id_actor_id UNIQUE (reservation_id, actor_id)",
)
TABLES = {
    "local_holiday": (
        OWN_ID,
        "site_id {INT8} NOT NULL CONSTRAINT fk_{table}_site_id REFERENCES site (id)",
        "day TEXT NOT NULL",
        "name TEXT NOT NULL",
        "CONSTRAINT ck_{table}_day CHECK (length(day) IN (5, 10))",
    ),
    "quota": (
        OWN_ID,
        *OF_SERVICE,
        POSITION,
        "per TEXT NOT NULL",
        "most {INT4} NOT NULL",
        ONE_OWNER,
        "CONSTRAINT ck_{table}_per CHECK (per IN ('half_day', 'day', 'week'))",
        "CONSTRAINT ck_{table}_most CHECK (most >= 1)",
        "CONSTRAINT uq_{table}_type_id_position UNIQUE (type_id, position)",
        "CONSTRAINT uq_{table}_procedure_id_position UNIQUE (procedure_id, position)",
    ),
    "reservation": (
        OWN_ID,
        "code TEXT NOT NULL",
        "name TEXT NOT NULL",
        "release_days {INT4}",
        "CONSTRAINT uq_{table}_code UNIQUE (code)",
        f"CONSTRAINT ck_{{table}}_code CHECK ({CODE})",
        "CONSTRAINT ck_{table}_release_days CHECK (release_days >= 0)",
    ),
    "reservation_actor": PEOPLE,
    "reservation_holder": PEOPLE,
    "reservation_service": (OF_RESERVATION, POSITION, *OF_SERVICE, PLACED, ONE_OWNER),
    "reservation_window": (
        OWN_ID,
        OF_RESERVATION,
        "weekday {INT4} NOT NULL",
        "from_minute {INT4} NOT NULL",
        "to_minute {INT4} NOT NULL",
        "weeks TEXT NOT NULL",
        "valid_from TEXT",
        "valid_to TEXT",
        "CONSTRAINT ck_{table}_weekday CHECK (weekday BETWEEN 0 AND 6)",
        f"CONSTRAINT ck_{{table}}_minutes CHECK ({MINUTES})",
        f"CONSTRAINT ck_{{table}}_weeks CHECK ({WEEKS})",
        f"CONSTRAINT ck_{{table}}_valid CHECK ({DAY.format('valid_from')} AND {DAY.format('valid_to')})",
        "CONSTRAINT ck_{table}_order CHECK (valid_from <= valid_to)",
    ),
    "combination": (
        OWN_ID,
        "code TEXT NOT NULL",
        "name TEXT NOT NULL",
        "CONSTRAINT uq_{table}_code UNIQUE (code)",
        f"CONSTRAINT ck_{{table}}_code CHECK ({CODE})",
    ),
    "combination_part": (
        "combination_id {INT8} NOT NULL CONSTRAINT fk_{table}_combination_id REFERENCES combination (id)",
        POSITION,
        "type_id {INT8} NOT NULL CONSTRAINT fk_{table}_type_id REFERENCES appointment_type (id)",
        "least_gap {INT4} NOT NULL",
        "longest_gap {INT4} NOT NULL",
        "CONSTRAINT pk_{table} PRIMARY KEY (combination_id, position)",
        "CONSTRAINT ck_{table}_gap CHECK (0 <= least_gap AND least_gap <= longest_gap)",
        "CONSTRAINT ck_{table}_first CHECK (position > 0 OR longest_gap = 0)",
    ),
}
INDEXES = {
    "ix_allocation_of_actor": "allocation (actor_id, starts_at, ends_at, occupancy, service, entry_id,"
    " group_id, blocking)",
    "ix_entry_type_id_starts_at_ends_at_status": "entry (type_id, starts_at, ends_at, status)"
    " WHERE type_id IS NOT NULL",
    "ix_entry_procedure_id_starts_at_ends_at_status": "entry (procedure_id, starts_at, ends_at, status)"
    " WHERE procedure_id IS NOT NULL",
    "ix_actor_group_id": "actor (group_id) WHERE group_id IS NOT NULL",
}
OLD_INDEX = "ix_allocation_actor_id_starts_at_ends_at"

OCCUPANCY = (
    "CASE WHEN {0}.status IN ('booked', 'arrived', 'checked-in', 'fulfilled') THEN 1"
    " WHEN {0}.status IN ('proposed', 'pending', 'waitlist') THEN 2 ELSE 0 END"
)
SERVICE = "COALESCE({0}.type_id, -{0}.procedure_id, 0)"
OF_ENTRY = f"occupancy = {OCCUPANCY.format('entry')}, service = {SERVICE.format('entry')}"
OF_NEW = f"occupancy = {OCCUPANCY.format('NEW')}, service = {SERVICE.format('NEW')}"
ENTRY_DIFFERS = f"(NEW.occupancy <> {OCCUPANCY.format('entry')} OR NEW.service <> {SERVICE.format('entry')})"
ROW_DIFFERS = f"(occupancy <> {OCCUPANCY.format('NEW')} OR service <> {SERVICE.format('NEW')})"
TO_FIT = f"UPDATE allocation SET {OF_NEW} WHERE entry_id = NEW.id AND {ROW_DIFFERS};"  # noqa: S608 - constants
IS_GROUP = "EXISTS (SELECT 1 FROM actor WHERE id = {0} AND CAST(is_group AS INTEGER) = 1)"
TAKES_GROUP = (
    f"{IS_GROUP.format('NEW.actor_id')} OR NEW.group_id IS NOT NULL AND NOT {IS_GROUP.format('NEW.group_id')}"
)
GROUP_FITS = IS_GROUP.format("NEW.group_id AND kind = NEW.kind")

OVERLAPS = """
    BEGIN
        SELECT RAISE(ABORT, 'allocation_no_overlap') WHERE EXISTS (
            SELECT 1 FROM allocation
            WHERE actor_id = NEW.actor_id AND id IS NOT OLD.id AND blocking
                AND starts_at < NEW.ends_at AND starts_at > NEW.starts_at - 90000
                AND ends_at > NEW.starts_at);
    END
"""
OVERLAP_TRIGGER = (
    "CREATE TRIGGER allocation_no_overlap_update BEFORE UPDATE {0}ON allocation WHEN NEW.blocking"
)


def upgrade() -> None:
    """Columns and tables, then what fills them, then the rules that keep them."""
    words = _words()
    for table, column, rest in COLUMNS:
        _run(f"ALTER TABLE {table} ADD COLUMN {column} " + rest.format(**words, **_names(table, column)))
    for table, parts in TABLES.items():
        _run(f"CREATE TABLE {table} ({', '.join(parts).format(table=table, **words)}){words['STRICT']}")
    _renew_series("kind IN ('series', 'combined')")
    if _is_sqlite():
        # Only what moves a row asks anew whether it may stand there: what fills the new columns does not.
        _run("DROP TRIGGER allocation_no_overlap_update")
        _run(OVERLAP_TRIGGER.format("OF actor_id, starts_at, ends_at, blocking ") + OVERLAPS)
    _run(f"UPDATE allocation SET {OF_ENTRY} FROM entry WHERE entry.id = allocation.entry_id")  # noqa: S608
    for name, columns in INDEXES.items():
        _run(f"CREATE INDEX {name} ON {columns}")
    _run(f"DROP INDEX {OLD_INDEX}")
    for statement in _sqlite_rules() if _is_sqlite() else _postgresql_rules():
        _run(statement)


def downgrade() -> None:
    """The way back; groups, block time and what else only these tables know is lost."""
    if _is_sqlite():
        for statement in _sqlite_rules():
            _run(f"DROP TRIGGER {statement.split()[2]}")
    else:
        for rule, table in POSTGRESQL_RULES.items():
            _run(f"DROP TRIGGER {rule} ON {table}")
            _run(f"DROP FUNCTION {rule}()")
    _run(f"CREATE INDEX {OLD_INDEX} ON allocation (actor_id, starts_at, ends_at)")
    for name in INDEXES:
        _run(f"DROP INDEX {name}")
    if _is_sqlite():
        _run("DROP TRIGGER allocation_no_overlap_update")
        _run(OVERLAP_TRIGGER.format("") + OVERLAPS)
    _renew_series("kind <> ''")
    for table in reversed(TABLES):
        _run(f"DROP TABLE {table}")
    _forget_groups()
    for table, column, _ in reversed(COLUMNS):
        _run(f"ALTER TABLE {table} DROP COLUMN {column}")


def _forget_groups() -> None:
    """Else they would be rooms and devices that anybody may take."""
    groups = "(SELECT id FROM actor WHERE CAST(is_group AS INTEGER) = 1)"
    for table in ("allocation", "actor"):
        _run(f"UPDATE {table} SET group_id = NULL WHERE group_id IS NOT NULL")  # noqa: S608 - constants only
    _run(f"DELETE FROM need_member WHERE actor_id IN {groups}")  # noqa: S608 - constants only
    _run(f"DELETE FROM actor WHERE id IN {groups}")  # noqa: S608 - constants only


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})


def _words() -> dict[str, str]:
    """What the dialects call the same; SQLite's strict tables know INTEGER and TEXT only."""
    if _is_sqlite():
        whole = dict.fromkeys(("INT4", "INT8", "FLAG", "SERIAL"), "INTEGER")
        return whole | {"FALSE": "0", "STRICT": " STRICT"}
    return {"INT4": "INTEGER", "INT8": "BIGINT", "FLAG": "BOOLEAN", "FALSE": "false"} | {
        "SERIAL": "BIGSERIAL",
        "STRICT": "",
    }


def _names(table: str, column: str) -> dict[str, str]:
    """The names of a column's constraints, before what they demand."""
    return {
        "check": f"CONSTRAINT ck_{table}_{column} CHECK ",
        "check_flag": f"CONSTRAINT ck_{table}_{column}_flag CHECK ",
        "refers": f"CONSTRAINT fk_{table}_{column} REFERENCES",
    }


def _renew_series(kinds: str) -> None:
    """Another rule for the kinds of series, of which none was ever stored before this revision."""
    if not _is_sqlite():
        _run("ALTER TABLE series DROP CONSTRAINT ck_series_kind")
        _run(f"ALTER TABLE series ADD CONSTRAINT ck_series_kind CHECK ({kinds})")
        return
    # No trigger stands on it, and the references to it are by name.
    _run(
        "CREATE TABLE series_anew (id INTEGER NOT NULL CONSTRAINT pk_series PRIMARY KEY, kind TEXT NOT NULL,"
        " starts_local TEXT NOT NULL, timezone TEXT NOT NULL, rule TEXT NOT NULL,"
        f" CONSTRAINT ck_series_kind CHECK ({kinds}),"
        " CONSTRAINT ck_series_timezone CHECK (timezone <> ''),"
        " CONSTRAINT ck_series_starts_local CHECK (length(starts_local) = 19)) STRICT"
    )
    _run("INSERT INTO series_anew SELECT id, kind, starts_local, timezone, rule FROM series")
    _run("DROP TABLE series")
    _run("ALTER TABLE series_anew RENAME TO series")


def _sqlite_rules() -> list[str]:
    on_row = f"""WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id AND {ENTRY_DIFFERS})
        BEGIN UPDATE allocation SET {OF_ENTRY} FROM entry
            WHERE entry.id = NEW.entry_id AND allocation.id = NEW.id; END"""  # noqa: S608 - constants only
    refused = "BEGIN SELECT RAISE(ABORT, '{0}'); END"
    return [
        f"CREATE TRIGGER allocation_in_step AFTER INSERT ON allocation {on_row}",
        "CREATE TRIGGER allocation_in_step_update AFTER UPDATE OF entry_id, occupancy, service ON allocation "
        + on_row,
        f"""CREATE TRIGGER entry_in_step AFTER UPDATE OF status, type_id, procedure_id ON entry
        BEGIN {TO_FIT} END""",
        f"CREATE TRIGGER allocation_of_group BEFORE INSERT ON allocation WHEN {TAKES_GROUP} "
        + refused.format("allocation_of_group"),
        "CREATE TRIGGER allocation_of_group_update BEFORE UPDATE OF actor_id, group_id ON allocation"
        f" WHEN {TAKES_GROUP} " + refused.format("allocation_of_group"),
        "CREATE TRIGGER actor_in_group BEFORE INSERT ON actor"
        f" WHEN NEW.group_id IS NOT NULL AND NOT {GROUP_FITS} " + refused.format("actor_in_group"),
        "CREATE TRIGGER actor_in_group_update BEFORE UPDATE OF group_id ON actor"
        f" WHEN NEW.group_id IS NOT NULL AND NOT {GROUP_FITS} " + refused.format("actor_in_group"),
        "CREATE TRIGGER actor_kind_final BEFORE UPDATE OF kind, is_group ON actor"
        " WHEN NEW.kind <> OLD.kind OR NEW.is_group <> OLD.is_group " + refused.format("actor_kind_final"),
    ]


POSTGRESQL_RULES = {
    "allocation_in_step": "allocation",
    "entry_in_step": "entry",
    "allocation_of_group": "allocation",
    "actor_in_group": "actor",
    "actor_kind_final": "actor",
}


def _postgresql_rules() -> list[str]:
    return [
        # FOR SHARE: another transaction that changes the status meanwhile is waited for.
        f"""CREATE FUNCTION allocation_in_step() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE its record;
        BEGIN
            SELECT {OCCUPANCY.format("entry")} AS occupancy, {SERVICE.format("entry")} AS service INTO its
                FROM entry WHERE id = NEW.entry_id FOR SHARE;
            IF FOUND THEN NEW.occupancy := its.occupancy; NEW.service := its.service; END IF;
            RETURN NEW;
        END $$""",  # noqa: S608 - constants only
        """CREATE TRIGGER allocation_in_step BEFORE INSERT OR UPDATE OF entry_id, occupancy, service
        ON allocation FOR EACH ROW EXECUTE FUNCTION allocation_in_step()""",
        f"""CREATE FUNCTION entry_in_step() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN {TO_FIT} RETURN NULL; END $$""",
        """CREATE TRIGGER entry_in_step AFTER UPDATE OF status, type_id, procedure_id ON entry FOR EACH ROW
        WHEN (NEW.status <> OLD.status OR NEW.type_id IS DISTINCT FROM OLD.type_id
            OR NEW.procedure_id IS DISTINCT FROM OLD.procedure_id) EXECUTE FUNCTION entry_in_step()""",
        _refusing("allocation_of_group", TAKES_GROUP),
        """CREATE TRIGGER allocation_of_group BEFORE INSERT OR UPDATE OF actor_id, group_id ON allocation
        FOR EACH ROW EXECUTE FUNCTION allocation_of_group()""",
        _refusing("actor_in_group", f"NEW.group_id IS NOT NULL AND NOT {GROUP_FITS}"),
        """CREATE TRIGGER actor_in_group BEFORE INSERT OR UPDATE OF group_id ON actor FOR EACH ROW
        WHEN (NEW.group_id IS NOT NULL) EXECUTE FUNCTION actor_in_group()""",
        _refusing("actor_kind_final", "true"),
        """CREATE TRIGGER actor_kind_final BEFORE UPDATE OF kind, is_group ON actor FOR EACH ROW
        WHEN (NEW.kind <> OLD.kind OR NEW.is_group <> OLD.is_group) EXECUTE FUNCTION actor_kind_final()""",
    ]


def _refusing(rule: str, condition: str) -> str:
    """A trigger function that refuses by the rule's name, as a CHECK would."""
    return f"""CREATE FUNCTION {rule}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {condition} THEN
                RAISE EXCEPTION '{rule}' USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}';
            END IF;
            RETURN NEW;
        END $$"""
