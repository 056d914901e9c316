"""Tables of the journal: what was done, sealed line by line. Written by the database alone."""

from sqlalchemy import CheckConstraint, Column, Computed, ForeignKey, Index, Table, UniqueConstraint, text

from praxidesk.engine.journal import Deed
from praxidesk.models.schema import INSTANT, KEY, METADATA, TEXT, one_of


def _where_given(column: str) -> Index:
    there = text(f"{column} IS NOT NULL")
    return Index(None, column, sqlite_where=there, postgresql_where=there)


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
"""Of what a line tells. ``part`` (of an entry) and ``rest`` belong to what another line tells."""

TELLING = "topic NOT IN ('part', 'rest')"
"""A line that people read as one deed; asked in these very words, it is found by its index."""

journal = Table(
    "journal",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("at", INSTANT, nullable=False),
    Column("deed", TEXT, nullable=False),
    Column("subject", TEXT, nullable=False),
    Column("subject_key", TEXT, nullable=False),
    Column("entry_id", KEY),
    Column("patient_id", KEY),
    Column("before", TEXT),
    Column("after", TEXT),
    Column("transaction_id", TEXT),
    Column("topic", TEXT, Computed(TOPIC)),
    one_of("deed", Deed, "deed"),
    _where_given("entry_id"),
    _where_given("patient_id"),
    # All that a page of it is found and counted by.
    Index(
        "ix_journal_topic",
        "id",
        "topic",
        "at",
        sqlite_where=text(TELLING),
        postgresql_where=text(TELLING),
    ),
    sqlite_strict=True,
    comment="What was done to which row, with the row before and after as JSON; written by triggers",
)

journal_seal = Table(
    "journal_seal",
    METADATA,
    Column("seq", KEY, primary_key=True, autoincrement=False),
    Column("journal_id", KEY, ForeignKey("journal.id"), nullable=False),
    Column("login", TEXT, nullable=False),
    Column("client", TEXT, nullable=False),
    Column("process", KEY, nullable=False),
    Column("content_hash", TEXT, nullable=False),
    Column("hash", TEXT, nullable=False),
    Column("desk", TEXT, nullable=False, server_default=""),
    UniqueConstraint("journal_id"),
    Index("ix_journal_seal_login", "login", "desk", "journal_id"),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint("length(hash) = 64 AND length(content_hash) = 64", name="hash"),
    CheckConstraint("length(desk) <= 80", name="desk"),
    sqlite_strict=True,
    comment="Each line of the journal in the order of its commit, chained by hash, with who did it",
)

journal_head = Table(
    "journal_head",
    METADATA,
    Column("id", KEY, primary_key=True, autoincrement=False),
    Column("seq", KEY, nullable=False),
    Column("hash", TEXT, nullable=False),
    CheckConstraint("id = 1", name="single"),
    CheckConstraint("seq >= 0 AND (seq = 0) = (hash = '')", name="seq"),
    sqlite_strict=True,
    comment="One row: the newest seal. Whoever seals holds it until the commit",
)
