"""When something was booked in the past."""

from praxidesk.engine.spans import HOUR, Span
from praxidesk.engine.vocabulary import ServiceId, Status, procedure_service, type_service
from praxidesk.models.queries import starts_of
from tests.models.bookings import DAY, NINE, appointment, operation, put
from tests.small_practice import SmallPractice


def test_habits_count_quarters_of_what_was_meant_to_be(practice_store: SmallPractice) -> None:
    """Ten minutes past belongs to its quarter; other services and what was cancelled do not count."""
    service = type_service(practice_store.kontr)
    more = [
        appointment(practice_store, NINE + HOUR + 600, people="KOC"),
        appointment(practice_store, NINE + HOUR, people="ANA"),
        appointment(practice_store, NINE + HOUR, people="WEB", status=Status.CANCELLED, blocking=False),
        appointment(practice_store, NINE + HOUR, people="R1", status=Status.PENDING, blocking=False),
        operation(practice_store, NINE + 4 * HOUR),
    ]
    put(practice_store, *more)
    with practice_store.store.read() as connection:
        span = Span(NINE - DAY, NINE + DAY)
        found = sorted(starts_of(connection, service, span))
        assert found == [(NINE + HOUR, 2)]
        assert starts_of(connection, procedure_service(practice_store.knie), span) == [(NINE + 4 * HOUR, 1)]
        assert starts_of(connection, ServiceId(0), span) == []
