"""Figures of booking: one alone, and eight desks that race for one day."""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from benchmarks.bench import NOW, Bench, statements_of
from benchmarks.big_practice import PRACTITIONERS, ZONE
from benchmarks.figures import Figure, Timing, by_turns, rounded
from benchmarks.racer import DAY
from praxidesk.engine.outcomes import Done
from praxidesk.engine.requests import BookRequest
from praxidesk.services import booking

BOOKINGS = 300
CLIENTS = 8
LONGEST_MS = 100.0
"""For ninety-nine of a hundred tries."""
_FREE = (7 * 60 + 30, 12 * 60)
_ROOT = Path(__file__).parents[1]


def bookings(bench: Bench) -> Iterator[Figure]:
    """A booking with all its checks, its history and its commit, against the bare row."""
    wishes = [_free_wish(bench, number) for number in range(BOOKINGS + 1)]
    statements = statements_of(partial(_book, bench, wishes.pop()), with_ends=True)
    ours = [partial(_book, bench, wish) for wish in wishes]
    other = [partial(_insert_bare_row, bench, number) for number in range(BOOKINGS)]
    yield bench.figure(
        "booking",
        by_turns(ours, other),
        "one bare INSERT with its commit",
        10,
        statements=statements,
        most=5,
    )


def race(bench: Bench, url: str) -> Iterator[Figure]:
    """Eight programs want the same hours: nobody is booked twice, nor waits in a circle, nor waits long."""
    before = _deadlocks(bench)
    racers = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.racer", url, str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=_ROOT,
        )
        for number in range(CLIENTS)
    ]
    for racer in racers:
        assert racer.stdout is not None
        if racer.stdout.readline() != "ready\n":
            raise RuntimeError("a racer did not start")
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    reports = [json.loads(racer.communicate(timeout=300)[0]) for racer in racers]
    times = sorted(each for report in reports for each in report["milliseconds"])
    slowest = times[len(times) * 99 // 100]
    booked, refused = (sum(report[what] for report in reports) for what in ("booked", "refused"))
    assert booked
    assert refused
    found = bench.figure(
        "race",
        Timing(statistics.median(times), LONGEST_MS, len(times)),
        f"p99 of 100 ms; it was {slowest:.0f} ms, with {booked} booked and {refused} refused",
        1,
        statements=None,
        faults={
            "doubles": _doubles(bench),
            "deadlocks": _deadlocks(bench) - before,
            "faults": sum(report["faults"] for report in reports),
        },
    )
    yield replace(found, ratio=rounded(slowest / LONGEST_MS))


def _free_wish(bench: Bench, number: int) -> BookRequest:
    """A visit that is free: before the first one or at noon, each at another time."""
    day = bench.work_days[number // PRACTITIONERS % 20]
    return bench.visit(number, ZONE.at(day, _FREE[number // (PRACTITIONERS * 20)]), number + 1_000)


def _book(bench: Bench, request: BookRequest) -> None:
    outcome = booking.book(bench.desk, request, NOW)
    assert isinstance(outcome, Done), outcome


def _insert_bare_row(bench: Bench, number: int) -> None:
    with bench.big.store.write() as connection:
        cursor = connection.connection.cursor()
        cursor.execute(f"INSERT INTO setting (name, value) VALUES ('bench{number}', 'x')")
        cursor.close()


def _doubles(bench: Bench) -> int:
    """Pairs of neighbours on the day of the race of which the second begins before the first ends."""
    start, end = ZONE.day(DAY)
    rows = bench.fetch(
        "SELECT actor_id, starts_at, ends_at FROM allocation"
        f" WHERE starts_at >= {start} AND starts_at < {end} AND occupancy = 1 ORDER BY actor_id, starts_at"
    )
    return sum(one[0] == next_[0] and next_[1] < one[2] for one, next_ in pairwise(rows))


def _deadlocks(bench: Bench) -> int:
    """That the server has counted so far; SQLite has one writer at a time, and none."""
    if bench.dialect == "sqlite":
        return 0
    ((count,),) = bench.fetch("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    return int(count)
