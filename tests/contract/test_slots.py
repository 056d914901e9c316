"""Interfaces, section 5: what is offered, in which order, and that it can be booked."""

from typing import Any

from tests.contract.conftest import Desk, Json


def offers(answer: Json) -> list[tuple[str, list[str]]]:
    """Start and codes of each slot."""
    return [(each["start"][:16], [p["actor"] for p in each["participants"]]) for each in answer["slots"]]


def test_starts_come_in_order_and_members_by_code(desk: Desk) -> None:
    [answer] = desk.ask("slots", {"type": "KONTR", "from": "2026-11-23", "to": "2026-11-27"})
    assert offers(answer) == [
        ("2026-11-23T08:00", ["KOC", "R1"]),
        ("2026-11-23T08:00", ["KOC", "R2"]),
        ("2026-11-23T08:00", ["WEB", "R1"]),
        ("2026-11-23T08:00", ["WEB", "R2"]),
        ("2026-11-23T08:05", ["KOC", "R1"]),
    ]


def test_any_keeps_the_order_given(desk: Desk) -> None:
    [answer] = desk.ask(
        "slots",
        {
            "type": "KONTR", "minutes": 20, "from": "2026-11-23", "to": "2027-02-20", "limit": 5, "step": 30,
            "weekdays": ["tue"], "between": ["13:00", "18:00"], "patient": "P-1",
            "need": [{"role": "practitioner", "any": ["WEB", "KOC"]}, {"role": "room", "any": ["R2"]}],
        },
    )  # fmt: skip
    assert offers(answer) == [
        ("2026-11-24T13:00", ["KOC", "R2"]),
        ("2026-11-24T13:30", ["KOC", "R2"]),
        ("2026-11-24T14:00", ["WEB", "R2"]),
        ("2026-11-24T14:00", ["KOC", "R2"]),
        ("2026-11-24T14:30", ["WEB", "R2"]),
    ]


def test_limit_zero_gives_every_start_once(desk: Desk) -> None:
    [answer] = desk.ask(
        "slots",
        {"type": "FREI", "from": "2026-11-23", "to": "2026-11-23", "limit": 0, "step": 60,
         "need": [{"role": "practitioner", "any": ["WEB", "KOC"]}]},
    )  # fmt: skip
    assert offers(answer) == [
        ("2026-11-23T08:00", ["WEB"]),
        ("2026-11-23T09:00", ["WEB"]),
        ("2026-11-23T10:00", ["WEB"]),
        ("2026-11-23T11:00", ["WEB"]),
        ("2026-11-23T12:00", ["KOC"]),
        ("2026-11-23T13:00", ["KOC"]),
        ("2026-11-23T14:00", ["WEB"]),
        ("2026-11-23T15:00", ["WEB"]),
        ("2026-11-23T16:00", ["WEB"]),
        ("2026-11-23T17:00", ["WEB"]),
    ]


def test_two_needs_alike_count_once_and_all_must_take_part(desk: Desk) -> None:
    alike, everybody = desk.ask(
        "slots",
        {"type": "FREI", "from": "2026-11-23", "to": "2026-11-23", "limit": 3,
         "need": [{"role": "room", "kind": "consulting"}, {"role": "room", "kind": "consulting"}]},
        {"type": "FREI", "from": "2026-11-23", "to": "2026-11-23", "limit": 1,
         "need": [{"role": "room", "all": ["R2", "R1"]}, {"role": "practitioner", "any": ["WEB"]}]},
    )  # fmt: skip
    assert offers(alike) == [
        ("2026-11-23T07:00", ["R1", "R2"]),
        ("2026-11-23T07:05", ["R1", "R2"]),
        ("2026-11-23T07:10", ["R1", "R2"]),
    ]
    assert [start for start, _ in offers(everybody)] == ["2026-11-23T08:00"]
    assert set(offers(everybody)[0][1]) == {"R1", "R2", "WEB"}


def test_nothing_is_offered_in_the_past_or_where_the_patient_is_elsewhere(desk: Desk, visit: Any) -> None:
    desk.book(visit("2026-11-23T10:00", patient="P-1"))
    request = {"type": "KONTR", "from": "2026-11-20", "to": "2026-11-23", "limit": 1, "patient": "P-1",
               "need": [{"role": "practitioner", "any": ["WEB"]}]}  # fmt: skip
    [answer] = desk.ask("slots", request, now="2026-11-23T10:03")
    assert offers(answer) == [("2026-11-23T10:30", ["WEB"])]


def test_an_operation_finds_team_room_and_device(desk: Desk) -> None:
    request = {"procedure": "KNIE", "patient": "P-1", "from": "2026-11-23", "to": "2026-11-27", "limit": 2}
    [answer] = desk.ask("slots", request)
    # Dr. Koç begins at 08:00 with the surgery; the room is set up from 07:40.
    assert offers(answer) == [
        ("2026-11-23T07:40", ["KOC", "ANA", "OP1", "CARM1"]),
        ("2026-11-23T07:40", ["WEB", "ANA", "OP1", "CARM1"]),
    ]
    slot = answer["slots"][0]
    [booked] = desk.book(
        {"procedure": "KNIE", "patient": "P-1", "start": slot["start"], "participants": slot["participants"]}
    )
    assert (booked["outcome"], booked["warnings"]) == ("booked", [])


def test_every_offer_can_be_booked(desk: Desk, visit: Any) -> None:
    desk.book(
        visit("2026-11-23T08:30"),
        visit("2026-11-23T11:00"),
        visit("2026-11-23T14:00", type="PUF", participants=[{"actor": "WEB", "role": "practitioner"}]),
    )
    [answer] = desk.ask("slots", {"type": "KONTR", "from": "2026-11-23", "to": "2026-11-24", "limit": 60})
    assert len(answer["slots"]) == 60
    checks = desk.ask(
        "check",
        *({"type": "KONTR", "start": s["start"], "participants": s["participants"]} for s in answer["slots"]),
    )
    assert {(each["outcome"], len(each["warnings"])) for each in checks} == {("free", 0)}


def test_what_cannot_be_searched_is_invalid(desk: Desk) -> None:
    good: Json = {"type": "KONTR", "from": "2026-11-23", "to": "2026-11-27"}
    answers = desk.ask(
        "slots",
        good | {"from": "2026-11-28"},
        good | {"step": 7},
        good | {"limit": -1},
        good | {"weekdays": ["tuesday"]},
        good | {"between": ["18:00", "13:00"]},
        good | {"need": [{"role": "practitioner", "any": ["NIX"]}]},
        good | {"wish": 1},
        good | {"from": "2027-02-29"},
    )
    assert [each["outcome"] for each in answers] == ["invalid"] * 8
