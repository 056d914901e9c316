"""Who may do what, with which equipment, and for how long before the next inspection."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.actors import Group
from praxidesk.engine.conflicts import check
from praxidesk.engine.offerings import Need
from praxidesk.engine.practice import Practice
from praxidesk.engine.qualification import eligible, is_complete, meeting
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryKind, Role
from tests.engine.diary import (
    ANA,
    ARM,
    AUTUMN,
    KOC,
    LONG_AGO,
    MONDAY,
    OP1,
    PRACTICE,
    R1,
    R2,
    SPRING,
    TUESDAY,
    VISIT,
    ZONE,
    at,
    planned,
    told,
    visit,
    weekly,
    who,
    with_actor,
    with_hours,
)

INF, LEFT = ActorId(50), ActorId(51)
EMPTY = ActorId(52)


def needing(*needs: Need, practice: Practice = PRACTICE) -> Practice:
    """A practice in which a visit has these needs."""
    visits = replace(practice.types[VISIT], need=needs)
    return replace(practice, types={**practice.types, VISIT: visits})


def grouped(practice: Practice = PRACTICE) -> Practice:
    """R1 and R2 are the places of one group, and there is a group without any."""
    for room in (R1, R2):
        practice = with_actor(room, practice, group="INF")
    return replace(
        practice,
        groups={
            INF: Group("INF", ActorKind.ROOM, "Infusion"),
            LEFT: Group("EMPTY", ActorKind.ROOM, "Leer"),
            EMPTY: Group("ARMS", ActorKind.DEVICE, "Bögen"),
        },
    )


def found(practice: Practice, request: BookRequest) -> list[str]:
    return told(check(practice, ZONE, planned(request, practice), [], LONG_AGO))


def codes(practice: Practice, need: Need) -> list[str]:
    names = {id_: code for code, id_ in practice.actor_ids.items()}
    return [names[id_] for id_ in eligible(practice, practice.types[VISIT], need)]


ECG = Need(Role.ROOM, category="consulting", equipment=("ecg",))


@pytest.mark.parametrize(
    ("room", "equipment", "expected"),
    [
        pytest.param(R1, ("ecg",), [], id="just-what-it-needs"),
        pytest.param(R1, ("lift", "ecg"), [], id="and-more"),
        pytest.param(R1, (), ["need_unmet room", "equipment_missing R1 room"], id="nothing"),
        pytest.param(R1, ("lift",), ["need_unmet room", "equipment_missing R1 room"], id="something-else"),
        pytest.param(
            OP1, ("ecg",), ["not_qualified OP1 room", "need_unmet room"], id="a-room-of-another-kind"
        ),
        pytest.param(OP1, (), ["not_qualified OP1 room", "need_unmet room"], id="with-nothing-either"),
    ],
)
def test_a_room_must_have_the_equipment(
    room: ActorId, equipment: tuple[str, ...], expected: list[str]
) -> None:
    practice = with_actor(room, needing(ECG), equipment=equipment)
    assert found(practice, visit("09:00-09:30", room)) == [f"{each} 09:00-09:30" for each in expected]


def test_all_of_the_equipment() -> None:
    both = replace(ECG, equipment=("ecg", "lift"))
    practice = with_actor(R1, needing(both), equipment=("ecg",))
    assert found(practice, visit("09:00-09:30", R1))[-1] == "equipment_missing R1 room 09:00-09:30"


def test_another_need_of_the_role_may_do_without() -> None:
    practice = needing(ECG, Need(Role.ROOM, category="consulting"))
    assert found(practice, visit("09:00-09:30", R1)) == ["need_unmet room 09:00-09:30"]
    practice = with_actor(R2, practice, equipment=("ecg",))
    assert found(practice, visit("09:00-09:30", R1, R2)) == []


def test_only_the_equipped_are_offered() -> None:
    practice = with_actor(R2, needing(ECG), equipment=("ecg",))
    assert codes(practice, ECG) == ["R2"]
    assert codes(practice, Need(Role.ROOM, category="consulting")) == ["R2"]
    assert codes(practice, Need(Role.ROOM, any_of=("R1", "R2"))) == ["R2"]
    assert codes(needing(practice=practice), Need(Role.ROOM, any_of=("R1", "R2"))) == ["R1", "R2"]


def test_a_specialist_is_asked_for() -> None:
    practice = needing(Need(Role.PRACTITIONER, specialty="orthopaedics"))
    assert found(practice, visit("09:00-09:30", KOC)) == []
    skin = with_actor(KOC, practice, specialty="dermatology")
    assert found(skin, visit("09:00-09:30", KOC)) == [
        "not_qualified KOC practitioner 09:00-09:30",
        "need_unmet practitioner 09:00-09:30",
    ]
    assert codes(skin, Need(Role.PRACTITIONER, specialty="orthopaedics")) == ["WEB"]


def test_nobody_plays_a_role_that_is_not_theirs() -> None:
    as_surgeon = BookRequest(
        EntryKind.APPOINTMENT, at("09:00"), (Participant(ANA, Role.SURGEON),), type=VISIT, minutes=30
    )
    assert found(PRACTICE, as_surgeon) == ["not_qualified ANA surgeon 09:00-09:30"]


def test_who_could_be_either_leaves_a_need_to_who_can_be_nothing_else() -> None:
    practice = needing(Need(Role.ROOM, any_of=("R1", "R2")), Need(Role.ROOM, any_of=("R1",)))
    assert meeting(practice, practice.types[VISIT], who(R1, R2)) == {0: 1, 1: 0}


# Groups


def test_a_group_is_offered_where_a_need_names_it() -> None:
    practice = needing(practice=grouped())
    assert codes(practice, Need(Role.ROOM, any_of=("INF", "OP1"))) == ["INF", "OP1"]
    assert codes(practice, Need(Role.ROOM, any_of=("R2", "INF", "R2"))) == ["R2", "INF"]
    assert codes(practice, Need(Role.ROOM, category="consulting")) == ["R1", "R2"]
    assert codes(practice, Need(Role.ROOM)) == ["OP1", "R1", "R2"]
    assert codes(practice, Need(Role.ROOM, any_of=("EMPTY", "ARMS"))) == []
    assert codes(practice, Need(Role.DEVICE, any_of=("INF",))) == []


def test_a_group_is_offered_as_long_as_one_place_will_do() -> None:
    need = Need(Role.ROOM, any_of=("INF",), equipment=("ecg",))
    practice = needing(need, practice=grouped())
    assert codes(practice, need) == []
    assert codes(with_actor(R2, practice, equipment=("ecg",)), need) == ["INF"]
    assert codes(with_actor(R2, practice, equipment=("ecg",), active=False), need) == []


def test_the_place_of_a_group_fits_a_need_of_the_group() -> None:
    practice = needing(Need(Role.ROOM, any_of=("INF",)), practice=grouped())
    assert found(practice, visit("09:00-09:30", R1)) == []
    assert found(practice, visit("09:00-09:30", OP1)) == [
        "not_qualified OP1 room 09:00-09:30",
        "need_unmet room 09:00-09:30",
    ]


def test_a_group_meets_needs_as_one_of_its_places_would() -> None:
    wanted = (Participant(INF, Role.ROOM),)
    practice = needing(Need(Role.ROOM, any_of=("R2",)), practice=grouped())
    assert meeting(practice, practice.types[VISIT], wanted) == {0: 0}
    other = needing(Need(Role.ROOM, any_of=("OP1",)), practice=grouped())
    assert not is_complete(other, other.types[VISIT], wanted)


# Inspection


@pytest.mark.parametrize(
    ("until", "clocks", "day", "expected"),
    [
        pytest.param(MONDAY, "09:00-17:30", MONDAY, [], id="the-last-day-too"),
        pytest.param(date(2026, 11, 22), "09:00-09:30", MONDAY, ["09:00-09:30"], id="the-day-after"),
        pytest.param(TUESDAY, "23:30-24:00", TUESDAY, [], id="until-midnight"),
        pytest.param(date.max, "09:00-09:30", MONDAY, [], id="for-ever"),
        pytest.param(SPRING, "23:30-24:00", SPRING, [], id="the-end-of-a-short-day"),
        pytest.param(AUTUMN, "23:30-24:00", AUTUMN, [], id="the-end-of-a-long-day"),
        pytest.param(date(2026, 10, 24), "00:00-00:30", AUTUMN, ["00:00-00:30"], id="a-long-day-after"),
    ],
)
def test_a_device_is_out_of_service_after_its_last_day(
    until: date, clocks: str, day: date, expected: list[str]
) -> None:
    open_house = with_hours(None, hours=weekly("mon tue wed thu fri sat sun", "00:00-24:00"))
    practice = with_actor(ARM, open_house, inspected_until=until)
    lines = found(practice, visit(clocks, ARM, day=day))
    assert lines == [f"out_of_service ARM {each}" for each in expected]


def test_across_midnight_only_what_comes_after() -> None:
    open_house = with_hours(None, hours=weekly("mon tue wed thu fri sat sun", "00:00-24:00"))
    practice = with_actor(ARM, open_house, inspected_until=MONDAY)
    night = BookRequest(EntryKind.BLOCKOUT, at("22:00"), who(ARM), minutes=240)
    assert found(practice, night) == ["out_of_service ARM 00:00-02:00"]
    evening = replace(night, participants=(Participant(ARM, Role.DEVICE, 0, 120),))
    assert found(practice, evening) == []


def test_a_patient_whom_a_foreign_hand_booked_as_doctor_meets_no_need_and_ends_nothing() -> None:
    practice = needing(Need(Role.PRACTITIONER))
    wanted = (Participant(ActorId(4711), Role.PRACTITIONER), Participant(KOC, Role.PRACTITIONER))
    assert meeting(practice, practice.types[VISIT], wanted) == {0: 1}
    assert meeting(practice, practice.types[VISIT], wanted[:1]) == {}
