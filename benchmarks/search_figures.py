"""Figures of slot searches: beside the rows they look at, beside one query per candidate, over the years."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from sqlalchemy import Connection, text

from benchmarks.bench import NOW, Bench, statements_of
from benchmarks.big_practice import MONTH, PRACTITIONERS, ZONE
from benchmarks.figures import Figure, Timing, by_turns
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import SlotsFound
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.slots import Search
from praxidesk.engine.spans import HOUR, MINUTE, Span
from praxidesk.engine.teams import Seat
from praxidesk.engine.vocabulary import EntryKind, Role
from praxidesk.services.slots import find_slots

DAYS, FIRST_DAYS = 90, 30
SEARCHES, FIRST_SEARCHES = 25, 100
NAIVE_DAYS = 3
"""Working days on which one query per candidate is measured; the rest is taken to cost as much."""
FASTER = 1 / 30
_SCARCE = " where they are scarce"
_OPEN = (7 * 60, 18 * 60)
_MORNING = (8 * 60, 12 * 60)
"""When practitioners have a visit each quarter of an hour, but for one in seventy."""


def searches(bench: Bench) -> Iterator[Figure]:
    """What a search takes beside the rows that it must see, and beside the way of asking for each start."""
    for name, request in requests(bench).items():
        what = name.removesuffix(_SCARCE)
        first = request.limit > 0
        span = Span(ZONE.day(request.first_day).start, ZONE.day(request.last_day).end)
        wanted = Search.of(bench.desk.practice, ZONE, request, None, NOW)
        reach = wanted.reach(span)
        ours = partial(search, bench, request)
        fetch = partial(bench.fetch, _rows_of(sorted(reach.actors), reach.span))
        statements, most = statements_of(ours), 3 if first else 1
        runs = FIRST_SEARCHES if first else SEARCHES
        timing = by_turns([ours] * runs, [fetch] * runs)
        when = f"{_days(request)} days{', mornings only' if request.between == _MORNING else ''}"
        against = f"fetching the rows of all candidates, {when}"
        yield bench.figure(what, timing, against, 1.5, statements=statements, most=most)
        naive, how = _naive_ms(bench, request, wanted.seats)
        timing = Timing(timing.ours_ms, naive, timing.runs)
        yield bench.figure(what, timing, how, FASTER, statements=statements, most=most)


def first_slots(month: Bench, years: Bench) -> Iterator[Figure]:
    """The first five starts hang on what stands around them, not on the years behind them."""
    ours, other = (partial(search, bench, requests(bench)["slots_first5"]) for bench in (years, month))
    timing = by_turns([ours] * FIRST_SEARCHES, [other] * FIRST_SEARCHES)
    yield years.figure(
        "slots_first5", timing, "the same search after 1 month", 1.5, statements=statements_of(ours), most=3
    )


def requests(bench: Bench) -> dict[str, SlotRequest]:
    """What is searched for, by the name of its figure."""
    practitioners = tuple(f"D{number}" for number in range(PRACTITIONERS))
    room = SlotNeed(Need(Role.ROOM, category="consulting"))
    appointment = partial(SlotRequest, kind=EntryKind.APPOINTMENT, first_day=MONTH)
    first = appointment(
        type=bench.big.examination,
        last_day=MONTH + timedelta(days=FIRST_DAYS - 1),
        needs=(SlotNeed(Need(Role.PRACTITIONER, any_of=("D7",))), room),
        limit=5,
    )
    return {
        "slots_first5": first,
        f"slots_first5{_SCARCE}": replace(first, between=_MORNING),
        "slots_all_20": appointment(
            type=bench.big.visit,
            last_day=MONTH + timedelta(days=DAYS - 1),
            needs=(SlotNeed(Need(Role.PRACTITIONER, any_of=practitioners)),),
            limit=0,
        ),
        "slots_operation": SlotRequest(
            kind=EntryKind.OPERATION,
            first_day=MONTH,
            last_day=MONTH + timedelta(days=DAYS - 1),
            procedure=bench.big.operation,
            limit=0,
        ),
    }


def _days(request: SlotRequest) -> int:
    return (request.last_day - request.first_day).days + 1


def search(bench: Bench, request: SlotRequest) -> None:
    """Search as the program does, and find something."""
    found = find_slots(bench.desk, request, NOW)
    assert isinstance(found, SlotsFound), found
    assert found.slots


def _rows_of(actors: Sequence[int], span: Span) -> str:
    """The narrowest rows that tell all: whose, when, for what, and whether it occupies."""
    listed = ", ".join(str(int(actor)) for actor in actors)
    return (
        "SELECT actor_id, starts_at, ends_at, service, occupancy FROM allocation"
        f" WHERE actor_id IN ({listed}) AND starts_at > {span.start - 25 * HOUR}"
        f" AND starts_at < {span.end} AND ends_at > {span.start} AND occupancy > 0"
    )


def _naive_ms(bench: Bench, request: SlotRequest, seats: Sequence[Seat]) -> tuple[float, str]:
    """What one query for each start and candidate takes: a prepared statement, asked as the store's are."""
    days = [request.first_day + timedelta(days=by) for by in range(_days(request))]
    days = [day for day in days if day.weekday() < 5]
    measured = days if request.limit else days[:: len(days) // NAIVE_DAYS][:NAIVE_DAYS]
    with bench.big.store.read() as connection:
        begun = time.perf_counter()
        asked = _ask_for_each(connection, request, seats, measured)
        taken = (time.perf_counter() - begun) * 1_000
    share = len(days) / len(measured)
    part = "" if share == 1 else f"; 1/{share:.0f} of them measured"
    scarce = ", mornings only" if request.between == _MORNING else ""
    return taken * share, f"one query per candidate ({asked * share:,.0f}{part}){scarce}"


def _ask_for_each(
    connection: Connection, request: SlotRequest, seats: Sequence[Seat], days: Sequence[date]
) -> int:
    """Seat after seat, candidate after candidate, for each start of a day; how many queries it took."""
    asked = found = 0
    first, last = max(request.between[0], _OPEN[0]), min(request.between[1], _OPEN[1])
    for day in days:
        for start in range(ZONE.at(day, first), ZONE.at(day, last), request.step_minutes * MINUTE):
            for seat in seats:
                begin, end = start + seat.parts[0].start * MINUTE, start + seat.parts[-1].end * MINUTE
                for actor in seat.candidates:
                    asked += 1
                    when = {"actor": actor, "since": begin - 25 * HOUR, "until": end, "from": begin}
                    if connection.execute(_IS_TAKEN, when).first() is None:
                        break
                else:
                    break
            else:
                found += 1
                if found == request.limit:
                    return asked
    return asked


_IS_TAKEN = text(
    "SELECT 1 FROM allocation WHERE actor_id = :actor AND starts_at > :since AND starts_at < :until"
    " AND ends_at > :from AND occupancy > 0 LIMIT 1"
)
