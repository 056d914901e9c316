"""Lines that book series and combinations, and their answers."""

import json
from datetime import date, datetime
from typing import Any

import pytest

from praxidesk.engine.outcomes import Conflict, Invalid
from praxidesk.engine.requests import BookRequest, CancelRequest, MoveRequest
from praxidesk.engine.series_outcomes import (
    DateOutcome,
    DateState,
    MissingDate,
    MissingReason,
    SeriesOutcome,
    Verdict,
    sibling,
)
from praxidesk.engine.series_requests import (
    CombinedRequest,
    CombinedSlotRequest,
    SeriesRequest,
    SeriesRule,
)
from praxidesk.engine.vocabulary import ConflictKind, Frequency, OnClash, Scope, Severity, Status
from praxidesk.exchange.json_bookings import parse_any_check, parse_booking
from praxidesk.exchange.json_bulk_answers import any_answer
from praxidesk.exchange.json_combined_slots import parse_any_slots
from praxidesk.exchange.json_requests import parse_cancel, parse_move
from tests.engine.diary import KOC, MONDAY, PRACTICE, ZONE, at, span

VISIT: dict[str, Any] = {
    "type": "VISIT",
    "start": "2026-11-23T09:00",
    "participants": [{"actor": "KOC", "role": "practitioner"}],
}
WEEKLY = {"every": "week", "count": 3}


def parsed(series: dict[str, Any], **more: Any) -> Any:
    return parse_booking(json.dumps(VISIT | {"series": series} | more), PRACTICE, ZONE)


def rule_of(series: dict[str, Any]) -> SeriesRule:
    request = parsed(series)
    assert isinstance(request, SeriesRequest), request
    return request.rule


@pytest.mark.parametrize(
    ("series", "rule"),
    [
        ({"every": "day", "count": 3}, SeriesRule(Frequency.DAILY, count=3)),
        (
            {"every": "week", "interval": 2, "weekdays": ["mon", "thu"], "until": "2027-01-31"},
            SeriesRule(Frequency.WEEKLY, 2, frozenset({0, 3}), until=date(2027, 1, 31)),
        ),
        ({"every": "month", "count": 3}, SeriesRule(Frequency.MONTHLY_BY_DATE, count=3)),
        ({"every": "month", "by": "date", "count": 3}, SeriesRule(Frequency.MONTHLY_BY_DATE, count=3)),
        ({"every": "month", "by": "weekday", "count": 3}, SeriesRule(Frequency.MONTHLY_BY_WEEKDAY, count=3)),
        (
            {"every": "month", "by": "last_weekday", "interval": 3, "count": 3},
            SeriesRule(Frequency.MONTHLY_BY_LAST_WEEKDAY, 3, count=3),
        ),
    ],
)
def test_rules_are_read(series: dict[str, Any], rule: SeriesRule) -> None:
    assert rule_of(series) == rule


def test_what_is_left_out_or_moved_is_read() -> None:
    request = parsed(
        WEEKLY | {"skip": ["2026-11-30"], "moved": {"2026-12-07": "2026-12-08T10:00"}, "on_clash": "skip"}
    )
    assert isinstance(request, SeriesRequest)
    assert request.skipped == {date(2026, 11, 30)}
    assert request.moved == {date(2026, 12, 7): ZONE.instant(datetime(2026, 12, 8, 10))}
    assert request.on_clash is OnClash.SKIP


