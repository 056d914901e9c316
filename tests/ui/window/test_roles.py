"""What each role may not do in the window is greyed, says why, and does nothing however it is tried."""

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu

from praxidesk.engine.requests import MilestoneRequest, MoveRequest
from praxidesk.engine.roles import ANYBODY, DEEDS, Deed, Person, StaffRole, who_may
from praxidesk.engine.vocabulary import EntryId, EntryKind, Status
from praxidesk.ui.actions.action_list import ACTIONS, ActionId
from praxidesk.ui.actions.permission import lacking, reason_text
from praxidesk.ui.calendar.grid.header import column_tooltip
from praxidesk.ui.calendar.grid.layout import Column
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.calendar.month.days import month_facts
from praxidesk.ui.calendar.month.month_text import day_spoken
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.panels.note_field import NoteField
from praxidesk.ui.panels.status_button import StatusButton
from praxidesk.ui.patient.card_sheet import CardSheet
from praxidesk.ui.search.command_list import commands
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.questions.free_times import SheetLoad
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import KOC, WEBER
from tests.ui.fake_gateway import FakeGateway
from tests.ui.screens.example_day import OPERATION, screens_gateway
from tests.ui.window.conftest import OpenDesk

A = ActionId
OWN, OTHERS = EntryId(5), EntryId(21)
"""Of Dr. Weber, who may sign in; and of Dr. Koç."""
PEOPLE = {
    role: Person(role.value, "Anna Beck", role, WEBER if role is StaffRole.PRACTITIONER else None)
    for role in StaffRole
}
EVERYBODYS = {spec.id for spec in ACTIONS} - {
    *(
        A.BOOK,
        A.NEXT_FREE,
        A.BLOCK,
        A.OPEN,
        A.MOVE,
        A.MILESTONE,
        A.MILESTONE_AT,
        A.PATIENT,
        A.EDIT_PATIENT,
        A.NOTE,
    ),
    *(A.NEXT_OF_PATIENT, A.PREVIOUS_OF_PATIENT, A.PARK, A.PLACE, A.PLACE_WAITING, A.WAITLIST, A.ARRIVED),
    *(A.CHECKED_IN, A.FULFILLED, A.NOSHOW, A.RESTORE, A.CANCEL, A.UNDO, A.REDO, A.SEARCH, A.RULES, A.ABSENCE),
    *(A.PRINT_SLIP, A.SETTINGS, A.LOGINS, A.IMPORT, A.CHANGES, A.ENTRY_HISTORY),
}
"""Views, look, printing: nobody is kept from them."""
READING = {
    A.PATIENT,
    A.NEXT_OF_PATIENT,
    A.PREVIOUS_OF_PATIENT,
    A.SEARCH,
    A.PRINT_SLIP,
    A.ENTRY_HISTORY,
}
STATUSES = {A.ARRIVED, A.CHECKED_IN, A.FULFILLED}
OF_ADMINS = {A.SETTINGS, A.RULES, A.LOGINS}
WRITING = {A.OPEN, A.MOVE, A.PARK, A.NOTE, A.WAITLIST, A.NOSHOW, A.RESTORE, A.CANCEL, *STATUSES}
OF_APPOINTMENTS = {A.BOOK, A.NEXT_FREE, A.PLACE_WAITING, A.IMPORT, *WRITING}


@pytest.mark.parametrize(
    ("role", "of", "refused"),
    [
        (StaffRole.ADMIN, OTHERS, set()),
        (StaffRole.RECEPTION, OTHERS, OF_ADMINS),
        (StaffRole.OP_MANAGER, OTHERS, OF_ADMINS | OF_APPOINTMENTS),
        (StaffRole.OP_MANAGER, OPERATION, OF_ADMINS | {A.BOOK, A.NEXT_FREE, A.PLACE_WAITING, A.IMPORT}),
        (StaffRole.PRACTITIONER, OTHERS, {spec.id for spec in ACTIONS} - EVERYBODYS - READING),
        (StaffRole.PRACTITIONER, OWN, {spec.id for spec in ACTIONS} - EVERYBODYS - READING - STATUSES),
        (StaffRole.VIEWER, OWN, {spec.id for spec in ACTIONS} - EVERYBODYS),
    ],
)
def test_each_role_is_kept_from_just_what_it_may_not_do(
    role: StaffRole, of: EntryId, refused: set[ActionId]
) -> None:
    entry = screens_gateway().store.entries[of]
    found = {
        each.id for each in ACTIONS if lacking(PEOPLE[role], each.id, (entry,), ViewKind.DAY) is not None
    }
    assert found == refused
    assert not any(lacking(ANYBODY, each.id, (entry,), ViewKind.DAY) for each in ACTIONS)


