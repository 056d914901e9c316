"""``praxidesk agenda``: the entries of some days as JSON lines."""

import argparse

from praxidesk.commands.day_argument import day
from praxidesk.commands.json_lines import write_line
from praxidesk.commands.opening import opened_desk
from praxidesk.commands.refusing import CommandRefused
from praxidesk.exchange.json_answers import agenda_line
from praxidesk.services.agenda import agenda


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The days, and whose entries."""
    parser.add_argument("--from", dest="first", metavar="D", required=True, type=day, help="first day")
    parser.add_argument("--to", dest="last", metavar="D", required=True, type=day, help="last day, included")
    parser.add_argument("--actor", metavar="CODE", help="only entries of this practitioner, room or device")
    parser.add_argument("--all", action="store_true", help="blockouts too")


def run(options: argparse.Namespace) -> int:
    """Print every entry that touches the days, ordered by start, then id."""
    if options.last < options.first:
        raise CommandRefused(f"--to {options.last} is before --from {options.first}")
    with opened_desk(options, reads_only=True) as desk:
        actor = None
        if options.actor is not None:
            actor = desk.practice.actor_ids.get(options.actor)
            if actor is None:
                raise CommandRefused(f"--actor: the practice has no {options.actor!r}")
        for entry in agenda(desk, options.first, options.last, actor=actor, blockouts=options.all):
            write_line(agenda_line(entry, desk.practice, desk.zone))
    return 0
