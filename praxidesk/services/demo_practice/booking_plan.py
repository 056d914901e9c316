"""How the demo practice is booked, as ``resources/demo/bookings.toml`` says it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from praxidesk.exchange.wall_times import WEEKDAYS, end_minute_of_day
from praxidesk.resources.folder import FOLDER


@dataclass(frozen=True, slots=True)
class TheatreList:
    """A surgeon's day in an operating room, with the team."""

    room: str
    weekdays: frozenset[int]
    surgeon: str
    anaesthetist: str | None
    """``None``: only what is done in local anaesthesia."""
    assistants: tuple[str, ...]
    """One of them is needed, the first if possible."""
    from_minute: int
    to_minute: int


@dataclass(frozen=True, slots=True)
class PlannedAbsence:
    """Somebody or something is away."""

    code: str
    first: int
    """Days after the day of the demo."""
    last: int
    """Included."""
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedBlockout:
    """A meeting or a service, on certain weekdays or once."""

    reason: str
    weekdays: frozenset[int]
    day: int | None
    """Days after the day of the demo, where it happens once."""
    from_minute: int
    to_minute: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outing:
    """The whole practice is out, from this minute of a day on."""

    day: int
    from_minute: int
    reason: str


@dataclass(frozen=True, slots=True)
class Texts:
    """What people write about bookings."""

    notes: tuple[str, ...]
    cancelled: tuple[str, ...]
    requests: tuple[str, ...]
    waiting: tuple[str, ...]
    emergency: str


@dataclass(frozen=True, slots=True)
class BookingPlan:
    """All of it; people, rooms, types and procedures by their codes."""

    rooms: Mapping[str, str]
    """Where each practitioner sees patients."""
    visits: Mapping[str, Mapping[str, int]]
    """How often each type is booked, by specialty."""
    series: Mapping[str, int]
    """How many weeks each type that repeats goes on."""
    operations: Mapping[str, int]
    """How often each procedure is done."""
    theatre: tuple[TheatreList, ...]
    absences: tuple[PlannedAbsence, ...]
    outing: Outing
    blockouts: tuple[PlannedBlockout, ...]
    texts: Texts


def booking_plan() -> BookingPlan:
    """Read the plan that is shipped."""
    told = tomllib.loads(demo_text("bookings.toml"))
    return BookingPlan(
        rooms=told["rooms"],
        visits=told["visits"],
        series=told["series"],
        operations=told["operations"],
        theatre=tuple(_theatre_list(each) for each in told["theatre"]),
        absences=tuple(
            PlannedAbsence(each["who"], each["from"], each["to"], each["reason"]) for each in told["absence"]
        ),
        outing=Outing(
            told["outing"]["day"], end_minute_of_day(told["outing"]["from"]), told["outing"]["reason"]
        ),
        blockouts=tuple(_blockout(each) for each in told["blockout"]),
        texts=Texts(
            notes=tuple(told["texts"]["notes"]),
            cancelled=tuple(told["texts"]["cancelled"]),
            requests=tuple(told["texts"]["requests"]),
            waiting=tuple(told["texts"]["waiting"]),
            emergency=told["texts"]["emergency"],
        ),
    )


def demo_text(name: str) -> str:
    """A shipped file of the demo practice."""
    return (FOLDER / "demo" / name).read_text("utf-8")


def _theatre_list(told: Mapping[str, Any]) -> TheatreList:
    return TheatreList(
        room=told["room"],
        weekdays=_weekdays(told["days"]),
        surgeon=told["surgeon"],
        anaesthetist=told.get("anaesthetist"),
        assistants=tuple(told["assistants"]),
        from_minute=end_minute_of_day(told["from"]),
        to_minute=end_minute_of_day(told["to"]),
    )


def _blockout(told: Mapping[str, Any]) -> PlannedBlockout:
    return PlannedBlockout(
        reason=told["reason"],
        weekdays=_weekdays(told.get("days", [])),
        day=told.get("day"),
        from_minute=end_minute_of_day(told["from"]),
        to_minute=end_minute_of_day(told["to"]),
        codes=tuple(told["who"]),
    )


def _weekdays(names: list[str]) -> frozenset[int]:
    return frozenset(WEEKDAYS[name] for name in names)
