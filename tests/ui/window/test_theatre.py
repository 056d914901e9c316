"""The panel of an operation: who, milestones by hand, how late it is, and what a delay asks for."""

from dataclasses import replace

from PySide6.QtWidgets import QMenu

from praxidesk.engine.entries import Allocation
from praxidesk.engine.requests import Keep, MoveRequest, Participant
from praxidesk.engine.roles import ANYBODY, Person, StaffRole
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Milestone, Role, Status
from praxidesk.ui.calendar.rooms.delays import pushed_words
from praxidesk.ui.calendar.rooms.view import RoomsView
from praxidesk.ui.other_rooms import other_rooms
from praxidesk.ui.overlays.push_sheet import PushSheet
from praxidesk.ui.panels.operation_details import OperationDetails
from praxidesk.ui.shown.view_kind import ViewKind
from tests.ui.desk import CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import OP1, ZONE, at
from tests.ui.fake_gateway import FakeGateway
from tests.ui.theatre_day import LATE, LATER, OP2, PUSHED, ROOMLESS, with_operations
from tests.ui.window.conftest import OpenDesk

M = Milestone


def panel_of(desk: Desk) -> OperationDetails:
    return desk.window.parts.details.operation


def reached(desk: Desk, milestone: Milestone) -> int | None:
    return dict(desk.entry(LATE).milestones).get(milestone)


def test_an_operation_is_told_with_its_team_its_milestones_and_how_late_it_is(open_desk: OpenDesk) -> None:
    desk = open_desk(with_operations(FakeGateway()))
    desk.select(LATE)
    panel = panel_of(desk)
    assert panel.isVisible()
    assert panel.title.words() == "Kniearthroskopie"
    assert panel.patient.words() == "Müller-Öztürk, Işıl"
    facts = {each.name: each.value for each in panel._facts._facts}
    assert facts == {
        "Saal": "OP-Saal 1, 08:40 – 10:10",
        "Operateur": "Dr. Weber ab Schnitt",
        "Anästhesie": "Dr. Brandt ab Einleitung",
    }
    rows = {each.milestone: each.words for each in panel.milestones.rows.values()}
    assert [(each.planned, each.reached) for each in rows.values()] == [
        ("08:40", "08:41"),
        ("08:52", "09:10"),
        ("08:57", ""),
        ("09:00", "09:25"),
        ("09:45", ""),
        ("09:55", ""),
        ("10:10", ""),
    ]
    assert rows[M.INCISION].state == "last"
    assert rows[M.SUTURE].name == "Naht jetzt"
    assert panel.deviation.words() == (
        "Schnitt 25 min nach Plan. Ende voraussichtlich 10:20 statt 09:55; "
        "Kniearthroskopie Kaya rückt auf 10:35."
    )
    assert panel.note.toPlainText().startswith("Zement")
    assert list(panel.late.boxes) == [OP1]
    assert panel.late.boxes[OP1].words() == (
        "Verspätung OP-Saal 1 Kniearthroskopie Müller-Öztürk endet 10:20 statt 09:55. "
        "Kniearthroskopie Kaya rückt auf 10:35."
    )
    desk.select(PUSHED)
    assert panel.deviation.words().startswith("Rückt auf 10:35 statt 10:15")
    desk.select(LATER)
    assert panel.deviation.words() == ""
    desk.window.close()


def test_times_of_milestones_are_typed_checked_removed_and_taken_back(open_desk: OpenDesk) -> None:
    desk = open_desk(with_operations(FakeGateway()))
    desk.select(LATE)
    table = panel_of(desk).milestones
    desk.press(Key.Key_Return, CTRL | SHIFT)
    assert desk.focused() is table.editor
    for typed, said in (
        ("11:00", "11:00 liegt noch in der Zukunft."),
        ("920", "Schnitt (09:25) kommt vor Naht (09:20)."),
        ("halb", "„halb“ ist keine Uhrzeit."),
    ):
        table.editor.setText(typed)
        desk.press(Key.Key_Return)
        assert table.error.words() == said
        assert table.error.isVisible()
        assert desk.focused() is table.editor
    table.edit(list(table.rows)[-1])
    assert table.rect().contains(table.editor.geometry()), "of the last row, too"
    table.edit(M.SUTURE)
    table.editor.setText("938")
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: reached(desk, M.SUTURE) == at("09:38"))
    assert desk.focused() is table.rows[M.SUTURE]
    assert not table.editor.isVisible()
    desk.qtbot.waitUntil(lambda: table.rows[M.PATIENT_OUT].words.state == "next")
    desk.press(Key.Key_Up)
    desk.press(Key.Key_F2)
    assert table.editor.text() == "09:25"
    table.editor.setText("9:20")
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: reached(desk, M.INCISION) == at("09:20"))
    table.rows[M.SUTURE].setFocus()
    desk.press(Key.Key_Delete)
    desk.qtbot.waitUntil(lambda: reached(desk, M.SUTURE) is None)
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: reached(desk, M.SUTURE) == at("09:38"))
    desk.qtbot.waitUntil(lambda: table.rows[M.SUTURE].words.reached == "09:38")
    table.edit(M.SUTURE)
    desk.press(Key.Key_Escape)
    assert not table.editor.isVisible()
    desk.press(Key.Key_Escape)
    assert desk.focused() is desk.view
    table.rows[M.PATIENT_OUT].click()
    desk.qtbot.waitUntil(lambda: reached(desk, M.PATIENT_OUT) == at("09:42"))
    desk.window.close()


