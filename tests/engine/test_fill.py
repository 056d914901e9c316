"""Whom the desk adds where a request leaves it the choice."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Taken
from praxidesk.engine.fill import candidates, fill
from praxidesk.engine.offerings import Need
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Phase, Role
from tests.engine.diary import (
    ANA,
    ARM,
    CHECKUP,
    KNEE,
    KOC,
    LONG_AGO,
    OP1,
    PRACTICE,
    R1,
    R2,
    VISIT,
    WEB,
    ZONE,
    at,
    planned,
    taken,
    visit,
    wall,
    with_actor,
)

CODES = {actor_id: actor.code for actor_id, actor in PRACTICE.actors.items()}


def filled(request: BookRequest, *others: Taken, practice: Practice = PRACTICE) -> str:
    found = fill(practice, ZONE, request, others, LONG_AGO)
    return " ".join(CODES[each.actor] for each in found.participants)


def checkup(clocks: str, *actors: ActorId) -> BookRequest:
    return visit(clocks, *actors, type=CHECKUP)


@pytest.mark.parametrize(
    ("request_", "others", "expected"),
    [
        pytest.param(checkup("09:00-09:10"), [], "KOC R1", id="the-first-by-code"),
        pytest.param(checkup("09:00-09:10"), [taken("09:00-09:30", KOC)], "WEB R1", id="the-first-free-one"),
        pytest.param(checkup("09:00-09:10", WEB), [], "WEB R1", id="only-whom-the-needs-miss"),
        pytest.param(checkup("09:00-09:10", R2, WEB), [], "R2 WEB", id="nobody-where-all-are-there"),
        pytest.param(checkup("09:00-09:10", R2), [taken("09:05-09:30", KOC)], "R2 WEB",
                     id="after-those-given"),
        pytest.param(checkup("07:00-07:10"), [], "KOC R1", id="before-hours-the-first-all-the-same"),
        pytest.param(checkup("16:00-16:10"), [], "WEB R1", id="who-is-still-there-at-four"),
        pytest.param(
            checkup("09:00-09:10"), [taken("08:30-08:58", KOC, type=CHECKUP)], "WEB R1", id="who-has-the-gap"
        ),
        pytest.param(
            checkup("09:00-09:10"), [taken("09:00-09:30", R1), taken("09:00-09:30", R2, 2)], "KOC R1",
            id="somebody-busy-rather-than-nobody",
        ),
        pytest.param(visit("09:00-09:30"), [], "", id="a-type-without-needs"),
        pytest.param(
            BookRequest(EntryKind.OPERATION, at("08:00"), (), procedure=KNEE), [taken("08:20-09:00", KOC)],
            "WEB ANA OP1 ARM", id="a-team",
        ),
        pytest.param(
            BookRequest(EntryKind.OPERATION, at("08:00"), (), procedure=KNEE), [taken("08:00-08:20", KOC)],
            "KOC ANA OP1 ARM", id="free-for-the-part-is-enough",
        ),
    ],
)  # fmt: skip
def test_the_desk_adds(request_: BookRequest, others: list[Taken], expected: str) -> None:
    assert filled(request_, *others) == expected


def test_a_free_team_is_found_even_where_the_first_choice_leads_nowhere() -> None:
    """R1 could take both places, R2 only the first: R1 has to take the second."""
    service = replace(PRACTICE.types[VISIT], need=(
        Need(Role.ROOM, category="consulting"), Need(Role.ROOM, any_of=("R1",))))  # fmt: skip
    practice = replace(PRACTICE, types={VISIT: service})
    assert filled(visit("09:00-09:30"), practice=practice) == "R2 R1"
    assert filled(visit("09:00-09:30"), taken("09:00-10:00", R2), practice=practice) == "R2 R1"


def test_nobody_is_added_where_nobody_fits() -> None:
    practice = with_actor(R1, with_actor(R2, active=False), active=False)
    assert filled(checkup("09:00-09:10"), practice=practice) == "KOC"
    two_rooms = replace(PRACTICE.types[VISIT], need=(Need(Role.ROOM, any_of=("R1",)),) * 2)
    assert filled(visit("09:00-09:30"), practice=replace(PRACTICE, types={VISIT: two_rooms})) == "R1"


def test_who_is_added_takes_the_place_of_the_need_and_so_its_phases() -> None:
    knee = PRACTICE.procedures[KNEE]
    needs = (
        Need(Role.SURGEON, any_of=("KOC",), phases=(Phase.SURGERY,)),
        Need(Role.SURGEON, any_of=("WEB",), phases=(Phase.CLOSING,)),
    )
    practice = replace(PRACTICE, procedures={KNEE: replace(knee, need=needs)})
    given = BookRequest(EntryKind.OPERATION, at("08:00"), (Participant(WEB, Role.SURGEON),), procedure=KNEE)
    proposal = planned(fill(practice, ZONE, given, [], LONG_AGO), practice)
    assert [(CODES[each.actor], wall(each.span)) for each in proposal.allocations] == [
        ("KOC", "08:20-09:05"),
        ("WEB", "09:05-09:15"),
    ]


def test_who_is_added_is_free_for_just_the_part() -> None:
    knee = PRACTICE.procedures[KNEE]
    closing = Need(Role.SURGEON, specialty="orthopaedics", phases=(Phase.CLOSING,))
    practice = replace(PRACTICE, procedures={KNEE: replace(knee, need=(closing,))})
    request = BookRequest(EntryKind.OPERATION, at("08:00"), (), procedure=KNEE)
    assert filled(request, taken("09:05-09:15", KOC), practice=practice) == "WEB"
    assert filled(request, taken("08:00-09:05", KOC), practice=practice) == "KOC"


def test_an_entry_that_is_looked_for_another_place_is_not_in_its_own_way() -> None:
    request = replace(checkup("09:00-09:10"), entry=EntryId(1))
    assert filled(request, taken("09:00-09:30", KOC, 1)) == "KOC R1"


def test_who_may_be_added_is_known_before() -> None:
    assert candidates(PRACTICE, checkup("09:00-09:10")) == (WEB, KOC, R1, R2)
    assert candidates(PRACTICE, checkup("09:00-09:10", R2)) == (WEB, KOC)
    assert candidates(PRACTICE, BookRequest(EntryKind.OPERATION, at("08:00"), (), procedure=KNEE)) == (
        WEB, KOC, ANA, OP1, ARM,
    )  # fmt: skip


def test_what_is_invalid_stays_as_it_is() -> None:
    for request in (replace(checkup("09:00-09:10"), minutes=0), checkup("09:00-09:10", ActorId(99))):
        assert fill(PRACTICE, ZONE, request, [], LONG_AGO) == request
        assert candidates(PRACTICE, request) == ()


def test_who_is_given_is_not_added_once_more() -> None:
    orthopaedist = Need(Role.PRACTITIONER, specialty="orthopaedics")
    visits = replace(PRACTICE.types[VISIT], need=(orthopaedist, orthopaedist))
    both = replace(PRACTICE, types={**PRACTICE.types, VISIT: visits})
    assert filled(visit("09:00-09:30", KOC), practice=both) == "KOC WEB"
