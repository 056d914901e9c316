"""Appointments that belong together: found together, and booked all or none."""

from typing import Any

from tests.contract.conftest import Desk, Json
from tests.contract.requests import on, who


def parts(*gap: int, second: str = "WEB") -> list[Json]:
    """An ECG in a room that has one, then a doctor."""
    last: Json = {"type": "FREI", "participants": who(second)}
    return [{"type": "EKG", "participants": who("R1")}, last | ({"gap": list(gap)} if gap else {})]


def combined(start: str, *gap: int, **more: Any) -> Json:
    """Both on Monday."""
    return {"patient": "P-1", "start": f"2026-11-23T{start}", "parts": parts(*gap)} | more


def times(answer: Json) -> list[str]:
    """When each part is."""
    return [f"{each['start'][11:16]}-{each['end'][11:16]}" for each in answer["parts"]]


def test_parts_follow_at_once_or_within_their_gap(rules: Desk) -> None:
    rules.book(on("11-23", "10:20", "FREI", "WEB"))
    at_once, later, never = rules.ask(
        "check", combined("09:00"), combined("10:00", 10, 60), combined("10:00", 0, 20)
    )
    assert (at_once["outcome"], times(at_once)) == ("free", ["09:00-09:20", "09:20-09:50"])
    assert (later["outcome"], times(later)) == ("free", ["10:00-10:20", "10:50-11:20"])
    assert never["outcome"] == "refused"


def test_all_parts_are_booked_or_none(rules: Desk) -> None:
    good = rules.book(combined("09:00"))[0]
    [bad] = rules.book(combined("10:30", parts=parts(0, 10, second="ODD")) | {"start": "2026-11-24T10:30"})
    assert (good["outcome"], bad["outcome"]) == ("booked", "refused")
    lines = rules.agenda("2026-11-23", "2026-11-24")
    assert [(line["type"], line["start"][5:16]) for line in lines] == [
        ("EKG", "11-23T09:00"),
        ("FREI", "11-23T09:20"),
    ]


def test_a_key_answers_again_for_all_parts(rules: Desk) -> None:
    first, again = rules.book(combined("09:00", key="k"), combined("09:00", key="k"))
    assert again["replayed"] is True
    assert [each["id"] for each in again["parts"]] == [each["id"] for each in first["parts"]]
    assert len(rules.agenda("2026-11-23", "2026-11-23")) == 2


def test_what_a_search_offers_can_be_booked(rules: Desk) -> None:
    rules.book(
        on("11-23", "07:00", "FREI", "R1", minutes=60),
        on("11-23", "08:00", "INFUS", "INF"),
        on("11-23", "08:00", "INFUS", "INF"),
    )
    named = {"combination": "KETTE"}
    spelt = {"parts": [{"type": "EKG"}, {"type": "INFUS", "gap": [0, 30]}]}
    days = {"from": "2026-11-23", "to": "2026-11-23", "limit": 1}
    answers = rules.ask("slots", days | named, days | spelt)
    assert answers[0]["slots"] == answers[1]["slots"]
    [slot] = answers[0]["slots"]
    # From 08:10 on the infusion can follow within half an hour.
    assert times(slot) == ["08:10-08:30", "09:00-10:00"]
    booked, other = rules.book(
        {"patient": "P-1"} | slot, {"start": "2026-11-23T14:00", "combination": "KETTE"}
    )
    assert (booked["outcome"], times(booked)) == ("booked", times(slot))
    assert (other["outcome"], times(other)) == ("booked", ["14:00-14:20", "14:20-15:20"])
