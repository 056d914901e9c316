"""The right panel: it follows what is selected, and leads from there to everything about the patient."""

from dataclasses import replace

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.action_list import ActionId
from praxidesk.ui.panels.details_face import DetailsFace
from praxidesk.ui.panels.subject import FaceKind
from tests.ui.desk import SHIFT, Desk, Key
from tests.ui.desk_practice import MONDAY

LORENZ, ENGEL, KAYA = EntryId(7), EntryId(8), EntryId(21)
MEETING = EntryId(30)


def face(desk: Desk) -> DetailsFace:
    return desk.window.parts.details.face


def test_the_face_follows_what_is_selected(desk: Desk) -> None:
    panel, views = desk.window.parts.details, desk.window.parts.views
    assert face(desk) is panel.nothing
    assert panel.nothing.isVisible()
    desk.select(LORENZ)
    assert face(desk) is panel.entry
    assert panel.entry.isVisible()
    assert panel.nothing.isHidden()
    desk.qtbot.waitUntil(lambda: panel.subject is not None and bool(panel.subject.known.around))
    views.choose((LORENZ, ENGEL, KAYA))
    desk.qtbot.waitUntil(lambda: face(desk) is panel.several)
    several = panel.several
    assert several.title.words() == "3 Termine ausgewählt"
    assert several.when.words() == "Mo 23. Nov."
    offered = {each for each, button in several.buttons.items() if not button.isHidden()}
    assert offered >= {ActionId.MOVE, ActionId.ARRIVED, ActionId.CANCEL}
    assert ActionId.RESTORE not in offered
    several.buttons[ActionId.ARRIVED].click()
    desk.qtbot.waitUntil(lambda: all(desk.entry(each).status is Status.ARRIVED for each in (7, 8, 21)))
    desk.qtbot.waitUntil(lambda: not several.buttons[ActionId.RESTORE].isHidden())
    desk.select(MEETING)
    assert panel.subject is not None
    assert panel.subject.face is FaceKind.BLOCKOUT
    views.select(None)
    assert face(desk) is panel.nothing


def test_j_goes_from_one_appointment_of_a_patient_to_the_next_on_whatever_day(desk: Desk) -> None:
    store, lorenz = desk.gateway.store, desk.entry(LORENZ)
    week = 7 * 86_400
    later = replace(
        lorenz,
        id=EntryId(700),
        starts_at=lorenz.starts_at + week,
        ends_at=lorenz.ends_at + week,
        allocations=tuple(
            replace(each, starts_at=each.starts_at + week, ends_at=each.ends_at + week)
            for each in lorenz.allocations
        ),
    )
    store.entries[later.id] = later
    desk.select(LORENZ)
    desk.press(Key.Key_J)
    desk.qtbot.waitUntil(lambda: desk.window.parts.views.selected() == later.id)
    assert desk.window.shown.day == MONDAY.fromordinal(MONDAY.toordinal() + 7)
    desk.press(Key.Key_J)
    assert desk.toast() == "Lorenz, Thi Mai hat keinen späteren Termin."
    desk.press(Key.Key_J, SHIFT)
    desk.qtbot.waitUntil(lambda: desk.window.parts.views.selected() == LORENZ)
    desk.select(MEETING)
    assert not desk.window.actions_.is_allowed(ActionId.NEXT_OF_PATIENT)
