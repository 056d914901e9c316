"""Hours of some weeks and seasons, breaks moved, local holidays, and time that is kept for others."""

import pytest

from tests.contract.conftest import Desk, Json
from tests.contract.requests import check_all, on, verdict, verdicts


def test_hours_of_every_other_week(rules: Desk) -> None:
    morning, afternoon = "outside_hours ODD 09:00-09:30", "outside_hours ODD 14:00-14:30"

    def at(day: str, clock: str) -> Json:
        return on(day, clock, "FREI", "ODD")

    check_all(
        rules,
        {
            "week 48 is even, in the morning": (at("11-23", "09:00"), "free"),
            "week 48 is even, in the afternoon": (at("11-23", "14:00"), afternoon),
            "week 49 is odd, in the morning": (at("11-30", "09:00"), morning),
            "week 49 is odd, in the afternoon": (at("11-30", "14:00"), "free"),
            "week 53 is odd": (at("12-28", "14:00"), "free"),
            "week 1 after it is odd too": (at("2027-01-04", "14:00"), "free"),
            "and has no mornings": (at("2027-01-04", "09:00"), morning),
            "week 2 is even": (at("2027-01-11", "09:00"), "free"),
            "no other day of an even week": (at("11-24", "09:00"), morning),
        },
    )


def test_hours_of_a_season(rules: Desk) -> None:
    morning, afternoon = "outside_hours SEA 09:00-09:30", "outside_hours SEA 14:00-14:30"

    def at(day: str, clock: str) -> Json:
        return on(day, clock, "FREI", "SEA")

    check_all(
        rules,
        {
            "the last tuesday of the first season": (at("11-24", "09:00"), "free"),
            "before the second one": (at("11-24", "14:00"), afternoon),
            "after the first one": (at("12-01", "09:00"), morning),
            "the first day of the second one": (at("12-01", "14:00"), "free"),
            "its last tuesday": (at("12-29", "14:00"), "free"),
            "out of season is not without hours": (at("2027-01-05", "14:00"), afternoon),
        },
    )


def test_a_break_is_moved_or_left_out_on_one_date(rules: Desk) -> None:
    answers = rules.ask(
        "check",
        on("11-23", "12:00", "FREI", "KOC"),
        on("11-24", "12:00", "FREI", "KOC"),
        on("11-24", "12:45", "FREI", "KOC"),
        on("11-25", "12:00", "FREI", "KOC"),
        on("11-27", "12:00", "FREI", "WEB"),
        on("11-27", "13:45", "FREI", "WEB"),
        on("12-04", "12:45", "FREI", "WEB"),
    )
    assert verdicts(answers) == [
        "on_break KOC 12:00-12:30",
        "free",
        "on_break KOC 13:00-13:15",
        "free",
        "free",
        "practice_closed 13:45-14:00",
        "practice_closed 12:45-13:00",
    ]


def test_local_holidays_close_once_or_every_year(rules: Desk) -> None:
    answers = rules.ask(
        "check",
        on("12-02", "09:00", "FREI", "WEB"),
        on("12-07", "09:00", "FREI", "WEB"),
        on("2027-12-02", "09:00", "FREI", "WEB"),
        on("2027-12-07", "09:00", "FREI", "WEB"),
    )
    closed = "practice_closed 09:00-09:30"
    assert verdicts(answers) == [closed, closed, "free", closed]


def test_block_time_lets_in_whom_it_is_kept_for(rules: Desk) -> None:
    def at(clock: str, *people: str) -> Json:
        return on("11-25", clock, "FREI", *people)

    check_all(
        rules,
        {
            "within the block": (at("09:00", "KOC", "OP1"), "reserved OP1 09:00-09:30"),
            "over its end": (at("14:45", "KOC", "OP1"), "reserved OP1 14:45-15:00"),
            "after it": (at("15:00", "KOC", "OP1"), "free"),
            "whom it is kept for": (at("09:00", "WEB", "OP1"), "free"),
            "together with whom it is kept for": (at("09:00", "KOC", "WEB", "OP1"), "free"),
            "elsewhere": (at("09:00", "KOC"), "free"),
        },
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-11-21T23:59", "reserved OP1 09:00-09:30", id="four-days-before"),
        pytest.param("2026-11-22T00:00", "free", id="three-days-before"),
        pytest.param("2026-11-25T08:59", "free", id="on-the-day"),
    ],
)
def test_block_time_is_released_some_days_before(rules: Desk, now: str, expected: str) -> None:
    [answer] = rules.ask("check", on("11-25", "09:00", "FREI", "KOC", "OP1"), now=now)
    assert verdict(answer) == expected


def test_block_time_that_is_used_stays_kept_until_nothing_uses_it(rules: Desk) -> None:
    released = "2026-11-24T08:00"
    [block] = rules.book(on("11-25", "07:00", "FREI", "WEB", "OP1", override={"reason": "früh"}))
    wanted = on("11-25", "13:00", "FREI", "KOC", "OP1")
    assert verdicts(rules.ask("check", wanted, now=released)) == ["reserved OP1 13:00-13:30"]
    rules.ask("cancel", {"id": block["id"], "version": 1})
    assert verdicts(rules.ask("check", wanted, now=released)) == ["free"]


def test_who_came_in_after_the_release_keeps_nothing_closed(rules: Desk) -> None:
    answers = rules.ask(
        "book",
        on("11-25", "09:00", "FREI", "KOC", "OP1"),
        on("11-25", "11:00", "FREI", "KOC", "OP1"),
        now="2026-11-24T08:00",
    )
    assert verdicts(answers) == ["booked", "booked"]


def test_time_is_kept_for_a_type_in_even_weeks_or_in_all(rules: Desk) -> None:
    answers = rules.ask(
        "check",
        on("11-26", "11:00", "FREI", "KOC"),
        on("11-26", "11:00", "PUF", "KOC"),
        on("12-03", "11:00", "PUF", "KOC"),
        on("12-03", "15:30", "PUF", "KOC"),
        {
            "kind": "blockout",
            "reason": "Sitzung",
            "start": "2026-12-03T15:30",
            "minutes": 60,
            "participants": [{"actor": "KOC", "role": "practitioner"}],
        },
    )
    assert verdicts(answers) == [
        "free",
        "reserved KOC 11:00-11:30",
        "free",
        "reserved KOC 15:30-16:00",
        "reserved KOC 15:30-16:00",
    ]


def test_slots_keep_out_of_what_is_kept_for_others(rules: Desk) -> None:
    request = {
        "type": "FREI", "from": "2026-11-25", "to": "2026-11-25", "limit": 1,
        "need": [{"role": "practitioner", "any": ["KOC"]}, {"role": "room", "any": ["OP1"]}],
    }  # fmt: skip
    before, after = (
        rules.ask("slots", request, now=now)[0]["slots"] for now in ("2026-11-20T12:00", "2026-11-22T00:00")
    )
    assert [slot["start"][11:16] for slot in before] == ["15:00"]
    assert [slot["start"][11:16] for slot in after] == ["08:00"]
