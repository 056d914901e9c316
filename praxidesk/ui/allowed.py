"""What can be done now, from what is loaded and selected."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import GONE, EntryKind, Status
from praxidesk.ui.action_list import Needs


def needs_met(practice: Practice | None, entry: Entry | None) -> frozenset[Needs]:
    """Which needs of actions are met."""
    met = {Needs.NOTHING}
    if practice is None:
        return frozenset(met)
    met.add(Needs.PRACTICE)
    if entry is not None:
        met.add(Needs.ENTRY)
        if entry.status not in GONE:
            met.add(Needs.LIVE_ENTRY)
            if entry.kind is not EntryKind.BLOCKOUT:
                met.add(Needs.PATIENT)
        if entry.status is not Status.BOOKED:
            met.add(Needs.NOT_BOOKED)
    return frozenset(met)
