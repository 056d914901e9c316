"""``praxidesk setup``: create or update a practice from its description."""

import argparse
from contextlib import closing
from pathlib import Path

from praxidesk.commands.opening import faults_explained
from praxidesk.commands.places import store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.exchange.practice_file import PracticeFileError, read
from praxidesk.models import queries
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.setup import Fate, SetupRefused, SetupReport, apply, require_consistent


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The description."""
    parser.add_argument("file", metavar="FILE.toml", help="the practice described in TOML")


def run(options: argparse.Namespace) -> int:
    """Read the file, make the store if there is none, apply, and print what changed."""
    file, url = Path(options.file), store_url(options)
    try:
        with faults_explained(url):
            _print(_applied(file, url))
    except PracticeFileError as error:
        raise CommandRefused(str(error)) from error
    except SetupRefused as refusal:
        raise CommandRefused("\n".join(f"{file}: {reason}" for reason in refusal.reasons)) from refusal
    return 0


def _applied(path: Path, url: str) -> SetupReport:
    try:
        store = Store.open(url)
    except StoreUnavailable as fault:
        if fault.fault is not StoreFault.MISSING:
            raise
        file = read(path)
        require_consistent(None, file)  # no store is made for a file that describes no practice
        store = Store.open(url, create=True)
        with closing(store):
            return apply(store, file)
    with closing(store):
        return apply(store, read(path, stored=_stored(store)))


def _stored(store: Store) -> Practice | None:
    """The practice whose rows the file may name without describing them."""
    try:
        with store.read() as connection:
            return queries.practice(connection)
    except StoreUnavailable as fault:
        if fault.fault is StoreFault.EMPTY:
            return None
        raise


def _print(report: SetupReport) -> None:
    """What is new or different, a row a line, and how much of each there is."""
    for line in report.changed:
        print(f"{line.fate:<7}  {line.what} {line.code}")
    print(", ".join(f"{report.count(fate):,} {fate}" for fate in Fate))
