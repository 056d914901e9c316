"""After a change: what is out of sight can be gone to, and what is in sight is selected."""

from functools import partial

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.shown.view_kind import ViewKind
from tests.ui.desk import CTRL, NONE, Desk, Key
from tests.ui.desk_practice import KOC, WEBER
from tests.ui.window.conftest import OpenDesk


def test_what_is_booked_on_another_day_is_shown_by_key_or_button(open_desk: OpenDesk) -> None:
    desk = open_desk(by_line=True)
    window, show = desk.window, desk.window.toast._show
    desk.press(Key.Key_J, CTRL)
    assert desk.toast() == "Hier wurde noch nichts geändert."
    for text, day in (("mü kontr 20 do nm weber", 26), ("mü kontr 20 fr weber", 27)):
        booked(desk, text)
        assert desk.toast().startswith("Gebucht:")
        assert show.isVisible()
        assert show.words() == "Zeigen"
        desk.press(Key.Key_J, CTRL) if day == 26 else show.click()
        assert window.shown.day.day == day
        desk.qtbot.waitUntil(partial(is_selected, desk, max(desk.gateway.store.entries)))
        assert desk.view.hasFocus()
    # What is in sight needs no way there.
    desk.press(Key.Key_A)
    desk.qtbot.waitUntil(lambda: desk.toast().startswith("Eingetroffen"))
    assert not show.isVisible()
    window.close()


def test_a_key_that_can_do_nothing_says_why(desk: Desk) -> None:
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Z, CTRL)
    assert desk.toast() == "Rückgängig: es gibt nichts zurückzunehmen"
    assert desk.window.toast.kind() is ToastKind.HINT
    desk.select(7)
    desk.press(Key.Key_X)
    desk.qtbot.waitUntil(lambda: desk.entry(7).status is Status.NOSHOW)
    before = desk.entry(7)
    desk.press(Key.Key_L)
    assert desk.toast() == "Auf die Warteliste: der jetzige Status erlaubt es nicht"
    assert desk.entry(7) == before
    desk.press(Key.Key_4)
    desk.press(Key.Key_D)
    assert desk.toast() == "Erledigt: kein Termin ausgewählt"


def is_selected(desk: Desk, entry: EntryId) -> bool:
    return desk.window.parts.views.selected() == entry


def booked(desk: Desk, text: str) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write(text)
    desk.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()))
    desk.settled()
    desk.press(Key.Key_Return)
    desk.no_sheet()


def test_whoever_is_gone_to_is_brought_onto_the_screen_with_view_and_column(open_desk: OpenDesk) -> None:
    desk = open_desk(by_line=True)
    window = desk.window
    window.choose_actors(("KOC",))
    booked(desk, "mü kontr 20 do nm weber")
    new = max(desk.gateway.store.entries)
    for key in (Key.Key_4, Key.Key_T, Key.Key_J):
        desk.press(key, CTRL if key is Key.Key_J else NONE)
    assert (window.shown.view, window.shown.day.day) == (ViewKind.DAY, 26)
    desk.qtbot.waitUntil(partial(is_selected, desk, new))
    assert set(window.actors.of(ViewKind.DAY)) == {KOC, WEBER}
    window.close()
