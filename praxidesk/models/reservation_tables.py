"""Tables of block time: whose hours are kept for whom and for what, until they are released."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table, UniqueConstraint

from praxidesk.engine.vocabulary import Weeks
from praxidesk.models.schema import KEY, METADATA, TEXT, WHOLE, named, one_of


def _place() -> list[Column[int]]:
    return [
        Column("reservation_id", KEY, ForeignKey("reservation.id"), primary_key=True, autoincrement=False),
        Column("position", WHOLE, primary_key=True, autoincrement=False),
    ]


reservation = Table(
    "reservation",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("code", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("release_days", WHOLE),
    UniqueConstraint("code"),
    named("code", "code"),
    CheckConstraint("release_days >= 0", name="release_days"),
    sqlite_strict=True,
)
"""Hours kept for some; so many days before, if unused, they are anybody's."""

reservation_actor = Table(
    "reservation_actor",
    METADATA,
    *_place(),
    Column("actor_id", KEY, ForeignKey("actor.id"), nullable=False),
    UniqueConstraint("reservation_id", "actor_id"),
    sqlite_strict=True,
)
"""Whose hours they are."""

reservation_holder = Table(
    "reservation_holder",
    METADATA,
    *_place(),
    Column("actor_id", KEY, ForeignKey("actor.id"), nullable=False),
    UniqueConstraint("reservation_id", "actor_id"),
    sqlite_strict=True,
)
"""For whom they are kept."""

reservation_service = Table(
    "reservation_service",
    METADATA,
    *_place(),
    Column("type_id", KEY, ForeignKey("appointment_type.id")),
    Column("procedure_id", KEY, ForeignKey("procedure.id")),
    CheckConstraint("(type_id IS NULL) <> (procedure_id IS NULL)", name="one_owner"),
    sqlite_strict=True,
)
"""What they are kept for."""

reservation_window = Table(
    "reservation_window",
    METADATA,
    Column("id", KEY, primary_key=True),
    Column("reservation_id", KEY, ForeignKey("reservation.id"), nullable=False),
    Column("weekday", WHOLE, nullable=False),
    Column("from_minute", WHOLE, nullable=False),
    Column("to_minute", WHOLE, nullable=False),
    Column("weeks", TEXT, nullable=False),
    Column("valid_from", TEXT),
    Column("valid_to", TEXT),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    CheckConstraint("0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440", name="minutes"),
    one_of("weeks", Weeks, "weeks"),
    CheckConstraint("length(valid_from) = 10 AND length(valid_to) = 10", name="valid"),
    CheckConstraint("valid_from <= valid_to", name="order"),
    sqlite_strict=True,
)
