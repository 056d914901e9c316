"""``praxidesk import csv``: what it says on both outputs, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from praxidesk.cli import main
from praxidesk.commands import progress

PRACTICE = """
[site]
code = "M"
name = "Mitte"
timezone = "Europe/Berlin"
hours = [{ days = ["mon", "tue", "wed", "thu", "fri"], from = "07:00", to = "18:00" }]
[[room]]
code = "OP1"
name = "Saal 1"
[[procedure]]
code = "EINGRIFF"
name = "Eingriff"
phases = { setup = 10, surgery = 30, closing = 5 }
"""
MAPPING = """
[table]
delimiter = ";"
encoding = "cp1252"
decimal = ","
[request]
key = { column = "Nr", prefix = "op-" }
procedure = { column = "Art", codes = { "Hüfte" = "EINGRIFF" } }
start = { column = "Beginn", format = "%d.%m.%Y %H:%M" }
minutes = { column = "Dauer", round = "up" }
participants = [{ role = "room", actor = { column = "Saal", prefix = "OP" } }]
note = { column = "Bemerkung" }
"""
TABLE = (
    "Nr;Art;Beginn;Dauer;Saal;Bemerkung\r\n"
    '1;Hüfte;23.11.2026 8:00;59,5;1;"zwei\r\nZeilen"\r\n'
    "2;Hüfte;23.11.2026 8:30;60;1;Überschneidung\r\n"
    "3;Knie;23.11.2026 10:00;60;1;\r\n"
    "4;Hüfte;23.11.2026 9:00;60;1;\r\n"
    "5;Hüfte;23.11.2026 10:00;60\r\n"
    "6;Hüfte;23.11.2026 10:00;60;9;\r\n"
)


class Import:
    """The command on one store, with the files beside it."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capfd = capfd
        self.table = folder / "plan.csv"
        self.mapping = folder / "map.toml"
        self.table.write_bytes(TABLE.encode("cp1252"))
        self.mapping.write_text(MAPPING, "utf-8")
        practice = folder / "practice.toml"
        practice.write_text(PRACTICE, "utf-8")
        assert main(["--store", str(folder / "x.db"), "setup", str(practice)]) == 0
        capfd.readouterr()

    def run(self, *more: str, file: Path | None = None, status: int = 0) -> tuple[list[dict[str, Any]], str]:
        """The lines it wrote, and what it said beside them."""
        base = ["--store", str(self.folder / "x.db"), "--now", "2026-11-20T12:00"]
        arguments = ["import", "csv", str(file or self.table), "--map", str(self.mapping)]
        assert main([*base, *arguments, *more]) == status
        out, err = self._capfd.readouterr()
        return [json.loads(line) for line in out.splitlines()], err


@pytest.fixture
def command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Import:
    return Import(tmp_path, capfd)


def test_every_rejected_row_is_told_and_all_are_summed_up(command: Import) -> None:
    lines, said = command.run()
    *rejected, summary = lines
    assert said == ""
    assert [(each["line"], each["key"], each["outcome"]) for each in rejected] == [
        (4, "op-2", "refused"),
        (5, "op-3", "invalid"),
        (7, None, "invalid"),
        (8, "op-6", "invalid"),
    ]
    [busy] = [each for each in rejected[0]["conflicts"] if each["severity"] == "blocking"]
    assert (busy["kind"], busy["actor"], busy["entry_key"]) == ("room_busy", "OP1", "op-1")
    assert busy["message"] == "Saal 1 (OP1) is taken by entry 1 (op-1) on 2026-11-23 from 08:30 to 09:00"
    assert rejected[1]["errors"] == [
        {"field": "procedure", "columns": ["Art"], "message": '"Knie" is not among the codes of the mapping'}
    ]
    assert summary == {
        "outcome": "imported",
        "file": str(command.table),
        "rows": 6,
        "booked": 2,
        "replayed": 0,
        "refused": 1,
        "invalid": 3,
        "skipped": 0,
        "patients_added": 0,
        "patients_known": 0,
        "warnings": {},
    }


def test_a_dry_run_books_nothing(command: Import) -> None:
    *_, summary = command.run("--dry-run")[0]
    assert (summary["outcome"], summary["booked"]) == ("checked", 2)
    *_, summary = command.run()[0]
    assert (summary["outcome"], summary["booked"], summary["replayed"]) == ("imported", 2, 0)
    *_, summary = command.run()[0]
    assert (summary["booked"], summary["replayed"]) == (0, 2)


