"""What is imported only when it is opened."""

import ast
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from praxidesk.ui import openings

ROOT = Path(__file__).parents[2]
_WINDOW = """
import sys
import threading
from datetime import datetime
from pathlib import Path
from praxidesk.app import Program, application, desk_settings
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui import openings
from praxidesk.worker.opening import store_at

folder = Path(sys.argv[1])
app = application()
program = Program(store_at(str(folder / "none.db")), PracticeClock(), desk_settings(folder / "desk.json"))
program.window.show()
program.workplace.show()
app.processEvents()
print("workplace", *sorted({*openings.MODULES.values(), "sqlalchemy"} & {*sys.modules}))
thread = threading.Thread(target=openings.fetch)
thread.start()
thread.join()
print("missing", *sorted({*openings.MODULES.values()} - {*sys.modules}))
"""


def test_opening_the_window_imports_nothing_that_opens_later_and_no_database_and_a_thread_fetches_it(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WINDOW, str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["workplace", "missing"], done.stdout + done.stderr


def test_each_opening_is_where_it_is_said_to_be_and_known_to_the_type_checker() -> None:
    tree = ast.parse(Path(openings.__file__).read_text("utf-8"))
    typed = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }
    assert typed == openings.MODULES
    for name, module in openings.MODULES.items():
        assert getattr(openings, name) is getattr(import_module(module), name)


def test_nothing_else_is_opened() -> None:
    with pytest.raises(AttributeError, match="Sesame"):
        openings.Sesame  # type: ignore[attr-defined]  # noqa: B018 - the look itself
