"""``praxidesk report``: what somebody should look at."""

import argparse
from datetime import timedelta

from praxidesk.commands.day_argument import day
from praxidesk.commands.json_lines import write_line
from praxidesk.commands.opening import clock, opened_desk
from praxidesk.commands.refusing import CommandRefused
from praxidesk.exchange.json_report import breach_line
from praxidesk.services.conflict_report import conflict_report

DAYS_AHEAD = 366


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report, its days, and whom it is about."""
    parser.add_argument("what", choices=("conflicts",), help="entries that break a rule where they stand")
    parser.add_argument("--from", dest="first", metavar="D", type=day, help="first day; left out: today")
    parser.add_argument(
        "--to", dest="last", metavar="D", type=day, help="last day, included; left out: a year from the first"
    )
    parser.add_argument("--actor", metavar="CODE", help="only conflicts of this practitioner, room or device")
    parser.add_argument("--all", action="store_true", help="what only warns, too")


def run(options: argparse.Namespace) -> int:
    """Print a JSON line for each entry that breaks a rule, ordered by start, then id."""
    with opened_desk(options) as desk:
        now = clock(options, desk.zone)()
        first = options.first or desk.zone.day_of(now)
        last = options.last or first + timedelta(days=DAYS_AHEAD)
        if last < first:
            raise CommandRefused(f"--to {last} is before --from {first}")
        actors = None
        if options.actor is not None:
            actor = desk.practice.actor_ids.get(options.actor)
            if actor is None:
                raise CommandRefused(f"--actor: the practice has no {options.actor!r}")
            actors = (actor, *desk.practice.members.get(actor, ()))
        for breach in conflict_report(desk, first, last, now, actors=actors, warnings=options.all):
            write_line(breach_line(breach.entry, breach.conflicts, desk.practice, desk.zone))
    return 0
