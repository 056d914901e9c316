"""A race of many desks for few hours, and what is to be said of it afterwards."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from praxidesk.models.store import OverlapRefused, Store, StoreUnavailable
from tests.racers import raced
from tests.services.campaign_practice import put_into

WITHOUT_CONSTRAINT = "without-constraint"


@dataclass(frozen=True, slots=True)
class Race:
    """What came of it."""

    requests: int
    done: int
    refused: int
    p50_ms: float
    p99_ms: float
    longest_ms: float
    worked_ms: float
    """Of processors, by the desks alone and for one request on average; the server's work is not in it."""
    overlaps: int
    """Neighbours of one actor of which the second begins before the first ends."""
    halves: int
    """Entries without all three who take part, or whose parts are taken while it is not; also changes that
    nobody was told of, or that somebody was told of and are not there."""
    deadlocks: int
    """That the server had to end, told to anybody or not."""
    faults: int
    """Requests answered by an error."""
    why: tuple[tuple[str, int], ...]
    """What these errors said, and how often."""
    hostile: int
    """Bookings over others', of a client that neither locks nor looks, that were taken."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing happened that must not."""
        return not any((self.overlaps, self.halves, self.deadlocks, self.faults, self.hostile))

    def __str__(self) -> str:
        """One line, as the page of campaigns has it."""
        return (
            f"{self.requests} requests, {self.done} done, {self.refused} refused;"
            f" p50 {self.p50_ms:.0f} ms, p99 {self.p99_ms:.0f} ms, longest {self.longest_ms:.0f} ms,"
            f" {self.worked_ms:.1f} ms of a desk's work each; {self.overlaps} overlaps,"
            f" {self.halves} half-booked, {self.deadlocks} deadlocks, {self.faults} faults,"
            f" {self.hostile} taken of a client that neither locks nor looks"
            + "".join(f"; {count} x {text}" for text, count in self.why)
        )


def race(url: str, processes: int, desks: int, tries: int, *mutations: str, pause_s: float = 0) -> Race:
    """Have so many desks in each process make so many requests each, all of them at once.

    :param pause_s: so long a desk rests between two requests, on average
    """
    store = Store.open(url)
    put_into(store)
    if WITHOUT_CONSTRAINT in mutations:
        _drop_constraint(store)
    before = _deadlocks(store)
    reports = _run(url, processes, desks, (tries, pause_s, *mutations))
    times = sorted(each for report in reports for each in report["milliseconds"])
    found = Race(
        requests=len(times),
        done=sum(report["done"] for report in reports),
        refused=sum(report["refused"] for report in reports),
        p50_ms=statistics.median(times),
        p99_ms=times[len(times) * 99 // 100],
        longest_ms=times[-1],
        worked_ms=sum(report["worked_ms"] for report in reports) / len(times),
        overlaps=_overlaps(store),
        halves=_halves(store, sum(report["changes"] for report in reports)),
        deadlocks=_deadlocks(store) - before,
        faults=sum(report["faults"] for report in reports),
        why=tuple(Counter(each for report in reports for each in report["why"]).most_common(5)),
        hostile=_hostile(store),
    )
    store.close()
    return found


def _run(url: str, processes: int, desks: int, given: Sequence[object]) -> list[dict[str, Any]]:
    arguments = [(url, number, desks, *given) for number in range(processes)]
    reports = raced("tests.services.campaign_desks", arguments, timeout=900)
    return [report for of_program in reports for report in of_program]


def _overlaps(store: Store) -> int:
    rows = _rows(
        store,
        "SELECT actor_id, starts_at, ends_at FROM allocation WHERE occupancy = 1 ORDER BY 1, 2",
    )
    return sum(one[0] == next_[0] and next_[1] < one[2] for one, next_ in pairwise(rows))


def _halves(store: Store, told: int) -> int:
    """Who is booked has everybody, who is not has nobody; and each change was told to somebody, once."""
    wrong = _rows(
        store,
        "SELECT count(*) FROM entry WHERE (SELECT count(*) FROM allocation WHERE entry_id = entry.id"
        " AND occupancy = 1 AND allocation.starts_at = entry.starts_at"
        " AND allocation.ends_at = entry.ends_at)"
        " <> CASE status WHEN 'booked' THEN 3 ELSE 0 END",
    )[0][0]
    written = _rows(store, "SELECT count(*) FROM entry_change")[0][0]
    return int(wrong) + abs(int(written) - told)


def _deadlocks(store: Store) -> int:
    if store.dialect == "sqlite":
        return 0
    statement = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
    return int(_rows(store, statement)[0][0])


def _hostile(store: Store) -> int:
    """Take what others have, by hand: each of up to fifty hours once more, for the very same people."""
    taken = 0
    booked = _rows(
        store,
        "SELECT min(entry_id), actor_id, starts_at, ends_at FROM allocation WHERE blocking"
        " GROUP BY actor_id, starts_at, ends_at ORDER BY 1 LIMIT 50",
    )
    for entry, actor, start, end in booked:
        try:
            with store.write() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO allocation"
                    " (entry_id, actor_id, role, starts_at, ends_at, blocking, own_part)"
                    f" VALUES ({entry}, {actor}, 'room', {start}, {end}, true, false)"
                )
        except (OverlapRefused, StoreUnavailable):
            continue
        taken += 1
    return taken


def _drop_constraint(store: Store) -> None:
    with store.write() as connection:
        if store.dialect == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER allocation_no_overlap")
            connection.exec_driver_sql("DROP TRIGGER allocation_no_overlap_update")
        else:
            connection.exec_driver_sql("ALTER TABLE allocation DROP CONSTRAINT allocation_no_overlap")


def _rows(store: Store, statement: str) -> Sequence[tuple[Any, ...]]:
    with store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]
