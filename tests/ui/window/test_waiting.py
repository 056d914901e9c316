"""The waiting room beside the day: who is there, how long, and what is done about it by key and by mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.engine.waiting_order import WaitingOrder
from praxidesk.engine.waiting_room import Presence
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.waiting.waiting_panel import WaitingPanel
from praxidesk.ui.waiting.waiting_rows import RowKind, WaitingRow
from praxidesk.worker.questions.waiting_room import PresenceOfDay
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import KOC, MONDAY, NOW, WEBER, ZONE, at
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk

FIRST, SECOND, THIRD, LAST = EntryId(25), EntryId(5), EntryId(18), EntryId(6)
"""At 09:40, 09:50, 10:00 and 10:15; the last one's patient has something else before."""


def opened(desk: Desk) -> WaitingPanel:
    desk.press(Key.Key_W)
    panel = desk.window.waiting.panel
    assert panel is not None
    desk.qtbot.waitUntil(lambda: not panel.list.rows() or bool(panel.list.rows()[0].minutes))
    return panel


def waiting(panel: WaitingPanel) -> list[WaitingRow]:
    return [each for each in panel.list.rows() if each.kind is RowKind.WAITING]


def of_kind(panel: WaitingPanel, kind: RowKind) -> list[EntryId | None]:
    return [each.entry for each in panel.list.rows() if each.kind is kind]


def told(desk: Desk, panel: WaitingPanel, kind: RowKind, entry: int) -> None:
    desk.qtbot.waitUntil(lambda: EntryId(entry) in of_kind(panel, kind))


def test_w_shows_who_waits_how_long_against_which_time(desk: Desk) -> None:
    panel = opened(desk)
    first, second, _, last = waiting(panel)
    assert [each.entry for each in waiting(panel)] == [FIRST, SECOND, THIRD, LAST]
    # 09:42 now, and everybody came 22 minutes before the time.
    assert (first.minutes, first.time, first.remark, first.is_over) == (
        "24",
        "09:40",
        "2 min über der Zeit",
        True,
    )
    assert (second.minutes, second.since, second.remark) == ("14", "da seit 09:28", "")
    assert first.agreed is not None
    assert first.agreed < first.filled
    assert second.agreed is not None
    assert second.agreed > second.filled
    assert last.minutes == "0"
    assert panel.summary.words() == "4 warten · 1 über der Zeit · Mittel 11 min"
    assert len(of_kind(panel, RowKind.TREATED)) == 4
    assert of_kind(panel, RowKind.MISSED) == [3]
    spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "24 min" in spoken
    assert "2 min über der Zeit" in spoken
    # Nobody is chosen before an arrow or a click: a letter has nobody to act on.
    assert desk.window.parts.views.selected() is None
    desk.press(Key.Key_A)
    assert desk.toast() == "Eingetroffen: kein Termin ausgewählt"
    assert desk.gateway.submitted == []
    desk.press(Key.Key_W)
    assert panel.isHidden()
    assert desk.view.hasFocus()


def test_arrows_choose_a_person_and_who_is_selected_elsewhere_is_chosen_here(desk: Desk) -> None:
    panel = opened(desk)
    assert panel.list.hasFocus()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    assert desk.window.parts.views.selected() == SECOND
    assert panel.list.currentIndex().row() == 1
    desk.select(THIRD)
    assert panel.list.currentIndex().row() == 2
    desk.press(Key.Key_Escape)
    assert desk.view.hasFocus()


def test_the_keys_of_the_day_work_on_the_person_chosen(desk: Desk) -> None:
    panel = opened(desk)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_C)
    told(desk, panel, RowKind.TREATED, FIRST)
    assert FIRST not in of_kind(panel, RowKind.WAITING)
    row = next(each for each in panel.list.rows() if each.entry == FIRST)
    desk.qtbot.waitUntil(lambda: next(each for each in panel.list.rows() if each.entry == FIRST).time != "")
    assert row.kind is RowKind.TREATED
    # The same entry is still the one selected; who comes next is one key away.
    assert desk.window.parts.views.selected() == FIRST
    desk.press(Key.Key_Up)
    desk.press(Key.Key_X)
    desk.qtbot.waitUntil(lambda: len(of_kind(panel, RowKind.MISSED)) == 2)
    desk.press(Key.Key_Return)
    assert desk.booking().isVisible()


def test_a_person_whose_column_is_hidden_brings_it(desk: Desk) -> None:
    desk.window.choose_actors(("KOC",))
    panel = opened(desk)
    desk.qtbot.waitUntil(lambda: len(waiting(panel)) == 4)
    panel.list.chosen.emit(SECOND)
    assert set(desk.window.actors.of(ViewKind.DAY)) == {KOC, WEBER}
    assert desk.window.parts.views.selected() == SECOND


def test_the_order_is_chosen_and_remembered(desk: Desk, settings: SettingsFile) -> None:
    def came(_: PresenceOfDay) -> object:
        return {
            FIRST: Presence(at("09:30")),
            SECOND: Presence(at("09:10")),
            THIRD: Presence(at("09:05")),
            LAST: Presence(at("09:00")),
        }

    desk.gateway.answers[PresenceOfDay] = came
    panel = opened(desk)
    panel.order.setFocus()
    for key, order, entries in (
        (Key.Key_Down, WaitingOrder.ARRIVAL, [LAST, THIRD, SECOND, FIRST]),
        (Key.Key_Down, WaitingOrder.WAIT, [FIRST, SECOND, THIRD, LAST]),
        (Key.Key_Up, WaitingOrder.ARRIVAL, [LAST, THIRD, SECOND, FIRST]),
    ):
        desk.qtbot.keyClick(panel.order, key)
        assert [each.entry for each in waiting(panel)] == entries
        assert DeskSettings(settings).waiting_order is order
    assert waiting(panel)[0].remark == "75 min zu früh gekommen"
    assert waiting(panel)[1].remark == "55 min zu früh gekommen"


