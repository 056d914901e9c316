"""What an allocation repeats of its entry, and who is a group: right whatever anybody writes."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from praxidesk.engine.vocabulary import Status
from praxidesk.models.store import RuleBroken, Store, StoreUnavailable
from tests.models.bookings import NINE
from tests.models.right_rows import GROUP, HOUR, ROWS, T, fill

OPERATION: dict[str, Any] = {"kind": "operation", "type_id": None, "procedure_id": 1} | dict.fromkeys(
    ("setup_minutes", "surgery_minutes", "closing_minutes", "cleaning_minutes"), 5
)
BLOCKOUT: dict[str, Any] = {"kind": "blockout", "type_id": None, "procedure_id": None, "patient_id": None}
PLACE = {"kind": "room", "roles": "", "specialty": ""}


@pytest.fixture
def full_store(store: Store) -> Store:
    """One row in every table, and a second entry, cancelled, for an operation."""
    fill(store)
    other = {"id": 2, "status": "cancelled", "request_key": None, "request_fingerprint": None}
    with store.write() as connection:
        connection.execute(insert(T["entry"]).values(dict(ROWS["entry"]) | OPERATION | other))
    return store


def repeated(store: Store) -> list[tuple[int, int]]:
    """Occupancy and service of all allocations."""
    with store.read() as connection:
        rows = select(T["allocation"].c.occupancy, T["allocation"].c.service).order_by(T["allocation"].c.id)
        return [(occupancy, service) for occupancy, service in connection.execute(rows)]


def changed(store: Store, **values: Any) -> None:
    """The one entry's next version."""
    entry = T["entry"]
    with store.write() as connection:
        step = {"version": entry.c.version + 1, "request_key": None, "request_fingerprint": None}
        connection.execute(update(entry).where(entry.c.id == 1).values(step | values))


@pytest.mark.parametrize("status", Status)
def test_a_status_says_how_much_its_allocations_occupy(full_store: Store, status: Status) -> None:
    changed(full_store, status=status.value)
    expected = 1 if status.occupies else 2 if status.is_tentative else 0
    assert repeated(full_store) == [(expected, 1)]
    row = dict(ROWS["allocation"], id=9, starts_at=NINE + HOUR, ends_at=NINE + 2 * HOUR)
    with full_store.write() as connection:
        connection.execute(insert(T["allocation"]).values(row))
    assert repeated(full_store) == [(expected, 1)] * 2


@pytest.mark.parametrize(
    ("other", "service"),
    [pytest.param(OPERATION, -1, id="a procedure"), pytest.param(BLOCKOUT, 0, id="nothing at all")],
)
def test_a_change_of_what_it_is_for_reaches_its_allocations(
    full_store: Store, other: Mapping[str, Any], service: int
) -> None:
    changed(full_store, **other)
    assert repeated(full_store) == [(1, service)]


@pytest.mark.parametrize(
    "lie", [{"occupancy": 0}, {"occupancy": 2}, {"service": 5}, {"service": 0, "occupancy": 0}]
)
def test_nobody_gets_them_out_of_step(full_store: Store, lie: Mapping[str, int]) -> None:
    allocation = T["allocation"]
    with full_store.write() as connection:
        connection.execute(update(allocation).values(lie))
    assert repeated(full_store) == [(1, 1)]
    row = dict(ROWS["allocation"], id=9, starts_at=NINE + HOUR, ends_at=NINE + 2 * HOUR) | dict(lie)
    with full_store.write() as connection:
        connection.execute(insert(allocation).values(row))
    assert repeated(full_store) == [(1, 1)] * 2
    with full_store.write() as connection:
        connection.execute(update(allocation).values(dict(lie) | {"role": "surgeon"}))
        connection.execute(update(allocation).where(allocation.c.id == 9).values(entry_id=2))
    assert repeated(full_store) == [(1, 1), (0, -1)]
    with full_store.write() as connection:
        connection.execute(delete(allocation).where(allocation.c.id == 1))
        connection.execute(update(allocation).values(entry_id=1))
    assert repeated(full_store) == [(1, 1)]


