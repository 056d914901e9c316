"""Measure: ``python -m benchmarks [--quick] [--only WHAT] [--store sqlite|postgresql] [--json FILE]``."""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import (
    booking_figures,
    check_figures,
    idle_figures,
    live_figures,
    load_figures,
    month_figures,
    paint_figures,
    search_figures,
    use_figures,
    window_figures,
)
from benchmarks.bench import Bench
from benchmarks.big_practice import BigPractice
from benchmarks.figures import Figure
from benchmarks.machine import machine, surroundings
from benchmarks.report import table
from praxidesk.models.store import Store
from tests.stores import DIALECTS, Stores

MONTHS, QUICK_MONTHS = 60, 6
SHOWN_MONTHS = 6
"""As many as the window pages through."""
MANY_PATIENTS = 40_000
STAGES = (6, 12, 24)
"""Months after which the growing store is measured, besides the last one."""
USES = ("page_cached_week", "drag_step", "search_keystroke", "gui_pause")
OF_DESKS = ("live", "idle_desks")
OF_STORE = ("conflict_check", "slots", "month", "bulk", "booking", "race")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; 1 where a budget is missed."""
    options = parser().parse_args(arguments)
    months = options.months or (QUICK_MONTHS if options.quick else MONTHS)
    run = _Run(options.store or DIALECTS, months, options.only or "", minutes_of(options))
    for line in surroundings(None):
        _say(line)
    figures = []
    for figure in run.figures():
        figures.append(figure)
        _say(f"  {figure.what} {figure.store}: {figure.ratio:g} (budget {figure.budget:.3g})")
    print("\n".join([*surroundings(run.server), "", table(figures)]))
    if options.json:
        lines = [json.dumps({**json.loads(each.as_json()), "machine": machine()}) for each in figures]
        options.json.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return 0 if all(each.met for each in figures) else 1


def minutes_of(options: argparse.Namespace) -> float:
    """How long the window is used: as told, else ten minutes, or one where it shall be quick."""
    told: float | None = options.minutes
    return told if told is not None else 1 if options.quick else 10


def parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Ratios measured within one run.")
    parser.add_argument("--only", metavar="WHAT", help="figures whose name contains this")
    parser.add_argument("--store", choices=DIALECTS, action="append", help="else both")
    parser.add_argument("--months", type=int, help=f"in the larger store; else {MONTHS}")
    parser.add_argument("--quick", action="store_true", help=f"only {QUICK_MONTHS} months")
    parser.add_argument(
        "--minutes",
        type=float,
        help="so long the window is used at random for its longest pause; else ten, or one with --quick",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write one JSON line a figure")
    return parser


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


class _Run:
    """Everything measured once, store after store."""

    def __init__(self, dialects: Iterable[str], months: int, only: str, minutes: float) -> None:
        self._dialects, self._months, self._only = dialects, months, only
        self._minutes = minutes
        self.server: str | None = None
        """The version of PostgreSQL, once it was asked."""

    def figures(self) -> Iterator[Figure]:
        """Those that are wanted."""
        if any(map(self._is_wanted, OF_STORE)):
            with tempfile.TemporaryDirectory() as folder, ExitStack() as open_things:
                stores = Stores(Path(folder))
                open_things.callback(stores.close)
                for dialect in self._dialects:
                    yield from self._of_store(stores, dialect)
        if any(map(self._is_wanted, OF_DESKS)):
            yield from self._of_desks()
        if self._is_wanted("paint"):
            yield from paint_figures.paintings()
        if self._is_wanted("window"):
            yield from window_figures.first_windows()
        if any(map(self._is_wanted, (*USES, "month_window"))):
            yield from self._of_window()

    def _of_window(self) -> Iterator[Figure]:
        """The window on a store of half a year, and of all: years behind what is shown must not be felt."""
        with tempfile.TemporaryDirectory() as folder:
            for months in dict.fromkeys((SHOWN_MONTHS, self._months)):
                file = str(Path(folder, f"{months}.db"))
                store = Store.open(file, create=True)
                big = _grown(BigPractice.in_store(store, patients=MANY_PATIENTS), months)
                store.close()
                if self._is_wanted("month_window"):
                    yield from month_figures.months(file, big.entries)
                if any(map(self._is_wanted, USES)):
                    yield from use_figures.uses(file, big.entries, self._minutes)

    def _of_desks(self) -> Iterator[Figure]:
        """Many desks on one store of half a year."""
        with tempfile.TemporaryDirectory() as folder, ExitStack() as open_things:
            stores = Stores(Path(folder))
            open_things.callback(stores.close)
            for dialect in self._dialects:
                url = open_things.enter_context(self._store_of(stores, dialect))
                store = Store.open(url)
                self._note_server(store)
                big = _grown(BigPractice.in_store(store), min(SHOWN_MONTHS, self._months))
                store.close()
                if self._is_wanted("live"):
                    yield from live_figures.live(url, dialect, big.entries)
                if self._is_wanted("idle_desks"):
                    cluster = stores.cluster if dialect == "postgresql" else None
                    yield from idle_figures.idle(url, dialect, big.entries, cluster)

    @contextmanager
    def _store_of(self, stores: Stores, dialect: str) -> Iterator[str]:
        """A new store, on a server as a practice runs it: the tests' one forgoes what keeps it safe."""
        if dialect == "postgresql":
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                stores.cluster.run(f"ALTER SYSTEM SET {setting} = on")
            stores.cluster.run("SELECT pg_reload_conf()")
        with stores.url(dialect) as url:
            yield url

    def _note_server(self, store: Store) -> None:
        if store.dialect == "postgresql":
            self.server = store.status().library_version

    def _is_wanted(self, name: str) -> bool:
        return name in self._only or self._only in name

    def _of_store(self, stores: Stores, dialect: str) -> Iterator[Figure]:
        with self._store_of(stores, dialect) as one, stores.url(dialect) as other, ExitStack() as open_things:
            small, large = Store.open(one), Store.open(other)
            open_things.callback(small.close)
            open_things.callback(large.close)
            self._note_server(small)
            month = Bench.on(_grown(BigPractice.in_store(small), 1))
            big = BigPractice.in_store(large)
            for months in [*(stage for stage in STAGES if stage < self._months), self._months]:
                big = _grown(big, months)
                years = Bench.on(big)
                if self._is_wanted("conflict_check"):
                    yield from check_figures.conflict_checks(month, years)
                if self._is_wanted("slots"):
                    yield from search_figures.first_slots(month, years)
            yield from self._of_years(Bench.on(big), other)

    def _of_years(self, years: Bench, url: str) -> Iterator[Figure]:
        """What only the store of all months is measured with; what writes comes last."""
        if self._is_wanted("slots"):
            yield from search_figures.searches(years)
        if self._is_wanted("month"):
            yield from load_figures.month_loads(years)
        if self._is_wanted("bulk"):
            yield from check_figures.bulk_checks(years)
        if self._is_wanted("booking"):
            yield from booking_figures.bookings(years)
        if self._is_wanted("race"):
            yield from booking_figures.race(years, url)


def _grown(big: BigPractice, months: int) -> BigPractice:
    begun = time.perf_counter()
    grown = big.grown(months)
    taken = time.perf_counter() - begun
    _say(f"{big.store.dialect}: {grown.entries:,} entries of {months} months, filled in {taken:.0f} s")
    return grown


if __name__ == "__main__":
    sys.exit(main())
