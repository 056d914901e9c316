from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from praxidesk.engine.availability import Absence, WeeklyWindow
from praxidesk.engine.entries import Taken
from praxidesk.engine.practice import Reservation
from praxidesk.engine.recall import Recall
from praxidesk.engine.vocabulary import ActorId, ActorKind, Role, Status
from praxidesk.ui.printing.job import Job, PrintKind
from praxidesk.ui.printing.paper import A4, A6
from praxidesk.ui.wording.words import short_actor_name
from praxidesk.worker.questions.printing import CallsToPrint, DaysToPrint, PatientsToCall, SlipToPrint
from tests.ui import desk_practice
from tests.ui.desk_practice import CHECKUP, KOC, LINDQVIST, MONDAY, NOW, OP1, WEBER
from tests.ui.printing.sheets import (
    HOSTILE,
    document,
    entries_on,
    faults,
    named,
    operation,
    practice,
    texts,
    visit,
)

DAYS = DaysToPrint(desk_practice.entries(), NOW)
PEOPLE = (WEBER, KOC, LINDQVIST)
WEEK = Job(PrintKind.WEEK, MONDAY, PEOPLE)
ROOMS = Job(PrintKind.ROOMS, MONDAY)
RECALL = Job(PrintKind.RECALL, MONDAY, type=CHECKUP, first=MONDAY - timedelta(days=90), last=MONDAY)


def test_a_week_has_a_sheet_for_each_with_all_entries_once() -> None:
    made = document(WEEK, DAYS)
    assert len(made.sections) == 3
    wanted = {
        entry.id
        for entry in DAYS.entries
        if entry.status is not Status.CANCELLED
        for part in entry.allocations
        if part.actor == WEBER
    }
    alone = document(replace(WEEK, actors=(WEBER,)), DAYS)
    assert entries_on(alone) == dict.fromkeys(wanted, 1)
    assert list(faults(made)) == []


def test_a_full_day_of_a_week_goes_on_on_the_next_sheet() -> None:
    entries = tuple(visit(number + 1, 8 * 60 + number, 1) for number in range(200))
    made = document(replace(WEEK, actors=(WEBER,)), DaysToPrint(entries, NOW))
    assert made.count > 1
    assert entries_on(made) == {entry.id: 1 for entry in entries}
    assert list(faults(made)) == []
    assert f"Page {made.count} of {made.count}" in texts(made, [made.count - 1])


def test_a_month_names_holidays_counts_and_who_is_away() -> None:
    home = replace(practice(), holidays={MONDAY + timedelta(days=32): "<b>Weihnachten</b>"})
    made = document(Job(PrintKind.MONTH, MONDAY, PEOPLE), DAYS, home)
    said = texts(made)
    assert made.count == 1
    assert "<b>Weihnachten</b>" in said
    assert any(text.startswith("Dr. Lindqvist: Fortbildung") for text in said)
    assert any(text.endswith("appointment(s)") for text in said)
    assert list(faults(made)) == []
    koc = home.actors[KOC]
    ill = (Absence(datetime(2026, 11, 23), datetime(2026, 11, 24), "Krank"),)
    away = replace(koc, availability=replace(koc.availability, absences=ill))
    stranded = replace(home, actors={**home.actors, KOC: away})
    (moved,) = [
        each
        for each in texts(document(Job(PrintKind.MONTH, MONDAY, (KOC,)), DAYS, stranded))
        if "move" in each
    ]
    assert int(moved.split()[0]) > 3
    assert not any("move" in each for each in said)

    # The head says how many it has no room for: on paper nobody can look further.
    (line,) = [text for text in said if text.startswith("Six weeks")]
    assert line.endswith(" · " + ", ".join(short_actor_name(home, each) for each in PEOPLE))
    staff = {
        ActorId(500 + number): replace(home.actors[WEBER], code=f"X{number}", name=f"Dr. I. Lang-{number}")
        for number in range(40)
    }
    crowded = replace(home, actors={**home.actors, **staff})
    (line,) = [
        text
        for text in texts(document(Job(PrintKind.MONTH, MONDAY, tuple(staff)), DAYS, crowded))
        if text.startswith("Six weeks")
    ]
    names, _, others = line.removesuffix(" more").rpartition(" and ")
    assert names.count("Lang-") + int(others) == len(staff)
    assert "…" not in line


def test_the_op_plan_shows_every_operation_with_its_team_and_phases() -> None:
    made = document(ROOMS, DaysToPrint((operation(1), operation(2, 10 * 60)), NOW))
    assert entries_on(made) == {1: 1, 2: 1}
    said = texts(made)
    assert {"OP-Saal 1", "Su Dr. Weber", "An Dr. Brandt", "C-Bogen 1", "20 + 45 + 10 + 15 min"} <= set(said)
    assert "Set-up" in said
    assert list(faults(made)) == []


def test_month_and_op_plan_count_what_is_not_seen() -> None:
    first, second = operation(1), operation(2, 10 * 60)
    unseen = tuple(
        Taken.of(second.id, second.status, second.service, part)
        for part in second.allocations
        if part.role is not Role.PATIENT
    )
    said = texts(document(ROOMS, DaysToPrint((first,), NOW, unseen)))
    assert any("taken by another site" in each for each in said)
    month = Job(PrintKind.MONTH, MONDAY, (WEBER,))
    whole, without, partly = (
        [each for each in texts(document(month, answer)) if "free" in each]
        for answer in (
            DaysToPrint((first, second), NOW),
            DaysToPrint((first,), NOW),
            DaysToPrint((first,), NOW, unseen),
        )
    )
    assert whole == partly != without


