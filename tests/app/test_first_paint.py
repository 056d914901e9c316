"""The start in a process of its own: the window before all that is in it, and an end in order."""

import subprocess
import sys
from pathlib import Path

import pytest

from praxidesk.app import HUNG
from praxidesk.models.store import Store
from tests.leftovers import ROOT
from tests.small_practice import put_into

NOT_TO_MAKE_IT = ("praxidesk.engine.entries", "praxidesk.worker.premises")
"""Light, and not needed for a window with nothing in it."""
HEAVY = (
    "praxidesk.ui.window.workplace",
    "sqlalchemy",
    "alembic",
    "psycopg",
    "sqlite3",
    "praxidesk.models",
    "praxidesk.services",
    "holidays",
)

SCRIPT = """
import sys
from pathlib import Path

from praxidesk.app import FirstPaint, desk_settings, run
from praxidesk.practice_clock import PracticeClock
from praxidesk.worker.opening import store_at

url, folder, heavy = sys.argv[1], Path(sys.argv[2]), sys.argv[3].split(",")


def said(what):
    print(what, *(name for name in heavy if name in sys.modules), flush=True)


def started(program):
    said("made")

    def on_state(state):
        if state.fault:
            said(state.fault)
            program.window.close()

    painted = FirstPaint(program.window)
    painted.happened.connect(lambda: said("painted"))
    program.gateway.practice_loaded.connect(lambda loaded: said("practice"))
    program.gateway.load_finished.connect(lambda ticket: (said("weeks"), program.window.close()))
    program.gateway.state_changed.connect(on_state)


status = run(store_at(url), PracticeClock(), settings=desk_settings(folder / "desk.json"), started=started)
print("ended", status)
"""


def start(url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, url, str(folder), ",".join((*HEAVY, *NOT_TO_MAKE_IT))],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=90,
        check=False,
    )


@pytest.fixture
def filled(tmp_path: Path) -> str:
    url = str(tmp_path / "praxis.db")
    store = Store.open(url, create=True)
    put_into(store)
    store.close()
    return url


def test_the_window_is_painted_before_what_is_in_it_and_the_database_layer_are_imported(
    tmp_path: Path, filled: str
) -> None:
    done = start(filled, tmp_path)
    lines = done.stdout.splitlines()
    assert lines[0] == "made", done.stderr
    assert lines[1].startswith("painted")
    assert not {*HEAVY} & {*lines[1].split()}
    practice = next(line for line in lines if line.startswith("practice"))
    assert "sqlalchemy" in practice
    assert "alembic" not in practice, "only an outdated schema needs it"
    assert "psycopg" not in practice
    assert lines[-1] == "ended 0"
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_store_that_is_not_there_is_said_in_the_window_and_made_by_nobody(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "praxis.db"
    done = start(str(missing), tmp_path)
    assert any(line.startswith("missing") for line in done.stdout.splitlines()), done.stderr
    assert done.stdout.splitlines()[-1] == "ended 0"
    assert not missing.exists()
    assert done.stderr == ""


HANGING = """
import sys
import time
from pathlib import Path

from praxidesk.app import desk_settings, run
from praxidesk.practice_clock import PracticeClock
from praxidesk.worker.gateway import Gateway
from PySide6.QtCore import QCoreApplication, QTimer

Gateway.shutdown.__defaults__ = (100,)


def hang():
    QTimer.singleShot(0, QCoreApplication.instance(), QCoreApplication.quit)
    time.sleep(600)


run(hang, PracticeClock(), settings=desk_settings(Path(sys.argv[1]) / "desk.json"))
"""


def test_a_store_that_never_answers_does_not_keep_the_program_from_ending(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HANGING, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == HUNG, done.stderr
