"""Changes of settings and patients, and imports, carry keys: none is made twice where an answer was lost."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TEXT = sa.Text()
INT8 = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """The table; what it holds repeats nothing and is not journalled, for the change itself is."""
    op.create_table(
        "settled_request",
        sa.Column("key", TEXT, nullable=False),
        sa.Column("answer", TEXT, nullable=False),
        sa.Column("at", INT8, nullable=False),
        sa.CheckConstraint("length(key) BETWEEN 1 AND 64", name="ck_settled_request_key"),
        sa.CheckConstraint("length(answer) <= 200", name="ck_settled_request_answer"),
        sa.PrimaryKeyConstraint("key", "answer", name="pk_settled_request"),
        comment="Keys of changes of settings and patients and of imports, so that none is made twice",
        sqlite_strict=True,
    )


def downgrade() -> None:
    """The way back; what was asked under these keys would be done anew."""
    op.drop_table("settled_request")