def test_an_operation_without_a_room_stands_by_itself() -> None:
    whole = operation(1)
    roomless = replace(
        whole, allocations=tuple(part for part in whole.allocations if part.role is not Role.ROOM)
    )
    made = document(ROOMS, DaysToPrint((roomless,), NOW))
    assert entries_on(made) == {1: 1}
    assert "No room yet" in texts(made)


def test_a_room_that_goes_on_on_the_next_page_is_named_there_again() -> None:
    many = tuple(operation(number + 1) for number in range(40))
    made = document(ROOMS, DaysToPrint(many, NOW))
    assert made.count > 1
    assert list(faults(made)) == []
    for page in range(1, made.count):
        said = texts(made, [page])
        assert "OP-Saal 1" in said
        assert "continued" in said
    assert entries_on(made) == {entry.id: 1 for entry in many}


def test_time_of_a_room_that_is_kept_stands_beside_its_name() -> None:
    home = practice()
    code = home.actors[OP1].code
    block = Reservation("B", "<i>Notfall</i>", (code,), (WeeklyWindow(0, 13 * 60, 15 * 60),))
    said = texts(document(ROOMS, DaysToPrint((operation(1),), NOW), replace(home, reservations=(block,))))
    assert any("13:00–15:00 kept: <i>Notfall</i>" in each for each in said)


def test_a_practice_without_operating_rooms_prints_a_sentence() -> None:
    bare = practice()
    bare = replace(
        bare,
        procedures={},
        actors={id_: each for id_, each in bare.actors.items() if each.kind is ActorKind.PRACTITIONER},
    )
    made = document(ROOMS, DaysToPrint((), NOW), bare)
    assert made.count == 1
    assert "This practice has no operating room." in texts(made)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_break_no_sheet(name: str) -> None:
    bad = named(name, name, note=name)
    surgery = replace(operation(1), patient=bad.patient, note=name, override_reason=name)
    days = DaysToPrint((surgery, bad), NOW)
    home = practice()
    home = replace(
        home,
        site=replace(home.site, name=name or "x"),
        actors={id_: replace(each, name=name or "x") for id_, each in home.actors.items()},
    )
    assert bad.patient is not None
    for job, answer in (
        (WEEK, days),
        (ROOMS, days),
        (Job(PrintKind.DAY, MONDAY, (WEBER, OP1)), days),
        (Job(PrintKind.MONTH, MONDAY, PEOPLE), days),
        (Job(PrintKind.SLIP, MONDAY, entry=bad.id), SlipToPrint(bad, (surgery,) * 30, NOW)),
        (RECALL, CallsToPrint((Recall(bad.patient, NOW),), True, NOW)),
    ):
        assert list(faults(document(job, answer, home))) == []


def test_a_slip_tells_the_patient_when_where_and_what_else() -> None:
    entry = named("Müller-Öztürk", "Işıl")
    later = replace(
        visit(2, 14 * 60), starts_at=entry.starts_at + 9 * 86400, ends_at=entry.ends_at + 9 * 86400
    )
    job = Job(PrintKind.SLIP, MONDAY, entry=entry.id)
    made = document(job, SlipToPrint(entry, (later,), NOW))
    said = texts(made)
    assert (made.paper, made.count) == (A6, 1)
    assert {"Praxisklinik am Park", "Işıl Müller-Öztürk", "09:00", "Dr. med. Lena Weber"} <= set(said)
    assert "Your next appointments" in said
    assert "Confidential: patient data" not in said
    assert "P-9" not in " ".join(said)
    assert document(replace(job, on_a4=True), SlipToPrint(entry, (), NOW)).paper is A4


def test_more_coming_appointments_than_fit_are_counted() -> None:
    entry = named("Kaya", "Deniz")
    made = document(
        Job(PrintKind.SLIP, MONDAY, entry=entry.id), SlipToPrint(entry, (visit(2, 14 * 60),) * 30, NOW)
    )
    shown = sum(text == "Kontrolle" for text in texts(made))
    assert f"+ {30 - shown} more" in texts(made)
    assert list(faults(made)) == []


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (200, 6)])
def test_a_recall_list_of_any_length(count: int, pages: int) -> None:
    found = [visit(number, 9 * 60).patient for number in range(count)]
    people = tuple(Recall(each, NOW - 86400) for each in found if each is not None)
    made = document(RECALL, CallsToPrint(people, True, NOW))
    assert made.count == pages
    said = texts(made)
    assert [text for text in said if text.startswith("Family")] == [f"Family{n}" for n in range(count)]
    assert ("Nobody: all have come again, or have an appointment." in said) == (count == 0)
    assert list(faults(made)) == []


def test_a_recall_list_that_is_too_long_says_so() -> None:
    made = document(RECALL, CallsToPrint((), False, NOW))
    assert "There are more: choose fewer days to list them all." in texts(made)


def test_a_job_asks_nothing_while_something_is_to_be_chosen() -> None:
    home = practice()
    assert Job(PrintKind.DAY, MONDAY).question(home) is None
    assert Job(PrintKind.SLIP, MONDAY).question(home) is None
    assert Job(PrintKind.RECALL, MONDAY).question(home) is None
    backwards = replace(RECALL, first=RECALL.last, last=RECALL.first)
    assert backwards.question(home) is None
    assert RECALL.question(home) == PatientsToCall(CHECKUP, RECALL.first, RECALL.last)
