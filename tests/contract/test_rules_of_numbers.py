"""Gaps, ways, turnover, quotas, distances, how many at once, how early and how late."""

import pytest

from tests.contract.conftest import Desk, Json
from tests.contract.requests import check_all, on, verdict, verdicts, who


def test_a_home_visit_needs_time_for_the_way(rules: Desk) -> None:
    rules.book(on("11-23", "10:00", "HAUS", "KOC"))

    def at(clock: str) -> Json:
        return on("11-23", clock, "FREI", "KOC")

    check_all(
        rules,
        {
            "right after": (at("10:30"), "travel_too_short KOC 10:30-10:30"),
            "a minute short": (at("10:49"), "travel_too_short KOC 10:30-10:49"),
            "time for the way": (at("10:50"), "free"),
            "a minute short on the way there": (at("09:11"), "travel_too_short KOC 09:41-10:00"),
            "time for the way there": (at("09:10"), "free"),
        },
    )


def test_the_way_and_a_buffer_do_not_add_up(rules: Desk) -> None:
    rules.book(on("11-23", "10:00", "PUF", "KOC"), on("11-24", "10:00", "HAUS", "KOC"))
    answers = rules.ask(
        "check",
        on("11-23", "10:50", "HAUS", "KOC"),
        on("11-23", "11:00", "HAUS", "KOC"),
        on("11-24", "10:40", "HAUS", "KOC"),
        on("11-24", "10:50", "HAUS", "KOC"),
    )
    assert verdicts(answers) == [
        "gap_too_short KOC 10:30-10:50",
        "free",
        "travel_too_short KOC 10:30-10:40",
        "free",
    ]


def test_a_room_is_taken_until_it_is_clean(rules: Desk) -> None:
    rules.book(on("11-23", "10:00", "FREI", "R3"))

    def at(clock: str) -> Json:
        return on("11-23", clock, "FREI", "R3")

    check_all(
        rules,
        {
            "while it is cleaned": (at("10:30"), "room_busy R3 10:30-10:50"),
            "a minute before it is clean": (at("10:49"), "room_busy R3 10:49-10:50"),
            "clean": (at("10:50"), "free"),
            "no time to clean before the next": (at("09:30"), "room_busy R3 10:00-10:20"),
            "a minute short to clean": (at("09:11"), "room_busy R3 10:00-10:01"),
            "clean for the next": (at("09:10"), "free"),
            "cleaned after closing time": (at("18:30"), "free"),
        },
    )


def test_an_operating_room_is_not_cleaned_twice(rules: Desk) -> None:
    people = [{"actor": "KOC", "role": "surgeon"}, {"actor": "OP1", "role": "room"}]
    knee = {"procedure": "KNIE", "participants": people}
    first, during, after = rules.book(
        knee | {"start": "2026-11-23T09:00"},
        on("11-23", "10:15", "FREI", "OP1"),
        on("11-23", "10:20", "FREI", "OP1"),
    )
    # Set-up 10, surgery 30, closing 10, and then 30 minutes of turnover, 15 of them the phase of cleaning.
    assert first["end"][11:16] == "10:05"
    assert verdicts([during, after]) == ["room_busy OP1 10:15-10:20", "booked"]


def test_a_quota_counts_half_days_days_and_weeks(rules: Desk) -> None:
    answers = rules.book(
        on("11-23", "09:00", "QUO", "WEB"),
        on("11-23", "11:45", "QUO", "WEB"),
        on("11-23", "10:00", "QUO", "WEB"),
        on("11-23", "12:15", "QUO", "WEB"),
        on("11-23", "15:00", "QUO", "WEB"),
        on("11-27", "17:00", "QUO", "WEB"),
        on("11-24", "09:00", "QUO", "WEB"),
        on("11-30", "09:00", "QUO", "WEB"),
        on("11-23", "10:00", "QUO", "KOC"),
        on("11-23", "10:30", "FREI", "WEB"),
    )
    assert verdicts(answers) == [
        "booked",
        "booked",
        "quota_full WEB 10:00-10:30",
        "booked",
        "quota_full WEB 15:00-15:30",
        "booked",
        "quota_full WEB 09:00-09:30",
        "booked",
        "booked",
        "booked",
    ]
    assert answers[2]["conflicts"][0]["message"] == (
        "Dr. Lena Weber (WEB) already has 2 Vorsorge on the morning of 2026-11-23 (at most 2 a half-day)"
    )


def test_noon_divides_the_day_by_the_start(rules: Desk) -> None:
    answers = rules.book(
        on("11-23", "11:00", "QUO", "WEB"),
        on("11-23", "11:30", "QUO", "WEB"),
        on("11-23", "12:00", "QUO", "WEB"),
    )
    assert verdicts(answers) == ["booked"] * 3


def test_a_quota_lets_an_entry_move_and_forgets_the_cancelled(rules: Desk) -> None:
    first, _ = rules.book(on("11-23", "09:00", "QUO", "WEB"), on("11-23", "10:00", "QUO", "WEB"))
    [moved] = rules.ask("move", {"id": first["id"], "version": 1, "start": "2026-11-23T11:00"})
    assert moved["outcome"] == "moved"
    rules.ask("cancel", {"id": first["id"], "version": 2})
    [third] = rules.book(on("11-23", "08:00", "QUO", "WEB"))
    assert third["outcome"] == "booked"


