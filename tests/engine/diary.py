"""A small practice and a short hand for its days, so that tests read like a diary.

Monday is 23 November 2026. The site is open from 7 to 18 on weekdays.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence, Availability, WeeklyWindow
from praxidesk.engine.conflicts import check
from praxidesk.engine.entries import Taken
from praxidesk.engine.occupancy import plan
from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    EntryId,
    EntryKind,
    Phase,
    ProcedureId,
    Role,
    Status,
    TypeId,
    service_of_entry,
)
from praxidesk.engine.walltime import Zone

ZONE = Zone("Europe/Berlin")
MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)
SATURDAY = date(2026, 11, 28)
SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)

WEB, KOC, ANA, R1, R2, OP1, ARM = (ActorId(number) for number in range(1, 8))
PATIENT = ActorId(100)
VISIT, CHECKUP, BUFFERED = TypeId(1), TypeId(2), TypeId(3)
KNEE = ProcedureId(1)
LONG_AGO = 0


def minutes(clock: str) -> int:
    """Minutes from midnight: ``"09:30"`` is 570."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def at(clock: str, day: date = MONDAY) -> int:
    """The instant of a wall time."""
    return ZONE.at(day, minutes(clock))


def span(clocks: str, day: date = MONDAY) -> Span:
    """``"09:00-09:30"`` of a day."""
    start, end = clocks.split("-")
    return Span(at(start, day), at(end, day))


def spans(clocks: str, day: date = MONDAY) -> list[Span]:
    """``"09:00-09:30 10:00-11:00"`` of a day; none for an empty text."""
    return [span(each, day) for each in clocks.split()]


def wall(span: Span) -> str:
    """A span as the clocks show it."""
    return "-".join(ZONE.local(instant).strftime("%H:%M") for instant in span)


def weekly(days: str, clocks: str) -> tuple[WeeklyWindow, ...]:
    """``weekly("mon tue", "08:00-12:00 14:00-18:00")``."""
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    found = []
    for day in days.split():
        for each in clocks.split():
            start, end = each.split("-")
            found.append(WeeklyWindow(names.index(day), minutes(start), minutes(end)))
    return tuple(found)


def away(start: str, end: str, reason: str = "") -> Absence:
    """An absence from one ISO date-time to another."""
    return Absence(datetime.fromisoformat(start), datetime.fromisoformat(end), reason)


WEEKDAYS = "mon tue wed thu fri"
SURGEON = (Role.PRACTITIONER, Role.SURGEON, Role.ASSISTANT)
ACTORS = {
    WEB: Actor("WEB", ActorKind.PRACTITIONER, "Weber", "orthopaedics", roles=SURGEON,
               availability=Availability(hours=weekly(WEEKDAYS, "08:00-12:00 14:00-18:00"))),
    KOC: Actor("KOC", ActorKind.PRACTITIONER, "Koç", "orthopaedics", roles=SURGEON,
               availability=Availability(hours=weekly(WEEKDAYS, "08:00-16:00"))),
    ANA: Actor("ANA", ActorKind.PRACTITIONER, "Brandt", "anaesthesia", roles=(Role.ANAESTHETIST,),
               availability=Availability(hours=weekly(WEEKDAYS, "06:30-15:30"))),
    R1: Actor("R1", ActorKind.ROOM, "Zimmer 1", category="consulting"),
    R2: Actor("R2", ActorKind.ROOM, "Zimmer 2", category="consulting"),
    OP1: Actor("OP1", ActorKind.ROOM, "Saal 1", category="operating",
               availability=Availability(hours=weekly(WEEKDAYS, "07:00-16:00"))),
    ARM: Actor("ARM", ActorKind.DEVICE, "C-Bogen", category="c-arm"),
}  # fmt: skip

