"""What people read in the journal of both databases: deeds in words' stead, counted, filtered and paged."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.history import EntryDeed, HistoryFilter, HistoryLine, RowDeed, Taken, Topic
from praxidesk.engine.journal import Deed
from praxidesk.engine.outcomes import Change
from praxidesk.engine.patient_changes import PatientChange, PatientSaved
from praxidesk.engine.requests import MilestoneRequest, NewPatient
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryId, Milestone, Role, Status
from praxidesk.exchange.practice_file import read
from praxidesk.models import at_desk
from praxidesk.models.store import Store
from praxidesk.services.history import doers, entry_history, history_page, last_change
from praxidesk.services.journal import prove
from praxidesk.services.milestones import set_milestones
from praxidesk.services.patient_card import patient_card
from praxidesk.services.patient_changes import change_patient, patient_record
from praxidesk.services.setup import apply
from tests.services.diary import PRACTICE, Diary, entry_of
from tests.statement_log import StatementLog

KOC, WEBER = "KOC", "WEB"


@pytest.fixture(autouse=True)
def _two_desks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(at_desk.VARIABLE, "Platz 1")


def of(diary: Diary, entry: int) -> list[HistoryLine]:
    lines = entry_history(diary.desk, EntryId(entry))
    assert lines is not None
    return list(lines)


def deed(line: HistoryLine) -> EntryDeed:
    assert isinstance(line.what, EntryDeed)
    return line.what


def test_the_history_of_an_entry_says_who_from_where_and_what(
    store: Store, statements: StatementLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = Diary.begun_in(store)
    booked = diary.booked("09:00", "KOC R1", patient=NewPatient("Neumann", "Gesa", None))
    monkeypatch.setenv(at_desk.VARIABLE, "Platz 2 · Süd <b>")
    moved = entry_of(diary.move(booked, "10:00", participants=diary.who("WEB R1")))
    noted = entry_of(diary.move(moved, note="mit Rollstuhl"))
    arrived = entry_of(diary.set_status(noted, Status.ARRIVED))
    gone = entry_of(diary.cancel(entry_of(diary.set_status(arrived, Status.BOOKED)), "verhindert"))
    of(diary, booked.id)  # names of people are read once
    statements.clear()
    lines = of(diary, booked.id)
    assert len([each for each in statements if each.startswith("SELECT")]) == 1
    cancelled, back, here, note, move, first = lines
    assert deed(first).change is Change.BOOKED
    assert deed(first).before is None
    assert set(deed(first).added) >= {
        Taken(diary.id("KOC"), Role.PRACTITIONER),
        Taken(diary.id("R1"), Role.ROOM),
    }
    assert (first.doer.desk, move.doer.desk) == ("Platz 1", "Platz 2 · Süd <b>")
    assert first.doer.login
    before = deed(move).before
    assert before is not None
    assert (before.span.start, deed(move).after.span.start) == (diary.at("09:00"), diary.at("10:00"))
    assert deed(move).removed == (Taken(diary.id("KOC"), Role.PRACTITIONER),)
    assert deed(move).added == (Taken(diary.id("WEB"), Role.PRACTITIONER),)  # the room is the same
    assert (deed(note).after.note, deed(note).added, deed(note).removed) == ("mit Rollstuhl", (), ())
    assert (deed(here).after.status, deed(back).after.status) == (Status.ARRIVED, Status.BOOKED)
    assert (deed(cancelled).change, deed(cancelled).after.reason) == (Change.CANCELLED, "verhindert")
    assert {each.patient_name for each in lines} == {"Neumann, Gesa"}
    assert {each.patient for each in lines} == {gone.patient.id if gone.patient else None}
    newest = last_change(diary.desk)
    assert newest is not None
    assert newest.id == cancelled.id
    assert doers(diary.desk).desks == ("Platz 1", "Platz 2 · Süd <b>")
    assert prove(store).is_whole  # labels are sealed, too


def test_milestones_and_operations_are_one_deed_each(store: Store) -> None:
    diary = Diary.begun_in(store)
    operation = entry_of(diary.ask(diary.operation("14:00", patient=NewPatient("Neu", "Nele", None))))
    times = {Milestone.PATIENT_IN_ROOM: diary.at("13:58"), Milestone.INCISION: diary.at("14:20")}
    started = entry_of(
        set_milestones(diary.desk, MilestoneRequest(operation.id, 1, times), diary.at("14:21"))
    )
    request = MilestoneRequest(operation.id, started.version, {Milestone.INCISION: None})
    entry_of(set_milestones(diary.desk, request, diary.at("14:22")))
    back, reached, booked = of(diary, operation.id)
    assert deed(reached).milestones == tuple(times.items())
    assert deed(back).milestones == ((Milestone.INCISION, None),)
    assert Taken(diary.id("WEB"), Role.SURGEON) in deed(booked).added
    assert Taken(diary.id("OP1"), Role.ROOM) in deed(booked).added


def test_the_practices_history_is_counted_filtered_and_paged(
    store: Store, statements: StatementLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = Diary.begun_in(store)
    before = history_page(diary.desk, HistoryFilter())
    assert before.total > history_page(diary.desk, HistoryFilter(topic=Topic.SETTINGS)).total > 0
    entries = [diary.booked(f"{8 + n // 4:02}:{n % 4 * 15:02}", "WEB", minutes=15) for n in range(0, 9, 2)]
    who = diary.booked("15:00", patient=NewPatient("Neumann", "Gesa", None)).patient
    assert who is not None
    record = patient_record(diary.desk, who.id, diary.now)
    assert record is not None
    change = PatientChange(who.id, record, replace(record, phone="030 1", note='"} <b>'))
    monkeypatch.setenv(at_desk.VARIABLE, "Platz 2")
    assert isinstance(change_patient(diary.desk, change, date(2026, 11, 20)), PatientSaved)
    assert patient_card(diary.desk, who.id, diary.now) is not None

    history_page(diary.desk, HistoryFilter())
    statements.clear()
    page = history_page(diary.desk, HistoryFilter())
    assert len([each for each in statements if each.startswith("SELECT")]) == 2
    # the booking, the new patient, who opened the record twice, and what was changed in it
    assert page.total == before.total + len(entries) + 5
    assert [each.topic for each in page.lines[:5]] == [Topic.PATIENT] * 3 + [Topic.ENTRY, Topic.PATIENT]
    opened, changed, *_, new = page.lines[:5]
    assert (opened.deed, changed.deed, new.deed) == (Deed.READ, Deed.UPDATE, Deed.INSERT)
    assert isinstance(changed.what, RowDeed)
    assert {each.name: each.after for each in changed.what.fields} == {"phone": "030 1", "note": '"} <b>'}
    assert changed.patient_name == "Neumann, Gesa"

    diary.booked("14:00")  # while somebody reads
    later = history_page(diary.desk, HistoryFilter(), page.newest, 5)
    assert (later.total, later.lines[0]) == (page.total, page.lines[5])
    assert [each.topic for each in later.lines[: len(entries)]] == [Topic.ENTRY] * len(entries)

    of_patient = history_page(diary.desk, HistoryFilter(patients=(who.id,)))
    assert (of_patient.total, of_patient.lines) == (5, page.lines[:5])
    of_second = history_page(diary.desk, HistoryFilter(desk="Platz 2"), page.newest)
    assert of_second.lines == page.lines[:2]
    login = page.lines[0].doer.login
    assert (
        history_page(diary.desk, HistoryFilter(login=login, topic=Topic.PATIENT, patients=(who.id,))).total
        == 4
    )
    assert history_page(diary.desk, HistoryFilter(login="nobody")).total == 0
    at = max(each.at for each in page.lines)
    assert history_page(diary.desk, HistoryFilter(span=Span(at + 9, at + 99))).total == 0
    assert history_page(diary.desk, HistoryFilter(span=Span(0, at + 99))).total == page.total + 1
    assert history_page(diary.desk, HistoryFilter(entry=entries[0].id)).total == 1


def test_settings_are_named_and_a_counter_is_none(store: Store, tmp_path: pytest.TempPathFactory) -> None:
    diary = Diary.begun_in(store)
    changed = tmp_path / "changed.toml"  # type: ignore[operator]
    changed.write_text(PRACTICE.read_text("utf-8").replace('"Sprechzimmer 1"', '"Zimmer 1"'), "utf-8")
    apply(store, read(changed))
    line = history_page(diary.desk, HistoryFilter()).lines[0]
    assert (line.topic, line.deed) == (Topic.SETTINGS, Deed.UPDATE)
    assert isinstance(line.what, RowDeed)
    assert (line.what.subject, line.what.name, line.what.actor) == ("actor", "Zimmer 1", diary.id("R1"))
    subjects = {
        each.what.subject
        for offset in (0, 40, 80)
        for each in history_page(diary.desk, HistoryFilter(topic=Topic.SETTINGS), None, offset).lines
        if isinstance(each.what, RowDeed)
    }
    assert {"actor", "weekly_window", "appointment_type"} <= subjects
    assert not subjects & {"allocation", "need_member", "reservation_window", "patient"}
