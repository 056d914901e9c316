"""Answers that come late and the wrong way round: what was asked last counts."""

from functools import partial

from PySide6.QtWidgets import QApplication, QLabel

from praxidesk.engine.outcomes import Change, RecordedChange
from praxidesk.engine.vocabulary import EntryId, EntryKind, Status
from praxidesk.ui.booking.draft import Draft, first_draft
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.worker.questions.finding import FindEverything
from praxidesk.worker.questions.history import EntryHistory
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import WEBER, at

LORENZ, KAYA = EntryId(7), EntryId(21)


def test_of_several_answers_the_one_asked_for_last_is_shown(desk: Desk) -> None:
    gateway, window = desk.gateway, desk.window
    when = {LORENZ: at("08:07"), KAYA: at("08:21")}

    def told(asked: EntryHistory) -> tuple[RecordedChange, ...]:
        entry = desk.entry(asked.entry)
        return (RecordedChange(1, Change.BOOKED, Status.BOOKED, when[entry.id], entry.span),)

    # Entries are looked at, then days, and an entry again.
    gateway.answers[EntryHistory] = told
    gateway.is_held = True
    for each in (LORENZ, KAYA, LORENZ, KAYA):
        desk.select(each)
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp):
        desk.press(key)
    gateway.release(backwards=True)
    QApplication.processEvents()
    assert window.parts.toolbar.title.words() == "Montag, 23. November 2026"
    assert window.feed.entry(KAYA) is not None
    assert window.parts.views.selected() == KAYA
    history = [each.text() for each in window.parts.details.findChildren(QLabel)]
    assert "08:21" in history
    assert "08:07" not in history

    # Somebody is searched, then somebody else.
    gateway.is_held = True
    desk.press(Key.Key_Slash)
    search = desk.sheet(SearchSheet)
    for text in ("lorenz", "kaya"):
        search.field.setText(text)
        desk.qtbot.waitUntil(partial(asked_for, desk, text))
    gateway.release(backwards=True)
    (hit,) = search.pages.patients.values()
    assert hit.patient.family == "Kaya"
    desk.press(Key.Key_Escape)
    desk.no_sheet()

    # A taken time is typed, then a free one.
    desk.press(Key.Key_N)
    sheet = desk.settled()
    gateway.is_held = True
    for minute in (10 * 60 + 35, 16 * 60):
        asked = len(gateway.checked)
        sheet.session.edit(at_weber(desk, minute))
        desk.qtbot.waitUntil(partial(was_checked_more, desk, asked))
    gateway.release(backwards=True)
    assert sheet.session.state.is_free
    assert sheet.session.state.blocking == ()


def asked_for(desk: Desk, text: str) -> bool:
    return any(isinstance(each, FindEverything) and each.text == text for each in desk.gateway.asked)


def was_checked_more(desk: Desk, before: int) -> bool:
    return len(desk.gateway.checked) > before


def at_weber(desk: Desk, minute: int) -> Draft:
    practice = desk.gateway.store.practice
    return first_draft(practice, EntryKind.APPOINTMENT, desk.window.shown.day, minute, wished=(WEBER,))
