"""Who is there: waiting, in treatment, or did not come; since when, and against which time. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Status
from praxidesk.engine.waiting_order import WaitingOrder

EARLY_MINUTES = 45
"""Who came that long before the time has come too early: the wait is no fault of the practice."""

_THERE = frozenset({Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED})
_TO_COME = frozenset({Status.BOOKED, Status.ARRIVED})


@dataclass(frozen=True, slots=True)
class Presence:
    """When a patient came for an entry."""

    arrived_at: int | None = None
    """``None`` where nobody said so before it began."""
    treated_at: int | None = None
    """When the patient was called in."""


NOT_KNOWN = Presence()


def presence_of(lines: Iterable[tuple[Status, int]]) -> Presence:
    """What an entry's history says; statuses and when they were set, oldest first.

    A change of anything else leaves the times; whoever is set back to booked has not come yet.
    """
    arrived: int | None = None
    treated: int | None = None
    for status, at in lines:
        if status not in _THERE:
            arrived = treated = None
        elif status is Status.ARRIVED:
            arrived, treated = (at if arrived is None else arrived), None
        elif status is Status.CHECKED_IN and treated is None:
            treated = at
    return Presence(arrived, treated)


@dataclass(frozen=True, slots=True)
class Waits:
    """Somebody in the waiting room."""

    entry: Entry
    since: int | None
    """``None`` as long as that is not known."""
    now: int
    first: Entry | None
    """What the patient has before, of the same day, and has not had yet."""
    elsewhere: Entry | None
    """What the patient is in treatment for at the moment."""

    @property
    def minutes(self) -> int:
        """How long."""
        return max(0, self.now - self.since) // MINUTE if self.since is not None else 0

    @property
    def over_minutes(self) -> int:
        """How long after the time agreed on; 0 before it."""
        return max(0, self.now - self.entry.starts_at) // MINUTE

    @property
    def left_minutes(self) -> int:
        """Until the time agreed on, begun minutes counted; 0 after it."""
        return -(-max(0, self.entry.starts_at - self.now) // MINUTE)

    @property
    def early_minutes(self) -> int:
        """How long before the time the patient came, where that is too early; else 0."""
        if self.since is None:
            return 0
        early = (self.entry.starts_at - self.since) // MINUTE
        return early if early >= EARLY_MINUTES else 0


@dataclass(frozen=True, slots=True)
class Treated:
    """Somebody in treatment."""

    entry: Entry
    since: int | None


@dataclass(frozen=True, slots=True)
class WaitingRoom:
    """One day's."""

    waiting: tuple[Waits, ...]
    treated: tuple[Treated, ...]
    """Longest first."""
    missed: tuple[Entry, ...]
    """By start."""

    @property
    def over(self) -> int:
        """How many wait longer than agreed on."""
        return sum(each.over_minutes > 0 for each in self.waiting)

    @property
    def mean_minutes(self) -> int | None:
        """How long they have waited on the average; ``None`` where nobody waits, or nobody knows."""
        known = [each.minutes for each in self.waiting if each.since is not None]
        return (2 * sum(known) + len(known)) // (2 * len(known)) if known else None


def waits(entry: Entry, presence: Presence, now: int) -> Waits:
    """One who waits, whatever else the patient has."""
    return Waits(entry, presence.arrived_at, now, None, None)


def waiting_room(
    entries: Iterable[Entry],
    presence: Mapping[EntryId, Presence],
    day: Span,
    now: int,
    order: WaitingOrder = WaitingOrder.APPOINTMENT,
) -> WaitingRoom:
    """Who is there on a day.

    :param entries: all that touch the day; more do no harm
    """
    today = [each for each in entries if each.patient is not None and each.span.overlaps(day)]
    of_patient: dict[ActorId, list[Entry]] = {}
    for each in sorted(today, key=lambda each: (each.starts_at, each.id)):
        if each.patient is not None:
            of_patient.setdefault(each.patient.id, []).append(each)
    waiting: list[Waits] = []
    treated: list[Treated] = []
    for mine in of_patient.values():
        inside = next((each for each in mine if each.status is Status.CHECKED_IN), None)
        for at, each in enumerate(mine):
            known = presence.get(each.id, NOT_KNOWN)
            if each.status is Status.ARRIVED:
                first = next((before for before in mine[:at] if before.status in _TO_COME), None)
                waiting.append(Waits(each, _of_day(known.arrived_at, day), now, first, inside))
            elif each.status is Status.CHECKED_IN:
                treated.append(Treated(each, _of_day(known.treated_at, day)))
    missed = [each for each in today if each.status is Status.NOSHOW]
    return WaitingRoom(
        tuple(sorted(waiting, key=lambda each: _place(each, order))),
        tuple(sorted(treated, key=lambda each: (each.since or now, each.entry.starts_at, each.entry.id))),
        tuple(sorted(missed, key=lambda each: (each.starts_at, each.id))),
    )


def _of_day(at: int | None, day: Span) -> int | None:
    """What was set on an earlier day, by an import say, is nobody's arrival."""
    return at if at is not None and at >= day.start else None


def _place(each: Waits, order: WaitingOrder) -> tuple[int, int, int]:
    start, since = each.entry.starts_at, each.since if each.since is not None else each.now
    first = {
        WaitingOrder.APPOINTMENT: start,
        WaitingOrder.ARRIVAL: since,
        WaitingOrder.WAIT: max(start, since),
    }[order]
    return first, start, each.entry.id
