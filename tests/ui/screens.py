"""Every view and dialog of the window by its name, and how one comes to it: a new screen is one line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect

from praxidesk.engine.actors import Actor
from praxidesk.engine.at_work import Editor
from praxidesk.engine.availability import Absence
from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.history import Doer, HistoryLine, HistoryPage, RowDeed, Topic
from praxidesk.engine.journal import Deed
from praxidesk.engine.logins import LoginKeeping
from praxidesk.engine.offerings import Combination, CombinationPart, PhaseMinutes
from praxidesk.engine.outcomes import Change, RecordedChange, StoreFault
from praxidesk.engine.patient_changes import PatientField
from praxidesk.engine.recall import Recall
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.server_probe import ServerRefused, ServerTrouble
from praxidesk.engine.sign_in import NotSignedIn, SignInRefused
from praxidesk.engine.spans import Span
from praxidesk.engine.table_import import Meaning as M
from praxidesk.engine.table_import import ReadRow, RowProblem, Subject, TableChoice, TableLook, TablePreview
from praxidesk.engine.vocabulary import EntryId, EntryKind, Frequency, Role, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.diagnostics.diagnostics_sheet import DiagnosticsSheet
from praxidesk.ui.first_run.demo_sheets import ClosingSheet
from praxidesk.ui.first_run.server_sheet import ServerSheet
from praxidesk.ui.first_run.wizard_sheet import WizardSheet
from praxidesk.ui.history.history_sheet import HistorySheet
from praxidesk.ui.history.name_sheet import NameSheet
from praxidesk.ui.logins.logins_sheet import LoginsSheet
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.overlays.push_sheet import PushSheet
from praxidesk.ui.overlays.refusal_sheet import RefusalSheet
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.overlays.stale_sheet import StaleSheet
from praxidesk.ui.patient.record_sheet import RecordSheet
from praxidesk.ui.practice_settings.absence_sheet import AbsenceSheet
from praxidesk.ui.practice_settings.setting_words import Page
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.ui.printing.print_sheet import PrintSheet
from praxidesk.ui.rules.conflict_list import ConflictList
from praxidesk.ui.search.command_sheet import CommandSheet
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.ui.series.combined_sheet import CombinedSheet
from praxidesk.ui.series.scope_sheet import ScopeSheet
from praxidesk.ui.series.series_sheet import SeriesSheet
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.sign_in.sign_in_words import account_text
from praxidesk.ui.table_import.import_sheet import At, ImportSheet
from praxidesk.worker.desk_name import machine_name
from praxidesk.worker.messages import StoreState
from praxidesk.worker.questions.diagnostics import Diagnose
from praxidesk.worker.questions.history import AskHistory
from praxidesk.worker.questions.printing import (
    CallsToPrint,
    DaysToPrint,
    PatientsToCall,
    PrintedDays,
    PrintedSlip,
    SlipToPrint,
)
from praxidesk.worker.questions.signing_in import AskSignInForm, Lock, Remembering, SignInForm, SignOut
from praxidesk.worker.questions.table_import import LookAtTable, PreviewTable
from tests.ui.desk import ALT, CTRL, Desk, Key
from tests.ui.desk_practice import (
    BRANDT,
    DRESSING,
    KNEE,
    KOC,
    MONDAY,
    NOW,
    OP1,
    WEBER,
    ZONE,
    at,
)
from tests.ui.fake_diagnosis import diagnosis, held
from tests.ui.fake_gateway import FakeGateway
from tests.ui.fake_history import tell_history
from tests.ui.fake_logins import IN_FILE, ON_SERVER, OWN, OWN_PASSWORD, FakeLogins
from tests.ui.fake_series import change_several
from tests.ui.theatre_day import LATE, with_operations

A = ActionId
LORENZ, KAYA, ROSSI = EntryId(7), EntryId(21), EntryId(22)
WAITING = EntryId(5)
"""An injection at 09:50; the patient is there."""
OPERATION = EntryId(90)


def screens_gateway() -> FakeGateway:
    """The day of the pictures with an operation, a series and a combination; every question has an answer."""
    gateway = FakeGateway()
    store = gateway.store
    both = Combination("ANF", "Anfang", (CombinationPart("VERB"), CombinationPart("ERST", 0, 30)))
    store.practice = replace(store.practice, combinations=(both,))
    store.entries[OPERATION] = operation(gateway)
    here = RecordedChange(2, Change.STATUS_CHANGED, Status.ARRIVED, at("09:23"), store.entries[WAITING].span)
    store.lines[WAITING].insert(0, here)
    booking = BookRequest(
        EntryKind.APPOINTMENT,
        ZONE.at(MONDAY, 17 * 60 + 30),
        (Participant(WEBER, Role.PRACTITIONER),),
        type=DRESSING,
        patient=next(iter(store.patients)),
    )
    change_several(store, SeriesRequest(booking, SeriesRule(Frequency.WEEKLY, count=4)), gateway.now())

    def days(question: PrintedDays) -> DaysToPrint:
        span = Span(ZONE.day(question.first).start, ZONE.day(question.last).end)
        found = [each for each in store.entries.values() if each.span.overlaps(span)]
        return DaysToPrint(tuple(sorted(found, key=lambda each: (each.starts_at, each.id))), NOW)

    def slip(question: PrintedSlip) -> SlipToPrint | None:
        found = store.entries.get(question.entry)
        return SlipToPrint(found, (), NOW) if found is not None else None

    def calls(_: PatientsToCall) -> CallsToPrint:
        people = list(store.patients.values())[:3]
        return CallsToPrint(tuple(Recall(each, NOW - 86400 * 200) for each in people), True, NOW)

    tell_history(gateway, panel=False)
    gateway.answers |= {PrintedDays: days, PrintedSlip: slip, PatientsToCall: calls}
    gateway.answers |= {LookAtTable: lambda _: TABLE, PreviewTable: lambda _: ROWS}
    return gateway


def operation(gateway: FakeGateway) -> Entry:
    """A knee at 14:45 in the operating room."""
    model = gateway.store.entries[LORENZ]
    start, end = at("14:45"), at("16:15")
    assert model.patient is not None
    crew = {KOC: Role.SURGEON, BRANDT: Role.ANAESTHETIST, OP1: Role.ROOM, model.patient.id: Role.PATIENT}
    return replace(
        model,
        id=OPERATION,
        kind=EntryKind.OPERATION,
        status=Status.BOOKED,
        starts_at=start,
        ends_at=end,
        type=None,
        procedure=KNEE,
        phases=PhaseMinutes(20, 45, 10, 15),
        allocations=tuple(Allocation(who, role, start, end) for who, role in crew.items()),
    )


@dataclass(frozen=True, slots=True)
class Screen:
    """One view or dialog."""

    name: str
    open: Callable[[Desk], None]
    """Waits until all that it asked has been answered."""


def _press(action: ActionId, kind: type[Sheet] | None = None) -> Callable[[Desk], None]:
    def opened(desk: Desk) -> None:
        desk.window.gestures.do(action)
        if kind is not None:
            desk.sheet(kind)

    return opened


def _view(action: ActionId) -> Callable[[Desk], None]:
    def opened(desk: Desk) -> None:
        desk.window.gestures.do(action)
        # Laid out in slices: a picture taken before would be of an empty window.
        desk.qtbot.waitUntil(lambda: desk.window.parts.views.view.model().rowCount() > 0)

    return opened


def _selected(desk: Desk) -> None:
    desk.select(LORENZ)


def _several(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.window.parts.views.choose((LORENZ, KAYA, ROSSI))
    desk.qtbot.waitUntil(desk.window.parts.details.several.isVisible)


def _book(desk: Desk) -> BookingSheet:
    desk.window.gestures.do(A.BOOK)
    return desk.settled()


def _book_somebody(desk: Desk) -> BookingSheet:
    sheet = _book(desk)
    sheet.patient.search.setFocus()
    desk.write("oyelaran")
    desk.qtbot.waitUntil(lambda: bool(sheet.patient.results.lines()))
    desk.press(Key.Key_Return)
    desk.settled()
    return sheet


def _booking(desk: Desk) -> None:
    _book_somebody(desk)


def _line(desk: Desk) -> None:
    desk.window._settings.books_by_line = True
    desk.window.gestures.do(A.BOOK)
    desk.window._settings.books_by_line = False
    sheet = desk.booking()
    sheet.line.set_text("mü kontr 20 do nm weber")
    desk.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()))
    desk.settled()


def _new_patient(desk: Desk) -> None:
    sheet = _book(desk)
    sheet.patient.begin_new_named("Zander Emil 3.4.80")
    desk.settled()


def _edit(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.window.gestures.do(A.OPEN)
    desk.settled()


def _others(desk: Desk) -> None:
    """Two other desks are at it, and one of them has changed it meanwhile."""
    _edit(desk)
    edited = desk.window.conversations.sheet
    assert isinstance(edited, BookingSheet)
    assert edited.edited is not None
    before = edited.edited
    theirs = replace(before, version=before.version + 1, note="bringt den Befund mit")
    desk.gateway.store.entries[theirs.id] = theirs
    desk.gateway.refresh()
    editors = (Editor(theirs.id, "Platz 2", ""), Editor(theirs.id, "Anmeldung", "k.brandt"))
    desk.gateway.editors_changed.emit(editors)


def _move(desk: Desk, start: str) -> None:
    desk.select(KAYA)
    span = Span(at(start), at(start) + 20 * 60)
    desk.window.parts.views.move_wanted.emit(MoveWanted(KAYA, span, KOC, KOC))


def _refusal(desk: Desk) -> None:
    _move(desk, "10:10")
    desk.sheet(RefusalSheet)


def _stale(desk: Desk) -> None:
    theirs = replace(
        desk.entry(KAYA),
        version=desk.entry(KAYA).version + 1,
        starts_at=at("11:20"),
        ends_at=at("11:40"),
        note="kommt mit ihrer Tochter, die übersetzt",
    )
    desk.gateway.store.entries[theirs.id] = theirs
    _move(desk, "16:00")
    desk.sheet(StaleSheet)
    desk.gateway.refresh()


def _settings_clash(desk: Desk) -> None:
    _settings(Page.PRACTITIONER)(desk)
    sheet = desk.sheet(SettingsSheet)
    before = desk.gateway.store.practice.actors[WEBER]
    monday, *hours = before.availability.hours
    away = Absence(datetime(2026, 12, 21), datetime(2026, 12, 24), "Urlaub")

    def changed(name: str, minute: int, absences: tuple[Absence, ...], specialty: str) -> Actor:
        windows = (replace(monday, from_minute=minute), *hours)
        available = replace(before.availability, hours=windows, absences=absences)
        return replace(before, name=name, specialty=specialty, availability=available)

    handle = sheet.body.handle
    assert handle is not None
    sheet.rows.put(handle, changed("Dr. med. Lena Weber-Kaya", 540, (away,), before.specialty))
    store = desk.gateway.store
    theirs = changed("Dr. Lena Weber", 570, (), "Chirurgie")
    theirs_saved = replace(store.practice, version=9, actors={**store.practice.actors, WEBER: theirs})
    doer, what = Doer("anna", "", "Platz 2", is_person=True), RowDeed("actor", before.name, WEBER)
    line = HistoryLine(1, at("09:40"), Deed.UPDATE, Topic.SETTINGS, doer, None, "", what)
    told = desk.gateway.answers.get(AskHistory)
    desk.gateway.answers[AskHistory] = lambda _: HistoryPage(1, 1, (line,))
    known, desk.gateway._practice = store.practice, theirs_saved
    store.practice = theirs_saved
    desk.press(Key.Key_S, CTRL)
    desk.qtbot.waitUntil(sheet.clashes.isVisible)
    desk.qtbot.waitUntil(lambda: "Platz 2" in sheet.clashes.grids[0].saved.words())
    desk.gateway._practice = store.practice = known
    if told is not None:
        desk.gateway.answers[AskHistory] = told


def _cancel(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.window.gestures.do(A.CANCEL)
    desk.sheet(CancelSheet)


def _scope(desk: Desk) -> None:
    made = min(each.id for each in desk.gateway.store.entries.values() if each.series is not None)
    desk.select(made)
    desk.window.gestures.do(A.CANCEL)
    desk.sheet(ScopeSheet)


def _series(desk: Desk) -> None:
    sheet = _book_somebody(desk)
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


def _combined(desk: Desk) -> None:
    sheet = _book_somebody(desk)
    last = sheet.form.service.count() - 1
    sheet.form.service.setCurrentIndex(last)
    sheet.form.service.activated.emit(last)
    combined = desk.sheet(CombinedSheet)
    desk.qtbot.waitUntil(lambda: not combined.session.state.searching)


def _search(desk: Desk) -> None:
    desk.window.gestures.do(A.SEARCH)
    sheet = desk.sheet(SearchSheet)
    desk.write("ka")
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.patients))


def _patient_data(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.window.gestures.do(A.EDIT_PATIENT)
    sheet = desk.sheet(RecordSheet)
    desk.qtbot.waitUntil(sheet.save.isEnabled)
    sheet.texts[PatientField.EMAIL].setText("lorenz at home")
    sheet.save.click()


def _conflicts(desk: Desk) -> None:
    desk.window.gestures.do(A.CONFLICTS)
    sheet = desk.sheet(ConflictList)
    desk.qtbot.waitUntil(lambda: bool(sheet.choices.lines()) or sheet.empty.isVisible())


def _history(desk: Desk) -> None:
    desk.window.gestures.do(A.CHANGES)
    sheet = desk.sheet(HistorySheet)
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.lines))
    sheet.list.step(2)


def _desk_name(desk: Desk) -> None:
    desk.window.gestures.do(A.DESK_NAME)
    sheet = desk.sheet(NameSheet)
    # Whatever the machine is called that draws the picture.
    sheet.name.setPlaceholderText("empfang-pc")
    sheet.note.say(sheet.note.words().replace(machine_name(), "empfang-pc"))


def _diagnosis(desk: Desk) -> None:
    desk.window.gestures.do(A.DIAGNOSIS)
    sheet = desk.sheet(DiagnosticsSheet)
    desk.qtbot.waitUntil(sheet.save.isEnabled)


def _diagnosis_of_server(desk: Desk, page: int = 2) -> None:
    desk.gateway.answers[Diagnose] = lambda _: diagnosis(NOW, held(NOW))
    _diagnosis(desk)
    sheet = desk.sheet(DiagnosticsSheet)
    sheet.pages.button(page).click()


ANNA = Person("anna", "Anna Beck", StaffRole.RECEPTION)


def _locked(desk: Desk) -> None:
    """After several wrong passwords, so that it says most."""
    desk.gateway.answers |= {
        Lock: lambda _: None,
        AskSignInForm: lambda asked: SignInForm(asked.login, Remembering.NOT_HERE),
    }
    desk.gateway.work_as(ANNA)
    desk.window.signing_in.lock()
    sheet = desk.window.signing_in.sheet
    assert sheet is not None
    desk.qtbot.waitUntil(lambda: sheet.login.text() == ANNA.login)
    sheet.say(account_text(SignInRefused(NotSignedIn.WRONG, 480), 0), about_password=True)


def _sign_in(desk: Desk) -> None:
    desk.gateway.answers |= {
        SignOut: lambda _: None,
        AskSignInForm: lambda asked: SignInForm(asked.login, Remembering.POSSIBLE, remembers=True),
    }
    desk.gateway.work_as(ANNA)
    desk.window.signing_in.sign_out()
    sheet = desk.window.signing_in.sheet
    assert sheet is not None
    desk.qtbot.waitUntil(lambda: sheet.login.text() == ANNA.login)


def _password(desk: Desk) -> None:
    desk.gateway.work_as(ANNA)
    desk.window.signing_in.change_password()
    desk.sheet(Sheet)
    desk.gateway.work_as(replace(ANNA, role=None))


ROTH = Person(OWN, "Dr. Eva Roth", StaffRole.ADMIN)


def _logins(desk: Desk, keeping: LoginKeeping = LoginKeeping.SERVER) -> LoginsSheet:
    """After an administrator has shown who that is."""
    FakeLogins(desk.gateway, keeping, ON_SERVER if keeping is LoginKeeping.SERVER else IN_FILE)
    desk.gateway.work_as(ROTH)
    desk.window.gestures.do(A.LOGINS)
    sheet = desk.sheet(LoginsSheet)
    sheet.own.password.setText(OWN_PASSWORD)
    sheet.confirm.click()
    desk.qtbot.waitUntil(lambda: sheet.page is sheet.list)
    desk.gateway.work_as(replace(ROTH, role=None))
    return sheet


def _list_of_logins(desk: Desk) -> None:
    sheet = _logins(desk)
    sheet.list.choices.make_current(3)  # the own one: everything that cannot be done is said


def _new_login(desk: Desk) -> None:
    """A practitioner's, with a user that cannot be one."""
    sheet = _logins(desk)
    sheet.add.click()
    sheet.form.role.setCurrentIndex(sheet.form.role.findData(StaffRole.PRACTITIONER.value))
    sheet.form.role.activated.emit(sheet.form.role.currentIndex())
    sheet.form.login.setText("9weber")
    sheet.confirm.click()


