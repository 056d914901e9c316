"""Interfaces, section 4: every kind, and its exact span."""

from typing import Any

import pytest

from tests.contract.conftest import Desk, Json


def who(*codes: str) -> list[Json]:
    """Practitioners and rooms by code."""
    roles = {"R1": "room", "R2": "room", "OP1": "room", "CARM1": "device", "ANA": "anaesthetist"}
    return [{"actor": code, "role": roles.get(code, "practitioner")} for code in codes]


def at(clock: str, day: str = "2026-11-23") -> str:
    """Winter time of the site."""
    return f"{day}T{clock}:00+01:00"


def found(answer: Json, key: str = "conflicts") -> list[tuple[Any, ...]]:
    """Kind, actor, start and end of each conflict."""
    return sorted((each["kind"], each.get("actor"), each["start"], each["end"]) for each in answer[key])


def free(start: str, people: list[Json], **more: Any) -> Json:
    """An appointment without needs."""
    return {"type": "FREI", "start": start, "participants": people} | more


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        pytest.param(
            free("2026-11-23T11:45", who("WEB")),
            [("outside_hours", "WEB", at("12:00"), at("12:15"))],
            id="a-quarter-after-hours",
        ),
        pytest.param(
            free("2026-11-23T11:30", who("WEB"), minutes=180),
            [("outside_hours", "WEB", at("12:00"), at("14:00"))],
            id="across-the-lunch-gap",
        ),
        pytest.param(
            free("2026-11-25T11:15", who("WEB")),
            [("on_break", "WEB", at("11:30", "2026-11-25"), at("11:45", "2026-11-25"))],
            id="into-the-break",
        ),
        pytest.param(
            free("2026-12-01T14:45", who("WEB"), minutes=90),
            [("absent", "WEB", at("15:00", "2026-12-01"), at("16:00", "2026-12-01"))],
            id="around-the-dentist",
        ),
        pytest.param(
            free("2026-12-22T06:00", who("WEB"), minutes=120),
            [
                ("absent", "WEB", at("06:00", "2026-12-22"), at("08:00", "2026-12-22")),
                ("practice_closed", None, at("06:00", "2026-12-22"), at("07:00", "2026-12-22")),
            ],
            id="absence-is-not-also-outside-hours",
        ),
        pytest.param(
            free("2026-12-25T06:00", who("WEB", "R1")),
            [("practice_closed", None, at("06:00", "2026-12-25"), at("06:30", "2026-12-25"))],
            id="a-holiday-closes-alone",
        ),
        pytest.param(
            free("2026-12-24T09:00", who("WEB", "R1")),
            [("practice_closed", None, at("09:00", "2026-12-24"), at("09:30", "2026-12-24"))],
            id="a-closure-closes-alone",
        ),
        pytest.param(
            free("2026-11-27T11:45", who("KOC")),
            [("practice_closed", None, at("12:00", "2026-11-27"), at("12:15", "2026-11-27"))],
            id="the-site's-break-is-closed",
        ),
        pytest.param(
            free("2026-12-09T09:00", who("KOC")),
            [("practice_closed", None, at("09:00", "2026-12-09"), at("09:30", "2026-12-09"))],
            id="closed-by-exception",
        ),
        pytest.param(
            free("2026-11-28T09:00", who("R1"), minutes=240),
            None,
            id="a-room-follows-the-site's-open-saturday",
        ),
        pytest.param(
            free("2026-11-28T09:00", who("KOC")),
            [("outside_hours", "KOC", at("09:00", "2026-11-28"), at("09:30", "2026-11-28"))],
            id="own-hours-do-not-follow-the-site",
        ),
        pytest.param(
            free("2026-11-23T09:00", who("OUT")),
            [("inactive", "OUT", at("09:00"), at("09:30"))],
            id="inactive",
        ),
        pytest.param(
            free("2026-11-23T09:00", [{"actor": "ANA", "role": "practitioner"}]),
            [("not_qualified", "ANA", at("09:00"), at("09:30"))],
            id="not-among-the-roles",
        ),
        pytest.param(
            {
                "type": "KONTR",
                "start": "2026-11-23T09:00",
                "participants": who("NOH", "R1"),
            },
            [
                ("need_unmet", None, at("09:00"), at("09:10")),
                ("no_hours", "NOH", at("09:00"), at("09:10")),
                ("not_qualified", "NOH", at("09:00"), at("09:10")),
            ],
            id="no-need-fits",
        ),
    ],
)
def test_an_empty_calendar_knows_its_rules(
    desk: Desk, request_: Json, expected: list[tuple[Any, ...]] | None
) -> None:
    [answer] = desk.ask("check", request_)
    if expected is None:
        assert answer["outcome"] == "free"
    else:
        assert answer["outcome"] == "refused"
        assert found(answer) == expected
        assert [
            each["severity"] for each in answer["conflicts"] if each["kind"] in ("no_hours", "need_unmet")
        ] == ["warning"] * len([each for each in expected if each[0] in ("no_hours", "need_unmet")])