def test_the_roles_agree_with_each_other() -> None:
    assert set(DEEDS) == set(StaffRole)
    assert who_may(Deed.READ_EVERYTHING) == (StaffRole.RECEPTION, StaffRole.OP_MANAGER, StaffRole.ADMIN)
    assert DEEDS[StaffRole.ADMIN] | {Deed.SET_OWN_STATUS} == set(Deed)
    assert all(reason_text(deed) for deed in Deed)
    appointment, operation = (screens_gateway().store.entries[each] for each in (OWN, OPERATION))
    manager, doctor = PEOPLE[StaffRole.OP_MANAGER], PEOPLE[StaffRole.PRACTITIONER]
    assert (manager.may_write(appointment), manager.may_write(operation)) == (False, True)
    assert doctor.may_set(appointment, Status.ARRIVED)
    assert not doctor.may_set(appointment, Status.NOSHOW)
    assert not replace(doctor, practitioner=None).may_set(appointment, Status.ARRIVED)


def plain(tooltip: str) -> str:
    return re.sub("<[^>]*>", "", tooltip)


def changes(gateway: FakeGateway) -> list[object]:
    return [*gateway.submitted, *gateway.several]


def test_a_practitioner_hears_why_however_something_is_tried(  # noqa: PLR0915 - one window
    open_desk: OpenDesk,
) -> None:
    gateway = screens_gateway()
    desk: Desk = open_desk(gateway)
    window, toast = desk.window, desk.window.toast
    gateway.work_as(PEOPLE[StaffRole.PRACTITIONER])
    assert window.parts.status.person.text() == "Anna Beck · Ärztlicher Dienst"
    gateway.work_as(replace(PEOPLE[StaffRole.PRACTITIONER], sites=("Praxis Ost", "Praxis Süd")))
    assert window.parts.status.person.text() == "Anna Beck · Ärztlicher Dienst · Praxis Ost, Praxis Süd"
    appointments = "Nur Empfang und Verwaltung dürfen Termine buchen und ändern."

    def said() -> str:
        text, heard = toast.label.text(), toast.isVisible()
        toast.dismiss()
        assert heard
        return text

    # in tooltips, the command list and the context menu
    assert plain(window.actions_[A.BOOK].toolTip()).splitlines()[-1] == appointments
    assert not window.actions_[A.BOOK].isEnabled()
    why = {each.action: each.refusal for each in commands(window.actions_)}
    assert why[A.SETTINGS] == "Nur die Verwaltung darf die Einstellungen ändern."
    desk.select(OTHERS)
    window.conversations.menu(desk.entry(OTHERS), window.mapToGlobal(window.rect().center()))
    (menu,) = (each for each in window.findChildren(QMenu) if each.isVisible())
    assert menu.toolTipsVisible()
    assert window.actions_[A.CANCEL] in menu.actions()
    menu.close()

    # by key
    window.parts.views.view.setFocus()
    desk.press(Key.Key_Delete)
    assert said() == appointments
    assert window.conversations.sheet is None
    desk.press(Key.Key_A)
    assert said() == "Ärzte setzen nur den Status eigener Einträge."
    # by mouse and typing: what views ask for
    window.gestures._on_opened(OTHERS)
    assert said() == appointments
    window.reception.submit(MoveRequest(OTHERS, 1, starts_at=0))
    assert said() == appointments
    window.reception.submit(MilestoneRequest(OPERATION, 1, {}))
    assert said()
    window.gestures.do(A.CANCEL)
    assert said() == appointments
    assert window.conversations.sheet is None
    assert changes(gateway) == []

    # on a patient's card, and in the list of keys
    patient = desk.entry(OWN).patient
    assert patient is not None
    window.conversations.card(patient)
    card = desk.sheet(CardSheet)
    for key, button in ((Key.Key_N, card.book), (Key.Key_F, card.free), (Key.Key_E, card.edit)):
        assert not button.isEnabled()
        assert "Nur Empfang, OP-Leitung und Verwaltung" in plain(button.toolTip())
        desk.press(key)
        assert window.conversations.sheet is card
    assert card.history.isEnabled()
    card.close_sheet()
    keys = window.parts.details.nothing
    shown = {action for action, (cap, _) in keys._lines.items() if cap.isVisibleTo(keys)}
    assert shown == {A.SEARCH, A.TODAY, A.COMMANDS}

    # what may be done is done
    window.reception.set_status((desk.entry(OWN),), Status.CHECKED_IN)
    assert len(changes(gateway)) == 1

    # and for somebody of the reception nothing of it is left
    gateway.work_as(PEOPLE[StaffRole.RECEPTION])
    assert window.actions_[A.BOOK].isEnabled()
    assert appointments not in window.actions_[A.BOOK].toolTip()
    assert window.actions_.refusal(A.SETTINGS)
    assert all(cap.isVisibleTo(keys) for cap, _ in keys._lines.values())
    window.close()


