"""The table of keys under which something else than an entry was changed."""

from sqlalchemy import CheckConstraint, Column, Index, Table

from praxidesk.models.schema import INSTANT, METADATA, TEXT, named

settled_request = Table(
    "settled_request",
    METADATA,
    Column("key", TEXT, primary_key=True),
    Column("answer", TEXT, primary_key=True),
    Column("at", INSTANT, nullable=False),
    named("key", "key"),
    CheckConstraint("length(answer) <= 200", name="answer"),
    Index(None, "at"),
    sqlite_strict=True,
    comment="Keys of changes of settings and patients and of imports, so that none is made twice",
)
