"""Language, palette and what else a desk remembers between two starts."""

from praxidesk.engine.vocabulary import Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.look.theme import ThemeName
from praxidesk.ui.settings import DeskSettings, ThemeMode
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording.language import Language
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import BRANDT, KOC, WEBER
from tests.ui.window.conftest import OpenDesk


def test_the_next_start_remembers_the_desk_and_nobody_s_data(
    desk: Desk, open_desk: OpenDesk, settings: SettingsFile
) -> None:
    window = desk.window
    desk.press(Key.Key_2)
    window.parts.side.actors.row(BRANDT).click()
    window.actions_[ActionId.SIDE_PANEL].trigger()
    window.actions_[ActionId.THEME_DARK].trigger()
    window.parts.views.view.zoom_in()
    zoom = window.parts.views.zoom(ViewKind.WEEK)
    desk.select(7)
    window.close()
    again = open_desk().window
    assert again.shown.view is ViewKind.WEEK
    assert again.parts.side.actors.checked() == (WEBER, KOC, BRANDT)
    assert not again.parts.side.isVisible()
    assert again.appearance.theme.name is ThemeName.DARK
    assert again.parts.views.zoom(ViewKind.WEEK) == zoom
    settings.sync()
    written = settings.file.read_text("utf-8")
    assert "dark" in written
    assert "Lorenz" not in written
    again.actions_[ActionId.THEME_LIGHT].trigger()


def test_settings_of_an_unknown_program_are_passed_over(settings: SettingsFile) -> None:
    for key in ("look/theme", "look/language", "calendar/view", "calendar/zoom_day"):
        settings.set_value(key, "martian")
    read = DeskSettings(settings)
    assert read.theme is ThemeMode.SYSTEM
    assert read.view is ViewKind.DAY
    assert read.zoom(ViewKind.DAY) is None


def test_the_language_changes_while_the_program_runs(desk: Desk) -> None:
    desk.select(7)
    desk.window.actions_[ActionId.ENGLISH].trigger()
    parts = desk.window.parts
    desk.qtbot.waitUntil(lambda: parts.toolbar.title.words() == "Monday, 23 November 2026")
    assert parts.toolbar.book.words() == "New appointment"
    assert parts.details.entry.status.button(Status.NOSHOW).words() == "No-show"
    assert parts.status.entries.words() == "29 entries"
    assert desk.window.actions_.key(ActionId.UNDO) == "Ctrl+Z"
    desk.window.actions_[ActionId.GERMAN].trigger()
    desk.qtbot.waitUntil(lambda: parts.toolbar.title.words() == "Montag, 23. November 2026")
    assert parts.status.entries.words() == "29 Termine"


def test_english_plurals(open_desk: OpenDesk) -> None:
    desk = open_desk(language=Language.ENGLISH)
    waiting = desk.window.parts.status.waiting
    desk.qtbot.waitUntil(lambda: waiting.words() == "4 in the waiting room")


def test_the_palette_changes_while_the_program_runs(desk: Desk) -> None:
    for action, name in ((ActionId.THEME_DARK, ThemeName.DARK), (ActionId.THEME_LIGHT, ThemeName.LIGHT)):
        desk.window.actions_[action].trigger()
        assert desk.window.appearance.theme.name is name
