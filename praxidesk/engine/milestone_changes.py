"""What recording a milestone makes of an operation, or why it cannot be. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from praxidesk.engine.entries import Entry, Reached
from praxidesk.engine.milestones import running_backwards
from praxidesk.engine.outcomes import FieldError, Invalid
from praxidesk.engine.requests import MilestoneRequest
from praxidesk.engine.spans import HOUR, MINUTE
from praxidesk.engine.vocabulary import EntryKind, Milestone, Status
from praxidesk.engine.walltime import Zone

_FARTHEST = 24 * HOUR
"""No operation is a day away from its plan: such a date is a mistake."""


def with_milestones(zone: Zone, present: Entry, request: MilestoneRequest, now: int) -> Entry | Invalid:
    """The operation's next version, with the times changed; every time that cannot be is named.

    The first of them checks the patient in; that the room is ready makes the operation fulfilled, and taking
    that back makes it checked-in again. Any other status stays.
    """
    errors = tuple(_errors(zone, present, request, now))
    if errors:
        return Invalid(errors)
    times = _times_after(present, request.times)
    return replace(
        present,
        version=present.version + 1,
        status=request.status or _status_after(present, request.times),
        milestones=tuple(Reached(each, times[each]) for each in Milestone if each in times),
    )


def _errors(zone: Zone, present: Entry, request: MilestoneRequest, now: int) -> Iterator[FieldError]:
    times = request.times
    if present.kind is not EntryKind.OPERATION:
        yield FieldError("id", f"entry {present.id} is no operation")
        return
    if not present.status.occupies:
        yield FieldError("id", f"entry {present.id} is {present.status}: nothing of it takes place")
        return
    if request.status is not None and not request.status.occupies:
        yield FieldError("status", f"with milestones no operation is {request.status}")
    if not times:
        yield FieldError("milestones", "names none")
    for each, at in times.items():
        if at is None:
            continue
        field = f"milestones.{each}"
        if at % MINUTE:
            yield FieldError(field, "must be a whole minute")
        elif at > now:
            yield FieldError(field, f"{_clock(zone, at)} is still to come")
        elif not present.starts_at - _FARTHEST <= at <= present.ends_at + _FARTHEST:
            yield FieldError(field, "is more than a day away from the operation")
    whole = _times_after(present, times)
    for before, after in running_backwards(whole):
        # What was asked for is named; of two of them the later one.
        if times.get(after) is not None:
            named, word, other = after, "before", before
        else:
            named, word, other = before, "after", after
        yield FieldError(
            f"milestones.{named}",
            f"{_clock(zone, whole[named])} is {word} {other} at {_clock(zone, whole[other])}",
        )


def _times_after(present: Entry, times: Mapping[Milestone, int | None]) -> dict[Milestone, int]:
    whole: dict[Milestone, int | None] = {**dict(present.milestones), **times}
    return {each: at for each, at in whole.items() if at is not None}


def _status_after(present: Entry, times: Mapping[Milestone, int | None]) -> Status:
    if times.get(Milestone.ROOM_READY) is not None:
        return Status.FULFILLED
    if Milestone.ROOM_READY in times and present.status is Status.FULFILLED:
        return Status.CHECKED_IN
    is_begun = any(at is not None for at in times.values())
    if is_begun and present.status in {Status.BOOKED, Status.ARRIVED}:
        return Status.CHECKED_IN
    return present.status


def _clock(zone: Zone, instant: int) -> str:
    return f"{zone.local(instant):%H:%M}"