def test_rejected_rows_can_be_mended_and_imported_by_the_same_mapping(command: Import) -> None:
    rejected = command.folder / "rejected.csv"
    command.run("--rejected", str(rejected))
    text = rejected.read_bytes().decode("cp1252")
    assert text.splitlines() == [
        "Nr;Art;Beginn;Dauer;Saal;Bemerkung;line;outcome;reason",
        "2;Hüfte;23.11.2026 8:30;60;1;Überschneidung;4;refused;"
        "Saal 1 (OP1) is taken by entry 1 (op-1) on 2026-11-23 from 08:30 to 09:00",
        '3;Knie;23.11.2026 10:00;60;1;;5;invalid;"Art: ""Knie"" is not among the codes of the mapping"',
        "5;Hüfte;23.11.2026 10:00;60;7;invalid;the row has 4 cells where the header has 6",
        "6;Hüfte;23.11.2026 10:00;60;9;;8;invalid;"
        '"Saal: ""OP9"" is no code of a practitioner, room, device or group"',
    ]
    mended = command.folder / "mended.csv"
    mended.write_bytes(
        text.replace("8:30", "13:30").replace("3;Knie;", "3;Hüfte;").replace("60;9", "90;1").encode("cp1252")
    )
    *rejected_again, summary = command.run(file=mended)[0]
    assert summary["booked"] == 2
    assert [(each["key"], each["outcome"]) for each in rejected_again] == [
        (None, "invalid"),
        ("op-6", "refused"),
    ]


def test_stray_bytes_come_back_in_the_rejected_table(command: Import) -> None:
    rejected = command.folder / "rejected.csv"
    command.table.write_bytes(b"Nr;Art;Beginn;Dauer;Saal;Bemerkung\n1;H\xfcfte;23.11.2026 8:00;60;1;a\x81b\n")
    [row, _] = command.run("--rejected", str(rejected))[0]
    assert row["errors"][0]["columns"] == ["Bemerkung"]
    assert b"a\x81b" in rejected.read_bytes()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"map.toml": "[request"}, "map.toml: is no TOML", id="mapping-syntax"),
        pytest.param(
            {"map.toml": MAPPING + "colour = 3"},
            "map.toml: request.colour: is an unknown key",
            id="mapping-key",
        ),
        pytest.param(
            {"map.toml": MAPPING.replace('"Nr"', '"No"')}, "plan.csv: the mapping names columns", id="column"
        ),
        pytest.param({"plan.csv": ""}, "plan.csv: is empty", id="empty-table"),
        pytest.param({"plan.csv": None}, "plan.csv: no such file", id="no-table"),
        pytest.param({"map.toml": None}, "map.toml: no such file", id="no-mapping"),
        pytest.param({"x.db": None}, "x.db", id="no-store"),
        pytest.param({"x.db": "something else"}, "x.db", id="no-database"),
    ],
)
def test_what_cannot_be_read_is_refused_whole(
    command: Import, change: dict[str, str | None], says: str
) -> None:
    for name, content in change.items():
        path = command.folder / name
        path.unlink()
        if content is not None:
            path.write_text(content, "utf-8")
    rejected = command.folder / "rejected.csv"
    lines, said = command.run("--rejected", str(rejected), status=2)
    assert lines == []
    assert says in said
    assert "Traceback" not in said
    assert not rejected.exists()


def test_what_is_read_is_not_overwritten(command: Import) -> None:
    _, said = command.run("--rejected", str(command.table), status=2)
    assert "which is read" in said
    assert command.table.read_bytes() == TABLE.encode("cp1252")
    _, said = command.run("--rejected", str(command.folder), status=2)
    assert f"--rejected {command.folder}: Is a directory" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_stops_the_import_with_what_was_done(command: Import) -> None:
    lines, said = command.run("--rejected", "/dev/full", status=2)
    assert lines[-1]["outcome"] == "stopped"
    assert "--rejected /dev/full: No space left on device" in said


def test_bad_usage_ends_with_two(command: Import) -> None:
    assert main(["import", "csv", str(command.table)]) == 2
    assert main(["import", "xls", str(command.table), "--map", "m"]) == 2


def test_a_terminal_shows_how_far_it_is(
    command: Import, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "is_terminal", lambda: True)
    _, said = command.run()
    assert "1 rows: 1 booked, 0 rejected" in said
    assert said.endswith("\r")
