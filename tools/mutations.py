"""Break each rule in turn and see that a test fails.

    python tools/mutations.py             all of them; writes docs/mutation-check.md
    python tools/mutations.py quota       those whose rule or file has the word

Each mutation changes one place of a copy of the checkout and runs the tests that must notice. A mutation that
no test notices, or whose place is not found exactly once, is a failure.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIST = Path(__file__).with_name("mutations.toml")
RESULT = ROOT / "docs" / "mutation-check.md"
_COPIED = ("praxidesk", "tests", "docs", "pyproject.toml")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
_NO_TESTS = 5


@dataclass(frozen=True, slots=True)
class Mutation:
    """One rule, broken."""

    rule: str
    """In words."""
    file: str
    old: str
    """Stands exactly once in the file."""
    new: str
    tests: tuple[str, ...]
    """What must notice."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one."""

    mutation: Mutation
    caught_by: str
    """The first test that failed; empty where none did."""


def main(arguments: Sequence[str]) -> int:
    """Try those asked for; 1 where one was not noticed."""
    wanted = [each for each in mutations() if not arguments or arguments[0] in f"{each.rule} {each.file}"]
    verdicts = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in _COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / name)
        for mutation in wanted:
            verdicts.append(_tried(mutation, copy))
            print(_line(verdicts[-1]), flush=True)
    if not arguments:
        RESULT.write_text(_report(verdicts), "utf-8")
    missed = [each for each in verdicts if not each.caught_by]
    print(f"{len(verdicts) - len(missed)} of {len(verdicts)} noticed")
    return 1 if missed else 0


def mutations() -> Iterator[Mutation]:
    """All that are listed.

    :raises ValueError: where a place is not found exactly once
    """
    for each in tomllib.loads(LIST.read_text("utf-8"))["mutation"]:
        found = (ROOT / each["file"]).read_text("utf-8").count(each["old"])
        if found != 1:
            raise ValueError(f"{each['rule']}: found {found} times in {each['file']}: {each['old']!r}")
        yield Mutation(each["rule"], each["file"], each["old"], each["new"], tuple(each["tests"]))


def _tried(mutation: Mutation, copy: Path) -> Verdict:
    path = copy / mutation.file
    whole = path.read_text("utf-8")
    path.write_text(whole.replace(mutation.old, mutation.new), "utf-8")
    try:
        command = [
            sys.executable,
            "-B",
            "-m",
            "pytest",
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            *mutation.tests,
        ]
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    finally:
        path.write_text(whole, "utf-8")
    if done.returncode == _NO_TESTS:
        raise ValueError(f"{mutation.rule}: no test in {' '.join(mutation.tests)}")
    failed = _FAILED.search(done.stdout)
    caught = "" if done.returncode == 0 else failed.group(1) if failed else "the run itself"
    return Verdict(mutation, caught)


def _line(verdict: Verdict) -> str:
    return f"{'noticed' if verdict.caught_by else 'MISSED '}  {verdict.mutation.rule}  {verdict.caught_by}"


def _report(verdicts: Sequence[Verdict]) -> str:
    missed = sum(not each.caught_by for each in verdicts)
    rows = "\n".join(
        f"| {each.mutation.rule} | `{each.mutation.file}` | {_test_name(each.caught_by)} |"
        for each in verdicts
    )
    return (
        "# Mutation check\n\n"
        "Each rule of the engine broken in turn, in a copy of the checkout, and the first test to notice.\n"
        "Made by `python tools/mutations.py` from `tools/mutations.toml`.\n\n"
        f"{len(verdicts) - missed} of {len(verdicts)} were noticed.\n\n"
        f"| rule broken | where | noticed by |\n|---|---|---|\n{rows}\n"
    )


def _test_name(caught_by: str) -> str:
    if not caught_by:
        return "**nothing**"
    return f"`{caught_by.partition('[')[0]}`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