@pytest.mark.parametrize(
    ("series", "fields"),
    [
        ({"every": "year", "count": 3}, ["series.every"]),
        ({"count": 3}, ["series.every"]),
        ({"every": "week"}, ["series"]),
        ({"every": "week", "count": 3, "until": "2027-01-01"}, ["series"]),
        ({"every": "week", "count": 0}, ["series.count"]),
        ({"every": "week", "count": 1001}, ["series.count"]),
        ({"every": "week", "count": True}, ["series.count"]),
        ({"every": "day", "count": 3, "weekdays": ["mon"]}, ["series.weekdays"]),
        ({"every": "week", "count": 3, "weekdays": []}, ["series.weekdays"]),
        ({"every": "week", "count": 3, "weekdays": ["mon", "mon"]}, ["series.weekdays[1]"]),
        ({"every": "week", "count": 3, "by": "date"}, ["series.by"]),
        ({"every": "month", "count": 3, "by": "easter"}, ["series.by"]),
        ({"every": "week", "count": 3, "interval": 0}, ["series.interval"]),
        ({"every": "week", "count": 3, "skip": ["tomorrow"]}, ["series.skip[0]"]),
        ({"every": "week", "count": 3, "moved": {"x": "2026-12-01T10:00"}}, ["series.moved.x"]),
        (
            {"every": "week", "count": 3, "moved": {"2026-11-30": "2027-03-28T02:30"}},
            ["series.moved.2026-11-30"],
        ),
        ({"every": "week", "count": 3, "on_clash": "pray"}, ["series.on_clash"]),
        ({"every": "week", "count": 3, "colour": 1}, ["series.colour"]),
    ],
)
def test_what_is_no_rule_is_named(series: dict[str, Any], fields: list[str]) -> None:
    answer = parsed(series)
    assert isinstance(answer, Invalid), answer
    assert [each.field for each in answer.errors] == fields


@pytest.mark.parametrize("value", [None, [], 3, "weekly"])
def test_a_series_is_an_object(value: object) -> None:
    answer = parse_booking(json.dumps(VISIT | {"series": value}), PRACTICE, ZONE)
    assert isinstance(answer, Invalid)
    assert [each.field for each in answer.errors] == ["series"]


def test_a_stored_entry_becomes_no_series() -> None:
    answer = parse_any_check(json.dumps(VISIT | {"series": WEEKLY, "id": 4}), PRACTICE, ZONE)
    assert isinstance(answer, Invalid)


def test_lines_without_series_are_as_ever() -> None:
    assert isinstance(parse_booking(json.dumps(VISIT), PRACTICE, ZONE), BookRequest)
    assert isinstance(
        parse_any_check(json.dumps({"id": 3, "start": "2026-11-23T10:00"}), PRACTICE, ZONE), MoveRequest
    )


@pytest.mark.parametrize("word", ["booked", "proposed", "pending", "waitlist"])
def test_a_booking_says_its_first_status(word: str) -> None:
    request = parse_booking(json.dumps(VISIT | {"status": word}), PRACTICE, ZONE)
    assert isinstance(request, BookRequest)
    assert request.status is Status(word)


@pytest.mark.parametrize("word", ["this", "following", "all"])
def test_changes_have_a_scope(word: str) -> None:
    moving = parse_move(json.dumps({"id": 1, "version": 1, "note": "x", "scope": word}), PRACTICE, ZONE)
    cancelling = parse_cancel(json.dumps({"id": 1, "version": 1, "scope": word}), PRACTICE, ZONE)
    checking = parse_any_check(json.dumps({"id": 1, "note": "x", "scope": word}), PRACTICE, ZONE)
    assert isinstance(moving, MoveRequest)
    assert isinstance(cancelling, CancelRequest)
    assert isinstance(checking, MoveRequest)
    assert {moving.scope, cancelling.scope, checking.scope} == {Scope(word)}


PARTS: list[dict[str, Any]] = [
    {"type": "VISIT", "participants": [{"actor": "R1", "role": "room"}]},
    {"type": "CHECKUP", "fill": True, "gap": [0, 30], "minutes": 15},
]


def combined(**more: Any) -> Any:
    return parse_booking(json.dumps({"start": "2026-11-23T09:00", "parts": PARTS} | more), PRACTICE, ZONE)


def test_parts_are_read() -> None:
    request = combined(note="x", status="proposed")
    assert isinstance(request, CombinedRequest)
    first, second = request.parts
    assert (request.starts_at, request.note, request.status) == (at("09:00"), "x", Status.PROPOSED)
    assert (first.is_fixed, second.booking.fill, second.booking.minutes) == (False, True, 15)
    assert (second.least_gap, second.longest_gap) == (0, 30)


