"""Entries put in, changed and let go."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.outcomes import Change
from praxidesk.engine.requests import RequestKey
from praxidesk.engine.spans import HOUR, MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryId, Status
from praxidesk.models import queries, writes
from praxidesk.models.store import KeyTaken, OverlapRefused
from praxidesk.models.writes import ActorsMissing
from tests.models.bookings import NINE, NOW, appointment, operation, put
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog


def one(practice: SmallPractice, id_: EntryId) -> Entry:
    with practice.store.read() as connection:
        found = queries.entry(connection, id_)
    assert found is not None
    return found


def test_an_entry_is_put_in_with_all_it_says(practice_store: SmallPractice) -> None:
    wish = appointment(practice_store)
    with practice_store.store.write() as connection:
        id_ = writes.insert_entry(
            connection,
            wish,
            note="Zeile 1\nZeile 2",
            reason="wichtig",
            override_reason="Notfall",
            key=RequestKey("k", "f"),
            now=NOW,
        )
    entry = one(practice_store, id_)
    assert (entry.note, entry.reason, entry.override_reason) == ("Zeile 1\nZeile 2", "wichtig", "Notfall")
    assert (entry.version, entry.allocations) == (1, wish.allocations)


def test_an_entry_may_have_no_participant(practice_store: SmallPractice) -> None:
    assert one(practice_store, put(practice_store, appointment(practice_store, people=""))).allocations == ()


@pytest.mark.parametrize("note", ["n" * 20_000, "💉🩺", "\u202e<img src=x>", "'; DROP TABLE entry; --"])
def test_a_note_is_any_text(practice_store: SmallPractice, note: str) -> None:
    assert one(practice_store, put(practice_store, appointment(practice_store), note=note)).note == note


def test_nothing_of_a_double_booking_stays(practice_store: SmallPractice) -> None:
    first = put(practice_store, appointment(practice_store, people="WEB"))
    with pytest.raises(OverlapRefused):
        put(practice_store, appointment(practice_store, NINE + 5 * MINUTE, people="R1 WEB"))
    counts = practice_store.store.status().counts
    assert (counts["entry"], counts["allocation"], counts["entry_change"]) == (1, 1, 1)
    assert one(practice_store, first).version == 1


def test_what_is_not_guarded_may_overlap(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store))
    put(practice_store, appointment(practice_store, blocking=False))
    assert practice_store.store.status().counts["entry"] == 2


def test_a_key_is_used_once_and_nothing_of_the_second_try_stays(practice_store: SmallPractice) -> None:
    put(practice_store, appointment(practice_store), key="k")
    with pytest.raises(KeyTaken):
        put(practice_store, appointment(practice_store, NINE + HOUR), key="k")
    assert practice_store.store.status().counts["entry"] == 1


def test_a_move_changes_time_people_and_version(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, appointment(practice_store), note="bleibt")
    later = appointment(practice_store, NINE + HOUR, 20, people="KOC P-1002")
    with practice_store.store.write() as connection:
        assert writes.update_entry(
            connection, id_, 1, change=Change.MOVED, now=NOW, proposal=later, override_reason="Notfall"
        )
        writes.replace_allocations(connection, id_, later.allocations)
    entry = one(practice_store, id_)
    assert (entry.version, entry.span, entry.allocations) == (2, later.span, later.allocations)
    assert entry.patient is not None
    assert (entry.patient.number, entry.note, entry.override_reason) == ("P-1002", "bleibt", "Notfall")


def test_an_operation_changes_its_phases(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, operation(practice_store))
    longer = replace(
        operation(practice_store), phases=PhaseMinutes(20, 90, 10, 15), ends_at=NINE + 135 * MINUTE
    )
    with practice_store.store.write() as connection:
        assert writes.update_entry(connection, id_, 1, change=Change.MOVED, now=NOW, proposal=longer)
    assert one(practice_store, id_).phases == longer.phases


def test_an_entry_may_move_onto_its_own_time(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, appointment(practice_store, minutes=30))
    shifted = appointment(practice_store, NINE + 10 * MINUTE, 30)
    with practice_store.store.write() as connection:
        writes.update_entry(connection, id_, 1, change=Change.MOVED, now=NOW, proposal=shifted)
        writes.replace_allocations(connection, id_, shifted.allocations)
    assert one(practice_store, id_).allocations == shifted.allocations


def test_an_older_version_changes_nothing(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, appointment(practice_store), note="erste")
    with practice_store.store.write() as connection:
        assert writes.update_entry(connection, id_, 1, change=Change.MOVED, now=NOW, note="zweite")
    for version in (0, 1, 3):
        with practice_store.store.write() as connection:
            assert not writes.update_entry(
                connection, id_, version, change=Change.MOVED, now=NOW, note="zu spät"
            )
    with practice_store.store.write() as connection:
        assert not writes.update_entry(connection, EntryId(99), 1, change=Change.MOVED, now=NOW)
    assert (one(practice_store, id_).version, one(practice_store, id_).note) == (2, "zweite")


def test_what_is_not_named_stays(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, appointment(practice_store), note="Notiz")
    with practice_store.store.write() as connection:
        writes.update_entry(
            connection, id_, 1, change=Change.STATUS_CHANGED, now=NOW, status=Status.ARRIVED, reason="da"
        )
    entry = one(practice_store, id_)
    assert (entry.status, entry.reason, entry.note) == (Status.ARRIVED, "da", "Notiz")
    assert entry.allocations == appointment(practice_store).allocations


def test_what_was_released_can_be_booked_again_and_not_taken_back(practice_store: SmallPractice) -> None:
    first = put(practice_store, appointment(practice_store))
    with practice_store.store.write() as connection:
        writes.update_entry(connection, first, 1, change=Change.CANCELLED, now=NOW, status=Status.CANCELLED)
        writes.release(connection, first)
    assert not any(part.blocking for part in one(practice_store, first).allocations)
    put(practice_store, appointment(practice_store))

    def take_back() -> None:
        with practice_store.store.write() as connection:
            writes.update_entry(
                connection, first, 2, change=Change.STATUS_CHANGED, now=NOW, status=Status.BOOKED
            )
            writes.replace_allocations(connection, first, appointment(practice_store).allocations)

    with pytest.raises(OverlapRefused):
        take_back()
    assert one(practice_store, first).status is Status.CANCELLED


def test_a_key_of_a_change_is_remembered_with_its_version(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, appointment(practice_store), key="booked")
    with practice_store.store.write() as connection:
        writes.update_entry(
            connection, id_, 1, change=Change.MOVED, now=NOW, note="x", key=RequestKey("moved", "m")
        )
        writes.update_entry(connection, id_, 2, change=Change.MOVED, now=NOW, note="y")
    with practice_store.store.read() as connection:
        for key, change in (("booked", Change.BOOKED), ("moved", Change.MOVED)):
            known = queries.surroundings(connection, [], appointment(practice_store).span, key=key).known
            assert known is not None
            assert (known.change, known.entry) == (change, id_)


def test_putting_in_takes_one_statement_on_a_server_and_two_in_a_file(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    wish = appointment(practice_store, people="WEB KOC ANA R1 OP1 CARM1 P-1001")
    with practice_store.store.write() as connection:
        statements.clear()
        writes.insert_entry(connection, wish, note="", reason="", override_reason="", key=None, now=NOW)
        assert len(statements) == (2 if practice_store.store.dialect == "sqlite" else 1)


def test_locking_costs_a_file_nothing_and_a_server_one_statement(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    with practice_store.store.write() as connection:
        statements.clear()
        writes.lock_actors(connection, [practice_store.actors["WEB"]], "P-1001")
        assert len(statements) == (0 if practice_store.store.dialect == "sqlite" else 1)


@pytest.mark.parametrize("dialect", ["postgresql"])
def test_actors_that_are_not_there_cannot_be_locked(practice_store: SmallPractice) -> None:
    with practice_store.store.write() as connection:
        writes.lock_actors(connection, [], "P-9999")
        writes.lock_actors(connection, [practice_store.actors["WEB"]] * 3, None)
    with pytest.raises(ActorsMissing), practice_store.store.write() as connection:
        writes.lock_actors(connection, [practice_store.actors["WEB"], ActorId(999)])


def test_blocking_rows_belong_to_entries_that_occupy(practice_store: SmallPractice) -> None:
    """What the writes leave behind; the services keep it so."""
    id_ = put(practice_store, appointment(practice_store))
    put(practice_store, operation(practice_store, NINE + 5 * HOUR))
    with practice_store.store.write() as connection:
        writes.update_entry(connection, id_, 1, change=Change.CANCELLED, now=NOW, status=Status.NOSHOW)
        writes.release(connection, id_)
    with practice_store.store.read() as connection:
        wrong = connection.exec_driver_sql(
            "SELECT count(*) FROM allocation JOIN entry ON entry.id = entry_id"
            " WHERE blocking AND status NOT IN ('booked', 'arrived', 'checked-in', 'fulfilled')"
        )
        assert wrong.scalar_one() == 0
