"""``praxidesk``: the window on the practice's store."""

import argparse
import gc

from praxidesk.commands.places import replaced_now, store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.display import choose_platform


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(options: argparse.Namespace) -> int:
    """Stay until the window is closed. What is wrong with the store is said in it."""
    url, now = store_url(options), replaced_now(options)
    if not choose_platform():
        raise CommandRefused(
            "there is no display to open a window on; "
            "try: praxidesk snapshot, or praxidesk demo, which saves pictures"
        )
    # What is imported is no garbage; the window begins to look for some when it rests.
    gc.disable()
    # Qt only now: it ends the process where it finds no display.
    from praxidesk.app import run as run_window  # noqa: PLC0415
    from praxidesk.practice_clock import PracticeClock  # noqa: PLC0415
    from praxidesk.worker.opening import store_at  # noqa: PLC0415

    return run_window(store_at(url), PracticeClock(now))
