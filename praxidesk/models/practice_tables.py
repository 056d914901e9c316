"""Tables of what a practice is: the site, its people and things, their hours, and its own choices."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint, text

from praxidesk.engine.practice import ALWAYS_BLOCKING
from praxidesk.engine.vocabulary import ActorKind, Colour, Role, Severity, Weeks
from praxidesk.models.schema import (
    FALSE,
    FLAG,
    KEY,
    METADATA,
    TEXT,
    WHOLE,
    WORD,
    flag_is_a_bit,
    named,
    one_of,
    words_of,
)

_PLACE = "kind IN ('room', 'device')"
_NO_GROUP = "CAST(is_group AS INTEGER) = 0"
_STAFF_ROLES = [role for role in Role if role.actor_kind is ActorKind.PRACTITIONER]


def _owner() -> list[Column[int]]:
    """Hours and absences belong to a site or to an actor."""
    return [
        Column("site_id", KEY, ForeignKey("site.id")),
        Column("actor_id", KEY, ForeignKey("actor.id")),
    ]


def _one_owner() -> CheckConstraint:
    return CheckConstraint("(site_id IS NULL) <> (actor_id IS NULL)", name="one_owner")


practice = Table(
    "practice",
    METADATA,
    Column("id", KEY, primary_key=True, autoincrement=False),
    Column("version", WHOLE, nullable=False),
    CheckConstraint("id = 1", name="single"),
    CheckConstraint("version >= 1", name="version"),
    sqlite_strict=True,
    comment="One row; its version counts the changes of everything else in this group",
)

site = Table(
    "site",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("code", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("timezone", TEXT, nullable=False),
    Column("holidays", TEXT, nullable=False),
    UniqueConstraint("code"),
    named("code", "code"),
    CheckConstraint("timezone <> ''", name="timezone"),
    sqlite_strict=True,
)
"""The first row is the practice's own, whose hours and wall time count; others are its branches."""

actor = Table(
    "actor",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("kind", TEXT, nullable=False),
    Column("code", TEXT),
    Column("name", TEXT, nullable=False),
    Column("specialty", TEXT, nullable=False),
    Column("category", TEXT, nullable=False),
    Column("roles", TEXT, nullable=False),
    Column("colour", TEXT),
    Column("active", FLAG, nullable=False),
    Column("is_group", FLAG, nullable=False, server_default=FALSE),
    Column("group_id", KEY, ForeignKey("actor.id")),
    Column("equipment", TEXT, nullable=False, server_default=text("''")),
    Column("inspected_until", TEXT),
    Column("turnover", WHOLE, nullable=False, server_default=text("0")),
    UniqueConstraint("code"),
    one_of("kind", ActorKind, "kind"),
    CheckConstraint("(kind = 'patient') = (code IS NULL)", name="code"),
    named("code", "code_length"),
    CheckConstraint("kind = 'practitioner' OR (specialty = '' AND roles = '')", name="practitioner"),
    CheckConstraint("kind IN ('room', 'device') OR category = ''", name="category"),
    words_of("roles", _STAFF_ROLES, "roles"),
    one_of("colour", Colour, "colour"),
    flag_is_a_bit("active"),
    flag_is_a_bit("is_group"),
    CheckConstraint(f"{_NO_GROUP} OR {_PLACE}", name="is_group"),
    CheckConstraint(f"group_id IS NULL OR {_PLACE} AND {_NO_GROUP}", name="group_id"),
    CheckConstraint(f"equipment = '' OR {_PLACE} AND {_NO_GROUP}", name="equipment"),
    CheckConstraint(
        f"inspected_until IS NULL OR length(inspected_until) = 10 AND {_PLACE} AND {_NO_GROUP}",
        name="inspected_until",
    ),
    CheckConstraint(
        f"turnover = 0 OR turnover BETWEEN 1 AND 1440 AND {_PLACE} AND {_NO_GROUP}", name="turnover"
    ),
    Index(
        None,
        "group_id",
        sqlite_where=text("group_id IS NOT NULL"),
        postgresql_where=text("group_id IS NOT NULL"),
    ),
    sqlite_strict=True,
)

