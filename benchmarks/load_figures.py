"""Figures of loading a month: every entry as a value, and the load of everybody as counts."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from benchmarks.bench import MONTH_SPAN, Bench, statements_of
from benchmarks.big_practice import MONTH, ZONE
from benchmarks.figures import Figure, by_turns
from praxidesk.engine.spans import HOUR
from praxidesk.models import queries

RUNS = 25
_DAYS = [ZONE.day(MONTH + timedelta(days=number)) for number in range(30)]
_WITHIN = (
    f"e.starts_at > {MONTH_SPAN.start - 25 * HOUR} AND e.starts_at < {MONTH_SPAN.end}"
    f" AND e.ends_at > {MONTH_SPAN.start}"
)


def month_loads(bench: Bench) -> Iterator[Figure]:
    """A month of more than ten thousand entries, against its bare rows."""
    loading = partial(load, bench)
    timing = by_turns([loading] * RUNS, [partial(_fetch_details, bench)] * RUNS)
    yield bench.figure(
        "month_detail", timing, "fetching the same rows", 2, statements=statements_of(loading), most=2
    )
    counting = partial(count, bench)
    timing = by_turns([counting] * RUNS, [partial(_fetch_taken, bench)] * RUNS)
    yield bench.figure(
        "month_counts",
        timing,
        "fetching the rows that it counts",
        2,
        statements=statements_of(counting),
        most=1,
    )


def load(bench: Bench) -> None:
    """Every entry of the month, as the program has it."""
    with bench.big.store.read() as connection:
        queries.entries(connection, MONTH_SPAN)


def count(bench: Bench) -> None:
    """How much of each day everybody is taken."""
    with bench.big.store.read() as connection:
        assert queries.day_loads(connection, bench.desk.practice.actors, _DAYS)


def _fetch_details(bench: Bench) -> None:
    """Entries with their patients, and all allocations."""
    bench.fetch(
        "SELECT e.*, p.* FROM entry e LEFT JOIN patient p ON p.actor_id = e.patient_id"
        f" WHERE {_WITHIN} ORDER BY e.starts_at, e.id"
    )
    bench.fetch(
        f"SELECT a.* FROM allocation a JOIN entry e ON e.id = a.entry_id WHERE {_WITHIN} ORDER BY a.id"
    )


def _fetch_taken(bench: Bench) -> None:
    """Who is taken when."""
    listed = ", ".join(str(actor) for actor in bench.desk.practice.actors)
    bench.fetch(
        "SELECT actor_id, starts_at, ends_at, entry_id FROM allocation e"
        f" WHERE actor_id IN ({listed}) AND {_WITHIN} AND occupancy = 1"
    )
