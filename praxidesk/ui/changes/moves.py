"""An entry dragged, resized or put back: as the request that does it."""

from dataclasses import replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.occupancy import participants_of
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.progress import room_of
from praxidesk.engine.requests import MilestoneRequest, MoveRequest
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryKind, Milestone, Phase
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.draft import Draft, of_entry
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.participants import replaced


def move_request(practice: Practice, entry: Entry, wanted: MoveWanted) -> MoveRequest:
    """The change of time, length and people that a drag asks for; nothing else is touched.

    An operation that was made longer or shorter is so in its surgery.
    """
    request = MoveRequest(entry.id, entry.version)
    if wanted.span.start != entry.starts_at:
        request = replace(request, starts_at=wanted.span.start)
    minutes = (wanted.span.end - wanted.span.start) // MINUTE
    longer = minutes - (entry.ends_at - entry.starts_at) // MINUTE
    if longer and entry.phases is not None:
        request = replace(request, phases={Phase.SURGERY: max(1, entry.phases.surgery + longer)})
    elif longer:
        request = replace(request, minutes=minutes)
    if wanted.status is not None and wanted.status is not entry.status:
        request = replace(request, status=wanted.status)
    if entry.kind is EntryKind.OPERATION and room_of(entry) is None and wanted.to_actor is not None:
        # Who has a room now gets the rest of the team that is still missing.
        request = replace(request, fill=True)
    people = participants_of(entry)
    changed = replaced(practice, people, wanted.from_actor, wanted.to_actor)
    if wanted.rooms is not None:
        changed = replaced(practice, changed, *wanted.rooms)
    return replace(request, participants=changed) if changed != people else request


def move_to_slot(request: MoveRequest, slot: Slot) -> MoveRequest:
    """The same change at one of the alternatives offered."""
    return replace(
        request, starts_at=slot.starts_at, participants=slot.participants, override_reason=None, key=None
    )


def moved_draft(practice: Practice, zone: Zone, entry: Entry) -> Draft:
    """An entry to be put somewhere else: as it is, its time open, so that free ones are proposed."""
    return replace(of_entry(practice, zone, entry), minute=None)


def restoring(current: Entry, wanted: Entry, version: int) -> MoveRequest:
    """What makes ``current`` look like ``wanted`` again: only what differs, over the version known."""
    request = MoveRequest(current.id, version, override_reason=wanted.override_reason or None, restores=True)
    if current.starts_at != wanted.starts_at:
        request = replace(request, starts_at=wanted.starts_at)
    if current.type != wanted.type and wanted.type is not None:
        request = replace(request, type=wanted.type)
    if current.procedure != wanted.procedure and wanted.procedure is not None:
        request = replace(request, procedure=wanted.procedure)
    if wanted.phases is not None:
        if current.phases != wanted.phases:
            request = replace(request, phases=wanted.phases.by_phase())
    elif current.ends_at - current.starts_at != wanted.ends_at - wanted.starts_at:
        request = replace(request, minutes=(wanted.ends_at - wanted.starts_at) // MINUTE)
    if participants_of(current) != participants_of(wanted):
        request = replace(request, participants=participants_of(wanted))
    if current.status is not wanted.status:
        request = replace(request, status=wanted.status)
    if current.patient != wanted.patient:
        request = replace(request, patient=wanted.patient.id if wanted.patient else None)
    if current.note != wanted.note:
        request = replace(request, note=wanted.note)
    return replace(request, reason=wanted.reason) if current.reason != wanted.reason else request


def milestones_of(current: Entry, wanted: Entry, version: int) -> MilestoneRequest:
    """What gives ``current`` the milestones of ``wanted``, and its status with them."""
    ours, theirs = dict(current.milestones), dict(wanted.milestones)
    times = {each: theirs.get(each) for each in Milestone if ours.get(each) != theirs.get(each)}
    return MilestoneRequest(current.id, version, times, wanted.status)
