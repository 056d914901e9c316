from dataclasses import replace

import pytest

from praxidesk.engine.availability import WeeklyWindow
from praxidesk.engine.entries import Entry, Taken
from praxidesk.engine.offerings import AppointmentType
from praxidesk.engine.practice import Reservation
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.vocabulary import EntryKind, Role, Status
from praxidesk.ui.printing.job import Job, PrintKind
from praxidesk.ui.printing.marks import Fill
from praxidesk.ui.printing.pages import Document
from praxidesk.worker.questions.printing import DaysToPrint
from tests.ui.desk_practice import CHECKUP, KOC, LINDQVIST, MONDAY, NOW, ROOM1, WEBER
from tests.ui.printing.sheets import (
    HOSTILE,
    document,
    entries_on,
    faults,
    marks,
    named,
    practice,
    texts,
    visit,
)

DAY = Job(PrintKind.DAY, MONDAY, (WEBER,))


def day(*entries: Entry, job: Job = DAY) -> Document:
    return document(job, DaysToPrint(entries, NOW))


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (200, 6)])
def test_every_entry_has_one_row_that_no_page_cuts(count: int, pages: int) -> None:
    entries = [visit(number + 1, 8 * 60 + number, 1) for number in range(count)]
    made = day(*entries)
    assert made.count == pages
    assert entries_on(made) == {entry.id: 1 for entry in entries}
    assert list(faults(made)) == []
    for number in range(pages):
        said = texts(made, [number])
        assert f"Page {number + 1} of {pages}" in said
        assert "Dr. med. Lena Weber" in said
        assert {"Time", "Min", "Patient", "Remark"} <= set(said)
        assert any("Monday, 23 November 2026" in text or "23" in text for text in said)


def test_no_page_holds_the_totals_alone() -> None:
    for count in range(24, 44):
        (section,) = day(*(visit(number + 1, 8 * 60 + number, 1) for number in range(count))).sections
        assert len(section.bodies) == 1 or len(section.bodies[-1].rows) >= 4, count


def test_several_people_have_lists_of_their_own_counted_by_themselves() -> None:
    one = visit(1, 9 * 60)
    other = visit(2, 9 * 60, actor=KOC)
    made = day(one, other, job=replace(DAY, actors=(WEBER, KOC)))
    assert [section.head.title for section in made.sections if section.head] == [
        "Dr. med. Lena Weber",
        "Dr. Emre Koç",
    ]
    assert [texts(made, [page]).count("Page 1 of 1") for page in range(2)] == [1, 1]


def test_free_gaps_lie_between_the_appointments_and_behind_their_buffers() -> None:
    made = day(visit(1, 8 * 60, 20), visit(2, 9 * 60, 180))
    said = texts(made)
    assert said.count("free") == 2
    assert "08:20–09:00" in said
    assert "14:00–18:00" in said
    assert "12:00–14:00" in said
    assert said[said.index("12:00–14:00") + 1] == "Lunch"
    assert " min free" in said
    assert "280" in said


def test_the_time_a_buffer_keeps_is_not_free() -> None:
    kept = practice()
    slow = AppointmentType("KONTR", "Kontrolle", 20, buffer_after=15)
    kept = replace(kept, types={**kept.types, CHECKUP: slow})
    made = document(DAY, DaysToPrint((visit(1, 8 * 60, 20), visit(2, 9 * 60, 180)), NOW), kept)
    assert "08:35–09:00" in texts(made)


def test_what_is_taken_by_what_is_not_seen_is_not_free_and_not_named() -> None:
    hidden = visit(2, 9 * 60, 180)
    unseen = tuple(
        Taken.of(hidden.id, hidden.status, hidden.service, part)
        for part in hidden.allocations
        if part.role is not Role.PATIENT
    )
    whole = texts(day(visit(1, 8 * 60, 20), hidden))
    for kind in (PrintKind.DAY, PrintKind.WEEK):
        job = replace(DAY, kind=kind)
        said = texts(document(job, DaysToPrint((visit(1, 8 * 60, 20),), NOW, unseen)))
        assert "Taken by another site" in " ".join(said), kind
        assert "Family2" not in repr(said)
        if kind is PrintKind.DAY:
            assert said[said.index("09:00–12:00") + 1] == "Taken by another site"
            assert said[said.index(" min free") - 1] == whole[whole.index(" min free") - 1]


