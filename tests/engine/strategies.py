"""Small practices, days and entries for the properties: few people, odd minutes, change-over days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence, Availability, DayException, WeeklyWindow
from praxidesk.engine.entries import Taken
from praxidesk.engine.offerings import (
    NO_LIMITS,
    AppointmentType,
    Limits,
    Need,
    PhaseMinutes,
    Procedure,
    Quota,
)
from praxidesk.engine.practice import ALWAYS_BLOCKING, DEFAULT_POLICY, Practice, Site
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    NOBODY,
    ActorId,
    ActorKind,
    ConflictKind,
    EntryId,
    EntryKind,
    Period,
    Phase,
    ProcedureId,
    Role,
    ServiceId,
    Severity,
    Status,
    TypeId,
    Weeks,
    service_of_entry,
)
from tests.engine.diary import ZONE

DAYS = (
    date(2026, 3, 29),
    date(2026, 10, 25),
    date(2026, 11, 23),
    date(2026, 12, 25),
    date(2027, 1, 3),  # the last of week 53
)
PATIENT = ActorId(9)
PRACTITIONER_ROLES = (Role.PRACTITIONER, Role.SURGEON, Role.ASSISTANT)
ROLES = st.sampled_from([PRACTITIONER_ROLES, PRACTITIONER_ROLES[:1], PRACTITIONER_ROLES[1:]])
TIMES = [*range(0, 1441, 30), 125, 475, 605, 719, 1081]
MINUTES = st.sampled_from(TIMES)
TYPES = st.sampled_from([TypeId(1), TypeId(2)])
EQUIPMENT = st.sampled_from([(), (), (), ("ecg",), ("ecg", "lift")])
DAY_SECONDS = 24 * 3600
NAMES = ("A", "B", "C", "D", "E", "F")


WINDOW = st.lists(MINUTES, unique=True, min_size=2, max_size=2).map(
    lambda pair: (min(pair), max(pair))  # a filter would give up on most practices
)


def windows(most: int = 3) -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    """Some windows of a day, perhaps touching or overlapping."""
    return st.lists(WINDOW, max_size=most).map(tuple)


@st.composite
def weeks(draw: st.DrawFn, day: date, most: int = 3) -> tuple[WeeklyWindow, ...]:
    """Windows of a day and of those beside it, now and then not of every week."""
    return tuple(
        WeeklyWindow((day + timedelta(days=by)).weekday(), start, end, *draw(validities(day)))
        for by in (-1, 0, 1)
        for start, end in draw(windows(most))
    )


def validities(day: date) -> st.SearchStrategy[tuple[Weeks, date, date]]:
    """Which weeks, from and to which date around a day; mostly all there are."""
    near = st.integers(-2, 2).map(lambda by: day + timedelta(days=by))
    return st.just((Weeks.ALL, date.min, date.max)) | st.tuples(
        st.sampled_from(Weeks), st.just(date.min) | near, st.just(date.max) | near
    )


def local_times(day: date) -> st.SearchStrategy[datetime]:
    """Wall times around a day, those of a change-over too."""
    midnight = datetime.combine(day, datetime.min.time())
    return st.integers(-12 * 4, 36 * 4).map(lambda quarters: midnight + timedelta(minutes=15 * quarters))


@st.composite
def availabilities(draw: st.DrawFn, day: date) -> Availability:
    """Hours, breaks, absences and exceptions around a day; often none of a kind."""
    times = st.lists(local_times(day), unique=True, min_size=2, max_size=2).map(
        lambda pair: (min(pair), max(pair))
    )
    exception = st.builds(
        lambda by, window: DayException(day + timedelta(days=by), *(window or (None, None))),
        st.integers(-1, 1),
        st.none() | WINDOW,
    )
    return Availability(
        hours=draw(st.just(()) | weeks(day)),
        breaks=draw(st.just(()) | weeks(day, 1)),
        absences=tuple(Absence(*pair, "Urlaub") for pair in draw(st.lists(times, max_size=1))),
        exceptions=tuple(draw(st.just([]) | st.lists(exception, max_size=2))),
        break_exceptions=tuple(draw(st.just([]) | st.lists(exception, max_size=2))),
    )


def policies() -> st.SearchStrategy[Mapping[ConflictKind, Severity]]:
    """The default, now and then with changes that a practice may make."""
    kinds = st.sampled_from([kind for kind in ConflictKind if kind not in ALWAYS_BLOCKING])
    changes = st.dictionaries(kinds, st.sampled_from(Severity), max_size=3)
    nothing: st.SearchStrategy[dict[ConflictKind, Severity]] = st.just({})
    return (nothing | changes).map(lambda changed: {**DEFAULT_POLICY, **changed})


@st.composite
def needs(draw: st.DrawFn, roles: tuple[Role, ...]) -> Need:
    """A need of some role, by specialty, kind or codes, or of anybody."""
    role = draw(st.sampled_from(roles))
    phases = tuple(draw(st.lists(st.sampled_from(Phase), unique=True, max_size=4)))
    equipment = () if role in PRACTITIONER_ROLES else draw(EQUIPMENT)
    by = draw(st.sampled_from(["attribute", "codes", "nothing"]))
    if by == "codes":
        codes = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=4))
        return Need(role, any_of=tuple(codes), phases=phases, equipment=equipment)
    if by == "nothing":
        return Need(role, phases=phases, equipment=equipment)
    attribute = draw(st.sampled_from(["x", "y"]))
    if role in PRACTITIONER_ROLES:
        return Need(role, specialty=attribute, phases=phases)
    return Need(role, category=attribute, phases=phases, equipment=equipment)


@st.composite
def limits(draw: st.DrawFn) -> Limits:
    """Few enough to be met on one day."""
    quotas = st.builds(Quota, st.sampled_from(Period), st.sampled_from([1, 1, 2]))
    return Limits(
        quotas=tuple(draw(st.lists(quotas, max_size=2))),
        distance=draw(st.sampled_from([0, 17, 60, 240])),
        at_once=draw(st.sampled_from([None, 1, 2])),
        notice=draw(st.sampled_from([0, 0, 30, 600])),
        advance=draw(st.sampled_from([None, None, 0, 1, 2])),
    )


@st.composite
def practices(draw: st.DrawFn, day: date) -> Practice:
    """Three people, two rooms and a device, two types and a procedure, with their rules."""
    actors = {}
    near = [day + timedelta(days=by) for by in (-1, 0, 1)]
    kinds = [*[ActorKind.PRACTITIONER] * 3, ActorKind.ROOM, ActorKind.ROOM, ActorKind.DEVICE]
    for number, kind in enumerate(kinds, 1):
        is_person = kind is ActorKind.PRACTITIONER
        attribute = draw(st.sampled_from(["x", "y"]))
        actors[ActorId(number)] = Actor(
            code=NAMES[number - 1],
            kind=kind,
            name=NAMES[number - 1],
            specialty=attribute if is_person else "",
            category="" if is_person else attribute,
            roles=draw(ROLES) if is_person else (),
            active=draw(st.integers(0, 9)) > 0,
            equipment=() if is_person else draw(EQUIPMENT),
            inspected_until=None if is_person else draw(st.sampled_from([None, None, None, *near])),
            turnover=0 if is_person else draw(st.sampled_from([0, 0, 5, 15, 40])),
            availability=draw(st.just(Availability()) | availabilities(day)),
        )
    buffers = st.sampled_from([0, 0, 5, 10, 17, 45])
    travels = st.sampled_from([0, 0, 8, 20, 60])
    appointment_roles = (Role.PRACTITIONER, Role.ROOM, Role.DEVICE)
    operation_roles = (Role.SURGEON, Role.ASSISTANT, Role.ROOM, Role.DEVICE)
    phase = st.sampled_from([0, 0, 5, 20, 33])
    types = {
        TypeId(number): AppointmentType(
            f"T{number}", f"T{number}", draw(st.sampled_from([10, 17, 30, 60])),
            buffer_before=draw(buffers), buffer_after=draw(buffers),
            need=tuple(draw(st.lists(needs(appointment_roles), max_size=3))),
            limits=draw(st.just(NO_LIMITS) | limits()), travel=draw(travels),
        )
        for number in (1, 2)
    }  # fmt: skip
    operation = Procedure(
        "P1", "P1", PhaseMinutes(draw(phase), draw(phase) + 1, draw(phase), draw(phase)),
        buffer_before=draw(buffers), buffer_after=draw(buffers),
        need=tuple(draw(st.lists(needs(operation_roles), max_size=4))),
        limits=draw(st.just(NO_LIMITS) | limits()),
    )  # fmt: skip
    return Practice(
        version=1,
        site=Site("S", "S", ZONE.name, availability=draw(availabilities(day))),
        actors=actors,
        types=types,
        procedures={ProcedureId(1): operation},
        policy=draw(policies()),
        holidays={date(2026, 12, 25): "1. Weihnachtstag"},
    )


@st.composite
def generous(draw: st.DrawFn, day: date) -> Practice:
    """A practice that is open most of the day, so that a search finds something."""
    practice = draw(practices(day))
    open_hours = Availability(
        hours=tuple(WeeklyWindow(weekday, start, end) for weekday in range(7) for start, end in (
            draw(st.sampled_from([((0, 1440),), ((420, 1080),), ((420, 720), (780, 1200))])))),
        breaks=practice.site.availability.breaks,
    )  # fmt: skip
    actors = {
        actor_id: replace(
            actor,
            roles=PRACTITIONER_ROLES if actor.kind is ActorKind.PRACTITIONER else (),
            availability=actor.availability if draw(st.integers(0, 3)) == 0 else Availability(),
        )
        for actor_id, actor in practice.actors.items()
    }
    return replace(
        practice,
        site=replace(practice.site, availability=open_hours),
        actors=actors,
        holidays={},
        # Where a blockout may be met but not be come too near to, a search keeps away from both.
        policy={**practice.policy, ConflictKind.BLOCKOUT: Severity.BLOCKING},
    )


def starts(day: date) -> st.SearchStrategy[int]:
    """Instants on a day's every fifth minute, now and then on any."""
    whole = ZONE.day(day)
    seconds = whole.end - whole.start
    return st.integers(0, seconds // 300 - 1).map(lambda n: whole.start + n * 300) | st.integers(
        0, seconds // 60 - 1
    ).map(lambda n: whole.start + n * 60)