actor_site = Table(
    "actor_site",
    METADATA,
    Column("actor_id", KEY, ForeignKey("actor.id"), primary_key=True, autoincrement=False),
    Column("site_id", KEY, ForeignKey("site.id"), primary_key=True, autoincrement=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
    comment="Where somebody or something is; who has no row here belongs everywhere",
)

patient = Table(
    "patient",
    METADATA,
    Column("actor_id", KEY, ForeignKey("actor.id"), primary_key=True, autoincrement=False),
    Column("number", TEXT, nullable=False),
    Column("family", TEXT, nullable=False),
    Column("given", TEXT, nullable=False),
    Column("birth_date", TEXT),
    Column("sex", TEXT, nullable=False),
    Column("phone", TEXT, nullable=False),
    Column("email", TEXT, nullable=False),
    Column("note", TEXT, nullable=False),
    Column("family_key", WORD, nullable=False),
    Column("given_key", WORD, nullable=False),
    UniqueConstraint("number"),
    named("number", "number"),
    CheckConstraint("length(birth_date) = 10", name="birth_date"),
    one_of("sex", ("", "male", "female", "other", "unknown"), "sex"),
    Index(None, "family_key", "given_key"),
    sqlite_strict=True,
    comment="One row for each actor that is a patient; the keys are the names as they are searched",
)

patient_word = Table(
    "patient_word",
    METADATA,
    Column("word", WORD, primary_key=True),
    Column("actor_id", KEY, ForeignKey("patient.actor_id"), primary_key=True, autoincrement=False),
    CheckConstraint("word <> ''", name="word"),
    Index(None, "actor_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
    comment="All words a patient is found by the beginning of: names, number, birth date, phone",
)

weekly_window = Table(
    "weekly_window",
    METADATA,
    Column("id", KEY, primary_key=True),
    *_owner(),
    Column("purpose", TEXT, nullable=False),
    Column("weekday", WHOLE, nullable=False),
    Column("from_minute", WHOLE, nullable=False),
    Column("to_minute", WHOLE, nullable=False),
    Column("weeks", TEXT, nullable=False, server_default=text("'all'")),
    Column("valid_from", TEXT),
    Column("valid_to", TEXT),
    _one_owner(),
    one_of("purpose", ("hours", "break"), "purpose"),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    CheckConstraint("0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440", name="minutes"),
    one_of("weeks", Weeks, "weeks"),
    CheckConstraint("length(valid_from) = 10", name="valid_from"),
    CheckConstraint(
        "length(valid_to) = 10 AND (valid_from IS NULL OR valid_from <= valid_to)", name="valid_to"
    ),
    Index(None, "actor_id"),
    sqlite_strict=True,
    comment="Opening hours and breaks, in minutes of local wall time; weekday 0 is Monday",
)

absence = Table(
    "absence",
    METADATA,
    Column("id", KEY, primary_key=True),
    *_owner(),
    Column("starts_local", TEXT, nullable=False),
    Column("ends_local", TEXT, nullable=False),
    Column("reason", TEXT, nullable=False),
    _one_owner(),
    CheckConstraint("length(starts_local) = 19 AND length(ends_local) = 19", name="form"),
    CheckConstraint("ends_local > starts_local", name="order"),
    Index(None, "actor_id"),
    sqlite_strict=True,
    comment="Absences of actors, closures of the site: local wall time as 2026-12-24T00:00:00",
)

day_exception = Table(
    "day_exception",
    METADATA,
    Column("id", KEY, primary_key=True),
    *_owner(),
    Column("day", TEXT, nullable=False),
    Column("from_minute", WHOLE),
    Column("to_minute", WHOLE),
    Column("purpose", TEXT, nullable=False, server_default=text("'hours'")),
    _one_owner(),
    one_of("purpose", ("hours", "break"), "purpose"),
    CheckConstraint("length(day) = 10", name="day"),
    CheckConstraint("(from_minute IS NULL) = (to_minute IS NULL)", name="window"),
    CheckConstraint("0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440", name="minutes"),
    Index(None, "actor_id"),
    sqlite_strict=True,
    comment="What replaces the weekly hours of one date; without minutes it is closed",
)

local_holiday = Table(
    "local_holiday",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("site_id", KEY, ForeignKey("site.id"), nullable=False),
    Column("day", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    CheckConstraint("length(day) IN (5, 10)", name="day"),
    sqlite_strict=True,
)
"""Days on which the site is closed besides its region's: 2026-08-08, or 08-08 of every year."""

policy = Table(
    "policy",
    METADATA,
    Column("kind", TEXT, primary_key=True),
    Column("severity", TEXT, nullable=False),
    one_of("severity", Severity, "severity"),
    CheckConstraint(
        "severity = 'blocking' OR kind NOT IN ({})".format(
            ", ".join(sorted(f"'{kind}'" for kind in ALWAYS_BLOCKING))
        ),
        name="always_blocking",
    ),
    sqlite_strict=True,
    comment="Severities that differ from the product's own",
)

setting = Table(
    "setting",
    METADATA,
    Column("name", TEXT, primary_key=True),
    Column("value", TEXT, nullable=False),
    CheckConstraint("name <> ''", name="name"),
    sqlite_strict=True,
)
