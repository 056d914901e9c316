"""The page beside the one shown is laid out beforehand, and found when it is turned to."""

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.week_view import WeekView
from tests.ui.calendar.small_day import KOC, MONDAY, WEBER, appointment, state

DAYS = tuple(MONDAY + timedelta(days=at) for at in range(5))
NEXT = tuple(day + timedelta(days=7) for day in DAYS)


def test_a_foreseen_week_is_shown_with_the_columns_made_for_it(qtbot: QtBot) -> None:
    view = WeekView()
    qtbot.addWidget(view)
    view.resize(1300, 800)
    shown = state(appointment(1, "09:00-09:20"), actors=(WEBER, KOC), days=DAYS)
    view.set_state(shown)
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    ahead = replace(shown, days=NEXT, entries=(appointment(2, "10:00-10:20", day=NEXT[0]),))
    steps = list(view.foresee(ahead))
    assert len(steps) == 1 + 10, "one to begin with, and one for each column"
    assert view._layout is not None
    assert view._layout.columns[0].date == DAYS[0], "what is shown stays"
    made = view._kept.columns[WEBER, NEXT[0]][2]
    assert sum(view.steps(ahead)) == 0, "nothing is left to do"
    view.set_state(ahead)
    assert view._layout.columns[0] is made
    assert [tile.entry for tile in made.tiles] == [EntryId(2)]


def test_a_column_whose_entry_has_changed_is_made_anew(qtbot: QtBot) -> None:
    view = WeekView()
    qtbot.addWidget(view)
    view.resize(1300, 800)
    first = state(appointment(1, "09:00-09:20"), actors=(WEBER, KOC), days=DAYS)
    view.set_state(first)
    assert view._layout is not None
    weber, koc = view._layout.columns[:2]
    view.set_state(replace(first, entries=(appointment(1, "09:30-09:50"),)))
    assert view._layout.columns[0] is not weber
    assert view._layout.columns[1] is koc


def test_the_header_of_a_foreseen_week_is_drawn_beforehand_and_kept_while_turning(
    qtbot: QtBot,
) -> None:
    view = WeekView()
    qtbot.addWidget(view)
    view.resize(1300, 800)
    shown = state(appointment(1, "09:00-09:20"), actors=(WEBER, KOC), days=DAYS)
    view.set_state(shown)
    with qtbot.waitExposed(view):
        view.show()
    view.grab()
    header = view._header
    ahead = replace(shown, days=NEXT, entries=(appointment(2, "10:00-10:20", day=NEXT[0]),))
    drawn = header.drawn
    list(view.foresee(ahead))
    assert header.drawn == drawn + 1
    for page in (ahead, shown, ahead):
        view.set_state(page)
        view.grab()
    assert header.drawn == drawn + 1, "both are known"
    view.set_state(replace(ahead, entries=()))
    view.grab()
    assert header.drawn == drawn + 2, "another load"
