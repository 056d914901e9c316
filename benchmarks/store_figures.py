"""Figures of the store: checks, bookings, slot searches and loading a month."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random

from sqlalchemy import Connection, Engine, event

from benchmarks.big_practice import MONTH, PRACTITIONERS, TEAMS, ZONE, BigPractice, team_of
from benchmarks.figures import Figure, Timing, Work, by_turns
from praxidesk.engine import conflicts
from praxidesk.engine.occupancy import plan
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Done, SlotsFound
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest, Participant, SlotNeed, SlotRequest
from praxidesk.engine.slots import Search
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role
from praxidesk.models import queries
from praxidesk.services import booking
from praxidesk.services.desk import Desk
from praxidesk.services.slots import find_slots

NOW = ZONE.at(MONTH, 0)
SEARCH_DAYS = 90
CHECKS, BOOKINGS, SEARCHES, MONTHS = 200, 200, 15, 15


@dataclass(frozen=True, slots=True)
class Bench:
    """A filled store and a desk on it."""

    big: BigPractice
    desk: Desk

    @classmethod
    def on(cls, big: BigPractice) -> "Bench":
        """Open a desk."""
        return cls(big, Desk.open(big.store))

    @property
    def dialect(self) -> str:
        """Of the store."""
        return self.big.store.dialect

    def figure(
        self, what: str, timing: Timing, against: str, budget: float, statements: int | None
    ) -> Figure:
        """A line of the report about this store."""
        return Figure(
            what=what,
            store=self.dialect,
            entries=self.big.entries,
            statements=statements,
            median_ms=round(timing.ours_ms, 4),
            ratio=round(timing.ratio, 2),
            against=against,
            budget=budget,
            runs=timing.runs,
        )


def conflict_checks(young: Bench, years: Bench) -> Iterator[Figure]:
    """A check hangs on what stands around it, not on the years behind it."""
    makers: dict[str, Callable[[Bench, int], BookRequest]] = {
        "conflict_check_appointment": _visit_wish,
        "conflict_check_operation": _operation_wish,
    }
    for what, wish in makers.items():
        works = [
            [partial(_check, bench, wish(bench, number)) for number in range(CHECKS)]
            for bench in (years, young)
        ]
        statements = _counted(works[0][0])
        timing = by_turns(works[0], works[1])
        yield years.figure(what, timing, "the same check without the years before", 1.5, statements)


def bookings(bench: Bench) -> Iterator[Figure]:
    """A booking with all its checks, its history and its commit, against the bare row."""
    wishes = [_free_wish(bench, number) for number in range(BOOKINGS + 1)]
    statements = _counted(partial(_book, bench, wishes.pop()))
    ours = [partial(_book, bench, wish) for wish in wishes]
    other = [partial(_insert_bare_row, bench, number) for number in range(BOOKINGS)]
    yield bench.figure("booking", by_turns(ours, other), "one INSERT in a transaction", 10, statements)


def slots(bench: Bench) -> Iterator[Figure]:
    """Slot searches, against fetching the rows they look at."""
    last = MONTH + timedelta(days=SEARCH_DAYS)
    first_days = timedelta(days=30)
    visit = bench.desk.practice.type_ids["VISIT"]
    everybody = tuple(f"D{number}" for number in range(PRACTITIONERS))
    room = SlotNeed(Need(Role.ROOM, category="consulting"))
    appointment = partial(SlotRequest, kind=EntryKind.APPOINTMENT, first_day=MONTH, type=visit)
    searches = {
        "slots_first5": appointment(
            last_day=MONTH + first_days, needs=(SlotNeed(Need(Role.PRACTITIONER, any_of=("D7",))), room)
        ),
        "slots_all_20": appointment(
            last_day=last, limit=0, needs=(SlotNeed(Need(Role.PRACTITIONER, any_of=everybody)),)
        ),
        "slots_operation": SlotRequest(
            kind=EntryKind.OPERATION,
            first_day=MONTH,
            last_day=last,
            procedure=bench.desk.practice.procedure_ids["OPERATION"],
            limit=0,
        ),
    }
    for what, request in searches.items():
        span = Span(ZONE.day(request.first_day).start, ZONE.day(request.last_day).end)
        search = partial(_search, bench, request)
        reach = Search.of(bench.desk.practice, ZONE, request, None, NOW).reach(span)
        fetch = partial(_fetch_allocations, bench, sorted(reach.actors), reach.span)
        timing = by_turns([search] * SEARCHES, [fetch] * SEARCHES)
        yield bench.figure(what, timing, "fetching the rows of everybody looked at", 1.5, _counted(search))


def month_loads(bench: Bench) -> Iterator[Figure]:
    """A month in full detail, against its bare rows."""
    span = Span(ZONE.day(MONTH).start, ZONE.day(date(2026, 12, 1)).start)
    load = partial(_load, bench, span)
    timing = by_turns([load] * MONTHS, [partial(_fetch_month, bench, span)] * MONTHS)
    yield bench.figure("month_detail", timing, "fetching the same rows", 2, _counted(load))


def _work_days() -> list[date]:
    days = (MONTH + timedelta(days=number) for number in range(30))
    return [day for day in days if day.weekday() < 5]


def _visit_wish(bench: Bench, number: int) -> BookRequest:
    """A visit somewhere in the full month, mostly where somebody is already."""
    random = Random(number)
    who = random.randrange(PRACTITIONERS)
    codes = bench.big.codes
    return BookRequest(
        kind=EntryKind.APPOINTMENT,
        starts_at=ZONE.at(random.choice(_work_days()), 8 * 60 + 5 * random.randrange(100)),
        type=bench.desk.practice.type_ids["VISIT"],
        participants=(
            Participant(codes[f"D{who}"], Role.PRACTITIONER),
            Participant(codes[f"R{who}"], Role.ROOM),
        ),
        patient=random.choice(bench.big.patients),
    )


def _operation_wish(bench: Bench, number: int) -> BookRequest:
    """An operation with its whole team, mostly where it meets another one."""
    random = Random(number)
    team = team_of(random.randrange(TEAMS))
    return BookRequest(
        kind=EntryKind.OPERATION,
        starts_at=ZONE.at(random.choice(_work_days()), 7 * 60 + 5 * random.randrange(100)),
        procedure=bench.desk.practice.procedure_ids["OPERATION"],
        participants=tuple(Participant(bench.big.codes[code], role) for code, role in team),
        patient=random.choice(bench.big.patients),
    )


def _free_wish(bench: Bench, number: int) -> BookRequest:
    """A visit that is free: at noon or in the evening, each at another time."""
    day = _work_days()[number // PRACTITIONERS % 20]
    minute = (12 * 60, 17 * 60 + 30)[number // (PRACTITIONERS * 20)]
    who = number % PRACTITIONERS
    codes = bench.big.codes
    return BookRequest(
        kind=EntryKind.APPOINTMENT,
        starts_at=ZONE.at(day, minute + 10),
        type=bench.desk.practice.type_ids["VISIT"],
        participants=(
            Participant(codes[f"D{who}"], Role.PRACTITIONER),
            Participant(codes[f"R{who}"], Role.ROOM),
        ),
        patient=bench.big.patients[number],
    )


def _check(bench: Bench, request: BookRequest) -> None:
    """Only the check itself: the surroundings and the engine, without the offers after a refusal."""
    practice = bench.desk.practice
    patient = request.patient if isinstance(request.patient, int) else None
    proposal = plan(practice, ZONE, request, patient)
    assert isinstance(proposal, Proposal)
    actors = {each.actor for each in proposal.allocations}
    with bench.big.store.read() as connection:
        facts = queries.surroundings(connection, actors, conflicts.reach(practice, ZONE, proposal).span)
    conflicts.check(practice, ZONE, proposal, facts.taken, NOW)


def _book(bench: Bench, request: BookRequest) -> None:
    outcome = booking.book(bench.desk, request, NOW)
    assert isinstance(outcome, Done), outcome


def _search(bench: Bench, request: SlotRequest) -> None:
    found = find_slots(bench.desk, request, NOW)
    assert isinstance(found, SlotsFound), found
    assert found.slots


def _load(bench: Bench, span: Span) -> None:
    with bench.big.store.read() as connection:
        queries.entries(connection, span)


def _fetch_allocations(bench: Bench, actors: Sequence[ActorId], span: Span) -> None:
    """The driver alone: the narrowest rows from which a search could be made, nothing made of them."""
    listed = ", ".join(str(int(actor)) for actor in actors)
    _fetch(
        bench,
        "SELECT actor_id, starts_at, ends_at, service FROM allocation"
        f" WHERE actor_id IN ({listed}) AND starts_at > {span.start - 25 * 3600}"
        f" AND starts_at < {span.end} AND ends_at > {span.start} AND occupancy > 0",
    )


def _fetch_month(bench: Bench, span: Span) -> None:
    """The driver alone: entries with their patients, and all allocations."""
    within = (
        f"e.starts_at > {span.start - 25 * 3600} AND e.starts_at < {span.end} AND e.ends_at > {span.start}"
    )
    _fetch(
        bench,
        "SELECT e.*, p.* FROM entry e LEFT JOIN patient p ON p.actor_id = e.patient_id"
        f" WHERE {within} ORDER BY e.starts_at, e.id",
    )
    _fetch(
        bench, f"SELECT a.* FROM allocation a JOIN entry e ON e.id = a.entry_id WHERE {within} ORDER BY a.id"
    )


def _fetch(bench: Bench, statement: str) -> None:
    with bench.big.store.read() as connection:
        cursor = connection.connection.cursor()
        cursor.execute(statement)
        cursor.fetchall()
        cursor.close()


def _insert_bare_row(bench: Bench, number: int) -> None:
    with bench.big.store.write() as connection:
        cursor = connection.connection.cursor()
        cursor.execute(f"INSERT INTO setting (name, value) VALUES ('bench{number}', 'x')")
        cursor.close()


def _counted(work: Work) -> int:
    """How many statements go to the database, BEGIN and COMMIT left out."""
    with _statements() as seen:
        work()
    return len(seen)


@contextmanager
def _statements() -> Iterator[list[str]]:
    seen: list[str] = []

    def on_execute(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if statement not in {"BEGIN", "BEGIN IMMEDIATE"}:
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", on_execute)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", on_execute)
