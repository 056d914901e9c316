"""Ctrl+, : the practice changed by mouse and keys, what that affects shown before it is saved."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Branch
from praxidesk.engine.vocabulary import ActorKind, Colour, ConflictKind, Severity
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.practice_settings.check_menu import CheckMenu
from praxidesk.ui.practice_settings.codes_part import CodesPart
from praxidesk.ui.practice_settings.colour_part import ColourPart
from praxidesk.ui.practice_settings.day_parts import AbsencesPart, HolidayLine, HolidaysPart
from praxidesk.ui.practice_settings.field_parts import FlagPart, LinePart, NumberPart
from praxidesk.ui.practice_settings.setting_words import Page
from praxidesk.ui.practice_settings.week_part import WeekPart
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.desk_practice import CHECKUP, KOC, WEBER
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk
from tests.ui.window.settings_hand import is_saved, opened, part, practice, save, write_name


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


def test_only_what_is_missing_of_a_holiday_is_framed_and_written_in(desk: Desk) -> None:
    sheet = opened(desk, Page.HOLIDAYS)
    days = part(sheet, "local_holidays")
    assert isinstance(days, HolidaysPart)
    days.add.click()
    save(desk, sheet)

    def line() -> HolidayLine:
        days = part(sheet, "local_holidays")
        assert isinstance(days, HolidaysPart)
        (made,) = [each for each in days.lines if isinstance(each, HolidayLine)]
        return made

    desk.qtbot.waitUntil(lambda: bool(line().name.property("refused")))
    assert not line().day.property("refused")
    assert line().name.hasFocus()
    desk.write("Praxisausflug")
    save(desk, sheet)
    assert not line().name.property("refused")


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