def _new_password(desk: Desk) -> None:
    _logins(desk, LoginKeeping.FILE).list.begin_password()


def _no_logins(desk: Desk) -> None:
    FakeLogins(desk.gateway, LoginKeeping.FILE, (), "")
    desk.window.gestures.do(A.LOGINS)
    sheet = desk.sheet(LoginsSheet)
    desk.qtbot.waitUntil(sheet.confirm.isVisible)


def _unlock(desk: Desk) -> None:
    """Whoever is there has no role any more, as on the other screens."""
    desk.gateway.work_as(replace(ANNA, role=None))
    desk.qtbot.waitUntil(lambda: not desk.window.signing_in._is_leaving)
    desk.gateway.state_changed.emit(desk.gateway.state)


def _absence(desk: Desk) -> None:
    desk.window.gestures.do(A.ABSENCE)
    sheet = desk.sheet(AbsenceSheet)
    desk.qtbot.waitUntil(lambda: not sheet.questions.is_previewing)


def _settings(page: Page) -> Callable[[Desk], None]:
    def opened(desk: Desk) -> None:
        desk.window.gestures.do(A.SETTINGS)
        desk.sheet(SettingsSheet).body.show_page(page)

    return opened


def _print(desk: Desk) -> None:
    desk.window.gestures.do(A.PRINT)
    sheet = desk.sheet(PrintSheet)
    desk.qtbot.waitUntil(lambda: not sheet.press.is_busy)


