"""Free times as lines to choose from."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, Role
from praxidesk.engine.walltime import Zone
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.rank_words import slot_reason

_WEEK = timedelta(days=7)
_ORDER = (Role.SURGEON, Role.PRACTITIONER, Role.ROOM, Role.ANAESTHETIST, Role.ASSISTANT, Role.DEVICE)
"""With whom and where comes first: a long line is cut at its end."""


def slot_lines(
    practice: Practice,
    zone: Zone,
    slots: Iterable[Slot],
    keys: Sequence[str],
    *,
    people_at: int = 300,
    notes: Sequence[str] = (),
) -> list[Choice]:
    """Each slot with its day, time and people, and the key that takes it; ``notes``: what speaks for each."""
    lines, slots = [], tuple(slots)
    for index, slot in enumerate(slots):
        key = keys[index] if index < len(keys) else ""
        note = notes[index] if index < len(notes) else ""
        reason = slot_reason(practice, slot) or note
        span = Span(slot.starts_at, slot.ends_at)
        lines.append(
            Choice(
                (
                    Cell(dates.short_day(zone.day_of(slot.starts_at)), 60 if len(keys[0]) > 1 else 40),
                    Cell(dates.time_range(zone, span), people_at - 130, CellLook.STRONG),
                    Cell(slot_people(practice, slot, _distinguishing(slot, slots)), people_at),
                    *([Cell(reason, -1, CellLook.QUIET)] if reason else []),
                ),
                key,
            )
        )
    return lines


def _distinguishing(slot: Slot, slots: Sequence[Slot]) -> frozenset[ActorId]:
    """Who takes part in this slot and not in another of the same time: a line that is cut must show them."""
    same = [{part.actor for part in each.participants} for each in slots if each.starts_at == slot.starts_at]
    return frozenset(part.actor for part in slot.participants if not all(part.actor in each for each in same))


def slot_people(practice: Practice, slot: Slot, first: frozenset[ActorId] = frozenset()) -> str:
    """Everybody of a slot: with whom, where, then the others; before all, those of ``first``."""
    order = {role: place for place, role in enumerate(_ORDER)}
    ranked = sorted(
        slot.participants, key=lambda each: (each.actor not in first, order.get(each.role, len(order)))
    )
    return " · ".join(dict.fromkeys(words.short_actor_name(practice, each.actor) for each in ranked))


def slot_when(zone: Zone, slot: Slot, wished: date | None = None) -> str:
    """``Do 15:40``: as a button says it; with the date, where the wished day is a week or more away."""
    day = zone.day_of(slot.starts_at)
    is_far = wished is not None and abs(day - wished) >= _WEEK
    return (
        f"{dates.short_day(day) if is_far else dates.weekday_short(day)} {dates.clock(zone, slot.starts_at)}"
    )
