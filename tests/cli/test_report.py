"""``praxidesk report conflicts``: what breaks a rule, as JSON lines."""

from pathlib import Path

import pytest

from tests.cli.conftest import PRACTICE, Json, Shell, visit

AWAY = '{ from = "2026-12-21", to = "2027-01-01"'


@pytest.fixture
def absent(desk: Shell, tmp_path: Path) -> Shell:
    """Dr. Weber fell ill after a patient was booked with her."""
    request = visit("2026-11-23T09:00", participants=[{"actor": "WEB", "role": "practitioner"}])
    (booked,) = desk.ask("book", request | {"patient": "P-1001", "note": "private matter"})
    assert booked["outcome"] == "booked"
    changed = tmp_path / "changed.toml"
    text = PRACTICE.read_text(encoding="utf-8")
    assert AWAY in text
    changed.write_text(text.replace(AWAY, '{ from = "2026-11-23", to = "2027-01-01"'), encoding="utf-8")
    assert desk.run("setup", str(changed)).status == 0
    return desk


def report(shell: Shell, *arguments: str) -> list[Json]:
    ran = shell.run("report", "conflicts", *arguments)
    assert (ran.status, ran.err) == (0, "")
    return ran.lines


def test_a_line_says_what_who_and_when(absent: Shell) -> None:
    (line,) = report(absent)
    assert line["patient"] == "P-1001"
    assert line["start"] == "2026-11-23T09:00:00+01:00"
    assert "note" not in line
    (conflict,) = line["conflicts"]
    assert (conflict["kind"], conflict["severity"], conflict["actor"]) == ("absent", "blocking", "WEB")
    assert conflict["start"] == "2026-11-23T09:00:00+01:00"
    assert "Weber" in conflict["message"]


def test_the_days_and_the_actor_can_be_chosen(absent: Shell) -> None:
    assert len(report(absent, "--from", "2026-11-23", "--to", "2026-11-23")) == 1
    assert report(absent, "--from", "2026-11-24") == []
    assert report(absent, "--actor", "KOC") == []
    assert len(report(absent, "--actor", "WEB")) == 1


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--actor", "NOBODY"), "NOBODY"),
        (("--from", "2026-11-24", "--to", "2026-11-23"), "--to"),
        (("--from", "tomorrow"), "tomorrow"),
    ],
)
def test_bad_usage_is_refused_by_name(desk: Shell, arguments: tuple[str, ...], named: str) -> None:
    ran = desk.run("report", "conflicts", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert named in ran.err


def test_the_load_of_a_day_in_a_line_for_each_who_is_open_or_taken(absent: Shell) -> None:
    ran = absent.run("report", "load", "--from", "2026-11-23", "--to", "2026-11-23")
    by_actor = {line["actor"]: line for line in ran.lines}
    assert by_actor["WEB"] == {
        "day": "2026-11-23",
        "actor": "WEB",
        "entries": 1,
        "minutes": 30,
        "open_minutes": 0,
    }
    assert by_actor["KOC"]["open_minutes"] == 480
    one = absent.run("report", "load", "--from", "2026-11-23", "--to", "2026-11-23", "--actor", "KOC")
    assert one.lines == [by_actor["KOC"]]