def _waiting(desk: Desk) -> None:
    desk.window.gestures.do(A.WAITING_ROOM)
    panel = desk.window.waiting.panel
    assert panel is not None
    desk.qtbot.waitUntil(lambda: bool(panel.list.rows()[0].minutes))
    desk.select(WAITING)
    desk.qtbot.waitUntil(lambda: bool(desk.window.parts.details.entry.way.stations()))


def _welcome(desk: Desk) -> None:
    """As on an empty store: the practice that the desk has loaded is taken away again."""
    desk.gateway._practice = None
    desk.window._practice = None
    desk.gateway.state_changed.emit(StoreState(False, NOW, 0.0, "sqlite", StoreFault.EMPTY))
    desk.window._fold()


def _wizard(desk: Desk) -> None:
    desk.window.beginnings.set_up()
    desk.sheet(WizardSheet)


def _error(desk: Desk) -> None:
    desk.gateway.fault = StoreFault.BUSY
    desk.select(LORENZ)
    desk.window.gestures.do(A.ARRIVED)
    desk.toast()
    desk.gateway.fault = None
    faded = desk.window.toast.graphicsEffect()
    assert isinstance(faded, QGraphicsOpacityEffect)
    desk.qtbot.waitUntil(lambda: faded.opacity() == 1)