def test_every_busy_actor_is_named_with_exactly_the_shared_time(desk: Desk) -> None:
    first, second = desk.book(
        free("2026-11-23T09:00", who("KOC", "R1"), patient="P-1"),
        free("2026-11-23T09:30", who("KOC", "R2"), patient="P-2"),
    )
    assert (first["outcome"], second["outcome"]) == ("booked", "booked")
    [answer] = desk.ask("check", free("2026-11-23T09:20", who("KOC", "R1"), patient="P-1"))
    assert answer["outcome"] == "refused"
    assert [(c["kind"], c["actor"], c["entry"], c["start"], c["end"]) for c in answer["conflicts"]] == sorted(
        [
            ("practitioner_busy", "KOC", first["id"], at("09:20"), at("09:30")),
            ("room_busy", "R1", first["id"], at("09:20"), at("09:30")),
            ("patient_busy", "P-1", first["id"], at("09:20"), at("09:30")),
            ("practitioner_busy", "KOC", second["id"], at("09:30"), at("09:50")),
        ],
        key=lambda c: (c[3], ["practitioner_busy", "room_busy", "device_busy", "patient_busy"].index(c[0])),
    )
    starts = [each["start"] for each in answer["alternatives"]]
    assert starts == [at("10:00"), at("10:05"), at("08:30")]


def test_back_to_back_is_no_conflict(desk: Desk) -> None:
    answers = desk.book(free("2026-11-23T09:00", who("KOC")), free("2026-11-23T09:30", who("KOC")))
    assert [each["outcome"] for each in answers] == ["booked", "booked"]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param("10:20", [("gap_too_short", "KOC", at("10:20"), at("10:20"))], id="touching"),
        pytest.param("10:34", [("gap_too_short", "KOC", at("10:20"), at("10:34"))], id="a-minute-short"),
        pytest.param("10:35", None, id="the-larger-buffer-not-the-sum"),
        pytest.param("09:41", [("gap_too_short", "KOC", at("09:51"), at("10:00"))], id="before"),
    ],
)
def test_the_gap_is_the_larger_of_the_two_buffers(
    desk: Desk, start: str, expected: list[tuple[Any, ...]] | None
) -> None:
    desk.book({"type": "PUF", "start": "2026-11-23T10:00", "participants": who("KOC")})
    minutes = 10 if start == "09:41" else 20
    [answer] = desk.ask(
        "check",
        {"type": "FREI", "minutes": minutes, "start": f"2026-11-23T{start}", "participants": who("KOC")},
    )
    if expected is None:
        assert answer["outcome"] == "free", answer
    else:
        assert found(answer) == expected


def test_a_patient_needs_no_gap(desk: Desk) -> None:
    first, second = desk.book(
        {"type": "PUF", "start": "2026-11-23T10:00", "participants": who("KOC"), "patient": "P-1"},
        {"type": "FREI", "start": "2026-11-23T10:20", "participants": who("WEB"), "patient": "P-1"},
    )
    assert (first["outcome"], second["outcome"]) == ("booked", "booked")


def test_who_meets_a_blockout_gets_its_kind(desk: Desk) -> None:
    [meeting] = desk.book(
        {
            "kind": "blockout",
            "reason": "Teamsitzung",
            "minutes": 60,
            "start": "2026-11-23T10:00",
            "participants": who("KOC", "R1"),
        }
    )
    assert meeting["outcome"] == "booked", meeting
    [answer] = desk.ask("check", free("2026-11-23T10:30", who("KOC")))
    assert found(answer) == [("blockout", "KOC", at("10:30"), at("11:00"))]
    assert desk.agenda("2026-11-23", "2026-11-23") == []
    [line] = desk.agenda("2026-11-23", "2026-11-23", "--all")
    assert (line["kind"], line["reason"]) == ("blockout", "Teamsitzung")


def test_the_past_is_a_warning(desk: Desk) -> None:
    [answer] = desk.ask("check", free("2026-11-23T09:00", who("KOC")), now="2026-11-23T09:10")
    assert answer["outcome"] == "free"
    assert found(answer, "warnings") == [("in_the_past", None, at("09:00"), at("09:10"))]


def test_tentative_entries_meet_others_only_as_a_warning(desk: Desk) -> None:
    [booked] = desk.book(free("2026-11-23T09:00", who("KOC")))
    [changed] = desk.ask("status", {"id": booked["id"], "version": 1, "status": "pending"})
    assert changed["outcome"] == "changed"
    [second] = desk.book(free("2026-11-23T09:15", who("KOC")))
    assert second["outcome"] == "booked"
    assert [(c["kind"], c["severity"], c["entry"], c["start"], c["end"]) for c in second["warnings"]] == [
        ("tentative", "warning", booked["id"], at("09:15"), at("09:30"))
    ]
    [refused] = desk.ask("status", {"id": booked["id"], "version": 2, "status": "booked"})
    assert refused["outcome"] == "refused"
    assert [each["entry"] for each in refused["conflicts"]] == [second["id"]]


