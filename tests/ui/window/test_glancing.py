"""What the left panel knows at a glance: loads and free times, kept up to date, one key away."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.panels.actor_row import ActorRow, free_words
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.questions.free_times import NextFree, SheetLoad
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import CARM, KOC, MONDAY, WEBER, ZONE, at
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk


def row(desk: Desk, actor: int = WEBER) -> ActorRow:
    return next(each for each in desk.window.parts.side.actors.findChildren(ActorRow) if each.actor == actor)


def known(desk: Desk) -> None:
    """Both answers are there."""
    desk.qtbot.waitUntil(lambda: row(desk).time.text() != "" and bool(desk.window.parts.side.sheet._loads))


@pytest.mark.parametrize(
    ("clock", "day", "words"),
    [
        ("11:45", MONDAY, "11:45"),
        ("08:00", date(2026, 11, 24), "Di 24."),
        ("08:00", date(2026, 11, 29), "So 29."),
        ("08:00", date(2026, 12, 24), "24.12."),
    ],
)
def test_a_free_time_is_told_as_short_as_is_clear(desk: Desk, clock: str, day: date, words: str) -> None:
    assert free_words(ZONE, at(clock, day), MONDAY) == words


def test_every_name_has_its_next_free_time(desk: Desk) -> None:
    known(desk)
    # 09:42 now; what is taken from 09:30 on ends at 10:05, with a buffer until 10:10.
    assert row(desk).time.text() == "11:10"
    assert "11:10" in row(desk).accessibleDescription()


def test_enter_on_a_name_puts_the_keyboard_on_its_free_time(desk: Desk) -> None:
    known(desk)
    row(desk).setFocus()
    desk.press(Key.Key_Return)
    assert desk.view.hasFocus()
    place = desk.window.parts.views.chosen_place()
    assert place is not None
    assert (place.actor, place.span.start) == (WEBER, at("11:10"))
    desk.press(Key.Key_N)
    draft = desk.booking().session.state.draft
    assert (draft.day, draft.minute) == (MONDAY, 11 * 60 + 10)


def test_a_click_on_the_time_of_somebody_hidden_shows_them(desk: Desk) -> None:
    desk.window.choose_actors(("WEB",))
    desk.press(Key.Key_3)
    known(desk)
    row(desk, KOC).time.click()
    assert desk.window.shown.view is ViewKind.DAY
    assert KOC in desk.window.actors.of(ViewKind.DAY)
    place = desk.window.parts.views.chosen_place()
    assert place is not None
    assert place.actor == KOC


def test_free_times_follow_what_others_do(desk: Desk) -> None:
    known(desk)
    store = desk.gateway.store
    store.entries[EntryId(7)] = replace(store.entries[EntryId(7)], status=Status.CANCELLED, version=2)
    desk.gateway.refresh()
    desk.qtbot.waitUntil(lambda: row(desk).time.text() == "10:30")


def test_loads_follow_what_others_do_and_whom_the_window_shows(desk: Desk) -> None:
    known(desk)
    sheet = desk.window.parts.side.sheet
    desk.window.choose_actors(("WEB",))
    desk.qtbot.waitUntil(lambda: sheet._loads[MONDAY].entries == 11)
    store = desk.gateway.store
    store.entries[EntryId(7)] = replace(store.entries[EntryId(7)], status=Status.CANCELLED, version=2)
    desk.gateway.refresh()
    desk.qtbot.waitUntil(lambda: sheet._loads[MONDAY].entries == 10)


def test_the_same_sheet_is_asked_for_once_and_another_month_again(desk: Desk) -> None:
    known(desk)

    def asked() -> list[SheetLoad]:
        return [each for each in desk.gateway.asked if isinstance(each, SheetLoad)]

    count = len(asked())
    desk.press(Key.Key_PageDown)
    assert len(asked()) == count
    desk.window.parts.side._later.click()
    assert len(asked()) == count + 1
    assert asked()[-1].first == date(2026, 11, 30)


def test_free_times_of_a_later_day_count_from_it_and_of_an_earlier_from_today(desk: Desk) -> None:
    desk.press(Key.Key_PageDown)
    asked = [each for each in desk.gateway.asked if isinstance(each, NextFree)]
    assert asked[-1].since == ZONE.day(date(2026, 11, 24)).start
    desk.press(Key.Key_PageUp)
    desk.press(Key.Key_PageUp)
    asked = [each for each in desk.gateway.asked if isinstance(each, NextFree)]
    assert asked[-1].since == ZONE.day(MONDAY).start


def test_pages_of_the_sheet_are_no_pages_of_the_window_while_it_has_the_focus(desk: Desk) -> None:
    desk.window.parts.side.sheet.setFocus()
    desk.press(Key.Key_PageDown)
    assert desk.window.shown.day == date(2026, 12, 23)


def test_enter_in_the_sheet_opens_the_day_of_a_month(desk: Desk) -> None:
    desk.press(Key.Key_3)
    desk.window.parts.side.sheet.setFocus()
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Return)
    assert desk.window.shown.view is ViewKind.DAY
    assert desk.window.shown.day == date(2026, 11, 24)
    assert desk.view.hasFocus()


def test_who_is_not_free_soon_says_so(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    gateway.answers[NextFree] = lambda asked: {}
    desk = open_desk(gateway)
    known(desk)
    assert row(desk, CARM).time.text() == "–"
    assert not row(desk, CARM).time.isEnabled()
    desk.window.close()
