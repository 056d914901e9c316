"""A search says why there is nothing earlier, offers colleagues, and comes in other orders."""

from typing import Any

from tests.contract.conftest import Desk, Json
from tests.contract.requests import on

DAY: Json = {"from": "2026-11-23", "to": "2026-11-23", "limit": 1}


def doctor(*codes: str) -> list[Json]:
    """One of these."""
    return [{"role": "practitioner", "any": list(codes)}]


def starts(answer: Json, key: str = "slots") -> list[tuple[str, str]]:
    """Start and first participant of each slot."""
    return [(slot["start"][11:16], slot["participants"][0]["actor"]) for slot in answer[key]]


def test_it_names_who_is_in_the_way_until_when(rules: Desk) -> None:
    [taken] = rules.book(on("11-23", "08:00", "FREI", "WEB", minutes=60))
    [answer] = rules.ask("slots", DAY | {"type": "FREI", "need": doctor("WEB"), "explain": True})
    assert starts(answer) == [("09:00", "WEB")]
    why = answer["why_not_earlier"]
    blockers = [
        (each["actor"], each["kind"], each["entry"], each["until"][11:16])
        for span in why["spans"]
        for each in span["blockers"]
    ]
    assert ("WEB", "outside_hours", None, "08:00") in blockers
    assert ("WEB", "practitioner_busy", taken["id"], "09:00") in blockers
    assert {span["role"] for span in why["spans"]} == {"practitioner"}
    assert why["until"][11:16] == "09:00"


def test_another_member_would_open_something_earlier(rules: Desk) -> None:
    rules.book(on("11-23", "08:00", "FREI", "WEB", minutes=60))
    [answer] = rules.ask("slots", DAY | {"type": "FREI", "need": doctor("WEB"), "explain": True})
    release = answer["why_not_earlier"]["release"]
    assert (release["change"], release["actor"], release["instead_of"], release["start"][11:16]) == (
        "member",
        "KOC",
        "WEB",
        "08:00",
    )


def test_without_the_wish_nothing_is_explained(rules: Desk) -> None:
    [answer] = rules.ask("slots", DAY | {"type": "FREI", "need": doctor("WEB")})
    assert "why_not_earlier" not in answer


def test_bounds_and_notice(rules: Desk) -> None:
    wish: Json = DAY | {"type": "FREI", "need": doctor("WEB")}
    cases: list[tuple[Json, list[tuple[str, str]]]] = [
        ({"not_before": "2026-11-23T10:02"}, [("10:05", "WEB")]),
        ({"not_before": "2026-11-23T10:00", "not_after": "2026-11-23T10:30"}, [("10:00", "WEB")]),
        ({"not_before": "2026-11-23T10:05", "not_after": "2026-11-23T10:30"}, []),
        ({"notice": 180}, [("11:00", "WEB")]),
    ]
    answers = rules.ask("slots", *(wish | bound for bound, _ in cases), now="2026-11-23T08:00")
    assert [starts(answer) for answer in answers] == [expected for _, expected in cases]


def test_orders_by_gaps_and_by_load_are_explained(rules: Desk) -> None:
    rules.book(on("11-23", "08:00", "FREI", "WEB", minutes=120), on("11-23", "12:00", "FREI", "WEB"))
    wish: dict[str, Any] = DAY | {"type": "FREI", "need": doctor("WEB")}
    compact, even = rules.ask(
        "slots",
        wish | {"rank": "compact"},
        wish | {"rank": "even", "need": doctor("WEB", "KOC")},
    )
    assert starts(compact)[0][0] in {"10:00", "11:30", "12:30", "17:30"}
    assert starts(even)[0][1] == "KOC"
    assert compact["slots"][0]["reason"]
    assert even["slots"][0]["reason"]
