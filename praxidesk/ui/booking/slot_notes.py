"""What speaks for a proposal, seen from its day: no gap before, none after, how long it is quiet."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.hours import background
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, Role
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates, words
from praxidesk.worker.messages import WeekBatch

translate = QCoreApplication.translate

_NEAR = 4 * MINUTE
"""A gap too short for anything is none."""
_LEADING = (Role.SURGEON, Role.PRACTITIONER)


def slot_note(practice: Practice, zone: Zone, week: Callable[[date], WeekBatch | None], slot: Slot) -> str:
    """A few words; empty where the week is not loaded, or nothing is to be said."""
    day = zone.day_of(slot.starts_at)
    batch = week(day - timedelta(days=day.weekday()))
    leading = next((each.actor for role in _LEADING for each in slot.participants if each.role is role), None)
    if batch is None or leading is None or leading not in practice.actors:
        return ""
    whole = zone.day(day)
    behind = background(practice, zone, leading, whole)
    window = next((each for each in behind.open if each.start <= slot.starts_at < each.end), None)
    if window is None or window.end < slot.ends_at:
        return ""
    before, after = _neighbours(batch.entries, leading, window, slot)
    start = max(window.start, before.ends_at if before is not None else window.start)
    end = min(window.end, after.starts_at if after is not None else window.end)
    room_before = _room(practice, before, slot.starts_at - start, is_before=True)
    room_after = _room(practice, after, end - slot.ends_at, is_before=False)
    if room_before <= _NEAR and room_after <= _NEAR and (before is not None or after is not None):
        return translate("slot note", "fills the gap exactly")
    if before is not None and room_before <= _NEAR:
        return translate("slot note", "right after {name}").format(name=_name(practice, before))
    if after is not None and room_after <= _NEAR:
        return translate("slot note", "right before {name}").format(name=_name(practice, after))
    if room_before <= _NEAR:
        return translate("slot note", "first of these hours")
    return translate("slot note", "then free until {time}").format(time=dates.clock(zone, end))


def _neighbours(
    entries: tuple[Entry, ...], actor: ActorId, window: Span, slot: Slot
) -> tuple[Entry | None, Entry | None]:
    """Those right before and after, within the same hours."""
    taken = [
        each
        for each in entries
        if each.status.occupies
        and each.span.overlaps(window)
        and any(allocation.actor == actor for allocation in each.allocations)
    ]
    before = [each for each in taken if each.ends_at <= slot.starts_at]
    after = [each for each in taken if each.starts_at >= slot.ends_at]
    return (
        max(before, key=lambda each: each.ends_at, default=None),
        min(after, key=lambda each: each.starts_at, default=None),
    )


def _room(practice: Practice, entry: Entry | None, gap: int, *, is_before: bool) -> int:
    """The free time of a gap beyond the buffer that the neighbour asks for."""
    service = practice.service(entry.type, entry.procedure) if entry is not None else None
    if service is None:
        return gap
    return gap - MINUTE * (service.buffer_after if is_before else service.buffer_before)


def _name(practice: Practice, entry: Entry) -> str:
    return entry.patient.family if entry.patient is not None else words.entry_name(practice, entry)
