"""``praxidesk board``: the OP plan for the wall, full screen, patients by their initials only."""

import argparse

from praxidesk.commands.code_list import code_list
from praxidesk.commands.opening import brought_in, faults_explained, with_login
from praxidesk.commands.places import replaced_now, store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.display import choose_platform


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which rooms, on which screen."""
    parser.add_argument(
        "--actors", type=code_list, metavar="A,B", help="codes of the rooms to show; else all"
    )
    parser.add_argument("--screen", type=int, metavar="N", help="on the N-th screen, from 1 on")
    parser.add_argument("--lang", choices=("de", "en"), help="else the language of this desk's window")


def run(options: argparse.Namespace) -> int:
    """Stay until Escape is pressed. What is wrong with the store is said on the board, and tried again."""
    url, now = store_url(options), replaced_now(options)
    if not choose_platform():
        raise CommandRefused("there is no display to show the board on; try: praxidesk snapshot --view board")
    with faults_explained(url):
        brought_in(url)
        way = with_login(url)
    # Qt only now: it ends the process where it finds no display.
    from praxidesk.app import desk_settings  # noqa: PLC0415
    from praxidesk.practice_clock import PracticeClock  # noqa: PLC0415
    from praxidesk.ui.settings import DeskSettings  # noqa: PLC0415
    from praxidesk.ui.wording.language import Language  # noqa: PLC0415
    from praxidesk.wall import Wall, hang, screens  # noqa: PLC0415
    from praxidesk.worker.opening import store_at  # noqa: PLC0415

    screen = None
    if options.screen is not None:
        there = screens()
        if not 1 <= options.screen <= len(there):
            raise CommandRefused(f"--screen {options.screen}: from 1 to {len(there)}")
        screen = there[options.screen - 1]
    language = Language(options.lang) if options.lang else DeskSettings(desk_settings()).language
    return hang(
        Wall(store_at(way, reads_only=True), PracticeClock(now), language, options.actors or ()), screen
    )
