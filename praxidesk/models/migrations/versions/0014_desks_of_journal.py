"""The journal is read by people: which desk it was, by its own words, and what each line tells of."""

from alembic import op

revision = "0014"
down_revision = "0011"
branch_labels = None
depends_on = None

TOPIC = """CASE
    WHEN subject IN ('entry', 'patient') THEN subject
    WHEN subject IN ('allocation', 'milestone', 'series') THEN 'part'
    WHEN subject IN ('need_member', 'combination_part', 'reservation_actor', 'reservation_holder',
        'reservation_service', 'reservation_window') THEN 'rest'
    WHEN subject = 'actor' AND replace(coalesce(after, before), '"kind": "patient"', '')
        <> coalesce(after, before) THEN 'rest'
    WHEN subject = 'setting' AND subject_key = 'last_patient_number' THEN 'rest'
    WHEN subject IN ('login', 'account') THEN 'users'
    ELSE 'settings'
END"""


def upgrade() -> None:
    """Columns, what finds them, and a seal that says the desk."""
    _run(
        "ALTER TABLE journal_seal ADD COLUMN desk TEXT NOT NULL DEFAULT ''"
        " CONSTRAINT ck_journal_seal_desk CHECK (length(desk) <= 80)"
    )
    kept = "VIRTUAL" if _is_sqlite() else "STORED"
    _run(f"ALTER TABLE journal ADD COLUMN topic TEXT GENERATED ALWAYS AS ({TOPIC}) {kept}")
    _run("CREATE INDEX ix_journal_topic ON journal (id, topic, at) WHERE topic NOT IN ('part', 'rest')")
    _run("CREATE INDEX ix_journal_seal_login ON journal_seal (login, desk, journal_id)")
    if not _is_sqlite():
        _run(_sealed(with_desk=True))


def downgrade() -> None:
    """The way back; what the desks were called is lost, and lines that said so no longer fit their seals."""
    if not _is_sqlite():
        _run(_sealed(with_desk=False))
    _run("DROP INDEX ix_journal_seal_login")
    _run("DROP INDEX ix_journal_topic")
    _run("ALTER TABLE journal DROP COLUMN topic")
    _run("ALTER TABLE journal_seal DROP COLUMN desk")


def _sealed(*, with_desk: bool) -> str:
    """All lines of a transaction at once, when the first of them comes up at its commit.

    A desk without a label is no part of the hash: that of a line from before stays what it was.
    """
    schema = op.get_bind().exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    parts = """head.hash, head.seq::text, line.at::text, line.deed, line.subject, line.subject_key,
                    content, session_user::text, client, process::text"""
    of_desk = ", desk" if with_desk else ""
    sealed = f"journal_digest({parts})"
    if with_desk:
        sealed = f"CASE desk WHEN '' THEN {sealed} ELSE journal_digest({parts}, desk) END"
    return f"""CREATE OR REPLACE FUNCTION journal_sealed() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = {schema}, pg_temp AS $$
        DECLARE head journal_head; line record; content text; client text; process integer; desk text;
        BEGIN
            IF EXISTS (SELECT FROM journal_seal WHERE journal_id = NEW.id) THEN RETURN NULL; END IF;
            client := coalesce(host(inet_client_addr()), '');
            process := pg_backend_pid();
            desk := left(coalesce(current_setting('praxi.desk', true), ''), 80);
            SELECT * INTO STRICT head FROM journal_head WHERE id = 1 FOR UPDATE;
            FOR line IN SELECT * FROM journal
                WHERE id >= NEW.id AND transaction_id = NEW.transaction_id ORDER BY id
            LOOP
                head.seq := head.seq + 1;
                content := journal_digest(line.before, line.after);
                head.hash := {sealed};
                INSERT INTO journal_seal (seq, journal_id, login, client, process, content_hash,
                        hash{of_desk})
                    VALUES (head.seq, line.id, session_user, client, process, content, head.hash{of_desk});
            END LOOP;
            UPDATE journal_head SET seq = head.seq, hash = head.hash WHERE id = 1;
            RETURN NULL;
        END $$"""  # noqa: S608 - constants, and the schema's own name


def _is_sqlite() -> bool:
    return bool(op.get_bind().dialect.name == "sqlite")


def _run(statement: str) -> None:
    """As it stands: no colon is a parameter."""
    op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})
