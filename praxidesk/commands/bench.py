"""``praxidesk bench``: the measured ratios of this machine."""

import argparse
from importlib import import_module
from importlib.util import find_spec

from praxidesk.commands.refusing import CommandRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much to measure, and where to write the figures besides."""
    parser.add_argument("--json", metavar="FILE", help="also write one JSON line a figure")
    parser.add_argument("--quick", action="store_true", help="with half a year of entries instead of five")


def run(options: argparse.Namespace) -> int:
    """Measure on stores made for it, and print a table; the practice's own store is not touched.

    1 where a budget is missed.
    """
    if find_spec("benchmarks") is None:
        raise CommandRefused("the measurements come with a checkout: python3 start.py run bench")
    measure = import_module("benchmarks.__main__").main
    asked = [] if options.json is None else ["--json", options.json]
    status: int = measure([*asked, "--quick"] if options.quick else asked)
    return status
