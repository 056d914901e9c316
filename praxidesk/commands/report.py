"""``praxidesk report``: what somebody should look at."""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta

from praxidesk.commands.day_argument import day
from praxidesk.commands.json_lines import write_line
from praxidesk.commands.opening import clock, opened_desk
from praxidesk.commands.refusing import CommandRefused
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId
from praxidesk.exchange.json_answers import Json
from praxidesk.exchange.json_report import breach_line
from praxidesk.services.conflict_report import conflict_report
from praxidesk.services.desk import Desk
from praxidesk.services.load_report import Load, load_report

DAYS_AHEAD = {"conflicts": 366, "load": 6}
_WHAT = "conflicts: entries that break a rule where they stand; load: how much of each day everybody is taken"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report, its days, and whom it is about."""
    parser.add_argument("what", choices=("conflicts", "load"), help=_WHAT)
    parser.add_argument("--from", dest="first", metavar="D", type=day, help="first day; left out: today")
    parser.add_argument(
        "--to",
        dest="last",
        metavar="D",
        type=day,
        help="last day, included; left out: a year of conflicts, a week of load",
    )
    parser.add_argument(
        "--actor", metavar="CODE", help="only what concerns this practitioner, room or device"
    )
    parser.add_argument("--all", action="store_true", help="conflicts: what only warns, too")


def run(options: argparse.Namespace) -> int:
    """Print a JSON line for each entry that breaks a rule, or for each actor and day."""
    with opened_desk(options, reads_only=True) as desk:
        now = clock(options, desk.zone)()
        first = options.first or desk.zone.day_of(now)
        last = options.last or first + timedelta(days=DAYS_AHEAD[options.what])
        if last < first:
            raise CommandRefused(f"--to {last} is before --from {first}")
        actors = None
        if options.actor is not None:
            actor = desk.practice.actor_ids.get(options.actor)
            if actor is None:
                raise CommandRefused(f"--actor: the practice has no {options.actor!r}")
            actors = (actor, *desk.practice.members.get(actor, ()))
        for line in _lines(desk, options, first, last, now, actors):
            write_line(line)
    return 0


def _lines(  # noqa: PLR0917 - what the options come to
    desk: Desk,
    options: argparse.Namespace,
    first: date,
    last: date,
    now: int,
    actors: tuple[ActorId, ...] | None,
) -> Iterator[Json]:
    if options.what == "load":
        known = None if actors is None else [each for each in actors if each in desk.practice.actors]
        for load in load_report(desk, first, last, actors=known):
            yield _load_line(load, desk.practice)
        return
    for breach in conflict_report(desk, first, last, now, actors=actors, warnings=options.all):
        yield breach_line(breach.entry, breach.conflicts, desk.practice, desk.zone)


def _load_line(load: Load, practice: Practice) -> Json:
    """One actor on one day."""
    return {
        "day": load.day.isoformat(),
        "actor": practice.actors[load.actor].code,
        "entries": load.entries,
        "minutes": load.minutes,
        "open_minutes": load.open_minutes,
    }
