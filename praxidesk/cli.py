"""The command line: one parser over all commands, each loaded only when it is wanted."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn, Protocol, cast

from praxidesk.commands.places import add_global_options, name_desk, warn_of_passwords
from praxidesk.commands.refusing import CommandRefused, describe_fault, warn

PROGRAM = "praxidesk"
DEBUG_VARIABLE = "PRAXIDESK_DEBUG"
REFUSED, NOBODY_READS, INTERRUPTED = 2, 1, 130


class Command(Protocol):
    """What every module of ``praxidesk.commands`` offers that is a command."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Name what follows the command."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; the exit status. Raises ``CommandRefused`` where nothing was done."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    module: str
    help: str


COMMANDS = (
    _Entry("demo", "demo", "make the demo practice and open it"),
    _Entry("setup", "setup", "create or update a practice from its description"),
    _Entry("check", "check", "would these bookings be free? JSON lines in, JSON lines out"),
    _Entry("book", "book", "book: JSON lines in, JSON lines out"),
    _Entry("move", "move", "move or change entries: JSON lines in, JSON lines out"),
    _Entry("cancel", "cancel", "cancel entries: JSON lines in, JSON lines out"),
    _Entry("status", "status", "set the status of entries: JSON lines in, JSON lines out"),
    _Entry("milestone", "milestone", "times of operations: JSON lines in, JSON lines out"),
    _Entry("slots", "slots", "search free time: JSON lines in, JSON lines out"),
    _Entry("agenda", "agenda", "the entries of some days as JSON lines"),
    _Entry("report", "report", "entries that break a rule, or everybody's load, as JSON lines"),
    _Entry("import", "importing", "import a foreign table"),
    _Entry("snapshot", "snapshot", "draw a calendar view into a picture"),
    _Entry("board", "board", "the OP plan for the wall, full screen, initials only"),
    _Entry("print", "printing", "day list, week, month, OP plan, slip or recall list as a PDF file"),
    _Entry("bench", "bench", "measure this machine"),
    _Entry("journal", "journal", "is the journal whole, who did what, the seal to note elsewhere"),
    _Entry("store", "store", "the state of the store; upgrade it, encrypt it"),
    _Entry("server", "server", "make a PostgreSQL server ready for many desks"),
    _Entry("user", "user", "who may log in to the server, or to a store in a file"),
)
WINDOW = _Entry("window", "window", "open the window on the practice's store")
"""What happens without a command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status of the process."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names that a narrow terminal cannot show
    try:
        options = command_parser().parse_args(arguments)
        name_desk(options)
        warn_of_passwords(options)
        return _told(_module(options.command).run(options))
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else REFUSED
    except CommandRefused as refusal:
        return _refuse(str(refusal))
    except BrokenPipeError:
        _silence_standard_output()
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    except EOFError:  # at a question, where nothing else reads what is not there
        return _refuse("nothing was entered: nothing was done")
    except (
        OSError
    ) as error:  # a full disk below standard output, say; other files are named where they are opened
        _silence_standard_output()
        return _refuse(f"{error.filename or 'standard input or output'}: {error.strerror or error}")
    except Exception as error:
        # A bug, or a fault nobody foresaw: still a sentence and not a traceback.
        if os.environ.get(DEBUG_VARIABLE):
            raise
        return _refuse(describe_fault(error))


class _LazyParser(argparse.ArgumentParser):
    """Stands for a command's parser, which is made only when it is used.

    One is used at most, and to make twenty takes longer than all else before the window is opened.
    """

    entry: _Entry

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever argparse gives it
        self._settings = settings

    def _check_help(self, action: argparse.Action) -> None:
        """Newer versions of Python check the help of each parser that is added; it has none of its own."""

    def parse_known_args(  # type: ignore[override] # only the overload that argparse itself uses
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As the command's parser does, with the arguments that the command's module names."""
        parser = argparse.ArgumentParser(**self._settings)
        parser.set_defaults(command=self.entry)
        add_global_options(parser, default=argparse.SUPPRESS)
        _module(self.entry).add_arguments(parser)
        return parser.parse_known_args(args, namespace)


class _Version(argparse.Action):
    """Prints the installed version; asked for seldom enough to be looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print it and end."""
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

        try:
            number = version(PROGRAM)
        except PackageNotFoundError:
            number = "(not installed)"
        print(f"{PROGRAM} {number}")  # noqa: T201 - the command line speaks by printing
        parser.exit()


def command_parser() -> argparse.ArgumentParser:
    """Of the whole command line; what it parses has the command's ``_Entry`` as ``command``."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="The calendar of a practice. Without a command: open the window.",
        allow_abbrev=False,
    )
    add_global_options(parser, default=None)
    parser.add_argument("--version", action=_Version, nargs=0, help="show the program's version and exit")
    parser.set_defaults(command=WINDOW)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_LazyParser)
    for entry in COMMANDS:
        of_command = commands.add_parser(
            entry.name, help=entry.help, description=entry.help, allow_abbrev=False
        )
        of_command.entry = entry
    return parser


def _module(entry: _Entry) -> Command:
    return cast(Command, import_module(f"praxidesk.commands.{entry.module}"))


def _told(status: int) -> int:
    """The status, once all is written: a full disk is told here, and not when nobody can answer any more."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return status


def _refuse(message: str) -> int:
    warn(message)
    return REFUSED


def _silence_standard_output() -> None:
    """Keep the interpreter from complaining at exit that nobody reads any more."""
    if sys.stdout is None:
        return
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)
