"""Interfaces, section 3: what a request may say, and what becomes of it."""

from typing import Any

import pytest

from tests.contract.conftest import Desk, Json

KOC = [{"actor": "KOC", "role": "practitioner"}]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"start": "2027-03-28T02:30"}, "start", id="wall-time-that-does-not-exist"),
        pytest.param({"start": "2027-02-29T09:00"}, "start", id="29-february-of-a-common-year"),
        pytest.param({"start": "2026-11-23T09:00:30"}, "start", id="half-a-minute"),
        pytest.param({"start": "2026-11-23"}, "start", id="no-time"),
        pytest.param({"start": 5}, "start", id="start-is-a-number"),
        pytest.param({"start": None}, "start", id="start-is-null"),
        pytest.param({"minutes": 0}, "minutes", id="zero-minutes"),
        pytest.param({"minutes": 1501}, "minutes", id="over-25-hours"),
        pytest.param({"minutes": True}, "minutes", id="minutes-is-true"),
        pytest.param({"minutes": "20"}, "minutes", id="minutes-is-text"),
        pytest.param({"type": "NIX"}, "type", id="unknown-type"),
        pytest.param({"procedure": "KNIE"}, None, id="type-and-procedure"),
        pytest.param({"patient": "P-99"}, "patient", id="unknown-patient"),
        pytest.param({"colour": "red"}, "colour", id="unknown-key"),
        pytest.param({"kind": "party"}, "kind", id="unknown-kind"),
        pytest.param({"participants": [{"actor": "NIX", "role": "room"}]}, None, id="unknown-actor"),
        pytest.param({"participants": [{"actor": "KOC", "role": "room"}]}, None, id="impossible-role"),
        pytest.param({"participants": [*KOC, *KOC]}, None, id="one-actor-twice"),
        pytest.param(
            {"participants": [{"actor": "KOC", "role": "practitioner", "from": 20, "minutes": 20}]},
            None,
            id="part-outside-the-entry",
        ),
        pytest.param({"participants": [{"actor": "KOC", "role": "king"}]}, None, id="unknown-role"),
        pytest.param({"note": "a\0b"}, "note", id="nul-in-note"),
        pytest.param({"note": "x" * 20001}, "note", id="note-too-long"),
        pytest.param({"key": "k" * 201}, "key", id="key-too-long"),
        pytest.param({"override": {}}, None, id="override-without-reason"),
        pytest.param({"patient": {"family": "X"}}, None, id="new-patient-without-given"),
        pytest.param(
            {"patient": {"family": "X", "given": "Y", "birth_date": "2027-02-29"}},
            None,
            id="no-such-birth-date",
        ),
    ],
)
def test_what_is_no_request_is_named(desk: Desk, visit: Any, change: Json, field: str | None) -> None:
    [answer] = desk.book(visit("2026-11-23T09:00") | change)
    assert answer["outcome"] == "invalid", answer
    assert answer["errors"]
    assert all(each["message"] for each in answer["errors"])
    if field is not None:
        assert [each["field"] for each in answer["errors"]] == [field]
    assert desk.agenda("2026-11-23", "2027-03-29") == []


def test_lines_that_are_no_object_are_answered_and_the_others_go_on(desk: Desk, visit: Any) -> None:
    answers = desk.ask("book", "[]", "{", '"x"', visit("2026-11-23T09:00"))
    assert [each["outcome"] for each in answers] == ["invalid", "invalid", "invalid", "booked"]


def test_a_doubled_wall_time_is_the_first_and_an_offset_is_that_instant(desk: Desk) -> None:
    request = {
        "kind": "blockout",
        "reason": "Umstellung",
        "minutes": 30,
        "participants": [{"actor": "R1", "role": "room"}],
        "override": {"reason": "nachts"},
    }
    first, second = desk.book(
        request | {"start": "2027-10-31T02:30"}, request | {"start": "2027-10-31T02:30+01:00"}
    )
    assert (first["outcome"], second["outcome"]) == ("booked", "booked")
    assert first["start"] == "2027-10-31T02:30:00+02:00"
    assert second["start"] == "2027-10-31T02:30:00+01:00"


