from dataclasses import replace

from praxidesk.engine.requests import KEEP, CancelRequest, MoveRequest, StatusRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.other_desks.earlier_states import LIMIT, EarlierStates
from praxidesk.ui.other_desks.stale_states import (
    EntryField,
    StateRow,
    changed_fields,
    entry_rows,
    with_choice,
)
from praxidesk.worker.messages import WeekBatch
from tests.ui import desk_practice
from tests.ui.desk_practice import MONDAY, ZONE, at

KAYA = EntryId(21)
PRACTICE = desk_practice.practice()
KNOWN = next(each for each in desk_practice.entries() if each.id == KAYA)
THEIRS = replace(KNOWN, version=KNOWN.version + 1, status=Status.ARRIVED, note="von drüben")
WISH = MoveRequest(KAYA, KNOWN.version, starts_at=at("16:00"), note="von hier", override_reason="dringend")


def rows(known: bool, request: MoveRequest | StatusRequest | CancelRequest) -> dict[EntryField, StateRow]:
    states = (KNOWN if known else None, THEIRS)
    found = entry_rows(PRACTICE, ZONE, states, request)
    return {row.field: row for row in found if isinstance(row.field, EntryField)}


def test_a_field_that_both_have_changed_clashes_and_what_one_has_changed_goes_together() -> None:
    found = rows(True, WISH)
    assert list(found) == [EntryField.STATUS, EntryField.TIME, EntryField.NOTE]
    assert not found[EntryField.STATUS].can_choose  # only they have changed it
    assert found[EntryField.TIME].can_choose
    assert not found[EntryField.TIME].is_clash
    assert found[EntryField.NOTE].is_clash
    assert (found[EntryField.NOTE].was, found[EntryField.NOTE].theirs) == (KNOWN.note, "von drüben")
    unknown = rows(False, WISH)
    assert list(unknown) == [EntryField.TIME, EntryField.NOTE]
    assert all(row.was is None and row.is_clash for row in unknown.values())
    assert rows(True, StatusRequest(KAYA, 1, Status.ARRIVED))[EntryField.STATUS].can_choose is False
    assert rows(True, CancelRequest(KAYA, 1, "verhindert"))[EntryField.STATUS].is_clash
    assert [row.field for row in changed_fields(PRACTICE, ZONE, KNOWN, THEIRS)] == [
        EntryField.STATUS,
        EntryField.NOTE,
    ]


def test_what_is_chosen_is_a_new_change_of_the_newest_version_without_the_old_override() -> None:
    taken = with_choice(WISH, THEIRS, {EntryField.TIME})
    assert isinstance(taken, MoveRequest)
    assert (taken.version, taken.starts_at, taken.note) == (THEIRS.version, at("16:00"), KEEP)
    assert (taken.override_reason, taken.key) == (None, None)
    status = with_choice(StatusRequest(KAYA, 1, Status.ARRIVED, "doch"), THEIRS, {EntryField.STATUS})
    assert status == StatusRequest(KAYA, THEIRS.version, Status.ARRIVED)


def test_a_state_that_another_desk_replaced_is_remembered_for_a_while() -> None:
    span = Span(ZONE.at(MONDAY, 0), ZONE.at(MONDAY, 0) + 7 * 86_400)
    earlier, now = EarlierStates(), KNOWN
    for version in range(2, LIMIT + 3):
        changed = replace(now, version=version)
        earlier.note(WeekBatch(MONDAY, span, (now,)), WeekBatch(MONDAY, span, (changed,)))
        now = changed
    assert earlier.get(KAYA, 1) is None
    assert earlier.get(KAYA, LIMIT + 1) == replace(KNOWN, version=LIMIT + 1)
    assert earlier.get(KAYA, LIMIT + 2) is None  # the one that the screen shows
