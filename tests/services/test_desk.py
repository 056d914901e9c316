"""The practice of a store, as a desk reads it."""

import pytest
from sqlalchemy import text

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.store import StoreUnavailable
from praxidesk.services.desk import Desk
from tests.services.diary import Diary


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE site SET timezone = 'Mars/Base'", "Mars/Base"),
        ("UPDATE weekly_window SET valid_from = '2026-02-31'", "day is out of range for month"),
    ],
)
def test_a_value_that_no_program_writes_is_told_as_damage_and_breaks_nothing_else(
    diary: Diary, statement: str, value: str
) -> None:
    store = diary.desk.store
    with store.write() as connection:
        connection.execute(text(statement))
    with pytest.raises(StoreUnavailable) as told:
        Desk.open(store)
    assert told.value.fault is StoreFault.DAMAGED
    assert value in told.value.detail
    assert diary.desk.zone.name == "Europe/Berlin"
