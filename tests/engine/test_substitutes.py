"""Colleagues for those that a search names."""

from dataclasses import replace

import pytest

from praxidesk.engine.offerings import AppointmentType, Need
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import SlotNeed, SlotRequest
from praxidesk.engine.slots import find
from praxidesk.engine.spans import Span
from praxidesk.engine.substitutes import exchanged, marked, opened, others
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role
from tests.engine.diary import (
    CHECKUP,
    KOC,
    LONG_AGO,
    MONDAY,
    PRACTICE,
    R1,
    R2,
    TUESDAY,
    VISIT,
    WEB,
    ZONE,
    away,
    with_actor,
    with_hours,
)

CODES = {actor_id: actor.code for actor_id, actor in PRACTICE.actors.items()}
PRACTITIONER, ROOM = Role.PRACTITIONER, Role.ROOM


def wish(*needs: SlotNeed, type: object = VISIT) -> SlotRequest:
    return replace(
        SlotRequest(EntryKind.APPOINTMENT, MONDAY, TUESDAY, needs=needs or None),
        type=type,  # type: ignore[arg-type]
    )


def one_of(role: Role, *codes: str) -> SlotNeed:
    return SlotNeed(Need(role, any_of=codes))


def all_of(role: Role, *codes: str) -> SlotNeed:
    return SlotNeed(Need(role), all_of=codes)


def codes(ids: tuple[tuple[ActorId, ...], ...]) -> list[str]:
    return [" ".join(CODES[id_] for id_ in each) for each in ids]


def search(request: SlotRequest, practice: Practice = PRACTICE) -> list[Slot]:
    span = Span(ZONE.day(request.first_day).start, ZONE.day(request.last_day).end)
    return find(practice, ZONE, request, None, (), LONG_AGO, span)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        pytest.param(wish(one_of(PRACTITIONER, "WEB")), ["KOC"], id="same-specialty"),
        pytest.param(wish(one_of(PRACTITIONER, "WEB", "KOC")), [""], id="all-colleagues-are-named"),
        pytest.param(wish(all_of(PRACTITIONER, "WEB", "KOC")), ["", ""], id="all-take-part-already"),
        pytest.param(wish(one_of(Role.ANAESTHETIST, "ANA")), [""], id="nobody-else-has-the-specialty"),
        pytest.param(wish(one_of(ROOM, "R1")), ["R2"], id="room-of-the-same-kind"),
        pytest.param(wish(one_of(PRACTITIONER, "WEB"), one_of(ROOM, "R2")), ["KOC", "R1"], id="each-place"),
        pytest.param(wish(SlotNeed(Need(PRACTITIONER, specialty="orthopaedics"))), [""], id="nobody-named"),
        pytest.param(wish(type=CHECKUP), ["", ""], id="the-needs-of-the-type"),
        pytest.param(
            wish(all_of(PRACTITIONER, "WEB"), one_of(PRACTITIONER, "KOC")), ["", ""], id="named-elsewhere"
        ),
    ],
)
def test_others_are_of_the_same_role_and_specialty_or_kind(
    request_: SlotRequest, expected: list[str]
) -> None:
    assert codes(others(PRACTICE, request_)) == expected


def test_others_are_active_and_qualified() -> None:
    request = wish(one_of(PRACTITIONER, "WEB"))
    assert codes(others(with_actor(KOC, active=False), request)) == [""]
    assert codes(others(with_actor(KOC, roles=(Role.SURGEON,)), request)) == [""]
    only_weber = AppointmentType("NUR", "Nur Weber", 30, need=(Need(PRACTITIONER, any_of=("WEB",)),))
    practice = replace(PRACTICE, types={**PRACTICE.types, VISIT: only_weber})
    assert codes(others(practice, request)) == [""]


def test_another_room_has_the_equipment_asked_for() -> None:
    with_sonography = SlotNeed(Need(ROOM, any_of=("R1",), equipment=("us",)))
    practice = with_actor(R1, equipment=("us", "ecg"))
    assert codes(others(practice, wish(with_sonography))) == [""]
    assert codes(others(with_actor(R2, practice, equipment=("us",)), wish(with_sonography))) == ["R2"]


def test_a_search_is_opened_to_colleagues_but_not_to_other_rooms() -> None:
    request = wish(one_of(PRACTITIONER, "WEB"), one_of(ROOM, "R1"))
    found = opened(PRACTICE, request)
    assert found is not None
    assert found.needs == (one_of(PRACTITIONER, "WEB", "KOC"), one_of(ROOM, "R1"))
    assert opened(PRACTICE, wish(one_of(ROOM, "R1"))) is None
    assert opened(PRACTICE, wish(one_of(Role.ANAESTHETIST, "ANA"))) is None


def test_a_search_is_given_others_in_one_place() -> None:
    request = wish(one_of(PRACTITIONER, "WEB"), one_of(ROOM, "R1"))
    assert exchanged(PRACTICE, request, 1) == wish(one_of(PRACTITIONER, "WEB"), one_of(ROOM, "R2"))
    assert exchanged(PRACTICE, wish(type=CHECKUP), 0) is None


def test_substitutes_are_marked_as_such() -> None:
    practice = with_hours(WEB, absences=(away("2026-11-23", "2026-11-28"),))
    request = replace(wish(one_of(PRACTITIONER, "WEB"), one_of(ROOM, "R1")), limit=2)
    assert search(request, practice) == []
    wider = opened(practice, request)
    assert wider is not None
    found = marked(practice, request, search(wider, practice))
    assert [[each.actor for each in slot.participants] for slot in found] == [[KOC, R1], [KOC, R1]]
    assert [slot.instead_of for slot in found] == [((KOC, WEB),)] * 2


def test_two_colleagues_for_two_places_are_one_team() -> None:
    more = {
        ActorId(number): replace(PRACTICE.actors[KOC], code=code)
        for number, code in ((20, "NEU"), (21, "NOV"))
    }
    practice = replace(PRACTICE, actors={**PRACTICE.actors, **more})
    request = wish(all_of(PRACTITIONER, "WEB", "KOC"))
    wider = opened(practice, request)
    assert wider is not None
    found = search(replace(wider, limit=7), practice)
    twice = [slot for slot in found if {each.actor for each in slot.participants} == set(more)]
    assert len(twice) == 2
    assert len(marked(practice, request, found)) == len(found) - 1