@st.composite
def surroundings(draw: st.DrawFn, practice: Practice, day: date, most: int = 6) -> list[Taken]:
    """Allocations of other entries, overlapping each other as they like; in any order.

    With whole entries too, as those see them who count how many of a service run at once.
    """
    found: list[Taken] = []
    for number in range(1, draw(st.integers(0, most)) + 1):
        kind = draw(st.sampled_from(EntryKind))
        status = draw(st.sampled_from([Status.BOOKED, Status.BOOKED, Status.ARRIVED, Status.PENDING]))
        start = draw(starts(day)) + DAY_SECONDS * draw(st.sampled_from([0, 0, 0, 0, 1, -1, -3, 3]))
        service = service_of_entry(
            draw(TYPES) if kind is EntryKind.APPOINTMENT else None,
            ProcedureId(1) if kind is EntryKind.OPERATION else None,
        )
        parts: list[Taken] = []
        for actor in draw(
            st.lists(st.sampled_from([*practice.actors, PATIENT]), unique=True, min_size=1, max_size=4)
        ):
            for _ in range(draw(st.sampled_from([1, 1, 1, 2]))):
                begin = start + 60 * draw(st.sampled_from([0, 0, 10, 20, 45]))
                length = 60 * draw(st.sampled_from([5, 10, 17, 30, 60, 240]))
                occupies = int(status.occupies)
                parts.append(Taken(actor, begin, begin + length, EntryId(number), service, occupies, None))
        begins, ends = min(each.starts_at for each in parts), max(each.ends_at for each in parts)
        found += [*parts, Taken(NOBODY, begins, ends, EntryId(number), service, int(status.occupies), None)]
    return draw(st.permutations(found))


