"""Ctrl+, : the practice changed by mouse and keys, what that affects shown before it is saved."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence
from praxidesk.engine.history import Doer, HistoryLine, RowDeed, Topic
from praxidesk.engine.journal import Deed
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Branch, Practice
from praxidesk.engine.vocabulary import ActorId, ActorKind, Colour, ConflictKind, Severity, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.overlays.state_grid import StateCell
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.practice_settings.check_menu import CheckMenu
from praxidesk.ui.practice_settings.codes_part import CodesPart
from praxidesk.ui.practice_settings.colour_part import ColourPart
from praxidesk.ui.practice_settings.day_parts import AbsencesPart
from praxidesk.ui.practice_settings.draft_rows import Clashes, Handle, RowClash
from praxidesk.ui.practice_settings.field_parts import FlagPart, LinePart, NumberPart
from praxidesk.ui.practice_settings.part import Part
from praxidesk.ui.practice_settings.setting_words import Page
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.ui.practice_settings.week_part import WeekPart
from praxidesk.worker.messages import PracticeLoaded
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.desk_practice import CHECKUP, KOC, WEBER, ZONE, at
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk


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


def test_it_has_a_key_and_every_page_opens(desk: Desk) -> None:
    assert desk.window.actions_.key(ActionId.SETTINGS) == "Strg+,"
    sheet = opened(desk)
    sheet.body.pages.setFocus()
    for page in list(Page)[1:]:
        desk.press(Key.Key_Down)
        assert sheet.body.page is page
    assert sheet.body.table is not None
    assert not sheet.save.isEnabled()
    desk.press(Key.Key_Escape)
    desk.no_sheet()


def test_hours_cut_short_show_whom_that_affects_before_they_are_saved(desk: Desk) -> None:
    sheet = opened(desk, Page.PRACTITIONER)
    hours = part(sheet, "hours")
    assert isinstance(hours, WeekPart)
    hours.fields[1].end.setFocus()
    desk.write("15")
    save(desk, sheet)
    assert sheet.affected.isVisible()
    assert "betroffen" in sheet.affected.count.words()
    assert practice(desk).actors[WEBER].availability.hours[1].to_minute == 18 * 60
    desk.press(Key.Key_Escape)
    assert sheet.body.isVisible()
    assert sheet.state.words() == "1 Änderung nicht gespeichert"
    save(desk, sheet)
    assert sheet.save.words() == "Trotzdem speichern"
    save(desk, sheet)
    is_saved(desk, sheet)
    assert practice(desk).actors[WEBER].availability.hours[1].to_minute == 15 * 60


def test_a_new_practitioner_gets_a_code_from_the_name(desk: Desk) -> None:
    sheet = opened(desk, Page.PRACTITIONER)
    sheet.body.list.add.click()
    write_name(desk, sheet, "Dr. Ada <b>Neu</b>")
    code = part(sheet, "code")
    assert isinstance(code, LinePart)
    assert code.value()
    colour = part(sheet, "colour")
    assert isinstance(colour, ColourPart)
    colour.button(Colour.PLUM).click()
    made = code.value()
    save(desk, sheet)
    is_saved(desk, sheet)
    (new,) = [each for each in practice(desk).actors.values() if each.code == made]
    assert new == Actor(
        made, ActorKind.PRACTITIONER, "Dr. Ada <b>Neu</b>", roles=new.roles, colour=Colour.PLUM
    )


def test_a_practice_gets_a_further_site_and_somebody_is_there_only(desk: Desk) -> None:
    sheet = opened(desk, Page.PRACTITIONER)
    assert sheet.body.form is not None
    assert "sites" not in {each.bound.key for each in sheet.body.form.parts}  # where else could anybody be
    sheet.body.show_page(Page.BRANCH)
    sheet.body.begin_new()
    desk.write("Praxis Ost")
    save(desk, sheet)
    is_saved(desk, sheet)
    assert practice(desk).branches == (Branch("PRAXIS", "Praxis Ost"),)

    sheet.body.show_page(Page.PRACTITIONER)
    sites = part(sheet, "sites")
    assert isinstance(sites, CodesPart)
    assert sites.names.words() == "überall"
    sites.choose.click()
    menu = sites.findChild(CheckMenu)
    assert menu is not None
    last, first = menu.actions()[-1], menu.actions()[0]
    last.toggle()
    first.toggle()
    menu.close()
    save(desk, sheet)
    is_saved(desk, sheet)
    changed = [each for each in practice(desk).actors.values() if each.sites]
    assert [each.sites for each in changed] == [tuple(sorted((practice(desk).site.code, "PRAXIS")))]


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(desk: Desk) -> None:
    sheet = opened(desk, Page.APPOINTMENT_TYPE)
    minutes = part(sheet, "minutes")
    assert isinstance(minutes, NumberPart)
    minutes.field.setFocus()
    minutes.field.selectAll()
    desk.write("0")
    save(desk, sheet)
    wrong = part(sheet, "minutes")
    assert wrong.error.isVisible()
    assert wrong.error.words() == "Nur von 1 bis 1,500."
    assert practice(desk).types[CHECKUP].minutes == 20
    assert sheet.rows.count() == 1


def test_somebody_deactivated_is_taken_back_by_a_button(desk: Desk) -> None:
    sheet = opened(desk, Page.PRACTITIONER)
    active = part(sheet, "active")
    assert isinstance(active, FlagPart)
    active.field.click()
    assert sheet.rows.count() == 1
    assert sheet.drop.isVisible()
    sheet.drop.click()
    assert sheet.rows.count() == 0
    assert not sheet.save.isEnabled()


def test_escape_asks_before_anything_is_lost(desk: Desk) -> None:
    sheet = opened(desk)
    write_name(desk, sheet, "Praxis am See")
    desk.press(Key.Key_Escape)
    assert "Trotzdem schließen?" in sheet.state.words()
    desk.press(Key.Key_Escape)
    assert sheet.isVisible()
    desk.press(Key.Key_Escape)
    sheet.drop.click()
    desk.no_sheet()
    assert practice(desk).site.name == "Praxisklinik am Park"


def test_one_day_is_taken_for_the_others(desk: Desk) -> None:
    sheet = opened(desk)
    hours = part(sheet, "hours")
    assert isinstance(hours, WeekPart)
    qt_add = hours.adder(5)
    desk.qtbot.mouseClick(qt_add, Qt.MouseButton.LeftButton)
    assert [each.weekday for each in hours.value()] == [0, 1, 2, 3, 4, 5]
    menu = hours.fields[5].menu_of_window()
    takes = [each for each in menu.actions() if isinstance(each.data(), tuple) and len(each.data()) == 6]
    takes[0].trigger()
    assert {(each.from_minute, each.to_minute) for each in hours.value()} == {(480, 720)}
    assert [each.weekday for each in hours.value()] == list(range(7))
    menu.deleteLater()


def test_a_past_absence_is_not_shown_and_not_lost(desk: Desk) -> None:
    store = desk.gateway.store
    weber = store.practice.actors[WEBER]
    past = Absence(datetime(2025, 1, 1), datetime(2025, 1, 5), "Urlaub")
    store.practice = replace(
        store.practice,
        actors={
            **store.practice.actors,
            WEBER: replace(weber, availability=replace(weber.availability, absences=(past,))),
        },
    )
    desk.gateway._practice = store.practice
    sheet = opened(desk, Page.PRACTITIONER)
    absences = part(sheet, "absences")
    assert isinstance(absences, AbsencesPart)
    assert absences.lines == [None]
    absences.add.click()
    assert len(absences.value()) == 2
    assert past in absences.value()
    absences.past.click()
    assert all(line is not None for line in absences.lines)


def test_what_another_desk_changed_is_told_and_ours_stays(desk: Desk) -> None:
    sheet = opened(desk, Page.PRACTITIONER)
    write_name(desk, sheet, "Dr. Lena Weber-Kaya")
    store = desk.gateway.store
    theirs = replace(store.practice.actors[WEBER], specialty="Chirurgie")
    store.practice = replace(store.practice, version=2, actors={**store.practice.actors, WEBER: theirs})
    desk.gateway._practice = store.practice
    save(desk, sheet)
    assert "Ein anderer Platz hat inzwischen geändert: Dr. med. Lena Weber." in sheet.message.words()
    assert practice(desk).actors[WEBER].name == "Dr. med. Lena Weber"
    assert "übernommen" in sheet.message.words()
    save(desk, sheet)
    is_saved(desk, sheet)
    assert practice(desk).actors[WEBER].name == "Dr. Lena Weber-Kaya"
    assert practice(desk).actors[WEBER].specialty == "Chirurgie", "what they changed is not lost"


def test_the_last_save_is_taken_back_over_what_others_saved_since_and_done_again(desk: Desk) -> None:
    desk.select(7)
    desk.press(Key.Key_A)
    desk.qtbot.waitUntil(lambda: desk.entry(7).status is Status.ARRIVED)
    sheet = opened(desk, Page.PRACTITIONER)
    write_name(desk, sheet, "Dr. Lena Kaya")
    save(desk, sheet)
    is_saved(desk, sheet)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    undo = desk.window.actions_[ActionId.UNDO]
    assert undo.text() == "Rückgängig: Einstellungen für Dr. Lena Kaya"
    # Another field of hers is somebody else's by now, and stays.
    store = desk.gateway.store
    saved_elsewhere(desk, specialty="Chirurgie")
    desk.gateway._practice = store.practice
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: practice(desk).actors[WEBER].name == "Dr. med. Lena Weber")
    assert desk.toast() == "Zurückgenommen: Einstellungen für Dr. med. Lena Weber"
    assert practice(desk).actors[WEBER].specialty == "Chirurgie"
    desk.press(Key.Key_Y, CTRL)
    desk.qtbot.waitUntil(lambda: practice(desk).actors[WEBER].name == "Dr. Lena Kaya")
    # The same field: it stays as they left it, and what came before can be taken back.
    saved_elsewhere(desk, name="Prof. Lena Kaya")
    desk.gateway._practice = store.practice
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
    assert "hat dasselbe seither geändert" in desk.toast()
    assert practice(desk).actors[WEBER].name == "Prof. Lena Kaya"
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(7).status is Status.BOOKED)


def test_who_is_new_goes_out_of_use_and_what_cannot_be_taken_back_says_so(desk: Desk) -> None:
    sheet = opened(desk, Page.ROOM)
    before = set(practice(desk).actors)
    sheet.body.list.add.click()
    write_name(desk, sheet, "Labor 2")
    save(desk, sheet)
    is_saved(desk, sheet)
    (new,) = set(practice(desk).actors) - before
    sheet.body.show_page(Page.APPOINTMENT_TYPE)
    sheet.body.list.add.click()
    write_name(desk, sheet, "Labor")
    save(desk, sheet)
    is_saved(desk, sheet)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    desk.press(Key.Key_Z, CTRL)
    assert "bleibt" in desk.toast()
    assert practice(desk).actors[new].active
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: not practice(desk).actors[new].active)
    desk.press(Key.Key_Y, CTRL)
    desk.qtbot.waitUntil(lambda: practice(desk).actors[new].active)


def saved_elsewhere(desk: Desk, **changes: Any) -> Practice:
    """Another desk has saved something of Dr. Weber and a rule; this one has not heard of it yet."""
    store = desk.gateway.store
    weber = replace(store.practice.actors[WEBER], **changes)
    policy = {**store.practice.policy, ConflictKind.TENTATIVE: Severity.BLOCKING}
    actors = {**store.practice.actors, WEBER: weber}
    store.practice = replace(store.practice, version=9, actors=actors, policy=policy)
    return store.practice


def cells(sheet: SettingsSheet, name: str) -> list[str]:
    """What is shown of a field: as it was, as it is saved, as it was wanted here."""
    for grid in sheet.clashes.grids:
        layout = grid.layout()
        assert isinstance(layout, QGridLayout)
        for row in range(1, layout.rowCount()):
            texts = [layout.itemAtPosition(row, column).widget() for column in range(4)]  # type: ignore[union-attr]
            if isinstance(texts[0], ToneLabel) and texts[0].words() == name:
                return [each.value.words() for each in texts[1:] if isinstance(each, StateCell)]
    return []


def test_what_two_desks_changed_of_the_same_stands_side_by_side_and_nothing_goes_that_was_not_chosen(
    desk: Desk,
) -> None:
    before = practice(desk).actors[WEBER]
    monday, _, tuesday, *_ = before.availability.hours
    sheet = opened(desk, Page.RULES)
    assert sheet.body.table is not None
    sheet.body.table.lines[ConflictKind.TENTATIVE].button(2).click()
    sheet.body.show_page(Page.PRACTITIONER)
    write_name(desk, sheet, "Dr. Weber")
    ours = replace(monday, to_minute=11 * 60)
    week = part(sheet, "hours")
    assert isinstance(week, WeekPart)
    week.fields[0].end.set_minute(11 * 60)
    week.fields[0].end.changed.emit()
    assert ours in week.value()
    later = {monday: replace(monday, from_minute=9 * 60), tuesday: replace(tuesday, from_minute=10 * 60)}
    theirs = tuple(later.get(each, each) for each in before.availability.hours)
    stored = saved_elsewhere(
        desk,
        name="Dr. L. Weber",
        specialty="Chirurgie",
        availability=replace(before.availability, hours=theirs),
    )
    desk.gateway._practice = stored

    save(desk, sheet)
    desk.qtbot.waitUntil(sheet.clashes.isVisible)
    assert desk.gateway.store.practice is stored, "nothing was saved"
    assert cells(sheet, "Name") == ["Dr. med. Lena Weber", "Dr. L. Weber", "Dr. Weber"]
    assert cells(sheet, "Sprechzeiten · Montag") == [
        "08:00 – 12:00, 14:00 – 18:00",
        "09:00 – 12:00, 14:00 – 18:00",
        "08:00 – 11:00, 14:00 – 18:00",
    ]
    assert cells(sheet, "Sprechzeiten · Dienstag")[1:] == [
        "10:00 – 12:00, 14:00 – 18:00",
        "hier nicht geändert",
    ]
    assert cells(sheet, "Trifft auf eine Anfrage") == ["Warnt", "Sperrt", "Aus"]
    # The keys that brought this page up save nothing by being pressed again, and Esc loses nothing.
    save(desk, sheet)
    assert desk.gateway.store.practice is stored
    desk.press(Key.Key_Escape)
    name = part(sheet, "name")
    assert isinstance(name, LinePart)
    assert name.field.text() == "Dr. Weber"
    save(desk, sheet)
    desk.qtbot.waitUntil(sheet.clashes.isVisible)
    hours, rules = sheet.clashes.grids
    taken = next(each for each in hours.choosable() if each[1].field == "name")  # type: ignore[index]
    hours.cells(taken)[1].button.setChecked(True)
    rules.take_ours()
    # Meanwhile they save once more: what was chosen stays chosen.
    desk.gateway._practice = saved_elsewhere(desk, active=False)
    desk.gateway.practice_loaded.emit(PracticeLoaded(desk.gateway.store.practice))
    assert cells(sheet, "Aktiv")[1:] == ["nein", "hier nicht geändert"]
    sheet.save.click()
    desk.qtbot.waitUntil(lambda: not sheet.questions.is_previewing)
    if sheet.affected.isVisible():
        save(desk, sheet)
    is_saved(desk, sheet)
    weber = practice(desk).actors[WEBER]
    assert (weber.name, weber.specialty, weber.active) == ("Dr. Weber", "Chirurgie", False)
    assert weber.availability.hours == theirs, "theirs, where nothing was chosen"
    assert practice(desk).severity(ConflictKind.TENTATIVE) is Severity.OFF


def test_who_saved_hours_is_told_of_the_site_and_of_people_each_by_their_own(desk: Desk) -> None:
    sheet = opened(desk, Page.SITE)
    site, weber = practice(desk).site, practice(desk).actors[WEBER]

    def line(login: str, subject: str, name: str = "", actor: ActorId | None = None) -> HistoryLine:
        doer, what = Doer(login, "", "Platz 2", is_person=True), RowDeed(subject, name, actor)
        return HistoryLine(1, at("10:42"), Deed.UPDATE, Topic.SETTINGS, doer, None, "", what)

    of_site = RowClash(Handle(0), site, replace(site, name="Ours"), replace(site, name="Theirs"))
    of_weber = RowClash(Handle(1), weber, replace(weber, name="Ours"), replace(weber, name="Theirs"))
    sheet.clashes.show_clashes(Clashes((of_site, of_weber)), [])
    lines = (
        line("otto", "need"),
        line("anna", "weekly_window", actor=WEBER),
        line("bert", "day_exception"),
        line("carl", "site", site.name),
    )
    sheet.clashes.say_savers(practice(desk), ZONE, lines, at("10:45"))
    assert [grid.saved.words() for grid in sheet.clashes.grids] == [
        "Jetzt gespeichert\nbert · Platz 2 · 10:42",
        "Jetzt gespeichert\nanna · Platz 2 · 10:42",
    ]


def test_what_another_desk_saves_meanwhile_is_shown_where_it_stands_and_whoever_types_goes_on(
    desk: Desk,
) -> None:
    sheet = opened(desk, Page.PRACTITIONER)
    write_name(desk, sheet, "Dr. Weber")
    form = sheet.body.form
    desk.gateway._practice = saved_elsewhere(desk, specialty="Chirurgie")
    desk.gateway.practice_loaded.emit(PracticeLoaded(desk.gateway.store.practice))
    assert part(sheet, "specialty").value() == "Chirurgie"
    desk.write("-Kaya")
    assert sheet.body.form is form
    assert part(sheet, "name").value() == "Dr. Weber-Kaya"
    assert not sheet.message.isVisible()
    desk.gateway._practice = saved_elsewhere(desk, name="Dr. L. Weber")
    desk.gateway.practice_loaded.emit(PracticeLoaded(desk.gateway.store.practice))
    assert sheet.message.words() == (
        "An einem anderen Platz inzwischen geändert: Dr. L. Weber (Name)."
        " Was Sie speichern, wird vorher daneben gezeigt."
    )
    assert part(sheet, "name").value() == "Dr. Weber-Kaya"


def test_a_rule_is_changed_on_its_page(desk: Desk) -> None:
    sheet = opened(desk, Page.RULES)
    assert sheet.body.table is not None
    sheet.body.table.lines[ConflictKind.TENTATIVE].button(2).click()
    save(desk, sheet)
    is_saved(desk, sheet)
    assert practice(desk).severity(ConflictKind.TENTATIVE) is Severity.OFF


def test_a_store_that_does_not_answer_keeps_what_was_written(desk: Desk) -> None:
    sheet = opened(desk)
    write_name(desk, sheet, "Praxis am See")
    desk.gateway.fault = StoreFault.BUSY
    save(desk, sheet)
    desk.qtbot.waitUntil(sheet.message.isVisible)
    assert sheet.rows.count() == 1
    desk.gateway.fault = None
    save(desk, sheet)
    is_saved(desk, sheet)
    assert practice(desk).site.name == "Praxis am See"


def test_rows_are_found_as_one_types(desk: Desk) -> None:
    sheet = opened(desk, Page.PRACTITIONER)
    sheet.body.list.field.setFocus()
    desk.write("emre")
    shown = [sheet.rows.row(each).name for each in sheet.body.list.handles()]
    assert practice(desk).actors[KOC].name in shown
    assert len(shown) <= 2


@pytest.mark.parametrize("name", ["<img src=x>", "אבג Weber", "W" * 300])
def test_hostile_names_are_only_names(open_desk: OpenDesk, name: str) -> None:
    gateway = FakeGateway()
    store = gateway.store
    actors = {**store.practice.actors, WEBER: replace(store.practice.actors[WEBER], name=name)}
    store.practice = replace(store.practice, actors=actors)
    desk = open_desk(gateway)
    sheet = opened(desk, Page.PRACTITIONER)
    assert sheet.body.form is not None
    assert sheet.body.form.title.words() == name
    assert sheet.body.form.title.textFormat() is Qt.TextFormat.PlainText
    assert sheet.card.width() <= desk.window.width()
    for page in Page:
        sheet.body.show_page(page)
    assert sheet.rows.count() == 0