TABLE = TableLook(
    ("Datum", "Uhrzeit", "Arzt", "Terminart", "Patient", "geb.", "Bemerkung"),
    (("23.11.2026", "8:30", "Dr. Weber", "Verband", "Öz, Ada", "1.2.1990", ""),) * 3,
    12,
    ((), (), ("Dr. Weber", "Dr. Sommer"), ("Verband", "Erstgespräch"), (), (), ()),
    TableChoice(Subject.APPOINTMENTS, (M.DATE, M.TIME, M.PRACTITIONER, M.TYPE, M.NAME, M.BIRTH_DATE, None)),
)
ROWS = TablePreview(
    (
        ReadRow(2, TABLE.samples[0]),
        ReadRow(
            3, TABLE.samples[1], (RowProblem((4,), '"Erstgespräch" is not among the codes of the mapping'),)
        ),
        ReadRow(4, TABLE.samples[2], is_known=True),
    )
)


def bring_import(desk: Desk, at: At = At.COLUMNS) -> None:
    desk.window.beginnings.importing.look(Path("termine.csv"))
    sheet = desk.sheet(ImportSheet)
    while sheet._at < at:
        sheet.next.click()
        desk.qtbot.waitUntil(sheet.next.isEnabled)


def _import_words(desk: Desk) -> None:
    bring_import(desk, At.WORDS)


