"""Request lines that are right, and what is read of them."""

import json
from typing import Any

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import BookRequest
from praxidesk.exchange.json_bookings import Booking, parse_booking
from tests.exchange.practices import PRACTICE, ZONE

NINE = 1_795_420_800
"""2026-11-23 09:00 in Berlin."""

VISIT: dict[str, Any] = {
    "type": "KONTR",
    "start": "2026-11-23T09:00",
    "participants": [{"actor": "WEB", "role": "practitioner"}],
}

MEETING: dict[str, Any] = {
    "kind": "blockout",
    "reason": "Teamsitzung",
    "minutes": 60,
    "start": "2026-11-23T09:00",
    "participants": [{"actor": "R1", "role": "room"}],
}

OPERATION: dict[str, Any] = {"procedure": "KNIE", "start": "2026-11-23T09:00", "participants": []}


def book(values: Any) -> Booking | Invalid:
    line = values if isinstance(values, str) else json.dumps(values)
    return parse_booking(line, PRACTICE, ZONE)


def booked(values: Any) -> BookRequest:
    request = book(values)
    assert isinstance(request, BookRequest), request
    return request


def errors(outcome: object) -> dict[str, str]:
    assert isinstance(outcome, Invalid), outcome
    return {error.field: error.message for error in outcome.errors}
