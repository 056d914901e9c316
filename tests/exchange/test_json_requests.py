"""What a request line may say, and that everything else is named as invalid."""

import json
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    MoveRequest,
    NewPatient,
    Participant,
    PatientNumber,
)
from praxidesk.engine.vocabulary import EntryKind, Phase, Role, Status
from praxidesk.exchange.json_bookings import parse_any_check, parse_booking
from praxidesk.exchange.json_combined_slots import parse_any_slots
from praxidesk.exchange.json_requests import parse_cancel, parse_move, parse_status
from tests.exchange.practices import KNIE, KONTR, OP1, PRACTICE, R1, US, WEB, ZONE
from tests.exchange.request_lines import MEETING, NINE, OPERATION, VISIT, book, booked, errors


def test_an_appointment_is_read_whole() -> None:
    request = booked(
        VISIT
        | {
            "key": "2f0c",
            "kind": "appointment",
            "patient": "P-1001",
            "minutes": 20,
            "participants": [
                {"actor": "WEB", "role": "practitioner", "from": 5, "minutes": 10},
                {"actor": "R1", "role": "room"},
            ],
            "override": {"reason": "Notfall"},
            "note": "nüchtern\n\x01",
            "fill": True,
        }
    )
    assert request.kind is EntryKind.APPOINTMENT
    assert request.starts_at == NINE
    assert (request.type, request.procedure, request.minutes) == (KONTR, None, 20)
    assert request.participants == (Participant(WEB, Role.PRACTITIONER, 5, 10), Participant(R1, Role.ROOM))
    assert request.patient == PatientNumber("P-1001")
    assert (request.override_reason, request.note, request.fill) == ("Notfall", "nüchtern\n\x01", True)
    assert request.key is not None
    assert request.key.key == "2f0c"
    assert request.status is Status.BOOKED
    assert request.entry is None


def test_an_operation_is_known_by_its_procedure() -> None:
    request = booked(OPERATION | {"phases": {"surgery": 90, "cleaning": 0}})
    assert (request.kind, request.procedure, request.type) == (EntryKind.OPERATION, KNIE, None)
    assert request.phases == {Phase.SURGERY: 90, Phase.CLEANING: 0}


def test_a_blockout_says_what_it_is() -> None:
    request = booked(MEETING)
    assert (request.kind, request.reason, request.minutes) == (EntryKind.BLOCKOUT, "Teamsitzung", 60)


@pytest.mark.parametrize(
    ("patient", "expected"),
    [
        pytest.param(None, None, id="nobody"),
        pytest.param("00017", PatientNumber("00017"), id="number"),
        pytest.param(
            {"family": "Müller", "given": "Anna", "birth_date": "1984-02-29"},
            NewPatient("Müller", "Anna", date(1984, 2, 29)),
            id="new",
        ),
        pytest.param(
            {"family": "Kowalski", "given": "Jan", "birth_date": None},
            NewPatient("Kowalski", "Jan", None),
            id="birth-date-null",
        ),
        pytest.param({"family": "Suharto", "given": ""}, NewPatient("Suharto", "", None), id="one-name"),
    ],
)
def test_a_patient_is_a_number_or_somebody_new(patient: Any, expected: object) -> None:
    assert booked(VISIT | {"patient": patient}).patient == expected


@pytest.mark.parametrize(
    ("start", "instant"),
    [
        pytest.param("2026-11-23T09:00", NINE, id="wall-time"),
        pytest.param("2026-11-23T09:00:00", NINE, id="seconds"),
        pytest.param("2026-11-23T08:00:00.000Z", NINE, id="javascript"),
        pytest.param("2026-11-23T09:00+01:00", NINE, id="offset"),
        pytest.param("2026-11-22T22:00-10:00", NINE, id="offset-of-hawaii"),
        pytest.param("2026-10-25T02:30", 1_792_888_200, id="twice-is-the-first"),
        pytest.param("2026-10-25T02:30+01:00", 1_792_888_200 + 3600, id="the-second-by-offset"),
    ],
)
def test_a_start_is_wall_time_or_an_instant(start: str, instant: int) -> None:
    assert booked(VISIT | {"start": start}).starts_at == instant


