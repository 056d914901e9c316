"""The print dialog in the window, by keyboard."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMenu

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.recall import Recall
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.printing import paper_doors
from praxidesk.ui.printing.job import PrintKind
from praxidesk.ui.printing.marks import Text
from praxidesk.ui.printing.page_frame import page_marks
from praxidesk.ui.printing.pages import Document
from praxidesk.ui.printing.paper_doors import NoPrinter
from praxidesk.ui.printing.print_sheet import PrintSheet
from praxidesk.ui.wording.language import Language
from praxidesk.worker.questions.printing import (
    CallsToPrint,
    DaysToPrint,
    PatientsToCall,
    PrintedDays,
    PrintedSlip,
    SlipToPrint,
)
from praxidesk.worker.questions.question import Question
from tests.ui.desk import CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import MONDAY, NOW, ZONE
from tests.ui.fake_gateway import FakeGateway
from tests.ui.printing.sheets import HOSTILE
from tests.ui.window.conftest import OpenDesk


def asked(gateway: FakeGateway) -> FakeGateway:
    """Answers what a print asks from its calendar."""

    def days(question: PrintedDays) -> DaysToPrint:
        span = Span(ZONE.day(question.first).start, ZONE.day(question.last).end)
        found = [each for each in gateway.store.entries.values() if each.span.overlaps(span)]
        return DaysToPrint(tuple(sorted(found, key=lambda each: (each.starts_at, each.id))), NOW)

    def slip(question: PrintedSlip) -> SlipToPrint | None:
        found = gateway.store.entries.get(question.entry)
        return SlipToPrint(found, (), NOW) if found is not None else None

    def calls(_: PatientsToCall) -> CallsToPrint:
        return CallsToPrint(tuple(Recall(each, NOW - 86400 * 200) for each in people), True, NOW)

    people = list(gateway.store.patients.values())[:3]
    gateway.answers |= {PrintedDays: days, PrintedSlip: slip, PatientsToCall: calls}
    return gateway


def printed(desk: Desk) -> Question:
    """The newest question of a print; the window asks things of its own between."""
    wanted = PrintedDays | PrintedSlip | PatientsToCall
    return [each for each in desk.gateway.asked if isinstance(each, wanted)][-1]


def opened(desk: Desk) -> PrintSheet:
    desk.press(Key.Key_P, CTRL)
    return ready(desk)


def ready(desk: Desk) -> PrintSheet:
    sheet = desk.sheet(PrintSheet)
    desk.qtbot.waitUntil(lambda: not sheet.press.is_busy)
    return sheet


def pages(sheet: PrintSheet) -> Document:
    document = sheet.press.document
    assert document is not None
    return document


def said(sheet: PrintSheet) -> list[str]:
    document = pages(sheet)
    marks = [m for n in range(document.count) for m in page_marks(document, n, sheet.press.stamp())]
    return [mark.text for mark in marks if isinstance(mark, Text)]


def test_ctrl_p_proposes_the_day_lists_of_those_shown(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    shown = desk.window.actors.of(desk.window.shown.view)
    assert sheet.options.job.kind is PrintKind.DAY
    assert pages(sheet).count == len(shown)
    assert "Tagesliste · Montag, 23. November 2026 · KW 48" in said(sheet)
    assert "Vertraulich: Patientendaten" in said(sheet)
    assert "Gedruckt Mo 23.11.2026 09:42 · Stand 09:42" in said(sheet)
    assert printed(desk) == PrintedDays(MONDAY, MONDAY)


def test_the_view_shown_decides_what_is_proposed(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    for key, kind in (
        (Key.Key_2, PrintKind.WEEK),
        (Key.Key_3, PrintKind.MONTH),
        (Key.Key_4, PrintKind.ROOMS),
    ):
        desk.press(key)
        sheet = opened(desk)
        assert sheet.options.job.kind is kind
        assert pages(sheet).count >= 1
        desk.press(Key.Key_Escape)
        desk.no_sheet()


def test_it_speaks_english(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()), language=Language.ENGLISH)
    sheet = opened(desk)
    assert "Day list · Monday, 23 November 2026 · Wk 48" in said(sheet)
    assert sheet.print.words() == "Print …"


def test_arrows_choose_the_sheet_and_pages_turn(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    count = pages(sheet).count
    assert count > 1
    desk.press(Key.Key_PageDown)
    assert (sheet.preview.number(), sheet.count.words()) == (1, f"Seite 2 von {count}")
    desk.press(Key.Key_PageUp)
    desk.press(Key.Key_PageUp)
    assert sheet.preview.number() == 0
    desk.press(Key.Key_Down)
    assert sheet.options.job.kind is PrintKind.WEEK
    ready(desk)
    assert any(text.startswith("Woche · ") for text in said(sheet))


def test_another_day_is_typed_and_comes_from_the_store(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    sheet.options.day.setFocus()
    desk.press(Key.Key_Down)
    ready(desk)
    assert printed(desk) == PrintedDays(MONDAY.replace(day=24), MONDAY.replace(day=24))
    assert "Tagesliste · Dienstag, 24. November 2026 · KW 48" in said(sheet)


def test_nobody_chosen_prints_nothing_and_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    for actor in sheet.options.people.checked():
        sheet.options.people.row(actor).click()
    ready(desk)
    assert sheet.preview.message() == "Wählen Sie links, für wen gedruckt wird."
    assert not sheet.print.isEnabled()
    assert not sheet.save.isEnabled()


def test_the_slip_of_the_selected_appointment(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    entry = next(each for each in desk.gateway.store.entries.values() if each.patient is not None)
    desk.select(entry.id)
    desk.press(Key.Key_P, CTRL | SHIFT)
    sheet = ready(desk)
    assert sheet.options.job.kind is PrintKind.SLIP
    assert "Ihr Termin" in said(sheet)
    sheet.options.paper.button(1).click()
    ready(desk)
    assert pages(sheet).paper.height > 800


def test_the_menu_of_an_entry_has_its_slip(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    entry = next(each for each in desk.gateway.store.entries.values() if each.patient is not None)
    desk.select(entry.id)
    desk.window.conversations.menu(entry, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = desk.window.actions_[ActionId.PRINT_SLIP]
    assert action in menu.actions()
    menu.close()
    action.trigger()
    assert ready(desk).options.job.kind is PrintKind.SLIP


def test_without_a_selection_there_is_no_slip(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    assert not desk.window.actions_.is_allowed(ActionId.PRINT_SLIP)
    assert not opened(desk).options.kinds[PrintKind.SLIP].isEnabled()


def test_an_entry_that_is_gone_meanwhile_is_said(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    desk.gateway.answers[PrintedSlip] = lambda _: None
    entry = next(each for each in desk.gateway.store.entries.values() if each.patient is not None)
    desk.select(entry.id)
    desk.press(Key.Key_P, CTRL | SHIFT)
    assert ready(desk).preview.message() == "Diesen Eintrag gibt es nicht mehr."


def test_a_recall_list_with_its_choices(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    sheet.options.kinds[PrintKind.RECALL].setFocus()
    desk.press(Key.Key_Space)
    ready(desk)
    assert "Recall: Kontrolle" in said(sheet)
    sheet.options.type.setFocus()
    desk.press(Key.Key_Down)
    ready(desk)
    question = printed(desk)
    assert isinstance(question, PatientsToCall)
    assert question.type == sheet.options.job.type
    assert "Recall: Erstvorstellung" in said(sheet)


def test_what_others_book_meanwhile_is_on_the_page(open_desk: OpenDesk) -> None:
    gateway = asked(FakeGateway())
    desk = open_desk(gateway)
    sheet = opened(desk)
    entry = next(
        each
        for each in gateway.store.entries.values()
        if each.patient is not None
        and "Zzyzx" not in each.patient.family
        and each.status.occupies
        and any(part.actor in sheet.options.job.actors for part in each.allocations)
    )
    assert entry.patient is not None
    gateway.store.entries[entry.id] = replace(entry, patient=replace(entry.patient, family="Zzyzx"))
    assert "Zzyzx" not in said(sheet)
    gateway.refresh()
    ready(desk)
    assert "Zzyzx" in said(sheet)


def test_a_store_that_fails_is_said_in_place_of_the_pages(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    desk.gateway.fault = StoreFault.UNREACHABLE
    desk.press(Key.Key_P, CTRL)
    sheet = ready(desk)
    assert "Der Datenbankserver antwortet nicht." in sheet.preview.message()
    assert not sheet.print.isEnabled()


def test_enter_prints_as_soon_as_the_pages_are_there(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = tmp_path / "printed.pdf"

    def chosen(_: object, document: Document) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        printer.setPageLayout(document.paper.layout())
        return printer

    monkeypatch.setattr(paper_doors, "choose_printer", chosen)
    gateway = asked(FakeGateway())
    desk = open_desk(gateway)
    gateway.is_held = True
    desk.press(Key.Key_P, CTRL)
    sheet = desk.sheet(PrintSheet)
    count = len(sheet.options.job.actors)
    desk.press(Key.Key_Return)
    assert not printed.exists()
    gateway.release()
    desk.no_sheet()
    assert printed.read_bytes().startswith(b"%PDF-")
    assert desk.toast() == f"An den Drucker gesendet: Tagesliste 2026-11-23, {count} Seiten"


def test_without_a_printer_it_says_what_was_not_done(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise NoPrinter

    monkeypatch.setattr(paper_doors, "choose_printer", none)
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    desk.press(Key.Key_Return)
    assert sheet.fault.words().startswith("Es wurde nichts gedruckt: Auf diesem Rechner ist kein Drucker")
    assert sheet.isVisible()


def test_a_printer_that_refuses_is_said(open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_doors, "choose_printer", lambda *_: QPrinter())
    monkeypatch.setattr(paper_doors, "print_document", lambda *_: False)
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    desk.press(Key.Key_Return)
    assert sheet.fault.words().startswith("Es wurde nicht alles gedruckt")


def test_ctrl_s_saves_a_pdf(open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed: list[str] = []

    def chosen(_: object, title: str) -> Path:
        proposed.append(title)
        return tmp_path / "liste.pdf"

    monkeypatch.setattr(paper_doors, "choose_file", chosen)
    desk = open_desk(asked(FakeGateway()))
    opened(desk)
    desk.press(Key.Key_S, CTRL)
    desk.no_sheet()
    assert (tmp_path / "liste.pdf").read_bytes().startswith(b"%PDF-")
    assert proposed == ["Tagesliste 2026-11-23"]
    assert desk.toast().startswith("Gespeichert: liste.pdf, ")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "x.pdf wurde nicht gespeichert: Der Datenträger ist voll"),
        (errno.EACCES, "x.pdf wurde nicht gespeichert: In diesen Ordner darf nicht geschrieben werden"),
        (errno.ENOENT, "x.pdf wurde nicht gespeichert: Den Ordner gibt es nicht"),
        (errno.EIO, "x.pdf wurde nicht gespeichert: made up"),
    ],
)
def test_a_pdf_that_cannot_be_saved_says_why_and_the_sheet_stays(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fails(*_: object) -> None:
        raise OSError(number, "made up")

    monkeypatch.setattr(paper_doors, "choose_file", lambda *_: tmp_path / "x.pdf")
    monkeypatch.setattr("praxidesk.ui.printing.print_sheet.save_whole", fails)
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    desk.press(Key.Key_S, CTRL)
    assert sheet.fault.words().startswith(words)
    assert sheet.isVisible()
    desk.press(Key.Key_Down)
    assert sheet.fault.words() == ""


def test_giving_up_in_the_system_s_dialog_goes_back(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_doors, "choose_file", lambda *_: None)
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    desk.press(Key.Key_S, CTRL)
    assert sheet.isVisible()
    desk.press(Key.Key_Escape)
    desk.no_sheet()


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_in_the_dialog(open_desk: OpenDesk, name: str) -> None:
    gateway = asked(FakeGateway())
    entry = next(each for each in gateway.store.entries.values() if each.patient is not None)
    assert entry.patient is not None
    bad = replace(entry, patient=replace(entry.patient, family=name, given=name))
    gateway.store.entries[entry.id] = bad
    gateway.store.practice = replace(
        gateway.store.practice,
        actors={
            id_: replace(each, name=name or "x") if id_ == ActorId(1) else each
            for id_, each in gateway.store.practice.actors.items()
        },
    )
    desk = open_desk(gateway)
    desk.select(entry.id)
    desk.press(Key.Key_P, CTRL | SHIFT)
    sheet = ready(desk)
    assert sheet.card.width() <= desk.window.width()
    assert sheet.card.height() <= desk.window.height()
    assert sheet.options.width() == sheet.options.maximumWidth()
    sheet.grab()


def test_zoom_fills_the_width_and_comes_back(open_desk: OpenDesk) -> None:
    desk = open_desk(asked(FakeGateway()))
    sheet = opened(desk)
    whole = sheet.preview.page_rect()
    assert sheet.preview.viewport().rect().contains(whole)
    desk.press(Key.Key_Plus, CTRL)
    assert sheet.preview.page_rect().width() > whole.width()
    desk.press(Key.Key_Minus, CTRL)
    assert sheet.preview.page_rect() == whole
    desk.window.resize(900, 560)
    desk.qtbot.waitUntil(lambda: sheet.card.width() <= 900)
    assert sheet.preview.viewport().rect().contains(sheet.preview.page_rect())
