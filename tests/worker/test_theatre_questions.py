"""What waits for an operating room, as the window asks for it."""

from dataclasses import replace

from praxidesk.engine.vocabulary import Role, Status
from praxidesk.services.desk import Desk
from praxidesk.worker import store_answers
from praxidesk.worker.questions.theatre import RoomlessOperations
from tests.models.bookings import DAY, NINE, appointment, operation, put
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog


def test_operations_without_a_room_are_found_on_whatever_day_in_two_statements(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    def roomless(days: int, status: Status = Status.PENDING) -> int:
        whole = operation(practice_store, NINE + days * DAY)
        parts = tuple(
            replace(each, blocking=status.occupies)
            for each in whole.allocations
            if each.role is not Role.ROOM
        )
        return put(practice_store, replace(whole, status=status, allocations=parts))

    wanted = [roomless(-3), roomless(0, Status.WAITLIST), roomless(1, Status.BOOKED), roomless(60)]
    put(practice_store, operation(practice_store, NINE + 2 * DAY))
    put(practice_store, appointment(practice_store, NINE + 3 * DAY, people="WEB P-1001"))
    for days, status in (
        (4, Status.CANCELLED),
        (5, Status.NOSHOW),
        (-20, Status.PENDING),
        (200, Status.PENDING),
    ):
        roomless(days, status)
    desk = Desk.open(practice_store.store)
    statements.clear()
    found = store_answers.answer(desk, RoomlessOperations(), NINE)
    assert isinstance(found, tuple)
    assert [each.id for each in found] == wanted
    assert len([each for each in statements if each.lstrip().upper().startswith(("SELECT", "WITH"))]) == 2
