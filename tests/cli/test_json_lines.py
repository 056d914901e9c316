"""Lines in, lines out: one answer each, whatever comes, in the order it comes."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxidesk.commands.json_lines import LONGEST_LINE_BYTES, answer_lines, write_line
from tests.cli.conftest import Json, Shell, visit

VERBS = ["check", "book", "move", "cancel", "status", "slots"]


NO_REQUESTS = [
    b"{",
    b"[]",
    b"null",
    b"1",
    b'"text"',
    b"{}",
    b'{"\xff": 1}',
    b"\xff\xfe{\x00}\x00",
    b"\x00",
    b'{"a": 1, "a": 2}',
    b'{"minutes": NaN}',
    b'{"id": 99999999999999999999999999, "version": 1}',
    b'{"id": 1, "version": 99999999999999999999999999}',
    b'{"id": ' + b"9" * 5000 + b"}",
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b'{"note": "\\ud800"}',
    b'{"key": "\\udfff", "type": "\\ud800"}',
]


@pytest.mark.parametrize("verb", VERBS)
def test_what_is_no_request_is_answered_invalid(desk: Shell, verb: str) -> None:
    ran = desk.run(verb, text=b"\n".join(NO_REQUESTS))
    assert (ran.status, ran.err) == (0, "")
    for line, answer in zip(NO_REQUESTS, ran.lines, strict=True):
        assert answer["outcome"] == "invalid", line[:40]
        assert all(set(each) == {"field", "message"} and each["message"] for each in answer["errors"])


def test_the_others_go_on(desk: Shell) -> None:
    good = json.dumps(visit("2026-11-23T09:00")).encode()
    lines = [b"\xef\xbb\xbf" + good, b"", b"   ", b"{", b"\t\r", good + b"\r", b"x" * 3, good[:-1]]
    ran = desk.run("book", text=b"\n".join(lines))
    assert [each["outcome"] for each in ran.lines] == ["booked", "invalid", "refused", "invalid", "invalid"]


def test_a_line_that_never_ends_is_bounded(desk: Shell) -> None:
    good = json.dumps(visit("2026-11-23T09:00"))
    endless = '{"note": "' + "x" * (3 * LONGEST_LINE_BYTES) + '"}'
    answers = desk.ask("book", endless, good)
    assert [each["outcome"] for each in answers] == ["invalid", "booked"]
    assert str(LONGEST_LINE_BYTES) in answers[0]["errors"][0]["message"]
    ran = desk.run("book", text=endless)
    assert [each["outcome"] for each in ran.lines] == ["invalid"]


def test_the_longest_note_fits(desk: Shell) -> None:
    note = "😀" * 20_000
    [answer] = desk.ask("book", visit("2026-11-23T09:00", note=note))
    assert answer["outcome"] == "booked"
    [line] = desk.run("agenda", "--from", "2026-11-23", "--to", "2026-11-23").lines
    assert line["note"] == note


def test_each_answer_is_out_before_the_next_line_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Out(io.BytesIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed = self.getvalue().count(b"\n")

    out = Out()

    class Lines(io.RawIOBase):
        """A reader that looks what was answered whenever it is asked for more."""

        sent = 0

        def readline(self, _limit: int | None = -1, /) -> bytes:
            assert out.flushed == self.sent
            self.sent += 1
            return b"{}\n" if self.sent <= 3 else b""

    monkeypatch.setattr(sys, "stdin", _Text(Lines()))
    monkeypatch.setattr(sys, "stdout", _Text(out))
    assert answer_lines(None, lambda _: {"outcome": "free"}) == 0
    assert out.getvalue() == b'{"outcome": "free"}\n' * 3


class _Text:
    def __init__(self, buffer: Any) -> None:
        self.buffer = buffer


def test_memory_does_not_grow_with_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lines(io.RawIOBase):
        left = 100_000

        def readline(self, _limit: int | None = -1, /) -> bytes:
            self.left -= 1
            return b"{}\n" if self.left >= 0 else b""

    class Count:
        lines = 0

        def write(self, _text: bytes) -> None:
            self.lines += 1

        def flush(self) -> None:
            pass

    out = Count()
    monkeypatch.setattr(sys, "stdin", _Text(Lines()))
    monkeypatch.setattr(sys, "stdout", _Text(out))
    import tracemalloc  # noqa: PLC0415

    answer: Json = {"outcome": "free"}
    tracemalloc.start()
    try:
        answer_lines(None, lambda _: answer)
        assert tracemalloc.get_traced_memory()[1] < 200_000
    finally:
        tracemalloc.stop()
    assert out.lines == 100_000


def test_only_who_waits_for_its_first_line_is_made_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", _Text(out))
    for sent_before in (True, False):
        reading, writing = os.pipe()

        def send(to: int = writing) -> None:
            os.write(to, b"{}\n")
            os.close(to)
            out.write(b"sent\n")

        if sent_before:
            send()
        with os.fdopen(reading, "rb") as source:
            monkeypatch.setattr(sys, "stdin", _Text(source))
            answer_lines(None, lambda _: {"outcome": "free"}, send)
    assert out.getvalue() == b'sent\n{"outcome": "free"}\n' * 2


def test_answers_are_utf_8_whatever_they_hold(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for text in ("Müller-Öztürk", "😀\u2028\x00", "\ud800"):
        write_line({"note": text})
        out = capsysbinary.readouterr().out
        assert json.loads(out) == {"note": text}
        assert out.count(b"\n") == 1
    assert "Müller".encode() not in out


def test_a_bug_costs_only_the_line_it_meets(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    def answer(line: str) -> Json:
        if line == "bug":
            raise ZeroDivisionError("no such thing")
        return {"outcome": "free"}

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"one\nbug\ntwo\n")))
    assert answer_lines(None, answer) == 0
    out, err = capsysbinary.readouterr()
    assert [json.loads(line)["outcome"] for line in out.splitlines()] == ["free", "failed", "free"]
    assert b"ZeroDivisionError" in err
    assert b"Traceback" not in err


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["id", "version", "kind", "type", "procedure", "patient", "start", "minutes", "phases", "participants",
     "fill", "note", "key", "override", "status", "reason", "from", "to", "need", "limit", "step", "weekdays",
     "between"]
)  # fmt: skip
MEANT = {
    "id": 1,
    "version": 1,
    "type": "FREI",
    "procedure": "KNIE",
    "patient": "P-1001",
    "start": "2026-11-23T09:00",
    "participants": [{"actor": "KOC", "role": "practitioner"}],
    "from": "2026-11-23",
    "to": "2026-11-24",
    "need": [{"role": "practitioner", "any": ["KOC"]}],
    "status": "arrived",
}


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    verb=st.sampled_from(VERBS),
    meant=st.sets(st.sampled_from(sorted(MEANT))),
    wild=st.dictionaries(FIELDS, JSON, max_size=3),
)
def test_any_object_is_answered(desk: Shell, verb: str, meant: set[str], wild: Json) -> None:
    request = {name: MEANT[name] for name in meant} | wild
    ran = desk.run(verb, text=json.dumps(request))
    assert ran.status == 0
    assert ran.err == ""
    [answer] = ran.lines
    assert "slots" in answer or answer["outcome"] != "failed", answer


def test_nothing_in_is_nothing_out(desk: Shell, tmp_path: Path) -> None:
    assert desk.run("book").out == ""
    empty = tmp_path / "empty.jsonl"
    empty.write_bytes(b"\n\n")
    assert desk.run("book", str(empty)).out == ""
