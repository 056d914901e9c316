"""The database's rule against double booking, beside a definition anybody can read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import Connection, Executable, delete, insert, update
from sqlalchemy.exc import IntegrityError

from praxidesk.models import writes
from praxidesk.models.faults import OverlapRefused, translated
from praxidesk.models.tables import allocation
from tests.models.bookings import NINE, appointment, put
from tests.small_practice import SmallPractice, put_into
from tests.stores import DIALECTS, Stores

LONGEST_MINUTES = 25 * 60


@dataclass(frozen=True, slots=True)
class Row:
    """An allocation as far as the rule looks at it, in minutes."""

    actor: str
    start: int
    end: int
    blocking: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Put the row in, or in the place of the n-th one, or take that away."""

    kind: str
    row: Row
    place: int


def may_stand(rows: list[Row]) -> bool:
    """The definition: no two blocking rows of one actor share a minute."""
    taken: set[tuple[str, int]] = set()
    for row in rows:
        if row.blocking:
            minutes = {(row.actor, minute) for minute in range(row.start, row.end)}
            if taken & minutes:
                return False
            taken |= minutes
    return True


starts = some.integers(0, 40) | some.integers(0, 3 * LONGEST_MINUTES)
lengths = some.integers(1, 12) | some.integers(LONGEST_MINUTES - 3, LONGEST_MINUTES)
rows = some.builds(
    lambda actor, start, length, blocking: Row(actor, start, start + length, blocking),
    some.sampled_from(["WEB", "R1"]),
    starts,
    lengths,
    some.sampled_from([True, True, True, False]),
)
steps = some.lists(
    some.builds(Step, some.sampled_from(["put", "put", "change", "take"]), rows, some.integers(0, 5)),
    min_size=1,
    max_size=12,
)


@pytest.fixture(scope="module", params=DIALECTS)
def practice(stores: Stores, request: pytest.FixtureRequest) -> Iterator[SmallPractice]:
    """One for all examples, each of which is rolled back."""
    with stores.new(request.param) as store:
        yield put_into(store)


def columns(practice: SmallPractice, row: Row) -> dict[str, object]:
    return {
        "actor_id": practice.actors[row.actor],
        "starts_at": NINE + row.start * 60,
        "ends_at": NINE + row.end * 60,
        "blocking": row.blocking,
    }


def accepted(connection: Connection, statement: Executable) -> bool:
    """Whether the database does it; what it refuses it leaves as it was."""
    try:
        with connection.begin_nested():
            connection.execute(statement)
    except IntegrityError as error:
        if isinstance(translated(error), OverlapRefused):
            return False
        raise
    return True


@settings(max_examples=60)
@given(steps=steps)
def test_the_database_accepts_exactly_what_may_stand(practice: SmallPractice, steps: list[Step]) -> None:
    with practice.store.write() as connection:
        entry = put_in(connection, practice)
        stored: dict[int, Row] = {}
        for number, step in enumerate(steps):
            places = list(stored)
            place = places[step.place % len(places)] if places else None
            if step.kind == "put" or place is None:
                fixed = {"id": 1_000 + number, "entry_id": entry, "role": "practitioner", "own_part": False}
                wanted = stored | {1_000 + number: step.row}
                statement: Executable = insert(allocation).values(fixed | columns(practice, step.row))
            elif step.kind == "change":
                wanted = stored | {place: step.row}
                statement = (
                    update(allocation).where(allocation.c.id == place).values(columns(practice, step.row))
                )
            else:
                wanted = {each: row for each, row in stored.items() if each != place}
                statement = delete(allocation).where(allocation.c.id == place)
            assert accepted(connection, statement) == may_stand(list(wanted.values()))
            if may_stand(list(wanted.values())):
                stored = wanted
        connection.rollback()


def put_in(connection: Connection, practice: SmallPractice) -> int:
    """An entry that the rows belong to, without any of its own."""
    bare = replace(appointment(practice), allocations=())
    return writes.insert_entry(connection, bare, note="", reason="", override_reason="", key=None, now=NINE)


def test_the_definition_itself_tells_apart() -> None:
    row = Row("WEB", 0, 10, blocking=True)
    assert may_stand([row, replace(row, start=10, end=20)])
    assert not may_stand([row, replace(row, start=9, end=20)])
    assert may_stand([row, replace(row, blocking=False)])
    assert may_stand([row, replace(row, actor="R1")])


def test_what_stands_is_found_by_the_definition_too(practice_store: SmallPractice) -> None:
    """Entries put in side by side leave no shared minute in the store."""
    put(practice_store, appointment(practice_store), appointment(practice_store, NINE + 600))
    with practice_store.store.read() as connection:
        found = connection.exec_driver_sql("SELECT actor_id, starts_at, ends_at, blocking FROM allocation")
        stored = [
            Row(str(actor), (start - NINE) // 60, (end - NINE) // 60, bool(blocking))
            for actor, start, end, blocking in found
        ]
    assert len(stored) == 6
    assert may_stand(stored)
