"""Reserved block time, as a practice would keep it, and what it finds against a proposal."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from praxidesk.engine.entries import Taken
from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reservations import findings
from praxidesk.engine.vocabulary import ActorId, Status, TypeId
from tests.engine.diary import PRACTICE, VISIT, WEDNESDAY, ZONE, at, planned, taken, visit, wall, weekly

EARLIER = at("08:00", date(2026, 11, 2))
"""Three weeks before the diary's Monday."""


def kept_for(  # noqa: PLR0917 - they read like a sentence
    actors: str,
    days: str,
    clocks: str,
    holders: str = "",
    services: str = "",
    release_days: int | None = None,
    code: str = "B",
) -> Reservation:
    """``kept_for("OP1", "wed", "07:00-15:00", "WEB")``."""
    return Reservation(
        code, code, tuple(actors.split()), weekly(days, clocks), tuple(holders.split()),
        tuple(services.split()), release_days,
    )  # fmt: skip


def practice(*reservations: Reservation, of: Practice = PRACTICE) -> Practice:
    return replace(of, reservations=reservations)


def found(
    proposal: Proposal, reservations: Iterable[Reservation], *others: Taken, now: int = EARLIER
) -> list[str]:
    """Whom it may not have, and when: ``"OP1 09:00-10:00"``."""
    known = practice(*reservations)
    return [
        f"{known.actors[each.actor].code} {wall(each.span)}"
        for each in sorted(findings(known, ZONE, proposal, others, now), key=lambda each: each.span)
        if each.actor is not None
    ]


WEBERS = kept_for("OP1", "wed", "07:00-15:00", holders="WEB")

FOR_KNEES = kept_for("OP1", "wed", "07:00-15:00", services="KNEE")

WEBERS_KNEES = kept_for("OP1", "wed", "07:00-15:00", holders="WEB", services="KNEE")


def on_wednesday(clocks: str, *actors: ActorId, type: TypeId = VISIT) -> Proposal:
    return planned(visit(clocks, *actors, day=WEDNESDAY, type=type))


THREE_DAYS = replace(WEBERS, release_days=3)

KNEES_RELEASED = replace(FOR_KNEES, release_days=3)

SUNDAY = WEDNESDAY - timedelta(days=3)
"""Three days before."""


def user(clocks: str, *actors: ActorId, entry: int = 7, status: Status = Status.BOOKED) -> list[Taken]:
    """A visit on Wednesday by everybody named."""
    return [taken(clocks, actor, entry, day=WEDNESDAY, status=status) for actor in actors]
