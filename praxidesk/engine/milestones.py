"""The milestones of an operation: when its plan has them, and which times could not be."""

from collections.abc import Mapping
from itertools import pairwise

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Milestone, Phase

_ANAESTHESIA_READY = 0.6
"""Share of the set-up after which the anaesthesia is ready, where nobody planned it more exactly."""
_TIME_OUT_MINUTES = 3
"""Minutes before the incision."""


def planned_milestones(entry: Entry) -> Mapping[Milestone, int]:
    """When an operation has its milestones by its phases, in their order; none for what is no operation.

    The patient is in the room when the room is taken, the incision is where the set-up ends, the suture where
    the surgery does, and the room is ready after the cleaning. What lies within the set-up is estimated.
    """
    return {} if entry.phases is None else planned_phases(entry.starts_at, entry.phases)


def planned_phases(starts_at: int, phases: PhaseMinutes) -> Mapping[Milestone, int]:
    """The same of any start and phases."""
    ends = {phase: starts_at + phases.of(phase)[1] * MINUTE for phase in Phase}
    ready = starts_at + round(phases.setup * _ANAESTHESIA_READY) * MINUTE
    incision = ends[Phase.SETUP]
    return {
        Milestone.PATIENT_IN_ROOM: starts_at,
        Milestone.ANAESTHESIA_READY: ready,
        Milestone.TIME_OUT: max(ready, incision - _TIME_OUT_MINUTES * MINUTE),
        Milestone.INCISION: incision,
        Milestone.SUTURE: ends[Phase.SURGERY],
        Milestone.PATIENT_OUT: ends[Phase.CLOSING],
        Milestone.ROOM_READY: ends[Phase.CLEANING],
    }


def next_milestone(entry: Entry) -> Milestone | None:
    """The one after the last that was reached; ``None`` after the last, and for what is no operation."""
    if entry.phases is None:
        return None
    every = list(Milestone)
    reached = [every.index(each.milestone) for each in entry.milestones]
    place = max(reached, default=-1) + 1
    return every[place] if place < len(every) else None


def running_backwards(times: Mapping[Milestone, int]) -> tuple[tuple[Milestone, Milestone], ...]:
    """Pairs of milestones of which the later one has the earlier time; one of the same minute may follow."""
    ordered = [each for each in Milestone if each in times]
    return tuple((before, after) for before, after in pairwise(ordered) if times[after] < times[before])