@pytest.mark.parametrize(
    ("start", "says"),
    [
        pytest.param("2026-03-29T02:30", "does not exist in Europe/Berlin", id="skipped-hour"),
        pytest.param("2027-02-29T09:00", "no day of the calendar", id="29-february"),
        pytest.param("2026-13-01T09:00", "no day of the calendar", id="month-13"),
        pytest.param("2026-11-23T24:00", "no time of day", id="24:00"),
        pytest.param("2026-11-23T09:60", "no time of day", id="minute-60"),
        pytest.param("2026-11-23T09:00:30", "no whole minute", id="seconds"),
        pytest.param("2026-11-23T09:00:00.5Z", "no whole minute", id="half-a-second"),
        pytest.param("2026-11-23 09:00", "no moment such as", id="space"),
        pytest.param("2026-11-23T9:00", "no moment such as", id="one-digit-hour"),
        pytest.param("2026-11-23T09:00+0100", "no moment such as", id="offset-without-colon"),
        pytest.param("2026-11-23T09:00+24:00", "no clock on earth", id="offset-of-a-day"),
        pytest.param("2026-11-23T09:00 ", "no moment such as", id="trailing-space"),
        pytest.param("2026-11-23T09:00\n", "no moment such as", id="trailing-line-end"),
        pytest.param("٢٠٢٦-11-23T09:00", "no moment such as", id="arabic-digits"),
        pytest.param("2026-11-23", "no moment such as", id="no-time"),
        pytest.param("2026-W48-1T09:00", "no moment such as", id="week-date"),
        pytest.param("0001-01-01T00:00", "years 1900 to 2999", id="year-1"),
        pytest.param("9999-12-31T23:59Z", "years 1900 to 2999", id="year-9999"),
        pytest.param(NINE, "1795420800 is no moment", id="number"),
        pytest.param(None, "null is no moment", id="null"),
    ],
)
def test_a_start_that_is_none_is_named(start: Any, says: str) -> None:
    found = errors(book(VISIT | {"start": start}))
    assert list(found) == ["start"]
    assert says in found["start"]


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        pytest.param({"colour": "red"}, "colour", "unknown key", id="unknown-key"),
        pytest.param({"id": 4}, "id", "unknown key", id="id-is-for-checks"),
        pytest.param({"status": "arrived"}, "status", "is none of booked", id="status-is-a-verb"),
        pytest.param({"kind": "party"}, "kind", '"party" is none of appointment', id="kind"),
        pytest.param({"kind": "operation"}, "type", "procedure instead of a type", id="operation-with-type"),
        pytest.param({"procedure": "KNIE"}, "procedure", "beside type", id="both"),
        pytest.param({"type": "NIX"}, "type", '"NIX" is no code of an appointment type', id="type"),
        pytest.param({"type": 3}, "type", "3 is no code", id="type-number"),
        pytest.param({"minutes": 0}, "minutes", "0 is not from 1 to 1,500", id="zero"),
        pytest.param({"minutes": -5}, "minutes", "-5", id="negative"),
        pytest.param({"minutes": 1501}, "minutes", "1501", id="over-25-hours"),
        pytest.param({"minutes": 10**30}, "minutes", "more than 18 digits", id="huge"),
        pytest.param({"minutes": 20.5}, "minutes", "20.5 is no whole number", id="fraction"),
        pytest.param({"minutes": True}, "minutes", "true is no whole number", id="true"),
        pytest.param({"minutes": "20"}, "minutes", '"20" is no whole number', id="text"),
        pytest.param({"minutes": None}, "minutes", "null is no whole number", id="null"),
        pytest.param({"phases": {"surgery": 5}}, "phases", "only an operation", id="phases"),
        pytest.param({"reason": "x"}, "reason", "only a blockout", id="reason"),
        pytest.param({"participants": None}, "participants", "null is no list", id="nobody"),
        pytest.param({"participants": ["WEB"]}, "participants[0]", '"WEB" is not made of', id="code-only"),
        pytest.param({"participants": [{"role": "room"}]}, "participants[0].actor", "missing", id="no-actor"),
        pytest.param({"participants": [{"actor": "R1"}]}, "participants[0].role", "missing", id="no-role"),
        pytest.param(
            {"participants": [{"actor": "NIX", "role": "room"}]},
            "participants[0].actor",
            '"NIX" is no code',
            id="unknown-actor",
        ),
        pytest.param(
            {"participants": [{"actor": "WEB", "role": "king"}]},
            "participants[0].role",
            '"king" is none of',
            id="unknown-role",
        ),
        pytest.param(
            {"participants": [{"actor": "WEB", "role": "patient"}]},
            "participants[0].role",
            '"patient" is none of',
            id="patient-as-participant",
        ),
        pytest.param(
            {"participants": [{"actor": "WEB", "role": "room"}]},
            "participants[0].role",
            '"WEB" is a practitioner and cannot be room',
            id="impossible-role",
        ),
        pytest.param(
            {"participants": [{"actor": "R1", "role": "room", "from": -1}]},
            "participants[0].from",
            "-1",
            id="part-before-the-entry",
        ),
        pytest.param(
            {"participants": [{"actor": "R1", "role": "room", "minutes": 0}]},
            "participants[0].minutes",
            "0 is not",
            id="empty-part",
        ),
        pytest.param(
            {"participants": [{"actor": "R1", "role": "room", "till": 5}]},
            "participants[0].till",
            "unknown key",
            id="unknown-key-of-a-participant",
        ),
        pytest.param({"patient": 5}, "patient", "5 is no text", id="patient-number"),
        pytest.param({"patient": ""}, "patient", "empty", id="patient-blank"),
        pytest.param({"patient": ["P-1"]}, "patient", "[…] is no text", id="patient-list"),
        pytest.param({"patient": {"given": "A"}}, "patient.family", "missing", id="no-family"),
        pytest.param({"patient": {"family": "A"}}, "patient.given", "missing", id="no-given"),
        pytest.param(
            {"patient": {"family": " ", "given": "B"}}, "patient.family", "empty", id="blank-family"
        ),
        pytest.param(
            {"patient": {"family": "A\tB", "given": "B"}}, "patient.family", "U+0009", id="tab-in-a-name"
        ),
        pytest.param(
            {"patient": {"family": "A", "given": "B", "birth_date": "2027-02-29"}},
            "patient.birth_date",
            "no day of the calendar",
            id="born-on-no-day",
        ),
        pytest.param(
            {"patient": {"family": "A", "given": "B", "number": "5"}},
            "patient.number",
            "unknown key",
            id="own-number",
        ),
        pytest.param({"note": "a\0b"}, "note", "NUL", id="nul"),
        pytest.param({"note": "x" * 20_001}, "note", "20,001 characters", id="long-note"),
        pytest.param({"note": "\ud800"}, "note", "half characters", id="half-a-pair"),
        pytest.param({"note": None}, "note", "null is no text", id="note-null"),
        pytest.param({"key": ""}, "key", "empty", id="empty-key"),
        pytest.param({"key": "k" * 201}, "key", "at most 200", id="long-key"),
        pytest.param({"key": 5}, "key", "5 is no text", id="key-number"),
        pytest.param({"override": {}}, "override.reason", "missing", id="override-without-reason"),
        pytest.param({"override": {"reason": " "}}, "override.reason", "empty", id="override-blank"),
        pytest.param({"override": True}, "override", "true is not made of", id="override-true"),
        pytest.param({"override": {"reason": "x", "by": "me"}}, "override.by", "unknown", id="override-by"),
        pytest.param({"fill": "yes"}, "fill", "neither true nor false", id="fill"),
        pytest.param({"\ud800\x1b": 1}, "\\ud800\\u001b", "unknown", id="unprintable-key"),
    ],
)
def test_what_an_appointment_cannot_say_is_named(change: dict[str, Any], field: str, says: str) -> None:
    found = errors(book(VISIT | change))
    assert list(found) == [field]
    assert says in found[field]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        pytest.param({"type": "KONTR", "participants": []}, "start", id="no-start"),
        pytest.param({"type": "KONTR", "start": "2026-11-23T09:00"}, "participants", id="nobody-and-no-fill"),
        pytest.param({"start": "2026-11-23T09:00", "participants": []}, "type", id="no-type"),
        pytest.param({**OPERATION, "minutes": 60}, "minutes", id="operation-minutes"),
        pytest.param({**OPERATION, "procedure": "NIX"}, "procedure", id="unknown-procedure"),
        pytest.param({**OPERATION, "kind": "appointment"}, "procedure", id="appointment-with-procedure"),
        pytest.param({**OPERATION, "phases": {"surgery": -1}}, "phases.surgery", id="negative-phase"),
        pytest.param({**OPERATION, "phases": {"recovery": 5}}, "phases.recovery", id="unknown-phase"),
        pytest.param({**MEETING, "participants": []}, "participants", id="blockout-of-nobody"),
        pytest.param({**MEETING, "reason": ""}, "reason", id="blockout-without-reason"),
        pytest.param({**MEETING, "patient": "P-1"}, "patient", id="blockout-with-patient"),
        pytest.param({k: v for k, v in MEETING.items() if k != "minutes"}, "minutes", id="endless-blockout"),
        pytest.param({k: v for k, v in MEETING.items() if k != "reason"}, "reason", id="no-reason"),
        pytest.param({**MEETING, "type": "KONTR"}, "type", id="blockout-with-type"),
        pytest.param({**MEETING, "procedure": "KNIE"}, "procedure", id="blockout-with-procedure"),
    ],
)
def test_what_a_kind_of_entry_needs_or_cannot_have_is_named(values: dict[str, Any], field: str) -> None:
    assert list(errors(book(values))) == [field]


