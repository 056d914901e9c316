"""Tables of what stands in the calendar: entries, who is taken for them, and what was done to them."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint, text

from praxidesk.engine.outcomes import Change
from praxidesk.engine.vocabulary import Milestone, Phase, Role, Status
from praxidesk.models.schema import (
    FALSE,
    FLAG,
    INSTANT,
    KEY,
    LONGEST_SECONDS,
    METADATA,
    TEXT,
    WHOLE,
    flag_is_a_bit,
    one_of,
)


def _bounds() -> list[CheckConstraint]:
    return [
        CheckConstraint("ends_at > starts_at", name="order"),
        CheckConstraint(f"ends_at - starts_at <= {LONGEST_SECONDS}", name="length"),
    ]


series = Table(
    "series",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("kind", TEXT, nullable=False),
    Column("starts_local", TEXT, nullable=False),
    Column("timezone", TEXT, nullable=False),
    Column("rule", TEXT, nullable=False),
    one_of("kind", ("series", "combined"), "kind"),
    CheckConstraint("length(starts_local) = 19", name="starts_local"),
    CheckConstraint("timezone <> ''", name="timezone"),
    sqlite_strict=True,
    comment="What repeating entries come from: a rule over local wall time",
)

entry = Table(
    "entry",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("version", WHOLE, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("status", TEXT, nullable=False),
    Column("starts_at", INSTANT, nullable=False),
    Column("ends_at", INSTANT, nullable=False),
    Column("type_id", KEY, ForeignKey("appointment_type.id")),
    Column("procedure_id", KEY, ForeignKey("procedure.id")),
    Column("setup_minutes", WHOLE),
    Column("surgery_minutes", WHOLE),
    Column("closing_minutes", WHOLE),
    Column("cleaning_minutes", WHOLE),
    Column("patient_id", KEY, ForeignKey("patient.actor_id")),
    Column("series_id", KEY, ForeignKey("series.id")),
    Column("note", TEXT, nullable=False),
    Column("reason", TEXT, nullable=False),
    Column("override_reason", TEXT, nullable=False),
    Column("last_change", TEXT, nullable=False),
    Column("changed_at", INSTANT, nullable=False),
    Column("request_key", TEXT),
    Column("request_fingerprint", TEXT),
    Column("series_day", TEXT),
    Column("is_exception", FLAG, nullable=False, server_default=FALSE),
    *_bounds(),
    CheckConstraint("version >= 1", name="version"),
    one_of("status", Status, "status"),
    one_of("last_change", Change, "last_change"),
    CheckConstraint(
        "(kind = 'appointment' AND type_id IS NOT NULL AND procedure_id IS NULL)"
        " OR (kind = 'operation' AND type_id IS NULL AND procedure_id IS NOT NULL)"
        " OR (kind = 'blockout' AND type_id IS NULL AND procedure_id IS NULL AND patient_id IS NULL)",
        name="what",
    ),
    *(
        CheckConstraint(f"(kind = 'operation') = ({phase}_minutes IS NOT NULL)", name=f"has_{phase}")
        for phase in Phase
    ),
    CheckConstraint(
        "setup_minutes >= 0 AND surgery_minutes >= 0 AND closing_minutes >= 0 AND cleaning_minutes >= 0",
        name="phases",
    ),
    CheckConstraint("length(note) <= 20000", name="note"),
    CheckConstraint("(request_key IS NULL) = (request_fingerprint IS NULL)", name="request"),
    CheckConstraint("length(request_key) BETWEEN 1 AND 200", name="request_key"),
    CheckConstraint(
        "series_day IS NULL OR length(series_day) = 10 AND series_id IS NOT NULL", name="series_day"
    ),
    flag_is_a_bit("is_exception"),
    CheckConstraint("CAST(is_exception AS INTEGER) = 0 OR series_id IS NOT NULL", name="is_exception"),
    Index(None, "starts_at"),
    *(
        Index(
            None,
            column,
            "starts_at",
            "ends_at",
            "status",
            sqlite_where=text(f"{column} IS NOT NULL"),
            postgresql_where=text(f"{column} IS NOT NULL"),
        )
        for column in ("type_id", "procedure_id")
    ),
    Index(
        None,
        "patient_id",
        "starts_at",
        sqlite_where=text("patient_id IS NOT NULL"),
        postgresql_where=text("patient_id IS NOT NULL"),
    ),
    Index(
        "ix_entry_waiting",
        "starts_at",
        sqlite_where=text("status = 'waitlist'"),
        postgresql_where=text("status = 'waitlist'"),
    ),
    Index(
        None,
        "series_id",
        sqlite_where=text("series_id IS NOT NULL"),
        postgresql_where=text("series_id IS NOT NULL"),
    ),
    sqlite_strict=True,
    comment="Appointments, operations and blockouts. Never deleted: cancelling is a status",
)

allocation = Table(
    "allocation",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("entry_id", KEY, ForeignKey("entry.id"), nullable=False),
    Column("actor_id", KEY, ForeignKey("actor.id"), nullable=False),
    Column("role", TEXT, nullable=False),
    Column("starts_at", INSTANT, nullable=False),
    Column("ends_at", INSTANT, nullable=False),
    Column("blocking", FLAG, nullable=False),
    Column("own_part", FLAG, nullable=False),
    Column("occupancy", WHOLE, nullable=False, server_default=text("0")),
    Column("service", KEY, nullable=False, server_default=text("0")),
    Column("group_id", KEY, ForeignKey("actor.id")),
    Column("turnover", WHOLE, nullable=False, server_default=text("0")),
    *_bounds(),
    one_of("role", Role, "role"),
    flag_is_a_bit("blocking"),
    flag_is_a_bit("own_part"),
    CheckConstraint("occupancy IN (0, 1, 2)", name="occupancy"),
    CheckConstraint("turnover = 0 OR turnover > 0 AND turnover * 60 < ends_at - starts_at", name="turnover"),
    Index(None, "entry_id"),
    # All that a search reads; the overlap rule of SQLite and the entries of an actor are found by it too.
    Index(
        "ix_allocation_of_actor",
        "actor_id",
        "starts_at",
        "ends_at",
        "occupancy",
        "service",
        "entry_id",
        "group_id",
        "blocking",
    ),
    Index(None, "starts_at"),
    sqlite_strict=True,
    comment="This actor is taken from here to there; no two blocking rows of one actor overlap",
)

entry_change = Table(
    "entry_change",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("entry_id", KEY, ForeignKey("entry.id"), nullable=False),
    Column("version", WHOLE, nullable=False),
    Column("change", TEXT, nullable=False),
    Column("status", TEXT, nullable=False),
    Column("starts_at", INSTANT, nullable=False),
    Column("ends_at", INSTANT, nullable=False),
    Column("changed_at", INSTANT, nullable=False),
    Column("request_key", TEXT),
    Column("request_fingerprint", TEXT),
    UniqueConstraint("entry_id", "version"),
    Index(
        "uq_entry_change_request_key",
        "request_key",
        unique=True,
        sqlite_where=text("request_key IS NOT NULL"),
        postgresql_where=text("request_key IS NOT NULL"),
    ),
    sqlite_strict=True,
    comment="One row for each version of each entry, written by the database itself",
)

milestone = Table(
    "milestone",
    METADATA,
    Column("entry_id", KEY, ForeignKey("entry.id"), primary_key=True),
    Column("kind", TEXT, primary_key=True),
    Column("reached_at", INSTANT, nullable=False),
    one_of("kind", Milestone, "kind"),
    CheckConstraint("reached_at % 60 = 0", name="minute"),
    sqlite_strict=True,
    comment="When an operation reached what marks its course",
)

milestone_change = Table(
    "milestone_change",
    METADATA,
    Column("entry_id", KEY, ForeignKey("entry.id"), primary_key=True),
    Column("version", WHOLE, primary_key=True),
    Column("kind", TEXT, primary_key=True),
    Column("reached_at", INSTANT),
    sqlite_strict=True,
    comment="Which milestones a version of an entry changed; written by the database. NULL: taken away",
)
