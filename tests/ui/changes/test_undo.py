from dataclasses import replace

from PySide6.QtCore import QObject
from shiboken6 import delete, isValid

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done
from praxidesk.engine.requests import CancelRequest, MoveRequest, Participant, StatusRequest
from praxidesk.engine.vocabulary import EntryId, Role, Status
from praxidesk.ui.changes.undo import LIMIT, Step, UndoSteps
from tests.ui.desk_practice import KOC, WEBER, entries


def entry(version: int = 1, **changes: object) -> Entry:
    found = next(each for each in entries() if each.id == 21)
    return replace(found, version=version, **changes)  # type: ignore[arg-type]


def test_a_booking_is_cancelled_and_comes_back_with_its_status() -> None:
    steps = UndoSteps()
    steps.remember(Done(Change.BOOKED, entry()))
    assert steps.undo_request() == CancelRequest(EntryId(21), 1)
    steps.undone([entry(2, status=Status.CANCELLED)])
    assert steps.undo_request() is None
    assert steps.redo_request() == StatusRequest(EntryId(21), 2, Status.BOOKED)


def test_a_move_goes_back_to_time_and_people() -> None:
    before, after = entry(), entry(2, starts_at=0, ends_at=1200)
    after = replace(after, allocations=(replace(after.allocations[0], actor=WEBER), after.allocations[1]))
    steps = UndoSteps()
    steps.remember(Done(Change.MOVED, after, before=before))
    assert steps.undo_request() == MoveRequest(
        EntryId(21),
        2,
        starts_at=before.starts_at,
        participants=(Participant(KOC, Role.PRACTITIONER),),
        restores=True,
    )


def test_a_changed_length_and_note_go_back_too() -> None:
    before = entry(note="alt")
    after = entry(2, note="neu", ends_at=before.ends_at + 600)
    steps = UndoSteps()
    steps.remember(Done(Change.MOVED, after, before=before))
    assert steps.undo_request() == MoveRequest(EntryId(21), 2, minutes=20, note="alt", restores=True)


def test_a_cancellation_goes_back_to_the_status_before() -> None:
    steps = UndoSteps()
    before = entry(status=Status.ARRIVED)
    after = entry(2, status=Status.CANCELLED, reason="krank")
    steps.remember(Done(Change.CANCELLED, after, before=before))
    assert steps.undo_request() == StatusRequest(EntryId(21), 2, Status.ARRIVED)
    steps.undone([entry(3, status=Status.ARRIVED)])
    assert steps.redo_request() == CancelRequest(EntryId(21), 3, "krank")


def test_versions_are_those_of_our_own_answers() -> None:
    steps = UndoSteps()
    steps.remember(Done(Change.STATUS_CHANGED, entry(2, status=Status.ARRIVED), before=entry()))
    steps.remember(Done(Change.STATUS_CHANGED, entry(3, status=Status.CHECKED_IN), before=entry(2)))
    steps.undone([entry(4, status=Status.ARRIVED)])
    assert steps.undo_request() == StatusRequest(EntryId(21), 4, Status.BOOKED)


def test_what_was_overridden_is_overridden_again() -> None:
    before = entry(override_reason="Notfall")
    steps = UndoSteps()
    steps.remember(Done(Change.MOVED, entry(2, starts_at=0, ends_at=1200), before=before))
    request = steps.undo_request()
    assert isinstance(request, MoveRequest)
    assert request.override_reason == "Notfall"


def test_something_new_ends_redoing() -> None:
    steps = UndoSteps()
    steps.remember(Done(Change.BOOKED, entry()))
    steps.undone([entry(2)])
    steps.remember(Done(Change.BOOKED, entry(1, id=EntryId(99))))
    assert steps.redo_request() is None


def test_only_the_last_steps_are_kept() -> None:
    steps = UndoSteps()
    for number in range(LIMIT + 5):
        steps.remember(Done(Change.BOOKED, entry(1, id=EntryId(number))))
    count = 0
    while isinstance(step := steps.next_undo(), Step):
        steps.undone([replace(step.after, version=2)])
        count += 1
    assert count == LIMIT


def test_the_steps_go_with_whoever_owns_them() -> None:
    owner = QObject()
    steps = UndoSteps(owner)
    steps.remember_practice()
    command = steps.stack.command(0)
    delete(owner)
    assert not isValid(steps.stack)
    assert not isValid(command), "and not once more when garbage is collected"