def test_fill_needs_no_participants() -> None:
    request = booked({"type": "KONTR", "start": "2026-11-23T09:00", "fill": True})
    assert (request.participants, request.fill) == ((), True)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("[]", "no JSON object", id="list"),
        pytest.param("{", "no JSON", id="open"),
        pytest.param("", "no JSON", id="empty"),
        pytest.param('{"note": "a\tb"}', "no JSON: Invalid control character at character 12", id="raw-tab"),
        pytest.param('{"minutes": NaN}', "NaN", id="nan"),
        pytest.param('{"minutes": -Infinity}', "-Infinity", id="infinity"),
        pytest.param('{"minutes": 1e999}', "1e999", id="overflow"),
        pytest.param('{"minutes": ' + "9" * 5000 + "}", "thousands of digits", id="endless-number"),
        pytest.param("[" * 200_000, "too deeply", id="deep"),
        pytest.param('{"a": ' * 200_000, "too deeply", id="deep-objects"),
    ],
)
def test_a_line_that_is_no_object_is_invalid_as_a_whole(line: str, says: str) -> None:
    found = errors(book(line))
    assert list(found) == [""]
    assert says in found[""]


def test_a_key_that_stands_twice_is_named_where_it_stands() -> None:
    line = (
        json.dumps(VISIT).replace('"role"', '"actor": "KOC", "role"').replace('"type"', '"type": "X", "type"')
    )
    assert errors(book(line)) == {"type": "stands twice", "participants[0].actor": "stands twice"}


