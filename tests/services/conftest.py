"""A practice on each dialect, and a diary to write in."""

import pytest

from praxidesk.models.store import Store
from tests.services.diary import Diary


@pytest.fixture
def diary(store: Store) -> Diary:
    """A set-up practice with an empty calendar."""
    return Diary.begun_in(store)