def test_a_key_answers_again_and_writes_once(desk: Desk, visit: Any) -> None:
    request = visit("2026-11-23T09:00", key="abc")
    first, again = desk.book(request, request)
    assert first["outcome"] == again["outcome"] == "booked"
    assert (again["id"], again["version"], again["replayed"]) == (first["id"], 1, True)
    assert "replayed" not in first
    [other] = desk.book(visit("2026-11-23T10:00", key="abc"))
    assert [each["field"] for each in other["errors"]] == ["key"]
    assert len(desk.agenda("2026-11-23", "2026-11-23")) == 1
    [moved] = desk.ask("move", {"id": first["id"], "version": 1, "start": "2026-11-23T11:00", "key": "m"})
    [replay] = desk.ask("move", {"start": "2026-11-23T11:00", "version": 1, "id": first["id"], "key": "m"})
    assert (moved["version"], replay["version"], replay["replayed"]) == (2, 2, True)
    [again] = desk.book(request)
    assert (again["version"], again["start"][11:16], again["replayed"]) == (2, "11:00", True)


def test_refusals_are_not_remembered(desk: Desk, visit: Any) -> None:
    [first] = desk.book(visit("2026-11-23T09:00"))
    [refused] = desk.book(visit("2026-11-23T09:00", key="again"))
    assert refused["outcome"] == "refused"
    desk.ask("cancel", {"id": first["id"], "version": 1})
    [booked] = desk.book(visit("2026-11-23T09:00", key="again"))
    assert booked["outcome"] == "booked"
    assert "replayed" not in booked


def test_versions_guard_every_change(desk: Desk, visit: Any) -> None:
    [booked] = desk.book(visit("2026-11-23T09:00"))
    number = booked["id"]
    ahead, unknown, moved, stale, again = desk.ask(
        "move",
        {"id": number, "version": 2, "start": "2026-11-23T10:00"},
        {"id": number + 1, "version": 1, "start": "2026-11-23T10:00"},
        {"id": number, "version": 1, "start": "2026-11-23T10:00"},
        {"id": number, "version": 1, "start": "2026-11-23T11:00"},
        {"id": number, "version": 2, "note": "nüchtern"},
    )
    assert [each["outcome"] for each in (ahead, unknown, moved, stale, again)] == [
        "invalid",
        "invalid",
        "moved",
        "refused",
        "moved",
    ]
    [conflict] = stale["conflicts"]
    assert conflict["kind"] == "stale_version"
    assert "current" in stale or "current" in conflict
    assert again["version"] == 3
    [cancelled] = desk.ask("cancel", {"id": number, "version": 3, "reason": "Absage"})
    assert cancelled["version"] == 4
    twice = desk.ask("cancel", {"id": number, "version": 4}) + desk.ask(
        "move", {"id": number, "version": 4, "note": "x"}
    )
    assert [each["outcome"] for each in twice] == ["invalid", "invalid"]
    by_status, restored = desk.ask(
        "status",
        {"id": number, "version": 4, "status": "cancelled"},
        {"id": number, "version": 4, "status": "booked"},
    )
    assert (by_status["outcome"], restored["outcome"]) == ("invalid", "changed")
    [line] = desk.agenda("2026-11-23", "2026-11-23")
    assert (line["status"], line["note"], line["version"]) == ("booked", "nüchtern", 5)


def test_a_check_with_an_id_never_meets_itself(desk: Desk, visit: Any) -> None:
    [booked] = desk.book(visit("2026-11-23T09:00"))
    own, other = desk.ask("check", visit("2026-11-23T09:10", id=booked["id"]), visit("2026-11-23T09:10"))
    assert (own["outcome"], other["outcome"]) == ("free", "refused")


