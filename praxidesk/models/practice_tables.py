"""Tables of what a practice is: the site, its people and things, their hours, and what they offer."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, UniqueConstraint

from praxidesk.engine.practice import ALWAYS_BLOCKING
from praxidesk.engine.vocabulary import ActorKind, Colour, Phase, Role, Severity
from praxidesk.models.schema import FLAG, KEY, METADATA, TEXT, WHOLE, WORD, flag_is_a_bit, one_of, words_of

_STAFF_ROLES = [role for role in Role if role.actor_kind is ActorKind.PRACTITIONER]


def _owner() -> list[Column[int]]:
    """Hours and absences belong to a site or to an actor."""
    return [
        Column("site_id", KEY, ForeignKey("site.id")),
        Column("actor_id", KEY, ForeignKey("actor.id")),
    ]


def _one_owner() -> CheckConstraint:
    return CheckConstraint("(site_id IS NULL) <> (actor_id IS NULL)", name="one_owner")


def _named(column: str, name: str) -> CheckConstraint:
    """A code or number: not empty, and short enough for every index."""
    return CheckConstraint(f"length({column}) BETWEEN 1 AND 64", name=name)


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
    _named("code", "code"),
    CheckConstraint("timezone <> ''", name="timezone"),
    sqlite_strict=True,
)

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
    UniqueConstraint("code"),
    one_of("kind", ActorKind, "kind"),
    CheckConstraint("(kind = 'patient') = (code IS NULL)", name="code"),
    _named("code", "code_length"),
    CheckConstraint("kind = 'practitioner' OR (specialty = '' AND roles = '')", name="practitioner"),
    CheckConstraint("kind IN ('room', 'device') OR category = ''", name="category"),
    words_of("roles", _STAFF_ROLES, "roles"),
    one_of("colour", Colour, "colour"),
    flag_is_a_bit("active"),
    sqlite_strict=True,
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
    _named("number", "number"),
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
    _one_owner(),
    one_of("purpose", ("hours", "break"), "purpose"),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    CheckConstraint("0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440", name="minutes"),
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
    _one_owner(),
    CheckConstraint("length(day) = 10", name="day"),
    CheckConstraint("(from_minute IS NULL) = (to_minute IS NULL)", name="window"),
    CheckConstraint("0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440", name="minutes"),
    Index(None, "actor_id"),
    sqlite_strict=True,
    comment="What replaces the weekly hours of one date; without minutes it is closed",
)

appointment_type = Table(
    "appointment_type",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("code", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("minutes", WHOLE, nullable=False),
    Column("colour", TEXT, nullable=False),
    Column("buffer_before", WHOLE, nullable=False),
    Column("buffer_after", WHOLE, nullable=False),
    UniqueConstraint("code"),
    _named("code", "code"),
    CheckConstraint("minutes BETWEEN 1 AND 1500", name="minutes"),
    one_of("colour", Colour, "colour"),
    CheckConstraint("buffer_before >= 0 AND buffer_after >= 0", name="buffers"),
    sqlite_strict=True,
)

procedure = Table(
    "procedure",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("code", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("setup_minutes", WHOLE, nullable=False),
    Column("surgery_minutes", WHOLE, nullable=False),
    Column("closing_minutes", WHOLE, nullable=False),
    Column("cleaning_minutes", WHOLE, nullable=False),
    Column("colour", TEXT, nullable=False),
    Column("buffer_before", WHOLE, nullable=False),
    Column("buffer_after", WHOLE, nullable=False),
    UniqueConstraint("code"),
    _named("code", "code"),
    CheckConstraint(
        "setup_minutes >= 0 AND surgery_minutes >= 0 AND closing_minutes >= 0 AND cleaning_minutes >= 0",
        name="phases",
    ),
    CheckConstraint(
        "setup_minutes + surgery_minutes + closing_minutes + cleaning_minutes BETWEEN 1 AND 1500",
        name="minutes",
    ),
    one_of("colour", Colour, "colour"),
    CheckConstraint("buffer_before >= 0 AND buffer_after >= 0", name="buffers"),
    sqlite_strict=True,
)

need = Table(
    "need",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("type_id", KEY, ForeignKey("appointment_type.id")),
    Column("procedure_id", KEY, ForeignKey("procedure.id")),
    Column("position", WHOLE, nullable=False),
    Column("role", TEXT, nullable=False),
    Column("specialty", TEXT),
    Column("category", TEXT),
    Column("phases", TEXT, nullable=False),
    CheckConstraint("(type_id IS NULL) <> (procedure_id IS NULL)", name="one_owner"),
    UniqueConstraint("type_id", "position"),
    UniqueConstraint("procedure_id", "position"),
    one_of("role", [role for role in Role if role is not Role.PATIENT], "role"),
    CheckConstraint("specialty IS NULL OR category IS NULL", name="one_choice"),
    words_of("phases", Phase, "phases"),
    CheckConstraint("type_id IS NULL OR phases = ''", name="phases_of_operations"),
    sqlite_strict=True,
)

need_member = Table(
    "need_member",
    METADATA,
    Column("need_id", KEY, ForeignKey("need.id"), primary_key=True, autoincrement=False),
    Column("position", WHOLE, primary_key=True, autoincrement=False),
    Column("actor_id", KEY, ForeignKey("actor.id"), nullable=False),
    UniqueConstraint("need_id", "actor_id"),
    sqlite_strict=True,
    comment="Where a need is met by one of certain actors: these, the preferred first",
)

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
