"""Figures of the month in the window: from the start of the program, from month to month, and its memory.

Against half of what the best desktop calendar needed on such a machine, with 11,000 entries in a month.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure, rounded

ROOT = Path(__file__).parents[1]
RUNS = 5
START_MS, PAGING_MS, MEMORY_MB = 1_800.0, 1_000.0, 250.0
"""Half of 3.6 s and of 2.0 s; the memory is a limit of its own."""


def months(store: str, entries: int) -> Iterator[Figure]:
    """Programs one after the other, each from its start."""
    with tempfile.TemporaryDirectory() as folder:
        # Bytecode is part of an installed program, so it is kept, but not in the checkout.
        environment = os.environ | {"PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        _report(store, environment)
        reports = [_report(store, environment) for _ in range(RUNS)]
    shown, worked = reports[0]["entries"], median(report["cpu_ms"] for report in reports)
    for what, key, limit, unit in (
        ("month_start", "full_ms", START_MS, "ms, half of the best other calendar's start"),
        ("month_paging", "paging_ms", PAGING_MS, "ms, half of the best other calendar's paging"),
        ("month_memory", "pss_mb", MEMORY_MB, "MB of memory"),
    ):
        value = median(report[key] for report in reports)
        yield Figure(
            what=what,
            store="sqlite",
            entries=entries,
            statements=None,
            median_ms=rounded(value),
            ratio=rounded(value / limit),
            against=f"{limit:,.0f} {unit}; {shown:,.0f} entries in six weeks"
            + (f"; ours is {value:.0f} MB" if key == "pss_mb" else "")
            + (f"; a processor worked {worked:.0f} ms of it" if key == "full_ms" else ""),
            budget=1,
            runs=len(reports),
        )


def _report(store: str, environment: Mapping[str, str]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.month_window", store, str(time.time())],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the program did not show its month: {done.stderr[-2000:]}")
    report: dict[str, float] = json.loads(done.stdout)
    return report
