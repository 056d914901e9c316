"""``praxidesk bench``: the measured ratios of this machine."""

import argparse
from importlib import import_module
from importlib.util import find_spec

from praxidesk.commands.refusing import CommandRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write the figures besides."""
    parser.add_argument("--json", metavar="FILE", help="also write one JSON line a figure")


def run(options: argparse.Namespace) -> int:
    """Measure on stores made for it, and print a table; the practice's own store is not touched."""
    if find_spec("benchmarks") is None:
        raise CommandRefused("the measurements come with a checkout: python3 start.py run bench")
    measure = import_module("benchmarks.__main__").main
    status: int = measure([] if options.json is None else ["--json", options.json])
    return status
