"""Accounts: who may sign in to a store in a file.

A server has logins of its own: there the table stays empty, and nobody has a right to it. In a file triggers
write into the journal what is done to accounts, sign-ins and wrong passwords among it: of the password only
that it is another one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TEXT = sa.Text()
INT4 = sa.Integer()
INT8 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")
NOW = "CAST(strftime('%s', 'now') AS INTEGER)"
TEXTS = ("login", "role")
NUMBERS = ("practitioner_id", "password_set_at", "locked", "failures", "failed_at", "signed_in_at")


def upgrade() -> None:
    """The table, and what writes the journal."""
    op.create_table(
        "account",
        sa.Column("id", INT8, nullable=False),
        sa.Column("login", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("practitioner_id", INT8, nullable=True),
        sa.Column("password_hash", TEXT, nullable=False),
        sa.Column("password_set_at", INT8, nullable=False),
        sa.Column("locked", FLAG, nullable=False),
        sa.Column("failures", INT4, nullable=False),
        sa.Column("failed_at", INT8, nullable=True),
        sa.Column("signed_in_at", INT8, nullable=True),
        sa.CheckConstraint("length(login) BETWEEN 1 AND 64", name="ck_account_login"),
        sa.CheckConstraint(
            "role IN ('reception', 'practitioner', 'op_manager', 'viewer', 'admin')", name="ck_account_role"
        ),
        sa.CheckConstraint(
            "(role = 'practitioner') = (practitioner_id IS NOT NULL)", name="ck_account_practitioner"
        ),
        sa.CheckConstraint("password_hash <> ''", name="ck_account_password"),
        sa.CheckConstraint("CAST(locked AS INTEGER) IN (0, 1)", name="ck_account_locked_flag"),
        sa.CheckConstraint(
            "failures >= 0 AND (failures = 0) = (failed_at IS NULL)", name="ck_account_failures"
        ),
        sa.ForeignKeyConstraint(["practitioner_id"], ["actor.id"], name="fk_account_practitioner_id"),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("login", name="uq_account_login"),
        comment="Who may sign in to a store in a file; empty on a server",
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in _triggers():
            # As it stands: no colon is a parameter.
            op.get_bind().exec_driver_sql(statement, execution_options={"no_parameters": True})


def downgrade() -> None:
    """The way back; the accounts are lost, and what they do is no more asked for a password."""
    op.drop_table("account")  # its triggers go with it


def _triggers() -> list[str]:
    def escaped(column: str) -> str:
        # By hand, as in 0010: json_object() is not for schemas that nobody trusts.
        return f"""replace(replace({column}, '\\', '\\\\'), '"', '\\"')"""

    def shown(row: str, secret: str) -> str:
        texts = (f"""'"{name}": "' || {escaped(f"{row}.{name}")} || '"'""" for name in TEXTS)
        numbers = (f"""'"{name}": ' || coalesce({row}.{name}, 'null')""" for name in NUMBERS)
        return "'{' || " + " || ', ' || ".join((*texts, *numbers, secret)) + " || '}'"

    def write(deed: str, row: str, before: str, after: str) -> str:
        return (
            "BEGIN INSERT INTO journal (at, deed, subject, subject_key, before, after) VALUES"  # noqa: S608
            f" ({NOW}, '{deed}', 'account', CAST({row}.id AS TEXT), {before}, {after}); END"
        )

    kept, new = """'"password": "kept"'""", """'"password": "new"'"""
    which = f"CASE WHEN OLD.password_hash = NEW.password_hash THEN {kept} ELSE {new} END"
    every = ("id", *TEXTS, *NUMBERS, "password_hash")
    was, becomes = (", ".join(f"{row}.{name}" for name in every) for row in ("OLD", "NEW"))
    return [
        "CREATE TRIGGER journal_account_insert AFTER INSERT ON account "
        + write("insert", "NEW", "NULL", shown("NEW", new)),
        f"CREATE TRIGGER journal_account_update AFTER UPDATE ON account WHEN ({was}) IS NOT ({becomes}) "
        + write("update", "NEW", shown("OLD", kept), shown("NEW", which)),
        "CREATE TRIGGER journal_account_delete AFTER DELETE ON account "
        + write("delete", "OLD", shown("OLD", kept), "NULL"),
    ]