def test_cancelled_and_noshow_occupy_nothing(desk: Desk) -> None:
    [first] = desk.book(free("2026-11-23T09:00", who("KOC")))
    desk.ask("status", {"id": first["id"], "version": 1, "status": "noshow"})
    [second] = desk.book(free("2026-11-23T09:00", who("KOC")))
    assert (second["outcome"], second["warnings"]) == ("booked", [])
    [cancelled] = desk.ask("cancel", {"id": second["id"], "version": 1, "reason": "Patient krank"})
    assert (cancelled["outcome"], cancelled["version"]) == ("cancelled", 2)
    [third] = desk.book(free("2026-11-23T09:00", who("KOC")))
    assert third["outcome"] == "booked"
    [restored] = desk.ask("status", {"id": second["id"], "version": 2, "status": "booked"})
    assert restored["outcome"] == "refused"


def test_an_override_books_and_says_what_it_overrode(desk: Desk) -> None:
    [first] = desk.book(free("2026-11-23T09:00", who("KOC", "R1")))
    [second] = desk.book(free("2026-11-23T09:15", who("KOC", "R2"), override={"reason": "Notfall"}))
    assert second["outcome"] == "booked"
    assert [(c["kind"], c["severity"], c["entry"]) for c in second["warnings"]] == [
        ("practitioner_busy", "warning", first["id"])
    ]
    lines = {line["id"]: line for line in desk.agenda("2026-11-23", "2026-11-23")}
    assert {p["actor"]: p["blocking"] for p in lines[second["id"]]["participants"]} == {
        "KOC": False,
        "R2": True,
    }
    assert lines[second["id"]]["override"] == "Notfall"
    [third] = desk.book(free("2026-11-23T09:30", who("KOC")))
    assert [c["entry"] for c in third["conflicts"]] == [second["id"]]
    [moved] = desk.ask("move", {"id": second["id"], "version": 1, "start": "2026-11-23T09:20"})
    assert moved["outcome"] == "refused"
    [bad] = desk.book(free("2026-11-23T09:15", who("KOC"), override={"reason": ""}))
    assert bad["outcome"] == "invalid"


OPERATION: dict[str, Any] = {
    "procedure": "KNIE",
    "patient": "P-1",
    "participants": [
        {"actor": "WEB", "role": "surgeon"},
        {"actor": "ANA", "role": "anaesthetist"},
        {"actor": "OP1", "role": "room"},
        {"actor": "CARM1", "role": "device"},
    ],
}


def test_an_operation_takes_each_for_its_own_part(desk: Desk) -> None:
    [answer] = desk.book(OPERATION | {"start": "2026-11-25T08:00"})
    assert answer["outcome"] == "booked", answer
    assert (answer["start"], answer["end"]) == (at("08:00", "2026-11-25"), at("09:30", "2026-11-25"))
    [line] = desk.agenda("2026-11-25", "2026-11-25")
    assert line["kind"] == "operation"
    assert {p["actor"]: (p["start"][11:16], p["end"][11:16]) for p in line["participants"]} == {
        "WEB": ("08:20", "09:15"),
        "ANA": ("08:00", "09:15"),
        "OP1": ("08:00", "09:30"),
        "CARM1": ("08:20", "09:05"),
        "P-1": ("08:00", "09:15"),
    }
    # The surgeon is free during the set-up, the patient during the cleaning.
    before, after = desk.book(
        free("2026-11-25T07:50", who("WEB")),
        free("2026-11-25T09:15", who("KOC"), patient="P-1"),
    )
    assert (before["outcome"], after["outcome"]) == ("booked", "booked")


def test_phases_may_differ_and_parts_win(desk: Desk) -> None:
    request = OPERATION | {"start": "2026-11-25T08:00", "phases": {"surgery": 90}}
    request["participants"] = [
        *request["participants"][:3],
        {"actor": "CARM1", "role": "device", "from": 30, "minutes": 20},
    ]
    [answer] = desk.book(request)
    assert answer["end"] == at("10:15", "2026-11-25")
    [line] = desk.agenda("2026-11-25", "2026-11-25")
    times = {p["actor"]: (p["start"][11:16], p["end"][11:16]) for p in line["participants"]}
    assert times["CARM1"] == ("08:30", "08:50")
    assert times["WEB"] == ("08:20", "10:00")
    [moved] = desk.ask("move", {"id": answer["id"], "version": 1, "start": "2026-11-25T08:30"})
    assert moved["outcome"] == "moved", moved
    [line] = desk.agenda("2026-11-25", "2026-11-25")
    times = {p["actor"]: (p["start"][11:16], p["end"][11:16]) for p in line["participants"]}
    assert times["CARM1"] == ("09:00", "09:20")
    assert times["WEB"] == ("08:50", "10:30")
