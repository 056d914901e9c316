"""The plan of the operating rooms on screen: mouse, keys, words and looks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Reached
from praxidesk.engine.milestones import planned_milestones
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Milestone, Status
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.layout import HEADER, LABELS, RoomsLayout
from praxidesk.ui.calendar.rooms.view import RoomsView
from praxidesk.ui.calendar.state import MoveWanted, Place, TypedAt
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.wording import dates
from tests.ui.calendar.busy_practice import MONDAY, OP_ROOMS, ZONE, operation, patient, rooms_state

LEFT = Qt.MouseButton.LeftButton
ONE, TWO, THREE, FOUR = OP_ROOMS
PLANNED = operation(3, ONE, 720, 2)
"""12:00 to 13:55 in OP 1."""


@pytest.fixture
def view(qtbot: QtBot) -> RoomsView:
    made = RoomsView()
    qtbot.addWidget(made)
    made.resize(1380, 920)
    made.set_state(rooms_state())
    made.show()
    made.setFocus()
    return made


def laid_out(view: RoomsView) -> RoomsLayout:
    assert view.rooms_layout is not None
    return view.rooms_layout


def middle(view: RoomsView, entry: EntryId) -> QPoint:
    row = next(row for row, each in enumerate(_entries(view)) if each == entry)
    return view.visualRect(view.model().index(row, 0)).center()


def _entries(view: RoomsView) -> list[EntryId]:
    layout = laid_out(view)
    bars = [bar.facts.entry.id for row in layout.rows for bar in row.bars]
    return bars + [entry.id for entry, _ in layout.cards]


def drag(qtbot: QtBot, view: RoomsView, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(port, start + (end - start) * share)
    if release:
        qtbot.mouseRelease(port, LEFT, pos=end)


def test_a_click_selects_a_bar_and_a_double_click_opens_it(qtbot: QtBot, view: RoomsView) -> None:
    with qtbot.waitSignal(view.selected_changed) as changed:
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle(view, PLANNED.id))
    assert changed.args == [PLANNED.id]
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=middle(view, PLANNED.id))
    assert opened.args == [PLANNED.id]


def test_an_operation_without_a_room_can_be_selected_below(qtbot: QtBot, view: RoomsView) -> None:
    waiting, _ = laid_out(view).cards[0]
    qtbot.mouseClick(view.viewport(), LEFT, pos=middle(view, waiting.id))
    assert view.selected() == waiting.id


def test_free_time_is_booked_by_double_click_and_by_drawing(qtbot: QtBot, view: RoomsView) -> None:
    layout = laid_out(view)
    y = layout.rows[1].box.y + 60
    with qtbot.waitSignal(view.booking_wanted) as wanted:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=QPoint(layout.times.x(15 * 60 + 20), y))
    place = wanted.args[0]
    assert isinstance(place, Place)
    assert (place.actor, place.span.start) == (TWO, ZONE.at(MONDAY, 15 * 60 + 15))
    with qtbot.waitSignal(view.booking_wanted) as wanted:
        drag(
            qtbot,
            view,
            QPoint(layout.times.x(15 * 60 + 10) + 1, y),
            QPoint(layout.times.x(15 * 60 + 50), y),
        )
    assert wanted.args[0].span == (ZONE.at(MONDAY, 15 * 60 + 10), ZONE.at(MONDAY, 15 * 60 + 50))


def test_a_bar_dragged_elsewhere_asks_to_be_moved(qtbot: QtBot, view: RoomsView) -> None:
    layout = laid_out(view)
    start = middle(view, PLANNED.id)
    far = QPoint(round(60 * layout.times.per_minute), layout.rows[2].box.y - layout.rows[0].box.y)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        drag(qtbot, view, start, start + far)
    assert wanted.args[0] == MoveWanted(
        PLANNED.id, PLANNED.span._replace(start=ZONE.at(MONDAY, 780), end=ZONE.at(MONDAY, 895)), ONE, THREE
    )
    assert not view.is_moving()


def test_an_operation_without_a_room_is_dragged_into_one(qtbot: QtBot, view: RoomsView) -> None:
    layout = laid_out(view)
    waiting, _ = layout.cards[0]
    target = QPoint(layout.times.x(14 * 60), layout.rows[1].box.y + 60)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        drag(qtbot, view, middle(view, waiting.id), target)
    moved = wanted.args[0]
    assert (moved.entry, moved.from_actor, moved.to_actor) == (waiting.id, None, TWO)
    assert moved.span.start == ZONE.at(MONDAY, 14 * 60)
    view.select(waiting.id)
    view.begin_move()
    with qtbot.waitSignal(view.move_wanted) as wanted:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args[0] == MoveWanted(waiting.id, waiting.span, None, ONE)


def test_a_bar_put_back_where_it_was_or_given_up_asks_nothing(qtbot: QtBot, view: RoomsView) -> None:
    start = middle(view, PLANNED.id)
    with qtbot.assertNotEmitted(view.move_wanted):
        drag(qtbot, view, start, start + QPoint(1, 0))
        drag(qtbot, view, start, start + QPoint(200, 0), release=False)
        assert view.is_moving()
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        assert not view.is_moving()
        qtbot.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(200, 0))


def test_keys_move_the_selected_bar(qtbot: QtBot, view: RoomsView) -> None:
    view.select(PLANNED.id)
    view.begin_move()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    moved = wanted.args[0]
    assert (moved.span.start, moved.to_actor) == (ZONE.at(MONDAY, 725), TWO)


def test_what_is_cancelled_cannot_be_moved(qtbot: QtBot, view: RoomsView) -> None:
    gone = replace(PLANNED, status=Status.CANCELLED)
    view.set_state(replace(rooms_state(), entries=(gone,), show_cancelled=True))
    view.select(gone.id)
    view.begin_move()
    assert not view.is_moving()


def test_a_bar_in_hand_is_let_go_when_another_desk_changes_it(qtbot: QtBot, view: RoomsView) -> None:
    view.select(PLANNED.id)
    view.begin_move()
    state = rooms_state()
    others = tuple(each for each in state.entries if each.id != PLANNED.id)
    view.set_state(replace(state, entries=(*others[:-1], PLANNED)))
    assert view.is_moving(), "something else changed"
    view.set_state(replace(state, entries=(*others, replace(PLANNED, version=2))))
    assert not view.is_moving()


def test_arrows_with_ctrl_select_bars_and_enter_opens(qtbot: QtBot, view: RoomsView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    first = view.selected()
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    second = view.selected()
    assert first is not None
    assert second is not None
    assert first != second
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [second]


def test_arrows_go_over_free_time_where_a_name_is_begun(qtbot: QtBot, view: RoomsView) -> None:
    gone = laid_out(view).rows[0].bars[1].facts.entry.id
    state = rooms_state()
    view.set_state(replace(state, entries=tuple(each for each in state.entries if each.id != gone)))
    layout = laid_out(view)
    bars = [bar.facts.entry for bar in layout.rows[0].bars]
    view.select(bars[0].id)
    passed: list[object] = []
    for _ in range(8):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        place = view.chosen_place()
        passed.append(view.selected() or place)
        if place is not None:
            assert view.selected() is None
            assert all(not bar.span.overlaps(place.span) for bar in bars)
            assert "OP 1" in view.accessibleDescription()
    passed = list(dict.fromkeys(passed))
    free = [each for each in passed if isinstance(each, Place)]
    assert [each for each in passed if not isinstance(each, Place)] == [each.id for each in bars[1:]]
    assert passed[0] == free[0], "where the operation was that is gone"
    assert passed[-1] == free[-1], "from the last one to the end of the day"
    assert all(each.actor == ONE for each in free)

    # Where nothing is chosen the letters are the window's; in the free time they begin a name.
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(view.typing_begun):
        qtbot.keyClicks(view, "k")
    late = QPoint(layout.times.x(16 * 60 + 20), layout.rows[3].box.y + 60)
    qtbot.mouseClick(view.viewport(), LEFT, pos=late)
    place = view.chosen_place()
    assert place == Place(FOUR, Span(ZONE.at(MONDAY, 16 * 60 + 15), ZONE.at(MONDAY, 17 * 60)), is_drawn=True)
    with qtbot.waitSignal(view.typing_begun) as typed:
        qtbot.keyClicks(view, "k")
    assert typed.args == [TypedAt(place, "k")]
    view.select(bars[0].id)
    assert view.chosen_place() is None
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.selected() is not None or view.chosen_place() is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.chosen_place() is None


def test_labels_and_times_are_no_free_time(qtbot: QtBot, view: RoomsView) -> None:
    with qtbot.assertNotEmitted(view.booking_wanted):
        qtbot.mouseDClick(view.viewport(), LEFT, pos=QPoint(LABELS // 2, 300))
        qtbot.mouseDClick(view.viewport(), LEFT, pos=QPoint(600, HEADER // 2))


def test_zoom_widens_the_day_and_keeps_the_middle(view: RoomsView) -> None:
    before = laid_out(view)
    centre = before.times.minute(view.viewport().width() / 2)
    view.zoom_in()
    view.zoom_in()
    after = laid_out(view)
    assert after.times.per_minute > 1.9 * before.times.per_minute
    assert abs(after.times.minute(view.horizontalOffset() + view.viewport().width() / 2) - centre) < 2
    view.zoom_day()
    assert laid_out(view).times == before.times


def test_selection_survives_a_refresh(qtbot: QtBot, view: RoomsView) -> None:
    view.select(PLANNED.id)
    state = rooms_state()
    with qtbot.assertNotEmitted(view.selected_changed):
        view.set_state(replace(state, entries=state.entries[2:]))
    assert view.selected() == PLANNED.id


def test_a_practice_without_operating_rooms_says_so(qtbot: QtBot, view: RoomsView) -> None:
    state = rooms_state()
    actors = {id_: each for id_, each in state.practice.actors.items() if id_ not in OP_ROOMS}
    full = view.grab().toImage()
    view.set_state(replace(state, practice=replace(state.practice, actors=actors)))
    assert view.rooms_layout is None
    assert view.grab().toImage() != full
    assert view.model().rowCount() == 0
    with qtbot.assertNotEmitted(view.booking_wanted):
        qtbot.mouseDClick(view.viewport(), LEFT, pos=QPoint(600, 400))
        qtbot.keyClick(view, Qt.Key.Key_Right)


def test_hostile_names_are_drawn_as_they_are(view: RoomsView) -> None:
    state = rooms_state()
    hostile = replace(patient(1), family="<b>&\n\u202e" + "W" * 5000, given="\x00")
    entries = tuple(replace(each, patient=hostile, reason="\x07" * 3000) for each in state.entries)
    view.set_state(replace(state, entries=entries))
    assert not view.grab().isNull()
    assert "<b>&" in view.model().index(0, 0).data()


def test_both_themes_paint_and_differ(view: RoomsView) -> None:
    pictures: list[QImage] = []
    for name in ThemeName:
        view.set_theme(theme(name))
        pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1]
    box = QRect(*laid_out(view).rows[2].box)
    corners = [picture.pixelColor(box.right() - 60, box.center().y()) for picture in pictures]
    assert corners == [theme(name).closed for name in ThemeName], "after the room's day"


def test_a_bar_speaks_of_room_time_procedure_patient_and_team(view: RoomsView) -> None:
    text = rooms_text.spoken(PLANNED, "OP 1", rooms_state())
    assert text.startswith("OP 1, ")
    for part in ("12:00", "Schulterarthroskopie", "WEB", "C-Bogen"):
        assert part in text


def test_a_bar_speaks_of_what_it_has_reached_and_how_late_it_is(view: RoomsView) -> None:
    plan = planned_milestones(PLANNED)
    cut = plan[Milestone.INCISION] + 25 * 60
    late = replace(PLANNED, milestones=(Reached(Milestone.INCISION, cut),), status=Status.CHECKED_IN)
    view.set_state(replace(rooms_state(), entries=(late, operation(4, ONE, 840, 2)), now=cut + 60))
    said = [view.model().index(row, 0).data() for row in range(2)]
    assert said[0].endswith(f"Incision {dates.clock(ZONE, cut)}, 25 min later")
    assert said[1].endswith("moves to 14:20")


def test_the_same_person_in_a_role_twice_is_named_once() -> None:
    state = rooms_state()
    twice = replace(PLANNED, allocations=(*PLANNED.allocations, PLANNED.allocations[0]))
    assert rooms_text.team(twice, state) == rooms_text.team(PLANNED, state)
    assert [codes for _, codes in rooms_text.team(PLANNED, state)] == ["WEB", "KOÇ", "BRA"]
    assert ActorId(1) in state.practice.actors
