"""``praxidesk setup``: create or update a practice from its description."""

import argparse
from pathlib import Path

from praxidesk.commands.opening import brought_in, faults_explained, with_login
from praxidesk.commands.places import store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.engine.setup_outcomes import Fate, SetupReport
from praxidesk.exchange.practice_file import PracticeFileError
from praxidesk.services.founding import found
from praxidesk.services.setup import SetupRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The description."""
    parser.add_argument("file", metavar="FILE.toml", help="the practice described in TOML")


def run(options: argparse.Namespace) -> int:
    """Read the file, make the store if there is none, apply, and print what changed."""
    file, url = Path(options.file), store_url(options)
    try:
        with faults_explained(url):
            brought_in(url)
            _print(found(with_login(url), file))
    except PracticeFileError as error:
        raise CommandRefused(str(error)) from error
    except SetupRefused as refusal:
        raise CommandRefused("\n".join(f"{file}: {reason}" for reason in refusal.reasons)) from refusal
    return 0


def _print(report: SetupReport) -> None:
    """What is new or different, a row a line, and how much of each there is."""
    for line in report.changed:
        print(f"{line.fate:<7}  {line.what} {line.code}")
    print(", ".join(f"{report.count(fate):,} {fate}" for fate in Fate))
