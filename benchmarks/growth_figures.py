"""What a store of a hospital group costs beside one of half a year, both on the same server."""

import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from benchmarks import search_figures
from benchmarks.bench import MONTH_SPAN, NOW, Bench, statements_of
from benchmarks.big_practice import MONTH, PRACTITIONERS, ZONE, BigPractice
from benchmarks.check_figures import check_wish, operation_wish, visit_wish
from praxidesk.engine.outcomes import Done
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models import queries
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.store import Store
from praxidesk.services import booking, journal
from praxidesk.services.desk import Desk
from praxidesk.services.finding import find_everything

RUNS, LONG_RUNS, SHORT_RUNS, BOOKINGS = 200, 15, 5, 300
Work = Callable[[Bench], Sequence[object]]
Both = tuple[Bench, Bench]
"""The small store and the large one."""
WEEK = Span(ZONE.day(date(2026, 11, 9)).start, ZONE.day(date(2026, 11, 16)).start)
_FREE = (7 * 60 + 30, 12 * 60)


@dataclass(frozen=True, slots=True)
class Growth:
    """One line: the same in the small store and in the large one."""

    what: str
    small_ms: tuple[float, float]
    """Median, and 99 of 100."""
    large_ms: tuple[float, float]
    statements: int
    rows: str = ""
    """How many of what it brought, small and large."""

    @property
    def ratio(self) -> float:
        """Of the medians."""
        return self.large_ms[0] / self.small_ms[0]


def bench_of(store: Store) -> Bench:
    """What ``growth_store`` has put into a store, as the other figures want it."""
    desk = Desk.open(store)
    practice = desk.practice
    codes = {code: id_ for code, id_ in practice.actor_ids.items() if not code.startswith("U")}
    with store.read() as connection:
        first = connection.exec_driver_sql("SELECT min(actor_id) FROM patient").scalar_one()
        entries = connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one()
    patients = tuple(ActorId(first + place) for place in range(40_000))
    types, procedures = practice.type_ids, practice.procedure_ids
    big = BigPractice(
        store, codes, patients, types["VISIT"], types["EXAM"], procedures["OPERATION"], 0, entries
    )
    return Bench(big, desk)


def _checks(both: Both) -> Iterator[Growth]:
    for what, wish in (
        ("conflict check, appointment", visit_wish),
        ("conflict check, operation", operation_wish),
    ):
        checks = ([partial(check_wish, each, wish(each, number)) for number in range(RUNS)] for each in both)
        yield _by_turns(what, checks)


def _searches(both: Both) -> Iterator[Growth]:
    for what, request in search_figures.requests(both[0]).items():
        searches = (
            [partial(search_figures.search, each, search_figures.requests(each)[what])]
            * (RUNS if request.limit else LONG_RUNS)
            for each in both
        )
        yield _by_turns(what, searches)


def _loads(both: Both) -> Iterator[Growth]:
    yield _same(both, "week, everybody", _week, LONG_RUNS, counts=True)
    yield _same(both, "week of 20 practitioners", _week_of_ours, LONG_RUNS, counts=True)
    yield _same(both, "month, everybody", _month, SHORT_RUNS)
    yield _same(both, "month as counts, 35 people and rooms", _counted, LONG_RUNS)
    yield _same(both, "opening a desk", _opened, SHORT_RUNS)


def _finds(both: Both) -> Iterator[Growth]:
    for what, text in (
        ("search: Mau", "Mau"),
        ("search: a frequent family name", "Gruler"),
        ("search: family and given name", "Gruler Anna"),
        ("search: number", "P-1234"),
        ("search: birth date", "12.03.1980"),
    ):
        yield _same(both, what, partial(_find, text=text), LONG_RUNS, counts=True)
    yield _same(both, "search, the first of a desk", _find_anew, SHORT_RUNS)


def _journals(both: Both) -> Iterator[Growth]:
    yield _same(both, "journal, newest 50", partial(_journal, wanted=JournalFilter()), RUNS)
    for what, key in (("journal of an entry", "entry"), ("journal of a patient", "patient")):
        pages = ([partial(_journal, each, wanted=_filter(each, key))] * RUNS for each in both)
        yield _by_turns(what, pages)


def _bookings(both: Both) -> Iterator[Growth]:
    yield _by_turns("booking", ([partial(_book, each, n) for n in range(BOOKINGS)] for each in both))


PARTS: Mapping[str, Callable[[Both], Iterator[Growth]]] = {
    "check": _checks,
    "slots": _searches,
    "load": _loads,
    "find": _finds,
    "journal": _journals,
    "booking": _bookings,
}
"""What is measured; what writes comes last."""


def _same(both: Both, what: str, work: Work, runs: int, *, counts: bool = False) -> Growth:
    rows = " / ".join(f"{len(work(each)):,}" for each in both) if counts else ""
    return _by_turns(what, ([partial(work, each)] * runs for each in both), rows)


def _by_turns(what: str, works: Iterable[Sequence[Callable[[], object]]], rows: str = "") -> Growth:
    small, large = works
    statements = statements_of(large[0], with_ends=True)
    small[0]()
    times: tuple[list[float], list[float]] = ([], [])
    for pair in zip(small[1:], large[1:], strict=True):
        for work, kept in zip(pair, times, strict=True):
            begun = time.perf_counter()
            work()
            kept.append((time.perf_counter() - begun) * 1_000)
    return Growth(what, _shown(times[0]), _shown(times[1]), statements, rows)


def _shown(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]


def _week(bench: Bench) -> Sequence[object]:
    with bench.big.store.read() as connection:
        return queries.entries(connection, WEEK)


def _week_of_ours(bench: Bench) -> Sequence[object]:
    with bench.big.store.read() as connection:
        return queries.entries(
            connection, WEEK, [bench.big.codes[f"D{number}"] for number in range(PRACTITIONERS)]
        )


def _counted(bench: Bench) -> Sequence[object]:
    days = [ZONE.day(MONTH + timedelta(days=number)) for number in range(30)]
    with bench.big.store.read() as connection:
        return [*queries.day_loads(connection, list(bench.big.codes.values()), days)]


def _month(bench: Bench) -> Sequence[object]:
    with bench.big.store.read() as connection:
        return queries.entries(connection, MONTH_SPAN)


def _find(bench: Bench, text: str) -> Sequence[object]:
    return [None] * find_everything(bench.desk, text, NOW).patients.total


def _find_anew(bench: Bench) -> Sequence[object]:
    """A desk that has just been opened reads all names, to find those that sound alike."""
    find_everything(Desk.open(bench.big.store), "Mau", NOW)
    return ()


def _opened(bench: Bench) -> Sequence[object]:
    Desk.open(bench.big.store)
    return ()


def _filter(bench: Bench, key: str) -> JournalFilter:
    with bench.big.store.read() as connection:
        found = connection.exec_driver_sql(
            f"SELECT {key}_id FROM journal WHERE {key}_id IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET 5000"
        ).scalar_one()
    return JournalFilter(**{key: found})


def _journal(bench: Bench, wanted: JournalFilter) -> Sequence[object]:
    return journal.newest_lines(bench.big.store, wanted, 50)


def _book(bench: Bench, number: int) -> None:
    day = bench.work_days[number // PRACTITIONERS % 20]
    at = ZONE.at(day, _FREE[number // (PRACTITIONERS * 20)])
    outcome = booking.book(bench.desk, bench.visit(number, at, 10_000 + number), NOW)
    assert isinstance(outcome, Done), outcome
