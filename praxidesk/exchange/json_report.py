"""Entries that break a rule as JSON objects."""

from collections.abc import Sequence

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict, Refused
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.json_answers import Json, agenda_line, conflict_objects


def breach_line(entry: Entry, conflicts: Sequence[Conflict], practice: Practice, zone: Zone) -> Json:
    """What the agenda says of an entry, and all that speaks against its being where it is."""
    told = agenda_line(entry, practice, zone)
    del told["note"]
    against = Refused(tuple(conflicts), others=(entry,))
    return told | {"conflicts": conflict_objects(against, practice, zone, None, {})}
