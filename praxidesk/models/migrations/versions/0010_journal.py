"""The journal: what was done to every row that people change, chained by hash.

Triggers write it. On PostgreSQL they run with their owner's rights, so that no client needs any on the
journal, and a deferred one seals a transaction's lines while it commits, one transaction after the other. On
SQLite the program's own connections seal, by a trigger of theirs; what others write is journalled unsealed.

A later revision that adds a column to one of these tables makes its SQLite triggers again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TEXT = sa.Text()
INT8 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEYS = {
    "site": "id",
    "actor": "id",
    "patient": "actor_id",
    "weekly_window": "id",
    "absence": "id",
    "day_exception": "id",
    "local_holiday": "id",
    "policy": "kind",
    "setting": "name",
    "appointment_type": "id",
    "procedure": "id",
    "need": "id",
    "need_member": "need_id position",
    "quota": "id",
    "combination": "id",
    "combination_part": "combination_id position",
    "reservation": "id",
    "reservation_actor": "reservation_id position",
    "reservation_holder": "reservation_id position",
    "reservation_service": "reservation_id position",
    "reservation_window": "id",
    "series": "id",
    "entry": "id",
    "allocation": "id",
    "milestone": "entry_id kind",
}
"""Every table that people change, with its primary key. What is derived from these is left out."""
ENTRY_OF = {"entry": "id", "allocation": "entry_id", "milestone": "entry_id"}
PATIENT_OF = {"patient": "actor_id", "entry": "patient_id"}
FINAL = ("journal", "journal_seal")
NOW_ON_SQLITE = "CAST(strftime('%s', 'now') AS INTEGER)"


def upgrade() -> None:
    """The tables, what guards them, then what writes them."""
    _tables()
    op.execute("INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, '')")
    for statement in _on_sqlite() if _is_sqlite() else _on_postgresql():
        _run(statement)


def downgrade() -> None:
    """The way back; the journal is lost."""
    if _is_sqlite():
        for table in KEYS:
            for deed in ("insert", "update", "delete"):
                _run(f"DROP TRIGGER journal_{table}_{deed}")
    else:
        for table in KEYS:
            _run(f"DROP TRIGGER journal_written ON {table}")
    for table in ("journal_head", "journal_seal", "journal"):
        op.drop_table(table)
    if not _is_sqlite():
        _run("DROP FUNCTION journal_written(), journal_sealed(), journal_final(), journal_head_step()")
        _run("DROP FUNCTION journal_read(bigint), journal_digest(text[])")


def _tables() -> None:
    op.create_table(
        "journal",
        sa.Column("id", INT8, nullable=False),
        sa.Column("at", INT8, nullable=False),
        sa.Column("deed", TEXT, nullable=False),
        sa.Column("subject", TEXT, nullable=False),
        sa.Column("subject_key", TEXT, nullable=False),
        sa.Column("entry_id", INT8, nullable=True),
        sa.Column("patient_id", INT8, nullable=True),
        sa.Column("before", TEXT, nullable=True),
        sa.Column("after", TEXT, nullable=True),
        sa.Column("transaction_id", TEXT, nullable=True),
        sa.CheckConstraint("deed IN ('insert', 'update', 'delete', 'read')", name="ck_journal_deed"),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        comment="What was done to which row, with the row before and after as JSON; written by triggers",
        sqlite_strict=True,
    )
    for column in ("entry_id", "patient_id"):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_journal_{column}", "journal", [column], sqlite_where=there, postgresql_where=there
        )
    op.create_table(
        "journal_seal",
        sa.Column("seq", INT8, autoincrement=False, nullable=False),
        sa.Column("journal_id", INT8, nullable=False),
        sa.Column("login", TEXT, nullable=False),
        sa.Column("client", TEXT, nullable=False),
        sa.Column("process", INT8, nullable=False),
        sa.Column("content_hash", TEXT, nullable=False),
        sa.Column("hash", TEXT, nullable=False),
        sa.CheckConstraint("seq >= 1", name="ck_journal_seal_seq"),
        sa.CheckConstraint("length(hash) = 64 AND length(content_hash) = 64", name="ck_journal_seal_hash"),
        sa.ForeignKeyConstraint(["journal_id"], ["journal.id"], name="fk_journal_seal_journal_id"),
        sa.PrimaryKeyConstraint("seq", name="pk_journal_seal"),
        sa.UniqueConstraint("journal_id", name="uq_journal_seal_journal_id"),
        comment="Each line of the journal in the order of its commit, chained by hash, with who did it",
        sqlite_strict=True,
    )
    op.create_table(
        "journal_head",
        sa.Column("id", INT8, autoincrement=False, nullable=False),
        sa.Column("seq", INT8, nullable=False),
        sa.Column("hash", TEXT, nullable=False),
        sa.CheckConstraint("id = 1", name="ck_journal_head_single"),
        sa.CheckConstraint("seq >= 0 AND (seq = 0) = (hash = '')", name="ck_journal_head_seq"),
        sa.PrimaryKeyConstraint("id", name="pk_journal_head"),
        comment="One row: the newest seal. Whoever seals holds it until the commit",
        sqlite_strict=True,
    )


def _on_sqlite() -> list[str]:
    refused = "BEGIN SELECT RAISE(ABORT, '{0}'); END"
    return [
        *(
            f"CREATE TRIGGER {table}_final_{verb} BEFORE {verb.upper()} ON {table} "
            + refused.format("journal_final")
            for table in FINAL
            for verb in ("update", "delete")
        ),
        "CREATE TRIGGER journal_head_step BEFORE UPDATE ON journal_head WHEN NEW.seq <= OLD.seq "
        + refused.format("journal_head_step"),
        "CREATE TRIGGER journal_head_final_delete BEFORE DELETE ON journal_head "
        + refused.format("journal_final"),
        *(statement for table in KEYS for statement in _written_on_sqlite(table)),
    ]


def _written_on_sqlite(table: str) -> list[str]:
    types = {row[1]: row[2] for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")}

    def write(deed: str, row: str, before: str, after: str) -> str:
        key = " || ',' || ".join(f"{row}.{column}" for column in KEYS[table].split())
        entry = f"{row}.{ENTRY_OF[table]}" if table in ENTRY_OF else "NULL"
        patient = f"{row}.{PATIENT_OF[table]}" if table in PATIENT_OF else "NULL"
        return (
            "BEGIN INSERT INTO journal"  # noqa: S608 - constants, and columns of our own tables
            " (at, deed, subject, subject_key, entry_id, patient_id, before, after) VALUES"
            f" ({NOW_ON_SQLITE}, '{deed}', '{table}', CAST({key} AS TEXT), {entry}, {patient},"
            f" {before}, {after}); END"
        )

    def value(column: str, type_: str) -> str:
        # JSON by hand, control characters as they are: json_object() is not for schemas that nobody trusts.
        if type_ == "TEXT":
            escaped = f"""replace(replace({column}, '\\', '\\\\'), '"', '\\"')"""
            return f"""coalesce('"' || {escaped} || '"', 'null')"""
        return f"coalesce({column}, 'null')"

    def shown(row: str) -> str:
        pairs = (f"""'"{name}": ' || {value(f"{row}.{name}", type_)}""" for name, type_ in types.items())
        return "'{' || " + " || ', ' || ".join(pairs) + " || '}'"

    old, new = (", ".join(f"{row}.{name}" for name in types) for row in ("OLD", "NEW"))
    return [
        f"CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} "
        + write("insert", "NEW", "NULL", shown("NEW")),
        f"CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table} WHEN ({old}) IS NOT ({new}) "
        + write("update", "NEW", shown("OLD"), shown("NEW")),
        f"CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} "
        + write("delete", "OLD", shown("OLD"), "NULL"),
    ]


def _on_postgresql() -> list[str]:
    schema = op.get_bind().exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    # Whoever calls decides nothing: rights and names are those of the owner.
    as_owner = f"SECURITY DEFINER SET search_path = {schema}, pg_temp"
    entry_of = " ".join(f"WHEN '{table}' THEN (either->>'{name}')" for table, name in ENTRY_OF.items())
    patient_of = " ".join(f"WHEN '{table}' THEN (either->>'{name}')" for table, name in PATIENT_OF.items())
    final = "FOR EACH ROW EXECUTE FUNCTION journal_final()"
    return [
        # SHA-256 over texts with their lengths in bytes; engine/journal.py gives the same.
        """CREATE FUNCTION journal_digest(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT encode(sha256(convert_to(string_agg(
            CASE WHEN part IS NULL THEN '-' ELSE octet_length(convert_to(part, 'UTF8')) || ':' || part END,
            '' ORDER BY place), 'UTF8')), 'hex')
        FROM unnest(parts) WITH ORDINALITY AS given(part, place) $$""",
        _raising("journal_final"),
        _raising("journal_head_step"),
        *(
            statement
            for table in (*FINAL, "journal_head")
            for statement in (
                f"CREATE TRIGGER journal_final BEFORE DELETE {'' if table == 'journal_head' else 'OR UPDATE'}"
                f" ON {table} {final}",
                f"CREATE TRIGGER journal_final_truncate BEFORE TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION journal_final()",
            )
        ),
        "CREATE TRIGGER journal_head_step BEFORE UPDATE ON journal_head FOR EACH ROW"
        " WHEN (NEW.seq <= OLD.seq) EXECUTE FUNCTION journal_head_step()",
        f"""CREATE FUNCTION journal_written() RETURNS trigger LANGUAGE plpgsql {as_owner} AS $$
        DECLARE was jsonb; becomes jsonb; either jsonb; key text;
        BEGIN
            IF TG_OP <> 'INSERT' THEN was := to_jsonb(OLD); END IF;
            IF TG_OP <> 'DELETE' THEN becomes := to_jsonb(NEW); END IF;
            IF was = becomes THEN RETURN NULL; END IF;
            either := coalesce(becomes, was);
            SELECT string_agg(either->>name, ',' ORDER BY place) INTO key
                FROM unnest(TG_ARGV) WITH ORDINALITY AS given(name, place);
            INSERT INTO journal (at, deed, subject, subject_key, entry_id, patient_id, before, after,
                    transaction_id)
                VALUES (floor(extract(epoch FROM clock_timestamp())), lower(TG_OP), TG_TABLE_NAME, key,
                    CAST(CASE TG_TABLE_NAME {entry_of} END AS bigint),
                    CAST(CASE TG_TABLE_NAME {patient_of} END AS bigint),
                    was, becomes, pg_current_xact_id());
            RETURN NULL;
        END $$""",  # noqa: S608 - constants only
        *(
            f"CREATE TRIGGER journal_written AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW"
            f" EXECUTE FUNCTION journal_written({', '.join(key.split())})"
            for table, key in KEYS.items()
        ),
        # All lines of a transaction at once, when the first of them comes up at its commit.
        f"""CREATE FUNCTION journal_sealed() RETURNS trigger LANGUAGE plpgsql {as_owner} AS $$
        DECLARE head journal_head; line journal; content text; client text; process integer;
        BEGIN
            IF EXISTS (SELECT FROM journal_seal WHERE journal_id = NEW.id) THEN RETURN NULL; END IF;
            client := coalesce(host(inet_client_addr()), '');
            process := pg_backend_pid();
            SELECT * INTO STRICT head FROM journal_head WHERE id = 1 FOR UPDATE;
            FOR line IN SELECT * FROM journal
                WHERE id >= NEW.id AND transaction_id = NEW.transaction_id ORDER BY id
            LOOP
                head.seq := head.seq + 1;
                content := journal_digest(line.before, line.after);
                head.hash := journal_digest(head.hash, head.seq::text, line.at::text, line.deed,
                    line.subject, line.subject_key, content, session_user::text, client, process::text);
                INSERT INTO journal_seal (seq, journal_id, login, client, process, content_hash, hash)
                    VALUES (head.seq, line.id, session_user, client, process, content, head.hash);
            END LOOP;
            UPDATE journal_head SET seq = head.seq, hash = head.hash WHERE id = 1;
            RETURN NULL;
        END $$""",  # noqa: S608 - constants, and the schema's own name
        """CREATE CONSTRAINT TRIGGER journal_sealed AFTER INSERT ON journal
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_sealed()""",
        "ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_sealed",
        # A rollback takes the line away; the server's log keeps that somebody looked.
        f"""CREATE FUNCTION journal_read(patient bigint) RETURNS void LANGUAGE plpgsql {as_owner} AS $$
        BEGIN
            INSERT INTO journal (at, deed, subject, subject_key, patient_id, transaction_id)
                VALUES (floor(extract(epoch FROM clock_timestamp())), 'read', 'patient', patient, patient,
                    pg_current_xact_id());
            RAISE LOG 'record opened: login %, patient %', session_user, patient;
        END $$""",  # noqa: S608 - as above
    ]


def _raising(rule: str) -> str:
    """A trigger function that refuses, by the rule's name, as a CHECK would."""
    return f"""CREATE FUNCTION {rule}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{rule}' USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}'; END $$"""


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