def _import_preview(desk: Desk) -> None:
    bring_import(desk, At.PREVIEW)


def _server(desk: Desk) -> None:
    desk.window.beginnings.connecting.ask()
    sheet = desk.sheet(ServerSheet)
    sheet.host.setText("db.praxis.local")
    sheet.show_answer(ServerRefused(ServerTrouble.TLS_UNTRUSTED))


def _fault(desk: Desk) -> None:
    """As where the store's file is damaged."""
    desk.window.parts.nothing.show_state(
        StoreState(False, NOW, 0.0, "sqlite", StoreFault.DAMAGED, "SQLITE_X")
    )
    desk.window.parts.show_trouble()
    desk.window._fold()


def _offline(desk: Desk) -> None:
    """As when the server does not answer, and one booking was under way."""
    lost = StoreState(
        False, NOW, 0.0, "postgresql", StoreFault.UNREACHABLE, as_of=NOW - 60, unanswered=1, is_passing=False
    )
    desk.gateway.state_changed.emit(lost)
    desk.qtbot.waitUntil(desk.window.parts.connection.isVisible)


def _closing(desk: Desk) -> None:
    desk.window.beginnings.close_demo()
    desk.sheet(ClosingSheet)


def _operation(desk: Desk) -> None:
    with_operations(desk.gateway)
    desk.gateway.refresh()
    desk.window.gestures.do(A.VIEW_ROOMS)
    desk.qtbot.waitUntil(lambda: desk.window.feed.entry(LATE) is not None)
    desk.qtbot.waitUntil(lambda: bool(desk.window.theatre.roomless.entries))
    desk.select(LATE)


