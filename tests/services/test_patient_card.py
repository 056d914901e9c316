"""What a patient had and will have: from one appointment to the next, and all around one."""

from dataclasses import replace

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.services.desk import Desk
from praxidesk.services.patient_card import around, neighbour_entry
from tests.models.bookings import DAY, NINE, appointment, put
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog


def asked(statements: StatementLog) -> int:
    return len([each for each in statements if each.split()[0] in ("SELECT", "WITH")])


def test_one_goes_from_each_appointment_to_the_next_and_back_past_those_that_are_gone(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    def visit(day: int, status: Status = Status.BOOKED, *, free: bool = False) -> EntryId:
        made = appointment(practice_store, NINE + day * DAY, status=status, blocking=status.occupies)
        if free:
            made = replace(
                made, allocations=tuple(replace(each, blocking=False) for each in made.allocations)
            )
        return put(practice_store, made)

    first, same_start = visit(0), visit(0, free=True)
    visit(1, Status.CANCELLED)
    missed, last = visit(2, Status.NOSHOW), visit(90)
    visit(91, Status.ENTERED_IN_ERROR)
    put(practice_store, appointment(practice_store, NINE + 3 * DAY, people="KOC R1 P-1002"))
    desk, patient = Desk.open(practice_store.store), practice_store.actors["P-1001"]
    starts = {first: NINE, same_start: NINE, missed: NINE + 2 * DAY, last: NINE + 90 * DAY}
    order = [first, same_start, missed, last]
    for here, there in zip(order, [*order[1:], None], strict=True):
        statements.clear()
        found = neighbour_entry(desk, patient, starts[here], here, later=True)
        assert (found.id if found else None) == there
        assert asked(statements) == (2 if found else 1)
    for here, there in zip(order, [None, *order], strict=False):
        found = neighbour_entry(desk, patient, starts[here], here, later=False)
        assert (found.id if found else None) == there


def test_around_a_day_stand_the_last_two_before_all_of_it_and_the_next_four(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    days = (-30, -20, -10, 0, 10, 20, 30, 40, 50)
    made = [put(practice_store, appointment(practice_store, NINE + day * DAY)) for day in days]
    later = put(practice_store, appointment(practice_store, NINE + 3 * 3600, people="KOC P-1001"))
    put(practice_store, appointment(practice_store, NINE - 5 * DAY, status=Status.CANCELLED, blocking=False))
    desk, patient = Desk.open(practice_store.store), practice_store.actors["P-1001"]
    statements.clear()
    found = [each.id for each in around(desk, patient, NINE + 8 * 3600)]
    assert found == [*made[1:3], made[3], later, *made[4:8]]
    assert asked(statements) == 3
