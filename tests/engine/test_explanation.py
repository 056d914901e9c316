"""Why there is nothing earlier, as a receptionist would tell it."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Taken
from praxidesk.engine.explanation import explained
from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import BlockedSpan, Blocker
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.slots import Search, find
from praxidesk.engine.spans import Span
from praxidesk.engine.trials import Trials
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role
from tests.engine.diary import (
    ANA,
    ARM,
    CHECKUP,
    FRIDAY,
    KNEE,
    KOC,
    LONG_AGO,
    MONDAY,
    OP1,
    PATIENT,
    PRACTICE,
    R1,
    R2,
    TUESDAY,
    VISIT,
    WEB,
    ZONE,
    at,
    away,
    taken,
    with_actor,
    with_hours,
)

CODES = {actor_id: actor.code for actor_id, actor in PRACTICE.actors.items()} | {PATIENT: "patient"}
WEBER = SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB",)))
ANYBODY = SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB", "KOC")))
CONSULTING = SlotNeed(Need(Role.ROOM, category="consulting"))
WISH = SlotRequest(EntryKind.APPOINTMENT, MONDAY, FRIDAY, type=VISIT, needs=(WEBER,), explain=True)


def explain(
    request: SlotRequest, *rows: Taken, practice: Practice = PRACTICE, patient: ActorId | None = None,
    now: int = LONG_AGO,
) -> list[str]:  # fmt: skip
    """What fails before the first slot."""
    span = Span(ZONE.day(request.first_day).start, ZONE.day(request.last_day).end)
    slots = find(practice, ZONE, request, patient, rows, now, span)
    before = Span(span.start, slots[0].starts_at) if slots else span
    search = Search.of(practice, ZONE, request, patient, now)
    outlook = search.outlook(rows, before)
    return told(explained(search, outlook, Trials(search, rows, before), before).spans)


def told(spans: tuple[BlockedSpan, ...]) -> list[str]:
    """``"Mon 08:00-08:35 practitioner: WEB busy by 4 to 09:00"``."""
    return [
        f"{ZONE.local(each.starts.start):%a %H:%M}-{ZONE.local(each.starts.end):%H:%M} {each.role or 'practice'}: "
        + ", ".join(map(_told, each.blockers))
        for each in spans
    ]


def _told(blocker: Blocker) -> str:
    words = [CODES[blocker.actor]] if blocker.actor is not None else []
    words.append(blocker.kind)
    if blocker.entry is not None:
        words.append(f"by {blocker.entry}")
    if blocker.until is not None:
        words.append(f"to {ZONE.local(blocker.until):%a %H:%M}")
    return " ".join(words)


def test_the_time_before_hours_is_explained_by_them() -> None:
    assert explain(WISH) == ["Mon 07:00-08:00 practitioner: WEB outside_hours to Mon 08:00"]
