"""Many entries put in and changed in a few statements: the same rows as one by one."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.outcomes import Change
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import RequestKey
from praxidesk.engine.spans import HOUR
from praxidesk.engine.vocabulary import EntryId, SeriesId, Status
from praxidesk.models import queries
from praxidesk.models.series_writes import (
    EntryRow,
    SeriesRow,
    insert_entries,
    insert_series,
    release_all,
    replace_all_allocations,
    update_entries,
)
from praxidesk.models.store import KeyTaken, OverlapRefused
from tests.models.bookings import DAY, NINE, NOW, appointment, operation
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog

MONDAY = date(2026, 11, 23)
SERIES = SeriesRow("series", "2026-11-23T09:00:00", "Europe/Berlin", "{}")


def wishes(practice: SmallPractice) -> list[Proposal]:
    """Later ones first: order is that of the list, not of time."""
    return [
        operation(practice, NINE + 5 * HOUR),
        appointment(practice, NINE + DAY, people="WEB R1 P-1001"),
        appointment(practice, NINE, people=""),
        appointment(practice, NINE, people="KOC", status=Status.PENDING, blocking=False),
    ]


def put_in(practice: SmallPractice, *, bound: bool = False) -> tuple[SeriesId | None, list[EntryId]]:
    with practice.store.write() as connection:
        series = insert_series(connection, SERIES) if bound else None
        rows = [
            EntryRow(
                wish,
                f'Nötiz {number} \U0001f489 "',
                "",
                "",
                MONDAY if bound else None,
                RequestKey(f"k{number}", "digest") if number == 0 else None,
            )
            for number, wish in enumerate(wishes(practice))
        ]
        return series, insert_entries(connection, series, rows, NOW)


@pytest.mark.parametrize("bound", [False, True])
def test_they_come_back_as_they_were_given(practice_store: SmallPractice, bound: bool) -> None:
    series, ids = put_in(practice_store, bound=bound)
    assert ids == sorted(ids)
    with practice_store.store.read() as connection:
        entries = {each.id: each for each in queries.entries_by_id(connection, ids)}
        repeated = connection.exec_driver_sql(
            "SELECT DISTINCT entry_id, occupancy, service FROM allocation ORDER BY entry_id"
        ).all()
    for number, (id_, wish) in enumerate(zip(ids, wishes(practice_store), strict=True)):
        entry = entries[id_]
        assert (entry.kind, entry.status, entry.span) == (wish.kind, wish.status, wish.span)
        assert (entry.type, entry.procedure, entry.phases) == (wish.type, wish.procedure, wish.phases)
        assert entry.allocations == wish.allocations
        assert entry.note == f'Nötiz {number} \U0001f489 "'
        assert (entry.series, entry.series_day) == (series, MONDAY if bound else None)
    kontr, knie = practice_store.kontr, practice_store.knie
    assert [tuple(row) for row in repeated] == [(ids[0], 1, -knie), (ids[1], 1, kontr), (ids[3], 2, kontr)]


def test_nothing_of_them_stays_where_one_is_refused(practice_store: SmallPractice) -> None:
    put_in(practice_store)
    before = practice_store.store.status().counts
    taken = EntryRow(appointment(practice_store, NINE + DAY), "", "", "")
    free = EntryRow(appointment(practice_store, NINE + 2 * DAY), "", "", "")
    with pytest.raises(OverlapRefused), practice_store.store.write() as connection:
        insert_entries(connection, None, [free, taken], NOW)
    keyed = replace(free, key=RequestKey("k0", "other"))
    with pytest.raises(KeyTaken), practice_store.store.write() as connection:
        insert_entries(connection, None, [free, keyed], NOW)
    assert practice_store.store.status().counts == before


def test_as_many_statements_for_a_hundred_as_for_one(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    counts = []
    for number in (1, 100):
        rows = [
            EntryRow(appointment(practice_store, NINE + (number + day) * DAY), "", "", "")
            for day in range(number)
        ]
        with practice_store.store.write() as connection:
            statements.clear()
            insert_entries(connection, None, rows, NOW)
            counts.append(len(statements))
    assert counts == [2, 2]


def test_all_move_together_or_it_is_said(practice_store: SmallPractice) -> None:
    _, ids = put_in(practice_store)
    moved = [appointment(practice_store, NINE + (3 + day) * DAY) for day in range(2)]
    rows = [
        EntryRow(wish, "neu", "", "", id=id_, version=1) for wish, id_ in zip(moved, ids[1:3], strict=True)
    ]
    with practice_store.store.write() as connection:
        assert not update_entries(connection, [rows[0], replace(rows[1], version=7)], Change.MOVED, NOW)
        connection.rollback()
    with practice_store.store.write() as connection:
        assert update_entries(connection, rows, Change.MOVED, NOW)
        replace_all_allocations(
            connection, [(id_, wish.allocations) for wish, id_ in zip(moved, ids[1:3], strict=True)]
        )
    with practice_store.store.read() as connection:
        entries = queries.entries_by_id(connection, ids[1:3])
    assert [each.span for each in entries] == [wish.span for wish in moved]
    assert [each.allocations for each in entries] == [wish.allocations for wish in moved]
    assert [(each.version, each.note) for each in entries] == [(2, "neu")] * 2


def test_those_released_are_guarded_no_longer(practice_store: SmallPractice) -> None:
    _, ids = put_in(practice_store)
    with practice_store.store.write() as connection:
        release_all(connection, ids[:2])
    with practice_store.store.read() as connection:
        entries = {each.id: each for each in queries.entries_by_id(connection, ids)}
    assert [any(part.blocking for part in entries[id_].allocations) for id_ in ids] == [False] * 4
