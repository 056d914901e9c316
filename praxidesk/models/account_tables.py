"""The table of accounts: who may sign in to a store in a file. A server has logins of its own."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table, UniqueConstraint

from praxidesk.models.schema import FLAG, INSTANT, KEY, METADATA, TEXT, WHOLE, flag_is_a_bit, named, one_of
from praxidesk.models.server.roles import StaffRole

account = Table(
    "account",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("login", TEXT, nullable=False),
    Column("role", TEXT, nullable=False),
    Column("practitioner_id", KEY, ForeignKey("actor.id")),
    Column("password_hash", TEXT, nullable=False),
    Column("password_set_at", INSTANT, nullable=False),
    Column("locked", FLAG, nullable=False),
    Column("failures", WHOLE, nullable=False),
    Column("failed_at", INSTANT),
    Column("signed_in_at", INSTANT),
    UniqueConstraint("login"),
    named("login", "login"),
    one_of("role", StaffRole, "role"),
    CheckConstraint(
        f"(role = '{StaffRole.PRACTITIONER.value}') = (practitioner_id IS NOT NULL)", name="practitioner"
    ),
    CheckConstraint("password_hash <> ''", name="password"),
    flag_is_a_bit("locked"),
    CheckConstraint("failures >= 0 AND (failures = 0) = (failed_at IS NULL)", name="failures"),
    sqlite_strict=True,
    comment="Who may sign in to a store in a file; empty on a server",
)
