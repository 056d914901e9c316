"""What tiles say of a type or procedure: its short name, and whether it is somebody's first visit.

Columns are added without rebuilding a table, so that every trigger stays.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SHORT = "TEXT NOT NULL DEFAULT '' CONSTRAINT ck_{table}_short CHECK (length(short) <= 24)"
FIRST_VISIT = (
    "{flag} NOT NULL DEFAULT {false} CONSTRAINT ck_{table}_first_visit_flag"
    " CHECK (CAST(first_visit AS INTEGER) IN (0, 1))"
)
COLUMNS = [
    ("appointment_type", "short", SHORT),
    ("appointment_type", "first_visit", FIRST_VISIT),
    ("procedure", "short", SHORT),
]


def upgrade() -> None:
    """Add the columns; nobody has a short name yet."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    words = {"flag": "INTEGER", "false": "0"} if is_sqlite else {"flag": "BOOLEAN", "false": "false"}
    for table, column, rest in COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} " + rest.format(table=table, **words))


def downgrade() -> None:
    """Short names are lost."""
    for table, column, _ in reversed(COLUMNS):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
