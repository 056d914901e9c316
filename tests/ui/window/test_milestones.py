"""Milestones of operations by key, in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.vocabulary import EntryKind, Milestone, Status
from praxidesk.ui.actions.action_list import ActionId
from tests.ui.desk import Desk
from tests.ui.desk_practice import KNEE


def visit_of(desk: Desk) -> Entry:
    return next(
        each
        for each in desk.gateway.store.entries.values()
        if each.kind is EntryKind.APPOINTMENT and each.status is Status.BOOKED
    )


def operation_of(desk: Desk) -> Entry:
    """One of the appointments is an operation now."""
    visit = visit_of(desk)
    minutes = (visit.ends_at - visit.starts_at) // 60
    entry = replace(
        visit, kind=EntryKind.OPERATION, type=None, procedure=KNEE, phases=PhaseMinutes(surgery=minutes)
    )
    desk.gateway.store.entries[entry.id] = entry
    desk.window.feed.reload()
    desk.qtbot.waitUntil(lambda: desk.window.feed.entry(entry.id) == entry)
    return entry


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_records_the_next_milestone_of_the_selected_operation_at_this_minute(
    desk: Desk, key: Qt.Key
) -> None:
    id_ = operation_of(desk).id
    desk.select(id_)
    desk.press(key, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: bool(desk.entry(id_).milestones))
    entry, now = desk.entry(id_), desk.gateway.now()
    assert entry.milestones == ((Milestone.PATIENT_IN_ROOM, now - now % 60),)
    assert entry.status is Status.CHECKED_IN
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: not desk.entry(id_).milestones)
    assert desk.entry(id_).status is Status.BOOKED


def test_an_appointment_has_no_next_milestone(desk: Desk) -> None:
    desk.select(visit_of(desk).id)
    assert not desk.window.actions_[ActionId.MILESTONE].isEnabled()