PRACTICE = Practice(
    version=1,
    site=Site("HAUS", "Haus am Wall", "Europe/Berlin",
              availability=Availability(hours=weekly(WEEKDAYS, "07:00-18:00"))),
    actors=ACTORS,
    types={
        VISIT: AppointmentType("VISIT", "Besuch", 30),
        CHECKUP: AppointmentType("CHECKUP", "Kontrolle", 10, buffer_after=5, need=(
            Need(Role.PRACTITIONER, specialty="orthopaedics"), Need(Role.ROOM, category="consulting"))),
        BUFFERED: AppointmentType("BUFFERED", "Mit Puffern", 20, buffer_before=10, buffer_after=15),
    },
    procedures={
        KNEE: Procedure("KNEE", "Knie", PhaseMinutes(20, 45, 10, 15), need=(
            Need(Role.SURGEON, specialty="orthopaedics", phases=(Phase.SURGERY, Phase.CLOSING)),
            Need(Role.ANAESTHETIST, specialty="anaesthesia",
                 phases=(Phase.SETUP, Phase.SURGERY, Phase.CLOSING)),
            Need(Role.ROOM, category="operating"),
            Need(Role.DEVICE, category="c-arm", phases=(Phase.SURGERY,)))),
    },
    holidays={date(2026, 12, 25): "1. Weihnachtstag"},
)  # fmt: skip


def with_actor(actor: ActorId, practice: Practice = PRACTICE, **changes: object) -> Practice:
    """The practice with one actor changed."""
    changed = replace(practice.actors[actor], **changes)  # type: ignore[arg-type]
    return replace(practice, actors={**practice.actors, actor: changed})


def with_hours(actor: ActorId | None, practice: Practice = PRACTICE, **changes: object) -> Practice:
    """The practice with one actor's availability changed, or with ``None`` the site's."""
    old = practice.site.availability if actor is None else practice.actors[actor].availability
    new = replace(old, **changes)  # type: ignore[arg-type]
    if actor is None:
        return replace(practice, site=replace(practice.site, availability=new))
    return with_actor(actor, practice, availability=new)


def role_of(actor: ActorId) -> Role:
    """What an actor usually is."""
    roles = {ANA: Role.ANAESTHETIST, R1: Role.ROOM, R2: Role.ROOM, OP1: Role.ROOM, ARM: Role.DEVICE}
    return roles.get(actor, Role.PRACTITIONER)


def who(*actors: ActorId) -> tuple[Participant, ...]:
    """Everybody in the usual role."""
    return tuple(Participant(actor, role_of(actor)) for actor in actors)


TEAM = (
    Participant(WEB, Role.SURGEON),
    Participant(ANA, Role.ANAESTHETIST),
    Participant(OP1, Role.ROOM),
    Participant(ARM, Role.DEVICE),
)


def visit(
    clocks: str, *actors: ActorId, day: date = MONDAY, type: TypeId = VISIT, status: Status = Status.BOOKED
) -> BookRequest:
    """An appointment from one wall time to another."""
    when = span(clocks, day)
    return BookRequest(
        EntryKind.APPOINTMENT,
        when.start,
        who(*actors),
        type=type,
        minutes=(when.end - when.start) // 60,
        status=status,
    )


def planned(request: BookRequest, practice: Practice = PRACTICE, patient: ActorId | None = None) -> Proposal:
    """The proposal of a request that is known to be valid."""
    proposal = plan(practice, ZONE, request, patient)
    assert isinstance(proposal, Proposal), proposal
    return proposal


def taken(
    clocks: str, actor: ActorId, entry: int = 1, *, day: date = MONDAY,
    kind: EntryKind = EntryKind.APPOINTMENT, status: Status = Status.BOOKED, type: TypeId | None = VISIT,
) -> Taken:  # fmt: skip
    """An allocation of some other entry."""
    when = span(clocks, day)
    service = service_of_entry(type if kind is EntryKind.APPOINTMENT else None, None)
    return Taken(actor, when.start, when.end, EntryId(entry), service, int(status.occupies), None)


def found(
    proposal: Proposal, *surroundings: Taken, practice: Practice = PRACTICE, now: int = LONG_AGO
) -> list[str]:
    """What a check finds, as :func:`told` writes it."""
    return told(check(practice, ZONE, proposal, surroundings, now))


def told(conflicts: Iterable[Conflict]) -> list[str]:
    """Conflicts in a line each: ``"outside_hours WEB 12:00-12:15"``, ``"room_busy R1 09:00-09:10 by 4"``."""
    lines = []
    for each in conflicts:
        who = ACTORS[each.actor].code if each.actor in ACTORS else "patient" if each.actor else ""
        entry = f"by {each.entry}" if each.entry else ""
        role = str(each.role) if each.role else ""
        lines.append(" ".join(filter(None, (each.kind, who, role, wall(each.span), entry))))
    return lines
