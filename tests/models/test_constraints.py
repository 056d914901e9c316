"""Every rule of the tables, broken on purpose on both dialects: right rows, with one thing wrong."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Table, UniqueConstraint, insert, text, update

from praxidesk.models.store import KeyTaken, NumberTaken, OverlapRefused, RuleBroken, Store
from praxidesk.models.tables import METADATA
from tests.models.bookings import NINE
from tests.stores import DIALECTS, Stores

T = METADATA.tables
HOUR = 3600

ROWS: Mapping[str, Mapping[str, Any]] = {
    "practice": {"id": 1, "version": 1},
    "site": {"id": 1, "code": "M", "name": "", "timezone": "Europe/Berlin", "holidays": ""},
    "actor": {
        "id": 1,
        "kind": "practitioner",
        "code": "WEB",
        "name": "",
        "specialty": "",
        "category": "",
        "roles": "surgeon assistant",
        "colour": None,
        "active": True,
    },
    "patient": {
        "actor_id": 2,
        "number": "P-1",
        "family": "",
        "given": "",
        "birth_date": "1984-02-29",
        "sex": "",
        "phone": "",
        "email": "",
        "note": "",
        "family_key": "",
        "given_key": "",
    },
    "patient_word": {"word": "a", "actor_id": 2},
    "weekly_window": {
        "id": 1,
        "site_id": 1,
        "actor_id": None,
        "purpose": "hours",
        "weekday": 0,
        "from_minute": 0,
        "to_minute": 1440,
    },
    "absence": {
        "id": 1,
        "site_id": None,
        "actor_id": 1,
        "starts_local": "2026-12-24T00:00:00",
        "ends_local": "2026-12-25T00:00:00",
        "reason": "",
    },
    "day_exception": {
        "id": 1,
        "site_id": 1,
        "actor_id": None,
        "day": "2026-12-24",
        "from_minute": 60,
        "to_minute": 120,
    },
    "appointment_type": {
        "id": 1,
        "code": "K",
        "name": "",
        "minutes": 10,
        "colour": "teal",
        "buffer_before": 0,
        "buffer_after": 0,
    },
    "procedure": {
        "id": 1,
        "code": "K",
        "name": "",
        "setup_minutes": 0,
        "surgery_minutes": 1,
        "closing_minutes": 0,
        "cleaning_minutes": 0,
        "colour": "teal",
        "buffer_before": 0,
        "buffer_after": 0,
    },
    "need": {
        "id": 1,
        "type_id": None,
        "procedure_id": 1,
        "position": 0,
        "role": "surgeon",
        "specialty": None,
        "category": None,
        "phases": "surgery closing",
    },
    "need_member": {"need_id": 1, "position": 0, "actor_id": 1},
    "policy": {"kind": "absent", "severity": "warning"},
    "setting": {"name": "a", "value": ""},
    "series": {
        "id": 1,
        "kind": "weekly",
        "starts_local": "2026-12-24T09:00:00",
        "timezone": "Europe/Berlin",
        "rule": "",
    },
    "entry": {
        "id": 1,
        "version": 1,
        "kind": "appointment",
        "status": "booked",
        "starts_at": NINE,
        "ends_at": NINE + HOUR,
        "type_id": 1,
        "procedure_id": None,
        "setup_minutes": None,
        "surgery_minutes": None,
        "closing_minutes": None,
        "cleaning_minutes": None,
        "patient_id": 2,
        "series_id": 1,
        "note": "",
        "reason": "",
        "override_reason": "",
        "last_change": "booked",
        "changed_at": NINE,
        "request_key": "k",
        "request_fingerprint": "f",
    },
    "allocation": {
        "id": 1,
        "entry_id": 1,
        "actor_id": 1,
        "role": "practitioner",
        "starts_at": NINE,
        "ends_at": NINE + HOUR,
        "blocking": True,
        "own_part": False,
    },
    "entry_change": {
        "id": 5,
        "entry_id": 1,
        "version": 5,
        "change": "moved",
        "status": "booked",
        "starts_at": NINE,
        "ends_at": NINE + HOUR,
        "changed_at": NINE,
        "request_key": "other",
        "request_fingerprint": "f",
    },
}
"""One right row for each table; together they refer to each other."""

OPERATION = {
    "kind": "operation",
    "type_id": None,
    "procedure_id": 1,
    "setup_minutes": 0,
    "surgery_minutes": 60,
    "closing_minutes": 0,
    "cleaning_minutes": 0,
}
BROKEN: list[tuple[str, str, Mapping[str, Any]]] = [
    ("practice", "single", {"id": 2}),
    ("practice", "version", {"id": 1, "version": 0}),
    ("site", "code", {"code": ""}),
    ("site", "timezone", {"timezone": ""}),
    ("actor", "kind", {"kind": "nurse", "roles": ""}),
    ("actor", "code", {"code": None}),
    ("actor", "code", {"kind": "patient", "roles": ""}),
    ("actor", "code_length", {"code": ""}),
    ("actor", "code_length", {"code": "c" * 65}),
    ("actor", "practitioner", {"kind": "room"}),
    ("actor", "practitioner", {"kind": "device", "roles": "", "specialty": "surgery"}),
    ("actor", "category", {"category": "consulting"}),
    ("actor", "roles", {"roles": "surgeon nurse"}),
    ("actor", "roles", {"roles": "room"}),
    ("actor", "colour", {"colour": "pink"}),
    ("actor", "active_flag", {"active": 2}),
    ("patient", "number", {"number": ""}),
    ("patient", "number", {"number": "P" * 65}),
    ("patient", "birth_date", {"birth_date": "29.2.1984"}),
    ("patient", "sex", {"sex": "w"}),
    ("patient_word", "word", {"word": ""}),
    ("weekly_window", "one_owner", {"actor_id": 1}),
    ("weekly_window", "one_owner", {"site_id": None}),
    ("weekly_window", "purpose", {"purpose": "lunch"}),
    ("weekly_window", "weekday", {"weekday": 7}),
    ("weekly_window", "weekday", {"weekday": -1}),
    ("weekly_window", "minutes", {"from_minute": -1}),
    ("weekly_window", "minutes", {"from_minute": 60, "to_minute": 60}),
    ("weekly_window", "minutes", {"to_minute": 1441}),
    ("absence", "one_owner", {"site_id": 1}),
    ("absence", "form", {"starts_local": "2026-12-24"}),
    ("absence", "order", {"ends_local": "2026-12-24T00:00:00"}),
    ("day_exception", "one_owner", {"site_id": None}),
    ("day_exception", "day", {"day": "24.12.26"}),
    ("day_exception", "window", {"to_minute": None}),
    ("day_exception", "minutes", {"from_minute": 120}),
    ("appointment_type", "code", {"code": ""}),
    ("appointment_type", "minutes", {"minutes": 0}),
    ("appointment_type", "minutes", {"minutes": 1501}),
    ("appointment_type", "colour", {"colour": "pink"}),
    ("appointment_type", "buffers", {"buffer_after": -1}),
    ("procedure", "code", {"code": ""}),
    ("procedure", "phases", {"setup_minutes": -1, "surgery_minutes": 10}),
    ("procedure", "minutes", {"surgery_minutes": 0}),
    ("procedure", "minutes", {"surgery_minutes": 1501}),
    ("procedure", "colour", {"colour": "pink"}),
    ("procedure", "buffers", {"buffer_before": -1}),
    ("need", "one_owner", {"type_id": 1, "phases": ""}),
    ("need", "one_owner", {"procedure_id": None}),
    ("need", "role", {"role": "patient"}),
    ("need", "one_choice", {"specialty": "a", "category": "b"}),
    ("need", "phases", {"phases": "surgery waiting"}),
    ("need", "phases_of_operations", {"type_id": 1, "procedure_id": None}),
    ("policy", "severity", {"severity": "maybe"}),
    ("policy", "always_blocking", {"kind": "room_busy"}),
    ("setting", "name", {"name": ""}),
    ("series", "kind", {"kind": ""}),
    ("series", "starts_local", {"starts_local": "2026-12-24"}),
    ("series", "timezone", {"timezone": ""}),
    ("entry", "order", {"ends_at": NINE}),
    ("entry", "order", {"ends_at": NINE - 60}),
    ("entry", "length", {"ends_at": NINE + 25 * HOUR + 1}),
    ("entry", "version", {"version": 0}),
    ("entry", "status", {"status": "maybe"}),
    ("entry", "last_change", {"last_change": "painted"}),
    ("entry", "what", {"kind": "party"}),
    ("entry", "what", {"type_id": None}),
    ("entry", "what", {"procedure_id": 1}),
    ("entry", "what", {"kind": "blockout", "type_id": None}),
    ("entry", "has_setup", {"setup_minutes": 10}),
    ("entry", "has_surgery", {"surgery_minutes": 0}),
    ("entry", "has_closing", {"closing_minutes": 10}),
    ("entry", "has_cleaning", {"cleaning_minutes": 10}),
    ("entry", "has_setup", OPERATION | {"setup_minutes": None}),
    ("entry", "has_cleaning", OPERATION | {"cleaning_minutes": None}),
    ("entry", "phases", OPERATION | {"closing_minutes": -1}),
    ("entry", "note", {"note": "n" * 20_001}),
    ("entry", "request", {"request_fingerprint": None}),
    ("entry", "request_key", {"request_key": ""}),
    ("entry", "request_key", {"request_key": "k" * 201}),
    ("allocation", "order", {"ends_at": NINE}),
    ("allocation", "length", {"starts_at": NINE + 48 * HOUR, "ends_at": NINE + 73 * HOUR + 1}),
    ("allocation", "role", {"role": "nurse"}),
    ("allocation", "blocking_flag", {"blocking": 2}),
    ("allocation", "own_part_flag", {"own_part": -1}),
]
DANGLING = [
    ("patient", "actor_id"),
    ("patient_word", "actor_id"),
    ("weekly_window", "site_id"),
    ("absence", "actor_id"),
    ("day_exception", "site_id"),
    ("need", "procedure_id"),
    ("need_member", "need_id"),
    ("need_member", "actor_id"),
    ("entry", "type_id"),
    ("entry", "patient_id"),
    ("entry", "series_id"),
    ("allocation", "entry_id"),
    ("allocation", "actor_id"),
    ("entry_change", "entry_id"),
]
SAME_AGAIN: list[tuple[str, Mapping[str, Any], tuple[str, ...]]] = [
    ("site", {"id": 9}, ("code",)),
    ("actor", {"id": 9}, ("code",)),
    ("appointment_type", {"id": 9}, ("code",)),
    ("procedure", {"id": 9}, ("code",)),
    ("need", {"id": 9}, ("procedure_id", "position")),
    ("need_member", {"position": 9}, ("need_id", "actor_id")),
    ("entry_change", {"id": 9, "request_key": None}, ("entry_id", "version")),
]


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


def fill(store: Store) -> None:
    with store.write() as connection:
        for table in METADATA.sorted_tables:
            if table.name == "practice":
                continue
            if table.name == "patient":
                patient = dict(ROWS["actor"], id=2, kind="patient", code=None, roles="")
                connection.execute(insert(T["actor"]).values(patient))
            connection.execute(insert(table).values(ROWS[table.name]))


def new_row(table: Table, change: Mapping[str, Any]) -> dict[str, Any]:
    """The right row under a new key and without what must be unique, then changed."""
    row = dict(ROWS[table.name])
    fresh = {"id": 90, "code": "NEW", "number": "P-90", "name": "new", "position": 90, "word": "new"}
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
    if table in {"practice", "patient"}:
        return  # there is room for one row only; it is there
    with guarded_store.write() as connection:
        change = {"actor_id": 2} if table == "need_member" else {}
        if table == "entry_change":
            change = {"version": 9}
        connection.exec_driver_sql(literal_insert(T[table], new_row(T[table], change)))
        connection.rollback()


@pytest.mark.parametrize(("table", "rule", "change"), BROKEN, ids=lambda value: str(value)[:40])
def test_a_wrong_row_is_refused_by_its_rule(
    guarded_store: Store, table: str, rule: str, change: Mapping[str, Any]
) -> None:
    flags = {"active_flag", "blocking_flag", "own_part_flag"}
    if rule in flags and guarded_store.dialect == "postgresql":
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
    assert broken | {"uq_patient_number", "uq_need_type_id_position"} == {
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


def test_one_actor_twice_in_one_statement_is_refused_too(full_store: Store) -> None:
    rows = [
        dict(ROWS["allocation"], id=id_, starts_at=NINE + 5 * HOUR, ends_at=NINE + 6 * HOUR) for id_ in (8, 9)
    ]
    with pytest.raises(OverlapRefused), full_store.write() as connection:
        connection.execute(insert(T["allocation"]).values(rows))
