"""A practice on each dialect, and a diary to write in."""

from collections.abc import Iterator

import pytest

from praxidesk.models.store import Store
from tests.services.diary import Diary


@pytest.fixture
def diary(store_url: str) -> Iterator[Diary]:
    """A set-up practice with an empty calendar, at the address of ``store_url``."""
    store = Store.open(store_url)
    yield Diary.begun_in(store)
    store.close()
