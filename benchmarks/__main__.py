"""Measure: ``python -m benchmarks [--only WHAT] [--store sqlite|postgresql] [--months 60] [--json FILE]``."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import paint_figures, store_figures, window_figures
from benchmarks.big_practice import fill
from benchmarks.figures import Figure
from tests.stores import DIALECTS, Stores

YEARS_IN_MONTHS = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; 1 where a ratio is over its budget."""
    options = _parser().parse_args(arguments)
    figures = []
    for figure in _figures(options.store or DIALECTS, options.months, options.only or ""):
        figures.append(figure)
        print(_line(figure), flush=True)
    if options.json:
        options.json.write_text("".join(f"{each.as_json()}\n" for each in figures), "utf-8")
    return 0 if all(each.met for each in figures) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Ratios measured within one run.")
    parser.add_argument("--only", metavar="WHAT", help="figures whose name contains this")
    parser.add_argument("--store", choices=DIALECTS, action="append", help="else both")
    parser.add_argument("--months", type=int, default=YEARS_IN_MONTHS, help="that the larger store goes back")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write one JSON line a figure")
    return parser


def _figures(dialects: Iterable[str], months: int, only: str) -> Iterator[Figure]:
    groups: dict[str, Callable[[store_figures.Bench, store_figures.Bench], Iterator[Figure]]] = {
        "conflict_check": store_figures.conflict_checks,
        "slots": lambda _, years: store_figures.slots(years),
        "month_detail": lambda _, years: store_figures.month_loads(years),
        "booking": lambda _, years: store_figures.bookings(years),
    }
    wanted = [measure for name, measure in groups.items() if only in name or name in only]
    if wanted:
        with ExitStack() as open_things:
            folder = Path(open_things.enter_context(tempfile.TemporaryDirectory()))
            stores = Stores(folder)
            open_things.callback(stores.close)
            for dialect in dialects:
                print(f"filling {dialect} …", file=sys.stderr, flush=True)
                month, years = (
                    store_figures.Bench.on(fill(open_things.enter_context(stores.new(dialect)), count))
                    for count in (0, months)
                )
                for measure in wanted:
                    yield from measure(month, years)
    if "paint" in only or not only:
        yield from paint_figures.paintings()
    if "window" in only or not only:
        yield from window_figures.first_windows()


def _line(figure: Figure) -> str:
    verdict = "ok" if figure.met else "OVER BUDGET"
    return (
        f"{figure.what:28} {figure.store or '-':11} {figure.entries:>7} entries"
        f"  {figure.median_ms:9.3f} ms  {figure.ratio:6.2f} x {figure.against}"
        f" (budget {figure.budget:g})  {verdict}"
    )


if __name__ == "__main__":
    sys.exit(main())
