"""A group of places is named in requests like a room or device."""

import json

import pytest

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import BookRequest, Participant, SlotRequest
from praxidesk.engine.vocabulary import Role
from praxidesk.exchange.json_bookings import parse_booking
from praxidesk.exchange.json_combined_slots import parse_any_slots
from tests.exchange.practices import ZONE, practice_of

PRACTICE = practice_of("""
[site]
code = "M"
name = "Mitte"
timezone = "Europe/Berlin"
[[group]]
code = "INF"
name = "Infusion"
of = "room"
[[room]]
code = "INF1"
name = "Sessel 1"
group = "INF"
[[appointment_type]]
code = "INFUS"
name = "Infusion"
minutes = 60
""")


def line(role: str) -> str:
    people = [{"actor": "INF", "role": role}]
    return json.dumps({"type": "INFUS", "start": "2026-11-23T09:00", "participants": people})


def test_a_group_can_be_wanted() -> None:
    request = parse_booking(line("room"), PRACTICE, ZONE)
    assert isinstance(request, BookRequest)
    assert request.participants == (Participant(PRACTICE.actor_ids["INF"], Role.ROOM),)


@pytest.mark.parametrize("role", ["device", "surgeon"])
def test_its_role_is_that_of_its_places(role: str) -> None:
    request = parse_booking(line(role), PRACTICE, ZONE)
    assert isinstance(request, Invalid)
    [error] = request.errors
    assert (error.field, error.message) == (
        "participants[0].role",
        f'"INF" is a group of rooms and cannot be {role}',
    )


def test_a_search_names_it_and_asks_for_equipment() -> None:
    search = {"type": "INFUS", "from": "2026-11-23", "to": "2026-11-23"}
    need = {"role": "room", "any": ["INF"], "equipment": ["pump"]}
    request = parse_any_slots(json.dumps(search | {"need": [need]}), PRACTICE, ZONE)
    assert isinstance(request, SlotRequest)
    assert request.needs is not None
    assert request.needs[0].need.any_of == ("INF",)
    assert request.needs[0].need.equipment == ("pump",)
    wrong = parse_any_slots(json.dumps(search | {"need": [need | {"role": "device"}]}), PRACTICE, ZONE)
    assert isinstance(wrong, Invalid)
    assert wrong.errors[0].message == '"INF" is a group of rooms and cannot be device'
