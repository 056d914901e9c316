"""A few days at the command line: real processes, both dialects, and rows looked at afterwards."""

import json
import os
import shlex
import signal
import subprocess
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Json, Shell, visit

DAY = ("agenda", "--from", "2026-11-23", "--to", "2026-11-23", "--all")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "praxidesk", "--now", NOW, *arguments]


def at(store: str) -> dict[str, str]:
    """The store named where nobody reads its password."""
    return {**os.environ, "PRAXIDESK_STORE": store}


def run(store: str, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments),
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=at(store),
    )


def test_from_a_call_to_the_end_of_the_day(desk: Shell) -> None:
    store = str(desk.store)

    def ask(verb: str, request: Json) -> Json:
        done = run(store, verb, text=json.dumps(request) + "\n")
        assert (done.returncode, done.stderr) == (0, "")
        answer: Json = json.loads(done.stdout)
        return answer

    found = ask("slots", {"type": "KONTR", "from": "2026-11-23", "to": "2026-11-27", "limit": 1})
    slot = found["slots"][0]
    request = {
        "type": "KONTR",
        "start": slot["start"],
        "participants": slot["participants"],
        "patient": "P-1001",
    }
    assert ask("check", request)["outcome"] == "free"
    booked = ask("book", request | {"key": "call-1"})
    assert booked["outcome"] == "booked"
    assert ask("book", request | {"key": "call-1"})["replayed"] is True
    refused = ask("book", request | {"patient": "P-1002"})
    assert {each["entry"] for each in refused["conflicts"]} == {booked["id"]}
    moved = ask("move", {"id": booked["id"], "version": 1, "start": refused["alternatives"][0]["start"]})
    assert moved["outcome"] == "moved"
    arrived = ask("status", {"id": booked["id"], "version": 2, "status": "arrived"})
    assert (arrived["outcome"], arrived["version"]) == ("changed", 3)
    stale = ask("cancel", {"id": booked["id"], "version": 2})
    assert stale["current"]["status"] == "arrived"
    cancelled = ask("cancel", {"id": booked["id"], "version": 3, "reason": "ging wieder"})
    assert cancelled["outcome"] == "cancelled"
    [line] = [json.loads(each) for each in run(store, *DAY).stdout.splitlines()]
    assert (line["id"], line["version"], line["status"], line["reason"]) == (
        booked["id"], 4, "cancelled", "ging wieder",
    )  # fmt: skip


def test_processes_race_for_one_day(desk: Shell) -> None:
    """Several phone systems at once: every line answered, nobody booked twice."""
    store = str(desk.store)
    starts = [f"2026-11-23T{hour:02}:{minute:02}" for hour in range(8, 15) for minute in (0, 20, 40)]
    people = [("KOC", "R1"), ("R1", "WEB"), ("WEB", "R2"), ("R2", "KOC")]
    clerks = []
    for clerk in range(4):
        requests = [
            {
                "type": "FREI",
                "start": start,
                "participants": [
                    {"actor": code, "role": "room" if code in {"R1", "R2"} else "practitioner"}
                    for code in people[(clerk + place) % 4]
                ],
            }
            for place, start in enumerate(starts)
        ]
        process = subprocess.Popen(
            command("book"),
            env=at(store),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        clerks.append((process, "\n".join(json.dumps(each) for each in requests).encode()))
    for process, text in clerks:
        assert process.stdin is not None
        process.stdin.write(text)
        process.stdin.close()
    outcomes: Counter[str] = Counter()
    for process, _ in clerks:
        assert process.stdout is not None
        assert process.stderr is not None
        answers = [json.loads(line) for line in process.stdout.read().splitlines()]
        assert process.stderr.read() == b""
        assert process.wait(60) == 0
        process.stdout.close()
        process.stderr.close()
        assert len(answers) == len(starts)
        outcomes.update(each["outcome"] for each in answers)
    assert set(outcomes) == {"booked", "refused"}
    lines = [json.loads(each) for each in run(store, *DAY).stdout.splitlines()]
    assert len(lines) == outcomes["booked"]
    taken = [(each["actor"], each["start"], each["end"]) for line in lines for each in line["participants"]]
    for (actor, start, end), (other, begin, until) in combinations(taken, 2):
        assert actor != other or end <= begin or until <= start


def test_nobody_reads_the_answers_any_more(desk: Shell) -> None:
    process = subprocess.Popen(
        command("book"),
        env=at(str(desk.store)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(json.dumps(visit("2026-11-23T09:00")).encode() + b"\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["outcome"] == "booked"
    process.stdout.close()
    process.stdin.write(json.dumps(visit("2026-11-23T10:00")).encode() + b"\n")
    process.stdin.close()
    assert process.wait(60) == 1
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_ends_without_a_word(desk: Shell) -> None:
    process = subprocess.Popen(
        command("book"),
        env=at(str(desk.store)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(visit("2026-11-23T09:00")).encode() + b"\n")
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that Linux has")
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_answers_that_cannot_be_written(desk: Shell) -> None:
    request = json.dumps(visit("2026-11-23T09:00"))
    for arguments in (["check"], list(DAY), ["store", "status"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                command(*arguments),
                env=at(str(desk.store)),
                input=request.encode(),
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        if arguments == list(DAY):
            assert (done.returncode, done.stderr) == (0, b"")  # an empty day writes nothing
        else:
            assert done.returncode == 2
            assert done.stderr.count(b"\n") == 1
            assert b"No space left" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_closed_streams_book_nothing(desk: Shell, closed: str) -> None:
    line = " ".join(shlex.quote(word) for word in command("book"))
    done = subprocess.run(
        ["/bin/sh", "-c", f"{line} {closed}"],
        input=json.dumps(visit("2026-11-23T09:00")).encode(),
        capture_output=True,
        check=False,
        env=at(str(desk.store)),
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"praxidesk: there is no standard ")
    assert desk.run(*DAY).out == ""


@pytest.mark.shared_data
def test_hostile_texts_come_back_as_they_went_in(desk: Shell, shared_data: Path) -> None:
    strings = json.loads((shared_data / "names" / "blns.json").read_text(encoding="utf-8"))
    strings += ["\ud800", "a\udfffb", "\ufeffx", "\u202eabc", "x\u0000y"]
    requests = [
        visit(
            "2026-11-23T09:00",
            participants=[],
            note=text,
            patient={"family": text, "given": text, "birth_date": "2000-01-01"},
            override={"reason": text},
        )
        for text in strings
    ]
    answers = desk.ask("book", *requests)
    assert {each["outcome"] for each in answers} == {"booked", "invalid"}
    lines = {line["id"]: line for line in desk.run(*DAY).lines}
    for text, answer in zip(strings, answers, strict=True):
        if answer["outcome"] == "booked":
            assert lines[answer["id"]]["note"] == text
        else:
            assert {each["field"] for each in answer["errors"]} <= {
                "note", "patient.family", "patient.given", "override.reason",
            }  # fmt: skip
    noted = desk.ask("book", *(visit("2026-11-23T09:00", participants=[], note=text) for text in strings))
    assert sum(each["outcome"] == "booked" for each in noted) >= len(strings) - 4
    cancels = [
        {"id": each["id"], "version": 1, "reason": text}
        for text, each in zip(strings, noted, strict=True)
        if each["outcome"] == "booked"
    ]
    assert {each["outcome"] for each in desk.ask("cancel", *cancels)} <= {"cancelled", "invalid"}
