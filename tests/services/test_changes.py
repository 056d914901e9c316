"""Moving, cancelling and setting the status: what is checked, what is kept, who knew which version."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done, Free, Invalid, Outcome, Refused
from praxidesk.engine.requests import CancelRequest, MoveRequest, NewPatient, PatientNumber, StatusRequest
from praxidesk.engine.status_order import is_allowed
from praxidesk.engine.vocabulary import ConflictKind, EntryId, Phase, Role, Severity, Status
from praxidesk.models import queries, writes
from praxidesk.services import cancelling, moving, status_changes
from tests.services.diary import Diary, conflicts_of, entry_of, key, kinds
from tests.statement_log import StatementLog

Change_ = Callable[[Diary, Entry, int], Outcome]

ALL_CHANGES = [
    pytest.param(lambda diary, entry, version: diary.move(entry, "11:00", version=version), id="move"),
    pytest.param(lambda diary, entry, version: diary.cancel(entry, version=version), id="cancel"),
    pytest.param(
        lambda diary, entry, version: diary.set_status(entry, Status.ARRIVED, version=version), id="status"
    ),
]


def invalid_fields(outcome: Outcome) -> list[str]:
    assert isinstance(outcome, Invalid), outcome
    return [each.field for each in outcome.errors]


def is_stored(diary: Diary, entry: Entry) -> bool:
    with diary.desk.store.read() as connection:
        return queries.entry(connection, entry.id) == entry


@pytest.mark.parametrize("change", ALL_CHANGES)
class TestVersions:
    def test_each_change_counts_one_up_and_tells_what_was(self, diary: Diary, change: Change_) -> None:
        entry = diary.booked("09:00", "KOC R1", patient="P-1001")
        done = change(diary, entry, 1)
        assert isinstance(done, Done)
        assert (done.before, done.entry.version) == (entry, 2)
        assert is_stored(diary, done.entry)

    def test_an_older_one_is_refused_with_the_present_state(self, diary: Diary, change: Change_) -> None:
        entry = diary.booked("09:00")
        moved = entry_of(diary.move(entry, "10:00"))
        answer = change(diary, entry, 1)
        assert conflicts_of(answer) == [("stale_version", "blocking")]
        assert isinstance(answer, Refused)
        assert (answer.current, answer.conflicts[0].entry, answer.conflicts[0].span) == (
            moved, entry.id, moved.span,
        )  # fmt: skip
        assert is_stored(diary, moved)

    def test_one_not_reached_yet_is_invalid(self, diary: Diary, change: Change_) -> None:
        entry = diary.booked("09:00")
        assert invalid_fields(change(diary, entry, 2)) == ["version"]

    def test_an_unknown_entry_is_invalid(self, diary: Diary, change: Change_) -> None:
        entry = diary.booked("09:00")
        assert invalid_fields(change(diary, replace(entry, id=EntryId(4711)), 1)) == ["id"]


class TestKeys:
    def requests(self, diary: Diary, entry: Entry) -> list[Callable[[], Outcome]]:
        desk, now = diary.desk, diary.now
        start = diary.at("11:00")
        return [
            lambda: moving.move(desk, MoveRequest(entry.id, 1, starts_at=start, key=key("k")), now),
            lambda: moving.move(desk, MoveRequest(entry.id, 1, note="neu", key=key("k")), now),
            lambda: cancelling.cancel(desk, CancelRequest(entry.id, 1, key=key("k")), now),
            lambda: status_changes.set_status(
                desk, StatusRequest(entry.id, 1, Status.ARRIVED, key=key("k")), now
            ),
            lambda: status_changes.set_status(
                desk, StatusRequest(entry.id, 1, Status.NOSHOW, key=key("k")), now
            ),
        ]

    @pytest.mark.parametrize("which", range(5))
    def test_the_same_request_again_writes_nothing(self, diary: Diary, which: int) -> None:
        request = self.requests(diary, diary.booked("09:00"))[which]
        done, again = request(), request()
        assert isinstance(done, Done)
        assert again == Done(done.change, done.entry, replayed=True)
        assert diary.count("entry_change") == 2

    @pytest.mark.parametrize("which", range(5))
    def test_a_key_of_another_request_is_invalid(self, diary: Diary, which: int) -> None:
        diary.ask(diary.request("12:00", key=key("k", "a booking")))
        answer = self.requests(diary, diary.booked("09:00"))[which]()
        assert invalid_fields(answer) == ["key"]
        assert diary.count("entry_change") == 2

    def test_a_restoring_status_is_replayed(self, diary: Diary) -> None:
        entry = entry_of(diary.cancel(diary.booked("09:00")))
        first = diary.set_status(entry, Status.BOOKED, key=key("k"))
        again = diary.set_status(entry, Status.BOOKED, key=key("k"))
        assert again == Done(Change.STATUS_CHANGED, entry_of(first), replayed=True)


class TestMoving:
    def test_a_new_start_keeps_the_rest(self, diary: Diary) -> None:
        entry = entry_of(diary.ask(diary.operation("09:00", patient="P-1001", note="links")))
        moved = entry_of(diary.move(entry, "10:00", day=date(2026, 11, 24)))
        by = moved.starts_at - entry.starts_at
        assert moved == replace(
            entry,
            version=2,
            starts_at=entry.starts_at + by,
            ends_at=entry.ends_at + by,
            allocations=tuple(
                replace(each, starts_at=each.starts_at + by, ends_at=each.ends_at + by)
                for each in entry.allocations
            ),
        )

    def test_it_never_meets_itself(self, diary: Diary) -> None:
        entry = diary.booked("09:00", "KOC R1", patient="P-1001")
        entry_of(diary.move(entry, "09:10"))

    def test_it_meets_others_and_stays(self, diary: Diary) -> None:
        entry, other = diary.booked("09:00"), diary.booked("10:00")
        answer = diary.move(entry, "09:45")
        assert conflicts_of(answer) == [("practitioner_busy", "blocking")]
        assert isinstance(answer, Refused)
        assert answer.others == (other,)
        places = [diary.at(time) for time in ("09:30", "09:25", "09:20")]
        assert [each.starts_at for each in answer.alternatives] == places
        apart = [diary.at(time) for time in ("09:30", "09:00", "10:30", "08:30")]
        assert [each.starts_at for each in answer.apart] == apart
        assert is_stored(diary, entry)

    def test_people_are_replaced_whole(self, diary: Diary) -> None:
        entry = diary.booked("09:00", "KOC R1", patient="P-1001")
        moved = entry_of(diary.move(entry, participants=diary.who("WEB R2")))
        assert [each.actor for each in moved.allocations] == [
            diary.id("WEB"), diary.id("R2"), entry.allocations[-1].actor,
        ]  # fmt: skip
        diary.booked("09:00", "KOC R1")

    def test_the_patient_may_be_another_a_new_one_or_nobody(self, diary: Diary) -> None:
        entry = diary.booked("09:00", patient="P-1001")
        other = entry_of(diary.move(entry, patient=PatientNumber("P-1002")))
        assert other.patient is not None
        assert (other.patient.number, other.allocations[-1].role) == ("P-1002", Role.PATIENT)
        new = entry_of(diary.move(other, patient=NewPatient("Öz", "Ada", None)))
        assert new.patient is not None
        assert (new.patient.number, new.patient.family) == ("P-1003", "Öz")
        assert is_stored(diary, new)
        nobody = entry_of(diary.move(new, patient=None))
        assert (nobody.patient, len(nobody.allocations)) == (None, 1)
        assert is_stored(diary, nobody)

    def test_a_patient_who_is_elsewhere_refuses(self, diary: Diary) -> None:
        entry = diary.booked("09:00")
        diary.booked("09:15", "WEB", patient="P-1001")
        answer = diary.move(entry, patient=PatientNumber("P-1001"))
        assert conflicts_of(answer) == [("patient_busy", "blocking")]
        assert invalid_fields(diary.move(entry, patient=PatientNumber("P-9"))) == ["patient"]

    def test_phases_make_it_longer(self, diary: Diary) -> None:
        entry = entry_of(diary.ask(diary.operation("09:00")))
        moved = entry_of(diary.move(entry, phases={Phase.SURGERY: 90}))
        assert moved.ends_at == entry.ends_at + 45 * 60

    def test_what_changes_neither_time_nor_people_is_not_checked(self, diary: Diary) -> None:
        first = diary.booked("09:00")
        entry = entry_of(diary.book("09:15", override_reason="Notfall"))
        with diary.desk.store.write() as connection:
            koc = diary.desk.practice.actors[diary.id("KOC")]
            writes.save_actor(connection, replace(koc, active=False))
        for change in (
            {"note": "nüchtern"},
            {"starts_at": entry.starts_at, "participants": diary.who("KOC")},
            {"minutes": 30},
        ):
            done = diary.move(entry, **change)
            assert isinstance(done, Done)
            assert done.warnings == ()
            assert done.entry.override_reason == "Notfall"
            assert [each.blocking for each in done.entry.allocations] == [False]
            entry = done.entry
        assert is_stored(diary, first)

    def test_an_override_lasts_for_one_request_only(self, diary: Diary) -> None:
        diary.booked("09:00")
        entry = entry_of(diary.book("09:15", override_reason="Notfall"))
        assert isinstance(diary.move(entry, "09:20"), Refused)
        again = diary.move(entry, "09:20", override_reason="immer noch")
        assert isinstance(again, Done)
        assert kinds(again.warnings) == [("practitioner_busy", "warning")]
        assert again.entry.override_reason == "immer noch"
        away = entry_of(diary.move(again.entry, "11:00"))
        assert (away.override_reason, [each.blocking for each in away.allocations]) == ("", [True])

    def test_a_move_can_fill(self, diary: Diary) -> None:
        kontr = diary.desk.practice.type_ids["KONTR"]
        entry = entry_of(diary.ask(diary.request("09:00", "KOC", type=kontr)))
        moved = entry_of(diary.move(entry, "10:00", fill=True))
        assert {each.actor for each in moved.allocations} == {diary.id("KOC"), diary.id("R1")}

    def test_a_cancelled_entry_is_not_moved(self, diary: Diary) -> None:
        entry = entry_of(diary.cancel(diary.booked("09:00")))
        assert invalid_fields(diary.move(entry, "10:00")) == ["id"]
        assert invalid_fields(diary.move(entry, "10:00", version=1)) == ["id"]

    def test_a_check_of_a_move(self, diary: Diary) -> None:
        entry = diary.booked("09:00", "KOC R1")
        diary.booked("10:00")
        assert isinstance(diary.check(MoveRequest(entry.id, 0, starts_at=diary.at("09:30"))), Free)
        answer = diary.check(MoveRequest(entry.id, 1, starts_at=diary.at("09:45")))
        assert conflicts_of(answer) == [("practitioner_busy", "blocking")]
        assert invalid_fields(diary.check(MoveRequest(entry.id, 2))) == ["version"]
        assert is_stored(diary, entry)


def _of_status(diary: Diary, status: Status, clock: str = "09:00") -> Entry:
    """An entry that has got this status by changes that are allowed."""
    entry = diary.booked(clock, override_reason="nachts")
    if status is Status.CANCELLED:
        return entry_of(diary.cancel(entry))
    return entry if status is Status.BOOKED else entry_of(diary.set_status(entry, status))


class TestCancelling:
    def test_its_people_are_free_again(self, diary: Diary) -> None:
        entry = diary.booked("09:00", "KOC R1", patient="P-1001")
        cancelled = entry_of(diary.cancel(entry, "Patient krank"))
        assert (cancelled.status, cancelled.reason) == (Status.CANCELLED, "Patient krank")
        assert not any(each.blocking for each in cancelled.allocations)
        diary.booked("09:00", "KOC R1", patient="P-1001")

    def test_twice_is_invalid_whatever_the_version(self, diary: Diary) -> None:
        entry = entry_of(diary.cancel(diary.booked("09:00")))
        assert invalid_fields(diary.cancel(entry)) == ["id"]
        assert invalid_fields(diary.cancel(entry, version=1)) == ["id"]

    def test_a_blockout_stays_what_it_is(self, diary: Diary) -> None:
        entry = entry_of(diary.ask(diary.blockout("09:00")))
        cancelled = entry_of(diary.cancel(entry))
        restored = entry_of(diary.set_status(cancelled, Status.BOOKED))
        assert (cancelled.reason, restored.reason) == ("Teamsitzung", "Teamsitzung")


class TestStatus:
    def test_status_cancels_nothing(self, diary: Diary) -> None:
        entry = diary.booked("09:00")
        assert invalid_fields(diary.set_status(entry, Status.CANCELLED)) == ["status"]
        assert is_stored(diary, entry)

    @pytest.mark.parametrize("status", [Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED])
    def test_what_occupies_already_is_not_checked(self, diary: Diary, status: Status) -> None:
        entry = diary.booked("09:00", "KOC R1")
        diary.now = diary.at("12:00")
        done = diary.set_status(entry, status)
        assert isinstance(done, Done)
        assert done.warnings == ()
        assert done.entry == replace(entry, version=2, status=status)

    @pytest.mark.parametrize("status", [Status.NOSHOW, Status.ENTERED_IN_ERROR, Status.PENDING])
    def test_what_no_longer_occupies_is_not_guarded(self, diary: Diary, status: Status) -> None:
        entry = diary.booked("09:00", "KOC R1")
        changed = entry_of(diary.set_status(entry, status))
        assert not any(each.blocking for each in changed.allocations)
        assert is_stored(diary, changed)
        diary.booked("09:00", "KOC R1")

    @pytest.mark.parametrize(
        "status", [Status.NOSHOW, Status.ENTERED_IN_ERROR, Status.PENDING, Status.WAITLIST]
    )
    def test_back_into_the_calendar_only_where_it_is_free(self, diary: Diary, status: Status) -> None:
        away = entry_of(diary.set_status(diary.booked("09:00", "KOC R1"), status))
        other = diary.booked("09:15")
        refused = diary.set_status(away, Status.BOOKED)
        assert conflicts_of(refused) == [("practitioner_busy", "blocking")]
        diary.cancel(other)
        back = entry_of(diary.set_status(away, Status.BOOKED))
        assert all(each.blocking for each in back.allocations)
        assert is_stored(diary, back)

    def test_a_cancelled_entry_is_restored_with_all_rules(self, diary: Diary) -> None:
        entry = diary.booked("09:00", "KOC R1", patient="P-1001")
        cancelled = entry_of(diary.cancel(entry, "krank"))
        with diary.desk.store.write() as connection:
            koc = diary.desk.practice.actors[diary.id("KOC")]
            writes.save_actor(connection, replace(koc, active=False))
        assert conflicts_of(diary.set_status(cancelled, Status.BOOKED)) == [("inactive", "blocking")]
        done = diary.set_status(cancelled, Status.BOOKED, override_reason="Vertretung")
        assert isinstance(done, Done)
        assert kinds(done.warnings) == [("inactive", "warning")]
        assert done.entry == replace(entry, version=3, override_reason="Vertretung")

    def test_an_overridden_return_guards_all_but_the_busy(self, diary: Diary) -> None:
        away = entry_of(diary.set_status(diary.booked("09:00", "KOC R1"), Status.NOSHOW))
        diary.booked("09:15")
        done = diary.set_status(away, Status.ARRIVED, override_reason="kam doch")
        assert isinstance(done, Done)
        assert [each.blocking for each in done.entry.allocations] == [False, True]
        assert is_stored(diary, done.entry)

    def test_between_states_that_do_not_occupy_nothing_is_checked(self, diary: Diary) -> None:
        away = entry_of(diary.set_status(diary.booked("09:00"), Status.PENDING))
        diary.booked("09:00")
        for status in (Status.WAITLIST, Status.PROPOSED, Status.ENTERED_IN_ERROR, Status.NOSHOW):
            done = diary.set_status(away, status)
            assert isinstance(done, Done)
            assert done.warnings == ()
            away = done.entry

    @pytest.mark.parametrize("before", Status)
    def test_a_status_follows_only_what_it_may_follow(self, diary: Diary, before: Status) -> None:
        for hour, after in enumerate(each for each in Status if each is not Status.CANCELLED):
            entry = _of_status(diary, before, f"{hour:02}:00")
            answer = diary.set_status(entry, after, override_reason="trotzdem")
            if is_allowed(before, after):
                assert entry_of(answer).status is after
                continue
            assert conflicts_of(answer) == [("status_not_allowed", "blocking")]
            assert isinstance(answer, Refused)
            assert answer.conflicts[0].span == entry.span
            assert is_stored(diary, entry)

    @pytest.mark.parametrize("before", [each for each in Status if each is not Status.CANCELLED])
    def test_what_may_not_be_called_off_is_not(self, diary: Diary, before: Status) -> None:
        entry = _of_status(diary, before)
        answer = diary.cancel(entry, "Patient krank")
        if before in {Status.FULFILLED, Status.ENTERED_IN_ERROR}:
            assert conflicts_of(answer) == [("status_not_allowed", "blocking")]
            assert is_stored(diary, entry)
        else:
            cancelled = entry_of(answer)
            assert entry_of(diary.set_status(cancelled, before)).status is before

    def test_an_older_version_is_stale_before_its_status_is_asked_for(self, diary: Diary) -> None:
        entry = diary.booked("09:00")
        entry_of(diary.set_status(entry, Status.FULFILLED))
        assert conflicts_of(diary.set_status(entry, Status.NOSHOW)) == [("stale_version", "blocking")]
        assert conflicts_of(diary.cancel(entry)) == [("stale_version", "blocking")]

    def test_a_key_remembers_a_status_that_could_not_follow_again(self, diary: Diary) -> None:
        entry = diary.booked("09:00")
        missed = entry_of(diary.set_status(entry, Status.NOSHOW, key=key("k")))
        back = entry_of(diary.set_status(missed, Status.BOOKED))
        entry_of(diary.set_status(back, Status.FULFILLED))
        again = diary.set_status(entry, Status.NOSHOW, key=key("k"))
        assert isinstance(again, Done)
        assert again.replayed

    def test_a_past_return_is_a_warning(self, diary: Diary) -> None:
        away = entry_of(diary.set_status(diary.booked("09:00"), Status.NOSHOW))
        diary.now = diary.at("09:20")
        done = diary.set_status(away, Status.ARRIVED)
        assert isinstance(done, Done)
        assert [each.kind for each in done.warnings] == [ConflictKind.IN_THE_PAST]


def test_a_softened_policy_lets_pass_and_does_not_guard(diary: Diary) -> None:
    with diary.desk.store.write() as connection:
        writes.save_policy(connection, {ConflictKind.PATIENT_BUSY: Severity.WARNING})
    diary.booked("09:00", "KOC", patient="P-1001")
    done = diary.book("09:00", "WEB", patient="P-1001")
    assert isinstance(done, Done)
    assert kinds(done.warnings) == [("patient_busy", "warning")]
    assert [each.blocking for each in done.entry.allocations] == [True, False]
    assert done.entry.override_reason == ""
    with diary.desk.store.write() as connection:
        writes.save_policy(connection, {ConflictKind.PATIENT_BUSY: Severity.OFF})
    third = diary.book("09:15", "R1", patient="P-1001")
    assert isinstance(third, Done)
    assert third.warnings == ()
    assert [each.blocking for each in third.entry.allocations] == [True, False]


def test_history_has_a_line_for_each_change(diary: Diary) -> None:
    entry = entry_of(diary.cancel(entry_of(diary.move(diary.booked("09:00"), "10:00"))))
    entry_of(diary.set_status(entry, Status.BOOKED))
    with diary.desk.store.read() as connection:
        lines = queries.history(connection, entry.id)
    assert [(each.version, each.change) for each in lines] == [
        (4, Change.STATUS_CHANGED), (3, Change.CANCELLED), (2, Change.MOVED), (1, Change.BOOKED),
    ]  # fmt: skip
    assert {each.at for each in lines} == {diary.now}


def test_statements_of_changes_are_few(diary: Diary, statements: StatementLog) -> None:
    entry = diary.booked("09:00", "KOC R1", patient="P-1001")
    locks = int(diary.desk.store.dialect == "postgresql")
    changes: list[tuple[Callable[[Entry], Outcome], int]] = [
        # Begin, two for the entry, the look, update, delete, insert, commit.
        (lambda entry: diary.move(entry, "10:00"), 8 + locks),
        (lambda entry: diary.move(entry, note="x"), 6 + locks),
        (lambda entry: diary.set_status(entry, Status.ARRIVED), 5),
        (diary.cancel, 6),
    ]
    for change, most in changes:
        statements.clear()
        entry = entry_of(change(entry))
        assert len(statements) <= most, statements


def test_what_is_taken_back_goes_where_it_stood_although_its_hours_are_gone(diary: Diary) -> None:
    entry = diary.booked("09:00", "KOC R1")
    for away in ("05:00", "22:00"):
        assert isinstance(diary.move(entry, away), Refused)
    back = diary.move(entry, "05:00", restores=True)
    assert isinstance(back, Done)
    assert {each.severity for each in back.warnings} == {Severity.WARNING}
    assert (back.entry.override_reason, {each.blocking for each in back.entry.allocations}) == ("", {True})
    assert is_stored(diary, back.entry)
    # What the database forbids, and what is no matter of hours, does.
    diary.booked("10:00", "KOC")
    taken = diary.move(back.entry, "10:00", restores=True)
    assert ("practitioner_busy", "blocking") in conflicts_of(taken)
