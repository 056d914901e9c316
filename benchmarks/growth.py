"""How a store grows: ``python -m benchmarks.growth fill URL``, then ``… measure SMALL LARGE``."""

import argparse
import sys
from collections.abc import Iterable, Sequence

from benchmarks.growth_figures import PARTS, Growth, bench_of
from benchmarks.growth_store import Size, fill
from praxidesk.models.store import Store

PATIENCE_MS = 6 * 3_600_000
"""An index over tens of millions of rows takes its time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill or measure."""
    options = _parser().parse_args(arguments)
    if options.verb == "fill":
        store = Store.open(options.url, create=True, patience_ms=PATIENCE_MS)
        fill(store, Size(options.units, options.months, options.patients, options.journal_months), _say)
        store.close()
        return 0
    stores = [Store.open(url, patience_ms=PATIENCE_MS) for url in (options.small, options.large)]
    small, large = map(bench_of, stores)
    _say(f"{small.big.entries:,} entries, and {large.big.entries:,}")
    for part in options.only or PARTS:
        for growth in PARTS[part]((small, large)):
            _say(_line(growth))
    for store in stores:
        store.close()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.growth", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    filling = verbs.add_parser("fill", help="fill an empty database of a PostgreSQL server")
    filling.add_argument("url")
    filling.add_argument("--units", type=int, default=20, help="practices of 20 practitioners side by side")
    filling.add_argument("--months", type=int, default=120)
    filling.add_argument("--patients", type=int, default=2_000_000)
    filling.add_argument("--journal-months", type=int, default=12, help="with their lines in the journal")
    measuring = verbs.add_parser("measure", help="the same in a small store and in a large one")
    measuring.add_argument("small")
    measuring.add_argument("large")
    measuring.add_argument("--only", choices=PARTS, action="append", help="else all")
    return parser


def _line(growth: Growth) -> str:
    milliseconds: Iterable[float] = (*growth.small_ms, *growth.large_ms)
    shown = "".join(f"{each:11,.2f}" for each in milliseconds)
    return f"{growth.what:40}{shown}{growth.ratio:8.2f} x{growth.statements:4}  {growth.rows}"


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
