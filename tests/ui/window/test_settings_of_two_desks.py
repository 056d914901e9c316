"""The settings while another desk saves some, too: told, shown side by side, taken back over."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout

from praxidesk.engine.history import Doer, HistoryLine, RowDeed, Topic
from praxidesk.engine.journal import Deed
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ConflictKind, Severity, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.overlays.state_grid import StateCell
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.practice_settings.draft_rows import Clashes, Handle, RowClash
from praxidesk.ui.practice_settings.field_parts import LinePart
from praxidesk.ui.practice_settings.setting_words import Page
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.ui.practice_settings.week_part import WeekPart
from praxidesk.worker.messages import PracticeLoaded
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.desk_practice import WEBER, ZONE, at
from tests.ui.window.settings_hand import is_saved, opened, part, practice, save, write_name


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
