"""Tables of what a practice offers: types, procedures, what they need, their limits, and combinations."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table, UniqueConstraint, text

from praxidesk.engine.vocabulary import Colour, Period, Phase, Priority, Role
from praxidesk.models.schema import (
    FALSE,
    FLAG,
    KEY,
    METADATA,
    TEXT,
    WHOLE,
    flag_is_a_bit,
    named,
    one_of,
    words_of,
)


def _limit_columns() -> list[Column[Any]]:
    return [
        Column("min_distance", WHOLE, nullable=False, server_default=text("0")),
        Column("at_once", WHOLE),
        Column("min_notice", WHOLE, nullable=False, server_default=text("0")),
        Column("max_advance", WHOLE),
        Column("priority", TEXT, nullable=False, server_default=text("'normal'")),
    ]


def _limit_rules() -> list[CheckConstraint]:
    return [
        CheckConstraint("min_distance >= 0", name="min_distance"),
        CheckConstraint("at_once >= 1", name="at_once"),
        CheckConstraint("min_notice >= 0", name="min_notice"),
        CheckConstraint("max_advance >= 0", name="max_advance"),
        one_of("priority", Priority, "priority"),
    ]


def _is_short() -> CheckConstraint:
    return CheckConstraint("length(short) <= 24", name="short")


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
    *_limit_columns(),
    Column("travel", WHOLE, nullable=False, server_default=text("0")),
    Column("short", TEXT, nullable=False, server_default=text("''")),
    Column("first_visit", FLAG, nullable=False, server_default=FALSE),
    UniqueConstraint("code"),
    named("code", "code"),
    CheckConstraint("minutes BETWEEN 1 AND 1500", name="minutes"),
    one_of("colour", Colour, "colour"),
    CheckConstraint("buffer_before >= 0 AND buffer_after >= 0", name="buffers"),
    *_limit_rules(),
    CheckConstraint("travel >= 0", name="travel"),
    _is_short(),
    flag_is_a_bit("first_visit"),
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
    *_limit_columns(),
    Column("short", TEXT, nullable=False, server_default=text("''")),
    UniqueConstraint("code"),
    named("code", "code"),
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
    *_limit_rules(),
    _is_short(),
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
    Column("equipment", TEXT, nullable=False, server_default=text("''")),
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

quota = Table(
    "quota",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("type_id", KEY, ForeignKey("appointment_type.id")),
    Column("procedure_id", KEY, ForeignKey("procedure.id")),
    Column("position", WHOLE, nullable=False),
    Column("per", TEXT, nullable=False),
    Column("most", WHOLE, nullable=False),
    CheckConstraint("(type_id IS NULL) <> (procedure_id IS NULL)", name="one_owner"),
    one_of("per", Period, "per"),
    CheckConstraint("most >= 1", name="most"),
    UniqueConstraint("type_id", "position"),
    UniqueConstraint("procedure_id", "position"),
    sqlite_strict=True,
)
"""At most so many for each practitioner within a half-day, day or week."""

combination = Table(
    "combination",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("code", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    UniqueConstraint("code"),
    named("code", "code"),
    sqlite_strict=True,
)

combination_part = Table(
    "combination_part",
    METADATA,
    Column("combination_id", KEY, ForeignKey("combination.id"), primary_key=True, autoincrement=False),
    Column("position", WHOLE, primary_key=True, autoincrement=False),
    Column("type_id", KEY, ForeignKey("appointment_type.id"), nullable=False),
    Column("least_gap", WHOLE, nullable=False),
    Column("longest_gap", WHOLE, nullable=False),
    CheckConstraint("0 <= least_gap AND least_gap <= longest_gap", name="gap"),
    CheckConstraint("position > 0 OR longest_gap = 0", name="first"),
    sqlite_strict=True,
)
"""Its appointments in their order, and the minutes from the end of one to the start of the next."""
