"""The waiting list has an index of its own: few entries wait, and of whatever time."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WAITS = sa.text("status = 'waitlist'")


def upgrade() -> None:
    """Those who wait, by the time they wish for."""
    op.create_index("ix_entry_waiting", "entry", ["starts_at"], sqlite_where=WAITS, postgresql_where=WAITS)


def downgrade() -> None:
    """The way back; nothing is lost."""
    op.drop_index("ix_entry_waiting", "entry")
