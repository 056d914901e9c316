"""A table is taken over whole or not at all, whether its patients have numbers or names alone."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from praxidesk.engine.table_import import (
    CODED,
    Meaning,
    Subject,
    TableChoice,
    TableImported,
    TableLook,
    TablePreview,
    TableRefused,
    TableTrouble,
)
from praxidesk.engine.table_words import codes_for
from praxidesk.engine.vocabulary import ConflictKind
from praxidesk.exchange.csv_look import look_at
from praxidesk.models.settled_requests import Asked
from praxidesk.services.table_imports import import_whole, preview_table
from tests.services.diary import Diary

CALENDAR = """Datum;Uhrzeit;Dauer;Arzt;Terminart;Patient;geb.;Status;Bemerkung
23.11.2026;8:30;20;Dr. Weber;Freie Zeit;Yıldız-Öz, Işıl;29.2.1984;offen;<b>nüchtern</b>
23.11.2026;9:00;20;Weber;FREI;Neumann, Jörg;31.12.1971;offen;
23.11.2026;11:00;20;Dr. Koç;Freie Zeit;Neumann, Jörg;31.12.1971;abgesagt;
"""
TWICE = "23.11.2026;8:40;20;Dr. Weber;Freie Zeit;Neumann, Jörg;31.12.1971;offen;\n"
ODD = "24.11.2026;9 Uhr früh;20;Dr. Koch;Freie Zeit;Neumann, Jörg;31.12.1971;offen;\n"
PATIENTS = (
    "Nr.;Name;Vorname;Geburtsdatum;Geschlecht\n1;Öz;Ada;1.2.1990;w\n2;Kaya;Deniz;;d\n1;Öz;Ada;1.2.1990;w\n"
)


def chosen(diary: Diary, file: Path) -> TableChoice:
    """As it is guessed, with the words that the practice knows."""
    look = look_at(file)
    assert isinstance(look, TableLook)
    words = {
        meaning: codes_for(meaning, look.words[place], diary.desk.practice)
        for place, meaning in enumerate(look.guess.meanings)
        if meaning in CODED
    }
    return replace(look.guess, words=words)


def imported(diary: Diary, file: Path, choice: TableChoice, asked: Asked | None = None) -> TableImported:
    done = import_whole(diary.desk, file, choice, diary.now, lambda *_: True, asked=asked)
    assert isinstance(done, TableImported)
    return done


def stored(diary: Diary) -> tuple[int, int]:
    """Patients and entries."""
    with diary.desk.store.read() as connection:
        patients = connection.execute(text("SELECT count(*) FROM patient")).scalar_one()
        return patients, connection.execute(text("SELECT count(*) FROM entry")).scalar_one()


def test_a_calendar_of_names_is_taken_over_once(diary: Diary, tmp_path: Path) -> None:
    file = tmp_path / "termine.csv"
    file.write_text(CALENDAR, "utf-8")
    before = stored(diary)
    choice = chosen(diary, file)
    assert choice.subject is Subject.APPOINTMENTS
    assert choice.missing() == ()
    preview = preview_table(diary.desk, file, choice, diary.now)
    assert isinstance(preview, TablePreview)
    assert (len(preview.rows), preview.bad, stored(diary)) == (3, 0, before)
    done = imported(diary, file, choice)
    assert (done.rows, done.patients, done.appointments, done.known) == (3, 2, 3, 0)
    assert stored(diary) == (before[0] + 2, before[1] + 3)
    again = imported(diary, file, choice)
    assert (again.patients, again.appointments, again.known) == (0, 0, 3)


def test_one_row_keeps_all_from_it_unless_it_may_be_left_out_or_marked(diary: Diary, tmp_path: Path) -> None:
    file = tmp_path / "termine.csv"
    file.write_text(CALENDAR + TWICE + ODD, "utf-8")
    before = stored(diary)
    choice = chosen(diary, file)
    refused = imported(diary, file, choice)
    assert not refused.is_done
    assert (refused.left_out, stored(diary)) == (2, before)
    twice, odd = refused.problems
    assert (twice.line, odd.line) == (5, 6)
    assert [each.conflict and each.conflict.kind for each in twice.problems] == [
        ConflictKind.PRACTITIONER_BUSY
    ]
    assert {each.columns for each in odd.problems} == {(2,), (4,)}
    assert all("9 Uhr" in each.reason or "Koch" in each.reason for each in odd.problems)
    asked = Asked("a key", diary.now)
    most = imported(diary, file, replace(choice, leaves_out=True), asked)
    assert (most.appointments, most.left_out) == (3, 2)
    # The answer was lost: asked again, nothing is done, and it is told as it was.
    assert imported(diary, file, replace(choice, leaves_out=True), asked) == most
    assert stored(diary)[1] == before[1] + 3
    marked = imported(diary, file, replace(choice, leaves_out=True, breach_reason="taken over"))
    assert (marked.appointments, marked.marked, marked.known, marked.left_out) == (1, 1, 3, 1)


def test_patients_come_with_numbers_or_get_them_and_giving_up_leaves_nothing(
    diary: Diary, tmp_path: Path
) -> None:
    file = tmp_path / "patienten.csv"
    file.write_bytes(PATIENTS.encode("cp1252"))
    before = stored(diary)
    choice = chosen(diary, file)
    assert (choice.subject, choice.writing.encoding) == (Subject.PATIENTS, "cp1252")
    assert import_whole(diary.desk, file, choice, diary.now, lambda *_: False) is None
    assert stored(diary) == before
    reached: list[tuple[int, int]] = []

    def follow(done: int, of: int) -> bool:
        reached.append((done, of))
        return True

    done = import_whole(diary.desk, file, choice, diary.now, follow)
    assert isinstance(done, TableImported)
    assert (done.patients, done.known, reached) == (2, 1, [(3, 3)])
    nameless = replace(choice, meanings=(None, *choice.meanings[1:]))
    again = imported(diary, file, nameless)
    assert (again.patients, again.known) == (0, 3)
    file.write_text(PATIENTS.replace("Kaya", "Rossi"), "utf-8")
    added = imported(diary, file, replace(nameless, writing=replace(choice.writing, encoding="utf-8")))
    assert (added.patients, added.known) == (1, 2)


def test_a_file_that_has_gone_or_changed_is_refused(diary: Diary, tmp_path: Path) -> None:
    file = tmp_path / "patienten.csv"
    file.write_text(PATIENTS, "utf-8")
    choice = chosen(diary, file)
    file.write_text("Name\n", "utf-8")
    assert preview_table(diary.desk, file, choice, diary.now) == TableRefused(TableTrouble.CHANGED)
    file.unlink()
    gone = import_whole(diary.desk, file, choice, diary.now, lambda *_: True)
    assert gone == TableRefused(TableTrouble.MISSING)
    # What was taken over before the file went is told as it was, though its answer was lost.
    asked = Asked("a key", diary.now)
    never = import_whole(diary.desk, file, choice, diary.now, lambda *_: True, asked=asked)
    assert never == TableRefused(TableTrouble.MISSING)
    file.write_text(PATIENTS, "utf-8")
    taken = imported(diary, file, choice, asked)
    assert taken.patients == 2
    for change in (lambda: file.write_text("Name\n", "utf-8"), file.unlink):
        change()
        assert imported(diary, file, choice, asked) == taken
    assert Meaning.NUMBER in choice.meanings
