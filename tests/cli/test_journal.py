"""``praxidesk journal``: who did what, whether it is whole, and what to note elsewhere."""

import re
import sqlite3
from pathlib import Path

import pytest

from praxidesk.models.at_desk import machine_name
from tests.cli.conftest import Shell, visit


@pytest.fixture
def busy(desk: Shell) -> Shell:
    """An appointment, booked and cancelled."""
    (booked,) = desk.ask("book", visit("2026-11-23T09:00", patient="P-1001"))
    (cancelled,) = desk.ask("cancel", {"id": booked["id"], "version": 1, "reason": "krank"})
    assert cancelled["outcome"] == "cancelled"
    return desk


def test_it_shows_who_did_what_and_of_a_change_what_differs(busy: Shell) -> None:
    ran = busy.run("journal", "show", "--entry", "1", "--limit", "9")
    assert (ran.status, ran.err) == (0, "")
    line = next(each for each in ran.lines if each["table"] == "entry")
    assert (line["deed"], line["key"]) == ("update", "1")
    assert line["before"]["status"] == "booked"
    assert line["after"]["status"] == "cancelled"
    assert line["after"]["reason"] == "krank"
    assert "starts_at" not in line["after"]
    assert line["login"]
    one = busy.run("journal", "show", "--patient", "P-1001", "--limit", "1")
    (patient,) = one.lines
    assert "there may be more: --limit" in one.err
    assert patient["seq"] == line["seq"]
    assert busy.run("journal", "show", "--login", "nobody").lines == []
    third = busy.run("journal", "show", "--line", "3", "--limit", "1")
    assert ([each["seq"] for each in third.lines], third.err) == ([3], "")
    assert busy.run("journal", "show", "--to", "2001-01-01").lines == []


def test_it_is_told_in_words_that_a_person_understands(busy: Shell, dialect: str) -> None:
    # What people wrote commands no terminal.
    busy.ask("book", visit("2026-11-23T11:00", note="a\x1b[31mb\u202ec"))
    told = busy.run("journal", "show", "--words", "--limit", "3")
    assert (told.status, told.err.count("there may be more")) == (0, 1)
    assert told.out.count("\n") == 3
    at, who, what = zip(*(line.split("  ") for line in told.out.splitlines()), strict=True)
    patient = "Müller-Öztürk, Işıl"
    assert list(what) == [
        "Freie Zeit · Mo 23. Nov. 11:00 · gebucht · Dr. Koç · Notiz: „a [31mb c“ · #2",
        f"{patient} · Freie Zeit · Mo 23. Nov. 09:00 · abgesagt: „krank“ · #1",
        f"{patient} · Freie Zeit · Mo 23. Nov. 09:00 · gebucht · Dr. Koç · #1",
    ]
    assert all(each.isprintable() for each in what[0])
    is_server = dialect == "postgresql"
    assert all(each.startswith("praxi · ") is is_server for each in who)
    assert all(machine_name() in each for each in who)
    assert not any(re.search(r"[A-Za-z]", each) for each in at)
    told = busy.run("journal", "show", "--words", "--lang", "en", "--entry", "1")
    assert told.out.splitlines()[1].endswith(
        f"{patient} · Freie Zeit · Mon 23 Nov 09:00 · booked · Dr. Koç · #1"
    )
    assert busy.run("journal", "show", "--words", "--login", "nobody").out == ""
    assert busy.run("journal", "show", "--words", "--patient", "P-1001").out.count("#1") == 2
    assert "--json" in busy.run("journal", "show", "--words", "--line", "3").err
    assert busy.run("journal", "show", "--json", "--entry", "2").lines[0]["deed"] == "insert"


def test_it_is_whole_and_its_seals_are_noted_in_a_file(busy: Shell, tmp_path: Path) -> None:
    noted = tmp_path / "seals.txt"
    first = busy.run("journal", "verify", "--anchors", str(noted))
    assert first.status == 0
    assert first.out.startswith("whole: ")
    assert noted.read_text() == busy.run("journal", "anchor").out
    busy.ask("book", visit("2026-11-23T10:00"))
    again = busy.run("journal", "verify", "--anchors", str(noted))
    assert "as 1 noted seal says" in again.out
    assert len(noted.read_text().splitlines()) == 2


def test_what_was_tampered_with_is_named_and_ends_with_1(busy: Shell, tmp_path: Path) -> None:
    if str(busy.store).startswith("postgresql"):
        pytest.skip(
            "no client can tamper with a server; tests/services/test_journal.py does as its administrator"
        )
    noted = tmp_path / "seals.txt"
    busy.run("journal", "verify", "--anchors", str(noted))
    file = sqlite3.connect(str(busy.store))
    file.execute("DROP TRIGGER journal_final_update")
    file.execute("UPDATE journal SET after = NULL WHERE id = 3")
    file.execute("INSERT INTO setting VALUES ('by another program', '')")
    file.commit()
    file.close()
    ran = busy.run("journal", "verify", "--anchors", str(noted))
    assert ran.status == 1
    assert "line 3: what was written there has been changed" in ran.err
    assert "1 lines were written by another program" in ran.err
    assert len(noted.read_text().splitlines()) == 1
    assert busy.run("journal", "seal").out.split() == ["sealed", "1"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "--patient", "P-9"), "--patient: nobody has the number 'P-9'"),
        (
            ("show", "--from", "2026-11-24", "--to", "2026-11-23"),
            "--to 2026-11-23 is before --from 2026-11-24",
        ),
        (("show", "--limit", "0"), "'0' is no number from 1 on"),
    ],
)
def test_what_it_cannot_do_is_said(desk: Shell, words: tuple[str, ...], said: str) -> None:
    ran = desk.run("journal", *words)
    assert ran.status == 2
    assert said in ran.err


def test_a_file_of_seals_that_holds_something_else_is_refused(desk: Shell, tmp_path: Path) -> None:
    noted = tmp_path / "seals.txt"
    noted.write_text("0:\nnot a seal\n")
    ran = desk.run("journal", "verify", "--anchors", str(noted))
    assert ran.status == 2
    assert f"line 2 of {noted} is no seal" in ran.err
