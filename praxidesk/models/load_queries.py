"""How much of each day everybody is taken: counts in one statement, whatever the number of entries."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, text

from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.schema import LONGEST_SECONDS


class DayLoad(NamedTuple):
    """One actor on one day."""

    day: int
    """The place of the day among those asked for."""
    actor: ActorId
    entries: int
    """That take the actor at some time of the day."""
    seconds: int
    """Of the day, in which the actor is taken; doubly taken time counts twice."""


def day_loads(connection: Connection, actors: Iterable[ActorId], days: Sequence[Span]) -> list[DayLoad]:
    """What occupies these actors, by day and actor; who has nothing on a day is left out.

    :param days: disjoint, none longer than 25 hours
    """
    if not days:
        return []
    is_server = connection.dialect.name == "postgresql"
    ids, starts, ends = list(actors), [day.start for day in days], [day.end for day in days]
    asked = {"actors": ids, "starts": starts, "ends": ends}
    if is_server:
        rows = fetch_all(connection, _ON_POSTGRESQL, asked)
    else:
        bounds = {"actors": json.dumps(ids), "days": json.dumps([tuple(day) for day in days])}
        rows = fetch_all(connection, _ON_SQLITE, bounds)
    return [DayLoad(day, ActorId(actor), entries, int(seconds)) for day, actor, entries, seconds in rows]


_SUMS = """
    count(DISTINCT allocation.entry_id),
    sum({least}(allocation.ends_at, day.ends_at) - {greatest}(allocation.starts_at, day.starts_at))
"""
_ON_SQLITE = text(
    f"""
    WITH day AS (
        SELECT key AS place, json_extract(value, '$[0]') AS starts_at, json_extract(value, '$[1]') AS ends_at
        FROM json_each(:days)
    ), wanted AS (SELECT value AS id FROM json_each(:actors))
    SELECT day.place, allocation.actor_id, {_SUMS.format(least="min", greatest="max")}
    FROM day CROSS JOIN wanted CROSS JOIN allocation
    WHERE allocation.actor_id = wanted.id
        AND allocation.starts_at > day.starts_at - {LONGEST_SECONDS}
        AND allocation.starts_at < day.ends_at AND allocation.ends_at > day.starts_at
        AND allocation.occupancy = 1
    GROUP BY day.place, allocation.actor_id ORDER BY day.place, allocation.actor_id
    """  # noqa: S608 - constants only
)
"""The joins are crossed so that SQLite keeps their order: for each day and actor one look into the index."""
_ON_POSTGRESQL = text(
    f"""
    SELECT day.place - 1, wanted.id, found.entries, found.seconds
    FROM unnest(CAST(:starts AS bigint[]), CAST(:ends AS bigint[]))
        WITH ORDINALITY AS day(starts_at, ends_at, place)
    CROSS JOIN unnest(CAST(:actors AS bigint[])) AS wanted(id)
    CROSS JOIN LATERAL (
        SELECT {_SUMS.format(least="least", greatest="greatest")}
        FROM allocation
        WHERE allocation.actor_id = wanted.id
            AND allocation.starts_at > day.starts_at - {LONGEST_SECONDS}
            AND allocation.starts_at < day.ends_at AND allocation.ends_at + 0 > day.starts_at
            AND allocation.occupancy + 0 = 1
    ) AS found(entries, seconds)
    WHERE found.entries > 0
    ORDER BY day.place, wanted.id
    """  # noqa: S608 - constants only
)
"""The same, whatever the planner makes of the lists; the sums keep it from jumping about in the index."""
