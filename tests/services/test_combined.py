"""Combinations: appointments that follow each other, booked all or none."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import AppointmentType
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    MoveRequest,
    NewPatient,
    PatientNumber,
    SlotRequest,
)
from praxidesk.engine.series_outcomes import (
    CombinedOutcome,
    CombinedSlotsFound,
    SeriesOutcome,
    Verdict,
)
from praxidesk.engine.series_requests import (
    CombinedPart,
    CombinedRequest,
    CombinedSlotPart,
    CombinedSlotRequest,
)
from praxidesk.engine.vocabulary import EntryKind, Scope, Status
from praxidesk.models import writes
from praxidesk.services.combined import book_combined, check_combined
from praxidesk.services.combined_slots import find_combined_slots
from praxidesk.services.series_cancelling import cancel_series
from praxidesk.services.series_changes import move_series
from tests.services.diary import MONDAY, Diary, entry_of, key, kinds
from tests.statement_log import StatementLog


def part(diary: Diary, codes: str = "", type: str = "FREI", **more: Any) -> CombinedPart:
    of_part = {name: more.pop(name) for name in ("least_gap", "longest_gap", "is_fixed") if name in more}
    if "at" in more:
        more["starts_at"] = diary.at(more.pop("at"))
        of_part.setdefault("longest_gap", None)
        of_part["is_fixed"] = True
    values: dict[str, Any] = {
        "kind": EntryKind.APPOINTMENT,
        "starts_at": 0,
        "participants": diary.who(codes),
        "type": diary.desk.practice.type_ids[type],
    }
    return CombinedPart(BookRequest(**(values | more)), **of_part)


def request(diary: Diary, clock: str, *parts: CombinedPart, **more: Any) -> CombinedRequest:
    more.setdefault("patient", PatientNumber("P-1001"))
    return CombinedRequest(diary.at(clock, more.pop("day", MONDAY)), parts, **more)


def book(diary: Diary, asked: CombinedRequest) -> CombinedOutcome:
    outcome = book_combined(diary.desk, asked, diary.now)
    assert isinstance(outcome, CombinedOutcome), outcome
    return outcome


def check(diary: Diary, asked: CombinedRequest) -> CombinedOutcome:
    outcome = check_combined(diary.desk, asked, diary.now)
    assert isinstance(outcome, CombinedOutcome), outcome
    return outcome


def clocks(diary: Diary, outcome: CombinedOutcome) -> list[str]:
    return [f"{diary.desk.zone.local(each.span.start):%H:%M}" for each in outcome.parts]


def entries_of(outcome: CombinedOutcome) -> list[Entry]:
    assert outcome.verdict is Verdict.BOOKED, outcome
    return [each.entry for each in outcome.parts if each.entry is not None]


def lab_then_doctor(diary: Diary, clock: str = "09:00", **more: Any) -> CombinedRequest:
    """Half an hour in R2, and after 10 to 60 minutes half an hour with Koç."""
    return request(
        diary, clock, part(diary, "R2"), part(diary, "KOC R1", least_gap=10, longest_gap=60), **more
    )


def test_all_parts_are_booked_at_once(diary: Diary) -> None:
    outcome = book(diary, lab_then_doctor(diary, note="Kombi"))
    assert clocks(diary, outcome) == ["09:00", "09:40"]
    assert entries_of(outcome) == list(diary.stored())
    assert {each.series for each in diary.stored()} == {outcome.series}
    assert {(each.series_day, each.note) for each in diary.stored()} == {(None, "Kombi")}
    assert {each.patient.number for each in diary.stored() if each.patient} == {"P-1001"}


def test_a_part_waits_within_its_gap_until_somebody_is_free(diary: Diary) -> None:
    diary.booked("09:30", "KOC")
    assert clocks(diary, check(diary, lab_then_doctor(diary))) == ["09:00", "10:00"]
    diary.booked("10:00", "KOC", minutes=31)
    outcome = book(diary, lab_then_doctor(diary))
    assert outcome.verdict is Verdict.REFUSED
    assert len(diary.stored()) == 2


def test_a_refusal_names_each_part_and_leaves_nothing(diary: Diary) -> None:
    in_the_way = diary.booked("09:15", "R2", minutes=20)
    outcome = book(diary, lab_then_doctor(diary, patient=NewPatient("Öz", "Ada", None)))
    assert outcome.verdict is Verdict.REFUSED
    assert [kinds(each.conflicts) for each in outcome.parts] == [[("room_busy", "blocking")], []]
    assert outcome.others == (in_the_way,)
    assert (diary.count("patient"), diary.count("series")) == (2, 0)
    assert diary.stored() == (in_the_way,)


def test_a_refusal_offers_other_times_that_can_be_booked(diary: Diary) -> None:
    diary.booked("09:15", "R2", minutes=20)
    outcome = book(diary, lab_then_doctor(diary))
    assert len(outcome.alternatives) == 3
    offer = outcome.alternatives[0]
    parts = [
        replace(asked, is_fixed=True, booking=replace(asked.booking, starts_at=slot.starts_at))
        for asked, slot in zip(lab_then_doctor(diary).parts, offer.parts, strict=True)
    ]
    again = replace(lab_then_doctor(diary), starts_at=offer.span.start, parts=tuple(parts))
    assert book(diary, again).verdict is Verdict.BOOKED


def test_the_other_times_are_those_nearest_to_the_wish(diary: Diary) -> None:
    diary.booked("10:00", "R2", minutes=60)
    asked = request(diary, "10:40", *[part(diary, "R2", minutes=10)] * 2)
    outcome = book(diary, asked)
    offered = [f"{diary.desk.zone.local(each.span.start):%H:%M}" for each in outcome.alternatives]
    assert offered == ["11:00", "11:05", "11:10"]
    outcome = book(diary, replace(asked, starts_at=diary.at("10:05")))
    offered = [f"{diary.desk.zone.local(each.span.start):%H:%M}" for each in outcome.alternatives]
    assert offered == ["09:40", "09:35", "09:30"]


def test_parts_give_way_to_those_behind_them(diary: Diary) -> None:
    """At the earliest the second would make the third impossible: it waits, within its gap."""
    diary.booked("10:00", "KOC", minutes=30)
    asked = request(
        diary,
        "09:00",
        part(diary, "R2"),
        part(diary, "R1", minutes=15, longest_gap=60),
        part(diary, "KOC", longest_gap=5),
    )
    # 09:30+15 would put Koç at 09:45 to 10:15: not free before 10:30.
    assert clocks(diary, book(diary, asked)) == ["09:00", "10:10", "10:30"]


def test_a_part_may_have_its_own_start(diary: Diary) -> None:
    asked = request(diary, "09:00", part(diary, "R2"), part(diary, "KOC", at="11:00"))
    assert clocks(diary, book(diary, asked)) == ["09:00", "11:00"]


def test_the_desk_chooses_for_each_part_and_parts_see_each_other(diary: Diary) -> None:
    """The type keeps five minutes behind it, so the second part cannot have the same doctor at once."""
    kontr = part(diary, type="KONTR", fill=True)
    outcome = book(diary, request(diary, "09:00", kontr, kontr))
    doctors = [{each.actor for each in entry.allocations} for entry in entries_of(outcome)]
    assert diary.id("KOC") in doctors[0]
    assert diary.id("WEB") in doctors[1]
    assert clocks(diary, outcome) == ["09:00", "09:10"]


def test_the_desk_chooses_whoever_leaves_a_later_part_its_people(diary: Diary) -> None:
    """Koç alone is wanted behind: though he is the first to be chosen, another doctor begins."""
    free, named = part(diary, type="KONTR", fill=True), part(diary, "KOC R2", type="KONTR")
    outcome = book(diary, request(diary, "09:00", free, named))
    doctors = [{each.actor for each in entry.allocations} for entry in entries_of(outcome)]
    assert diary.id("WEB") in doctors[0]
    assert diary.id("KOC") in doctors[1]
    assert clocks(diary, outcome) == ["09:00", "09:10"]


def test_buffers_count_between_parts(diary: Diary) -> None:
    first = part(diary, "KOC R1", type="KONTR")
    outcome = check(diary, request(diary, "09:00", first, part(diary, "KOC R2", type="KONTR")))
    assert [kinds(each.conflicts) for each in outcome.parts] == [[], [("gap_too_short", "blocking")]]
    later = part(diary, "KOC R2", type="KONTR", longest_gap=10)
    assert clocks(diary, check(diary, request(diary, "09:00", first, later))) == ["09:00", "09:15"]


def test_an_override_books_the_earliest_places(diary: Diary) -> None:
    diary.booked("09:15", "R2", minutes=20)
    outcome = book(diary, lab_then_doctor(diary, override_reason="Notfall"))
    assert [each.override_reason for each in entries_of(outcome)] == ["Notfall", ""]
    assert [each.allocations[0].blocking for each in entries_of(outcome)] == [False, True]


def test_tentative_combinations(diary: Diary) -> None:
    outcome = book(diary, lab_then_doctor(diary, status=Status.PROPOSED))
    assert {each.status for each in entries_of(outcome)} == {Status.PROPOSED}


def test_the_same_key_books_once(diary: Diary) -> None:
    asked = lab_then_doctor(diary, key=key("kombi"))
    first, again = book(diary, asked), book(diary, asked)
    assert (again.replayed, again.series) == (True, first.series)
    assert entries_of(again) == entries_of(first)
    assert len(diary.stored()) == 2
    other = book_combined(diary.desk, replace(asked, key=key("kombi", "g")), diary.now)
    assert isinstance(other, Invalid)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"minutes": 0}, "parts[1].minutes"),
        ({"at": "09:20"}, "parts[1].start"),
        ({"at": "11:00", "longest_gap": 30}, "parts[1].start"),
        ({"codes": "KOC KOC"}, "parts[1].participants[1].actor"),
        ({"type": None}, "parts[1].type"),
    ],
)
def test_what_is_no_combination_is_named(diary: Diary, change: dict[str, Any], field: str) -> None:
    if "type" in change:
        second = part(diary)
        second = replace(second, booking=replace(second.booking, type=None))
    else:
        second = part(diary, **change)
    outcome = book_combined(diary.desk, request(diary, "09:00", part(diary, "R2"), second), diary.now)
    assert isinstance(outcome, Invalid)
    assert outcome.errors[0].field == field


def test_all_parts_move_and_are_cancelled_together(diary: Diary) -> None:
    first, second = entries_of(book(diary, lab_then_doctor(diary)))
    to = diary.at("13:10", MONDAY + timedelta(days=1))
    moved = move_series(diary.desk, MoveRequest(second.id, 1, starts_at=to, scope=Scope.ALL), diary.now)
    assert isinstance(moved, SeriesOutcome)
    assert [each.span.start for each in moved.dates] == [diary.at("12:30", date(2026, 11, 24)), to]
    gone = cancel_series(diary.desk, CancelRequest(first.id, 2, scope=Scope.ALL), diary.now)
    assert isinstance(gone, SeriesOutcome)
    assert {each.status for each in diary.stored()} == {Status.CANCELLED}


def test_the_rest_of_a_combination_is_cancelled(diary: Diary) -> None:
    _, second = entries_of(book(diary, lab_then_doctor(diary)))
    cancel_series(diary.desk, CancelRequest(second.id, 1, scope=Scope.FOLLOWING), diary.now)
    assert [each.status.value for each in diary.stored()] == ["booked", "cancelled"]


def test_parts_have_their_own_people(diary: Diary) -> None:
    first, _ = entries_of(book(diary, lab_then_doctor(diary)))
    change = MoveRequest(first.id, 1, participants=diary.who("WEB"), scope=Scope.ALL)
    outcome = move_series(diary.desk, change, diary.now)
    assert isinstance(outcome, Invalid)
    assert outcome.errors[0].field == "participants"


def test_a_part_moved_by_itself_is_no_exception(diary: Diary) -> None:
    first, _ = entries_of(book(diary, lab_then_doctor(diary)))
    assert not entry_of(diary.move(first, "08:00")).is_exception


def search(diary: Diary, *parts: CombinedSlotPart, **more: Any) -> CombinedSlotsFound:
    values: dict[str, Any] = {
        "first_day": MONDAY,
        "last_day": MONDAY + timedelta(days=20),
        "patient": PatientNumber("P-1001"),
    }
    asked = CombinedSlotRequest(SlotRequest(EntryKind.APPOINTMENT, **(values | more)), parts)
    found = find_combined_slots(diary.desk, asked, diary.now)
    assert isinstance(found, CombinedSlotsFound), found
    return found


def kontr(diary: Diary, least: int = 0, longest: int = 0) -> CombinedSlotPart:
    return CombinedSlotPart(diary.desk.practice.type_ids["KONTR"], None, least, longest)


def test_slots_for_a_combination_can_be_booked(diary: Diary) -> None:
    diary.booked("08:00", "KOC", minutes=65)
    diary.booked("08:00", "WEB", minutes=90)
    found = search(diary, kontr(diary), kontr(diary, 5, 30), limit=20)
    assert len(found.slots) == 20
    first = found.slots[0]
    assert [f"{diary.desk.zone.local(each.starts_at):%H:%M}" for each in first.parts] == ["09:05", "09:20"]
    for slot in found.slots:
        parts = [
            CombinedPart(
                BookRequest(
                    EntryKind.APPOINTMENT,
                    each.starts_at,
                    each.participants,
                    type=diary.desk.practice.type_ids["KONTR"],
                ),
                longest_gap=None,
                is_fixed=True,
            )
            for each in slot.parts
        ]
        asked = CombinedRequest(slot.span.start, tuple(parts), patient=PatientNumber("P-1001"))
        outcome = check(diary, asked)
        assert outcome.verdict is Verdict.FREE, outcome


def test_slots_keep_the_gaps_and_the_patients_own_time(diary: Diary) -> None:
    diary.booked("09:00", "R2", patient="P-1001", minutes=240)
    found = search(diary, kontr(diary, 0, 0), kontr(diary, 30, 45), limit=3, between=(8 * 60, 14 * 60))
    walls = [
        "-".join(f"{diary.desk.zone.local(each.starts_at):%d.%H:%M}" for each in slot.parts)
        for slot in found.slots
    ]
    assert walls == ["23.08:00-23.08:40", "23.08:05-23.08:45", "23.08:10-23.08:50"]
    found = search(diary, kontr(diary), kontr(diary, 30, 45), limit=3, between=(8 * 60 + 30, 14 * 60))
    assert f"{diary.desk.zone.local(found.slots[0].span.start):%d.%H:%M}" == "23.13:00"


def test_a_combination_that_never_fits_has_no_slots(diary: Diary) -> None:
    found = search(diary, kontr(diary), kontr(diary, 1400, 1400), limit=5, last_day=MONDAY)
    assert (found.slots, found.searched_to) == ((), MONDAY)


def test_quotas_count_the_parts_before(diary: Diary) -> None:
    practice = diary.desk.practice
    limits = replace(practice.types[practice.type_ids["KONTR"]].limits, distance=60)
    changed: AppointmentType = replace(practice.types[practice.type_ids["KONTR"]], limits=limits)
    with diary.desk.store.write() as connection:
        writes.save_type(connection, changed)
    diary.desk.refresh()
    found = search(diary, kontr(diary), kontr(diary, 0, 120), limit=1)
    first, second = found.slots[0].parts
    if first.participants[0] == second.participants[0]:
        assert second.starts_at - first.starts_at >= 3600


def test_a_combination_costs_as_many_statements_as_it_must(diary: Diary, statements: StatementLog) -> None:
    statements.clear()
    book(diary, lab_then_doctor(diary))
    # begin, lock, look, series, entries, allocations, commit; SQLite needs no lock
    assert len(statements) <= 7, statements
