"""Booking: what is written, what is refused, and that a refusal leaves nothing."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.outcomes import Change, Done, Free, Invalid, Refused
from praxidesk.engine.requests import NewPatient, Participant, PatientNumber
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, Role, Status
from praxidesk.models import queries, writes
from tests.services.diary import MONDAY, Diary, conflicts_of, entry_of, key, kinds
from tests.statement_log import StatementLog

NEW = NewPatient("Öz", "Ada", date(2001, 5, 6))


def test_an_answer_is_the_entry_as_it_is_stored(diary: Diary) -> None:
    for request in (
        diary.request("09:00", "KOC R1", patient="P-1001", note="nüchtern\n<b>"),
        diary.operation("10:00", patient="P-1002"),
        diary.blockout("13:00", "WEB KOC R2"),
        diary.request("15:00", "KOC", patient=NEW, status=Status.PROPOSED),
        replace(
            diary.request("14:00", ""),
            participants=(Participant(diary.id("KOC"), Role.PRACTITIONER, 10, 15),),
        ),
    ):
        entry = entry_of(diary.ask(request))
        with diary.desk.store.read() as connection:
            assert queries.entry(connection, entry.id) == entry


def test_a_known_patient_may_be_named_by_row(diary: Diary) -> None:
    by_number = diary.booked("09:00", patient="P-1001")
    assert by_number.patient is not None
    by_row = diary.booked("10:00", patient=by_number.patient.id)
    assert by_row.patient == by_number.patient
    clash = diary.book("10:15", "WEB", patient=by_number.patient.id)
    assert conflicts_of(clash) == [("patient_busy", "blocking")]


@pytest.mark.parametrize("nobody", [PatientNumber("P-9"), ActorId(4711)], ids=["number", "row"])
def test_an_unknown_patient_is_invalid(diary: Diary, nobody: PatientNumber | ActorId) -> None:
    answer = diary.book("09:00", patient=nobody)
    assert isinstance(answer, Invalid)
    assert [each.field for each in answer.errors] == ["patient"]
    assert diary.stored() == ()


def test_a_refusal_names_everybody_and_the_entries_they_are_taken_by(diary: Diary) -> None:
    first = diary.booked("09:00", "KOC R1", patient="P-1001")
    second = diary.booked("09:30", "KOC", patient="P-1002")
    answer = diary.book("09:15", "KOC R1", patient="P-1001")
    assert conflicts_of(answer) == [
        ("practitioner_busy", "blocking"),
        ("room_busy", "blocking"),
        ("patient_busy", "blocking"),
        ("practitioner_busy", "blocking"),
    ]
    assert isinstance(answer, Refused)
    assert answer.others == (first, second)
    assert [slot.starts_at for slot in answer.alternatives] == [
        diary.at("08:30"), diary.at("10:00"), diary.at("08:25"),
    ]  # fmt: skip
    assert diary.stored() == (first, second)


def test_offers_beside_a_refusal_can_be_booked(diary: Diary) -> None:
    diary.booked("09:00", "KOC R1")
    answer = diary.book("09:10", "KOC R1")
    assert isinstance(answer, Refused)
    for slot in answer.alternatives:
        wish = replace(diary.request("09:10"), starts_at=slot.starts_at, participants=slot.participants)
        assert isinstance(diary.check(wish), Free)


def test_what_the_calendar_does_not_know_it_refuses_too(diary: Diary) -> None:
    answer = diary.book("06:30", "WEB", day=date(2026, 12, 22))
    assert sorted(conflicts_of(answer)) == [("absent", "blocking"), ("practice_closed", "blocking")]


class TestKeys:
    def test_the_same_request_again_writes_nothing(self, diary: Diary) -> None:
        request = diary.request("09:00", "KOC R1", patient=NEW, key=key("k"))
        entry = entry_of(diary.ask(request))
        again = diary.ask(request)
        assert again == Done(Change.BOOKED, entry, replayed=True)
        assert (diary.count("entry"), diary.count("patient"), diary.count("entry_change")) == (1, 3, 1)

    def test_the_entry_comes_as_it_is_by_now(self, diary: Diary) -> None:
        request = diary.request("09:00", key=key("k"))
        entry = entry_of(diary.ask(request))
        moved = entry_of(diary.move(entry, "10:00"))
        assert diary.ask(request) == Done(Change.BOOKED, moved, replayed=True)

    def test_another_request_under_the_key_is_invalid(self, diary: Diary) -> None:
        diary.ask(diary.request("09:00", key=key("k")))
        answer = diary.ask(diary.request("10:00", key=key("k", "other")))
        assert isinstance(answer, Invalid)
        assert [each.field for each in answer.errors] == ["key"]
        assert diary.count("entry") == 1

    def test_refusals_are_not_remembered(self, diary: Diary) -> None:
        entry = diary.booked("09:00")
        request = diary.request("09:00", key=key("k"))
        assert isinstance(diary.ask(request), Refused)
        diary.cancel(entry)
        entry_of(diary.ask(request))

    def test_a_request_that_would_be_refused_by_now_is_still_answered(self, diary: Diary) -> None:
        request = diary.request("09:00", key=key("k"))
        entry = entry_of(diary.ask(request))
        diary.now = diary.at("12:00")
        diary.cancel(entry)
        diary.booked("09:00")
        answer = diary.ask(request)
        assert isinstance(answer, Done)
        assert (answer.change, answer.entry.id, answer.entry.status) == (
            Change.BOOKED, entry.id, Status.CANCELLED,
        )  # fmt: skip


class TestNewPatients:
    def test_the_number_continues(self, diary: Diary) -> None:
        first = diary.booked("09:00", patient=NEW)
        second = diary.booked("10:00", patient=replace(NEW, given="Eva"))
        assert [each.patient.number for each in (first, second) if each.patient] == ["P-1003", "P-1004"]

    def test_none_is_left_behind_by_a_refusal_a_check_or_an_error(self, diary: Diary) -> None:
        diary.booked("09:00")
        assert isinstance(diary.book("09:00", patient=NEW), Refused)
        assert isinstance(diary.check(diary.request("10:00", patient=NEW)), Free)
        invalid = diary.book("10:00", patient=NEW, minutes=0)
        assert isinstance(invalid, Invalid)
        assert diary.count("patient") == 2
        assert diary.count("setting") == 0

    def test_who_is_known_already_is_a_warning(self, diary: Diary) -> None:
        twin = NewPatient("MUELLER-OEZTUERK", "isil", date(1984, 2, 29))
        free = diary.check(diary.request("09:00", patient=twin))
        assert isinstance(free, Free)
        assert kinds(free.warnings) == [("possible_duplicate", "warning")]
        done = diary.book("09:00", patient=twin)
        assert isinstance(done, Done)
        assert kinds(done.warnings) == [("possible_duplicate", "warning")]


class TestFill:
    def test_the_desk_adds_the_first_who_are_free(self, diary: Diary) -> None:
        request = diary.request("09:00", "", type=diary.desk.practice.type_ids["KONTR"], fill=True)
        first, second = entry_of(diary.ask(request)), entry_of(diary.ask(request))
        assert [each.actor for each in first.allocations] == [diary.id("KOC"), diary.id("R1")]
        assert [each.actor for each in second.allocations] == [diary.id("WEB"), diary.id("R2")]
        assert isinstance(diary.ask(request), Refused)

    def test_a_check_says_whom(self, diary: Diary) -> None:
        request = diary.request("09:00", "R2", type=diary.desk.practice.type_ids["KONTR"], fill=True)
        free = diary.check(request)
        assert isinstance(free, Free)
        assert {each.actor for each in free.participants} == {diary.id("KOC"), diary.id("R2")}
        assert free.warnings == ()

    def test_a_team_and_its_rooms(self, diary: Diary) -> None:
        entry = entry_of(diary.ask(diary.operation("09:00", "OP1", fill=True)))
        assert {each.actor for each in entry.allocations} == {
            diary.id(code) for code in ("KOC", "ANA", "OP1", "CARM1")
        }


class TestOverride:
    def test_what_was_overridden_comes_back_as_warnings(self, diary: Diary) -> None:
        first = diary.booked("09:00", "KOC R1")
        done = diary.book("09:15", "KOC R2", override_reason="Notfall")
        assert isinstance(done, Done)
        assert kinds(done.warnings) == [("practitioner_busy", "warning")]
        assert done.entry.override_reason == "Notfall"
        assert {each.actor: each.blocking for each in done.entry.allocations} == {
            diary.id("KOC"): False,
            diary.id("R2"): True,
        }
        assert all(each.blocking for each in first.allocations)

    def test_nobody_meets_the_overridden_entry_unseen(self, diary: Diary) -> None:
        first = diary.booked("09:00")
        second = entry_of(diary.book("09:15", override_reason="Notfall"))
        diary.cancel(first)
        answer = diary.book("09:30")
        assert isinstance(answer, Refused)
        assert [each.entry for each in answer.conflicts] == [second.id]

    def test_a_reason_for_nothing_is_not_kept(self, diary: Diary) -> None:
        done = diary.book("09:00", override_reason="vorsichtshalber")
        assert isinstance(done, Done)
        assert (done.entry.override_reason, done.warnings) == ("", ())

    @pytest.mark.parametrize("reason", ["", "  \n"])
    def test_it_needs_a_reason(self, diary: Diary, reason: str) -> None:
        answer = diary.book("09:00", override_reason=reason)
        assert isinstance(answer, Invalid)
        assert [each.field for each in answer.errors] == ["override.reason"]

    def test_hours_are_overridden_and_still_guarded(self, diary: Diary) -> None:
        done = diary.book("17:30", override_reason="Notfall")
        assert isinstance(done, Done)
        assert kinds(done.warnings) == [("outside_hours", "warning")]
        assert [each.blocking for each in done.entry.allocations] == [True]


def test_statuses_that_occupy_nothing_are_not_checked(diary: Diary) -> None:
    diary.booked("09:00")
    entry = diary.booked("09:00", status=Status.NOSHOW)
    assert [each.blocking for each in entry.allocations] == [False]


def test_tentative_entries_meet_others_as_a_warning(diary: Diary) -> None:
    first = diary.booked("09:00")
    done = diary.book("09:15", status=Status.PENDING)
    assert isinstance(done, Done)
    assert [(each.kind, each.entry) for each in done.warnings] == [(ConflictKind.TENTATIVE, first.id)]
    assert [each.blocking for each in done.entry.allocations] == [False]


class TestStatements:
    """Counted exactly: a booking costs the same after a hundred thousand others."""

    def test_a_booking_is_five_with_begin_and_commit(self, diary: Diary, statements: StatementLog) -> None:
        for request in (
            diary.request("09:00", "KOC R1", patient="P-1001", key=key("a")),
            diary.operation("10:00", patient="P-1002", key=key("b")),
            diary.request("14:00", "KOC R1", type=diary.desk.practice.type_ids["KONTR"], fill=True),
        ):
            statements.clear()
            entry_of(diary.ask(request))
            assert len(statements) == 5, statements
            assert statements[0].startswith("BEGIN")
            assert statements[-1] == "COMMIT"

    def test_a_check_is_one_query(self, diary: Diary, statements: StatementLog) -> None:
        for request in (
            diary.request("09:00", "KOC R1", patient="P-1001"),
            diary.operation("10:00", patient="P-1002"),
        ):
            statements.clear()
            assert isinstance(diary.check(request), Free)
            assert len([each for each in statements if each.startswith("SELECT")]) == 1
            assert len(statements) == 3, statements

    @pytest.mark.parametrize(("minutes", "expected"), [(60, 3), (25 * 60, 4)])
    def test_a_refusal_asks_once_more_for_offers_and_once_for_names(
        self, diary: Diary, statements: StatementLog, minutes: int, expected: int
    ) -> None:
        """Where nothing is free within a day, a second time for offers: weeks, and of colleagues too."""
        diary.booked("08:30", "KOC R1", minutes=minutes, override_reason="a day and a night")
        statements.clear()
        refusal = diary.book("09:00", "KOC R1")
        assert isinstance(refusal, Refused)
        assert len(refusal.alternatives) == 3
        selects = [each for each in statements if each.startswith("SELECT") and "FOR " not in each]
        assert len(selects) == expected, selects
        # Within the one transaction, but for the weeks that hardly anybody needs.
        assert statements.count("BEGIN") <= expected - 2
        assert not [each for each in statements if each.startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_practice_that_changed_meanwhile_is_read_again(diary: Diary) -> None:
    other = Diary.begun_in(diary.desk.store)
    with diary.desk.store.write() as connection:
        koc = diary.desk.practice.actors[diary.id("KOC")]
        writes.save_actor(connection, replace(koc, active=False))
    assert conflicts_of(other.book("09:00")) == [("inactive", "blocking")]
    assert not other.desk.practice.actors[diary.id("KOC")].active


def test_a_type_that_was_not_known_yet_is_found(diary: Diary) -> None:
    other = Diary.begun_in(diary.desk.store)
    with diary.desk.store.write() as connection:
        frei = diary.desk.practice.types[diary.desk.practice.type_ids["FREI"]]
        new = writes.save_type(connection, replace(frei, code="NEU"))
    assert new not in other.desk.practice.types
    entry_of(other.book("09:00", type=new))


def test_a_check_of_an_entry_asks_with_its_status(diary: Diary) -> None:
    diary.booked("10:00")
    entry = diary.booked("09:00")
    wish = replace(diary.request("10:15"), entry=entry.id)
    assert conflicts_of(diary.check(wish)) == [("practitioner_busy", "blocking")]
    diary.set_status(entry, Status.PENDING)
    pending = diary.check(wish)
    assert isinstance(pending, Free)
    assert kinds(pending.warnings) == [("tentative", "warning")]
    diary.set_status(entry, Status.BOOKED, version=2)
    diary.set_status(entry, Status.NOSHOW, version=3)
    away = diary.check(wish)
    assert isinstance(away, Free)
    assert away.warnings == ()
    diary.cancel(entry, version=4)
    assert conflicts_of(diary.check(wish)) == [("practitioner_busy", "blocking")]


def test_a_check_of_an_entry_never_meets_itself(diary: Diary) -> None:
    entry = diary.booked("09:00")
    assert isinstance(diary.check(replace(diary.request("09:10"), entry=entry.id)), Free)
    answer = diary.check(replace(diary.request("09:10"), entry=EntryId(4711)))
    assert isinstance(answer, Invalid)
    assert [each.field for each in answer.errors] == ["id"]


def test_days_stay_apart(diary: Diary) -> None:
    diary.booked("09:00")
    diary.booked("09:00", day=date(2026, 11, 24))
    assert isinstance(diary.book("09:00", day=MONDAY), Refused)
