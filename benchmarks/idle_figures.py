"""What desks cost at which nobody does anything."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import psycopg
from PySide6.QtCore import QDeadlineTimer

from benchmarks.desk_window import open_window
from benchmarks.figures import Figure, rounded
from benchmarks.other_desk import MONDAY
from praxidesk.ui.shown.view_kind import ViewKind
from tests.postgres import Cluster

DESKS = 20
SECONDS = 20.0
MOST_TRANSACTIONS = 300
"""Each desk asks whether the server lives, every 1.5 s."""
MOST_WORKED_MS = 10.0
"""A second, by the server for all desks together: one hundredth of a core."""
MOST_OF_DESKS_MS = 200.0
"""A second, by all desks together, each on its own machine: one hundredth of a core each."""
_NOW = datetime(2026, 11, 16, 7, 5)
_ROOT = Path(__file__).parents[1]
_REST_S = 12.0
"""Longer than a session that rests takes to tell the server's statistics what it did."""


def idle(store: str, dialect: str, entries: int, cluster: Cluster | None) -> Iterator[Figure]:
    """One window and nineteen desks without one look at the same store for twenty seconds.

    :param cluster: the server, whose processes and statistics are read; ``None`` for a file
    """
    server = _Server(cluster, store) if cluster else None
    with open_window(store, _NOW) as window, _desks(store) as desks:
        window.go_to(ViewKind.DAY, MONDAY)
        window.wait(QDeadlineTimer(int(_REST_S * 1_000)).hasExpired)
        _worked(desks)
        before = server.spent() if server else (0, 0.0)
        begun = time.monotonic()
        window.wait(QDeadlineTimer(int(SECONDS * 1_000)).hasExpired)
        seconds = time.monotonic() - begun
        after = server.spent() if server else (0, 0.0)
        of_desks = _worked(desks) / seconds * DESKS / len(desks)
    figure = Figure(
        what="idle_desks",
        store=dialect,
        entries=entries,
        statements=None,
        median_ms=rounded(of_desks),
        ratio=rounded(of_desks / MOST_OF_DESKS_MS),
        against=f"{MOST_OF_DESKS_MS:g} ms a second worked by {DESKS} desks that look at the file",
        budget=1,
        runs=DESKS,
    )
    if server:
        worked = (after[1] - before[1]) / seconds
        figure = replace(
            figure,
            statements=after[0] - before[0],
            most_statements=MOST_TRANSACTIONS,
            median_ms=rounded(worked),
            ratio=rounded(worked / MOST_WORKED_MS),
            against=f"{MOST_WORKED_MS:g} ms a second worked by the server for {DESKS} desks; its statements "
            f"of {SECONDS:g} s; the desks themselves worked {of_desks / DESKS:.1f} ms a second each",
        )
    yield figure


class _Server:
    """What a server has done so far."""

    def __init__(self, cluster: Cluster, store: str) -> None:
        self._cluster = cluster
        self._database = store.rpartition("/")[2]
        # Its work is the server's own, and its transactions are counted too.
        cluster.run("ALTER SYSTEM SET autovacuum = off")
        cluster.run("SELECT pg_reload_conf()")

    def spent(self) -> tuple[int, float]:
        """Transactions in the store's database, and milliseconds that all the server's processes worked."""
        with psycopg.connect(self._cluster.url("postgres"), autocommit=True) as connection:
            found = connection.execute(
                "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = %s",
                [self._database],
            ).fetchone()
            assert found is not None
            own = connection.info.backend_pid
        return int(found[0]), sum(_processor_ms(each) for each in self._processes() if each != own)

    def _processes(self) -> list[int]:
        first = self._cluster.process.pid
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]


def _processor_ms(process: int) -> float:
    """So far; nothing where it has ended."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1_000_000
    except OSError:
        return 0.0


@contextmanager
def _desks(store: str) -> Iterator[list["subprocess.Popen[str]"]]:
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "benchmarks.idle_desk", store],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(DESKS - 1)
    ]
    try:
        for desk in started:
            if _answer(desk) != "ready\n":
                raise RuntimeError("an idle desk did not start")
        yield started
    finally:
        for desk in started:
            desk.communicate(timeout=30)


def _worked(desks: "list[subprocess.Popen[str]]") -> float:
    """Milliseconds that all of them have worked since they were asked last."""
    for desk in desks:
        assert desk.stdin is not None
        desk.stdin.write("so?\n")
        desk.stdin.flush()
    return sum(float(_answer(desk)) for desk in desks)


def _answer(desk: "subprocess.Popen[str]") -> str:
    assert desk.stdout is not None
    return desk.stdout.readline()
