"""What was done, in one line: the text of a toast."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryKind, Milestone, Role, Severity, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates, theatre_words, words
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate


_COMES = frozenset({Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED, Status.NOSHOW})
"""What is said of a patient on the day."""
_DAYS_NAMED = 3


def done_text(practice: Practice, zone: Zone, done: Done, now: int | None = None) -> str:
    """``Verschoben: Reich, Detlef auf Mi 25. Nov. 10:35, Dr. Koç``, and what speaks against it.

    :param now: instant; a status set on another day than this one's names the day
    """
    if done.before is not None and done.before.milestones != done.entry.milestones:
        return _recorded(practice, zone, done.before, done.entry)
    sentences = [_pattern(done).format(**_places(practice, zone, done.entry))]
    # What the practice forbids was overridden knowingly: nobody needs to hear it twice.
    new = [each for each in done.warnings if practice.severity(each.kind) is not Severity.BLOCKING]
    warnings = ConflictWording(practice, zone).warnings(new)
    if done.change in (Change.BOOKED, Change.MOVED):
        sentences += warnings[:2]
    if done.change is Change.STATUS_CHANGED and now is not None:
        sentences.append(other_days(zone, (done.entry,), now))
    return " · ".join(filter(None, sentences))


def other_days(zone: Zone, entries: Sequence[Entry], now: int) -> str:
    """On which day entries are whose status was set; nothing where that is today.

    Whoever looks at another page than today's easily takes it for today's.
    """
    today, days = zone.day_of(now), sorted({zone.day_of(each.starts_at) for each in entries})
    if not days or days == [today]:
        return ""
    named = ", ".join(dates.short_day(each) for each in days[:_DAYS_NAMED])
    if len(days) > _DAYS_NAMED:
        named = f"{named} {counted.and_more(len(days) - _DAYS_NAMED)}"
    if days[0] > today and all(each.status in _COMES for each in entries):
        only = (
            translate("done", "the appointment is on {day} only")
            if len(entries) == 1
            else translate("done", "the appointments are on {day} only")
        )
        return only.format(day=named)
    return translate("done", "on {day}", "appointments of that day").format(day=named)


def undone_text(practice: Practice, done: Done) -> str:
    """What was taken back."""
    name = words.entry_name(practice, done.entry)
    return translate("done", "Taken back: {name}").format(name=name)


def redone_text(practice: Practice, done: Done) -> str:
    """What was done again."""
    name = words.entry_name(practice, done.entry)
    return translate("done", "Done again: {name}").format(name=name)


def _pattern(done: Done) -> str:
    match done.change:
        case Change.BOOKED if done.entry.status is Status.WAITLIST:
            return translate("done", "On the waiting list: {name}")
        case Change.BOOKED if done.entry.kind is EntryKind.BLOCKOUT:
            return translate("done", "Blocked: {name}, {when}, {who}")
        case Change.BOOKED:
            return translate("done", "Booked: {name}, {when}, {who}")
        case Change.MOVED if done.before is not None and _is_placed(done.before, done.entry):
            return translate("done", "Booked: {name}, {when}, {who}")
        case Change.MOVED if done.before is not None and _is_resized(done.before, done.entry):
            return translate("done", "Changed: {name}, {when} to {end}")
        case Change.MOVED if done.before is not None and is_moved(done.before, done.entry):
            return translate("done", "Moved: {name} to {when}, {who}")
        case Change.MOVED:
            return translate("done", "Changed: {name}, {when}")
        case Change.CANCELLED if done.entry.kind is EntryKind.BLOCKOUT:
            return translate("done", "Removed: {name}, {when}")
        case Change.CANCELLED:
            return translate("done", "Cancelled: {name}, {when}")
        case Change.STATUS_CHANGED:
            return translate("done", "{status}: {name}")


def _is_resized(before: Entry, after: Entry) -> bool:
    """Whether it is only longer or shorter, with whom it was."""
    is_there = before.starts_at == after.starts_at and _first(before) == _first(after)
    return is_there and before.ends_at != after.ends_at


def _is_placed(before: Entry, after: Entry) -> bool:
    return before.status.is_tentative and after.status is Status.BOOKED


def _recorded(practice: Practice, zone: Zone, before: Entry, after: Entry) -> str:
    """``Schnitt 10:04: Steiner, Rosa``."""
    was, now = dict(before.milestones), dict(after.milestones)
    changed = [(each, now.get(each)) for each in Milestone if was.get(each) != now.get(each)]
    what = theatre_words.recorded(zone, changed)
    return translate("done", "{what}: {name}").format(what=what, name=words.entry_name(practice, after))


def is_moved(before: Entry, after: Entry) -> bool:
    """Whether it stands at another time, or with somebody else."""
    return before.span != after.span or _first(before) != _first(after)


def _first(entry: Entry) -> int | None:
    """The actor an entry is known by: its first participant."""
    return next((each.actor for each in entry.allocations if each.role is not Role.PATIENT), None)


def _places(practice: Practice, zone: Zone, entry: Entry) -> dict[str, str]:
    first = next((each for each in entry.allocations if each.role is not Role.PATIENT), None)
    day = dates.short_day(zone.day_of(entry.starts_at))
    return {
        "name": words.entry_name(practice, entry),
        "when": f"{day} {dates.clock(zone, entry.starts_at)}",
        "end": dates.clock(zone, entry.ends_at),
        "who": words.short_actor_name(practice, first.actor) if first else practice.site.name,
        "status": words.status_name(entry.status),
    }
