"""Milestones as JSON lines."""

import json
from dataclasses import replace

import pytest

from praxidesk.engine.entries import Reached
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import MilestoneRequest
from praxidesk.engine.vocabulary import EntryId, Milestone
from praxidesk.exchange.json_answers import agenda_line
from praxidesk.exchange.json_milestones import parse_milestone
from tests.engine.theatre_day import operation
from tests.exchange.practices import PRACTICE, ZONE

NINE = 1_795_420_800
"""2026-11-23 09:00 in Berlin."""


def read(**values: object) -> MilestoneRequest | Invalid:
    return parse_milestone(json.dumps({"id": 3, "version": 2} | values), PRACTICE, ZONE)


def test_times_are_wall_times_or_null() -> None:
    request = read(
        milestones={"incision": "2026-11-23T09:04", "suture": None, "time-out": "2026-11-23T08:00Z"}, key="k"
    )
    assert isinstance(request, MilestoneRequest)
    assert (request.entry, request.version) == (EntryId(3), 2)
    assert request.times == {
        Milestone.TIME_OUT: NINE,
        Milestone.INCISION: NINE + 240,
        Milestone.SUTURE: None,
    }
    assert request.key is not None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        pytest.param({}, "milestones", id="missing"),
        pytest.param({"milestones": []}, "milestones", id="no-object"),
        pytest.param({"milestones": {"lunch": "2026-11-23T12:00"}}, "milestones.lunch", id="unknown"),
        pytest.param({"milestones": {"suture": "noon"}}, "milestones.suture", id="no-time"),
        pytest.param({"milestones": {"suture": 5}}, "milestones.suture", id="a-number"),
        pytest.param({"milestones": {}, "status": "booked"}, "status", id="another-key"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(values: dict[str, object], field: str) -> None:
    answer = read(**values)
    assert isinstance(answer, Invalid)
    assert [each.field for each in answer.errors] == [field]


def test_an_agenda_line_names_the_times_that_are_known() -> None:
    entry = replace(operation(1, "09:00"), procedure=None, allocations=())
    assert "milestones" not in agenda_line(entry, PRACTICE, ZONE)
    begun = replace(entry, milestones=(Reached(Milestone.INCISION, NINE + 240),))
    assert agenda_line(begun, PRACTICE, ZONE)["milestones"] == {"incision": "2026-11-23T09:04:00+01:00"}