def test_another_appointment_before_is_named_and_where_somebody_is_now(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    store = gateway.store
    before = store.entries[EntryId(7)]
    store.entries[before.id] = replace(
        before,
        starts_at=at("09:45"),
        ends_at=at("09:50"),
        patient=store.entries[SECOND].patient,
    )
    inside = store.entries[EntryId(4)]
    store.entries[inside.id] = replace(inside, patient=store.entries[LAST].patient)
    desk = open_desk(gateway)
    panel = opened(desk)
    remarks = {each.entry: each.remark for each in waiting(panel)}
    assert remarks[SECOND] == "erst Erstvorstellung 09:45"
    assert remarks[LAST] == "gerade: Kontrolle"


def test_minutes_pass_and_changes_of_other_desks_come(desk: Desk) -> None:
    panel = opened(desk)
    asked = len([each for each in desk.gateway.asked if isinstance(each, PresenceOfDay)])
    desk.gateway._now = NOW + 180
    desk.window.waiting._clock.minute_begun.emit()
    assert waiting(panel)[0].minutes == "27"
    # A minute asks the store nothing; somebody who comes does, once.
    assert len([each for each in desk.gateway.asked if isinstance(each, PresenceOfDay)]) == asked
    late = desk.gateway.store.entries[EntryId(7)]
    desk.gateway.store.entries[late.id] = replace(late, status=Status.ARRIVED, version=2)
    desk.gateway.refresh()
    told(desk, panel, RowKind.WAITING, 7)
    assert len([each for each in desk.gateway.asked if isinstance(each, PresenceOfDay)]) == asked + 1


def test_nobody_waits_and_the_room_says_whom_it_will_show(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    for entry in list(gateway.store.entries.values()):
        gateway.store.entries[entry.id] = replace(entry, status=Status.BOOKED)
    desk = open_desk(gateway)
    desk.press(Key.Key_W)
    panel = desk.window.waiting.panel
    assert panel is not None
    (row,) = panel.list.rows()
    assert (row.kind, row.name) == (RowKind.EMPTY, "Niemand wartet")
    assert "(A)" in row.about
    desk.press(Key.Key_Down)
    assert desk.window.parts.views.selected() is None


def test_the_room_is_today_s_whichever_day_is_shown(desk: Desk) -> None:
    panel = opened(desk)
    desk.window.go_to(Shown(ViewKind.DAY, MONDAY.replace(day=24)))
    desk.qtbot.waitUntil(lambda: len(waiting(panel)) == 4)
    desk.window.go_to(Shown(ViewKind.DAY, MONDAY.replace(year=2027)))
    desk.gateway._weeks.clear()
    desk.window.feed.reload()
    desk.qtbot.waitUntil(lambda: panel.list.rows()[0].kind is RowKind.EMPTY)
    assert panel.list.rows()[0].name == "Das Wartezimmer zeigt heute"
    desk.window.go_to(Shown(ViewKind.WEEK, MONDAY))
    assert panel.isHidden()
    # The number below leads to it from any view and day.
    desk.qtbot.mouseClick(desk.window.parts.status.waiting, Qt.MouseButton.LeftButton)
    assert not panel.isHidden()
    assert desk.window.shown == Shown(ViewKind.DAY, MONDAY)
    desk.qtbot.waitUntil(lambda: len(waiting(panel)) == 4)
    assert panel.list.hasFocus()


@pytest.mark.parametrize("name", ["<b>x</b>", "\u202eW" + "W" * 300])
def test_hostile_names_are_shown_letter_by_letter(open_desk: OpenDesk, name: str) -> None:
    gateway = FakeGateway()
    entry = gateway.store.entries[FIRST]
    assert entry.patient is not None
    gateway.store.entries[FIRST] = replace(entry, patient=replace(entry.patient, family=name, given=name))
    desk = open_desk(gateway)
    panel = opened(desk)
    assert panel.list.grab().width() == panel.list.width()
    tip = panel.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>x" not in tip


def test_the_details_say_how_long_it_will_be_and_the_way_of_the_day(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    store = gateway.store
    other = store.entries[EntryId(7)]
    store.entries[other.id] = replace(other, patient=store.entries[SECOND].patient)
    store.entries[SECOND] = replace(store.entries[SECOND], status=Status.BOOKED)
    desk = open_desk(gateway)
    desk.gateway._now = at("09:23")
    desk.select(SECOND)
    desk.press(Key.Key_A)
    panel = desk.window.parts.details.entry
    desk.qtbot.waitUntil(lambda: any(each.name == "Wartet" for each in panel._facts._facts))
    desk.gateway._now = NOW
    desk.window.feed.reload()
    desk.qtbot.waitUntil(lambda: panel._facts._facts[-1].strong == "19 min")
    assert panel._facts._facts[-1].value == "· noch etwa 8 min"
    way = [(each.time, each.what, each.is_this) for each in panel.way.stations()]
    assert way == [
        ("09:23", "Anmeldung", False),
        ("09:50", "Injektion · Dr. Weber", True),
        ("10:30", "Erstvorstellung · Sprechzimmer 1", False),
    ]
    assert ZONE.day_of(desk.gateway.now()) == MONDAY