def test_free_time_that_is_kept_for_some_says_for_whom() -> None:
    block = Reservation("B", "<i>Unfälle</i>", ("WEB",), (WeeklyWindow(0, 15 * 60, 16 * 60),))
    kept = replace(practice(), reservations=(block,))
    said = texts(document(DAY, DaysToPrint((visit(1, 8 * 60, 240),), NOW), kept))
    assert said[said.index("15:00–16:00") + 2] == "free, reserved: <i>Unfälle</i>"
    assert {"14:00–15:00", "16:00–18:00"} <= set(said)
    assert said[said.index(" min free") - 1] == "180"


def test_a_practitioner_s_print_tells_free_time_of_nobody_else() -> None:
    entries = (visit(1, 8 * 60, 20), visit(2, 9 * 60, 180))
    for kind in (PrintKind.DAY, PrintKind.WEEK):
        of_weber, of_koc = (
            replace(DAY, kind=kind, reader=Person("a", "A", StaffRole.PRACTITIONER, each))
            for each in (WEBER, KOC)
        )
        assert texts(day(*entries, job=of_weber)) == texts(day(*entries, job=replace(DAY, kind=kind)))
        told = repr(texts(day(*entries, job=of_koc)))
        assert "free" not in told
        assert "Lunch" in told


def test_what_overlaps_has_a_bar_at_its_left_and_is_counted() -> None:
    made = day(visit(1, 9 * 60, 30), visit(2, 9 * 60 + 10, 20), visit(3, 9 * 60 + 30, 10))
    bars = [
        mark
        for mark in marks(made, 0)
        if isinstance(mark, Fill) and mark.x < made.paper.margin and mark.height > 10
    ]
    assert len(bars) == 1
    assert "overlaps" in texts(made)
    assert " overlapping (bar at the left)" in texts(made)


def test_cancelled_ones_are_not_printed_and_missed_ones_are() -> None:
    gone = replace(visit(1, 9 * 60), status=Status.CANCELLED)
    missed = replace(visit(2, 10 * 60), status=Status.NOSHOW)
    made = day(gone, missed)
    assert entries_on(made) == {missed.id: 1}
    assert "No-show" in texts(made)


def test_absences_and_blocked_time_are_rows() -> None:
    away = day(job=replace(DAY, actors=(LINDQVIST,)))
    assert "Absent: Fortbildung" in texts(away)
    meeting = replace(
        visit(1, 9 * 60, 60),
        kind=EntryKind.BLOCKOUT,
        type=None,
        patient=None,
        reason="Team <b>meeting</b>",
    )
    made = day(meeting)
    assert "Team <b>meeting</b>" in texts(made)
    assert "09:00–10:00" in texts(made)
    assert entries_on(made) == {meeting.id: 1}


def test_a_room_s_list_names_who_is_there() -> None:
    made = day(visit(1, 9 * 60), job=replace(DAY, actors=(ROOM1,)))
    said = texts(made)
    assert {"Sprechzimmer 1", "Who", "WEB"} <= set(said)
    assert "R1" not in said


@pytest.mark.parametrize("family", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("given", ["Given", "<i>" + "G" * 300, ""], ids=["short", "long", "none"])
def test_hostile_names_stay_in_their_column(family: str, given: str) -> None:
    made = day(named(family, given, note=family, override_reason=family))
    assert list(faults(made)) == []
    assert entries_on(made) == {9000: 1}
    assert not any("\n" in text or "\x00" in text for text in texts(made))


def test_a_long_name_goes_to_a_second_line_before_anything_is_cut() -> None:
    said = texts(day(named("Hohenlohe-Schillingsfürst", "Maximiliane Henriette")))
    assert "Hohenlohe-Schillingsfürst," in said
    assert "Maximiliane Henriette" in said


def test_a_list_with_room_has_lines_to_write_on_and_a_full_one_has_none() -> None:
    assert "Notes" in texts(day(visit(1, 9 * 60)))
    afternoon = (visit(number + 50, 14 * 60 + number * 10) for number in range(8))
    full = day(*(visit(number + 1, 8 * 60 + number * 10) for number in range(24)), *afternoon)
    assert full.count == 1
    assert "Notes" not in texts(full)