def test_two_of_a_type_keep_their_distance(rules: Desk) -> None:
    [other] = rules.book(on("11-23", "10:00", "ABST", "KOC"))

    def at(clock: str, code: str = "KOC") -> Json:
        return on("11-23", clock, "ABST", code)

    check_all(
        rules,
        {
            "a minute near": (at("10:59"), "too_close KOC 10:59-11:09"),
            "an hour later": (at("11:00"), "free"),
            "a minute near before": (at("09:01"), "too_close KOC 09:01-09:11"),
            "an hour before": (at("09:00"), "free"),
            "somebody else": (at("10:30", "WEB"), "free"),
        },
    )
    [answer] = rules.ask("check", at("10:59"))
    [conflict] = answer["conflicts"]
    assert conflict["entry"] == other["id"]
    assert conflict["message"].endswith("two of Belastung begin at least 1 hour apart")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-11-23T08:00", "free", id="two-hours-before"),
        pytest.param("2026-11-23T08:01", "notice_too_short 10:00-10:30", id="a-minute-late"),
        pytest.param("2026-11-23T10:00", "notice_too_short 10:00-10:30", id="at-its-start"),
        pytest.param("2026-11-23T10:01", "free; in_the_past 10:00-10:01", id="the-past-has-its-own-rule"),
        pytest.param("2026-11-13T00:00", "free", id="ten-days-ahead"),
        pytest.param("2026-11-12T23:59", "too_far_ahead 10:00-10:30", id="eleven-days-ahead"),
    ],
)
def test_notice_and_advance(rules: Desk, now: str, expected: str) -> None:
    [answer] = rules.ask("check", on("11-23", "10:00", "FRIST", "KOC"), now=now)
    assert verdict(answer) == expected


def test_slots_keep_every_number(rules: Desk) -> None:
    rules.book(
        on("11-23", "09:00", "QUO", "WEB"),
        on("11-23", "10:00", "QUO", "WEB"),
        on("11-23", "09:00", "ABST", "KOC"),
        on("11-23", "14:00", "HAUS", "KOC"),
    )
    day = {"from": "2026-11-23", "to": "2026-11-23", "limit": 1, "step": 5}
    quota, distance, way, notice = rules.ask(
        "slots",
        day | {"type": "QUO", "need": [{"role": "practitioner", "any": ["WEB"]}]},
        day | {"type": "ABST", "need": [{"role": "practitioner", "any": ["KOC"]}]},
        day
        | {
            "type": "FREI",
            "between": ["13:15", "18:00"],
            "need": [{"role": "practitioner", "any": ["KOC"]}],
        },
        day | {"type": "FRIST", "need": [{"role": "practitioner", "any": ["WEB"]}]},
        now="2026-11-23T05:33",
    )
    starts = [[slot["start"][11:16] for slot in answer["slots"]] for answer in (quota, distance, way, notice)]
    assert starts == [["12:00"], ["08:00"], ["14:50"], ["08:00"]]


def test_an_inspection_that_is_due_puts_a_device_out_of_service(rules: Desk) -> None:
    answers = rules.ask("check", on("11-25", "18:30", "FREI", "US1"), on("11-26", "07:00", "FREI", "US1"))
    assert verdicts(answers) == ["free", "out_of_service US1 07:00-07:30"]


def test_a_room_needs_the_equipment(rules: Desk) -> None:
    good, bad, wrong, filled = rules.ask(
        "check",
        on("11-23", "09:00", "EKG", "R1"),
        on("11-23", "09:00", "EKG", "R2"),
        on("11-23", "09:00", "EKG", "R3"),
        {"type": "EKG", "start": "2026-11-23T09:00", "fill": True},
    )
    assert verdict(good) == "free"
    assert verdict(bad) == "need_unmet 09:00-09:20; equipment_missing R2 09:00-09:20"
    assert "not_qualified R3 09:00-09:20" in verdict(wrong)
    assert filled["participants"] == who("R1")


def test_requests_fill_no_quota_until_they_are_booked(rules: Desk) -> None:
    clocks = ("08:00", "08:30", "09:00")
    answers = rules.book(*(on("11-23", clock, "QUO", "WEB", status="proposed") for clock in clocks))
    assert verdicts(answers) == ["booked"] * 3
    changed = rules.ask("status", *({"id": each["id"], "version": 1, "status": "booked"} for each in answers))
    assert verdicts(changed) == ["changed", "changed", "quota_full WEB 09:00-09:30"]


def test_only_so_many_of_a_type_run_at_once(rules: Desk) -> None:
    rules.book(on("11-23", "10:00", "ZWEI", "KOC"), on("11-23", "10:30", "ZWEI", "WEB"))
    answers = rules.ask(
        "check",
        on("11-23", "10:00", "ZWEI", "R1"),
        on("11-23", "09:30", "ZWEI", "R1"),
        on("11-23", "09:30", "ZWEI", "R1", minutes=120),
        on("11-23", "11:00", "ZWEI", "R1"),
        on("11-23", "10:00", "FREI", "R1"),
    )
    full = "too_many_at_once 10:30-11:00"
    assert verdicts(answers) == [full, "free", full, "free", "free"]
