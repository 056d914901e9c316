"""Many at once for one day: nobody is booked twice, nobody waits in a circle, everybody is answered."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from praxidesk.engine import conflicts as rules
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict, Done, Invalid, Outcome, Refused, StoreFault
from praxidesk.engine.requests import BookRequest, CancelRequest, MoveRequest, NewPatient, StatusRequest
from praxidesk.engine.vocabulary import ConflictKind, Status
from praxidesk.models import queries
from praxidesk.models.store import Deadlock, StoreUnavailable
from praxidesk.services import booking, cancelling, moving, status_changes
from praxidesk.services.desk import Desk
from tests.services.clerks import Work, at_once
from tests.services.diary import MONDAY, Diary, entry_of, key
from tests.services.double_bookings import assert_no_double_booking, rows
from tests.statement_log import StatementLog

CLERKS = 6


def _booking(request: BookRequest, now: int) -> Work:
    return lambda desk, _: booking.book(desk, request, now)


def _moving(request: MoveRequest, now: int) -> Work:
    return lambda desk, _: moving.move(desk, request, now)


def test_bookings_race_for_one_morning(store_url: str, diary: Diary) -> None:
    def work(desk: Desk, chance: random.Random) -> Outcome:
        codes = chance.sample(["KOC", "WEB", "R1", "R2"], 2)
        clock = f"{chance.randrange(8, 12):02}:{chance.randrange(0, 60, 10):02}"
        return booking.book(desk, diary.request(clock, " ".join(codes)), diary.now)

    outcomes = at_once(store_url, CLERKS, work, 25)
    assert {type(each) for each in outcomes} == {Done, Refused}
    found = rows(diary, MONDAY)
    assert_no_double_booking(found)
    assert len(found) == 2 * sum(isinstance(each, Done) for each in outcomes)


def test_one_hour_is_given_once(store_url: str, diary: Diary) -> None:
    for hour in range(8, 14):
        request = diary.request(f"{hour:02}:00", "KOC R1", patient="P-1001")
        outcomes = at_once(store_url, CLERKS, _booking(request, diary.now), 1)
        assert sorted(type(each).__name__ for each in outcomes) == ["Done", *["Refused"] * (CLERKS - 1)]


def test_moves_restorations_and_bookings_race(store_url: str, diary: Diary) -> None:
    teams = ("KOC R1", "WEB R2")
    entries = [diary.booked(f"{hour:02}:00", codes) for hour in range(8, 12) for codes in teams]

    def work(desk: Desk, chance: random.Random) -> Outcome:
        entry = chance.choice(entries)
        with desk.store.read() as connection:
            present = queries.entry(connection, entry.id)
        assert present is not None
        start = diary.at("08:00") + chance.randrange(0, 240, 10) * 60
        which = chance.randrange(4)
        if which == 0:
            return cancelling.cancel(desk, CancelRequest(entry.id, present.version), diary.now)
        if which == 1:
            return status_changes.set_status(
                desk, StatusRequest(entry.id, present.version, Status.BOOKED), diary.now
            )
        people = diary.who(" ".join(chance.sample(["KOC", "WEB", "R1", "R2"], 2)))
        return moving.move(
            desk, MoveRequest(entry.id, present.version, starts_at=start, participants=people), diary.now
        )

    outcomes = at_once(store_url, CLERKS, work, 20)
    assert {type(each) for each in outcomes} <= {Done, Refused, Invalid}
    assert any(isinstance(each, Done) for each in outcomes)
    assert_no_double_booking(rows(diary, MONDAY))
    changes = sum(isinstance(each, Done) for each in outcomes)
    assert diary.count("entry_change") == len(entries) + changes


def test_one_change_of_a_version_wins(store_url: str, diary: Diary) -> None:
    entry: Entry = diary.booked("08:00")
    for version in range(1, 5):
        request = MoveRequest(entry.id, version, starts_at=diary.at("08:00") + version * 3600)
        outcomes = at_once(store_url, CLERKS, _moving(request, diary.now), 1)
        assert sorted(type(each).__name__ for each in outcomes) == ["Done", *["Refused"] * (CLERKS - 1)]


def test_one_key_books_once(store_url: str, diary: Diary) -> None:
    request = diary.request("09:00", "KOC R1", patient=NewPatient("Öz", "Ada", None), key=key("k"))
    outcomes = at_once(store_url, CLERKS, _booking(request, diary.now), 1)
    done = [each for each in outcomes if isinstance(each, Done)]
    assert len(done) == CLERKS
    assert sum(not each.replayed for each in done) == 1
    assert len({each.entry.id for each in done}) == 1
    assert diary.count("patient") == 3


def test_new_patients_get_numbers_of_their_own(store_url: str, diary: Diary) -> None:
    def work(desk: Desk, chance: random.Random) -> Outcome:
        new = NewPatient(f"Neu{chance.random()}", "Ada", None)
        return booking.book(desk, diary.request("09:00", "", patient=new), diary.now)

    outcomes = at_once(store_url, CLERKS, work, 8)
    numbers = {each.patient.number for each in map(entry_of, outcomes) if each.patient}
    assert numbers == {f"P-{number}" for number in range(1003, 1003 + CLERKS * 8)}


@pytest.fixture
def first_look(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception | None, int], None]:
    """Make the first looks see nothing, or fail, before the others see what is there."""

    def go_wrong(error: Exception | None, times: int) -> None:
        really, looks = rules.check, iter(range(times))

        def check(*args: Any) -> list[Conflict]:
            if next(looks, None) is None:
                return really(*args)
            if error is not None:
                raise error
            return []

        monkeypatch.setattr(rules, "check", check)

    return go_wrong


def test_what_only_the_database_noticed_is_named_like_any_conflict(diary: Diary, first_look: Any) -> None:
    other = diary.booked("09:10", "KOC R1")
    first_look(None, 1)
    answer = diary.book("09:00", "KOC R2", patient=NewPatient("Öz", "Ada", None))
    assert isinstance(answer, Refused)
    assert [(each.kind, each.entry) for each in answer.conflicts] == [
        (ConflictKind.PRACTITIONER_BUSY, other.id)
    ]
    assert (diary.count("entry"), diary.count("patient")) == (1, 2)


def test_what_the_database_refuses_for_ever_is_not_booked(diary: Diary, first_look: Any) -> None:
    diary.booked("09:10")
    first_look(None, 99)
    with pytest.raises(StoreUnavailable) as raised:
        diary.book("09:00")
    assert raised.value.fault is StoreFault.UNSEEN
    assert diary.count("entry") == 1


def test_a_deadlock_is_tried_once_more(diary: Diary, first_look: Any) -> None:
    first_look(Deadlock(), 1)
    diary.booked("09:00")
    first_look(Deadlock(), 2)
    with pytest.raises(Deadlock):
        diary.book("10:00")
    assert diary.count("entry") == 1


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
def test_the_look_comes_after_the_locks(diary: Diary, statements: StatementLog) -> None:
    entry = diary.booked("09:00", "KOC R1", patient="P-1001", fill=True)
    asks: list[Callable[[], Outcome]] = [
        lambda: diary.move(entry, "10:00"),
        lambda: diary.book("11:00", patient="P-1001"),
    ]
    for ask in asks:
        statements.clear()
        entry_of(ask())
        [lock] = [place for place, each in enumerate(statements) if "FOR NO KEY UPDATE" in each]
        [look] = [place for place, each in enumerate(statements) if "UNION ALL" in each]
        assert lock < look