def test_entry_and_allocation_of_one_transaction_agree(full_store: Store) -> None:
    row = dict(ROWS["allocation"], id=9, starts_at=NINE + HOUR, ends_at=NINE + 2 * HOUR)
    with full_store.write() as connection:
        connection.execute(insert(T["allocation"]).values(row))
        connection.execute(
            update(T["entry"])
            .where(T["entry"].c.id == 1)
            .values(version=2, status="waitlist", request_key=None, request_fingerprint=None)
        )
    assert repeated(full_store) == [(2, 1)] * 2


def written(store: Store, statement: Any) -> None:
    with store.write() as connection:
        connection.execute(statement)


def member(**values: Any) -> dict[str, Any]:
    return dict(ROWS["actor"], id=9, code="P1") | PLACE | values


def test_a_group_itself_is_never_taken(full_store: Store) -> None:
    allocation = T["allocation"]
    row = dict(ROWS["allocation"], id=9, actor_id=GROUP, role="room")
    with pytest.raises(RuleBroken, match="allocation_of_group"):
        written(full_store, insert(allocation).values(row))
    with pytest.raises(RuleBroken, match="allocation_of_group"):
        written(full_store, update(allocation).values(actor_id=GROUP))


def test_a_place_is_booked_through_a_group_only(full_store: Store) -> None:
    allocation = T["allocation"]
    written(full_store, update(allocation).values(group_id=GROUP))
    for nobody in (1, 2):
        with pytest.raises(RuleBroken, match="allocation_of_group"):
            written(full_store, update(allocation).values(group_id=nobody))
        row = dict(ROWS["allocation"], id=9, starts_at=NINE + HOUR, ends_at=NINE + 2 * HOUR, group_id=nobody)
        with pytest.raises(RuleBroken, match="allocation_of_group"):
            written(full_store, insert(allocation).values(row))


def test_a_member_is_of_the_groups_kind_and_no_group(full_store: Store) -> None:
    actor = T["actor"]
    written(full_store, insert(actor).values(member(group_id=GROUP)))
    for wrong in (
        {"kind": "device", "group_id": GROUP},
        {"kind": "practitioner", "group_id": GROUP},
        {"group_id": 9},
        {"group_id": 1},
        {"group_id": 77},
    ):
        with pytest.raises(RuleBroken, match="actor_in_group"):
            written(full_store, insert(actor).values(member(id=10, code="P2") | wrong))
    with pytest.raises(RuleBroken, match="actor_in_group"):
        written(full_store, update(actor).where(actor.c.id == 1).values(group_id=GROUP))
    with pytest.raises(RuleBroken, match="ck_actor_group_id"):
        written(full_store, insert(actor).values(member(id=10, code="P2", is_group=True, group_id=GROUP)))


@pytest.mark.parametrize("change", [{"kind": "device"}, {"is_group": True}])
def test_what_somebody_is_stays(full_store: Store, change: Mapping[str, Any]) -> None:
    actor = T["actor"]
    written(full_store, insert(actor).values(member()))
    with pytest.raises(RuleBroken, match="actor_kind_final"):
        written(full_store, update(actor).where(actor.c.id == 9).values(change))
    with pytest.raises(RuleBroken, match="actor_kind_final"):
        written(full_store, update(actor).where(actor.c.id == GROUP).values(is_group=False))
    written(full_store, update(actor).where(actor.c.id == 9).values(kind="room", is_group=False, name="x"))


@pytest.mark.parametrize("dialect", ["postgresql"])
def test_a_status_waits_for_those_just_taken(full_store: Store) -> None:
    """Else it would pass by an allocation that is not committed yet."""
    row = dict(ROWS["allocation"], id=9, starts_at=NINE + HOUR, ends_at=NINE + 2 * HOUR)
    step = {"version": 2, "status": "cancelled", "request_key": None, "request_fingerprint": None}

    def cancel() -> None:
        with full_store.write() as other:
            other.exec_driver_sql("SET LOCAL lock_timeout = '50ms'")
            other.execute(update(T["entry"]).where(T["entry"].c.id == 1).values(step))

    with full_store.write() as connection:
        connection.execute(insert(T["allocation"]).values(row))
        with pytest.raises(StoreUnavailable, match="holds the rows"):
            cancel()
    cancel()
    assert repeated(full_store) == [(0, 1)] * 2
