"""``praxidesk import``: foreign tables, by their format."""

import argparse

from praxidesk.commands import import_csv


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The format and what it needs."""
    parser.add_argument("format", choices=("csv",), help="csv: any table with one row an entry")
    import_csv.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Import by the format named."""
    return import_csv.run(options)
