from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.requests import BookRequest, MoveRequest, NewPatient, Participant, SlotNeed
from praxidesk.engine.vocabulary import ActorId, EntryKind, Phase, Role, TypeId
from praxidesk.ui.booking.draft import (
    Draft,
    Missing,
    Seat,
    first_draft,
    of_entry,
    total_minutes,
    with_kind,
    with_person,
    with_procedure,
    with_seat,
    with_slot,
    with_type,
    without_seat,
)
from praxidesk.ui.booking.draft_requests import booking, change, missing, search, starts_at
from tests.ui.desk_practice import (
    BRANDT,
    CARM,
    CHECKUP,
    FIRST_VISIT,
    KNEE,
    KOC,
    LINDQVIST,
    MONDAY,
    OP1,
    ROOM1,
    SONO,
    WEBER,
    ZONE,
    at,
    entries,
    patients,
    practice,
)

PRACTICE = practice()
KAYA = patients()[ActorId(1002)]


def draft(minute: int | None = 600, **changes: object) -> Draft:
    made = first_draft(PRACTICE, EntryKind.APPOINTMENT, MONDAY, minute, wished=(WEBER,))
    return replace(made, **{"patient": KAYA, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("actor", "type_"),
    [(WEBER, CHECKUP), (LINDQVIST, TypeId(3)), (ROOM1, FIRST_VISIT)],
)
def test_a_draft_begins_with_the_first_type_its_column_can_do(actor: ActorId, type_: TypeId) -> None:
    made = first_draft(PRACTICE, EntryKind.APPOINTMENT, MONDAY, 600, wished=(actor,))
    assert made.type == type_
    assert actor in {seat.actor for seat in made.seats}


def test_another_type_keeps_who_still_fits() -> None:
    assert [seat.actor for seat in with_type(PRACTICE, draft(), FIRST_VISIT).seats] == [WEBER, None]
    assert [seat.actor for seat in with_type(PRACTICE, draft(), SONO).seats] == [None]


def test_an_operation_seats_its_team() -> None:
    made = with_procedure(PRACTICE, with_kind(PRACTICE, draft(), EntryKind.OPERATION), KNEE)
    assert [(seat.role, seat.actor) for seat in made.seats] == [
        (Role.SURGEON, WEBER),
        (Role.ANAESTHETIST, None),
        (Role.ROOM, None),
        (Role.DEVICE, None),
    ]
    assert total_minutes(PRACTICE, made) == 90
    assert total_minutes(PRACTICE, replace(made, minutes=60)) == 105
    request = booking(replace(made, minutes=60), ZONE)
    assert (request.phases, request.minutes, request.fill) == ({Phase.SURGERY: 60}, None, True)


def test_a_booking_asks_for_exactly_what_is_chosen() -> None:
    assert booking(draft(note="Brief"), ZONE) == BookRequest(
        EntryKind.APPOINTMENT,
        at("10:00"),
        (Participant(WEBER, Role.PRACTITIONER),),
        type=CHECKUP,
        patient=KAYA.id,
        note="Brief",
    )


def test_an_open_seat_is_left_to_the_desk() -> None:
    request = booking(with_seat(draft(), 0, None), ZONE)
    assert request.participants == ()
    assert request.fill


@pytest.mark.parametrize(
    ("made", "lacks"),
    [
        (draft(), ()),
        (draft(None), (Missing.TIME,)),
        (draft(patient=None), (Missing.PATIENT,)),
        (draft(type=None), (Missing.SERVICE,)),
        (draft(150, day=date(2027, 3, 28)), (Missing.NONEXISTENT_TIME,)),
        (
            Draft(EntryKind.BLOCKOUT, MONDAY),
            (Missing.REASON, Missing.PEOPLE, Missing.TIME),
        ),
        (Draft(EntryKind.BLOCKOUT, MONDAY, 600, reason="Team", seats=(Seat(Role.ROOM, actor=ROOM1),)), ()),
    ],
)
def test_what_a_draft_still_lacks(made: Draft, lacks: tuple[Missing, ...]) -> None:
    assert missing(PRACTICE, made, ZONE) == lacks


def test_the_hour_that_summer_time_skips_has_no_instant() -> None:
    assert starts_at(draft(150, day=date(2027, 3, 28)), ZONE) is None
    assert starts_at(draft(180, day=date(2027, 3, 28)), ZONE) is not None


def test_a_slot_gives_time_and_people() -> None:
    made = with_type(PRACTICE, draft(None), FIRST_VISIT)
    slot = Slot(
        at("16:00"), at("16:30"), (Participant(KOC, Role.PRACTITIONER), Participant(ROOM1, Role.ROOM))
    )
    chosen = with_slot(made, ZONE, slot)
    assert (chosen.minute, [seat.actor for seat in chosen.seats]) == (16 * 60, [KOC, ROOM1])


def test_a_search_is_narrowed_to_those_chosen() -> None:
    made = with_type(PRACTICE, draft(None), FIRST_VISIT)
    request = search(PRACTICE, made, MONDAY)
    assert request.needs == (
        SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB",))),
        SlotNeed(Need(Role.ROOM, category="consulting")),
    )
    assert (request.limit, request.minutes, request.patient) == (0, 30, KAYA.id)
    assert search(PRACTICE, made, MONDAY, far=True).limit == 3


def test_a_new_patient_is_not_searched_for() -> None:
    assert search(PRACTICE, draft(patient=NewPatient("Neu", "", None)), MONDAY).patient is None


def test_an_entry_becomes_a_draft_and_back_without_a_change() -> None:
    for entry in entries():
        assert change(of_entry(PRACTICE, ZONE, entry), ZONE) is None, entry


def test_people_beyond_the_needs_stay_and_can_leave() -> None:
    entry = next(each for each in entries() if each.id == 4)
    made = of_entry(PRACTICE, ZONE, entry)
    assert [(seat.actor, seat.need is None) for seat in made.seats] == [(WEBER, False), (ROOM1, True)]
    assert change(without_seat(made, 1), ZONE) == MoveRequest(
        entry.id, 1, participants=(Participant(WEBER, Role.PRACTITIONER),)
    )
    added = change(with_person(PRACTICE, made, CARM), ZONE)
    assert added is not None
    assert added.participants == (
        Participant(WEBER, Role.PRACTITIONER),
        Participant(ROOM1, Role.ROOM),
        Participant(CARM, Role.DEVICE),
    )


def test_unfit_people_chosen_by_hand_are_kept_for_the_check_to_judge() -> None:
    made = with_seat(draft(), 0, BRANDT)
    assert booking(made, ZONE).participants == (Participant(BRANDT, Role.PRACTITIONER),)


def test_an_operation_room_is_not_a_consulting_room() -> None:
    made = first_draft(PRACTICE, EntryKind.APPOINTMENT, MONDAY, 600, wished=(OP1,))
    assert OP1 not in {seat.actor for seat in made.seats}
