"""Entries as they are loaded: whole, in order, in two statements."""

from dataclasses import replace

import pytest

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.outcomes import Change, RecordedChange
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.spans import HOUR, MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Role, Status
from praxidesk.models import queries, writes
from tests.models.bookings import DAY, NINE, NOW, appointment, operation, put
from tests.small_practice import PATIENT, SmallPractice
from tests.statement_log import StatementLog

TEN_MINUTES = 10 * MINUTE


def loaded(practice: SmallPractice, start: int, end: int, *codes: str) -> list[EntryId]:
    actors = [practice.actors[code] for code in codes] or None
    with practice.store.read() as connection:
        return [entry.id for entry in queries.entries(connection, Span(start, end), actors)]


def one(practice: SmallPractice, id_: EntryId) -> Entry:
    with practice.store.read() as connection:
        found = queries.entry(connection, id_)
    assert found is not None
    return found


def test_an_appointment_is_loaded_whole(practice_store: SmallPractice) -> None:
    wish = appointment(practice_store)
    entry = one(practice_store, put(practice_store, wish, note="Notiz <b>"))
    assert (entry.version, entry.kind, entry.status) == (1, EntryKind.APPOINTMENT, Status.BOOKED)
    assert (entry.span, entry.type, entry.procedure, entry.phases) == (
        wish.span,
        practice_store.kontr,
        None,
        None,
    )
    assert (entry.note, entry.reason, entry.override_reason) == ("Notiz <b>", "", "")
    assert entry.allocations == wish.allocations
    assert all(part.blocking is True and part.own_part is False for part in entry.allocations)
    who = entry.patient
    assert who is not None
    assert (who.id, who.number, who.family, who.given) == (
        practice_store.actors["P-1001"],
        PATIENT.number,
        PATIENT.family,
        PATIENT.given,
    )
    assert (who.birth_date, who.sex, who.phone) == (PATIENT.birth_date, PATIENT.sex, PATIENT.phone)


def test_an_operation_is_loaded_with_its_phases_and_parts(practice_store: SmallPractice) -> None:
    wish = operation(practice_store)
    entry = one(practice_store, put(practice_store, wish))
    assert (entry.kind, entry.procedure, entry.type) == (EntryKind.OPERATION, practice_store.knie, None)
    assert entry.phases == PhaseMinutes(20, 45, 10, 15)
    assert entry.allocations == wish.allocations


def test_a_blockout_has_neither_patient_nor_type(practice_store: SmallPractice) -> None:
    room = practice_store.actors["R1"]
    part = Allocation(room, Role.ROOM, NINE, NINE + HOUR, blocking=False, own_part=True)
    wish = Proposal(EntryKind.BLOCKOUT, Status.BOOKED, NINE, NINE + HOUR, None, None, None, (), None, (part,))
    with practice_store.store.write() as connection:
        id_ = writes.insert_entry(
            connection, wish, note="", reason="Wartung", override_reason="Notfall", key=None, now=NOW
        )
    entry = one(practice_store, id_)
    assert (entry.patient, entry.type, entry.reason, entry.override_reason) == (
        None,
        None,
        "Wartung",
        "Notfall",
    )
    assert entry.allocations == (part,)
    assert entry.allocations[0].blocking is False
    assert entry.allocations[0].own_part is True


def test_participants_stay_in_the_order_given(practice_store: SmallPractice) -> None:
    wish = appointment(practice_store, people="R1 KOC CARM1 WEB P-1001")
    assert one(practice_store, put(practice_store, wish)).allocations == wish.allocations


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        pytest.param(0, 10, True, id="the same time"),
        pytest.param(-60, 0, False, id="right before"),
        pytest.param(-60, 1, True, id="its first minute"),
        pytest.param(9, 60, True, id="its last minute"),
        pytest.param(10, 60, False, id="right after"),
        pytest.param(4, 5, True, id="within it"),
        pytest.param(-9_000, 9_000, True, id="a fortnight around it"),
    ],
)
def test_a_span_holds_what_shares_time_with_it(
    practice_store: SmallPractice, start: int, end: int, found: bool
) -> None:
    id_ = put(practice_store, appointment(practice_store))
    asked = (NINE + start * MINUTE, NINE + end * MINUTE)
    assert loaded(practice_store, *asked) == ([id_] if found else [])
    assert loaded(practice_store, *asked, "WEB") == ([id_] if found else [])


