"""The tests' own server: it goes when its process goes, and leaves nothing."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.leftovers import ROOT

START_AND_DIE = """
import os, sys
from tests.postgres import cluster
with cluster() as running:
    print(running.process.pid, flush=True)
    sys.stdin.readline()
    os.abort()
"""
START_AND_END = """
from tests.postgres import cluster
with cluster() as running:
    print(running.process.pid)
"""


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def wait_for_end(process: int) -> None:
    deadline = time.monotonic() + 20
    while is_running(process) and time.monotonic() < deadline:
        time.sleep(0.02)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A temporary folder that the server's user may enter, too."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="tied to its parent on Linux only")
def test_a_server_dies_with_a_process_that_was_killed_and_the_next_run_sweeps(open_folder: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(open_folder)}
    with subprocess.Popen(
        [sys.executable, "-c", START_AND_DIE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env=environment,
    ) as killed:
        assert killed.stdout is not None
        server = int(killed.stdout.readline())
        assert is_running(server)
    assert killed.returncode == -signal.SIGABRT
    wait_for_end(server)
    assert not is_running(server)
    assert len(list(open_folder.iterdir())) == 1

    ended = subprocess.run(
        [sys.executable, "-c", START_AND_END],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
    )
    assert not is_running(int(ended.stdout))
    assert list(open_folder.iterdir()) == []