def test_a_new_patient_gets_a_number_and_a_refusal_leaves_none(desk: Desk, visit: Any) -> None:
    new = {"family": "Öz", "given": "Ada", "birth_date": "2001-05-06"}
    [booked] = desk.book(visit("2026-11-23T09:00", patient=new))
    assert booked["outcome"] == "booked"
    number = booked["patient"]
    refused = desk.book(visit("2026-11-23T09:00", patient={**new, "given": "Ida"}))
    assert refused[0]["outcome"] == "refused"
    checked = desk.ask("check", visit("2026-11-23T12:00", patient=new))
    assert [each["kind"] for each in checked[0]["warnings"]] == ["possible_duplicate"]
    [next_one] = desk.book(visit("2026-11-23T13:00", patient={**new, "given": "Eva"}))
    assert next_one["patient"] != number
    lines = desk.agenda("2026-11-23", "2026-11-23")
    assert [line["patient"] for line in lines] == [number, next_one["patient"]]


def test_fill_adds_whom_the_needs_miss(desk: Desk) -> None:
    request = {"type": "KONTR", "start": "2026-11-23T09:00", "participants": [], "fill": True}
    answers = desk.book(request, request, request)
    assert [each["outcome"] for each in answers] == ["booked", "booked", "refused"]
    lines = desk.agenda("2026-11-23", "2026-11-23")
    assert [[p["actor"] for p in line["participants"]] for line in lines] == [["KOC", "R1"], ["WEB", "R2"]]


def test_without_fill_a_missing_need_is_a_warning(desk: Desk) -> None:
    [answer] = desk.book({"type": "KONTR", "start": "2026-11-23T09:00", "participants": KOC})
    assert answer["outcome"] == "booked"
    assert [(each["kind"], each["severity"]) for each in answer["warnings"]] == [("need_unmet", "warning")]


def test_a_blockout_says_what_it_is(desk: Desk) -> None:
    good = {
        "kind": "blockout",
        "reason": "Wartung",
        "minutes": 30,
        "start": "2026-11-23T09:00",
        "participants": KOC,
    }
    without_reason = {key: value for key, value in good.items() if key != "reason"}
    without_minutes = {key: value for key, value in good.items() if key != "minutes"}
    answers = desk.ask("check", good, without_reason, without_minutes, good | {"type": "FREI"})
    assert [each["outcome"] for each in answers] == ["free", "invalid", "invalid", "invalid"]


def test_a_move_replaces_participants_and_keeps_the_rest(desk: Desk, visit: Any) -> None:
    [booked] = desk.book(visit("2026-11-23T09:00", patient="P-1", minutes=45, note="Brille"))
    [moved] = desk.ask(
        "move",
        {"id": booked["id"], "version": 1, "participants": [{"actor": "WEB", "role": "practitioner"}]},
    )
    assert moved["outcome"] == "moved"
    assert (moved["start"][11:16], moved["end"][11:16]) == ("09:00", "09:45")
    [line] = desk.agenda("2026-11-23", "2026-11-23")
    assert [(p["actor"], p["role"]) for p in line["participants"]] == [
        ("WEB", "practitioner"),
        ("P-1", "patient"),
    ]
    assert (line["patient"], line["note"], line["type"]) == ("P-1", "Brille", "FREI")


def test_an_agenda_line_has_all_its_fields_in_order(desk: Desk, visit: Any) -> None:
    desk.book(visit("2026-11-23T09:00", patient="P-1"))
    [line] = desk.agenda("2026-11-23", "2026-11-23")
    assert set(line) == {
        "id", "version", "kind", "status", "type", "procedure", "patient", "start", "end",
        "note", "reason", "override", "participants",
    }  # fmt: skip
    assert set(line["participants"][0]) == {"actor", "role", "start", "end", "blocking"}
    assert desk.agenda("2026-11-24", "2026-11-30") == []
    assert len(desk.agenda("2026-11-20", "2026-11-23", "--actor", "KOC")) == 1
    assert desk.agenda("2026-11-20", "2026-11-23", "--actor", "WEB") == []
