"""Places that are as good as each other: the peak decides, and who was promised one keeps it."""

from tests.contract.conftest import Desk, Json
from tests.contract.requests import check_all, on, verdict, verdicts


def places(rules: Desk, day: str = "2026-11-23") -> dict[int, str]:
    """Where each entry stands now."""
    return {line["id"]: line["participants"][0]["actor"] for line in rules.agenda(day, day)}


def at(clock: str, code: str = "INF", minutes: int = 60) -> Json:
    """An infusion somewhere, or on one chair."""
    return on("11-23", clock, "INFUS", code, minutes=minutes)


def test_a_group_of_two_takes_two_at_a_time(rules: Desk) -> None:
    answers = rules.book(at("10:00"), at("10:30"), at("10:30"), at("11:00"))
    assert verdicts(answers) == ["booked", "booked", "capacity_full INF 10:30-11:00", "booked"]
    assert set(places(rules).values()) == {"INF1", "INF2"}
    [full] = answers[2]["conflicts"]
    assert full["message"] == (
        "none of the 2 places of Infusionsplätze (INF) is free on 2026-11-23 from 10:30 to 11:00"
    )


def test_the_peak_decides_because_others_are_seated_anew(rules: Desk) -> None:
    first, second, third = rules.book(at("08:00"), at("08:30"), at("09:30"))
    before = places(rules)
    assert before == {first["id"]: "INF1", second["id"]: "INF2", third["id"]: "INF1"}
    # The second sits on one chair until 09:30, and from then on the third on the other.
    [between] = rules.book(at("09:15", minutes=45))
    assert between["outcome"] == "booked"
    assert places(rules) == before | {between["id"]: "INF1", third["id"]: "INF2"}


def test_others_change_chairs_for_one_more_but_not_their_times(rules: Desk) -> None:
    [anywhere] = rules.book(at("10:00"))
    [promised] = rules.book(at("11:00", "INF2"))
    assert places(rules) == {anywhere["id"]: "INF1", promised["id"]: "INF2"}
    [between] = rules.book(at("10:30"))
    assert between["outcome"] == "booked"
    assert places(rules) == {anywhere["id"]: "INF2", between["id"]: "INF1", promised["id"]: "INF2"}
    [line, _, own] = rules.agenda("2026-11-23", "2026-11-23")
    assert (line["id"], line["start"][11:16], line["end"][11:16]) == (anywhere["id"], "10:00", "11:00")
    assert line["participants"][0]["group"] == "INF"
    assert "group" not in own["participants"][0]
    check_all(
        rules,
        {
            "the promised chair": (at("11:15", "INF2"), "room_busy INF2 11:15-12:00"),
            "no chair at all": (at("10:45"), "capacity_full INF 10:45-11:30"),
            "one chair again": (at("11:30"), "free"),
        },
    )


def test_who_was_promised_a_chair_keeps_it(rules: Desk) -> None:
    one, other = rules.book(at("10:00", "INF1"), at("11:00", "INF2"))
    [refused] = rules.book(at("10:00", minutes=120))
    assert verdict(refused) == "capacity_full INF 10:00-12:00"
    assert places(rules) == {one["id"]: "INF1", other["id"]: "INF2"}


def test_a_group_is_filled_found_and_booked_back(rules: Desk) -> None:
    rules.book(at("08:00"), at("08:30"), at("07:00"))
    [found] = rules.ask("slots", {"type": "INFUS", "from": "2026-11-23", "to": "2026-11-23", "limit": 3})
    assert [(slot["start"][11:16], slot["participants"]) for slot in found["slots"]] == [
        ("07:00", [{"actor": "INF", "role": "room"}]),
        ("07:05", [{"actor": "INF", "role": "room"}]),
        ("07:10", [{"actor": "INF", "role": "room"}]),
    ]
    [booked] = rules.book(
        {
            "type": "INFUS",
            "start": found["slots"][0]["start"],
            "participants": found["slots"][0]["participants"],
        }
    )
    assert verdict(booked) == "booked"
    [filled] = rules.book({"type": "INFUS", "start": "2026-11-24T09:00", "fill": True})
    assert verdict(filled) == "booked"
    assert places(rules, "2026-11-24") == {filled["id"]: "INF1"}


def test_a_move_within_a_group_may_send_others_elsewhere(rules: Desk) -> None:
    first, second = rules.book(at("10:00"), at("11:00"))
    rules.book(at("10:30", "INF2", minutes=30))
    [moved] = rules.ask("move", {"id": second["id"], "version": 1, "start": "2026-11-23T11:30"})
    assert verdict(moved) == "moved"
    [full] = rules.ask("move", {"id": second["id"], "version": 2, "start": "2026-11-23T10:15"})
    assert verdict(full) == "capacity_full INF 10:30-11:00"
    assert places(rules)[first["id"]] == "INF1"
