"""What a line may say that changes an entry, or asks whether it could be changed."""

import json
from typing import Any

import pytest

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import (
    KEEP,
    BookRequest,
    CancelRequest,
    MoveRequest,
    Participant,
    StatusRequest,
)
from praxidesk.engine.vocabulary import EntryId, Role, Status
from praxidesk.exchange.json_bookings import Booking, parse_any_check
from praxidesk.exchange.json_requests import parse_cancel, parse_move, parse_status
from tests.exchange.practices import KOC, KONTR, PRACTICE, ZONE
from tests.exchange.request_lines import NINE, VISIT, errors


def test_a_move_keeps_what_it_does_not_name() -> None:
    assert parse_move('{"id": 7, "version": 2}', PRACTICE, ZONE) == MoveRequest(EntryId(7), 2)
    moved = parse_move(
        json.dumps(
            {
                "id": 7,
                "version": 2,
                "start": "2026-11-23T09:00",
                "minutes": 25,
                "participants": [{"actor": "KOC", "role": "practitioner"}],
                "type": "KONTR",
                "patient": None,
                "note": "",
                "fill": True,
                "override": {"reason": "so"},
            }
        ),
        PRACTICE,
        ZONE,
    )
    assert moved == MoveRequest(
        EntryId(7),
        2,
        starts_at=NINE,
        minutes=25,
        participants=(Participant(KOC, Role.PRACTITIONER),),
        type=KONTR,
        patient=None,
        note="",
        fill=True,
        override_reason="so",
    )
    assert moved.phases is KEEP


@pytest.mark.parametrize(
    ("values", "field"),
    [
        pytest.param({"version": 1}, "id", id="no-id"),
        pytest.param({"id": 1}, "version", id="no-version"),
        pytest.param({"id": 0, "version": 1}, "id", id="id-zero"),
        pytest.param({"id": 2**63, "version": 1}, "id", id="id-too-large"),
        pytest.param({"id": "1", "version": 1}, "id", id="id-text"),
        pytest.param({"id": 1, "version": 0}, "version", id="version-zero"),
        pytest.param({"id": 1, "version": 1, "kind": "operation"}, "kind", id="another-kind"),
        pytest.param({"id": 1, "version": 1, "type": "KONTR", "procedure": "KNIE"}, "procedure", id="both"),
        pytest.param({"id": 1, "version": 1, "minutes": 5, "procedure": "KNIE"}, "minutes", id="minutes"),
        pytest.param({"id": 1, "version": 1, "start": None}, "start", id="start-null"),
        pytest.param({"id": 1, "version": 1, "type": None}, "type", id="type-null"),
    ],
)
def test_what_a_move_cannot_say_is_named(values: dict[str, Any], field: str) -> None:
    assert list(errors(parse_move(json.dumps(values), PRACTICE, ZONE))) == [field]


def test_cancelling_and_status() -> None:
    assert parse_cancel('{"id": 7, "version": 2, "reason": "krank"}', PRACTICE, ZONE) == CancelRequest(
        EntryId(7), 2, "krank"
    )
    assert parse_status('{"id": 7, "version": 2, "status": "checked-in"}', PRACTICE, ZONE) == StatusRequest(
        EntryId(7), 2, Status.CHECKED_IN
    )
    refused = parse_status('{"id": 7, "version": 2, "status": "cancelled"}', PRACTICE, ZONE)
    assert "by cancel" in errors(refused)["status"]
    assert list(errors(parse_status('{"id": 7, "version": 2}', PRACTICE, ZONE))) == ["status"]
    assert list(errors(parse_cancel('{"id": 7, "version": 2, "status": "x"}', PRACTICE, ZONE))) == ["status"]


def check(values: dict[str, Any]) -> Booking | MoveRequest | Invalid:
    return parse_any_check(json.dumps(values), PRACTICE, ZONE)


def test_a_check_is_a_booking_or_the_move_of_an_entry() -> None:
    free = check(VISIT | {"key": "k"})
    assert isinstance(free, BookRequest)
    assert (free.key, free.entry) == (None, None)
    own = check(VISIT | {"id": 7})
    assert isinstance(own, BookRequest)
    assert own.entry == 7
    assert check({"id": 7, "start": "2026-11-23T09:00"}) == MoveRequest(EntryId(7), 0, starts_at=NINE)
    versioned = check(VISIT | {"id": 7, "version": 2})
    assert isinstance(versioned, MoveRequest)
    assert versioned.version == 2
    assert list(errors(check(VISIT | {"version": 2}))) == ["version"]
