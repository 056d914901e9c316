"""Break each rule in turn and see that a test fails.

    python tools/mutations.py             all of them; writes docs/mutation-check.md
    python tools/mutations.py quota       those whose rule or file has the word

Each mutation changes one place of a copy of the checkout and runs the tests that must notice, on SQLite and
always with the same examples. Before that they must pass without it. A mutation that no test notices, that
breaks the tests' own set-up, or whose place is not found exactly once, is a failure.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parents[1]
LIST = Path(__file__).with_name("mutations.toml")
RESULT = ROOT / "docs" / "mutation-check.md"
AT_ONCE = 2
_COPIED = ("praxidesk", "tests", "docs", "pyproject.toml")
_OPTIONS = shlex.split("-x -q -n 0 -p no:cacheprovider -p no:randomly --hypothesis-seed=0")
_NOT_POSTGRESQL = "not postgresql"
_FAILED = re.compile(r"^FAILED (\S+)", re.MULTILINE)
_PASSED, _SOME_FAILED = 0, 1


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
    """What must notice: files and tests."""

    @property
    def stands(self) -> bool:
        """Whether its place is found exactly once."""
        return (ROOT / self.file).read_text("utf-8").count(self.old) == 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one."""

    mutation: Mutation
    caught_by: str
    """The first test that failed; empty where none did."""


class Unfit(Exception):
    """A mutation that says nothing: its tests fail without it, or cannot even be set up with it."""


def main(arguments: Sequence[str]) -> int:
    """Try those asked for; 1 where one was not noticed."""
    wanted = [each for each in mutations() if not arguments or arguments[0] in f"{each.rule} {each.file}"]
    lost = [f"{each.rule}: {each.old!r} is not once in {each.file}" for each in wanted if not each.stands]
    if lost:
        raise Unfit("\n".join(lost))
    verdicts: list[Verdict] = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(AT_ONCE):
            copies.put(_copy(Path(folder) / str(number)))
        list(pool.map(partial(_passing, copies), dict.fromkeys(each.tests for each in wanted)))
        for verdict in pool.map(partial(_tried, copies), wanted):
            verdicts.append(verdict)
            print(_line(verdict), flush=True)
    if not arguments:
        RESULT.write_text(report(verdicts), "utf-8")
    missed = [each for each in verdicts if not each.caught_by]
    print(f"{len(verdicts) - len(missed)} of {len(verdicts)} noticed")
    return 1 if missed else 0


def mutations() -> Iterator[Mutation]:
    """All that are listed."""
    for each in tomllib.loads(LIST.read_text("utf-8"))["mutation"]:
        yield Mutation(each["rule"], each["file"], each["old"], each["new"], tuple(each["tests"]))


def report(verdicts: Sequence[Verdict]) -> str:
    """The page of the documentation."""
    missed = sum(not each.caught_by for each in verdicts)
    rows = "\n".join(
        f"| {each.mutation.rule} | `{each.mutation.file}` | {_test_name(each.caught_by)} |"
        for each in verdicts
    )
    return (
        "# Mutation check\n\n"
        "Each rule of the engine broken in turn, in a copy of the checkout, and the first test to notice.\n"
        "Made by `tools/mutations.py` from `tools/mutations.toml`, which has each of them word for word.\n\n"
        f"{len(verdicts) - missed} of {len(verdicts)} were noticed.\n\n"
        f"| rule broken | where | noticed by |\n|---|---|---|\n{rows}\n"
    )


def _copy(folder: Path) -> Path:
    folder.mkdir()
    for name in _COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def _passing(copies: "SimpleQueue[Path]", tests: tuple[str, ...]) -> None:
    copy = copies.get()
    try:
        done = _run(copy, tests)
    finally:
        copies.put(copy)
    if done.returncode != _PASSED:
        raise Unfit(f"{' '.join(tests)} must pass before anything is broken:\n{done.stdout}{done.stderr}")


def _tried(copies: "SimpleQueue[Path]", mutation: Mutation) -> Verdict:
    copy = copies.get()
    path = copy / mutation.file
    whole = path.read_text("utf-8")
    path.write_text(whole.replace(mutation.old, mutation.new), "utf-8")
    try:
        done = _run(copy, mutation.tests)
    finally:
        path.write_text(whole, "utf-8")
        copies.put(copy)
    if done.returncode == _PASSED:
        return Verdict(mutation, "")
    failed = _FAILED.search(done.stdout)
    if done.returncode != _SOME_FAILED or failed is None:
        raise Unfit(f"{mutation.rule}: no test failed, all of them did:\n{done.stdout}{done.stderr}")
    return Verdict(mutation, failed.group(1))


def _run(copy: Path, tests: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    shutil.rmtree(copy / ".hypothesis", ignore_errors=True)
    return subprocess.run(
        [sys.executable, "-B", "-m", "pytest", *_OPTIONS, "-k", _NOT_POSTGRESQL, *tests],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )


def _line(verdict: Verdict) -> str:
    return f"{'noticed' if verdict.caught_by else 'MISSED '}  {verdict.mutation.rule}  {verdict.caught_by}"


def _test_name(caught_by: str) -> str:
    if not caught_by:
        return "**nothing**"
    return f"`{caught_by.partition('[')[0]}`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
