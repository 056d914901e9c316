"""A booking that repeats, and changes of one, some or all of its dates, by key."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.requests import BookRequest, CancelRequest, MoveRequest, Participant
from praxidesk.engine.series_outcomes import DateState, SeriesOutcome, Verdict
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import EntryId, EntryKind, Frequency, Role, Scope, Status
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.series.scope_sheet import ScopeSheet
from praxidesk.ui.series.series_sheet import SeriesSheet
from praxidesk.worker.questions.editing import AnnounceEditing
from tests.ui.desk import ALT, CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import DRESSING, MONDAY, WEBER, ZONE
from tests.ui.fake_gateway import FakeGateway
from tests.ui.fake_series import change_several, siblings
from tests.ui.window.conftest import OpenDesk

WEEK = timedelta(days=7)
AT = 17 * 60 + 30


def weekly(gateway: FakeGateway, count: int = 4) -> list[Entry]:
    """A series of Mondays 17:30 with Dr. Weber, in the calendar from the start."""
    patient = next(iter(gateway.store.patients))
    booking = BookRequest(
        EntryKind.APPOINTMENT,
        ZONE.at(MONDAY, AT),
        (Participant(WEBER, Role.PRACTITIONER),),
        type=DRESSING,
        patient=patient,
    )
    request = SeriesRequest(booking, SeriesRule(Frequency.WEEKLY, count=count))
    outcome = change_several(gateway.store, request, gateway.now())
    assert isinstance(outcome, SeriesOutcome)
    assert outcome.verdict is Verdict.BOOKED
    return [each.entry for each in outcome.dates if each.entry is not None]


def in_the_way(gateway: FakeGateway, day: date) -> EntryId:
    """Somebody else has Dr. Weber on that day at 17:30."""
    known = next(iter(gateway.store.entries.values()))
    patient = list(gateway.store.patients)[-1]
    answer = gateway.store.change(
        BookRequest(
            EntryKind.APPOINTMENT,
            ZONE.at(day, AT),
            (Participant(WEBER, Role.PRACTITIONER),),
            type=DRESSING,
            patient=patient,
        ),
        gateway.now(),
    )
    assert answer is not None
    assert known is not None
    return max(gateway.store.entries)


def repeated(desk: Desk) -> SeriesSheet:
    """Müller, dressing with Dr. Weber today at 17:30, to be repeated."""
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("oyelaran")
    desk.qtbot.waitUntil(lambda: bool(sheet.patient.results.lines()))
    desk.press(Key.Key_Return)
    sheet.form.service.setCurrentIndex(4)
    sheet.form.service.activated.emit(4)
    sheet.form.seats.seat_changed.emit((0, WEBER))
    sheet.form.time.setFocus()
    desk.write("1730")
    desk.press(Key.Key_Tab)
    desk.settled()
    desk.press(Key.Key_S, ALT)
    return checked(desk)


def checked(desk: Desk) -> SeriesSheet:
    sheet = desk.sheet(SeriesSheet)
    desk.qtbot.waitUntil(lambda: not sheet.session.state.checking)
    return sheet


def spoken(sheet: SeriesSheet | ScopeSheet) -> list[str]:
    return [line.spoken for line in sheet.list.choices.lines()]


def asked(desk: Desk, digit: Key) -> ScopeSheet:
    """The question, with an answer chosen and what it would do listed."""
    sheet = desk.sheet(ScopeSheet)
    told = [each.entries for each in desk.gateway.asked if isinstance(each, AnnounceEditing)]
    assert told[-1] == sheet.at_entries == (sheet.session.entry.id,)
    desk.press(digit)
    desk.qtbot.waitUntil(lambda: sheet.session.state.outcome is not None)
    return sheet


def test_alt_s_lists_the_exact_dates_and_enter_books_them(desk: Desk) -> None:
    sheet = repeated(desk)
    assert [each.day for each in sheet.session.state.free] == [MONDAY + WEEK * n for n in range(6)]
    assert spoken(sheet)[1].startswith("Mo 30. Nov. 17:30 – 17:40")
    assert sheet.summary.words() == "6 Termine, Mo 23. Nov. bis Mo 28. Dez."
    assert sheet.submit.words() == "6 Termine buchen"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert "6 Termine ab Mo 23. Nov. 17:30" in desk.toast()
    request = desk.gateway.several[-1]
    assert isinstance(request, SeriesRequest)
    assert request.rule == SeriesRule(Frequency.WEEKLY, count=6)
    assert len([each for each in desk.gateway.store.entries.values() if each.series]) == 6


def test_what_clashes_says_why_and_is_left_out_by_the_button(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    in_the_way(gateway, MONDAY + WEEK)
    desk = open_desk(gateway)
    sheet = repeated(desk)
    assert sheet.list.choices.current() == 1
    assert "Dr. Weber ist 17:30 – 17:40 mit" in spoken(sheet)[1]
    assert sheet.submit.words() == "5 Termine buchen, 1 auslassen"
    # How often keeps its own arrows; dates are chosen from there, too.
    assert sheet.row.frequency.hasFocus()
    desk.press(Key.Key_Down, ALT)
    assert sheet.list.choices.current() == 2
    desk.press(Key.Key_Up, ALT)
    assert sheet.list.choices.current() == 1
    assert sheet.session.state.repetition.frequency is Frequency.WEEKLY
    times = [each.words()[-5:] for each in sheet.slots if each.isVisible()]
    assert times == ["17:20", "17:40", "17:10"], "ten minutes each: none overlaps another"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert "ausgelassen: Mo 30. Nov." in desk.toast()
    request = desk.gateway.several[-1]
    assert isinstance(request, SeriesRequest)
    assert request.skipped == {MONDAY + WEEK}


def test_what_clashes_can_be_moved_and_goes_back_again(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    in_the_way(gateway, MONDAY + WEEK)
    desk = open_desk(gateway)
    sheet = repeated(desk)
    offered = sheet._slots[0]
    desk.press(Key.Key_1, ALT)
    checked(desk)
    assert sheet.session.state.moved == {MONDAY + WEEK: offered.starts_at}
    assert sheet.submit.words() == "6 Termine buchen"
    desk.press(Key.Key_O, ALT)
    checked(desk)
    assert sheet.session.state.moved == {}
    assert sheet.submit.words() == "5 Termine buchen, 1 auslassen"


def test_the_space_bar_leaves_a_date_out_and_takes_it_in_again(desk: Desk) -> None:
    sheet = repeated(desk)
    sheet.list.choices.setFocus()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Space)
    checked(desk)
    assert spoken(sheet)[1].endswith("ausgelassen")
    assert sheet.submit.words() == "5 Termine buchen"
    desk.press(Key.Key_Space)
    checked(desk)
    assert sheet.submit.words() == "6 Termine buchen"


def test_escape_goes_back_to_the_single_booking(desk: Desk) -> None:
    repeated(desk)
    desk.press(Key.Key_Escape)
    draft = desk.settled().session.state.draft
    assert (draft.day, draft.minute, draft.type) == (MONDAY, AT, DRESSING)
    assert desk.gateway.several == []


@pytest.mark.parametrize(
    ("index", "days"),
    [
        pytest.param(0, ["Mo 23. Nov.", "Di 24. Nov.", "Mi 25. Nov."], id="daily"),
        pytest.param(2, ["Mo 23. Nov.", "Mi 23. Dez.", "Sa 23. Jan. 2027"], id="by-date"),
        pytest.param(3, ["Mo 23. Nov.", "Mo 28. Dez.", "Mo 25. Jan. 2027"], id="fourth-monday"),
        pytest.param(4, ["Mo 30. Nov.", "Mo 28. Dez.", "Mo 25. Jan. 2027"], id="last-monday"),
    ],
)
def test_every_way_to_repeat_has_its_dates(desk: Desk, index: int, days: list[str]) -> None:
    sheet = repeated(desk)
    sheet.row.frequency.setFocus()
    for _ in range(5):
        desk.press(Key.Key_Up)
    for _ in range(index):
        desk.press(Key.Key_Down)
    checked(desk)
    said = spoken(sheet)
    assert [line.startswith(day) for line, day in zip(said, days, strict=False)] == [True] * 3
    assert sheet.note.isVisible() == (index == 4)


def test_weekdays_and_an_interval_by_key(desk: Desk) -> None:
    sheet = repeated(desk)
    sheet.row.interval.setFocus()
    desk.press(Key.Key_Up)
    sheet.row.weekdays.buttons[0].setFocus()
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Space)
    checked(desk)
    days = [each.day for each in sheet.session.state.dates]
    assert days[:4] == [MONDAY, MONDAY + timedelta(2), MONDAY + 2 * WEEK, MONDAY + 2 * WEEK + timedelta(2)]
    assert sheet.row.interval.text() == "alle 2 Wochen"


def test_a_month_without_the_day_is_said(open_desk: OpenDesk) -> None:
    desk = open_desk()
    sheet = repeated(desk)
    session = sheet.session
    session.booking = replace(session.booking, starts_at=ZONE.at(date(2026, 12, 31), AT))
    session.repeat(replace(session.state.repetition, frequency=Frequency.MONTHLY_BY_DATE, count=4))
    checked(desk)
    assert "Februar 2027, April 2027" in sheet.note.words()


def test_a_series_that_could_not_be_saved_is_still_there(desk: Desk) -> None:
    sheet = repeated(desk)
    desk.gateway.fault = StoreFault.DISK_FULL
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(sheet.session.state.error))
    assert "Von der Serie wurde nichts gespeichert." in sheet.summary.words()
    assert not sheet.submit.isEnabled()
    assert sheet.isVisible()


def test_a_series_is_undone_in_one_step(desk: Desk) -> None:
    repeated(desk)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.toast()
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: "Rückgängig gemacht" in desk.toast())
    made = [each for each in desk.gateway.store.entries.values() if each.series]
    assert {each.status for each in made} == {Status.CANCELLED}
    assert desk.window.reception.steps.next_undo() is None


def test_cancelling_asks_how_much_and_enter_means_this_one(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway)
    desk = open_desk(gateway)
    desk.select(made[0].id)
    desk.press(Key.Key_Delete)
    desk.sheet(ScopeSheet)
    desk.press(Key.Key_Return)
    desk.sheet(CancelSheet)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    request = desk.gateway.submitted[-1]
    assert isinstance(request, CancelRequest)
    assert request.scope is Scope.THIS
    desk.toast()
    assert [desk.entry(each.id).status for each in made] == [Status.CANCELLED] + [Status.BOOKED] * 3


def test_cancelling_all_lists_them_first_and_is_undone_and_redone_in_one_step(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway)
    desk = open_desk(gateway)
    desk.select(made[0].id)
    desk.press(Key.Key_Delete)
    sheet = asked(desk, Key.Key_3)
    assert len(spoken(sheet)) == 4
    assert sheet.submit.words() == "4 Termine absagen …"
    desk.press(Key.Key_Return)
    why = desk.sheet(CancelSheet)
    assert why.confirm.words() == "4 Termine absagen"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.qtbot.waitUntil(lambda: desk.toast().startswith("Abgesagt: Müller-Öztürk, Işıl, 4 Termine"))
    assert {desk.entry(each.id).status for each in made} == {Status.CANCELLED}
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: "Rückgängig gemacht" in desk.toast())
    assert {desk.entry(each.id).status for each in made} == {Status.BOOKED}
    desk.press(Key.Key_Z, CTRL | SHIFT)
    desk.qtbot.waitUntil(lambda: "Abgesagt: 4 Termine" in desk.toast())
    assert {desk.entry(each.id).status for each in made} == {Status.CANCELLED}


def test_what_is_cancelled_until_next_year_names_the_year(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway, 8)
    desk = open_desk(gateway)
    desk.select(made[0].id)
    desk.press(Key.Key_Delete)
    assert asked(desk, Key.Key_3).whole() == "8 Termine, Mo 23. Nov. bis Mo 11. Jan. 2027"


def moved_by_key(desk: Desk, entry: EntryId) -> None:
    """Taken in hand and put down a quarter of an hour earlier."""
    desk.select(entry)
    desk.press(Key.Key_M)
    for _ in range(3):
        desk.press(Key.Key_Up)
    desk.press(Key.Key_Return)


def test_a_move_of_all_shifts_them_and_goes_back_in_one_step(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway)
    desk = open_desk(gateway)
    moved_by_key(desk, made[0].id)
    sheet = asked(desk, Key.Key_3)
    assert spoken(sheet)[1] == "Mo 30. Nov. 17:15 – 17:25: bisher Mo 30. Nov. 17:30"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert "4 Termine ab Mo 23. Nov. 17:15" in desk.toast()
    assert all(desk.entry(each.id).starts_at == each.starts_at - 900 for each in made)
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: "Rückgängig gemacht" in desk.toast())
    assert all(desk.entry(each.id).starts_at == each.starts_at for each in made)


def test_what_cannot_move_with_the_others_is_named_and_stays(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway)
    blocked = gateway.store.entries[made[2].id]
    hindering = in_the_way(gateway, MONDAY + 3 * WEEK + timedelta(days=1))
    gateway.store.entries[hindering] = replace(
        gateway.store.entries[hindering],
        starts_at=blocked.starts_at - 900,
        ends_at=blocked.ends_at - 900,
        allocations=tuple(
            replace(each, starts_at=blocked.starts_at - 900, ends_at=blocked.ends_at - 900)
            for each in gateway.store.entries[hindering].allocations
        ),
    )
    desk = open_desk(gateway)
    moved_by_key(desk, made[0].id)
    sheet = asked(desk, Key.Key_2)
    assert "Dr. Weber ist" in spoken(sheet)[2]
    assert sheet.summary.words() == "3 Termine · 1 Konflikt, bleibt wie bisher"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.toast().endswith("unverändert: Mo 7. Dez.")
    assert desk.entry(blocked.id).starts_at == blocked.starts_at
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: "Rückgängig gemacht" in desk.toast())
    assert [desk.entry(each.id).starts_at for each in made] == [each.starts_at for each in made]
    assert not any(desk.entry(each.id).is_exception for each in made)


def test_nobody_says_how_much_and_nothing_moves(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway)
    desk = open_desk(gateway)
    moved_by_key(desk, made[0].id)
    desk.sheet(ScopeSheet)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert desk.gateway.submitted == []
    assert desk.gateway.several == []


def test_an_edit_in_the_dialog_asks_too_and_escape_returns_to_it(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway)
    desk = open_desk(gateway)
    desk.select(made[0].id)
    desk.press(Key.Key_Return)
    sheet = desk.settled()
    sheet.form.note.setPlainText("nüchtern")
    sheet.form.time.setFocus()
    desk.press(Key.Key_Return)
    desk.sheet(ScopeSheet)
    desk.press(Key.Key_Escape)
    again = desk.settled()
    assert again.session.state.draft.note == "nüchtern"
    again.form.time.setFocus()
    desk.press(Key.Key_Return)
    asked(desk, Key.Key_3)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.toast()
    request = desk.gateway.several[-1]
    assert isinstance(request, MoveRequest)
    assert request.note == "nüchtern"
    assert {each.note for each in siblings(gateway.store, made[0].series)} == {"nüchtern"}


def test_the_past_stays_and_is_counted(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway)
    first = gateway.store.entries[made[0].id]
    gateway.store.entries[first.id] = replace(
        first, starts_at=gateway.now() - 3600, ends_at=gateway.now() - 3000
    )
    desk = open_desk(gateway)
    desk.select(first.id)
    desk.press(Key.Key_Delete)
    sheet = asked(desk, Key.Key_3)
    assert len(spoken(sheet)) == 3
    assert sheet.summary.words() == "3 Termine · 1 schon begonnen, bleibt"
    states = [each.state for each in sheet.session.state.found[Scope.ALL].dates]
    assert states == [DateState.PAST] + [DateState.FREE] * 3


def test_the_panel_says_which_one_of_how_many(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    made = weekly(gateway)
    desk = open_desk(gateway)
    desk.select(made[0].id)
    panel = desk.window.parts.details
    desk.qtbot.waitUntil(lambda: panel.subject is not None and panel.subject.known.place == (1, 4))
