"""Why there is nothing earlier, as a receptionist would tell it."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Taken
from praxidesk.engine.explanation import explained
from praxidesk.engine.offerings import Limits, Need, Quota
from praxidesk.engine.outcomes import BlockedSpan, Blocker
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.slots import Search, find
from praxidesk.engine.spans import Span
from praxidesk.engine.trials import Trials
from praxidesk.engine.vocabulary import ActorId, EntryKind, Period, Role
from tests.engine.diary import (
    ANA,
    CHECKUP,
    FRIDAY,
    KNEE,
    KOC,
    LONG_AGO,
    MONDAY,
    PATIENT,
    PRACTICE,
    R1,
    R2,
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
        f"{ZONE.local(each.starts.start):%a %H:%M}-{ZONE.local(each.starts.end):%H:%M}"
        f" {each.role or 'practice'}: {', '.join(map(_told, each.blockers))}"
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


DAY = replace(WISH, between=(480, 1080), limit=1)
"""From eight on."""
OPERATION = SlotRequest(
    EntryKind.OPERATION, MONDAY, FRIDAY, procedure=KNEE, between=(480, 1080), explain=True
)  # fmt: skip
WEB_BUSY = taken("08:00-09:00", WEB, 4)
ON_LEAVE = with_hours(WEB, absences=(away("2026-11-23T08:00", "2026-11-24T09:00"),))


def limited(limits: Limits) -> Practice:
    """Visits are limited."""
    return replace(PRACTICE, types={**PRACTICE.types, VISIT: replace(PRACTICE.types[VISIT], limits=limits)})


@pytest.mark.parametrize(
    ("request_", "rows", "expected"),
    [
        pytest.param(DAY, [WEB_BUSY], ["08:00-09:00 practitioner: WEB practitioner_busy by 4 to Mon 09:00"],
                     id="an-entry"),
        pytest.param(DAY, [WEB_BUSY, taken("09:00-09:45", WEB, 5)], [
            "08:00-09:00 practitioner: WEB practitioner_busy by 4 to Mon 09:00",
            "09:00-09:45 practitioner: WEB practitioner_busy by 5 to Mon 09:45",
        ], id="one-entry-after-the-other"),
        pytest.param(DAY, [taken("08:00-09:00", WEB, 4, type=None)],
                     ["08:00-09:00 practitioner: WEB blockout by 4 to Mon 09:00"], id="a-blockout"),
        pytest.param(replace(DAY, needs=(ANYBODY,)), [WEB_BUSY, taken("07:30-08:30", KOC, 5)], [
            "08:00-08:30 practitioner: WEB practitioner_busy by 4 to Mon 09:00,"
            " KOC practitioner_busy by 5 to Mon 08:30",
        ], id="as-long-as-neither-is-free"),
        pytest.param(replace(DAY, needs=(WEBER, CONSULTING)), [
            taken("08:00-08:30", WEB, 4), taken("08:00-09:00", R1, 5), taken("08:15-09:00", R2, 6),
        ], [
            "08:00-08:30 practitioner: WEB practitioner_busy by 4 to Mon 08:30",
            "08:00-09:00 room: R1 room_busy by 5 to Mon 09:00, R2 room_busy by 6 to Mon 09:00",
        ], id="each-need-by-itself"),
        pytest.param(replace(DAY, type=CHECKUP), [taken("08:00-09:00", WEB, 4, type=CHECKUP)], [
            "08:00-09:00 practitioner: WEB practitioner_busy by 4 to Mon 09:00",
            "09:00-09:05 practitioner: WEB gap_too_short by 4 to Mon 09:05",
        ], id="and-the-gap-behind-it"),
        pytest.param(OPERATION, [taken("08:00-12:00", ANA, 4)],
                     ["08:00-12:00 anaesthetist: ANA practitioner_busy by 4 to Mon 12:00"],
                     id="one-of-a-team"),
    ],
)  # fmt: skip
def test_who_is_in_the_way_and_until_when(
    request_: SlotRequest, rows: list[Taken], expected: list[str]
) -> None:
    assert explain(request_, *rows) == [f"Mon {each}" for each in expected]


def test_of_several_things_in_the_way_that_which_lasts_longest() -> None:
    assert explain(DAY, WEB_BUSY, practice=ON_LEAVE) == [
        "Mon 08:00-09:00 practitioner: WEB absent to Tue 09:00"
    ]


def test_the_patient_is_elsewhere() -> None:
    elsewhere = taken("08:00-10:00", PATIENT, 4)
    assert explain(DAY, elsewhere, patient=PATIENT) == [
        "Mon 08:00-10:00 patient: patient patient_busy by 4 to Mon 10:00"
    ]


def test_what_holds_for_the_whole_practice() -> None:
    holiday = replace(PRACTICE, holidays={MONDAY: "Feiertag"})
    assert explain(DAY, practice=holiday) == ["Mon 08:00-17:35 practice: practice_closed to Tue 07:00"]
    assert explain(DAY, practice=limited(Limits(notice=120)), now=at("07:00")) == [
        "Mon 08:00-09:00 practice: notice_too_short to Mon 09:00"
    ]


def test_a_full_quota_lasts_to_the_end_of_its_period() -> None:
    practice = limited(Limits(quotas=(Quota(Period.HALF_DAY, 1),)))
    assert explain(DAY, taken("08:00-08:10", WEB, 4), practice=practice) == [
        "Mon 08:00-11:35 practitioner: WEB quota_full to Mon 12:00",
        "Mon 11:35-14:00 practitioner: WEB outside_hours to Mon 14:00",
    ]


def test_who_has_left_is_named_without_an_end() -> None:
    gone = with_actor(WEB, active=False)
    assert explain(replace(DAY, last_day=MONDAY), practice=gone) == [
        "Mon 08:00-17:35 practitioner: WEB inactive"
    ]