@st.composite
def neighbours(draw: st.DrawFn, proposal: Proposal, most: int = 5) -> list[Taken]:
    """Entries beside a proposal, many of the same kind and with the same people; in any order."""
    found: list[Taken] = []
    minutes = st.sampled_from([0, 1, 7, 8, 16, 17, 20, 59, 60, 61, 180, 240, 400, 720, 1440, 4 * 1440])
    people = sorted({each.actor for each in proposal.allocations})
    for number in range(2, draw(st.integers(1, most)) + 2):
        service = draw(st.sampled_from([proposal.service] * 3 + [ServiceId(2), ServiceId(0)]))
        occupies = draw(st.sampled_from([1, 1, 1, 1, 1, 0]))
        away = draw(minutes) + draw(st.sampled_from([0, 0, 1, 3]))
        length = draw(st.sampled_from([5, 10, 17, 60]))
        start = proposal.ends_at + 60 * away if draw(st.booleans()) else proposal.starts_at - 60 * away
        whole = Span(start, start + 60 * length)
        begin = start + 60 * draw(st.sampled_from([0, 0, 2]))
        for actor in draw(st.lists(st.sampled_from(people), unique=True)) if people else ():
            found.append(Taken(actor, begin, whole.end, EntryId(number), service, occupies, None))
            if draw(st.integers(0, 4)) == 0:
                later = whole.end + 60 * draw(st.sampled_from([10, 300]))
                found.append(Taken(actor, later, later + 600, EntryId(number), service, occupies, None))
        found.append(Taken(NOBODY, *whole, EntryId(number), service, occupies, None))
    return draw(st.permutations(found))


@st.composite
def requests(draw: st.DrawFn, practice: Practice, day: date) -> BookRequest:
    """A request that is mostly valid."""
    kind = draw(st.sampled_from(EntryKind))
    length = draw(st.sampled_from([1, 10, 17, 45, 120, 480]))
    roles = PRACTITIONER_ROLES if kind is EntryKind.OPERATION else (Role.PRACTITIONER,)
    participants = []
    for actor in draw(st.lists(st.sampled_from(list(practice.actors)), unique=True, max_size=4)):
        of_kind = practice.actors[actor].kind
        role = draw(st.sampled_from(roles)) if of_kind is ActorKind.PRACTITIONER else Role(of_kind.value)
        own = draw(st.sampled_from([(None, None)] * 4 + [(0, 1), (5, 10), (3, None)]))
        participants.append(Participant(actor, role, *own))
    return BookRequest(
        kind=kind,
        starts_at=draw(starts(day)),
        participants=tuple(participants),
        type=draw(TYPES) if kind is EntryKind.APPOINTMENT else None,
        procedure=ProcedureId(1) if kind is EntryKind.OPERATION else None,
        minutes=None if kind is EntryKind.OPERATION else length,
        phases=draw(st.dictionaries(st.sampled_from(Phase), st.sampled_from([0, 10, 33]), max_size=2))
        if kind is EntryKind.OPERATION
        else {},
        status=draw(st.sampled_from([Status.BOOKED, Status.BOOKED, Status.PENDING, Status.NOSHOW])),
        entry=draw(st.none() | st.just(EntryId(1))),
    )
