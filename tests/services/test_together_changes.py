"""Chosen entries changed in one transaction: all of them, or none."""

from datetime import date, timedelta
from typing import Any

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Invalid
from praxidesk.engine.requests import CancelRequest, MoveRequest, StatusRequest
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.together import EntryRequest, TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import ConflictKind, Frequency, OnClash, Scope, Status
from praxidesk.models import queries
from praxidesk.models.waiting_queries import waiting
from praxidesk.services.series import book_series
from praxidesk.services.together_changes import change_together
from tests.services.diary import Diary, entry_of, key, kinds
from tests.statement_log import StatementLog

HOUR = 3600


def together(diary: Diary, *changes: EntryRequest, **more: Any) -> TogetherOutcome:
    outcome = change_together(diary.desk, TogetherRequest(changes, **more), diary.now)
    assert isinstance(outcome, TogetherOutcome), outcome
    return outcome


def later(entry: Entry, seconds: int = HOUR, **more: Any) -> MoveRequest:
    return MoveRequest(entry.id, entry.version, starts_at=entry.starts_at + seconds, **more)


def cancel(entry: Entry, reason: str = "krank") -> CancelRequest:
    return CancelRequest(entry.id, entry.version, reason)


def states(outcome: TogetherOutcome) -> list[str]:
    return [each.state.value for each in outcome.changes]


def standing(diary: Diary) -> list[str]:
    zone = diary.desk.zone
    return [
        f"{zone.local(each.starts_at):%H:%M}{'' if each.status is Status.BOOKED else ' ' + each.status}"
        for each in sorted(diary.stored(), key=lambda each: each.id)
    ]


@pytest.fixture
def morning(diary: Diary) -> list[Entry]:
    """Three in a row with Koç, half an hour each."""
    return [diary.booked(clock) for clock in ("09:00", "09:30", "10:00")]


def test_who_is_moved_to_where_it_stands_already_is_in_the_way_there(
    diary: Diary, morning: list[Entry]
) -> None:
    first, second, _ = morning
    onto, stays = later(first, 1800), later(second, 0)
    for changes in ((onto, stays), (stays, onto)):
        outcome = together(diary, *changes)
        (clash,) = outcome.clashing
        assert clash.entry.id == first.id
        assert [(each.kind, each.entry) for each in clash.conflicts] == [
            (ConflictKind.PRACTITIONER_BUSY, second.id)
        ]
    outcome = together(diary, onto, stays, on_clash=OnClash.SKIP)
    assert states(outcome) == ["clashes", "done"]
    assert standing(diary) == ["09:00", "09:30", "10:00"]


def test_they_move_onto_each_others_places(diary: Diary, morning: list[Entry]) -> None:
    outcome = together(diary, *(later(each, 1800) for each in morning))
    assert states(outcome) == ["done"] * 3
    assert standing(diary) == ["09:30", "10:00", "10:30"]
    assert [each.before for each in outcome.changes] == morning
    assert [each.entry for each in outcome.changes] == list(diary.stored())


def test_two_change_places(diary: Diary, morning: list[Entry]) -> None:
    outcome = together(diary, later(morning[0], 3600), later(morning[2], -3600))
    assert states(outcome) == ["done", "done"]
    assert standing(diary) == ["10:00", "09:30", "09:00"]


def test_where_one_clashes_none_moves_and_it_is_said_which(diary: Diary, morning: list[Entry]) -> None:
    other = diary.booked("11:45")
    outcome = together(diary, *(later(each, 3 * HOUR) for each in morning))
    assert outcome.is_refused
    assert states(outcome) == ["clashes", "free", "free"]
    assert kinds(outcome.changes[0].conflicts) == [("practitioner_busy", "blocking")]
    assert outcome.others == (other,)
    assert diary.stored() == (*morning, other)


def test_those_that_fit_move_where_that_is_wanted(diary: Diary, morning: list[Entry]) -> None:
    diary.booked("11:45")
    outcome = together(diary, *(later(each, 3 * HOUR) for each in morning), on_clash=OnClash.SKIP)
    assert states(outcome) == ["clashes", "done", "done"]
    assert standing(diary)[:3] == ["09:00", "12:30", "13:00"]


def test_who_stays_is_in_the_way_of_who_would_come_after(diary: Diary, morning: list[Entry]) -> None:
    """The last cannot go, so the second cannot come, so the first cannot: nothing is done."""
    diary.booked("10:30")
    outcome = together(diary, *(later(each, 1800) for each in morning), on_clash=OnClash.SKIP)
    assert states(outcome) == ["clashes"] * 3
    assert outcome.is_refused
    assert standing(diary)[:3] == ["09:00", "09:30", "10:00"]


