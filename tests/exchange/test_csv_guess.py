"""A foreign table is understood by its header and by what stands below it."""

from datetime import datetime
from pathlib import Path

import pytest

from praxidesk.engine.table_import import Meaning, Subject, TableLook, TableRefused, TableTrouble, Writing
from praxidesk.exchange.csv_dates import patterns_of
from praxidesk.exchange.csv_guess import guessed_writing
from praxidesk.exchange.csv_look import look_at
from praxidesk.exchange.csv_patterns import Part

M = Meaning


def looked(tmp_path: Path, content: bytes) -> TableLook | TableRefused:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    return look_at(file)


@pytest.mark.parametrize(
    ("content", "subject", "meanings"),
    [
        pytest.param(
            "PatNr;Name;Vorname;geb.;Geschlecht;Tel.;E-Mail\n1;Öz;Ada;1.2.1990;w;030;\n",
            Subject.PATIENTS,
            (M.NUMBER, M.FAMILY, M.GIVEN, M.BIRTH_DATE, M.SEX, M.PHONE, M.EMAIL),
            id="patients, German",
        ),
        pytest.param(
            "ID,Last name,First name,Date of birth,Gender,Phone number\n1,Öz,Ada,1990-02-01,f,030\n",
            Subject.PATIENTS,
            (M.NUMBER, M.FAMILY, M.GIVEN, M.BIRTH_DATE, M.SEX, M.PHONE),
            id="patients, English",
        ),
        pytest.param(
            "Termin;Ende;Behandler;Terminart;Pat.-Nr.;Status;Farbe\n"
            "23.11.2026 08:30;08:50;Weber;Kontrolle;17;offen;rot\n",
            Subject.APPOINTMENTS,
            (M.START, M.END, M.PRACTITIONER, M.TYPE, M.NUMBER, M.STATUS, None),
            id="appointments, one moment",
        ),
        pytest.param(
            "Date\tStart\tDuration\tDoctor\tReason\tPatient\tNotes\n"
            "11/23/2026\t8:30\t20\tWeber\tControl\tAda Oz\t\n",
            Subject.APPOINTMENTS,
            (M.DATE, M.TIME, M.MINUTES, M.PRACTITIONER, M.TYPE, M.NAME, M.NOTE),
            id="appointments, day and time",
        ),
    ],
)
def test_columns_are_known_by_name_and_content(
    tmp_path: Path, content: str, subject: Subject, meanings: tuple[Meaning | None, ...]
) -> None:
    look = looked(tmp_path, content.encode())
    assert isinstance(look, TableLook)
    assert (look.rows, look.guess.subject, look.guess.meanings) == (1, subject, meanings)


@pytest.mark.parametrize(
    ("content", "writing"),
    [
        (b"a;b\n1,5;2\n", Writing("utf-8", ";", True)),
        ("Name,Straße\nÖz,x\n".encode("cp1252"), Writing("cp1252", ",", True)),
        ("\ufeffName\tOrt\nÖz\tx\n".encode(), Writing("utf-8", "\t", True)),
        ("Name;Ort\nÖz;x\n".encode("utf-16"), Writing("utf-16", ";", True)),
        ("17;Öz;1.2.1990\n18;Kaya;2.2.1990\n".encode(), Writing("utf-8", ";", False)),
    ],
)
def test_how_a_file_is_written_is_seen(content: bytes, writing: Writing) -> None:
    assert guessed_writing(content) == writing


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", TableTrouble.EMPTY),
        (b"PK\x03\x04\0\0\0", TableTrouble.NO_TABLE),
        (b"just some text\nand more\n", TableTrouble.NO_TABLE),
        (b"Name;Vorname\n", TableTrouble.EMPTY),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, trouble: TableTrouble) -> None:
    assert looked(tmp_path, content) == TableRefused(trouble)
    assert look_at(tmp_path / "nowhere.csv") == TableRefused(TableTrouble.MISSING)


@pytest.mark.parametrize(
    ("part", "samples", "patterns"),
    [
        (Part.DAY, ["2026-11-23"], ()),
        (Part.DAY, ["23.11.2026", "1.2.26"], ("%d.%m.%Y", "%d.%m.%y")),
        (Part.DAY, ["11/23/2026", "1/2/2026"], ("%m/%d/%Y",)),
        (Part.DAY, ["23/11/2026", "1/2/2026"], ("%d/%m/%Y",)),
        (Part.TIME, ["8:30", "10:00"], ()),
        (Part.TIME, ["8.30 Uhr"], ("%H.%M Uhr",)),
        (Part.MOMENT, ["23.11.2026 08:30"], ("%d.%m.%Y %H:%M",)),
        (Part.MOMENT, [], ()),
    ],
)
def test_dates_are_read_as_most_of_them_are_written(
    part: Part, samples: list[str], patterns: tuple[str, ...]
) -> None:
    assert patterns_of(part, samples) == patterns
    for text, pattern in zip(samples, patterns, strict=False):
        datetime.strptime(text, pattern)


def test_nobody_s_year_of_birth_has_two_digits() -> None:
    assert patterns_of(Part.DAY, ["1.2.35"], of_birth=True) == ()
