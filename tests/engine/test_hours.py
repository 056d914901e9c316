"""Opening hours as a practice would describe them."""

from datetime import date

import pytest

from praxidesk.engine.availability import DayException
from praxidesk.engine.hours import background
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId
from tests.engine.diary import (
    AUTUMN,
    KOC,
    MONDAY,
    PRACTICE,
    R1,
    SATURDAY,
    SPRING,
    TUESDAY,
    WEB,
    ZONE,
    away,
    minutes,
    wall,
    weekly,
    with_hours,
)

CHRISTMAS = date(2026, 12, 25)


def opened(day: date, clocks: str) -> DayException:
    start, end = clocks.split("-")
    return DayException(day, minutes(start), minutes(end))


def open_on(practice: Practice, actor: ActorId | None, day: date = MONDAY) -> str:
    return " ".join(map(wall, background(practice, ZONE, actor, ZONE.day(day)).open))


SITE_WITH_BREAK = with_hours(None, breaks=weekly("mon", "12:00-13:00"))
LUNCH_AT_WEBER = with_hours(WEB, breaks=weekly("mon", "10:00-10:15"))
WEBER_ON_LEAVE = with_hours(WEB, absences=(away("2026-11-23", "2026-11-24", "Urlaub"),))
DENTIST = with_hours(WEB, absences=(away("2026-11-23T11:00", "2026-11-23T15:00"),))
OPEN_SATURDAY = with_hours(None, exceptions=(opened(SATURDAY, "09:00-13:00"),))
SHUT_MONDAY = with_hours(None, exceptions=(DayException(MONDAY),))
TWO_WINDOWS = with_hours(WEB, exceptions=(opened(MONDAY, "09:00-10:00"), opened(MONDAY, "15:00-16:00")))
CLOSED_WEEK = with_hours(None, absences=(away("2026-11-23", "2026-11-28", "Betriebsferien"),))
NO_SITE_HOURS = with_hours(None, hours=())


@pytest.mark.parametrize(
    ("practice", "actor", "day", "expected"),
    [
        pytest.param(PRACTICE, None, MONDAY, "07:00-18:00", id="the-site"),
        pytest.param(PRACTICE, None, SATURDAY, "", id="no-weekend"),
        pytest.param(PRACTICE, WEB, MONDAY, "08:00-12:00 14:00-18:00", id="own-hours"),
        pytest.param(PRACTICE, R1, MONDAY, "07:00-18:00", id="a-room-follows-the-site"),
        pytest.param(PRACTICE, R1, SATURDAY, "", id="also-when-it-is-shut"),
        pytest.param(SITE_WITH_BREAK, None, MONDAY, "07:00-12:00 13:00-18:00", id="the-site's-break"),
        pytest.param(SITE_WITH_BREAK, KOC, MONDAY, "08:00-12:00 13:00-16:00", id="for-everybody"),
        pytest.param(SITE_WITH_BREAK, KOC, TUESDAY, "08:00-16:00", id="on-its-weekday"),
        pytest.param(
            LUNCH_AT_WEBER, WEB, MONDAY, "08:00-10:00 10:15-12:00 14:00-18:00", id="own-break"
        ),
        pytest.param(WEBER_ON_LEAVE, WEB, MONDAY, "", id="on-leave"),
        pytest.param(WEBER_ON_LEAVE, WEB, TUESDAY, "08:00-12:00 14:00-18:00", id="back-the-next-day"),
        pytest.param(DENTIST, WEB, MONDAY, "08:00-11:00 15:00-18:00", id="away-for-some-hours"),
        pytest.param(OPEN_SATURDAY, None, SATURDAY, "09:00-13:00", id="an-open-saturday"),
        pytest.param(OPEN_SATURDAY, R1, SATURDAY, "09:00-13:00", id="rooms-follow-it"),
        pytest.param(OPEN_SATURDAY, KOC, SATURDAY, "", id="own-hours-do-not"),
        pytest.param(SHUT_MONDAY, None, MONDAY, "", id="closed-by-exception"),
        pytest.param(SHUT_MONDAY, KOC, TUESDAY, "08:00-16:00", id="for-that-date-only"),
        pytest.param(TWO_WINDOWS, WEB, MONDAY, "09:00-10:00 15:00-16:00", id="windows-of-a-date-add-up"),
        pytest.param(PRACTICE, KOC, CHRISTMAS, "", id="a-holiday"),
        pytest.param(
            with_hours(None, exceptions=(opened(CHRISTMAS, "10:00-12:00"),)),
            R1, CHRISTMAS, "10:00-12:00", id="an-exception-opens-a-holiday",
        ),
        pytest.param(CLOSED_WEEK, None, MONDAY, "", id="a-closure"),
        pytest.param(
            with_hours(None, CLOSED_WEEK, exceptions=(opened(MONDAY, "09:00-10:00"),)),
            KOC, MONDAY, "09:00-10:00", id="an-exception-opens-a-closure",
        ),
        pytest.param(
            with_hours(WEB, WEBER_ON_LEAVE, exceptions=(opened(MONDAY, "09:00-10:00"),)),
            WEB, MONDAY, "", id="an-actor's-exception-lifts-no-absence",
        ),
        pytest.param(
            with_hours(KOC, exceptions=(opened(CHRISTMAS, "09:00-10:00"),)),
            KOC, CHRISTMAS, "", id="nor-a-holiday",
        ),
        pytest.param(
            with_hours(WEB, hours=weekly("mon", "08:00-10:00 10:00-12:00")),
            WEB, MONDAY, "08:00-12:00", id="windows-that-touch-join",
        ),
        pytest.param(NO_SITE_HOURS, None, MONDAY, "00:00-00:00", id="a-site-without-hours-is-open"),
        pytest.param(NO_SITE_HOURS, None, CHRISTMAS, "", id="but-for-holidays"),
        pytest.param(with_hours(KOC, hours=()), KOC, MONDAY, "07:00-18:00", id="without-hours-as-the-site"),
        pytest.param(
            with_hours(KOC, hours=(), exceptions=(opened(MONDAY, "09:00-10:00"),)),
            KOC, MONDAY, "09:00-10:00", id="but-on-a-date-that-is-stated",
        ),
    ],
)  # fmt: skip
def test_a_day_is_open(practice: Practice, actor: ActorId | None, day: date, expected: str) -> None:
    assert open_on(practice, actor, day) == expected


