"""Who changed what, in the window: counted, filtered, opened, checked; and the name of this desk."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.engine.history import HistoryFilter, Topic
from praxidesk.engine.journal import Anchor, Finding, Flaw, JournalProof, SealSeen
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.ui.actions.action_list import ActionId as A
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.history.history_sheet import HistorySheet
from praxidesk.ui.history.name_sheet import NameSheet
from praxidesk.ui.patient.card_sheet import CardSheet
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.wording.language import Language
from praxidesk.worker.desk_name import desk_name
from praxidesk.worker.messages import Failed
from praxidesk.worker.questions.history import AskHistory, EntryDeeds, LookAtSeal, ProveJournal
from tests.ui.desk import ALT, CTRL, Desk, Key
from tests.ui.fake_gateway import FakeGateway
from tests.ui.fake_history import tell_history
from tests.ui.screens.example_day import WAITING, screens_gateway


@pytest.fixture
def open_history(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Callable[[FakeGateway], Desk]:
    def opened(gateway: FakeGateway) -> Desk:
        settings = SettingsFile(tmp_path_factory.mktemp("s") / "desk.json")
        DeskSettings(settings).language = Language.GERMAN
        return Desk(qtbot, gateway, settings)

    return opened


def asked(gateway: FakeGateway) -> HistoryFilter:
    return [each for each in gateway.asked if isinstance(each, AskHistory)][-1].wanted


def lines(desk: Desk, sheet: HistorySheet) -> None:
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.lines))


def test_the_practices_history_is_read_filtered_and_opened(
    open_history: Callable[[FakeGateway], Desk],
) -> None:
    gateway = screens_gateway()
    told = tell_history(gateway)
    desk = open_history(gateway)
    desk.press(Key.Key_H, CTRL)
    sheet = desk.sheet(HistorySheet)
    lines(desk, sheet)
    assert sheet.count.words() == f"{len(told)} Änderungen"
    assert sheet.filters is not None
    assert sheet.chain is not None
    spoken = sheet.list.accessibleName()
    assert spoken == "09:41, Heute, Brinkmann, Tobi, Karte geöffnet, anna, Platz 2"
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    assert sheet.detail.words() == (
        "Telefon: 030 55 1724 statt 030 1 · Notiz geschrieben\n"
        "23.11.2026 09:40:45 · Anmeldung bernd, von 10.0.0.17\n"
        "Der Platz nennt sich „OP-Leitstelle“; das hat niemand geprüft."
    )
    # pages are asked for as far as somebody looks
    for _ in range(9):
        desk.press(Key.Key_PageDown)
    desk.qtbot.waitUntil(lambda: len(sheet.pages.lines) > 40)
    for _ in range(20):
        desk.press(Key.Key_PageUp)
    desk.press(Key.Key_Down)

    first = sheet.pages.lines[1]
    sheet.setFocus()
    desk.press(Key.Key_Return)
    selected = lambda: desk.window.selected is not None and desk.window.selected.patient  # noqa: E731
    desk.qtbot.waitUntil(lambda: bool(selected()))
    who = desk.window.selected
    assert who is not None
    assert who.patient is not None
    assert who.patient.id == first.patient

    # the panel says the same of the entry, and leads to all of it; so does the card
    desk.qtbot.waitUntil(lambda: bool(panel_lines(desk)))
    assert any(each.endswith("· statt Dr. Weber: Dr. Koç · anna · Platz 2") for each in panel_lines(desk))
    desk.press(Key.Key_H)
    of_entry = desk.sheet(HistorySheet)
    lines(desk, of_entry)
    assert (asked(gateway).entry, of_entry.filters) == (who.id, None)
    assert of_entry.title.words() == f"Verlauf: {who.patient.family}, {who.patient.given}"
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_O)
    desk.sheet(CardSheet)
    desk.press(Key.Key_H)
    of_patient = desk.sheet(HistorySheet)
    lines(desk, of_patient)
    assert asked(gateway).patients == (who.patient.id,)
    desk.window.close()


def test_it_is_filtered_by_kind_person_desk_days_and_patient(
    open_history: Callable[[FakeGateway], Desk],
) -> None:
    gateway = screens_gateway()
    tell_history(gateway)
    desk = open_history(gateway)
    desk.window.gestures.do(A.CHANGES)
    sheet = desk.sheet(HistorySheet)
    lines(desk, sheet)
    assert sheet.filters is not None
    sheet.filters.topics.chosen.emit(sheet.filters.topics.choice())
    sheet.filters.topics.choose(list(Topic).index(Topic.SETTINGS) + 1)
    sheet.filters.person.setCurrentIndex(1)
    sheet.filters.desk.setCurrentIndex(2)
    assert (asked(gateway).topic, asked(gateway).login, asked(gateway).desk) == (
        Topic.SETTINGS, "anna", "Platz 2"
    )  # fmt: skip
    desk.qtbot.waitUntil(lambda: sheet.count.words() == "1 Änderung")
    assert "Abwesenheit · Dr. med. Lena Weber, neu angelegt" in sheet.list.accessibleName()
    sheet.filters.first.setText("23.11.26")
    sheet.filters.last.setText("31.2.")
    desk.qtbot.waitUntil(lambda: asked(gateway).span is not None)
    assert sheet.filters.last.property("refused")
    sheet.filters.patient.setText("kaya")
    desk.qtbot.waitUntil(lambda: asked(gateway).patients is not None)
    desk.qtbot.waitUntil(lambda: sheet.count.words() == "0 Änderungen")
    assert sheet.filters.patients.words() == "1 Patient"

    desk.window.close()


def panel_lines(desk: Desk) -> list[str]:
    panel = desk.window.parts.details.entry
    return [each.words() for each in panel._lines.findChildren(ToneLabel) if "Platz 2" in each.words()]


def test_the_chain_is_checked_from_the_sheet_and_a_flaw_is_said_in_words(
    open_history: Callable[[FakeGateway], Desk],
) -> None:
    gateway = screens_gateway()
    tell_history(gateway)
    desk = open_history(gateway)
    desk.window.gestures.do(A.CHANGES)
    sheet = desk.sheet(HistorySheet)
    chain = sheet.chain
    assert chain is not None
    desk.press(Key.Key_P, ALT)
    desk.qtbot.waitUntil(lambda: "12.345" in chain.said.words())
    assert chain.said.words() == "Unverändert bis Zeile 12.345 · geprüft 09:42 · Siegel 4f1a9c02d700"
    flaws = (Finding(Flaw.LINE_CHANGED, 1_017), Finding(Flaw.CUT, 2_000))
    gateway.answers[ProveJournal] = lambda _: JournalProof(Anchor(2_000, "0" * 64), flaws, 0)
    chain.check.click()
    desk.qtbot.waitUntil(chain.bad.isVisible)
    assert chain.bad.words() == "Zeile 1.017: was dort stand, wurde verändert · und 1 weitere Stelle"
    gateway.answers[ProveJournal] = lambda _: JournalProof(Anchor(9, "0" * 64), (), 3)
    chain.check.click()
    desk.qtbot.waitUntil(lambda: "3 Zeilen" in chain.bad.words())
    gateway.is_held = True
    chain.check.click()
    (question,) = [each for each in gateway.asked if isinstance(each, ProveJournal)][3:]
    assert not chain.check.isEnabled()
    sheet.close_sheet()
    assert not question.errand.is_wanted
    desk.window.close()


def test_a_journal_that_is_not_the_one_this_desk_knew_is_told_until_somebody_knows_why(
    open_history: Callable[[FakeGateway], Desk],
) -> None:
    gateway = screens_gateway()
    tell_history(gateway)
    kept = Anchor(1_017, "0" * 64)
    gateway.answers[LookAtSeal] = lambda asked: SealSeen(Anchor(9, "1" * 64), kept, asked.accept)
    desk = open_history(gateway)
    desk.window.histories.look_at_seal()
    said = desk.toast()
    assert "was dieser Platz zuletzt davon gesehen hat (Zeile 1.017)" in said
    desk.window.gestures.do(A.CHANGES)
    chain = desk.sheet(HistorySheet).chain
    assert chain is not None
    desk.qtbot.waitUntil(chain.accept.isVisible)
    assert "(Zeile 1.017)" in chain.bad.words()
    chain.accept.click()
    desk.qtbot.waitUntil(lambda: not chain.accept.isVisible())
    assert "gemerkt" in chain.said.words()
    desk.window.close()


def test_who_may_not_read_it_is_told_so_and_sees_the_old_lines(
    open_history: Callable[[FakeGateway], Desk],
) -> None:
    gateway = screens_gateway()
    desk = open_history(gateway)
    for entry in (WAITING, WAITING + 1):
        desk.select(entry)
        desk.qtbot.waitUntil(lambda: bool(desk.window.details._known.history))
    assert len([each for each in gateway.asked if isinstance(each, EntryDeeds)]) == 1
    desk.window.gestures.do(A.CHANGES)
    sheet = desk.sheet(HistorySheet)
    ticket = sheet.pages._ticket
    assert ticket is not None
    gateway.failed.emit(Failed(ticket, StoreFault.NOT_ALLOWED, "", None))
    assert sheet.list.accessibleName() == "Erneut fragen"
    assert sheet.count.words() == ""
    desk.window.close()


def test_what_a_role_may_not_see_is_not_asked_for(open_history: Callable[[FakeGateway], Desk]) -> None:
    gateway = screens_gateway()
    tell_history(gateway)
    gateway.person = Person("wand", "Wand", StaffRole.VIEWER)
    desk = open_history(gateway)
    desk.select(WAITING)
    desk.qtbot.waitUntil(lambda: bool(desk.window.details._known.history))
    assert not [each for each in gateway.asked if isinstance(each, EntryDeeds)]
    gateway.person = Person("anna", "Anna", StaffRole.RECEPTION)
    desk.window.gestures.do(A.CHANGES)
    chain = desk.sheet(HistorySheet).chain
    assert chain is not None
    assert not chain.check.isEnabled()
    assert "Verwaltung" in chain.check.toolTip()
    desk.press(Key.Key_P, ALT)
    assert not [each for each in gateway.asked if isinstance(each, ProveJournal)]
    desk.window.close()


def test_a_desk_is_named_once_and_says_so(
    open_history: Callable[[FakeGateway], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_history(screens_gateway())
    try:
        assert desk.window.parts.status.desk.words() == ""
        desk.window.gestures.do(A.DESK_NAME)
        sheet = desk.sheet(NameSheet)
        sheet.name.setText("  Platz\t2 ")
        desk.press(Key.Key_Return)
        assert desk.window.parts.status.desk.words() == desk_name() == "Platz 2"
        assert desk.window._settings.desk_name == "Platz 2"
        monkeypatch.setenv("PRAXIDESK_DESK", "Empfang")
        desk.window.gestures.do(A.DESK_NAME)
        fixed = desk.sheet(NameSheet)
        assert (fixed.name.text(), fixed.name.isEnabled(), fixed.save.isEnabled()) == (
            "Empfang",
            False,
            False,
        )
        desk.press(Key.Key_Escape)
    finally:
        desk.window.histories._on_named("")
        desk.window.close()
