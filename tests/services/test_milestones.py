"""Milestones of operations: recorded, corrected, taken away; with versions, history and what follows."""

from typing import Any

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Invalid, Outcome, Refused
from praxidesk.engine.requests import MilestoneRequest
from praxidesk.engine.vocabulary import EntryId, Milestone, Status
from praxidesk.models import queries
from praxidesk.services.milestones import set_milestones
from praxidesk.ui.changes.moves import milestones_of
from tests.services.diary import Diary, conflicts_of, entry_of, key
from tests.statement_log import StatementLog

IN, CUT, SUTURE, OUT, READY = (
    Milestone.PATIENT_IN_ROOM,
    Milestone.INCISION,
    Milestone.SUTURE,
    Milestone.PATIENT_OUT,
    Milestone.ROOM_READY,
)


def reach(diary: Diary, entry: Entry, times: dict[Milestone, str | None], **more: Any) -> Outcome:
    """At wall times of the Monday; it is Monday noon."""
    wanted = {each: None if clock is None else diary.at(clock) for each, clock in times.items()}
    version = more.pop("version", entry.version)
    request = MilestoneRequest(entry.id, version, wanted, **more)
    return set_milestones(diary.desk, request, diary.at("12:00"))


def errors(outcome: Outcome) -> list[tuple[str, str]]:
    assert isinstance(outcome, Invalid), outcome
    return [(each.field, each.message) for each in outcome.errors]


def stored(diary: Diary, entry: Entry) -> Entry:
    with diary.desk.store.read() as connection:
        found = queries.entry(connection, entry.id)
    assert found is not None
    return found


@pytest.fixture
def knee(diary: Diary) -> Entry:
    return entry_of(diary.ask(diary.operation("09:00", patient="P-1001")))


def test_a_time_is_stored_as_the_next_version_of_the_operation(diary: Diary, knee: Entry) -> None:
    done = reach(diary, knee, {IN: "09:03"})
    assert isinstance(done, Done)
    assert (done.entry.version, done.before, done.change.value) == (2, knee, "changed")
    assert done.entry.milestones == ((IN, diary.at("09:03")),)
    assert stored(diary, knee) == done.entry


def test_several_at_once_are_kept_in_the_order_of_the_milestones(diary: Diary, knee: Entry) -> None:
    entry = entry_of(reach(diary, knee, {OUT: "10:10", CUT: "09:20", IN: "09:00"}))
    assert [each.milestone for each in entry.milestones] == [IN, CUT, OUT]
    assert stored(diary, knee) == entry


def test_a_time_is_corrected_and_taken_away(diary: Diary, knee: Entry) -> None:
    begun = entry_of(reach(diary, knee, {IN: "09:03", CUT: "09:25"}))
    corrected = entry_of(reach(diary, begun, {CUT: "09:22"}))
    assert dict(corrected.milestones)[CUT] == diary.at("09:22")
    without = entry_of(reach(diary, corrected, {CUT: None}))
    assert without.milestones == ((IN, diary.at("09:03")),)
    assert stored(diary, knee) == without


@pytest.mark.parametrize("status", [Status.BOOKED, Status.ARRIVED])
def test_the_first_one_checks_the_patient_in(diary: Diary, knee: Entry, status: Status) -> None:
    waiting = entry_of(diary.set_status(knee, status)) if status is not knee.status else knee
    assert entry_of(reach(diary, waiting, {IN: "09:03"})).status is Status.CHECKED_IN


def test_a_ready_room_makes_it_fulfilled_and_taking_that_back_does_not(diary: Diary, knee: Entry) -> None:
    over = entry_of(reach(diary, knee, {IN: "09:00", READY: "10:30"}))
    assert over.status is Status.FULFILLED
    assert entry_of(reach(diary, over, {READY: None})).status is Status.CHECKED_IN


def test_correcting_what_is_done_leaves_it_done(diary: Diary, knee: Entry) -> None:
    over = entry_of(reach(diary, knee, {IN: "09:00", READY: "10:30"}))
    assert entry_of(reach(diary, over, {CUT: "09:20"})).status is Status.FULFILLED


@pytest.mark.parametrize(
    ("times", "wrong"),
    [
        pytest.param({}, [("milestones", "names none")], id="nothing"),
        pytest.param(
            {CUT: "09:00"},
            [("milestones.incision", "09:00 is before patient-in-room at 09:05")],
            id="an-incision-before-the-patient",
        ),
        pytest.param(
            {IN: "09:40"},
            [("milestones.incision", "09:30 is before patient-in-room at 09:40")],
            id="both-named-in-one-request-are-named-by-the-later",
        ),
        pytest.param({SUTURE: "12:01"}, [("milestones.suture", "12:01 is still to come")], id="ahead"),
    ],
)
def test_times_that_cannot_be_are_named(
    diary: Diary, knee: Entry, times: dict[Milestone, str | None], wrong: list[tuple[str, str]]
) -> None:
    begun = entry_of(reach(diary, knee, {IN: "09:05"}))
    if times == {IN: "09:40"}:
        times = {IN: "09:40", CUT: "09:30"}
    assert errors(reach(diary, begun, times)) == wrong
    assert stored(diary, knee) == begun


