"""Several entries changed at once through the gateway, on real stores of both dialects."""

from praxidesk.engine.outcomes import Done
from praxidesk.engine.requests import CancelRequest, MoveRequest, StatusRequest
from praxidesk.engine.together import TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import Status
from praxidesk.worker.questions.held import ParkedEntries, WaitingList
from tests.small_practice import SmallPractice
from tests.worker.test_live_store import MONDAY, booking, gateway, practice  # noqa: F401  (fixtures)


def test_they_move_are_cancelled_and_come_back(qtbot, gateway, practice: SmallPractice) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, F811
    entries = []
    for minute in (9 * 60, 10 * 60):
        with qtbot.waitSignal(gateway.answered) as answered:
            gateway.submit(booking(practice, minute))
        assert isinstance(answered.args[0].outcome, Done), answered.args[0].outcome
        entries.append(answered.args[0].outcome.entry)

    def together(*changes: MoveRequest | CancelRequest | StatusRequest) -> TogetherOutcome:
        with qtbot.waitSignal(gateway.several_answered) as told:
            gateway.submit_several(TogetherRequest(changes))
        outcome = told.args[0].outcome
        assert isinstance(outcome, TogetherOutcome), outcome
        return outcome

    moved = together(*(MoveRequest(each.id, 1, starts_at=each.starts_at + 3600) for each in entries))
    assert [each.entry.starts_at - each.before.starts_at for each in moved.changes if each.before] == [
        3600,
        3600,
    ]
    qtbot.waitUntil(
        lambda: (
            {each.version for each in gateway.week(MONDAY).entries if each.id in {e.id for e in entries}}
            == {2}
        )
    )
    stale = together(
        *(CancelRequest(each.id, version) for each, version in zip(entries, (2, 1), strict=True))
    )
    assert stale.is_refused
    cancelled = together(*(CancelRequest(each.id, 2, "krank") for each in entries))
    assert {each.entry.status for each in cancelled.changes} == {Status.CANCELLED}
    back = together(
        StatusRequest(entries[0].id, 3, Status.BOOKED), StatusRequest(entries[1].id, 3, Status.WAITLIST)
    )
    assert not back.is_refused
    with qtbot.waitSignal(gateway.told) as told:
        gateway.ask(WaitingList())
    assert [each.entry.id for each in told.args[0].answer] == [entries[1].id]
    with qtbot.waitSignal(gateway.told) as told:
        gateway.ask(ParkedEntries((entries[0].id,)))
    assert [each.id for each in told.args[0].answer] == [entries[0].id]
