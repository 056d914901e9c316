"""Undo is a checked booking: it says what it is about, and what keeps it from being done."""

from dataclasses import replace

import pytest

from praxidesk.engine.outcomes import Change, Done, Outcome
from praxidesk.engine.requests import ChangeRequest
from praxidesk.engine.series_outcomes import DateOutcome, DateState, SeriesOutcome, Verdict
from praxidesk.engine.together import TogetherOutcome
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.changes.replays import completed, several_completed
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.wording.language import Language
from praxidesk.worker.messages import SeveralOutcome, SeveralRequest
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.desk_practice import KOC, MONDAY, at
from tests.ui.fake_series import change_several
from tests.ui.fake_store import FakeStore
from tests.ui.window.conftest import OpenDesk

KAYA, OTHER = EntryId(21), EntryId(22)


def moved_down(desk: Desk, entry: int = KAYA, steps: int = 3) -> None:
    """By five minutes each."""
    version = desk.entry(entry).version
    desk.select(entry)
    desk.press(Key.Key_M)
    for _ in range(steps):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(entry).version == version + 1)


def text(desk: Desk, action: ActionId) -> str:
    return desk.window.actions_[action].text()


def test_the_menu_says_what_would_be_undone_and_redone(desk: Desk) -> None:
    assert (text(desk, ActionId.UNDO), text(desk, ActionId.REDO)) == ("Rückgängig", "Wiederholen")
    moved_down(desk)
    assert text(desk, ActionId.UNDO) == "Rückgängig: Verschieben von Kaya, Deniz"
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 3)
    assert not desk.window.actions_[ActionId.UNDO].isEnabled()
    assert text(desk, ActionId.UNDO) == "Rückgängig"
    assert text(desk, ActionId.REDO) == "Wiederholen: Verschieben von Kaya, Deniz"
    desk.window.appearance.speak(Language.ENGLISH)
    desk.qtbot.waitUntil(lambda: text(desk, ActionId.REDO) == "Redo: move of Kaya, Deniz")


def test_a_hostile_name_in_the_menu_is_short_and_plain(desk: Desk) -> None:
    entry = desk.entry(KAYA)
    assert entry.patient is not None
    name = "<b>&Öz</b>\n" * 60
    patient = replace(entry.patient, family=name)
    desk.gateway.store.patients[patient.id] = patient
    desk.gateway.store.entries[KAYA] = replace(entry, patient=patient)
    desk.gateway.refresh()
    moved_down(desk)
    shown = text(desk, ActionId.UNDO)
    assert "\n" not in shown
    assert len(shown) < 90
    assert "&&Öz" in shown
    assert "&lt;b&gt;" in desk.window.actions_[ActionId.UNDO].toolTip()


def test_where_the_old_place_was_taken_meanwhile_both_stay_and_it_is_said(desk: Desk) -> None:
    before = desk.entry(KAYA)
    moved_down(desk, steps=5)
    moved = desk.entry(KAYA)
    newcomer = replace(
        desk.entry(OTHER),
        id=EntryId(99),
        starts_at=before.starts_at,
        ends_at=before.ends_at,
        allocations=tuple(
            replace(each, actor=KOC if each.actor < 20 else each.actor, starts_at=before.starts_at)
            for each in before.allocations
        ),
        patient=desk.entry(OTHER).patient,
    )
    desk.gateway.store.entries[newcomer.id] = newcomer
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
    said = desk.toast()
    assert said.startswith("Nicht rückgängig gemacht. Dr. Koç ist")
    assert said.endswith("Alles bleibt, wie es ist.")
    assert desk.entry(KAYA) == moved
    assert desk.entry(99) == newcomer
    # Later there may be room again.
    assert desk.window.actions_[ActionId.UNDO].isEnabled()
    del desk.gateway.store.entries[newcomer.id]
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).starts_at == before.starts_at)


