"""The words of the waiting room."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.engine.waiting_order import WaitingOrder
from praxidesk.engine.waiting_room import WaitingRoom, Waits
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.actor_names import family_name, short_name

translate = QCoreApplication.translate

_BETWEEN = " · "


def title() -> str:
    """``Wartezimmer``."""
    return translate("waiting", "Waiting room")


def summary(room: WaitingRoom) -> str:
    """``6 warten · 1 über der Zeit · Mittel 17 min``."""
    if not room.waiting:
        return nobody()
    parts = [
        translate("waiting", "{count} waiting").format(count=len(room.waiting)),
        translate("waiting", "{count} over time").format(count=room.over),
    ]
    if room.mean_minutes is not None:
        parts.append(translate("waiting", "mean {minutes} min").format(minutes=room.mean_minutes))
    return _BETWEEN.join(parts)


def short_summaries(room: WaitingRoom) -> Iterator[str]:
    """The same in less and less words, for a narrow panel."""
    whole = summary(room)
    parts = whole.split(_BETWEEN)
    for count in range(len(parts), 0, -1):
        yield _BETWEEN.join(parts[:count])


def nobody() -> str:
    """``Niemand wartet``."""
    return translate("waiting", "Nobody is waiting")


def nobody_hint(key: str) -> str:
    """Whom the list will show."""
    return translate("waiting", "Who has arrived ({key}) is listed here, with the minutes waited.").format(
        key=key
    )


def other_days() -> str:
    """Where the days loaded are far from today."""
    return translate("waiting", "The waiting room shows today")


def other_days_hint(key: str) -> str:
    """How to come there."""
    return translate("waiting", "{key} goes to today.").format(key=key)


def order_name(order: WaitingOrder) -> str:
    """``nach Termin``."""
    return {
        WaitingOrder.APPOINTMENT: translate("waiting", "by appointment"),
        WaitingOrder.ARRIVAL: translate("waiting", "by arrival"),
        WaitingOrder.WAIT: translate("waiting", "by waiting time"),
    }[order]


def order_label() -> str:
    """What the choice is of."""
    return translate("waiting", "Order of those who wait")


def in_treatment() -> str:
    """Over those who have been called in."""
    return translate("waiting", "In treatment")


def did_not_come() -> str:
    """Over those who did not appear."""
    return translate("waiting", "Did not come")


def minutes_unit() -> str:
    """Below a number of minutes."""
    return translate("waiting", "min")


def there_since(zone: Zone, since: int) -> str:
    """``da seit 09:18``."""
    return translate("waiting", "here since {time}").format(time=dates.clock(zone, since))


def since(zone: Zone, instant: int | None) -> str:
    """``seit 09:33``; empty where nobody knows."""
    if instant is None:
        return ""
    return translate("waiting", "since {time}").format(time=dates.clock(zone, instant))


def widest_time() -> str:
    """What stands at the end of a short line, at its widest."""
    return translate("waiting", "since {time}").format(time="00:00")


def remark(practice: Practice, zone: Zone, waits: Waits) -> str:
    """The one thing worth saying of a wait, the most pressing first; empty where there is none."""
    if waits.elsewhere is not None:
        where = one_line(words.short_service_name(practice, waits.elsewhere))
        return translate("waiting", "now: {where}").format(where=where)
    if waits.over_minutes:
        return translate("waiting", "{minutes} min over time").format(minutes=waits.over_minutes)
    if waits.first is not None:
        return translate("waiting", "first {what} {time}").format(
            what=one_line(words.short_service_name(practice, waits.first)),
            time=dates.clock(zone, waits.first.starts_at),
        )
    if waits.early_minutes:
        return translate("waiting", "came {minutes} min too early").format(minutes=waits.early_minutes)
    return ""


def wait_fact(waits: Waits) -> str:
    """``noch etwa 8 min``, behind how long somebody has waited."""
    if waits.over_minutes:
        return translate("waiting", "{minutes} min over time").format(minutes=waits.over_minutes)
    return translate("waiting", "about {minutes} min more").format(minutes=waits.left_minutes)


def whom(practice: Practice, entry: Entry) -> str:
    """``Dr. Brandt``: the first of those who see the patient, else where it is."""
    for kind in (ActorKind.PRACTITIONER, ActorKind.ROOM, ActorKind.DEVICE):
        for part in entry.allocations:
            known = practice.actors.get(part.actor)
            if known is not None and known.kind is kind:
                return one_line(short_name(known.name))
    return ""


def where(practice: Practice, entry: Entry) -> str:
    """``Sprechzimmer 1 · Weber``: the room, and who is there; ``Dr. Weber`` where no room is known."""
    found: dict[ActorKind, str] = {}
    for part in entry.allocations:
        known = practice.actors.get(part.actor)
        if known is not None and known.kind not in found:
            is_room = known.kind is ActorKind.ROOM
            found[known.kind] = one_line(known.name if is_room else family_name(known.name))
    if ActorKind.ROOM not in found:
        return whom(practice, entry)
    kinds = (ActorKind.ROOM, ActorKind.PRACTITIONER)
    return _BETWEEN.join(found[kind] for kind in kinds if kind in found)


def room_name(practice: Practice, entry: Entry) -> str:
    """``Büro 1``: the first room it takes; empty where it takes none."""
    rooms = (practice.actors.get(part.actor) for part in entry.allocations)
    return next(
        (one_line(each.name) for each in rooms if each is not None and each.kind is ActorKind.ROOM), ""
    )


def joined(*parts: str) -> str:
    """``Kontrolle · Dr. Weber``: those that are not empty."""
    return _BETWEEN.join(part for part in parts if part)
