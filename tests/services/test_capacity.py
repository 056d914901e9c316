"""An infusion room with chairs that are as good as each other: booked as one, on both dialects."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from praxidesk.engine.capacity import Reseat
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Free, Outcome, Refused
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Role, Status
from praxidesk.exchange.practice_file import read
from praxidesk.models import queries, writes
from praxidesk.models.changes import ChangeWatch
from praxidesk.models.store import OverlapRefused, Store
from praxidesk.services import booking
from praxidesk.services.desk import Desk
from praxidesk.services.setup import apply
from tests.services.clerks import at_once
from tests.services.diary import MONDAY, PRACTICE, Diary, conflicts_of, entry_of
from tests.services.double_bookings import assert_no_double_booking, rows
from tests.statement_log import StatementLog

CHAIRS = "\n".join(
    f'[[room]]\ncode = "C{number}"\nname = "Stuhl {number}"\nkind = "chair"\ngroup = "INF"'
    for number in (1, 2)
)
GROUP = '\n[[group]]\ncode = "INF"\nname = "Infusionen"\nof = "room"\n'


@pytest.fixture
def diary(store_url: str, tmp_path: Path) -> Iterator[Diary]:
    """The usual practice, and two chairs."""
    store = Store.open(store_url)
    begun = Diary.begun_in(store)
    file = tmp_path / "chairs.toml"
    file.write_text(f"{PRACTICE.read_text('utf-8')}\n{CHAIRS}\n{GROUP}", "utf-8")
    apply(store, read(file))
    yield Diary(Desk.open(store), begun.now)
    store.close()


def on(diary: Diary, codes: str) -> tuple[Participant, ...]:
    """Chairs, or the group of them; and everybody else in the usual role."""
    return tuple(
        Participant(diary.id(code), Role.ROOM) if code[0] in "CI" else diary.who(code)[0]
        for code in codes.split()
    )


def wish(diary: Diary, clocks: str, codes: str = "INF", **more: Any) -> BookRequest:
    start, end = (diary.at(clock) for clock in clocks.split("-"))
    request = diary.request("09:00", "KOC", **more)
    return replace(request, starts_at=start, minutes=(end - start) // 60, participants=on(diary, codes))


def book(diary: Diary, clocks: str, codes: str = "INF", **more: Any) -> Outcome:
    return diary.ask(wish(diary, clocks, codes, **more))


def booked(diary: Diary, clocks: str, codes: str = "INF", **more: Any) -> Entry:
    return entry_of(book(diary, clocks, codes, **more))


def present(diary: Diary, entry: Entry) -> Entry:
    """As it is in the store now."""
    with diary.desk.store.read() as connection:
        found = queries.entry(connection, entry.id)
    assert found is not None
    return found


def place(diary: Diary, entry: Entry) -> str:
    """The chair where it is now, and its version."""
    now = present(diary, entry)
    [chair] = [each for each in now.allocations if each.role is Role.ROOM]
    return f"{diary.desk.practice.actors[chair.actor].code} v{now.version}"


def test_chairs_are_filled_in_order_and_then_full(diary: Diary) -> None:
    first, second = booked(diary, "09:00-10:00"), booked(diary, "09:30-10:30")
    assert [place(diary, each) for each in (first, second)] == ["C1 v1", "C2 v1"]
    refused = book(diary, "09:00-11:00")
    assert conflicts_of(refused) == [("capacity_full", "blocking")]
    assert isinstance(refused, Refused)
    [conflict] = refused.conflicts
    assert conflict.actor == diary.id("INF")
    assert conflict.span == Span(diary.at("09:30"), diary.at("10:00"))
    assert booked(diary, "10:00-11:00").allocations[0].actor == diary.id("C1")


def test_others_are_re_seated_with_history_and_a_next_version(diary: Diary) -> None:
    first, second = booked(diary, "09:00-10:00", "INF KOC"), booked(diary, "09:30-10:00")
    third = booked(diary, "11:00-12:00")
    diary.move(second, "11:30")
    assert [place(diary, each) for each in (first, second, third)] == ["C1 v1", "C2 v2", "C1 v1"]
    fourth = booked(diary, "09:00-11:30")
    assert place(diary, fourth) == "C2 v1"
    long_one = book(diary, "10:00-12:00")
    assert conflicts_of(long_one) == [("capacity_full", "blocking")]
    diary.cancel(present(diary, second))
    # C1 is taken until 10 and from 11, C2 until 11:30: the one at 11 must go to C2, and can at 11:30 only.
    assert entry_of(diary.move(third, "11:30")).allocations[0].actor == diary.id("C1")
    last = booked(diary, "10:00-12:00")
    assert place(diary, last) == "C1 v1"
    assert place(diary, third) == "C2 v3"
    with diary.desk.store.read() as connection:
        history = connection.execute(
            text("SELECT version, change FROM entry_change WHERE entry_id = :id ORDER BY version"),
            {"id": third.id},
        ).all()
    assert [tuple(each) for each in history] == [(1, "booked"), (2, "moved"), (3, "moved")]
    assert_no_double_booking(rows(diary, MONDAY))
    stale = diary.move(replace(third, version=2), "15:00")
    assert conflicts_of(stale) == [("stale_version", "blocking")]
    assert entry_of(diary.move(present(diary, third), "15:00")).allocations[0].actor == diary.id("C2")


def test_who_was_promised_a_chair_keeps_it(diary: Diary) -> None:
    promised, other = booked(diary, "09:00-10:00", "C1"), booked(diary, "11:00-12:00", "C2")
    assert conflicts_of(book(diary, "09:00-12:00")) == [("capacity_full", "blocking")]
    assert [place(diary, each) for each in (promised, other)] == ["C1 v1", "C2 v1"]
    anywhere = booked(diary, "13:00-14:00")
    assert place(diary, anywhere) == "C1 v1"
    assert place(diary, booked(diary, "13:30-14:30", "C1")) == "C1 v1"
    assert place(diary, anywhere) == "C2 v2"


def test_a_check_says_the_chair_and_writes_nothing(diary: Diary) -> None:
    first = booked(diary, "09:00-10:00")
    second = booked(diary, "11:00-12:00", "C2")
    free = diary.check(wish(diary, "09:00-11:30"))
    assert isinstance(free, Free)
    assert [each.actor for each in free.participants] == [diary.id("C1")]
    assert [place(diary, each) for each in (first, second)] == ["C1 v1", "C2 v1"]
    assert place(diary, booked(diary, "09:00-11:30")) == "C1 v1"
    assert place(diary, first) == "C2 v2"


def test_a_move_keeps_the_chair_where_it_can(diary: Diary) -> None:
    booked(diary, "09:00-10:00")
    second = booked(diary, "09:00-10:00")
    assert place(diary, second) == "C2 v1"
    moved = entry_of(diary.move(second, "13:00"))
    assert place(diary, moved) == "C2 v2"
    noted = entry_of(diary.move(moved, note="liegt"))
    assert noted.allocations == moved.allocations
    promised = entry_of(diary.move(noted, participants=on(diary, "C2")))
    assert promised.allocations[0].seat is None
    assert entry_of(diary.move(promised, participants=on(diary, "INF"))).allocations[0].seat == diary.id(
        "INF"
    )


def test_a_move_may_send_others_to_the_chair_that_it_leaves(diary: Diary) -> None:
    mover = booked(diary, "09:00-10:00", "C1")
    other = booked(diary, "09:30-11:00")
    booked(diary, "10:00-10:30", "C1")
    assert place(diary, other) == "C2 v1"
    booked(diary, "11:00-12:00", "C2")
    diary.cancel(present(diary, mover))
    back = entry_of(diary.set_status(present(diary, mover), Status.BOOKED))
    assert place(diary, back) == "C1 v3"
    early = booked(diary, "13:00-14:00", "C1")
    late = booked(diary, "13:30-14:30")
    moved = diary.move(early, participants=on(diary, "C2"))
    assert place(diary, entry_of(moved)) == "C2 v2"
    assert place(diary, late) == "C1 v2"
    assert_no_double_booking(rows(diary, MONDAY))


def test_a_restored_one_finds_another_chair(diary: Diary) -> None:
    first = booked(diary, "09:00-10:00")
    cancelled = entry_of(diary.cancel(first))
    second = booked(diary, "09:00-09:30", "C1")
    restored = entry_of(diary.set_status(cancelled, Status.BOOKED))
    assert place(diary, restored) == "C2 v3"
    third = booked(diary, "09:30-10:00")
    assert place(diary, third) == "C1 v1"
    assert place(diary, second) == "C1 v1"
    pending = booked(diary, "09:00-10:00", status=Status.PENDING)
    assert conflicts_of(diary.set_status(pending, Status.BOOKED)) == [("capacity_full", "blocking")]


def test_an_override_stands_unguarded_and_hinders_nobody_to_move(diary: Diary) -> None:
    booked(diary, "09:00-10:00", "C1")
    booked(diary, "09:00-10:00", "C2")
    done = book(diary, "09:30-10:30", override_reason="Notfall")
    assert isinstance(done, Done)
    assert [each.kind.value for each in done.warnings] == ["capacity_full"]
    assert [(each.actor, each.blocking) for each in done.entry.allocations] == [(diary.id("C1"), False)]
    assert_no_double_booking(rows(diary, MONDAY))
    assert place(diary, booked(diary, "10:00-11:00")) == "C2 v1"


def test_statements_are_as_few_as_ever(diary: Diary, statements: StatementLog) -> None:
    entry = booked(diary, "09:00-10:00")
    statements.clear()
    booked(diary, "13:00-14:00")
    usual = 5
    assert len(statements) == usual
    booked(diary, "11:00-12:00", "C2")
    statements.clear()
    booked(diary, "09:00-11:30")
    assert len(statements) == usual + 3
    assert place(diary, entry) == "C2 v2"


def test_everybody_hears_of_a_re_seating(store_url: str, diary: Diary) -> None:
    first = booked(diary, "07:30-09:30")
    booked(diary, "11:00-12:00", "C2")
    other = Store.open(store_url)
    watch = ChangeWatch(other)
    watch.poll()
    booked(diary, "09:00-11:30")
    assert place(diary, first) == "C2 v2"
    changes = watch.poll()
    watch.close()
    other.close()
    assert changes.spans == (Span(diary.at("07:30"), diary.at("11:30")),)


def test_the_database_lets_no_re_seating_take_a_chair_twice(diary: Diary) -> None:
    first, second = booked(diary, "09:00-10:00"), booked(diary, "09:30-10:30")
    seats = diary.id("C1"), diary.id("C2")
    with pytest.raises(OverlapRefused), diary.desk.store.write() as connection:
        writes.reseat(connection, [Reseat(second.id, seats[1], seats[0], (diary.at("09:30"),))], diary.now)
    with diary.desk.store.write() as connection:
        swap = [
            Reseat(first.id, seats[0], seats[1], (diary.at("09:00"),)),
            Reseat(second.id, seats[1], seats[0], (diary.at("09:30"),)),
        ]
        assert writes.reseat(connection, swap, diary.now)
    assert [place(diary, each) for each in (first, second)] == ["C2 v2", "C1 v2"]
    with diary.desk.store.write() as connection:
        gone = [Reseat(EntryId(999), seats[0], seats[1], (diary.at("09:00"),))]
        assert not writes.reseat(connection, gone, diary.now)
        connection.rollback()
    cancelled = entry_of(diary.cancel(present(diary, first)))
    with diary.desk.store.write() as connection:
        late = [Reseat(cancelled.id, seats[1], seats[0], (diary.at("09:00"),))]
        assert not writes.reseat(connection, late, diary.now)
        connection.rollback()


def test_clerks_race_for_chairs(store_url: str, diary: Diary) -> None:
    def work(desk: Desk, chance: random.Random) -> Outcome:
        start = chance.randrange(8 * 60, 12 * 60, 15)
        end = start + chance.choice([15, 30, 60, 90])
        clocks = f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
        return booking.book(
            desk, wish(diary, clocks, chance.choice(["INF", "INF", "INF", "C1", "C2"])), diary.now
        )

    outcomes = at_once(store_url, 5, work, 12)
    assert {type(each) for each in outcomes} == {Done, Refused}
    found = rows(diary, MONDAY)
    assert_no_double_booking(found)
    assert len(found) == sum(isinstance(each, Done) for each in outcomes)
    promised = {
        each.entry.id: each.entry.allocations[0].actor
        for each in outcomes
        if isinstance(each, Done) and each.entry.allocations[0].seat is None
    }
    where: dict[EntryId, ActorId] = {each.entry: each.actor for each in found}
    assert {entry: where[entry] for entry in promised} == promised