def test_a_viewer_sees_types_and_no_hole_where_a_name_would_be(open_desk: OpenDesk) -> None:
    gateway = screens_gateway()
    store = gateway.store
    for id_, entry in store.entries.items():
        store.entries[id_] = replace(entry, patient=None, note="", reason="", override_reason="")
    desk: Desk = open_desk(gateway)
    gateway.work_as(PEOPLE[StaffRole.VIEWER])
    desk.select(OWN)
    window = desk.window
    assert window.selected is not None
    assert window.selected.kind is EntryKind.APPOINTMENT
    details = window.parts.details
    assert "Name nicht sichtbar" in [each.words() for each in details.findChildren(ToneLabel)]
    assert all(not each.isEnabled() for each in details.findChildren(StatusButton))
    assert all(each.isReadOnly() for each in details.findChildren(NoteField))
    assert window.parts.status.entries.words() == "31 Termine"
    window.grab()
    assert not window.actions_[A.SEARCH].isEnabled()
    desk.press(Key.Key_Slash)
    assert window.toast.label.text() == "Diese Anmeldung sieht keine Patientennamen."
    window.close()


def test_a_practitioner_hears_of_colleagues_no_load_and_no_free_time(open_desk: OpenDesk) -> None:
    gateway = screens_gateway()
    desk: Desk = open_desk(gateway)
    window = desk.window
    list_, sheet = window.parts.side.actors, window.parts.side.sheet
    desk.qtbot.waitUntil(lambda: list_.row(KOC).time.text() not in {"", "–"} and bool(sheet._loads))
    free = list_.row(WEBER).time.text()
    why = "Diese Anmeldung sieht nicht alles, was diese Zeit belegt."

    def columns() -> tuple[Column, ...]:
        grid = window.parts.views.view
        assert isinstance(grid, TimeGrid)
        assert grid._layout is not None
        return grid._layout.columns

    def state_of() -> CalendarState:
        state = window.feed.foreseen(window.feed.days)
        assert state is not None
        return state

    def loads() -> dict[int, int | None]:
        return {column.actor: column.load for column in columns()}

    before = loads()
    assert before[KOC] is not None
    gateway.work_as(PEOPLE[StaffRole.PRACTITIONER])
    desk.qtbot.waitUntil(lambda: list_.row(KOC).time.text() == "–")
    assert plain(list_.row(KOC).time.toolTip()) == why
    assert not list_.row(KOC).time.isEnabled()
    assert list_.row(WEBER).time.text() == free
    assert loads() == {actor: before[actor] if actor == WEBER else None for actor in before}
    asked = [each for each in gateway.asked if isinstance(each, SheetLoad)]
    assert asked[-1].actors == (WEBER,)

    (column,) = (each for each in columns() if each.actor == KOC)
    assert gateway.store.practice.actors[KOC].name in column_tooltip(state_of(), column)
    assert why in plain(column_tooltip(state_of(), column))

    # the month, and the sheet of days, tell of nobody where only colleagues are shown
    window.choose_actors(("KOC",))
    assert sheet._loads == {}
    desk.press(Key.Key_3)
    window.choose_actors(("KOC",))
    desk.qtbot.waitUntil(lambda: window.feed.is_complete)
    days = month_facts(state_of()).days
    assert {day.free for day in days} == {None}
    assert not any("frei" in day_spoken(day, state_of()) for day in days)
    gateway.work_as(PEOPLE[StaffRole.VIEWER])
    desk.qtbot.waitUntil(lambda: list_.row(KOC).time.text() not in {"", "–"} and bool(sheet._loads))
    window.close()
