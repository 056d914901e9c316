"""What hours, breaks, absences and closures say against an entry."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.availability import DayException
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.vocabulary import (
    EntryKind,
    Role,
)
from tests.engine.diary import (
    AUTUMN,
    KNEE,
    KOC,
    MONDAY,
    OP1,
    PRACTICE,
    R1,
    SATURDAY,
    SPRING,
    TEAM,
    WEB,
    at,
    away,
    found,
    planned,
    visit,
    weekly,
    who,
    with_hours,
)


def ward(clocks: str = "00:00-24:00") -> Practice:
    """The site open all week at these hours, and nobody with hours of their own."""
    practice = with_hours(None, hours=weekly("mon tue wed thu fri sat sun", clocks))
    for actor in (WEB, KOC):
        practice = with_hours(actor, practice, hours=())
    return practice


@pytest.mark.parametrize(
    ("practice", "wanted", "expected"),
    [
        pytest.param(PRACTICE, "11:45-12:15", ["outside_hours WEB 12:00-12:15"], id="a-quarter-after-hours"),
        pytest.param(PRACTICE, "11:30-14:30", ["outside_hours WEB 12:00-14:00"], id="across-the-lunch-gap"),
        pytest.param(
            PRACTICE,
            "17:30-18:30",
            ["practice_closed 18:00-18:30", "outside_hours WEB 18:00-18:30"],
            id="after-the-site-has-closed",
        ),
        pytest.param(
            with_hours(WEB, breaks=weekly("mon", "11:45-12:30")),
            "11:30-13:00",
            ["on_break WEB 11:45-12:30", "outside_hours WEB 12:30-13:00"],
            id="a-break-is-not-also-outside",
        ),
        pytest.param(
            with_hours(WEB, absences=(away("2026-11-23T11:30", "2026-11-23T13:00", "Zahnarzt"),)),
            "11:00-13:30",
            ["absent WEB 11:30-13:00", "outside_hours WEB 13:00-13:30"],
            id="nor-is-an-absence",
        ),
        pytest.param(
            with_hours(
                WEB,
                breaks=weekly("mon", "09:00-09:30"),
                absences=(away("2026-11-23T09:15", "2026-11-23T10:00"),),
            ),
            "08:30-10:30",
            ["on_break WEB 09:00-09:30", "absent WEB 09:15-10:00"],
            id="a-break-may-be-an-absence-too",
        ),
        pytest.param(
            with_hours(None, breaks=weekly("mon", "11:00-11:30")),
            "10:45-11:45",
            ["practice_closed 11:00-11:30"],
            id="the-site's-break-is-closed",
        ),
        pytest.param(
            with_hours(None, absences=(away("2026-11-23T09:00", "2026-11-23T13:00", "Umbau"),)),
            "11:30-13:30",
            ["practice_closed 11:30-13:00", "outside_hours WEB 13:00-13:30"],
            id="a-closure-stands-alone",
        ),
        pytest.param(
            with_hours(
                WEB,
                with_hours(None, absences=(away("2026-11-23T09:00", "2026-11-23T10:00"),)),
                breaks=weekly("mon", "09:30-10:10"),
                absences=(away("2026-11-23T08:50", "2026-11-23T09:20"),),
            ),
            "08:30-10:30",
            ["absent WEB 08:50-09:00", "practice_closed 09:00-10:00", "on_break WEB 10:00-10:10"],
            id="with-neither-break-nor-absence-in-it",
        ),
        pytest.param(
            with_hours(None, exceptions=(DayException(MONDAY),)),
            "11:30-12:30",
            ["practice_closed 11:30-12:30", "outside_hours WEB 12:00-12:30"],
            id="closed-by-exception",
        ),
        pytest.param(
            with_hours(WEB, hours=()),
            "17:30-18:30",
            ["no_hours WEB 17:30-18:30", "practice_closed 18:00-18:30"],
            id="without-hours-bound-to-the-site",
        ),
        pytest.param(
            with_hours(None, hours=()),
            "11:30-12:00",
            ["no_hours 11:30-12:00"],
            id="a-site-without-hours",
        ),
        pytest.param(
            with_hours(None, with_hours(WEB, hours=()), absences=(away("2026-11-23", "2026-11-24"),)),
            "11:30-12:00",
            ["practice_closed 11:30-12:00"],
            id="a-closure-even-without-hours",
        ),
    ],
)
def test_hours_are_kept(practice: Practice, wanted: str, expected: list[str]) -> None:
    assert found(planned(visit(wanted, WEB), practice), practice=practice) == expected


def test_a_room_that_follows_the_site_says_nothing_itself() -> None:
    assert found(planned(visit("17:30-18:30", R1))) == ["practice_closed 18:00-18:30"]
    assert found(planned(visit("15:30-16:30", OP1))) == ["outside_hours OP1 16:00-16:30"]
    assert found(planned(visit("09:00-09:30", R1, day=SATURDAY))) == ["practice_closed 09:00-09:30"]


def test_hours_are_asked_for_the_part() -> None:
    """The room is set up from 7:40; the surgeon, who begins at 8, is needed at 8."""
    early = BookRequest(EntryKind.OPERATION, at("07:40"), TEAM, procedure=KNEE)
    assert found(planned(early)) == []
    earlier = replace(early, starts_at=at("07:30"))
    assert found(planned(earlier)) == ["outside_hours WEB 07:50-08:00"]


def test_all_of_an_entry_lies_in_the_hours_of_the_site() -> None:
    nobody_late = replace(visit("17:30-18:30"), participants=(Participant(R1, Role.ROOM, 0, 10),))
    assert found(planned(nobody_late)) == ["practice_closed 18:00-18:30"]


@pytest.mark.parametrize(
    ("day", "start", "minutes", "expected"),
    [
        pytest.param(SPRING, "01:00", 180, ["practice_closed 04:00-05:00"], id="spring-an-hour-is-missing"),
        pytest.param(AUTUMN, "01:00", 180, [], id="autumn-the-doubled-hour-is-open"),
        pytest.param(AUTUMN, "01:00", 300, ["practice_closed 04:00-05:00"], id="autumn-until-four"),
        pytest.param(AUTUMN, "00:30", 60, ["practice_closed 00:30-01:00"], id="autumn-before-one"),
    ],
)
def test_hours_on_change_over_nights(day: date, start: str, minutes: int, expected: list[str]) -> None:
    practice = ward("01:00-04:00")
    request = BookRequest(EntryKind.BLOCKOUT, at(start, day), who(R1), minutes=minutes)
    assert found(planned(request, practice), practice=practice) == expected


def test_a_night_shift_runs_across_midnight() -> None:
    practice = ward("00:00-24:00")
    night = BookRequest(EntryKind.BLOCKOUT, at("22:00"), who(R1), minutes=600)
    assert found(planned(night, practice), practice=practice) == []