def test_a_part_with_its_own_start_needs_no_gap() -> None:
    request = combined(parts=[PARTS[0], {"type": "VISIT", "fill": True, "start": "2026-11-23T14:00"}])
    assert isinstance(request, CombinedRequest)
    assert (request.parts[1].is_fixed, request.parts[1].longest_gap) == (True, None)
    assert request.parts[1].booking.starts_at == at("14:00")


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"parts": []}, ["parts"]),
        ({"parts": PARTS[:1]}, ["parts"]),
        ({"parts": PARTS, "start": None}, ["start"]),
        ({"parts": [PARTS[0] | {"gap": [0, 1]}, PARTS[1]]}, ["parts[0].gap"]),
        ({"parts": [PARTS[0], PARTS[1] | {"gap": [5, 1]}]}, ["parts[1].gap"]),
        ({"parts": [PARTS[0], PARTS[1] | {"gap": [True, 1]}]}, ["parts[1].gap"]),
        ({"parts": [PARTS[0], PARTS[1] | {"patient": "P-1"}]}, ["parts[1].patient"]),
        ({"parts": [PARTS[0], {"type": "VISIT"}]}, ["parts[1].participants"]),
        ({"parts": [PARTS[0], {"fill": True}]}, ["parts[1].type"]),
        ({"parts": [PARTS[0] | {"start": "2026-11-23T10:00"}, PARTS[1]]}, ["parts[0].start"]),
        ({"type": "VISIT"}, ["type"]),
        ({"series": WEEKLY}, ["series"]),
        ({"combination": "NIX"}, ["parts", "combination"]),
    ],
)
def test_what_is_no_combination_is_named(change: dict[str, Any], fields: list[str]) -> None:
    answer = combined(**change)
    assert isinstance(answer, Invalid), answer
    assert [each.field for each in answer.errors] == fields


def test_a_combination_is_searched_for_by_its_parts() -> None:
    line = {
        "parts": [{"type": "VISIT"}, {"type": "CHECKUP", "gap": [5, 20], "minutes": 20}],
        "from": "2026-11-23",
        "to": "2026-11-30",
        "limit": 3,
        "weekdays": ["tue"],
        "not_before": "2026-11-24T10:00",
    }
    request = parse_any_slots(json.dumps(line), PRACTICE, ZONE)
    assert isinstance(request, CombinedSlotRequest), request
    assert [(each.minutes, each.least_gap, each.longest_gap) for each in request.parts] == [
        (None, 0, 0),
        (20, 5, 20),
    ]
    assert (request.search.limit, request.search.weekdays) == (3, frozenset({1}))
    wrong = parse_any_slots(json.dumps(line | {"need": [], "colour": 1}), PRACTICE, ZONE)
    assert isinstance(wrong, Invalid)
    assert sorted(each.field for each in wrong.errors) == ["colour", "need"]


def test_the_answer_names_each_date() -> None:
    clash = Conflict(ConflictKind.PRACTITIONER_BUSY, Severity.BLOCKING, span("09:15-09:30"), KOC, sibling(0))
    outcome = SeriesOutcome(
        Verdict.REFUSED,
        (
            DateOutcome(MONDAY, DateState.FREE, span("09:00-09:30")),
            DateOutcome(date(2026, 11, 24), DateState.CLASHES, span("09:15-09:45"), (clash,)),
        ),
        (MissingDate(date(2027, 2, 1), MissingReason.NO_SUCH_DAY),),
    )
    told = any_answer(outcome, PRACTICE, ZONE)
    assert told["outcome"] == "refused"
    assert told["conflicts"] == [
        {
            "kind": "practitioner_busy",
            "severity": "blocking",
            "actor": "KOC",
            "entry": None,
            "start": "2026-11-23T09:15:00+01:00",
            "end": "2026-11-23T09:30:00+01:00",
            "message": "Koç (KOC) is taken by the date 2026-11-23 of this request"
            " on 2026-11-23 from 09:15 to 09:30",
            "date": "2026-11-24",
        }
    ]
    assert [(each["date"], each["outcome"]) for each in told["dates"]] == [  # type: ignore[attr-defined]
        ("2026-11-23", "free"),
        ("2026-11-24", "refused"),
    ]
    assert told["missing"] == [
        {"month": "2027-02", "date": None, "reason": "no_such_day", "message": "the month has no such day"}
    ]
