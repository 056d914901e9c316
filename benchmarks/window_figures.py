"""Figures of starting: the first window, from the start of its process to its first paint."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, by_turns

ROOT = Path(__file__).parents[1]
RUNS = 15


def first_windows() -> Iterator[Figure]:
    """A whole process each: Python, Qt and what we add."""
    with tempfile.TemporaryDirectory() as folder:
        ours = partial(_painted, Path(folder), "benchmarks.first_window")
        other = partial(_painted, Path(folder), "benchmarks.empty_window")
        timing = by_turns([ours] * RUNS, [other] * RUNS)
    yield Figure(
        what="first_window",
        store="",
        entries=0,
        statements=0,
        median_ms=round(timing.ours_ms, 1),
        ratio=round(timing.ratio, 2),
        against="an empty Qt window",
        budget=1.2,
        runs=timing.runs,
    )


def _painted(folder: Path, module: str) -> None:
    """Start a process, and wait until its window is painted."""
    # Bytecode is part of an installed program, so it is kept, but not in the checkout.
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-m", module, str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    if done.stdout != "painted\n":
        raise RuntimeError(f"{module} was not painted: {done.stdout}{done.stderr}")
