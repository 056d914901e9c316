"""Noticing what was committed, on both dialects."""

import time
from collections.abc import Iterator

import pytest

from praxidesk.engine.outcomes import Change, StoreFault
from praxidesk.engine.spans import HOUR, MINUTE, Span, merged
from praxidesk.models import writes
from praxidesk.models.changes import Changes, ChangeWatch
from praxidesk.models.store import OverlapRefused, Store, StoreUnavailable
from tests.models.bookings import DAY, NINE, NOW, appointment, put
from tests.small_practice import PATIENT, SITE, SmallPractice
from tests.stores import Stores

_MARK = NINE + 365 * DAY


@pytest.fixture
def watch(practice_store: SmallPractice) -> Iterator[ChangeWatch]:
    made = ChangeWatch(practice_store.store)
    yield made
    made.close()


def next_change(watch: ChangeWatch) -> Changes:
    """What the watch sees next; a server's message may be a moment behind its commit."""
    deadline = time.monotonic() + 10
    while not (changes := watch.poll()) and time.monotonic() < deadline:
        time.sleep(0.005)
    return changes


def all_changes(watch: ChangeWatch, practice: SmallPractice) -> Changes:
    """All it sees up to now: until a change in the far future, which is left out, comes by."""
    put(practice, appointment(practice, _MARK))
    seen: list[Changes] = []
    while not any(span.start == _MARK for each in seen for span in each.spans):
        seen.append(next_change(watch))
    spans = [span for each in seen for span in each.spans if span.start != _MARK]
    return Changes(tuple(sorted(spans)), any(each.practice for each in seen))


def test_nothing_is_noticed_where_nothing_happens(watch: ChangeWatch) -> None:
    assert watch.poll() == Changes()
    assert not watch.poll()


def test_a_booking_is_noticed_once_with_its_time(watch: ChangeWatch, practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store))
    assert next_change(watch) == Changes((Span(NINE, NINE + 10 * MINUTE),))
    assert not watch.poll()


def test_several_bookings_are_noticed_together(watch: ChangeWatch, practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store, NINE + DAY))
    put(practice_store, appointment(practice_store, NINE))
    put(practice_store, appointment(practice_store, NINE + 10 * MINUTE))
    assert merged(all_changes(watch, practice_store).spans) == [
        Span(NINE, NINE + 20 * MINUTE),
        Span(NINE + DAY, NINE + DAY + 10 * MINUTE),
    ]


def test_a_move_is_noticed_where_it_was_and_where_it_is(
    watch: ChangeWatch, practice_store: SmallPractice
) -> None:
    entry = put(practice_store, appointment(practice_store))
    next_change(watch)
    later = appointment(practice_store, NINE + HOUR)
    with practice_store.store.write() as connection:
        writes.update_entry(connection, entry, 1, change=Change.MOVED, now=NOW, proposal=later)
        writes.replace_allocations(connection, entry, later.allocations)
    assert next_change(watch).spans == (Span(NINE, NINE + 10 * MINUTE), later.span)


def test_what_was_rolled_back_is_not_noticed(watch: ChangeWatch, practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store))
    next_change(watch)
    with pytest.raises(OverlapRefused):
        put(practice_store, appointment(practice_store))
    assert all_changes(watch, practice_store) == Changes()


def test_a_change_of_the_practice_is_noticed(watch: ChangeWatch, practice_store: SmallPractice) -> None:
    with practice_store.store.write() as connection:
        writes.save_site(connection, SITE)
    assert next_change(watch) == Changes(practice=True)
    with practice_store.store.write() as connection:
        writes.save_patient(connection, PATIENT)
    assert next_change(watch) == Changes(practice=True)
    assert not watch.poll()


def test_both_kinds_of_change_are_noticed_together(watch: ChangeWatch, practice_store: SmallPractice) -> None:
    with practice_store.store.write() as connection:
        writes.save_site(connection, SITE)
    put(practice_store, appointment(practice_store))
    assert all_changes(watch, practice_store) == Changes((Span(NINE, NINE + 10 * MINUTE),), practice=True)


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_flood_of_changes_is_noticed(
    watch: ChangeWatch, practice_store: SmallPractice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("praxidesk.models.changes._MOST_LINES", 3)
    times = range(NINE, NINE + 5 * HOUR, HOUR)
    for at in times:
        put(practice_store, appointment(practice_store, at))
    assert next_change(watch).everything
    assert not watch.poll()


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_change_of_unknown_kind_is_everything(watch: ChangeWatch, practice_store: SmallPractice) -> None:
    with practice_store.store.write() as connection:
        connection.exec_driver_sql("UPDATE patient SET phone = ''")
    assert watch.poll().everything


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_writer_in_its_commit_does_not_hold_up_the_look(
    watch: ChangeWatch, practice_store: SmallPractice
) -> None:
    with practice_store.store.write() as connection:
        connection.exec_driver_sql("UPDATE practice SET version = version + 1")
        assert not watch.poll()
    assert watch.poll().practice


@pytest.mark.parametrize("dialect", ["postgresql"])
def test_a_lost_server_is_said_once_and_then_everything_may_have_changed(
    watch: ChangeWatch, practice_store: SmallPractice, stores: Stores
) -> None:
    stores.cluster.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
    with pytest.raises(StoreUnavailable) as lost:
        next_change(watch)
    assert lost.value.fault is StoreFault.UNREACHABLE
    assert watch.poll().everything
    put(practice_store, appointment(practice_store))
    assert next_change(watch).spans


def test_commits_of_another_program_are_noticed(stores: Stores, dialect: str) -> None:
    with stores.url(dialect) as url:
        here, there = Store.open(url), Store.open(url)
        watch = ChangeWatch(here)
        with there.write() as connection:
            writes.save_site(connection, SITE)
        assert next_change(watch).practice
        watch.close()
        here.close()
        there.close()
