"""What can be done now, from what is loaded and selected."""

from collections.abc import Sequence

from praxidesk.engine.entries import Entry
from praxidesk.engine.milestones import next_milestone
from praxidesk.engine.practice import Practice
from praxidesk.engine.status_order import is_allowed
from praxidesk.engine.vocabulary import GONE, EntryKind, Status
from praxidesk.ui.actions.action_list import Needs

_BECOMES = {
    Needs.CAN_BE_DONE: Status.FULFILLED,
    Needs.CAN_BE_MISSED: Status.NOSHOW,
    Needs.CAN_WAIT: Status.WAITLIST,
}
_HERE = frozenset({Status.ARRIVED, Status.CHECKED_IN})


def needs_met(practice: Practice | None, entry: Entry | None) -> frozenset[Needs]:
    """Which needs of actions are met."""
    met = {Needs.NOTHING}
    if practice is None:
        return frozenset(met)
    met.add(Needs.PRACTICE)
    if entry is not None:
        met.add(Needs.ENTRY)
        if entry.patient is not None:
            met.add(Needs.SOMEBODY)
        if entry.status not in GONE:
            met.add(Needs.LIVE_ENTRY)
            if is_allowed(entry.status, Status.CANCELLED):
                met.add(Needs.CAN_BE_CANCELLED)
            if entry.kind is not EntryKind.BLOCKOUT:
                met |= {Needs.PATIENT, Needs.CAN_ARRIVE}
                met.update(need for need, status in _BECOMES.items() if is_allowed(entry.status, status))
                if entry.status in _HERE:
                    # One letter too many would send somebody home who is being treated.
                    met.discard(Needs.CAN_WAIT)
        if entry.status.occupies and entry.phases is not None:
            met.add(Needs.IS_OPERATION)
            if next_milestone(entry) is not None:
                met.add(Needs.HAS_MILESTONES)
        if entry.status is not Status.BOOKED:
            met.add(Needs.NOT_BOOKED)
        if entry.milestones and entry.status not in GONE:
            # The patient lies on the table: one letter would say that they wait outside, or never came.
            met -= {Needs.CAN_ARRIVE, Needs.CAN_BE_MISSED, Needs.CAN_WAIT, Needs.NOT_BOOKED}
    return frozenset(met)


def needs_met_by_all(practice: Practice | None, entries: Sequence[Entry]) -> frozenset[Needs]:
    """Which needs are met where all of these are selected: what can be done with each of them."""
    met = needs_met(practice, None if not entries else entries[0])
    for each in entries[1:]:
        met &= needs_met(practice, each)
    return met
