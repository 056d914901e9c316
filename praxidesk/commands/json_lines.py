"""JSON lines in, one JSON line out for each, in constant memory and without reading ahead."""

import json
import select
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from praxidesk.commands.refusing import CommandRefused, describe_fault, warn

LONGEST_LINE_BYTES = 1 << 20
"""Twice what the longest note takes with every character escaped as a pair of surrogates."""
SOON_S = 0.1
"""Within which whoever has all lines at hand has sent the first."""

Answer = Mapping[str, object]
AnswerLine = Callable[[str], Answer]


def answer_lines(file: str | None, answer: AnswerLine, make_ready: Callable[[], None] = lambda: None) -> int:
    """Answer every line of a file, or of standard input, that is not blank; the exit status.

    Each answer is out before the next line is read. Whatever goes wrong with one line is its answer.

    :param make_ready: called where the first line is still waited for after a moment: by whoever stays
    """
    _standard_output()  # rather than book what nobody is told
    with _source(file) as source:
        if _is_waited_for(source):
            make_ready()
        for line in _lines(source):
            write_line(_answer(line, answer))
    return 0


def write_line(value: Answer) -> None:
    """One object as one line of standard output, in UTF-8 whatever the locale, flushed."""
    try:
        text = json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can name and UTF-8 cannot
        text = json.dumps(value).encode()
    out = _standard_output()
    out.write(text + b"\n")
    out.flush()


def invalid(message: str, field: str = "") -> Answer:
    """The answer to what is no request at all."""
    return {"outcome": "invalid", "errors": [{"field": field, "message": message}]}


def failed(message: str) -> Answer:
    """The answer where the store, or the program, could not."""
    return {"outcome": "failed", "message": message}


def _answer(line: bytes | None, answer: AnswerLine) -> Answer:
    if line is None:
        return invalid(f"the line is longer than {LONGEST_LINE_BYTES} bytes")
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        return invalid(f"the line is not UTF-8: byte {error.start + 1} is {line[error.start]:#04x}")
    try:
        return answer(text)
    except Exception as error:  # noqa: BLE001 - a bug costs one line its answer, not all others theirs
        warn(describe_fault(error))
        return failed(describe_fault(error))


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """The lines that are not blank, without their end; ``None`` for one that is too long."""
    first = True
    while line := source.readline(LONGEST_LINE_BYTES + 1):
        if first:
            line, first = line.removeprefix(b"\xef\xbb\xbf"), False
        if len(line) > LONGEST_LINE_BYTES and not line.endswith(b"\n"):
            _skip_rest(source)
            yield None
        elif line.strip():
            yield line.rstrip(b"\r\n")


def _is_waited_for(source: BinaryIO) -> bool:
    """Whether nothing comes for a moment; where that cannot be told, somebody may have sent something."""
    try:
        readable, _, _ = select.select([source], [], [], SOON_S)
    except (OSError, ValueError):  # not of this system's kind, or no file at all
        return False
    return not readable


def _skip_rest(source: BinaryIO) -> None:
    while (part := source.readline(LONGEST_LINE_BYTES)) and not part.endswith(b"\n"):
        pass


def _standard_output() -> BinaryIO:
    if sys.stdout is None:  # closed by whoever started us
        raise CommandRefused("there is no standard output to write answers to")
    return sys.stdout.buffer


@contextmanager
def _source(file: str | None) -> Iterator[BinaryIO]:
    if file is None or file == "-":
        if sys.stdin is None:  # closed by whoever started us
            raise CommandRefused("there is no standard input to read requests from")
        yield sys.stdin.buffer
        return
    try:
        opened = Path(file).open("rb")  # noqa: SIM115 - closed below, where reading is over
    except OSError as error:
        raise CommandRefused(f"{file}: {error.strerror}") from error
    with opened:
        try:
            yield opened
        except IsADirectoryError as error:
            raise CommandRefused(f"{file}: {error.strerror}") from error