def test_the_longest_entry_is_found_by_its_last_second(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, appointment(practice_store, NINE, 1_500))
    last = NINE + 25 * HOUR - 1
    assert loaded(practice_store, last, last + 1) == [id_]
    assert loaded(practice_store, last, last + 1, "R1") == [id_]
    assert loaded(practice_store, last + 1, last + DAY) == []


def test_entries_come_by_start_and_then_id_whatever_their_status(practice_store: SmallPractice) -> None:
    late = put(practice_store, appointment(practice_store, NINE + HOUR))
    first = put(practice_store, appointment(practice_store, NINE, people="WEB"))
    second = put(practice_store, appointment(practice_store, NINE, people="KOC"))
    gone = put(
        practice_store,
        appointment(practice_store, NINE, people="WEB", status=Status.CANCELLED, blocking=False),
    )
    hoped = put(
        practice_store,
        appointment(practice_store, NINE, people="WEB", status=Status.PROPOSED, blocking=False),
    )
    assert loaded(practice_store, NINE, NINE + DAY) == [first, second, gone, hoped, late]


def test_only_entries_of_certain_actors_with_all_their_participants(practice_store: SmallPractice) -> None:
    with_weber = put(practice_store, appointment(practice_store, people="WEB R1 P-1001"))
    with_koc = put(practice_store, appointment(practice_store, people="KOC OP1 P-1002"))
    alone = put(practice_store, appointment(practice_store, people=""))
    day = (NINE, NINE + DAY)
    assert loaded(practice_store, *day, "WEB") == [with_weber]
    assert loaded(practice_store, *day, "R1", "P-1002") == [with_weber, with_koc]
    assert loaded(practice_store, *day) == [with_weber, with_koc, alone]
    with practice_store.store.read() as connection:
        (entry,) = queries.entries(connection, Span(*day), [practice_store.actors["R1"]])
        assert len(entry.allocations) == 3
        assert queries.entries(connection, Span(*day), []) == ()


def test_an_actor_whose_own_part_lies_outside_the_span_still_takes_part(
    practice_store: SmallPractice,
) -> None:
    id_ = put(practice_store, operation(practice_store))
    setup = (NINE, NINE + 5 * MINUTE)
    assert loaded(practice_store, *setup, "WEB") == [id_]
    cleaning = (NINE + 80 * MINUTE, NINE + 85 * MINUTE)
    assert loaded(practice_store, *cleaning, "WEB") == [id_]


@pytest.mark.parametrize("count", [0, 1, 40])
def test_loading_takes_two_statements_however_many_entries_there_are(
    practice_store: SmallPractice, statements: StatementLog, count: int
) -> None:
    for number in range(count):
        put(practice_store, appointment(practice_store, NINE + number * TEN_MINUTES))
    many_actors = [ActorId(each) for each in range(5_000)]
    with practice_store.store.read() as connection:
        statements.clear()
        assert len(queries.entries(connection, Span(NINE, NINE + DAY))) == count
        assert len(statements) == 2
        assert len(queries.entries(connection, Span(NINE, NINE + DAY), many_actors)) == count
        assert len(statements) == 4
        queries.entries_by_id(connection, [EntryId(each) for each in range(5_000)])
        assert len(statements) == 6


def test_entries_are_found_by_id(practice_store: SmallPractice) -> None:
    later = put(practice_store, appointment(practice_store, NINE + HOUR))
    sooner = put(practice_store, appointment(practice_store))
    with practice_store.store.read() as connection:
        found = queries.entries_by_id(connection, [later, EntryId(999), sooner])
        assert queries.entry(connection, EntryId(999)) is None
    assert [entry.id for entry in found] == [sooner, later]


def test_the_history_is_newest_first(practice_store: SmallPractice) -> None:
    id_ = put(practice_store, appointment(practice_store))
    moved = replace(appointment(practice_store, NINE + HOUR), entry=id_)
    with practice_store.store.write() as connection:
        writes.update_entry(connection, id_, 1, change=Change.MOVED, now=NOW + 5, proposal=moved)
        writes.update_entry(connection, id_, 2, change=Change.CANCELLED, now=NOW + 9, status=Status.CANCELLED)
    with practice_store.store.read() as connection:
        assert queries.history(connection, id_) == (
            RecordedChange(3, Change.CANCELLED, Status.CANCELLED, NOW + 9, moved.span),
            RecordedChange(2, Change.MOVED, Status.BOOKED, NOW + 5, moved.span),
            RecordedChange(1, Change.BOOKED, Status.BOOKED, NOW, Span(NINE, NINE + TEN_MINUTES)),
        )
        assert queries.history(connection, EntryId(999)) == ()