def test_a_delay_moves_all_that_it_pushes_together_or_offers_another_room(open_desk: OpenDesk) -> None:
    desk = open_desk(with_operations(FakeGateway(), second_room=True))
    desk.press(Key.Key_4)
    desk.qtbot.waitUntil(lambda: desk.window.shown.view is ViewKind.ROOMS)
    late = desk.window.parts.details.late
    assert not panel_of(desk).isVisible()
    assert late.isVisible()
    status = desk.window.parts.status
    desk.qtbot.waitUntil(lambda: status.entries.words() == "3 Operationen")
    assert (status._stages.words(), status._late.words()) == ("1 läuft · 2 geplant", "1 verspätet")
    assert not status.waiting.isVisible()
    view = desk.window.parts.views.view
    assert isinstance(view, RoomsView)
    assert view._plan is not None
    assert view._state is not None
    assert pushed_words(view._state, view._plan.progress.rooms[OP1]) == ("→ rückt auf 10:35, Saal frei 12:05")
    desk.gateway.work_as(Person("weber", "Dr. Weber", StaffRole.PRACTITIONER))
    for button in (late.boxes[OP1].push, late.boxes[OP1].other_room):
        assert not button.isEnabled()
        assert "Nur Empfang, OP-Leitung und Verwaltung" in button.toolTip()
    desk.gateway.work_as(ANYBODY)
    assert late.boxes[OP1].push.isEnabled()
    late.boxes[OP1].push.click()
    sheet = desk.sheet(PushSheet)
    assert sheet.lines == [("OP-Saal 1", "Kniearthroskopie, Kaya, Deniz", "10:15 → 10:35")]
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(PUSHED).starts_at == at("10:35"))
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(PUSHED).starts_at == at("10:15"))
    boxes = panel_of(desk).late.boxes
    desk.qtbot.waitUntil(lambda: OP1 in boxes)
    boxes[OP1].other_room.click()
    menu = desk.window.findChildren(QMenu)[-1]
    offer = menu.actions()[-1]
    assert offer.text().startswith("OP-Saal 2 · 10:")
    assert offer.isEnabled()
    offer.trigger()
    menu.close()
    desk.qtbot.waitUntil(lambda: room_of(desk) == OP2)
    assert desk.entry(PUSHED).status is Status.BOOKED
    desk.window.close()


def room_of(desk: Desk) -> ActorId:
    return next(part.actor for part in desk.entry(PUSHED).allocations if part.role is Role.ROOM)


def test_what_has_no_room_is_booked_into_one_by_keys_and_the_rest_of_the_team_is_asked_for(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(with_operations(FakeGateway()))
    desk.press(Key.Key_4)
    desk.qtbot.waitUntil(lambda: desk.window.theatre.roomless.entries != ())
    desk.press(Key.Key_Tab)
    assert desk.window.selected == desk.entry(ROOMLESS)
    assert panel_of(desk).title.words() == "Kniearthroskopie"
    desk.press(Key.Key_Return)
    for _ in range(10):
        desk.press(Key.Key_Left)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.gateway.submitted))
    asked = desk.gateway.submitted[-1]
    assert isinstance(asked, MoveRequest)
    assert (asked.entry, asked.status, asked.fill) == (ROOMLESS, Status.BOOKED, True)
    assert asked.starts_at == at("14:10")
    assert not isinstance(asked.participants, Keep)
    assert Participant(OP1, Role.ROOM) in asked.participants
    desk.window.close()


def test_another_room_is_offered_from_when_it_is_free_and_only_while_that_is_of_use(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(with_operations(FakeGateway(), second_room=True))
    pushed = desk.entry(PUSHED)
    state = desk.window.parts.views.view._state
    assert state is not None

    def offered(until: str, before: str) -> tuple[str, bool]:
        taken = Allocation(OP2, Role.ROOM, at("09:00"), at(until))
        block = replace(
            desk.entry(LATER),
            id=EntryId(99),
            kind=EntryKind.BLOCKOUT,
            phases=None,
            procedure=None,
            patient=None,
            starts_at=at("09:00"),
            ends_at=at(until),
            allocations=(taken,),
        )
        now = replace(state, entries=(*state.entries, block))
        (offer,) = other_rooms(now, pushed, at(before))
        assert offer.room == OP2
        return ZONE.local(offer.wanted.span.start).strftime("%H:%M"), bool(offer.against)

    # The anaesthetist comes from the late room at 10:20.
    assert offered("10:00", before="10:35") == ("10:20", False)
    assert offered("10:25", before="10:35") == ("10:25", False)
    assert offered("10:40", before="10:35") == ("10:20", True)
    assert offered("10:00", before="10:20") == ("10:20", True)
    desk.window.close()


def test_a_name_typed_on_free_time_begins_an_operation_there(open_desk: OpenDesk) -> None:
    desk = open_desk(with_operations(FakeGateway()))
    desk.press(Key.Key_4)
    desk.qtbot.waitUntil(lambda: desk.window.shown.view is ViewKind.ROOMS)
    desk.select(PUSHED)
    while desk.view.chosen_place() is None:
        desk.press(Key.Key_Right)
    place = desk.view.chosen_place()
    assert place is not None
    desk.write("wag")
    sheet = desk.settled()
    assert sheet.patient.search.text() == "wag"
    draft = sheet.session.state.draft
    assert draft.kind is EntryKind.OPERATION
    assert draft.minute == ZONE.local(place.span.start).hour * 60 + ZONE.local(place.span.start).minute
    assert place.actor in [each.actor for each in draft.seats]
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    desk.press(Key.Key_N)
    assert desk.booking().session.state.draft.minute == draft.minute
