"""What a slot search answers beside its slots, as JSON and in sentences."""

from dataclasses import replace
from typing import Any

import pytest

from praxidesk.engine.outcomes import (
    BlockedSpan,
    Blocker,
    Habit,
    MovedEntry,
    Neatness,
    OtherMember,
    OtherPlace,
    Reason,
    Release,
    Slot,
    SlotsFound,
    WhyNotEarlier,
    Workload,
)
from praxidesk.engine.requests import Participant, PatientNumber, SlotRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, EntryKind, Role, type_service
from praxidesk.exchange.json_answers import answer
from praxidesk.exchange.names import Names
from praxidesk.exchange.slot_messages import blocker_message, reason_message, release_message, why_message
from tests.exchange.practices import KONTR, OP1, PRACTICE, R1, WEB, ZONE
from tests.exchange.test_json_answers import HALF_PAST, NINE

KOC = PRACTICE.actor_ids["KOC"]
NAMES = Names(PRACTICE, ZONE, {}, "P-1001")
PATIENT = ActorId(777)
SERVICE = type_service(KONTR)
SLOT = Slot(NINE, HALF_PAST, (Participant(WEB, Role.PRACTITIONER),))
BUSY = Blocker(WEB, ConflictKind.PRACTITIONER_BUSY, EntryId(7), HALF_PAST)
AWAY = Blocker(KOC, ConflictKind.ABSENT, None, NINE + 86400)
WAITING = BlockedSpan(Span(NINE, HALF_PAST), (BUSY, AWAY), Role.PRACTITIONER, 0, 6)


def answered(found: SlotsFound, request: SlotRequest | None = None) -> dict[str, Any]:
    return answer(found, PRACTICE, ZONE, request)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Neatness(0, 0), "it fills a gap exactly"),
        (Neatness(1, 30), "it leaves 1 free piece of 30 minutes beside it"),
        (Neatness(2, 90), "it leaves 2 free pieces of 90 minutes beside it"),
        (Workload(30, (WEB,)), "Lena Weber (WEB) is taken for 30 minutes in the days searched"),
        (Habit(SERVICE, 1, 9, 60, 120, 9), "Kontrolle is mostly booked on Tuesdays from 9 to 10 (60 of 120)"),
        (
            Habit(SERVICE, 4, 10, 14, 182, 40),
            "Kontrolle is often booked on Fridays from 10 to 11 (14 of 182)",
        ),
        (Habit(SERVICE, 4, 10, 6, 160, 40), "Kontrolle is often booked on Fridays from 10 to 11 (6 of 160)"),
        (
            Habit(SERVICE, 4, 10, 5, 160, 40),
            "Kontrolle is sometimes booked on Fridays from 10 to 11 (5 of 160)",
        ),
        (Habit(SERVICE, 4, 16, 2, 160, 40), "Kontrolle is seldom booked on Fridays from 16 to 17 (2 of 160)"),
        (Habit(SERVICE, 6, 0, 0, 120, 40), "Kontrolle is never booked on Sundays from 0 to 1 (0 of 120)"),
        (
            Habit(SERVICE, 1, 9, 0, 0, 0),
            "nothing is known yet of the times at which the practice has this: the earliest comes first",
        ),
    ],
)
def test_a_slot_says_why_it_stands_where_it_does(reason: Reason, sentence: str) -> None:
    assert reason_message(reason, NAMES) == sentence
    assert answered(SlotsFound((SLOT._replace(reason=reason),), ZONE.day_of(NINE)))["slots"][0] == {
        "start": "2026-11-23T09:00:00+01:00",
        "end": "2026-11-23T09:30:00+01:00",
        "participants": [{"actor": "WEB", "role": "practitioner"}],
        "reason": sentence,
    }


def test_substitutes_name_whom_they_stand_for() -> None:
    found = answered(SlotsFound((), ZONE.day_of(NINE), (SLOT._replace(instead_of=((WEB, KOC),)),)))
    assert found["slots"] == []
    assert found["substitutes"][0]["instead_of"] == {"WEB": "KOC"}


def test_an_explanation_has_spans_release_and_a_sentence() -> None:
    release = Release(SLOT._replace(instead_of=((WEB, KOC),)), OtherMember(WEB, KOC))
    why = WhyNotEarlier((WAITING,), release, HALF_PAST)
    found = answered(SlotsFound((), ZONE.day_of(NINE), why_not_earlier=why))["why_not_earlier"]
    assert found["spans"] == [
        {
            "start": "2026-11-23T09:00:00+01:00",
            "end": "2026-11-23T09:30:00+01:00",
            "role": "practitioner",
            "need": 0,
            "blockers": [
                {
                    "actor": "WEB",
                    "kind": "practitioner_busy",
                    "entry": 7,
                    "until": "2026-11-23T09:30:00+01:00",
                    "message": "Lena Weber (WEB) is taken by entry 7 until 2026-11-23 09:30",
                },
                {
                    "actor": "KOC",
                    "kind": "absent",
                    "entry": None,
                    "until": "2026-11-24T09:00:00+01:00",
                    "message": blocker_message(AWAY, NAMES),
                },
            ],
        }
    ]
    assert found["until"] == "2026-11-23T09:30:00+01:00"
    assert found["release"]["change"] == "member"
    assert (found["release"]["actor"], found["release"]["instead_of"]) == ("WEB", "KOC")
    assert found["release"]["start"] == found["release"]["slot"]["start"] == "2026-11-23T09:00:00+01:00"
    assert found["message"] == (
        "before 2026-11-23 09:30 no practitioner is free: "
        f"{found['spans'][0]['blockers'][0]['message']}, {blocker_message(AWAY, NAMES)}; "
        f"{found['release']['message']}"
    )


