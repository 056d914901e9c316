"""What becomes of entries: selected, moved, cancelled, refused, changed by others, late in a room."""

from dataclasses import replace

from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.spans import Span
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.overlays.push_sheet import PushSheet
from praxidesk.ui.overlays.refusal_sheet import RefusalSheet
from praxidesk.ui.overlays.stale_sheet import StaleSheet
from praxidesk.ui.series.scope_sheet import ScopeSheet
from tests.ui.desk import Desk
from tests.ui.desk_practice import KOC, at
from tests.ui.screens.example_day import KAYA, LORENZ, ROSSI
from tests.ui.theatre_day import LATE, with_operations

A = ActionId


def selected(desk: Desk) -> None:
    desk.select(LORENZ)


def several(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.window.parts.views.choose((LORENZ, KAYA, ROSSI))
    desk.qtbot.waitUntil(desk.window.parts.details.several.isVisible)


def move(desk: Desk, start: str) -> None:
    desk.select(KAYA)
    span = Span(at(start), at(start) + 20 * 60)
    desk.window.parts.views.move_wanted.emit(MoveWanted(KAYA, span, KOC, KOC))


def refusal(desk: Desk) -> None:
    move(desk, "10:10")
    desk.sheet(RefusalSheet)


def stale(desk: Desk) -> None:
    theirs = replace(
        desk.entry(KAYA),
        version=desk.entry(KAYA).version + 1,
        starts_at=at("11:20"),
        ends_at=at("11:40"),
        note="kommt mit ihrer Tochter, die übersetzt",
    )
    desk.gateway.store.entries[theirs.id] = theirs
    move(desk, "16:00")
    desk.sheet(StaleSheet)
    desk.gateway.refresh()


def cancel(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.window.gestures.do(A.CANCEL)
    desk.sheet(CancelSheet)


def scope(desk: Desk) -> None:
    made = min(each.id for each in desk.gateway.store.entries.values() if each.series is not None)
    desk.select(made)
    desk.window.gestures.do(A.CANCEL)
    desk.sheet(ScopeSheet)


def operation(desk: Desk) -> None:
    with_operations(desk.gateway)
    desk.gateway.refresh()
    desk.window.gestures.do(A.VIEW_ROOMS)
    desk.qtbot.waitUntil(lambda: desk.window.feed.entry(LATE) is not None)
    desk.qtbot.waitUntil(lambda: bool(desk.window.theatre.roomless.entries))
    desk.select(LATE)


def delay(desk: Desk) -> None:
    operation(desk)
    next(iter(desk.window.parts.details.operation.late.boxes.values())).push.click()
    desk.sheet(PushSheet)


def elsewhere(desk: Desk) -> None:
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
