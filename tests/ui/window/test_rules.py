"""Rules of booking in the window: what breaks them, and what each of them does."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtTest import QTest

from praxidesk.engine.availability import Absence
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import NEVER_SOFTENED
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.rules.conflict_list import DAYS_AHEAD, ConflictList
from praxidesk.ui.rules.policy_sheet import PolicySheet
from praxidesk.ui.rules.policy_table import SEVERITIES
from praxidesk.ui.rules.rule_names import GROUPS, rule_name
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import ZONE
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk


def with_weber_ill() -> FakeGateway:
    """Dr. Weber has called in sick on the Monday that is shown."""
    gateway = FakeGateway()
    practice = gateway.store.practice
    weber = practice.actor_ids["WEB"]
    away = Absence(datetime(2026, 11, 23), datetime(2026, 11, 24), "krank")
    ill = replace(practice.actors[weber].availability, absences=(away,))
    actors = {**practice.actors, weber: replace(practice.actors[weber], availability=ill)}
    gateway.store.practice = replace(practice, actors=actors)
    return gateway


def loaded(desk: Desk) -> ConflictList:
    sheet = desk.sheet(ConflictList)
    desk.qtbot.waitUntil(lambda: bool(sheet.choices.lines()) or sheet.empty.isVisible())
    return sheet


def test_k_lists_what_an_absence_breaks_and_enter_goes_there(open_desk: OpenDesk) -> None:
    desk = open_desk(with_weber_ill())
    desk.press(Key.Key_K)
    sheet = loaded(desk)
    today = ZONE.day_of(desk.gateway.now())
    assert desk.gateway.reported == [(today, today + timedelta(days=DAYS_AHEAD))]
    spoken = [line.spoken for line in sheet.choices.lines()]
    assert any("Dr. Weber ist" in each and "abwesend" in each for each in spoken)
    assert f"{len(spoken)} Einträge" == sheet.count.words()
    desk.press(Key.Key_Down)
    second = sheet._breaches[1].entry
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.window.parts.views.selected() == second.id


def test_a_calendar_in_order_says_so(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    gateway.store.entries.clear()
    desk = open_desk(gateway)
    desk.press(Key.Key_K)
    sheet = loaded(desk)
    assert sheet.choices.lines() == ()
    assert sheet.empty.words() == "In den nächsten 90 Tagen hält alles die Regeln ein."
    desk.press(Key.Key_Escape)
    desk.no_sheet()


def test_a_store_that_does_not_answer_is_named(open_desk: OpenDesk) -> None:
    gateway = FakeGateway()
    desk = open_desk(gateway)
    gateway.fault = StoreFault.BUSY
    desk.press(Key.Key_K)
    sheet = loaded(desk)
    assert sheet.empty.words() == "Die Datenbank war überlastet."


def test_every_rule_that_can_be_softened_has_a_line_and_a_name(desk: Desk) -> None:
    listed = [kind for group in GROUPS for kind in group]
    assert len(set(listed)) == len(listed)
    assert set(listed) == set(ConflictKind) - NEVER_SOFTENED
    assert len({rule_name(kind) for kind in listed}) == len(listed)


def test_a_rule_softened_by_keys_warns_from_then_on(desk: Desk) -> None:
    desk.window.gestures.do(ActionId.RULES)
    sheet = desk.sheet(PolicySheet)
    assert not sheet.save.isEnabled()
    segments = sheet.lines[ConflictKind.OUTSIDE_HOURS]
    segments.button(segments.choice()).setFocus()
    desk.press(Key.Key_Right)
    assert sheet.changes() == {ConflictKind.OUTSIDE_HOURS: Severity.WARNING}
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.toast() == "Regeln gespeichert."
    practice = desk.gateway.practice
    assert practice is not None
    assert practice.severity(ConflictKind.OUTSIDE_HOURS) is Severity.WARNING
    assert practice.severity(ConflictKind.ABSENT) is Severity.BLOCKING


def test_as_delivered_takes_every_change_back(desk: Desk) -> None:
    desk.window.gestures.do(ActionId.RULES)
    sheet = desk.sheet(PolicySheet)
    for kind in (ConflictKind.ABSENT, ConflictKind.TENTATIVE):
        sheet.lines[kind].button(SEVERITIES.index(Severity.OFF)).click()
    assert set(sheet.changes()) == {ConflictKind.ABSENT, ConflictKind.TENTATIVE}
    assert sheet.usual.isEnabled()
    sheet.usual.click()
    assert sheet.changes() == {}
    assert not sheet.usual.isEnabled()


def test_rules_that_could_not_be_saved_are_told(desk: Desk) -> None:
    desk.gateway.fault = StoreFault.DISK_FULL
    desk.window.gestures.do(ActionId.RULES)
    sheet = desk.sheet(PolicySheet)
    sheet.lines[ConflictKind.ABSENT].button(SEVERITIES.index(Severity.OFF)).click()
    QTest.qWait(0)
    sheet.save.click()
    assert "Die Regeln wurden nicht gespeichert." in desk.toast()
    assert desk.gateway.practice is not None
    assert desk.gateway.practice.severity(ConflictKind.ABSENT) is Severity.BLOCKING


def test_a_sheet_is_never_wider_than_its_window_and_grows_back(desk: Desk) -> None:
    sheet = Sheet(desk.window, desk.window.appearance.theme, 960)
    sheet.open()
    wide = sheet.card.width()

    def fills(width: int) -> bool:
        return sheet.width() == width and desk.window.rect().contains(sheet.card.geometry())

    desk.window.resize(960, 700)
    desk.qtbot.waitUntil(partial(fills, 960))
    assert sheet.card.width() < wide
    desk.window.resize(1600, 900)
    desk.qtbot.waitUntil(partial(fills, 1600))
    assert sheet.card.width() == wide
