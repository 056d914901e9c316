"""One program from its start to a full month: ``python -m benchmarks.month_window STORE BEGUN``.

Prints milliseconds from ``BEGUN`` (seconds since 1970) to the painted month and how many of them a processor
worked for it, those of paging to other months and back, and the memory of the process in the end.
"""

import json
import re
import statistics
import sys
import time
from datetime import date, datetime
from pathlib import Path

from benchmarks import as_started  # noqa: F401 - see there
from benchmarks.desk_window import open_window
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind

NOW, MONDAY, OTHER = datetime(2026, 11, 16, 10, 42), date(2026, 11, 16), date(2026, 9, 7)
PAGES = 6


def main(store: str, begun: float) -> None:
    """Open, page, tell."""
    with open_window(store, NOW, ViewKind.MONTH) as window:
        full_ms, cpu_ms = (time.time() - begun) * 1_000, time.process_time() * 1_000
        paging = []
        for page in range(PAGES):
            day = OTHER if page % 2 == 0 else MONDAY
            start = time.perf_counter()
            window.program.workplace.go_to(Shown(ViewKind.MONTH, day))
            window.filled()
            paging.append((time.perf_counter() - start) * 1_000)
        counted = window.program.workplace.feed.counts().entries
        report = {
            "full_ms": full_ms,
            "cpu_ms": cpu_ms,
            "paging_ms": statistics.median(paging),
            "pss_mb": memory_mb(),
            "entries": counted,
        }
        sys.stdout.write(json.dumps(report))


def memory_mb() -> float:
    """Of this process, shared pages counted in part; as Linux tells it."""
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii")
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1024


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
