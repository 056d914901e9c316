"""Combined appointments by key: proposed as chains, booked all or none, changed in part or as a whole."""

from dataclasses import replace

from praxidesk.engine.offerings import Combination, CombinationPart
from praxidesk.engine.requests import BookRequest, CancelRequest
from praxidesk.engine.series_requests import CombinedRequest
from praxidesk.engine.vocabulary import Scope, Status
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.series.combined_sheet import CombinedSheet
from praxidesk.ui.series.scope_sheet import ScopeSheet
from tests.ui.desk import ALT, CTRL, Desk, Key
from tests.ui.desk_practice import DRESSING, FIRST_VISIT
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk


def with_combination() -> FakeGateway:
    gateway = FakeGateway()
    both = Combination("ANF", "Anfang", (CombinationPart("VERB"), CombinationPart("ERST", 0, 30)))
    gateway.store.practice = replace(gateway.store.practice, combinations=(both,))
    return gateway


def chosen(desk: Desk) -> CombinedSheet:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("oyelaran")
    desk.qtbot.waitUntil(lambda: bool(sheet.patient.results.lines()))
    desk.press(Key.Key_Return)
    desk.write("kombi")
    combined = desk.sheet(CombinedSheet)
    desk.qtbot.waitUntil(lambda: not combined.session.state.searching)
    return combined


def test_its_parts_are_proposed_as_chains_and_booked_at_once(open_desk: OpenDesk) -> None:
    desk = open_desk(with_combination())
    sheet = chosen(desk)
    assert len(sheet.chains.lines()) == 3
    desk.press(Key.Key_2, ALT)
    chain = sheet.session.state.chains[1]
    assert "Verbandwechsel · " in sheet.parts.words()
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert "Oyelaran, Tobi, 2 Termine ab" in desk.toast()
    request = desk.gateway.several[-1]
    assert isinstance(request, CombinedRequest)
    assert request.starts_at == chain.span.start
    made = [each for each in desk.gateway.store.entries.values() if each.series]
    assert [each.type for each in made] == [DRESSING, FIRST_VISIT]
    assert made[0].ends_at == made[1].starts_at
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: "Rückgängig gemacht" in desk.toast())
    made = [each for each in desk.gateway.store.entries.values() if each.series]
    assert {each.status for each in made} == {Status.CANCELLED}


def test_where_somebody_was_faster_nothing_is_booked_and_it_is_said(open_desk: OpenDesk) -> None:
    gateway = with_combination()
    desk = open_desk(gateway)
    sheet = chosen(desk)
    second = sheet.session.state.chains[0].parts[1]
    patient = list(gateway.store.patients)[-1]
    booking = BookRequest(
        sheet._draft.kind, second.starts_at, second.participants, type=FIRST_VISIT, patient=patient
    )
    gateway.store.change(booking, gateway.now())
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(sheet.session.state.error))
    assert "belegt" in sheet.said.words()
    assert not [each for each in gateway.store.entries.values() if each.series]


def test_escape_goes_back_to_the_booking(open_desk: OpenDesk) -> None:
    desk = open_desk(with_combination())
    chosen(desk)
    desk.press(Key.Key_Escape)
    assert desk.settled().session.state.draft.patient is not None
    assert desk.gateway.several == []


def test_a_part_is_cancelled_alone_or_with_all_others(open_desk: OpenDesk) -> None:
    desk = open_desk(with_combination())
    chosen(desk)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.toast()
    desk.press(Key.Key_Delete)
    sheet = desk.sheet(ScopeSheet)
    assert sheet.scopes == (Scope.THIS, Scope.ALL)
    desk.press(Key.Key_2)
    desk.qtbot.waitUntil(lambda: sheet.session.state.outcome is not None)
    assert sheet.list.choices.lines()[0].spoken.endswith("Verbandwechsel · wird abgesagt")
    desk.press(Key.Key_Return)
    desk.sheet(CancelSheet)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.qtbot.waitUntil(lambda: "Abgesagt" in desk.toast())
    request = desk.gateway.several[-1]
    assert isinstance(request, CancelRequest)
    assert request.scope is Scope.ALL


def test_arrow_keys_stay_among_the_types(open_desk: OpenDesk) -> None:
    desk = open_desk(with_combination())
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("oyelaran")
    desk.qtbot.waitUntil(lambda: bool(sheet.patient.results.lines()))
    desk.press(Key.Key_Return)
    service = sheet.form.service
    assert service.count() == service.types + 1
    for _ in range(service.count() + 2):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_End)
    assert service.currentIndex() == service.types - 1
    assert desk.settled() is sheet
