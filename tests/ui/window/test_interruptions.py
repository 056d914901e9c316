"""A refusal that comes late disturbs nobody, and takes no key that was meant for something else."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.overlays.refusal_sheet import RefusalSheet
from praxidesk.ui.overlays.toast import Toast, ToastKind
from praxidesk.ui.panels.note_field import NoteField
from tests.ui.desk import CTRL, Desk, Key
from tests.ui.desk_practice import KOC, at

KAYA, LORENZ = EntryId(21), EntryId(7)


def refuse(desk: Desk, entry: EntryId = KAYA) -> None:
    """An entry is moved onto taken time; the answer is still to come."""
    desk.gateway.is_held = True
    span = Span(at("10:10"), at("10:30"))
    desk.window.parts.views.move_wanted.emit(MoveWanted(entry, span, KOC, KOC))


def offers_to_show(toast: Toast) -> bool:
    return not toast._show.isHidden()


def test_keys_under_way_are_no_answer_to_a_sheet_that_opens_by_itself(desk: Desk) -> None:
    desk.select(KAYA)
    refuse(desk)
    desk.gateway.release()
    sheet = desk.window.conversations.sheet
    assert isinstance(sheet, RefusalSheet)
    before = len(desk.gateway.submitted)
    for key in (Key.Key_2, Key.Key_F, Key.Key_Escape, Key.Key_Return):
        desk.press(key)
    desk.qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().topLeft())
    assert (sheet.is_resting, sheet.isVisible(), sheet.choices.current()) == (True, True, 0)
    assert len(desk.gateway.submitted) == before
    desk.sheet(RefusalSheet)
    desk.press(Key.Key_2)
    assert sheet.choices.current() == 1
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert len(desk.gateway.submitted) == before + 1


def test_a_refusal_waits_for_whoever_has_gone_on(desk: Desk) -> None:
    toast, talk = desk.window.toast, desk.window.conversations

    # Somebody types a booking: it stays, and the toast names what was refused.
    refuse(desk)
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("ka")
    desk.gateway.release()
    assert talk.sheet is sheet
    assert desk.focused() is sheet.patient.search
    assert sheet.patient.search.text() == "ka"
    said = desk.toast()
    assert said.startswith("Nicht verschoben: Kaya, Deniz. Dr. Koç ist 10:10 – 10:20 mit Haddad")
    assert toast.kind() is ToastKind.ERROR
    assert not offers_to_show(toast)
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert offers_to_show(toast)

    # Something else is said meanwhile: then what waits is named again, and the key opens it.
    toast.say_hint("Etwas anderes.")
    desk.press(Key.Key_J, CTRL)
    assert talk.sheet is None
    assert desk.toast() != said
    toast.dismiss()
    assert desk.toast() == said
    desk.press(Key.Key_J, CTRL)
    desk.sheet(RefusalSheet)
    assert not toast.isVisible()
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert not toast.isVisible()


def test_whoever_moves_or_types_keeps_the_keys(desk: Desk) -> None:
    toast, talk = desk.window.toast, desk.window.conversations
    said = "Nicht verschoben: Kaya, Deniz. Dr. Koç ist 10:10 – 10:20 mit Haddad, Dieter belegt. Dr. Koç"

    # Another tile is in hand, or a note is being written; closing the toast is an answer.
    desk.select(LORENZ)
    note = desk.window.parts.details.findChild(NoteField)
    assert note is not None
    busy: tuple[tuple[str, partial[None]], ...] = (
        ("in hand", partial(desk.press, Key.Key_M)),
        ("typing", partial(QWidget.setFocus, note)),
    )
    for what, begin in busy:
        refuse(desk)
        desk.select(LORENZ)
        begin()
        desk.gateway.release()
        assert talk.sheet is None, what
        assert desk.toast().startswith(said), what
        if what == "in hand":
            assert desk.view.is_moving()
            desk.press(Key.Key_Escape)
        close = toast.findChild(QToolButton)
        assert close is not None
        close.click()
        assert not toast.isVisible(), what

    # Moved after all, it needs no answer any more.
    refuse(desk)
    note.setFocus()
    desk.gateway.release()
    assert desk.toast().startswith(said)
    span = Span(at("16:00"), at("16:20"))
    desk.window.parts.views.move_wanted.emit(MoveWanted(KAYA, span, KOC, KOC))
    desk.qtbot.waitUntil(lambda: toast.kind() is ToastKind.DONE)
    toast.dismiss()
    assert not toast.isVisible()
    assert not isinstance(talk.sheet, BookingSheet | RefusalSheet)