def test_what_another_desk_went_on_from_falls_out_and_the_step_before_can_still_be_undone(desk: Desk) -> None:
    first = desk.entry(OTHER)
    desk.select(OTHER)
    desk.press(Key.Key_A)
    desk.qtbot.waitUntil(lambda: desk.entry(OTHER).version == 2)
    moved_down(desk)
    theirs = replace(desk.entry(KAYA), version=3, note="von drüben")
    desk.gateway.store.entries[KAYA] = theirs
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
    assert "lässt sich hier nicht mehr rückgängig machen" in desk.toast()
    assert text(desk, ActionId.UNDO).startswith("Rückgängig: „Eingetroffen“ bei")
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(OTHER).status is first.status)
    assert desk.entry(KAYA) == theirs


def test_a_request_under_way_leaves_the_stack_where_it_is(open_desk: OpenDesk) -> None:
    desk = open_desk()
    moved_down(desk)
    stack = desk.window.reception.steps.stack
    assert (stack.count(), stack.index()) == (1, 1)
    desk.gateway.is_held = True
    desk.press(Key.Key_Z, CTRL)
    assert stack.index() == 1
    assert desk.entry(KAYA).starts_at > at("11:15")
    desk.gateway.release()
    desk.qtbot.waitUntil(lambda: stack.index() == 0)
    assert stack.canRedo()
    desk.window.close()


def test_what_was_in_already_when_it_was_asked_again_is_taken_back_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer that came names the entries as they are now, and not what they were."""
    store, change, together = desk.gateway.store, desk.gateway.store.change, change_several
    later = [0]

    def repeated(request: ChangeRequest, now: int) -> Outcome:
        done = change(request, now)
        assert isinstance(done, Done)
        entry = replace(done.entry, version=done.entry.version + later[0])
        return replace(done, entry=entry, before=None, replayed=True)

    monkeypatch.setattr(store, "change", repeated)
    before = desk.entry(KAYA)
    moved_down(desk)
    assert text(desk, ActionId.UNDO) == "Rückgängig: Verschieben von Kaya, Deniz"
    monkeypatch.setattr(store, "change", change)
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).starts_at == before.starts_at)
    assert not desk.window.actions_[ActionId.UNDO].isEnabled()

    # Whom somebody else has changed since, nobody takes back unseen.
    monkeypatch.setattr(store, "change", repeated)
    later[0] = 1
    moved_down(desk)
    assert not desk.window.actions_[ActionId.UNDO].isEnabled()

    def all_repeated(store: FakeStore, request: SeveralRequest, now: int) -> SeveralOutcome:
        outcome = together(store, request, now)
        assert isinstance(outcome, TogetherOutcome)
        changes = tuple(replace(each, before=None) for each in outcome.changes)
        return replace(outcome, changes=changes, replayed=True)

    monkeypatch.setattr("tests.ui.fake_gateway.change_several", all_repeated)
    booked = [each for each in store.entries.values() if each.status is Status.BOOKED and each.patient]
    both = [desk.entry(OTHER), next(each for each in booked if each.id not in {KAYA, OTHER})]
    desk.window.reception.set_status(both, Status.ARRIVED)
    desk.qtbot.waitUntil(lambda: desk.entry(OTHER).status is Status.ARRIVED)
    monkeypatch.setattr("tests.ui.fake_gateway.change_several", together)
    assert desk.window.actions_[ActionId.UNDO].isEnabled()
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(OTHER).status is Status.BOOKED)
    assert desk.entry(both[1].id).status is Status.BOOKED


def test_a_repeated_answer_is_completed_only_where_nobody_went_on_from_it(desk: Desk) -> None:
    first = desk.entry(KAYA)
    booked = Done(Change.BOOKED, replace(first, version=1), replayed=True)
    assert completed(booked, {}) == replace(booked, replayed=False)
    changed_since = replace(booked, entry=replace(first, version=2))
    assert completed(changed_since, {}) is changed_since
    series = SeriesOutcome(
        Verdict.BOOKED, (DateOutcome(MONDAY, DateState.DONE, first.span, entry=first),), replayed=True
    )
    assert several_completed(series, {}) == replace(series, replayed=False)
    moved = replace(first, version=2)
    of_series = replace(
        series, verdict=Verdict.MOVED, dates=(DateOutcome(MONDAY, DateState.DONE, moved.span, entry=moved),)
    )
    assert several_completed(of_series, {}) == of_series, "not all that it changed is known here"
    known = several_completed(of_series, {KAYA: first})
    assert (known.replayed, known.dates[0].before) == (False, first)