def _delay(desk: Desk) -> None:
    _operation(desk)
    next(iter(desk.window.parts.details.operation.late.boxes.values())).push.click()
    desk.sheet(PushSheet)


def _elsewhere(desk: Desk) -> None:
    """A practitioner of one site: own time is taken at another one, colleagues' times are not seen."""
    store = desk.gateway.store
    desk.window.parts.views.select(None)
    store.hide(
        *[
            each.id
            for each in store.entries.values()
            if each.status.occupies and any(part.actor == KOC for part in each.allocations)
        ]
    )
    desk.gateway.work_as(Person("koc", "Dr. Emre Koç", StaffRole.PRACTITIONER, KOC, sites=("Praxis Ost",)))
    desk.gateway.refresh()


VIEWS = (
    Screen("day", _view(A.VIEW_DAY)),
    Screen("week", _view(A.VIEW_WEEK)),
    Screen("month", _view(A.VIEW_MONTH)),
    Screen("rooms", _view(A.VIEW_ROOMS)),
)
DIALOGS = (
    Screen("waiting", _waiting),
    Screen("details", _selected),
    Screen("several", _several),
    Screen("booking", _booking),
    Screen("booking-line", _line),
    Screen("booking-new-patient", _new_patient),
    Screen("booking-change", _edit),
    Screen("others-at-work", _others),
    Screen("refusal", _refusal),
    Screen("stale", _stale),
    Screen("cancel", _cancel),
    Screen("series-scope", _scope),
    Screen("series", _series),
    Screen("combined", _combined),
    Screen("search", _search),
    Screen("patient-data", _patient_data),
    Screen("commands", _press(A.COMMANDS, CommandSheet)),
    Screen("filter", _press(A.FILTER, Sheet)),
    Screen("save-view", _press(A.SAVE_VIEW, Sheet)),
    Screen("saved-views", _press(A.SAVED_VIEWS, Sheet)),
    Screen("history", _history),
    Screen("desk-name", _desk_name),
    Screen("locked", _locked),
    Screen("sign-in", _sign_in),
    Screen("password", _password),
    Screen("logins", _list_of_logins),
    Screen("logins-new", _new_login),
    Screen("logins-password", _new_password),
    Screen("logins-none", _no_logins),
    Screen("conflicts", _conflicts),
    Screen("diagnosis", _diagnosis),
    Screen("diagnosis-server", _diagnosis_of_server),
    Screen("diagnosis-waiting", partial(_diagnosis_of_server, page=1)),
    Screen("rules", _press(A.RULES, Sheet)),
    Screen("absence", _absence),
    *(Screen(f"settings-{page.value}", _settings(page)) for page in Page),
    Screen("settings-clash", _settings_clash),
    Screen("print", _print),
    Screen("import", bring_import),
    Screen("import-words", _import_words),
    Screen("import-preview", _import_preview),
    Screen("error", _error),
    Screen("offline", _offline),
    Screen("wizard", _wizard),
    Screen("demo-close", _closing),
    Screen("server", _server),
    # What these put into the day stays in it.
    Screen("operation", _operation),
    Screen("delay", _delay),
    Screen("elsewhere", _elsewhere),
    # Last: what it takes away does not come back.
    Screen("fault", _fault),
    Screen("welcome", _welcome),
)
SCREENS = (*VIEWS, *DIALOGS)


@contextmanager
def shown(desk: Desk, screen: Screen) -> Iterator[None]:
    """The screen, for as long as it is looked at."""
    desk.window.go_to(Shown(ViewKind.DAY, MONDAY))
    settle(desk)
    screen.open(desk)
    settle(desk)
    yield
    sheet = desk.window.conversations.sheet
    if sheet is not None:
        sheet.close_sheet()
    if desk.window.signing_in.sheet is not None:
        _unlock(desk)
    if desk.gateway.person.sites:
        desk.gateway.store.reveal()
        desk.gateway.work_as(replace(ANNA, role=None))
        desk.gateway.refresh()
    desk.gateway.editors_changed.emit(())
    desk.window.toast.hide()
    if desk.window.waiting.is_shown:
        desk.window.waiting.toggle()
    if desk.window.parts.connection.isVisible():
        desk.gateway.state_changed.emit(desk.gateway.state)


def settle(desk: Desk) -> None:
    """Everything that is to come has come: answers, layouts, repaints."""
    for _ in range(3):
        QApplication.processEvents()
        desk.qtbot.waitUntil(lambda: desk.window.parts.views.is_ready)
        sheet = desk.window.conversations.sheet
        if sheet is not None:
            sheet._place()
