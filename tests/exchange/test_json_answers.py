"""Outcomes as the one line that answers a request."""

import json
from dataclasses import replace

import pytest

from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry
from praxidesk.engine.outcomes import (
    Change,
    Conflict,
    Done,
    FieldError,
    Free,
    Invalid,
    Refused,
    Slot,
    SlotsFound,
)
from praxidesk.engine.requests import BookRequest, NewPatient, Participant, PatientNumber
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ActorId,
    ConflictKind,
    EntryId,
    EntryKind,
    Role,
    Severity,
    Status,
)
from praxidesk.exchange.json_answers import agenda_line, answer
from tests.exchange.practices import KONTR, OP1, PRACTICE, R1, WEB, ZONE

NINE = 1_795_420_800
HALF_PAST = NINE + 1800
ANNA = PatientOnEntry(ActorId(99), "P-1001", "Müller", "Anna", None, "", "")
ENTRY = Entry(
    id=EntryId(4711),
    version=2,
    kind=EntryKind.APPOINTMENT,
    status=Status.CHECKED_IN,
    starts_at=NINE,
    ends_at=HALF_PAST,
    type=KONTR,
    procedure=None,
    phases=None,
    patient=ANNA,
    note="nüchtern",
    reason="",
    override_reason="Notfall",
    allocations=(
        Allocation(WEB, Role.PRACTITIONER, NINE, HALF_PAST, blocking=False),
        Allocation(ANNA.id, Role.PATIENT, NINE, HALF_PAST),
    ),
)
BUSY = Conflict(ConflictKind.PRACTITIONER_BUSY, Severity.BLOCKING, Span(NINE, NINE + 600), WEB, EntryId(4650))


def test_a_success_says_where_it_stands() -> None:
    assert answer(
        Done(Change.BOOKED, ENTRY), PRACTICE, ZONE, BookRequest(EntryKind.APPOINTMENT, NINE, ())
    ) == {
        "outcome": "booked",
        "id": 4711,
        "version": 2,
        "start": "2026-11-23T09:00:00+01:00",
        "end": "2026-11-23T09:30:00+01:00",
        "warnings": [],
    }


@pytest.mark.parametrize("change", list(Change))
def test_each_verb_has_its_outcome(change: Change) -> None:
    words = {"booked", "moved", "cancelled", "changed"}
    assert answer(Done(change, ENTRY), PRACTICE, ZONE)["outcome"] == change.value
    assert change.value in words


def test_a_new_patient_gets_a_number_and_a_replay_says_so() -> None:
    new = BookRequest(EntryKind.APPOINTMENT, NINE, (), patient=NewPatient("Müller", "Anna", None))
    known = replace(new, patient=PatientNumber("P-1001"))
    done = Done(Change.BOOKED, ENTRY, replayed=True)
    assert answer(done, PRACTICE, ZONE, new)["patient"] == "P-1001"
    assert "patient" not in answer(done, PRACTICE, ZONE, known)
    assert answer(done, PRACTICE, ZONE)["patient"] == "P-1001"
    assert answer(done, PRACTICE, ZONE)["replayed"] is True


def test_a_refusal_names_every_conflict_and_what_would_be_free() -> None:
    slot = Slot(
        HALF_PAST, HALF_PAST + 600, (Participant(WEB, Role.PRACTITIONER, 5, 10), Participant(R1, Role.ROOM))
    )
    assert answer(Refused((BUSY,), (slot,)), PRACTICE, ZONE) == {
        "outcome": "refused",
        "conflicts": [
            {
                "kind": "practitioner_busy",
                "severity": "blocking",
                "actor": "WEB",
                "entry": 4650,
                "start": "2026-11-23T09:00:00+01:00",
                "end": "2026-11-23T09:10:00+01:00",
                "message": "Lena Weber (WEB) is taken by entry 4650 on 2026-11-23 from 09:00 to 09:10",
            }
        ],
        "alternatives": [
            {
                "start": "2026-11-23T09:30:00+01:00",
                "participants": [
                    {"actor": "WEB", "role": "practitioner", "from": 5, "minutes": 10},
                    {"actor": "R1", "role": "room"},
                ],
            }
        ],
    }


def test_a_busy_patient_is_named_by_number() -> None:
    conflict = Conflict(
        ConflictKind.PATIENT_BUSY, Severity.BLOCKING, Span(NINE, HALF_PAST), ANNA.id, EntryId(4711)
    )
    refused = answer(Refused((conflict,), others=(ENTRY,)), PRACTICE, ZONE)
    assert [each["actor"] for each in refused["conflicts"]] == ["P-1001"]  # type: ignore[attr-defined]
    request = BookRequest(EntryKind.APPOINTMENT, NINE, (), patient=PatientNumber("P-7"))
    free = answer(Free(Span(NINE, HALF_PAST), (), (conflict,)), PRACTICE, ZONE, request)
    assert [each["actor"] for each in free["warnings"]] == ["P-7"]  # type: ignore[attr-defined]


