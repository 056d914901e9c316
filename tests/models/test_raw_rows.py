"""What is read in bulk is not looked through for garbage, neither meanwhile nor afterwards."""

import gc

import pytest

from praxidesk.models.raw_rows import collection_paused


def is_old(made: list[list[int]]) -> bool:
    return any(each is made for each in gc.get_objects(generation=2))


@pytest.mark.parametrize(("count", "counts_as_old"), [(20_000, True), (10, False)])
def test_much_that_is_new_counts_as_old_at_once(count: int, counts_as_old: bool) -> None:
    gc.collect()
    with collection_paused():
        assert not gc.isenabled()
        made = [[each] for each in range(count)]
    assert gc.isenabled()
    assert is_old(made) is counts_as_old
    assert gc.get_freeze_count() == 0, "it is found by a look at everything"


def test_whoever_has_paused_already_goes_on_pausing() -> None:
    with collection_paused():
        with collection_paused():
            made = [[each] for each in range(20_000)]
        assert not gc.isenabled()
    assert is_old(made)
