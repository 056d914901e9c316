"""The settings in the hand of somebody who changes them."""

from praxidesk.engine.practice import Practice
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.practice_settings.field_parts import LinePart
from praxidesk.ui.practice_settings.part import Part
from praxidesk.ui.practice_settings.setting_words import Page
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from tests.ui.desk import CTRL, Desk, Key


def opened(desk: Desk, page: Page = Page.SITE) -> SettingsSheet:
    desk.window.gestures.do(ActionId.SETTINGS)
    sheet = desk.sheet(SettingsSheet)
    sheet.body.show_page(page)
    return sheet


def practice(desk: Desk) -> Practice:
    assert desk.gateway.practice is not None
    return desk.gateway.practice


def part(sheet: SettingsSheet, key: str) -> Part:
    assert sheet.body.form is not None
    return sheet.body.form.part(key)


def write_name(desk: Desk, sheet: SettingsSheet, text: str) -> None:
    name = part(sheet, "name")
    assert isinstance(name, LinePart)
    name.field.setFocus()
    name.field.selectAll()
    desk.write(text)


def save(desk: Desk, sheet: SettingsSheet) -> None:
    desk.press(Key.Key_S, CTRL)
    desk.qtbot.waitUntil(lambda: not sheet.questions.is_previewing and not sheet.questions.is_saving)


def is_saved(desk: Desk, sheet: SettingsSheet) -> None:
    desk.qtbot.waitUntil(lambda: sheet.state.words() == "Alles ist gespeichert")
