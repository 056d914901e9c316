"""What people and reporting tools read."""

from praxidesk.models.store import Store
from tests.models.bookings import NINE, appointment, operation, put
from tests.small_practice import SmallPractice


def rows(store: Store, statement: str) -> list[tuple[object, ...]]:
    with store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def test_entries_are_readable(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store), note="Notiz")
    put(practice_store, operation(practice_store, NINE + 3600))
    put(practice_store, appointment(practice_store, NINE + 86_400, people="KOC"))
    columns = "kind, status, starts_at, ends_at, type, procedure, patient_number, family, note"
    assert rows(practice_store.store, f"SELECT {columns} FROM readable_entry ORDER BY id") == [
        (
            "appointment",
            "booked",
            "2026-11-23T08:00:00Z",
            "2026-11-23T08:10:00Z",
            "KONTR",
            None,
            "P-1001",
            "Müller-Öztürk",
            "Notiz",
        ),
        (
            "operation",
            "booked",
            "2026-11-23T09:00:00Z",
            "2026-11-23T10:30:00Z",
            None,
            "KNIE-ASK",
            "P-1001",
            "Müller-Öztürk",
            "",
        ),
        (
            "appointment",
            "booked",
            "2026-11-24T08:00:00Z",
            "2026-11-24T08:10:00Z",
            "KONTR",
            None,
            None,
            None,
            "",
        ),
    ]


def test_allocations_are_readable(practice_store: SmallPractice) -> None:
    put(practice_store, operation(practice_store))
    columns = "actor_kind, actor, role, starts_at, ends_at"
    assert rows(practice_store.store, f"SELECT {columns} FROM readable_allocation ORDER BY id") == [
        ("practitioner", "WEB", "surgeon", "2026-11-23T08:20:00Z", "2026-11-23T09:15:00Z"),
        ("room", "OP1", "room", "2026-11-23T08:00:00Z", "2026-11-23T09:30:00Z"),
        ("patient", "P-1001", "patient", "2026-11-23T08:00:00Z", "2026-11-23T09:15:00Z"),
    ]
