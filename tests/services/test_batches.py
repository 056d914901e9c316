"""Several bookings in one transaction, as an import makes them; and a desk that keeps up."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.outcomes import Done, Invalid, Refused, StoreFault
from praxidesk.engine.requests import NewPatient, PatientNumber
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.models import writes
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.booking import book_in
from praxidesk.services.desk import Desk
from praxidesk.services.shared_look import SharedLook
from tests.services.diary import Diary, key, kinds
from tests.statement_log import StatementLog


def test_a_batch_books_what_it_can_and_its_rows_meet_each_other(diary: Diary) -> None:
    requests = [
        diary.request("09:00", "KOC", key=key("1")),
        diary.request("09:15", "KOC", patient=NewPatient("Öz", "Ada", None), key=key("2")),
        diary.request("09:30", "KOC", patient=PatientNumber("P-9")),
        diary.request("09:30", "KOC", patient=NewPatient("Öz", "Eva", None), key=key("3")),
        diary.request("09:00", "KOC", key=key("1")),
    ]
    with diary.desk.store.write() as connection:
        writes.lock_actors(connection, diary.desk.practice.actors)
        first, refused, invalid, last, again = (
            book_in(connection, diary.desk, request, diary.now) for request in requests
        )
    assert isinstance(first, Done)
    assert isinstance(refused, Refused)
    assert isinstance(invalid, Invalid)
    assert isinstance(last, Done)
    assert isinstance(again, Done)
    assert kinds(refused.conflicts) == [("practitioner_busy", "blocking")]
    assert (refused.others, refused.alternatives) == ((first.entry,), ())
    assert (again.replayed, again.entry) == (True, first.entry)
    assert {each.id for each in diary.stored()} == {first.entry.id, last.entry.id}
    assert diary.count("patient") == 3


def test_a_batch_that_fails_leaves_nothing(diary: Diary) -> None:
    def batch() -> None:
        with diary.desk.store.write() as connection:
            book_in(connection, diary.desk, diary.request("09:00"), diary.now)
            raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - ours
        batch()
    assert diary.stored() == ()


def test_a_booking_of_a_batch_costs_what_it_must(diary: Diary, statements: StatementLog) -> None:
    with diary.desk.store.write() as connection:
        statements.clear()
        for clock in ("09:00", "10:00", "11:00"):
            book_in(connection, diary.desk, diary.request(clock), diary.now)
    assert len(statements) == 3 * 3 + 1, statements


def test_a_desk_sees_changes_only_where_there_are_some(diary: Diary) -> None:
    desk = diary.desk
    practice = desk.practice
    assert not desk.refresh()
    assert desk.practice is practice
    koc = practice.actors[diary.id("KOC")]
    with desk.store.write() as connection:
        writes.save_actor(connection, replace(koc, name="Dr. Koç-Weber"))
        writes.save_site(connection, replace(practice.site, timezone="Europe/London"))
    assert desk.refresh()
    assert desk.practice.actors[diary.id("KOC")].name == "Dr. Koç-Weber"
    assert desk.zone.name == "Europe/London"
    assert not desk.refresh()


def test_holidays_are_those_of_the_site(diary: Diary) -> None:
    assert date(2026, 3, 8) in diary.desk.practice.holidays
    with diary.desk.store.write() as connection:
        writes.save_site(connection, replace(diary.desk.practice.site, holidays=""))
    assert diary.desk.refresh()
    assert not diary.desk.practice.holidays


def test_a_store_without_a_practice_has_no_desk(store: Store) -> None:
    with pytest.raises(StoreUnavailable) as raised:
        Desk.open(store)
    assert raised.value.fault is StoreFault.EMPTY


def test_a_practice_that_changes_within_a_batch_is_looked_at_anew(diary: Diary) -> None:
    desk = diary.desk
    requests = [diary.request("09:00", "KOC"), diary.request("17:30", "KOC")]
    with desk.store.write() as connection:
        look = SharedLook(connection, desk, requests)
        first = book_in(connection, desk, requests[0], diary.now, look)
        assert isinstance(first, Done)
        look.note(requests[0], first)
        writes.save_policy(connection, {ConflictKind.OUTSIDE_HOURS: Severity.WARNING})
        desk.reload(connection)
        last = book_in(connection, desk, requests[1], diary.now, look)
    assert isinstance(last, Done)
    assert [each.kind for each in last.warnings] == [ConflictKind.OUTSIDE_HOURS]
