"""What a slot search may ask."""

import json
from datetime import date
from typing import Any

import pytest

from praxidesk.engine.offerings import Need
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import PatientNumber, SlotNeed, SlotRequest
from praxidesk.engine.vocabulary import EntryKind, Phase, Ranking, Role
from praxidesk.exchange.json_combined_slots import parse_any_slots
from tests.exchange.practices import KNIE, KONTR, PRACTICE, ZONE

SEARCH: dict[str, Any] = {"type": "KONTR", "from": "2026-11-23", "to": "2026-11-27"}


def search(values: dict[str, Any]) -> SlotRequest:
    request = parse_any_slots(json.dumps(values), PRACTICE, ZONE)
    assert isinstance(request, SlotRequest), request
    return request


def test_a_search_has_defaults() -> None:
    assert search(SEARCH) == SlotRequest(
        kind=EntryKind.APPOINTMENT, first_day=date(2026, 11, 23), last_day=date(2026, 11, 27), type=KONTR
    )


def test_a_search_is_read_whole() -> None:
    request = search(
        SEARCH
        | {
            "kind": "appointment",
            "minutes": 20,
            "limit": 0,
            "step": 15,
            "weekdays": ["tue", "sun"],
            "between": ["13:00", "24:00"],
            "patient": "P-1",
            "need": [
                {"role": "practitioner", "any": ["WEB", "KOC"]},
                {"role": "room", "kind": "consulting"},
                {"role": "device", "all": ["US"]},
            ],
        }
    )
    assert (request.minutes, request.limit, request.step_minutes) == (20, 0, 15)
    assert (request.weekdays, request.between) == (frozenset({1, 6}), (780, 1440))
    assert request.patient == PatientNumber("P-1")
    assert request.needs == (
        SlotNeed(Need(Role.PRACTITIONER, any_of=("WEB", "KOC"))),
        SlotNeed(Need(Role.ROOM, category="consulting")),
        SlotNeed(Need(Role.DEVICE), all_of=("US",)),
    )


def test_an_operation_is_searched_by_its_procedure_and_phases() -> None:
    request = search(
        {
            "procedure": "KNIE",
            "from": "2026-11-23",
            "to": "2026-11-23",
            "phases": {"surgery": 90},
            "need": [{"role": "surgeon", "any": ["WEB"], "phases": ["surgery"]}],
        }
    )
    assert (request.kind, request.procedure, request.phases) == (
        EntryKind.OPERATION,
        KNIE,
        {Phase.SURGERY: 90},
    )
    assert request.needs == (SlotNeed(Need(Role.SURGEON, any_of=("WEB",), phases=(Phase.SURGERY,))),)


def test_a_search_may_be_bounded_ranked_and_explained() -> None:
    request = search(
        SEARCH
        | {
            "not_before": "2026-11-23T10:00",
            "not_after": "2026-11-24T12:00+01:00",
            "notice": 90,
            "rank": "compact",
            "explain": True,
        }
    )
    monday, tuesday = ZONE.at(date(2026, 11, 23), 600), ZONE.at(date(2026, 11, 24), 720)
    assert (request.not_before, request.not_after, request.notice_minutes) == (monday, tuesday, 90)
    assert (request.rank, request.explain) == (Ranking.COMPACT, True)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"from": "2026-11-28"}, "to", id="days-in-the-wrong-order"),
        pytest.param({"from": "2027-02-29"}, "from", id="29-february"),
        pytest.param({"to": "2026-11-27T10:00"}, "to", id="moment"),
        pytest.param({"to": "2036-12-27"}, "to", id="over-ten-years"),
        pytest.param({"to": None}, "to", id="null"),
        pytest.param({"step": 7}, "step", id="no-divisor-of-60"),
        pytest.param({"step": 0}, "step", id="step-0"),
        pytest.param({"limit": -1}, "limit", id="negative-limit"),
        pytest.param({"weekdays": ["tuesday"]}, "weekdays[0]", id="weekday"),
        pytest.param({"weekdays": []}, "weekdays", id="no-weekday"),
        pytest.param({"between": ["18:00", "13:00"]}, "between", id="between-inverted"),
        pytest.param({"between": ["13:00"]}, "between", id="between-one"),
        pytest.param({"between": "13:00-18:00"}, "between", id="between-text"),
        pytest.param({"need": []}, "need", id="no-need"),
        pytest.param(
            {"need": [{"role": "practitioner", "any": ["NIX"]}]}, "need[0].any[0]", id="unknown-code"
        ),
        pytest.param({"need": [{"role": "room", "any": ["WEB"]}]}, "need[0].any[0]", id="no-room"),
        pytest.param(
            {"need": [{"role": "room", "any": ["R1"], "all": ["R1"]}]}, "need[0].all", id="any-and-all"
        ),
        pytest.param({"need": [{"role": "room", "phases": ["setup"]}]}, "need[0].phases", id="phases"),
        pytest.param({"need": [{"role": "room", "some": 1}]}, "need[0].some", id="unknown-key-of-a-need"),
        pytest.param({"not_before": "2026-11-23"}, "not_before", id="a-day-is-no-moment"),
        pytest.param({"not_after": "2027-03-28T02:30"}, "not_after", id="skipped-by-the-clocks"),
        pytest.param(
            {"not_before": "2026-11-23T10:00", "not_after": "2026-11-23T10:00"},
            "not_after",
            id="no-time-between",
        ),
        pytest.param({"notice": -1}, "notice", id="negative-notice"),
        pytest.param({"rank": "latest"}, "rank", id="unknown-rank"),
        pytest.param({"explain": "yes"}, "explain", id="explain-is-a-flag"),
        pytest.param({"wish": 1}, "wish", id="unknown-key"),
        pytest.param({"key": "k"}, "key", id="a-search-has-no-key"),
        pytest.param({"procedure": "KNIE"}, "procedure", id="type-and-procedure"),
    ],
)
def test_what_cannot_be_searched_is_named(change: dict[str, Any], field: str) -> None:
    outcome = parse_any_slots(json.dumps(SEARCH | change), PRACTICE, ZONE)
    assert isinstance(outcome, Invalid)
    assert [error.field for error in outcome.errors] == [field]
