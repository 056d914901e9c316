"""Two desks at one entry, the real window one of them: each sees the other, and nothing typed is lost."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from praxidesk.engine.at_work import Editor
from praxidesk.engine.entries import Entry
from praxidesk.engine.history import HistoryFilter
from praxidesk.engine.journal import Deed
from praxidesk.engine.outcomes import Done
from praxidesk.engine.patient_changes import PatientChange, PatientSaved
from praxidesk.engine.requests import CancelRequest, MoveRequest
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.models.at_desk import desk_name
from praxidesk.models.at_work import at_work_of
from praxidesk.models.changes import ChangeWatch
from praxidesk.models.store import Store
from praxidesk.services.cancelling import cancel
from praxidesk.services.desk import Desk
from praxidesk.services.history import history_page
from praxidesk.services.moving import move
from praxidesk.services.patient_changes import change_patient, present_record
from praxidesk.ui.other_desks.stale_states import EntryField
from praxidesk.ui.overlays.stale_sheet import StaleSheet
from praxidesk.ui.patient.card_sheet import CardSheet
from tests.app.store_desk import MONDAY, StoreDesk, at, store_desk
from tests.ui.hands import CTRL, SHIFT, Key

WEEK = 7 * 86_400


class OtherDesk:
    """Without a window."""

    def __init__(self, url: str) -> None:
        self.store = Store.open(url)
        self._watch = ChangeWatch(self.store)
        self._at_work = at_work_of(self.store)
        self._desk = Desk.open(self.store)

    def opens(self, *entries: EntryId) -> None:
        self._at_work.announce("b" * 16, entries)

    def sees(self) -> tuple[Editor, ...]:
        return self._at_work.poll(self._watch.poll().heard)

    def moves(self, entry: Entry, start: int, **further: str) -> Entry:
        outcome = move(self._desk, MoveRequest(entry.id, entry.version, starts_at=start, **further), start)  # type: ignore[arg-type]
        assert isinstance(outcome, Done), outcome
        return outcome.entry

    def cancels(self, entry: Entry) -> None:
        outcome = cancel(self._desk, CancelRequest(entry.id, entry.version, "verhindert"), entry.starts_at)
        assert isinstance(outcome, Done), outcome

    def calls(self, patient: ActorId, family: str) -> None:
        before = present_record(self._desk, patient)
        assert before is not None
        change = PatientChange(patient, before, replace(before, family=family))
        assert change_patient(self._desk, change, MONDAY) == PatientSaved(change)

    def reads_of(self, patient: ActorId) -> int:
        page = history_page(self._desk, HistoryFilter(patients=(patient,)))
        return sum(line.deed is Deed.READ for line in page.lines)

    def close(self) -> None:
        self._watch.close()
        self.store.close()


def until(is_so: Callable[[], bool]) -> None:
    """Without events of this window: it is gone."""
    deadline = time.monotonic() + 10
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.005)
    assert is_so()


def test_two_desks_at_one_entry_see_each_other_and_lose_nothing(
    qtbot: QtBot, store_url: str, tmp_path: Path
) -> None:
    with store_desk(qtbot, store_url, tmp_path, StoreDesk) as desk:
        other = OtherDesk(store_url)
        booked = desk.book_by_line("brandt kontr heute weber")
        details, views, bar = (
            desk.window.parts.details,
            desk.window.parts.views,
            desk.view.verticalScrollBar(),
        )
        assert views.selected() == booked.id
        bar.setValue(bar.maximum() // 2)
        where = bar.value()

        other.opens(booked.id)
        qtbot.waitUntil(details.editors.isVisible)
        assert details.editors.label.text() == f"{desk_name()} bearbeitet diesen Termin"
        moved = other.moves(booked, at("16:00"))
        desk.saved(booked.id, moved.version)
        assert views.selected() == booked.id
        assert bar.value() == where
        other.opens()
        qtbot.waitUntil(lambda: not details.editors.isVisible())

        a_new_name_is_followed(desk, other, moved)

        desk.press(Key.Key_E)
        sheet = desk.booking()
        qtbot.waitUntil(lambda: other.sees() == (Editor(booked.id, desk_name(), ""),))
        sheet.form.note.setFocus()
        desk.write("nüchtern")
        away = other.moves(moved, moved.starts_at + WEEK)
        qtbot.waitUntil(sheet.others.isVisible)
        assert "Mo 30. Nov. 16:00" in sheet.others.label.words()
        assert sheet.form.note.toPlainText() == "nüchtern"
        assert desk.focused() is sheet.form.note
        sheet.submit.click()
        stale = desk.sheet(StaleSheet)
        qtbot.waitUntil(lambda: not stale.is_resting)
        assert stale.grid.chosen() == {EntryField.NOTE}, "both changes go together"
        qtbot.waitUntil(lambda: desk_name() in stale.grid.saved.words())
        with qtbot.waitSignal(desk.window.reception.happened):
            stale.take.click()
        both = desk.entry(booked.id)
        assert (both.note, both.starts_at, both.version) == ("nüchtern", away.starts_at, away.version + 1)
        qtbot.waitUntil(lambda: other.sees() == ())

        desk.press(Key.Key_J, CTRL)
        qtbot.waitUntil(lambda: views.selected() == booked.id)
        desk.window.toast.hide()
        other.cancels(both)
        qtbot.waitUntil(desk.window.toast.isVisible)
        assert "Abgesagt" in desk.window.toast.accessibleName()

        second = desk.book_by_line("müller kontr heute koc")
        desk.window.select(second)
        qtbot.waitUntil(lambda: views.selected() == second.id)
        desk.press(Key.Key_M)
        qtbot.waitUntil(lambda: other.sees() == (Editor(second.id, desk_name(), ""),))
    until(lambda: other.sees() == ())
    other.close()


def a_new_name_is_followed(desk: StoreDesk, other: OtherDesk, entry: Entry) -> None:
    """In the details and on the card, over which somebody is writing or looking."""
    details, patient = desk.window.parts.details.entry, entry.patient
    assert patient is not None
    desk.press(Key.Key_N, SHIFT)
    desk.write("ruft an")
    other.calls(patient.id, "Öztürk")
    desk.qtbot.waitUntil(lambda: details.title.words().startswith("Öztürk"))
    assert (details.note.toPlainText(), desk.focused()) == ("ruft an", details.note)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_O)
    card = desk.sheet(CardSheet)
    desk.qtbot.waitUntil(lambda: card.list.chosen() is not None)
    reads = other.reads_of(patient.id)
    other.calls(patient.id, "Müller-Öztürk")
    desk.qtbot.waitUntil(lambda: card.title.words().startswith("Müller-Öztürk"))
    assert other.reads_of(patient.id) == reads, "it is open already: nobody has opened it once more"
    desk.press(Key.Key_Escape)
    desk.no_sheet()
