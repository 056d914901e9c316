"""Renew the pictures of the README from the demo practice: python tools/pictures.py"""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from praxidesk.cli import main as praxidesk
from praxidesk.engine.walltime import Zone
from praxidesk.models.store import Store
from praxidesk.services.demo import demo_site, make_demo

DAY = date(2026, 11, 24)
MINUTE = 10 * 60 + 42
SIZE = "1440x900"
FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PICTURES = {
    "day": ("day", "light"),
    "day-dark": ("day", "dark"),
    "week": ("week", "light"),
    "month": ("month", "light"),
    "rooms": ("rooms", "light"),
    "board": ("board", "dark"),
}


def main() -> int:
    """Draw all of them; the first exit status that is not 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    FOLDER.mkdir(exist_ok=True)
    zone = Zone(demo_site().timezone)
    now = zone.at(DAY, MINUTE)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(str(Path(folder, "demo.db")), create=True)
        make_demo(store, DAY, now)
        store.close()
        for name, (view, theme) in PICTURES.items():
            words = ["snapshot", "--store", str(Path(folder, "demo.db")), "--now", zone.iso(now)]
            words += ["--view", view, "--date", DAY.isoformat(), "--theme", theme, "--lang", "de"]
            if status := praxidesk([*words, "--size", SIZE, "--out", str(FOLDER / f"{name}.png")]):
                return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
