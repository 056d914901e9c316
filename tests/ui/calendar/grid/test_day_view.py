"""The day on screen: what stands where, what stays through a refresh, what a repaint touches."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from praxidesk.engine.availability import Absence
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.grid.notice_card import card_rect
from praxidesk.ui.calendar.items import CalendarItems
from praxidesk.ui.calendar.tile_face import TileFace
from praxidesk.ui.look.theme import ThemeName, theme
from tests.ui.calendar.small_day import (
    KOC,
    MONDAY,
    ROOM,
    WEBER,
    ZONE,
    appointment,
    minute,
    patient,
    state,
    usual_day,
)

MUELLER, WIECZOREK, YILMAZ = EntryId(2), EntryId(3), EntryId(4)


class Watched(DayView):
    """Remembers what was repainted."""

    def __init__(self) -> None:
        self.painted: list[QRect] = []
        super().__init__()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.region().boundingRect())
        super().paintEvent(event)


@pytest.fixture
def view(qtbot: QtBot) -> Watched:
    made = Watched()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.set_state(usual_day())
    with qtbot.waitExposed(made):
        made.show()
    QApplication.processEvents()
    made.painted.clear()
    return made


def index_of(view: DayView, entry: EntryId) -> QModelIndex:
    model = view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return next(index for index in rows if index.data(Qt.ItemDataRole.UserRole) == entry)


def test_every_tile_is_found_where_it_is_shown(view: DayView) -> None:
    model = view.model()
    assert model.rowCount() == 8
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        rect = view.visualRect(index)
        assert rect.isValid()
        assert view.indexAt(rect.center()) == index
        assert not view.isIndexHidden(index)


def test_where_no_tile_is_there_is_no_index(view: DayView) -> None:
    assert not view.indexAt(QPoint(20, 2)).isValid()
    assert view.visualRect(QModelIndex()) == QRect()


def test_an_entry_with_a_room_stands_in_both_columns(view: DayView) -> None:
    rects = [
        view.visualRect(view.model().index(row, 0))
        for row in range(view.model().rowCount())
        if view.model().index(row, 0).data(Qt.ItemDataRole.UserRole) == MUELLER
    ]
    assert len(rects) == 2
    assert (rects[0].top(), rects[0].height()) == (rects[1].top(), rects[1].height())
    assert rects[0].right() < rects[1].left()


def test_heights_are_times(view: DayView) -> None:
    first, second = (view.visualRect(index_of(view, EntryId(at))) for at in (4, 5))
    assert second.top() - first.top() == 6 * view.zoom
    assert first.height() == 6 * view.zoom - 1


def test_cancelled_entries_show_on_request_only(view: DayView) -> None:
    view.set_state(replace(usual_day(), show_cancelled=True))
    assert view.model().rowCount() == 9


def test_it_opens_at_the_working_hours(view: DayView) -> None:
    top = view.visualRect(index_of(view, EntryId(1))).top()
    assert 0 <= top < 160


def test_it_opens_at_now_where_that_would_be_out_of_sight(qtbot: QtBot) -> None:
    late = DayView()
    qtbot.addWidget(late)
    late.resize(900, 400)
    late.set_state(state(appointment(1, "17:00-17:20"), now="17:05"))
    with qtbot.waitExposed(late):
        late.show()
    assert 0 <= late.visualRect(index_of(late, EntryId(1))).top() < 350


def test_model_items_tell_screen_readers_everything(view: DayView) -> None:
    text = index_of(view, WIECZOREK).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Dr. med. Lena Weber", "09:30", "Wieczorek, Deniz", "Injektion", "Arrived"):
        assert part in text


def test_selection_and_scroll_survive_a_refresh(view: Watched, qtbot: QtBot) -> None:
    view.select(WIECZOREK)
    view.verticalScrollBar().setValue(600)
    with qtbot.assertNotEmitted(view.selected_changed):
        others = (*usual_day().entries, appointment(50, "08:20-08:30", family="Neu"))
        view.set_state(replace(usual_day(), entries=tuple(sorted(others, key=lambda each: each.starts_at))))
    assert view.selected() == WIECZOREK
    assert view.currentIndex().data(Qt.ItemDataRole.UserRole) == WIECZOREK
    assert view.verticalOffset() == 600


def test_what_is_gone_is_not_selected_and_is_again_when_it_comes_back(view: DayView, qtbot: QtBot) -> None:
    view.select(WIECZOREK)
    with qtbot.waitSignal(view.selected_changed) as told:
        view.set_state(state())
    assert told.args == [None]
    assert view.selected() is None
    with qtbot.waitSignal(view.selected_changed) as told:
        view.set_state(usual_day())
    assert told.args == [WIECZOREK]


def test_selecting_before_the_state_comes_waits_for_it(qtbot: QtBot) -> None:
    early = DayView()
    qtbot.addWidget(early)
    early.select(YILMAZ)
    assert early.selected() is None
    early.set_state(usual_day())
    assert early.selected() == YILMAZ


def test_painting_asks_the_model_nothing(view: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise AssertionError("painted through data()")

    monkeypatch.setattr(CalendarItems, "data", refuse)
    monkeypatch.setattr(CalendarItems, "index", refuse)
    view.viewport().repaint()
    assert view.painted


def test_one_changed_entry_repaints_its_own_tiles_only(view: Watched) -> None:
    before = view.visualRect(index_of(view, YILMAZ))
    changed = tuple(
        replace(each, version=2, status=Status.ARRIVED) if each.id == YILMAZ else each
        for each in usual_day().entries
    )
    view.set_state(replace(usual_day(), entries=changed))
    QApplication.processEvents()
    assert len(view.painted) == 1
    assert view.painted[0].contains(before)
    assert before.adjusted(-4, -4, 4, 4).contains(view.painted[0])


def test_one_more_entry_and_one_fewer_repaint_its_own_place_only(view: Watched, qtbot: QtBot) -> None:
    before = usual_day()
    more = replace(before, entries=(*before.entries, appointment(70, "12:40-13:00")))
    for each in (more, before):
        view.painted.clear()
        view.set_state(each)
        qtbot.wait(0)
        QApplication.processEvents()
        assert view.painted
        assert all(rect.height() < 80 and rect.width() < 400 for rect in view.painted)


def test_the_same_state_again_repaints_nothing(view: Watched) -> None:
    view.set_state(usual_day())
    QApplication.processEvents()
    assert view.painted == []


def test_time_passing_repaints_a_strip(view: Watched) -> None:
    view.set_state(replace(usual_day(), now=ZONE.at(MONDAY, 9 * 60 + 43)))
    QApplication.processEvents()
    assert view.painted
    assert all(rect.height() < 20 for rect in view.painted)


def test_selecting_repaints_both_tiles_only(view: Watched) -> None:
    view.select(YILMAZ)
    QApplication.processEvents()
    view.painted.clear()
    view.select(WIECZOREK)
    QApplication.processEvents()
    assert view.painted
    assert all(rect.width() < 900 and rect.height() < 300 for rect in view.painted)


def test_a_selected_tile_is_filled_with_its_edge(view: DayView) -> None:
    view.select(YILMAZ)
    at = view.visualRect(index_of(view, YILMAZ)).bottomRight() - QPoint(12, 4)
    assert view.viewport().grab().toImage().pixelColor(at) == theme(ThemeName.LIGHT).types["teal"].edge  # type: ignore[index]


def test_another_theme_repaints_everything_in_it(view: Watched) -> None:
    dark = theme(ThemeName.DARK)
    view.set_theme(dark)
    image = view.viewport().grab().toImage()
    free = view.visualRect(index_of(view, EntryId(3))).bottomLeft() + QPoint(30, 60)
    assert image.pixelColor(free) == dark.canvas


@pytest.mark.parametrize(
    "family",
    [
        "<b>Bobby</b>",
        "<img src='file:///etc/passwd'>",
        "a\nb\x00c",
        "\u202egnirts",
        "😀" * 50,
        "x" * 5000,
        " ",
    ],
)
def test_hostile_names_are_painted_as_they_are(qtbot: QtBot, family: str) -> None:
    made = DayView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    who = replace(patient(1), family=family, given="<i>x</i>")
    made.set_state(state(replace(appointment(1, "09:00-10:00"), patient=who), now="08:00"))
    made.grab()
    shown = made._layout.columns[0].tiles[0].face  # type: ignore[union-attr]
    assert isinstance(shown, TileFace)
    assert "\n" not in shown.family
    assert family.strip()[:3] in ("", shown.family[:3]) or not family.isprintable()


def test_markup_in_a_name_is_shown_in_the_tooltip_letter_by_letter(view: DayView, qtbot: QtBot) -> None:
    who = replace(patient(1), family="<b>Bobby</b>")
    view.set_state(state(replace(appointment(1, "09:00-10:00"), patient=who)))
    at = view.visualRect(index_of(view, EntryId(1))).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert "&lt;b&gt;Bobby&lt;/b&gt;" in QToolTip.text()
    assert "Kontrolle" in QToolTip.text()
    QToolTip.hideText()


def test_zoom_keeps_the_time_in_the_middle(view: DayView) -> None:
    def middle() -> float:
        assert view._layout is not None
        return view._layout.metrics.minute(view.verticalOffset() + view.viewport().height() // 2)

    before, zoom = middle(), view.zoom
    view.zoom_in()
    assert view.zoom == 10
    assert middle() == pytest.approx(before, abs=1)
    view.zoom_out()
    assert view.zoom == zoom
    assert middle() == pytest.approx(before, abs=1)


def test_zoom_stops_at_its_ends(view: DayView) -> None:
    for _ in range(9):
        view.zoom_in()
    assert view.zoom == 12
    for _ in range(9):
        view.zoom_out()
    assert view.zoom == 4


def test_the_whole_day_fits_the_window(view: DayView) -> None:
    view.zoom_day()
    page = view.viewport().rect()
    for row in range(view.model().rowCount()):
        assert page.contains(view.visualRect(view.model().index(row, 0)))
    view.resize(900, 500)
    for row in range(view.model().rowCount()):
        assert view.viewport().rect().contains(view.visualRect(view.model().index(row, 0)))


def test_many_columns_scroll_sideways_and_none_gets_too_narrow(view: DayView) -> None:
    view.resize(360, 500)
    assert view.horizontalScrollBar().maximum() > 0
    assert all(column.width >= 120 for column in view._layout.columns)  # type: ignore[union-attr]
    view.scrollTo(index_of(view, MUELLER))
    assert view.visualRect(index_of(view, MUELLER)).left() >= 0


def test_scroll_to_brings_a_tile_into_view(view: DayView) -> None:
    view.resize(900, 300)
    index = index_of(view, EntryId(7))
    view.scrollTo(index)
    assert view.viewport().rect().adjusted(0, 0, 0, -60).contains(view.visualRect(index)), "a toast covers it"
    at = view.verticalScrollBar().value()
    view.scrollTo(index)
    assert view.verticalScrollBar().value() == at


def test_without_actors_there_is_nothing_and_nothing_breaks(view: Watched, qtbot: QtBot) -> None:
    view.set_state(state(actors=()))
    view.grab()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert view.model().rowCount() == 0


def test_fewer_columns_while_one_is_under_the_cursor(view: DayView, qtbot: QtBot) -> None:
    view.setFocus()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    view.set_state(state(actors=(KOC,)))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen_place() is not None


def test_the_change_over_sunday_is_shown_with_its_repeated_hour(view: DayView) -> None:
    sunday = MONDAY - timedelta(days=29)
    at = ZONE.day(sunday).start
    entry = replace(
        appointment(1, "00:00-01:00", WEBER, ROOM, day=sunday), starts_at=at + 3 * 3600, ends_at=at + 4 * 3600
    )
    spans = tuple(
        replace(each, starts_at=entry.starts_at, ends_at=entry.ends_at) for each in entry.allocations
    )
    view.set_state(state(replace(entry, allocations=spans), days=(sunday,), actors=(WEBER, ROOM)))
    rect = view.visualRect(index_of(view, EntryId(1)))
    assert rect.height() == 12 * view.zoom - 1


def test_a_calendar_of_nobody_says_so_instead_of_looking_free(view: Watched) -> None:
    view.set_state(state(actors=()))
    shown = view.viewport().grab().toImage()
    edge, middle = shown.pixelColor(5, 5), shown.rect().center()
    assert edge == theme(ThemeName.LIGHT).closed
    lines = range(middle.y(), middle.y() + 16)
    seen = {shown.pixelColor(x, y).name() for x in range(middle.x() - 60, middle.x()) for y in lines}
    assert len(seen) > 3
    assert edge.name() not in seen


def test_the_card_of_an_absence_is_not_hidden_by_those_whom_it_strands(view: DayView) -> None:
    whole = Absence(datetime(2026, 11, 23), datetime(2026, 11, 24), "Krank")
    for diary, where in (
        (("08:00-08:30",), "06:00-08:00"),
        (("06:30-07:30", "07:30-09:00", "09:50-11:00"), "09:00-09:50"),
        (("00:00-08:30", "08:30-09:00", "10:00-11:00"), "09:00-10:00"),
    ):
        now = state(*(appointment(at, each) for at, each in enumerate(diary, 1)))
        weber = now.practice.actors[WEBER]
        away = replace(weber, availability=replace(weber.availability, absences=(whole,)))
        practice = replace(now.practice, actors={**now.practice.actors, WEBER: away})
        view.set_state(replace(now, practice=practice))
        layout = view._layout
        assert layout is not None
        column = next(each for each in layout.columns if each.actor == WEBER)
        card = card_rect(layout, column, column.ground.notices[0])
        assert card is not None
        assert not any(each.reach.intersects(card) for each in column.tiles)
        first, last = (layout.metrics.y(minute(each)) for each in where.split("-"))
        assert first <= card.top() <= card.bottom() <= last, diary