def test_all_are_cancelled_for_one_reason_and_free_their_time(diary: Diary, morning: list[Entry]) -> None:
    outcome = together(diary, *(cancel(each) for each in morning))
    assert states(outcome) == ["done"] * 3
    assert {(each.status, each.reason, each.version) for each in diary.stored()} == {
        (Status.CANCELLED, "krank", 2)
    }
    assert [each.entry for each in outcome.changes] == list(diary.stored())
    diary.booked("09:15")


def test_a_cancelled_entry_makes_room_for_one_that_moves(diary: Diary, morning: list[Entry]) -> None:
    outcome = together(diary, cancel(morning[2]), later(morning[0], HOUR))
    assert states(outcome) == ["done", "done"]
    assert standing(diary) == ["10:00", "09:30", "10:00 cancelled"]


def test_statuses_of_several(diary: Diary, morning: list[Entry]) -> None:
    together(diary, *(StatusRequest(each.id, each.version, Status.ARRIVED) for each in morning))
    assert standing(diary) == ["09:00 arrived", "09:30 arrived", "10:00 arrived"]
    again = [StatusRequest(each.id, each.version, Status.NOSHOW) for each in diary.stored()]
    outcome = together(diary, *again)
    assert [each.entry for each in outcome.changes] == list(diary.stored())
    diary.booked("09:15")


def test_the_cancelled_come_back_only_all_together(diary: Diary, morning: list[Entry]) -> None:
    together(diary, *(cancel(each) for each in morning))
    newcomer = diary.booked("09:15")
    back = [
        StatusRequest(each.id, each.version, Status.BOOKED)
        for each in diary.stored()
        if each.id != newcomer.id
    ]
    outcome = together(diary, *back)
    assert outcome.is_refused
    assert states(outcome) == ["clashes", "clashes", "free"]
    assert outcome.others == (newcomer,)
    assert standing(diary)[:3] == ["09:00 cancelled", "09:30 cancelled", "10:00 cancelled"]
    diary.cancel(newcomer)
    assert states(together(diary, *back)) == ["done"] * 3
    assert standing(diary)[:3] == ["09:00", "09:30", "10:00"]


def test_what_another_desk_changed_meanwhile_clashes(diary: Diary, morning: list[Entry]) -> None:
    diary.move(morning[1], "15:00")
    outcome = together(diary, *(later(each, 3 * HOUR) for each in morning))
    assert outcome.is_refused
    assert states(outcome) == ["free", "clashes", "free"]
    assert kinds(outcome.changes[1].conflicts) == [("stale_version", "blocking")]
    assert outcome.others == (outcome.changes[1].entry,)
    assert standing(diary) == ["09:00", "15:00", "10:00"]


def test_what_another_desk_cancelled_meanwhile_clashes_too(diary: Diary, morning: list[Entry]) -> None:
    diary.cancel(morning[1])
    outcome = together(diary, *(cancel(each) for each in morning))
    assert states(outcome) == ["free", "clashes", "free"]
    assert standing(diary) == ["09:00", "09:30 cancelled", "10:00"]


def test_somebody_waiting_is_booked_where_they_are_put(diary: Diary, morning: list[Entry]) -> None:
    waiting = diary.booked("09:00", status=Status.WAITLIST)
    taken = together(diary, later(waiting, 1800, status=Status.BOOKED))
    assert taken.is_refused
    outcome = together(diary, later(waiting, 2 * HOUR, status=Status.BOOKED))
    entry = outcome.changes[0].entry
    assert (entry.status, entry.starts_at) == (Status.BOOKED, waiting.starts_at + 2 * HOUR)
    assert all(each.blocking for each in entry.allocations)
    assert entry in diary.stored()


def test_one_on_the_waiting_list_alone_is_moved_and_booked_in_one_step(diary: Diary) -> None:
    waiting = diary.booked("09:00", status=Status.WAITLIST)
    diary.booked("10:00")
    refused = diary.move(waiting, "10:00", status=Status.BOOKED)
    assert kinds(refused.conflicts) == [("practitioner_busy", "blocking")]  # type: ignore[union-attr]
    moved = diary.move(waiting, status=Status.BOOKED)
    assert moved.entry.status is Status.BOOKED  # type: ignore[union-attr]
    assert diary.stored()[0].allocations[0].blocking


def test_one_of_a_series_moved_by_itself_becomes_an_exception_unless_the_series_is_meant(
    diary: Diary,
) -> None:
    rule = SeriesRule(Frequency.WEEKLY, count=3)
    book_series(diary.desk, SeriesRequest(diary.request("09:00"), rule), diary.now)
    first, second, _ = diary.stored()
    together(diary, later(first))
    together(diary, later(second), is_of_series=True)
    assert [each.is_exception for each in diary.stored()] == [True, False, False]
    assert next(each.series_day for each in diary.stored()) == date(2026, 11, 23)