def test_hours_until_24_join_those_from_midnight() -> None:
    night = with_hours(None, hours=weekly("mon", "20:00-24:00") + weekly("tue", "00:00-06:00"))
    both = Span(ZONE.day(MONDAY).start, ZONE.day(TUESDAY).end)
    assert [wall(each) for each in background(night, ZONE, None, both).open] == ["20:00-06:00"]


@pytest.mark.parametrize(
    ("day", "clocks", "hours"),
    [
        pytest.param(SPRING, "00:00-24:00", 23, id="spring-all-day"),
        pytest.param(SPRING, "01:00-04:00", 2, id="spring-across-the-change"),
        pytest.param(SPRING, "02:00-03:00", 0, id="spring-the-hour-that-is-none"),
        pytest.param(SPRING, "02:30-04:00", 1, id="spring-from-inside-it"),
        pytest.param(AUTUMN, "00:00-24:00", 25, id="autumn-all-day"),
        pytest.param(AUTUMN, "01:00-04:00", 4, id="autumn-across-the-change"),
        pytest.param(AUTUMN, "02:00-03:00", 2, id="autumn-the-hour-that-is-two"),
        pytest.param(AUTUMN, "13:00-17:00", 4, id="autumn-in-the-afternoon"),
    ],
)
def test_hours_on_change_over_days(day: date, clocks: str, hours: int) -> None:
    practice = with_hours(None, hours=weekly("sun", clocks))
    found = background(practice, ZONE, None, ZONE.day(day)).open
    assert sum(end - start for start, end in found) == hours * 3600


def test_the_background_says_why() -> None:
    practice = with_hours(
        KOC,
        with_hours(None, CLOSED_WEEK, breaks=weekly("mon", "12:00-13:00")),
        breaks=weekly("mon", "10:00-10:30"),
        absences=(away("2026-11-20T12:00", "2026-11-23T09:00", "Kongress"),),
    )
    day = ZONE.day(MONDAY)
    of_site = background(practice, ZONE, None, day)
    of_koc = background(practice, ZONE, KOC, day)
    assert [wall(each) for each in of_site.breaks] == ["12:00-13:00"]
    assert of_site.closures == of_koc.closures == ((day, "Betriebsferien"),)
    assert [wall(each) for each in of_koc.breaks] == ["10:00-10:30"]
    assert [(wall(each), reason) for each, reason in of_koc.absences] == [("00:00-09:00", "Kongress")]
    assert background(PRACTICE, ZONE, R1, ZONE.day(CHRISTMAS)).closures == (
        (ZONE.day(CHRISTMAS), "1. Weihnachtstag"),
    )
