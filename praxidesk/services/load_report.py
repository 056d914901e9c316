"""How much of its open time everybody is taken, day by day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from praxidesk.engine.backdrop import Backdrop
from praxidesk.engine.hours import actor_background
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import FIRST_DAY, LAST_DAY
from praxidesk.models import queries
from praxidesk.services.agenda import DAYS_AT_ONCE
from praxidesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Load:
    """One practitioner, room or device on one day."""

    day: date
    actor: ActorId
    entries: int
    minutes: int
    """Taken by entries that occupy."""
    open_minutes: int
    """Inside the hours of the actor and the site, without breaks, absences and closures."""


def load_report(
    desk: Desk, first: date, last: date, *, actors: Sequence[ActorId] | None = None
) -> Iterator[Load]:
    """Every day of these, both included, on which somebody is open or taken; by day, then code.

    One statement for each four weeks, however many entries there are.

    :param actors: only these; left out, all that are active
    """
    desk.refresh()
    practice = desk.practice
    asked = actors if actors is not None else [id_ for id_, actor in practice.actors.items() if actor.active]
    in_order = sorted(asked, key=lambda id_: practice.actors[id_].code)
    day, last = max(first, FIRST_DAY), min(last, LAST_DAY)
    while day <= last:
        days = [day + timedelta(days=by) for by in range(min(DAYS_AT_ONCE, (last - day).days + 1))]
        spans = [desk.zone.day(each) for each in days]
        with desk.store.read() as connection:
            loads = {(each.day, each.actor): each for each in queries.day_loads(connection, asked, spans)}
        for place, each in enumerate(days):
            backdrop = Backdrop(practice, desk.zone, spans[place])
            for actor in in_order:
                found = loads.get((place, actor))
                own = actor_background(practice, desk.zone, actor, spans[place], backdrop.site)
                open_minutes = sum(span.end - span.start for span in own.open) // MINUTE
                if found is not None or open_minutes:
                    entries, seconds = (found.entries, found.seconds) if found is not None else (0, 0)
                    yield Load(each, actor, entries, seconds // MINUTE, open_minutes)
        day = days[-1] + timedelta(days=1)