def test_an_overridden_place_is_kept_with_its_reason(diary: Diary, morning: list[Entry]) -> None:
    diary.booked("11:00")
    outcome = together(diary, later(morning[0], 7200, override_reason="Notfall"))
    entry = outcome.changes[0].entry
    assert entry.override_reason == "Notfall"
    assert not entry.allocations[0].blocking
    assert entry in diary.stored()


def test_the_history_says_what_was_done_to_each(diary: Diary, morning: list[Entry]) -> None:
    together(
        diary,
        later(morning[0], 4 * HOUR),
        cancel(morning[1]),
        StatusRequest(morning[2].id, 1, Status.ARRIVED),
    )
    with diary.desk.store.read() as connection:
        found = [queries.history(connection, each.id)[0].change for each in morning]
    assert found == [Change.MOVED, Change.CANCELLED, Change.STATUS_CHANGED]


def test_the_same_key_writes_once(diary: Diary, morning: list[Entry]) -> None:
    changes = tuple(later(each, 3 * HOUR) for each in morning)
    first = together(diary, *changes, key=key("einmal"))
    again = together(diary, *changes, key=key("einmal"))
    assert (states(first), first.replayed) == (["done"] * 3, False)
    assert (states(again), again.replayed) == (["done"] * 3, True)
    assert {each.version for each in diary.stored()} == {2}
    other = change_together(diary.desk, TogetherRequest(changes, key=key("einmal", "anders")), diary.now)
    assert isinstance(other, Invalid)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param((), "changes", id="nothing"),
        pytest.param((CancelRequest(1, 1), CancelRequest(1, 1)), "changes", id="twice"),  # type: ignore[arg-type]
        pytest.param((CancelRequest(1, 1, scope=Scope.ALL),), "changes[0].scope", id="a-series"),  # type: ignore[arg-type]
        pytest.param((StatusRequest(1, 1, Status.CANCELLED),), "changes[0].status", id="cancelled"),  # type: ignore[arg-type]
        pytest.param((CancelRequest(99, 1),), "id", id="unknown"),  # type: ignore[arg-type]
        pytest.param((CancelRequest(1, 7),), "version", id="a-version-to-come"),  # type: ignore[arg-type]
        pytest.param((MoveRequest(1, 1, minutes=0),), "minutes", id="no-length"),  # type: ignore[arg-type]
    ],
)
def test_what_makes_no_sense_changes_nothing(
    diary: Diary, changes: tuple[EntryRequest, ...], field: str
) -> None:
    entry = diary.booked("09:00")
    outcome = change_together(diary.desk, TogetherRequest(changes), diary.now)
    assert isinstance(outcome, Invalid)
    assert [each.field for each in outcome.errors] == [field]
    assert diary.stored() == (entry,)


def test_it_costs_the_same_for_many_as_for_few(diary: Diary, statements: StatementLog) -> None:
    few = [diary.booked(clock) for clock in ("09:00", "09:30")]
    many = [
        diary.booked(clock, day=date(2026, 11, 24) + timedelta(days=day))
        for day in range(3)
        for clock in ("09:00", "09:30", "10:00", "10:30")
    ]

    def cost(*changes: EntryRequest) -> int:
        statements.clear()
        assert not together(diary, *changes).is_refused
        return len(statements)

    dialect = diary.desk.store.dialect
    moving = cost(*(later(each, 1800) for each in few))
    assert moving == cost(*(later(each, 1800) for each in many))
    assert moving == (9 if dialect == "sqlite" else 10)
    few, many = ([each for each in diary.stored() if each.id in {o.id for o in old}] for old in (few, many))
    assert cost(*(cancel(each) for each in few)) == cost(*(cancel(each) for each in many))


def test_the_waiting_list_is_by_how_long_somebody_waits(diary: Diary, statements: StatementLog) -> None:
    first, second = diary.booked("09:00"), diary.booked("10:00")
    busy = diary.booked("11:00")
    for status in (Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED):
        busy = entry_of(diary.set_status(busy, status))
    second = entry_of(diary.set_status(second, Status.WAITLIST))
    diary.now += 2 * 86_400
    diary.move(second, note="ruft mittags an")
    diary.set_status(first, Status.WAITLIST)
    with diary.desk.store.read() as connection:
        statements.clear()
        found = waiting(connection, 0, 10)
        assert len([each for each in statements if each.lstrip().startswith("SELECT")]) == 3
    assert [(each.entry.id, diary.now - each.since) for each in found] == [
        (second.id, 2 * 86_400),
        (first.id, 0),
    ]
    with diary.desk.store.read() as connection:
        assert waiting(connection, second.starts_at - 1, 10)[0].entry.id == second.id
        assert waiting(connection, second.starts_at, 10) == ()