def test_a_time_moved_behind_one_that_stands_is_named_itself(diary: Diary, knee: Entry) -> None:
    begun = entry_of(reach(diary, knee, {IN: "09:05", CUT: "09:30"}))
    assert errors(reach(diary, begun, {IN: "09:40"})) == [
        ("milestones.patient-in-room", "09:40 is after incision at 09:30")
    ]


def test_one_minute_may_hold_two(diary: Diary, knee: Entry) -> None:
    assert entry_of(reach(diary, knee, {IN: "09:05", CUT: "09:05"})).version == 2


def test_a_time_is_a_whole_minute_near_the_operation(diary: Diary, knee: Entry) -> None:
    request = MilestoneRequest(knee.id, 1, {IN: diary.at("09:00") + 1, CUT: diary.at("09:00") - 2 * 86400})
    assert errors(set_milestones(diary.desk, request, diary.at("12:00"))) == [
        ("milestones.patient-in-room", "must be a whole minute"),
        ("milestones.incision", "is more than a day away from the operation"),
        ("milestones.incision", "09:00 is before patient-in-room at 09:00"),
    ]


def test_only_an_operation_that_takes_place_has_milestones(diary: Diary, knee: Entry) -> None:
    visit = diary.booked("15:00")
    assert errors(reach(diary, visit, {IN: "09:00"})) == [("id", f"entry {visit.id} is no operation")]
    gone = entry_of(diary.cancel(knee))
    assert errors(reach(diary, gone, {IN: "09:00"})) == [("id", f"entry {knee.id} is cancelled")]
    missed = entry_of(diary.set_status(entry_of(diary.set_status(gone, Status.BOOKED)), Status.NOSHOW))
    assert errors(reach(diary, missed, {IN: "09:00"})) == [
        ("id", f"entry {knee.id} is noshow: nothing of it takes place")
    ]
    assert errors(reach(diary, visit, {IN: "09:00"}, version=9))[0][0] == "version"
    nobody = MilestoneRequest(EntryId(999), 1, {IN: diary.at("09:00")})
    assert errors(set_milestones(diary.desk, nobody, diary.at("12:00")))[0][0] == "id"


def test_an_older_version_is_refused_with_the_present_state(diary: Diary, knee: Entry) -> None:
    begun = entry_of(reach(diary, knee, {IN: "09:03"}))
    answer = reach(diary, begun, {CUT: "09:20"}, version=1)
    assert conflicts_of(answer) == [("stale_version", "blocking")]
    assert isinstance(answer, Refused)
    assert answer.current == begun


def test_the_same_key_writes_once(diary: Diary, knee: Entry) -> None:
    first = entry_of(reach(diary, knee, {IN: "09:03"}, key=key("a")))
    again = reach(diary, knee, {IN: "09:03"}, key=key("a"))
    assert isinstance(again, Done)
    assert (again.replayed, again.entry) == (True, first)
    assert errors(reach(diary, knee, {IN: "09:04"}, key=key("a", "other")))[0][0] == "key"


def test_the_history_says_what_each_version_changed(diary: Diary, knee: Entry) -> None:
    begun = entry_of(reach(diary, knee, {IN: "09:03", CUT: "09:25"}))
    entry_of(reach(diary, begun, {IN: "09:03", CUT: None}))
    with diary.desk.store.read() as connection:
        lines = queries.history(connection, knee.id)
    assert [(line.version, line.milestones) for line in lines] == [
        (3, ((CUT, None),)),
        (2, ((IN, diary.at("09:03")), (CUT, diary.at("09:25")))),
        (1, ()),
    ]


def test_all_other_changes_leave_the_times_as_they_are(diary: Diary, knee: Entry) -> None:
    entry = entry_of(reach(diary, knee, {IN: "09:03"}))
    for change in (
        lambda each: diary.move(each, "09:05"),
        lambda each: diary.move(each, note="Zement"),
        lambda each: diary.set_status(each, Status.ARRIVED),
        diary.cancel,
    ):
        entry = entry_of(change(entry))
        assert entry.milestones == ((IN, diary.at("09:03")),)
        assert stored(diary, knee) == entry


def test_undo_gives_the_times_and_the_status_back(diary: Diary, knee: Entry) -> None:
    begun = entry_of(reach(diary, knee, {IN: "09:03", READY: "10:30"}))
    back = milestones_of(begun, knee, begun.version)
    restored = entry_of(set_milestones(diary.desk, back, diary.at("12:00")))
    assert (restored.milestones, restored.status) == ((), Status.BOOKED)
    forth = milestones_of(restored, begun, restored.version)
    again = entry_of(set_milestones(diary.desk, forth, diary.at("12:00")))
    assert (again.milestones, again.status) == (begun.milestones, Status.FULFILLED)


def test_a_time_takes_three_statements_in_one_transaction(
    diary: Diary, knee: Entry, statements: StatementLog
) -> None:
    statements.clear()
    entry_of(reach(diary, knee, {IN: "09:03"}))
    assert len(statements) == 5  # begin, the entry, its version, the time, commit


def test_a_day_of_operations_loads_in_two_statements(
    diary: Diary, knee: Entry, statements: StatementLog
) -> None:
    entry_of(reach(diary, knee, {IN: "09:03", CUT: "09:20"}))
    statements.clear()
    with diary.desk.store.read() as connection:
        (entry,) = queries.entries(connection, knee.span)
    assert len(entry.milestones) == 2
    assert sum("SELECT" in each.upper() for each in statements) == 2
