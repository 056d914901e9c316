"""Every rule of the tables, broken on purpose on both dialects: right rows, with one thing wrong."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Table, UniqueConstraint, insert, text, update

from praxidesk.models.store import KeyTaken, NumberTaken, OverlapRefused, RuleBroken, Store
from praxidesk.models.tables import METADATA
from tests.models.bookings import NINE
from tests.models.right_rows import HOUR, ROWS, T, fill
from tests.models.wrong_rows import BROKEN, DANGLING, SAME_AGAIN
from tests.stores import DIALECTS, Stores

MEMBERS = {"actor_site", "need_member", "reservation_actor", "reservation_holder"}
"""Nobody is a member twice."""


@pytest.fixture
def full_store(store: Store) -> Store:
    """One row in every table."""
    fill(store)
    return store


@pytest.fixture(scope="module", params=DIALECTS)
def guarded_store(stores: Stores, request: pytest.FixtureRequest) -> Iterator[Store]:
    """The same, shared by tests after which it is as it was: what they write is refused or rolled back."""
    with stores.new(request.param) as store:
        fill(store)
        yield store


def new_row(table: Table, change: Mapping[str, Any]) -> dict[str, Any]:
    """The right row under a new key and without what must be unique, then changed."""
    row = dict(ROWS[table.name])
    fresh = {
        "id": 90,
        "code": "NEW",
        "number": "P-90",
        "name": "new",
        "position": 90,
        "word": "new",
        "login": "new",
    }
    row |= {name: value for name, value in fresh.items() if name in row}
    if table.name in {"entry", "entry_change"}:
        row |= {"request_key": "new"}
    if table.name == "allocation":
        row |= {"starts_at": NINE + 48 * HOUR, "ends_at": NINE + 49 * HOUR}
    if table.name == "policy":
        row |= {"kind": "on_break"}
    return row | dict(change)


def literal_insert(table: Table, row: Mapping[str, Any]) -> str:
    """With values written out, so that a driver's types stand in no rule's way."""

    def written(name: str, value: object) -> str:
        if value is None:
            return "NULL"
        if isinstance(value, str):
            return "'" + value.replace("'", "''") + "'"
        if isinstance(value, bool):
            return str(value).upper()
        return str(value)

    values = ", ".join(written(name, value) for name, value in row.items())
    return f"INSERT INTO {table.name} ({', '.join(row)}) VALUES ({values})"


@pytest.mark.parametrize("table", sorted(ROWS))
def test_a_right_row_is_accepted(guarded_store: Store, table: str) -> None:
    """Else the tests of wrong ones would prove nothing."""
    if table in {"practice", "patient", "journal_head", "journal_seal"}:
        return  # there is room for one row only, or for one a line; it is there
    with guarded_store.write() as connection:
        change: dict[str, int | str] = {"actor_id": 2} if table in MEMBERS else {}
        if table in {"entry_change", "milestone_change"}:
            change = {"version": 9}
        if table == "milestone":
            change = {"kind": "suture"}
        if table == "settled_request":
            change = {"key": "another"}
        connection.exec_driver_sql(literal_insert(T[table], new_row(T[table], change)))
        connection.rollback()


@pytest.mark.parametrize(("table", "rule", "change"), BROKEN, ids=lambda value: str(value)[:40])
def test_a_wrong_row_is_refused_by_its_rule(
    guarded_store: Store, table: str, rule: str, change: Mapping[str, Any]
) -> None:
    if rule.endswith("_flag") and guarded_store.dialect == "postgresql":
        pytest.skip("PostgreSQL's booleans hold nothing else")
    with pytest.raises(RuleBroken, match=f"ck_{table}_{rule}$"), guarded_store.write() as connection:
        connection.exec_driver_sql(literal_insert(T[table], new_row(T[table], change)))


def test_every_check_is_broken_once() -> None:
    broken = {f"ck_{table}_{rule}" for table, rule, _ in BROKEN}
    assert broken == {
        str(rule.name)
        for table in METADATA.tables.values()
        for rule in table.constraints
        if isinstance(rule, CheckConstraint)
    }


@pytest.mark.parametrize(("table", "column"), DANGLING)
def test_nothing_refers_to_what_is_not_there(guarded_store: Store, table: str, column: str) -> None:
    row = new_row(T[table], {column: 77})
    with pytest.raises(RuleBroken, match=r"FOREIGN KEY|fk_"), guarded_store.write() as connection:
        connection.exec_driver_sql(literal_insert(T[table], row))


@pytest.mark.parametrize(("table", "change", "columns"), SAME_AGAIN, ids=lambda value: str(value)[:30])
def test_what_is_unique_stays_so(
    guarded_store: Store, table: str, change: Mapping[str, Any], columns: tuple[str, ...]
) -> None:
    row = dict(ROWS[table]) | dict(change)
    name = f"uq_{table}_{'_'.join(columns)}"
    listed = ", ".join(f"{table}.{column}" for column in columns)
    with pytest.raises(RuleBroken, match=f"{name}|{listed}"), guarded_store.write() as connection:
        connection.exec_driver_sql(literal_insert(T[table], row))


def test_every_unique_rule_is_broken_once() -> None:
    broken = {f"uq_{table}_{'_'.join(columns)}" for table, _, columns in SAME_AGAIN}
    assert broken | {"uq_patient_number", "uq_need_type_id_position", "uq_quota_type_id_position"} == {
        str(rule.name)
        for table in METADATA.tables.values()
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint)
    }


def test_a_type_has_one_need_in_a_place(full_store: Store) -> None:
    for_type = {"type_id": 1, "procedure_id": None, "phases": ""}
    with full_store.write() as connection:
        connection.execute(insert(T["need"]).values(new_row(T["need"], for_type)))
    with pytest.raises(RuleBroken), full_store.write() as connection:
        connection.execute(insert(T["need"]).values(new_row(T["need"], for_type | {"id": 91})))


def test_a_patients_number_is_taken_once(full_store: Store) -> None:
    with pytest.raises(NumberTaken), full_store.write() as connection:
        connection.execute(insert(T["patient"]).values(dict(ROWS["patient"], actor_id=1)))


def test_a_request_key_is_taken_once(full_store: Store) -> None:
    with pytest.raises(KeyTaken), full_store.write() as connection:
        connection.execute(insert(T["entry"]).values(dict(ROWS["entry"], id=9)))


def test_entries_without_a_key_are_many(full_store: Store) -> None:
    with full_store.write() as connection:
        for id_ in (11, 12):
            row = dict(ROWS["entry"], id=id_, request_key=None, request_fingerprint=None)
            connection.execute(insert(T["entry"]).values(row))


@pytest.mark.parametrize("step", [0, 2, -1])
def test_an_entry_changes_from_version_to_version(full_store: Store, step: int) -> None:
    with pytest.raises(RuleBroken, match="entry_version_step"), full_store.write() as connection:
        connection.execute(update(T["entry"]).values(version=1 + step, note="other"))
    with full_store.write() as connection:
        connection.execute(update(T["entry"]).values(version=2, request_key="second"))


def test_every_version_of_an_entry_is_written_down(full_store: Store) -> None:
    with full_store.write() as connection:
        connection.execute(
            update(T["entry"]).values(
                version=2,
                status="cancelled",
                last_change="cancelled",
                changed_at=NINE + 5,
                starts_at=NINE + 60,
                request_key=None,
                request_fingerprint=None,
            )
        )
    columns = "version, change, status, starts_at, ends_at, changed_at, request_key, request_fingerprint"
    with full_store.read() as connection:
        lines = connection.execute(
            text(f"SELECT {columns} FROM entry_change WHERE version < 5 ORDER BY version")
        )
        assert [tuple(line) for line in lines] == [
            (1, "booked", "booked", NINE, NINE + HOUR, NINE, "k", "f"),
            (2, "cancelled", "cancelled", NINE + 60, NINE + HOUR, NINE + 5, None, None),
        ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry_change SET change = 'moved'",
        "DELETE FROM entry_change",
        "DELETE FROM entry_change WHERE id > 1",
    ],
)
def test_the_history_is_never_rewritten(full_store: Store, statement: str) -> None:
    with pytest.raises(RuleBroken, match="entry_change_final"), full_store.write() as connection:
        connection.execute(text(statement))


def test_an_entry_with_a_history_cannot_be_deleted(full_store: Store) -> None:
    with full_store.write() as connection:
        connection.execute(text("DELETE FROM allocation"))
    with pytest.raises(RuleBroken), full_store.write() as connection:
        connection.execute(text("DELETE FROM entry"))


OVERLAPS = [
    pytest.param(0, 60, True, id="the same time"),
    pytest.param(-30, 1, True, id="one minute into its start"),
    pytest.param(59, 90, True, id="its last minute"),
    pytest.param(10, 20, True, id="inside"),
    pytest.param(-10, 70, True, id="around"),
    pytest.param(-60, 0, False, id="right before"),
    pytest.param(60, 120, False, id="right after"),
    pytest.param(-1440, 60, True, id="from the day before, 25 hours long"),
    pytest.param(-1440, 0, False, id="all of the day before"),
]


@pytest.mark.parametrize(("first", "last", "clash"), OVERLAPS)
def test_no_two_blocking_rows_of_one_actor_share_time(
    full_store: Store, first: int, last: int, clash: bool
) -> None:
    row = dict(ROWS["allocation"], id=9, starts_at=NINE + first * 60, ends_at=NINE + last * 60)
    harmless: list[dict[str, Any]] = [{"blocking": False}, {"actor_id": 2}]
    for change in harmless:
        with full_store.write() as connection:
            connection.execute(insert(T["allocation"]).values(row | change))
            connection.rollback()
    if clash:
        with pytest.raises(OverlapRefused), full_store.write() as connection:
            connection.execute(insert(T["allocation"]).values(row))
    with full_store.write() as connection:
        connection.execute(insert(T["allocation"]).values(row | {"blocking": False}))
    if clash:
        with pytest.raises(OverlapRefused), full_store.write() as connection:
            connection.execute(update(T["allocation"]).values(blocking=True))
    else:
        with full_store.write() as connection:
            connection.execute(update(T["allocation"]).values(blocking=True))


def test_moving_a_row_into_another_is_refused_and_onto_itself_is_not(full_store: Store) -> None:
    allocation = T["allocation"]
    with full_store.write() as connection:
        later = dict(ROWS["allocation"], id=9, starts_at=NINE + HOUR, ends_at=NINE + 2 * HOUR)
        connection.execute(insert(allocation).values(later))
    with full_store.write() as connection:
        connection.execute(update(allocation).where(allocation.c.id == 9).values(ends_at=NINE + 3 * HOUR))
    for starts_at in (NINE + HOUR - 1, NINE):
        with pytest.raises(OverlapRefused), full_store.write() as connection:
            connection.execute(update(allocation).where(allocation.c.id == 9).values(starts_at=starts_at))


def test_a_row_of_25_hours_is_guarded_to_its_last_minute(full_store: Store) -> None:
    allocation = T["allocation"]
    long = dict(ROWS["allocation"], id=8, starts_at=NINE + 10 * HOUR, ends_at=NINE + 35 * HOUR)
    late = dict(long, id=9, starts_at=long["ends_at"] - 60, ends_at=long["ends_at"])
    with full_store.write() as connection:
        connection.execute(insert(allocation).values(long))
    with pytest.raises(OverlapRefused), full_store.write() as connection:
        connection.execute(insert(allocation).values(late))
    with full_store.write() as connection:
        connection.execute(insert(allocation).values(late | {"blocking": False}))
    with pytest.raises(OverlapRefused), full_store.write() as connection:
        connection.execute(update(allocation).where(allocation.c.id == 9).values(blocking=True))


def test_giving_a_row_to_somebody_who_is_taken_is_refused(full_store: Store) -> None:
    allocation = T["allocation"]
    with full_store.write() as connection:
        connection.execute(insert(allocation).values(dict(ROWS["allocation"], id=9, actor_id=2)))
    taken = ROWS["allocation"]["actor_id"]
    with pytest.raises(OverlapRefused), full_store.write() as connection:
        connection.execute(update(allocation).where(allocation.c.id == 9).values(actor_id=taken))


def test_one_actor_twice_in_one_statement_is_refused_too(full_store: Store) -> None:
    rows = [
        dict(ROWS["allocation"], id=id_, starts_at=NINE + 5 * HOUR, ends_at=NINE + 6 * HOUR) for id_ in (8, 9)
    ]
    with pytest.raises(OverlapRefused), full_store.write() as connection:
        connection.execute(insert(T["allocation"]).values(rows))
