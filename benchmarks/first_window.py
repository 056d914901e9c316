"""The program's own window as its command opens it, until its first paint."""

import os
import sys
from pathlib import Path

from benchmarks import as_started  # noqa: F401 - see there
from praxidesk.app import Program, desk_settings, run
from praxidesk.cli import command_parser
from praxidesk.commands.places import name_desk, replaced_now, store_url
from praxidesk.practice_clock import PracticeClock
from praxidesk.worker.opening import store_at


def say() -> None:
    """Painted."""
    print("painted", flush=True)
    os._exit(0)


def started(program: Program) -> None:
    """Hear of the first paint before anybody else does."""
    program.painted.happened.disconnect()
    program.painted.happened.connect(say)


def main(folder: Path) -> None:
    """Show the window on a store that is never opened."""
    # As the command does; it cannot be called, because it refuses where there is no screen.
    options = command_parser().parse_args(["--store", str(folder / "none.db")])
    name_desk(options)
    run(
        store_at(store_url(options)),
        PracticeClock(replaced_now(options)),
        settings=desk_settings(folder / "desk.json"),
        started=started,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
