"""The list of commands: every action by its key, found by beginnings of words; patients too."""

from PySide6.QtWidgets import QApplication

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.actions.action_list import ACTIONS, ActionId
from praxidesk.ui.overlays.choices import Choice
from praxidesk.ui.patient.card_sheet import CardSheet
from praxidesk.ui.search.command_sheet import CommandSheet
from praxidesk.ui.wording.language import Language
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.window.conftest import OpenDesk

LORENZ = EntryId(7)


def opened(desk: Desk) -> CommandSheet:
    desk.press(Key.Key_K, CTRL)
    return desk.sheet(CommandSheet)


def names(lines: tuple[Choice, ...]) -> list[str]:
    return [line.cells[0].text for line in lines]


def found(desk: Desk, sheet: CommandSheet, typed: str) -> list[str]:
    sheet.field.clear()
    desk.write(typed)
    return names(sheet.choices.lines())


def test_every_action_is_listed_with_its_keys_and_says_why_it_cannot_be_done(desk: Desk) -> None:
    actions = desk.window.actions_
    sheet = opened(desk)
    listed = [each for each in ACTIONS if each.id is not ActionId.COMMANDS and actions.is_listed(each.id)]
    lines = sheet.choices.lines()
    assert len(lines) == len(listed)
    for spec, line in zip(listed, lines, strict=True):
        assert all(key in line.spoken for key in actions.keys(spec.id)), spec.id
        assert line.is_off is not actions.is_allowed(spec.id)
    said = dict(zip(names(lines), lines, strict=True))
    moving = said["Termin verschieben"]
    assert moving.is_off
    assert (moving.cells[1].text, moving.end_keys) == ("kein Termin ausgewählt", ("M",))
    assert moving.spoken == "Termin verschieben, M, kein Termin ausgewählt"
    assert not said["Neuer Termin"].is_off
    assert found(desk, sheet, "termin versch") == ["Termin verschieben"]
    desk.press(Key.Key_Return)
    assert desk.sheet(CommandSheet) is sheet
    assert sheet.field.accessibleDescription() == moving.spoken
    desk.press(Key.Key_Escape)
    desk.no_sheet()


def test_beginnings_of_words_find_it_in_any_order_and_in_both_languages(desk: Desk) -> None:
    desk.select(LORENZ)
    sheet = opened(desk)
    for typed in ("te ver", "ver te", "VERSCH", "resched", "umbu"):
        assert found(desk, sheet, typed)[0] == "Termin verschieben", typed
    for typed, name in {
        "recall": "Drucken",
        "wochenpl": "Drucken",
        "feiertag": "Einstellungen",
        "sprechz": "Einstellungen",
        "serie": "Neuer Termin",
        "neuer patient": "Neuer Termin",
        "wandanz": "OP-Plan für die Wand, Vollbild",
        "csv": "Tabelle übernehmen",
    }.items():
        assert found(desk, sheet, typed)[0] == name, typed
    assert "Nächster freier Termin" in found(desk, sheet, "naech fr")
    assert "Nächster freier Termin" in found(desk, sheet, "nachst")
    # In the middle of a word begins nothing.
    assert "Termin verschieben" not in found(desk, sheet, "schieb")
    assert found(desk, sheet, "xyz qq") == []
    desk.qtbot.waitUntil(sheet.nothing.isVisible)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    desk.window.appearance.speak(Language.ENGLISH)
    desk.qtbot.waitUntil(lambda: desk.window.actions_[ActionId.BOOK].text() == "New appointment")
    sheet = opened(desk)
    assert found(desk, sheet, "app mo")[0] == "Move appointment"
    assert found(desk, sheet, "verschieb") == ["Move appointment"]


def test_enter_does_it_and_what_was_used_last_comes_first(desk: Desk) -> None:
    desk.select(LORENZ)
    sheet = opened(desk)
    assert sheet.recent.isHidden()
    found(desk, sheet, "eingetr")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).status is Status.ARRIVED)
    sheet = opened(desk)
    found(desk, sheet, "dunkel")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    sheet = opened(desk)
    assert names(sheet.recent.lines()) == ["Aussehen: dunkel", "Patient ist eingetroffen"]
    assert "Aussehen: dunkel" not in names(sheet.choices.lines())
    before = len(sheet.lines())
    for _ in range(2):
        desk.press(Key.Key_Down)
    assert (sheet.recent.current(), sheet.choices.current()) == (-1, 0)
    desk.press(Key.Key_Up)
    assert sheet.current() is sheet.recent.lines()[1]
    assert found(desk, sheet, "p")[0] == "Patient ist eingetroffen"
    sheet.field.clear()
    assert len(sheet.lines()) == before


def test_patients_are_found_too_and_enter_opens_their_card(open_desk: OpenDesk) -> None:
    desk = open_desk()
    sheet = opened(desk)
    desk.write("kaya")
    desk.qtbot.waitUntil(lambda: bool(sheet.patients.lines()))
    assert sheet.choices.lines() == ()
    assert sheet.patients.lines()[0].spoken.startswith("Patient öffnen: Kaya, Deniz")
    assert QApplication.focusWidget() is sheet.field
    desk.press(Key.Key_Return)
    card = desk.sheet(CardSheet)
    assert card.title.words() == "Kaya, Deniz"
