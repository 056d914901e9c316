"""``praxidesk import``: foreign tables, by what they are."""

import argparse

from praxidesk.commands import import_csv
from praxidesk.commands.places import add_global_options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is imported; each kind has arguments of its own."""
    kinds = parser.add_subparsers(title="kinds", metavar="KIND", required=True)
    csv = kinds.add_parser(
        "csv", help="a table of any columns, by a mapping", description=import_csv.__doc__, allow_abbrev=False
    )
    add_global_options(csv, default=argparse.SUPPRESS)
    import_csv.add_arguments(csv)


def run(options: argparse.Namespace) -> int:
    """Import the table."""
    return import_csv.run(options)
