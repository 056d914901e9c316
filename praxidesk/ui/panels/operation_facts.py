"""The facts about an operation as pairs of name and value: where, and who from when on."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Phase, Role
from praxidesk.engine.walltime import Zone
from praxidesk.ui.panels.facts import Fact, absence_facts
from praxidesk.ui.wording import dates, words

translate = QCoreApplication.translate


def operation_facts(practice: Practice, zone: Zone, entry: Entry) -> tuple[Fact, ...]:
    """Rooms with their time, the team, devices, and why a rule was overridden, in this order."""
    found = [*_rooms(practice, zone, entry)]
    for role in Role:
        parts = {each.actor: each for each in entry.allocations if each.role is role}
        if parts and role not in {Role.ROOM, Role.PATIENT}:
            shared = {_from_when(zone, entry, each) for each in parts.values()}
            names = ", ".join(words.short_actor_name(practice, each) for each in parts)
            # Where they do not come together, the first one's time would mislead.
            since = shared.pop() if len(shared) == 1 and role is not Role.DEVICE else ""
            found.append(Fact(_role_title(role), f"{names} {since}".rstrip()))
    found += absence_facts(practice, zone, entry)
    if entry.override_reason:
        found.append(Fact(translate("operation", "Overridden"), entry.override_reason))
    if entry.reason:
        found.append(Fact(translate("operation", "Reason"), entry.reason))
    return tuple(found)


def day_of(zone: Zone, entry: Entry) -> str:
    """``Mo 23. Nov.``."""
    return dates.short_day(zone.day_of(entry.starts_at))


def _rooms(practice: Practice, zone: Zone, entry: Entry) -> Iterator[Fact]:
    rooms = [each for each in entry.allocations if each.role is Role.ROOM]
    title = translate("operation", "Room")
    for each in rooms:
        name = words.actor_name(practice, each.actor)
        yield Fact(title, f"{name}, {dates.time_range(zone, each.span)}")
    if not rooms:
        length = words.minutes_text((entry.ends_at - entry.starts_at) // MINUTE)
        yield Fact(title, translate("operation", "none yet · {length}").format(length=length))


def _role_title(role: Role) -> str:
    return {
        Role.ASSISTANT: translate("operation", "Assistance"),
        Role.ANAESTHETIST: translate("operation", "Anaesthesia"),
    }.get(role, words.role_name(role))


def _from_when(zone: Zone, entry: Entry, part: Allocation) -> str:
    """``ab Schnitt``; nothing for who is there from the start, but for the anaesthetist, who begins it."""
    if entry.phases is None:
        return ""
    starts = {entry.starts_at + entry.phases.of(each)[0] * MINUTE: each for each in reversed(Phase)}
    phase = starts.get(part.starts_at)
    if part.starts_at == entry.starts_at:
        is_first = part.role is Role.ANAESTHETIST and entry.phases.setup > 0
        return translate("operation", "from induction") if is_first else ""
    if phase is Phase.SURGERY:
        return translate("operation", "from incision")
    if phase is Phase.CLOSING:
        return translate("operation", "from suture")
    return translate("operation", "from {time}").format(time=dates.clock(zone, part.starts_at))