def test_whole_numbers_may_be_written_with_a_fraction_of_zero() -> None:
    assert booked(json.dumps(VISIT | {"minutes": 20}).replace("20}", "2e1}")).minutes == 20


def fingerprint(line: str) -> str:
    request = book(line)
    assert isinstance(request, BookRequest)
    assert request.key is not None
    return request.key.fingerprint


def test_requests_equal_as_json_have_one_fingerprint() -> None:
    line = json.dumps(VISIT | {"key": "k", "minutes": 20, "note": "ü"})
    same = json.dumps(
        dict(reversed((VISIT | {"key": "k", "minutes": 20.0, "note": "ü"}).items())),
        ensure_ascii=False,
        indent=1,
    )
    assert fingerprint(line) == fingerprint(same)
    assert fingerprint(line) != fingerprint(line.replace("20", "21"))
    assert fingerprint(line) != fingerprint(
        line.replace("}", ', "fill": false}', 2).replace(', "fill": false}', "}", 1)
    )


def test_the_verb_belongs_to_the_fingerprint() -> None:
    cancelled = parse_cancel('{"id": 1, "version": 1, "key": "k"}', PRACTICE, ZONE)
    moved = parse_move('{"id": 1, "version": 1, "key": "k"}', PRACTICE, ZONE)
    assert isinstance(cancelled, CancelRequest)
    assert isinstance(moved, MoveRequest)
    assert cancelled.key != moved.key


PARSERS: list[Callable[..., object]] = [
    parse_booking,
    parse_any_check,
    parse_move,
    parse_cancel,
    parse_status,
    parse_any_slots,
]

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["WEB", "R1", "KONTR", "KNIE", "2026-11-23T09:00", "2026-11-23", "room", "P-1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)

KEYS = st.sampled_from(
    [
        *("key", "kind", "type", "procedure", "patient", "start", "minutes", "phases", "participants"),
        *("override", "note", "reason", "fill", "id", "version", "status", "from", "to", "limit", "step"),
        *("weekdays", "between", "need", "actor", "role", "family", "given", "birth_date", "any", "all"),
    ]
)


@given(st.text(), st.sampled_from(PARSERS))
def test_any_text_is_answered(line: str, parse: Callable[..., object]) -> None:
    parse(line, PRACTICE, ZONE)


@given(
    st.dictionaries(KEYS, VALUES | st.dictionaries(KEYS, VALUES) | st.lists(st.dictionaries(KEYS, VALUES))),
    st.sampled_from(PARSERS),
    st.sampled_from([{}, VISIT, OPERATION, MEETING, {"id": 1, "version": 1}]),
)
def test_any_object_is_answered_in_printable_words(
    values: dict[str, Any], parse: Callable[..., object], around: dict[str, Any]
) -> None:
    outcome = parse(json.dumps(around | values), PRACTICE, ZONE)
    if isinstance(outcome, Invalid):
        assert outcome.errors
        for error in outcome.errors:
            assert error.message
            words = error.field + error.message
            assert not [character for character in words if unicodedata.category(character) in ("Cc", "Cs")]


def test_devices_and_operating_rooms_take_part_in_their_roles() -> None:
    request = booked(
        OPERATION
        | {"participants": [{"actor": "OP1", "role": "room"}, {"actor": "US", "role": "device", "from": 20}]}
    )
    assert request.participants == (Participant(OP1, Role.ROOM), Participant(US, Role.DEVICE, 20))
