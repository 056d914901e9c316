"""Series through the gateway on real stores of both dialects."""

from datetime import date, timedelta
from typing import TypeVar

from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import Invalid, Refused
from praxidesk.engine.requests import CancelRequest, MoveRequest, SlotRequest
from praxidesk.engine.series_outcomes import CombinedSlotsFound, DateState, SeriesOutcome, Verdict
from praxidesk.engine.series_requests import (
    BulkRequest,
    CombinedSlotPart,
    CombinedSlotRequest,
    SeriesRequest,
    SeriesRule,
)
from praxidesk.engine.vocabulary import EntryKind, Frequency, OnClash, Scope, Status
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import SeveralRequest
from tests.small_practice import SmallPractice
from tests.worker.test_live_store import MONDAY, ZONE, booking, gateway, practice

__all__ = ["gateway", "practice"]

WEEK = timedelta(days=7)
_T = TypeVar("_T")


def weekly(practice: SmallPractice, count: int = 3, minute: int = 9 * 60) -> SeriesRequest:
    return SeriesRequest(booking(practice, minute), SeriesRule(Frequency.WEEKLY, count=count))


def changed(qtbot: QtBot, gateway: Gateway, request: SeveralRequest) -> SeriesOutcome:
    with qtbot.waitSignal(gateway.several_answered) as heard:
        gateway.submit_several(request)
    outcome = heard.args[0].outcome
    assert isinstance(outcome, SeriesOutcome), outcome
    return outcome


def checked(qtbot: QtBot, gateway: Gateway, request: BulkRequest | MoveRequest) -> SeriesOutcome:
    with qtbot.waitSignal(gateway.several_answered) as heard:
        gateway.check_several(request)
    outcome = heard.args[0].outcome
    assert isinstance(outcome, SeriesOutcome), outcome
    return outcome


def test_a_series_is_asked_about_booked_moved_and_cancelled(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice
) -> None:
    request = weekly(practice)
    asked = checked(qtbot, gateway, request)
    assert asked.verdict is Verdict.FREE
    assert [each.day for each in asked.dates] == [MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK]
    with qtbot.waitSignal(gateway.store_changed):
        booked = changed(qtbot, gateway, request)
    entries = [each.entry for each in booked.dates]
    assert booked.verdict is Verdict.BOOKED
    second = entries[1]
    assert second is not None
    assert second.series is not None
    shown = gateway.week(MONDAY)
    assert shown is not None
    assert entries[0] in shown.entries

    move = MoveRequest(
        second.id,
        second.version,
        ZONE.at(MONDAY + WEEK, 10 * 60),
        scope=Scope.FOLLOWING,
        on_clash=OnClash.SKIP,
    )
    assert [each.state for each in checked(qtbot, gateway, move).dates] == [DateState.FREE] * 2
    moved = changed(qtbot, gateway, move)
    assert [each.span.start for each in moved.dates] == [
        ZONE.at(MONDAY + WEEK * number, 10 * 60) for number in (1, 2)
    ]

    with qtbot.waitSignal(gateway.series_loaded) as heard:
        gateway.load_series(second.series)
    assert [each.version for each in heard.args[0].entries] == [1, 2, 2]

    first = entries[0]
    assert first is not None
    cancelled = changed(qtbot, gateway, CancelRequest(first.id, first.version, scope=Scope.ALL))
    assert [each.entry and each.entry.status for each in cancelled.dates] == [Status.CANCELLED] * 3


def test_nothing_is_booked_where_one_date_clashes(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice
) -> None:
    with qtbot.waitSignal(gateway.answered):
        gateway.submit(booking(practice, 9 * 60, MONDAY + WEEK))
    refused = changed(qtbot, gateway, weekly(practice))
    assert refused.verdict is Verdict.REFUSED
    assert [each.state for each in refused.dates] == [DateState.FREE, DateState.CLASHES, DateState.FREE]
    assert refused.others


def test_a_stale_change_of_a_series_is_refused(
    qtbot: QtBot, gateway: Gateway, practice: SmallPractice
) -> None:
    booked = changed(qtbot, gateway, weekly(practice))
    entry = booked.dates[0].entry
    assert entry is not None
    with qtbot.waitSignal(gateway.answered):
        gateway.submit(MoveRequest(entry.id, entry.version, note="nüchtern"))
    with qtbot.waitSignal(gateway.several_answered) as heard:
        gateway.submit_several(CancelRequest(entry.id, entry.version, scope=Scope.ALL))
    assert isinstance(heard.args[0].outcome, Refused)


def test_a_rule_without_a_date_is_invalid(qtbot: QtBot, gateway: Gateway, practice: SmallPractice) -> None:
    rule = SeriesRule(Frequency.DAILY, until=date(2026, 1, 1))
    with qtbot.waitSignal(gateway.several_answered) as heard:
        gateway.check_several(SeriesRequest(booking(practice, 9 * 60), rule))
    assert isinstance(heard.args[0].outcome, Invalid)


def test_chains_are_found(qtbot: QtBot, gateway: Gateway, practice: SmallPractice) -> None:
    part = CombinedSlotPart(practice.kontr)
    search = SlotRequest(EntryKind.APPOINTMENT, MONDAY, MONDAY + WEEK, limit=2)
    with qtbot.waitSignal(gateway.combined_answered) as heard:
        gateway.find_combined(CombinedSlotRequest(search, (part, part)))
    found = heard.args[0].found
    assert isinstance(found, CombinedSlotsFound)
    assert all(len(each.parts) == 2 for each in found.slots)
