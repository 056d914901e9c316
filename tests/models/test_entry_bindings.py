"""What binds an entry to others and a place to its group: stored, changed and loaded."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.outcomes import Change
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryId, Role, SeriesId, Status
from praxidesk.models import queries, writes
from praxidesk.models.store import RuleBroken
from praxidesk.models.tables import series
from tests.models.bookings import NINE, NOW, appointment, put
from tests.models.every_rule import put_every_rule
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog

DAY = date(2026, 11, 23)


def one(practice: SmallPractice, id_: EntryId) -> Entry:
    with practice.store.read() as connection:
        found = queries.entry(connection, id_)
    assert found is not None
    return found


def stored_series(practice: SmallPractice) -> SeriesId:
    row = {
        "kind": "series",
        "starts_local": "2026-11-23T09:00:00",
        "timezone": "Europe/Berlin",
        "rule": "{}",
    }
    with practice.store.write() as connection:
        return SeriesId(connection.execute(insert(series).values(row).returning(series.c.id)).scalar_one())


def bound(practice: SmallPractice, series_: SeriesId | None, day: date | None) -> EntryId:
    with practice.store.write() as connection:
        return writes.insert_entry(
            connection,
            appointment(practice),
            note="",
            reason="",
            override_reason="",
            key=None,
            now=NOW,
            series=series_,
            series_day=day,
        )


def test_an_entry_knows_its_series_and_the_day_it_had_there(practice_store: SmallPractice) -> None:
    its = stored_series(practice_store)
    entry = one(practice_store, bound(practice_store, its, DAY))
    assert (entry.series, entry.series_day, entry.is_exception) == (its, DAY, False)
    plain = one(practice_store, put(practice_store, appointment(practice_store, NINE + 3600)))
    assert (plain.series, plain.series_day, plain.is_exception) == (None, None, False)


def test_what_is_changed_by_itself_becomes_an_exception(practice_store: SmallPractice) -> None:
    id_ = bound(practice_store, stored_series(practice_store), DAY)
    with practice_store.store.write() as connection:
        assert writes.update_entry(connection, id_, 1, change=Change.MOVED, now=NOW, is_exception=True)
        assert writes.update_entry(connection, id_, 2, change=Change.MOVED, now=NOW, note="bleibt eine")
    entry = one(practice_store, id_)
    assert (entry.is_exception, entry.series_day, entry.note) == (True, DAY, "bleibt eine")


def test_a_day_of_no_series_is_refused(practice_store: SmallPractice) -> None:
    with pytest.raises(RuleBroken, match="ck_entry_series_day"):
        bound(practice_store, None, DAY)


def in_group(practice: SmallPractice, ids: dict[str, ActorId]) -> tuple[Allocation, ...]:
    return (
        Allocation(practice.actors["WEB"], Role.PRACTITIONER, NINE, NINE + 10 * MINUTE),
        Allocation(ids["INF1"], Role.ROOM, NINE, NINE + 15 * MINUTE, seat=ids["INF"], turnover=5),
    )


def test_a_seat_and_a_turnover_come_back(practice_store: SmallPractice, statements: StatementLog) -> None:
    ids = put_every_rule(practice_store.store)
    seated = replace(appointment(practice_store, people="WEB"), allocations=in_group(practice_store, ids))
    id_ = put(practice_store, seated)
    assert one(practice_store, id_).allocations == seated.allocations
    elsewhere = (
        seated.allocations[0],
        replace(seated.allocations[1], actor=ids["INF2"], turnover=0, ends_at=NINE + 10 * MINUTE),
    )
    with practice_store.store.write() as connection:
        writes.replace_allocations(connection, id_, elsewhere)
    assert one(practice_store, id_).allocations == elsewhere


@pytest.mark.parametrize("status", [Status.BOOKED, Status.PENDING, Status.CANCELLED])
def test_what_an_allocation_repeats_is_written_at_once(practice_store: SmallPractice, status: Status) -> None:
    """On SQLite the trigger that would put it right finds nothing to do."""
    with practice_store.store.write() as connection:
        if practice_store.store.dialect == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER allocation_in_step")
        id_ = writes.insert_entry(
            connection,
            appointment(practice_store, status=status, blocking=False),
            note="",
            reason="",
            override_reason="",
            key=None,
            now=NOW,
        )
        writes.replace_allocations(connection, id_, appointment(practice_store, blocking=False).allocations)
        rows = connection.exec_driver_sql("SELECT DISTINCT occupancy, service FROM allocation").all()
        occupancy = {Status.BOOKED: 1, Status.PENDING: 2, Status.CANCELLED: 0}[status]
        assert [tuple(row) for row in rows] == [(occupancy, practice_store.kontr)]