def test_a_stale_version_shows_the_present_state() -> None:
    conflict = Conflict(ConflictKind.STALE_VERSION, Severity.BLOCKING, Span(NINE, HALF_PAST), entry=ENTRY.id)
    refused = answer(Refused((conflict,), current=ENTRY), PRACTICE, ZONE)
    assert refused["current"] == agenda_line(ENTRY, PRACTICE, ZONE)
    assert refused["conflicts"][0]["current"] == refused["current"]  # type: ignore[index]


def test_a_check_says_who_would_take_part() -> None:
    free = Free(Span(NINE, HALF_PAST), (Participant(OP1, Role.ROOM),))
    assert answer(free, PRACTICE, ZONE) == {
        "outcome": "free",
        "start": "2026-11-23T09:00:00+01:00",
        "end": "2026-11-23T09:30:00+01:00",
        "participants": [{"actor": "OP1", "role": "room"}],
        "warnings": [],
    }


def test_what_is_invalid_is_named_field_by_field() -> None:
    invalid = Invalid((FieldError("start", "is missing"), FieldError("", "x")))
    assert answer(invalid, PRACTICE, ZONE) == {
        "outcome": "invalid",
        "errors": [{"field": "start", "message": "is missing"}, {"field": "", "message": "x"}],
    }


def test_slots_are_listed_with_the_last_day_searched() -> None:
    slot = Slot(NINE, HALF_PAST, (Participant(WEB, Role.PRACTITIONER),))
    found = SlotsFound((slot,), ZONE.day_of(NINE))
    assert answer(found, PRACTICE, ZONE) == {
        "slots": [
            {
                "start": "2026-11-23T09:00:00+01:00",
                "end": "2026-11-23T09:30:00+01:00",
                "participants": [{"actor": "WEB", "role": "practitioner"}],
            }
        ],
        "searched_to": "2026-11-23",
    }


def test_an_agenda_line_has_everybody_the_patient_too() -> None:
    assert agenda_line(ENTRY, PRACTICE, ZONE) == {
        "id": 4711,
        "version": 2,
        "kind": "appointment",
        "status": "checked-in",
        "type": "KONTR",
        "procedure": None,
        "patient": "P-1001",
        "start": "2026-11-23T09:00:00+01:00",
        "end": "2026-11-23T09:30:00+01:00",
        "note": "nüchtern",
        "reason": "",
        "override": "Notfall",
        "participants": [
            {
                "actor": "WEB",
                "role": "practitioner",
                "start": "2026-11-23T09:00:00+01:00",
                "end": "2026-11-23T09:30:00+01:00",
                "blocking": False,
            },
            {
                "actor": "P-1001",
                "role": "patient",
                "start": "2026-11-23T09:00:00+01:00",
                "end": "2026-11-23T09:30:00+01:00",
                "blocking": True,
            },
        ],
    }


@pytest.mark.parametrize("kind", list(ConflictKind))
@pytest.mark.parametrize("actor", [None, WEB, ANNA.id], ids=["nobody", "practitioner", "unknown-patient"])
def test_every_kind_has_a_sentence_and_can_be_written(kind: ConflictKind, actor: ActorId | None) -> None:
    conflict = Conflict(kind, Severity.WARNING, Span(NINE, NINE), actor, EntryId(1), Role.SURGEON)
    free = answer(Free(Span(NINE, HALF_PAST), (), (conflict,)), PRACTICE, ZONE)
    [warning] = json.loads(json.dumps(free))["warnings"]
    assert warning["kind"] == kind
    assert "{" not in warning["message"]
    assert "None" not in warning["message"]
    assert warning["message"] == " ".join(warning["message"].split())


@pytest.mark.parametrize(
    ("seconds", "says"),
    [(0, "has no time between"), (60, "only 1 minute between"), (300, "only 5 minutes between")],
)
def test_a_gap_says_how_short_it_is(seconds: int, says: str) -> None:
    conflict = Conflict(
        ConflictKind.GAP_TOO_SHORT, Severity.BLOCKING, Span(NINE, NINE + seconds), WEB, EntryId(4650)
    )
    [found] = json.loads(json.dumps(answer(Refused((conflict,)), PRACTICE, ZONE)))["conflicts"]
    assert says in found["message"]
