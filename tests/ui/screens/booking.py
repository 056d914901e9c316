"""The form, and what is booked several times or in parts."""

from dataclasses import replace

from praxidesk.engine.at_work import Editor
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.series.combined_sheet import CombinedSheet
from praxidesk.ui.series.series_sheet import SeriesSheet
from tests.ui.desk import ALT, Desk, Key
from tests.ui.desk_practice import WEBER
from tests.ui.screens.example_day import LORENZ

A = ActionId


def book(desk: Desk) -> BookingSheet:
    desk.window.gestures.do(A.BOOK)
    return desk.settled()


def book_somebody(desk: Desk) -> BookingSheet:
    sheet = book(desk)
    sheet.patient.search.setFocus()
    desk.write("oyelaran")
    desk.qtbot.waitUntil(lambda: bool(sheet.patient.results.lines()))
    desk.press(Key.Key_Return)
    desk.settled()
    return sheet


def booking(desk: Desk) -> None:
    book_somebody(desk)


def line(desk: Desk) -> None:
    desk.window._settings.books_by_line = True
    desk.window.gestures.do(A.BOOK)
    desk.window._settings.books_by_line = False
    sheet = desk.booking()
    sheet.line.set_text("mü kontr 20 do nm weber")
    desk.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()))
    desk.settled()


def new_patient(desk: Desk) -> None:
    sheet = book(desk)
    sheet.patient.begin_new_named("Zander Emil 3.4.80")
    desk.settled()


def edit(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.window.gestures.do(A.OPEN)
    desk.settled()


def others(desk: Desk) -> None:
    """Two other desks are at it, and one of them has changed it meanwhile."""
    edit(desk)
    edited = desk.window.conversations.sheet
    assert isinstance(edited, BookingSheet)
    assert edited.edited is not None
    before = edited.edited
    theirs = replace(before, version=before.version + 1, note="bringt den Befund mit")
    desk.gateway.store.entries[theirs.id] = theirs
    desk.gateway.refresh()
    editors = (Editor(theirs.id, "Platz 2", ""), Editor(theirs.id, "Anmeldung", "k.brandt"))
    desk.gateway.editors_changed.emit(editors)


def series(desk: Desk) -> None:
    sheet = book_somebody(desk)
    sheet.form.service.setCurrentIndex(4)
    sheet.form.service.activated.emit(4)
    sheet.form.seats.seat_changed.emit((0, WEBER))
    sheet.form.time.setFocus()
    desk.write("1630")
    desk.press(Key.Key_Tab)
    desk.settled()
    desk.press(Key.Key_S, ALT)
    repeated = desk.sheet(SeriesSheet)
    desk.qtbot.waitUntil(lambda: not repeated.session.state.checking)


def combined(desk: Desk) -> None:
    sheet = book_somebody(desk)
    last = sheet.form.service.count() - 1
    sheet.form.service.setCurrentIndex(last)
    sheet.form.service.activated.emit(last)
    combined = desk.sheet(CombinedSheet)
    desk.qtbot.waitUntil(lambda: not combined.session.state.searching)
