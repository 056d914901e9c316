"""Which of all free starts are worth offering to somebody on the phone."""

from collections.abc import Iterable

from praxidesk.engine.outcomes import Slot, SlotsFound
from praxidesk.engine.requests import SlotRequest
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Ranking
from praxidesk.ui.booking.draft_requests import PROPOSALS

APART_MINUTES = 30
"""Closer starts are the same offer."""


def offered(request: SlotRequest, found: SlotsFound) -> tuple[Slot, ...]:
    """What is offered of everything a search found; colleagues where those asked for have nothing."""
    if not found.slots:
        return found.substitutes
    choose = worth_offering if request.rank is Ranking.EARLIEST else best_apart
    return choose(found.slots, PROPOSALS)


def best_apart(slots: Iterable[Slot], count: int) -> tuple[Slot, ...]:
    """The best ranked, then each that starts clearly apart from those chosen; in the order of their ranks."""
    chosen: list[Slot] = []
    for slot in slots:
        if len(chosen) == count:
            break
        if all(abs(slot.starts_at - other.starts_at) >= APART_MINUTES * MINUTE for other in chosen):
            chosen.append(slot)
    return tuple(chosen)


def worth_offering(slots: Iterable[Slot], count: int) -> tuple[Slot, ...]:
    """The earliest, then each that lies clearly later; where there are too few, close ones after all.

    Of the close ones first those that share no time. ``slots`` are ordered by start; so is the result.
    """
    known = list(slots)
    chosen: list[Slot] = []
    for slot in known:
        if len(chosen) == count:
            break
        if not chosen or slot.starts_at - chosen[-1].starts_at >= APART_MINUTES * MINUTE:
            chosen.append(slot)
    for is_another in (_shares_no_time, _starts_elsewhere):
        for slot in known:
            if len(chosen) < count and all(is_another(slot, other) for other in chosen):
                chosen.append(slot)
    return tuple(sorted(chosen, key=lambda slot: slot.starts_at))


def _shares_no_time(slot: Slot, other: Slot) -> bool:
    return slot.starts_at >= other.ends_at or other.starts_at >= slot.ends_at


def _starts_elsewhere(slot: Slot, other: Slot) -> bool:
    return slot.starts_at != other.starts_at