def test_a_moved_entry_is_told_with_both_its_times() -> None:
    change = MovedEntry(EntryId(7), SERVICE, WEB, Span(NINE, HALF_PAST), HALF_PAST)
    found = answered(
        SlotsFound((), ZONE.day_of(NINE), why_not_earlier=WhyNotEarlier((), Release(SLOT, change), NINE))
    )
    release = found["why_not_earlier"]["release"]
    assert {key: release[key] for key in ("change", "entry", "actor", "from", "to")} == {
        "change": "move",
        "entry": 7,
        "actor": "WEB",
        "from": "2026-11-23T09:00:00+01:00",
        "to": "2026-11-23T09:30:00+01:00",
    }
    assert release["message"] == (
        "if Kontrolle of Lena Weber (WEB), entry 7, moved from 2026-11-23 09:00 to 2026-11-23 09:30, "
        "this could start at 2026-11-23 09:00"
    )


def test_another_room_is_told_as_such() -> None:
    change = OtherPlace(OP1, R1)
    sentence = release_message(Release(SLOT, change), NAMES)
    assert sentence == (
        f"in {NAMES.who(OP1)} instead of {NAMES.who(R1)} this could start at 2026-11-23 09:00"
    )


@pytest.mark.parametrize("kind", [kind for kind in ConflictKind if kind is not ConflictKind.STALE_VERSION])
def test_every_kind_of_blocker_has_a_sentence(kind: ConflictKind) -> None:
    for actor in (WEB, None):
        sentence = blocker_message(Blocker(actor, kind, EntryId(7), None), NAMES)
        assert sentence
        assert "{" not in sentence
        assert "None" not in sentence


def test_the_sentence_speaks_of_what_is_in_the_way_for_most_starts() -> None:
    closed = Blocker(None, ConflictKind.PRACTICE_CLOSED, None, HALF_PAST)
    patient = Blocker(PATIENT, ConflictKind.PATIENT_BUSY, EntryId(9), HALF_PAST)
    spans = (
        WAITING,
        BlockedSpan(Span(NINE, HALF_PAST + 86400), (closed,), None, None, 2),
        BlockedSpan(Span(NINE, HALF_PAST), (patient,), Role.PATIENT, None, 5),
    )
    assert "no practitioner is free" in why_message(WhyNotEarlier(spans, None, HALF_PAST), NAMES)
    longer = (*spans[:2], replace(spans[2], lost=7))
    assert why_message(WhyNotEarlier(longer, None, HALF_PAST), NAMES) == (
        "before 2026-11-23 09:30 there is no time, mostly because the patient P-1001 has entry 9 "
        "until 2026-11-23 09:30"
    )
    room = replace(WAITING, blockers=(BUSY,) * 4, role=Role.ROOM, lost=99)
    told = why_message(WhyNotEarlier((*spans, room), None, HALF_PAST), NAMES)
    assert told.startswith("before 2026-11-23 09:30 there is no time, mostly because no room is free: ")
    assert told.endswith(", 2 more are not free either")
    nobody = replace(WAITING, blockers=(), lost=99)
    assert why_message(WhyNotEarlier((nobody,), None, HALF_PAST), NAMES).endswith("no practitioner is free")


def test_who_is_in_the_way_for_a_part_of_the_time_is_not_told_as_the_whole_of_it() -> None:
    away = Blocker(WEB, ConflictKind.ABSENT, None, HALF_PAST)
    later = BlockedSpan(Span(HALF_PAST, HALF_PAST + 600), (BUSY,), Role.PRACTITIONER, 0, 2)
    spans = (replace(WAITING, blockers=(away,)), later)
    assert why_message(WhyNotEarlier(spans, None, HALF_PAST + 600), NAMES) == (
        "before 2026-11-23 09:40 there is no time, mostly because no practitioner is free: "
        "Lena Weber (WEB) is away until 2026-11-23 09:30"
    )


def test_the_patient_of_the_request_is_named_by_number() -> None:
    patient = Blocker(PATIENT, ConflictKind.PATIENT_BUSY, EntryId(9), HALF_PAST)
    span = BlockedSpan(Span(NINE, HALF_PAST), (patient,), Role.PATIENT)
    request = SlotRequest(
        EntryKind.APPOINTMENT, ZONE.day_of(NINE), ZONE.day_of(NINE), patient=PatientNumber("P-7")
    )
    why = WhyNotEarlier((span,), None, HALF_PAST)
    found = answered(SlotsFound((), ZONE.day_of(NINE), why_not_earlier=why), request)
    assert found["why_not_earlier"]["spans"][0]["blockers"][0]["actor"] == "P-7"
    assert found["why_not_earlier"]["release"] is None


def test_nothing_in_the_way_is_said_too() -> None:
    assert why_message(WhyNotEarlier((), None, NINE), NAMES) == (
        "nothing earlier is asked for: up to 2026-11-23 09:00 there is only closed time"
    )
