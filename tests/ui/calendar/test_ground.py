"""What lies behind a column: closed, break, absence, closure, and how full it is."""

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from praxidesk.engine.availability import Absence, Availability, WeeklyWindow
from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, Status
from praxidesk.ui.calendar.ground import ColumnGround, Ground, column_ground, load_percent, taken_minutes
from praxidesk.ui.calendar.time_axis import time_axis
from tests.ui.calendar.small_day import (
    KOC,
    MONDAY,
    ROOM,
    WEBER,
    ZONE,
    appointment,
    blockout,
    practice,
    span,
    windows,
)


def ground(actor: ActorId, of: Practice | None = None, day: date = MONDAY) -> ColumnGround:
    return column_ground(of or practice(), ZONE, time_axis(ZONE, [day]).days[0], actor)


def written(found: ColumnGround) -> list[tuple[str, str, str]]:
    """Stretches as ``(ground, 08:00-12:00, label)``."""
    return [
        (
            each.ground.value,
            "-".join(f"{at // 60:02}:{at % 60:02}" for at in (each.start, each.end)),
            each.label,
        )
        for each in found.stretches
    ]


def test_closed_time_between_two_stretches_at_noon_is_lunch() -> None:
    assert written(ground(WEBER)) == [
        ("closed", "00:00-08:00", ""),
        ("closed", "12:00-14:00", "Lunch"),
        ("closed", "18:00-24:00", ""),
    ]


def test_breaks_and_absences_have_names_and_times() -> None:
    found = ground(KOC)
    assert written(found) == [
        ("closed", "00:00-08:00", ""),
        ("break", "10:00-10:30", "Break"),
        ("absent", "13:00-24:00", ""),
    ]
    notice = found.notices[0]
    assert (notice.ground, notice.title, notice.detail) == (Ground.ABSENT, "Fortbildung", "from 13:00")
    assert found.open == (span("08:00-10:00"), span("10:30-13:00"))


def test_reserved_time_is_named_where_it_is_open() -> None:
    kept = Reservation(
        "B", "Block of Dr. Koç", ("WEB",), (WeeklyWindow(0, 11 * 60, 15 * 60),), holders=("KOC",)
    )
    both = replace(kept, code="C", name="Emergencies", windows=(WeeklyWindow(0, 14 * 60 + 30, 16 * 60),))
    found = ground(WEBER, replace(practice(), reservations=(kept, both)))
    assert written(found) == [
        ("closed", "00:00-08:00", ""),
        ("reserved", "11:00-12:00", "Block of Dr. Koç"),
        ("closed", "12:00-14:00", "Lunch"),
        ("reserved", "14:00-16:00", "Block of Dr. Koç, Emergencies"),
        ("closed", "18:00-24:00", ""),
    ]
    assert found.open == ground(WEBER).open


def test_a_room_without_hours_follows_the_site() -> None:
    assert written(ground(ROOM)) == [("closed", "00:00-07:00", ""), ("closed", "18:00-24:00", "")]


def test_on_a_day_off_the_notice_stands_where_work_would_begin() -> None:
    of = practice()
    away = Absence(datetime(2026, 11, 20), datetime(2026, 11, 28), "Urlaub")
    weber = replace(
        of.actors[WEBER], availability=Availability(hours=windows("08:00-12:00"), absences=(away,))
    )
    notice = ground(WEBER, replace(of, actors={**of.actors, WEBER: weber})).notices[0]
    assert (notice.start, notice.title, notice.detail) == (8 * 60, "Urlaub", "all day")


def test_a_holiday_shuts_everybody_and_is_named() -> None:
    found = ground(WEBER, replace(practice(), holidays={MONDAY: "Buß- und Bettag"}))
    assert written(found) == [("shut", "00:00-24:00", "")]
    assert [(each.ground, each.title) for each in found.notices] == [(Ground.SHUT, "Buß- und Bettag")]
    assert found.open == ()


def test_an_absence_within_a_holiday_does_not_paint_over_it() -> None:
    found = ground(KOC, replace(practice(), holidays={MONDAY: "Feiertag"}))
    assert [each.ground for each in found.stretches] == [Ground.SHUT]


def test_reasons_are_one_line_of_plain_text() -> None:
    of = practice()
    away = Absence(datetime(2026, 11, 23), datetime(2026, 11, 24), "<b>a</b>\n\n b\x00")
    weber = replace(of.actors[WEBER], availability=Availability(absences=(away,)))
    assert ground(WEBER, replace(of, actors={**of.actors, WEBER: weber})).notices[0].title == "<b>a</b> b"


def test_stretches_and_open_time_share_nothing_and_leave_nothing_out() -> None:
    day = time_axis(ZONE, [MONDAY]).days[0]
    for actor in (WEBER, KOC, ROOM):
        found = ground(actor)
        pieces = sorted(
            [Span(day.instant(each.start), day.instant(each.end)) for each in found.stretches] + [*found.open]
        )
        assert pieces[0].start == day.span.start
        assert pieces[-1].end == day.span.end
        assert all(left.end == right.start for left, right in pairwise(pieces))


def test_load_counts_occupied_open_time_once() -> None:
    entries = (
        appointment(1, "08:00-08:30"),
        appointment(2, "08:15-08:45"),
        appointment(3, "11:30-12:30"),
        appointment(4, "09:00-10:00", status=Status.CANCELLED),
        appointment(5, "09:00-10:00", status=Status.PENDING),
        appointment(6, "09:00-10:00", KOC),
        blockout(7, "15:00-16:00", WEBER, "Besprechung"),
    )
    found = ground(WEBER)
    assert taken_minutes(found, WEBER, entries) == 45 + 30 + 60
    assert load_percent(found.open_minutes, taken_minutes(found, WEBER, entries)) == round(100 * 135 / 480)


def test_there_is_no_load_where_nothing_is_open() -> None:
    assert load_percent(0, 0) is None
