"""What was done to an entry, as lines."""

from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import Change, RecordedChange
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import Status
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.panels.history_list import HistoryList
from tests.ui.desk_practice import ZONE, at

NINE, TEN = Span(at("09:00"), at("09:20")), Span(at("10:00"), at("10:20"))


def test_another_time_is_a_move_and_another_note_is_a_change(qtbot: QtBot) -> None:
    shown = HistoryList(theme(ThemeName.LIGHT))
    qtbot.addWidget(shown)
    now = at("08:00")
    lines = (
        RecordedChange(4, Change.STATUS_CHANGED, Status.ARRIVED, now, TEN),
        RecordedChange(3, Change.MOVED, Status.BOOKED, now, TEN),
        RecordedChange(2, Change.MOVED, Status.BOOKED, now, NINE),
        RecordedChange(1, Change.BOOKED, Status.BOOKED, now, NINE),
    )
    shown.show_lines(ZONE, lines, now)
    said = [label.words() for label in shown.findChildren(ToneLabel) if label is not shown.all]
    assert said[1::2] == ["arrived", "moved", "changed", "booked"]
