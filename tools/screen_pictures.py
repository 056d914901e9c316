"""Renew the pictures that the tests compare screens with, then look: python tools/screen_pictures.py"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Draw all of them into ``tests/pictures``; the exit status of the tests that draw."""
    for old in (ROOT / "tests" / "pictures").glob("*.png"):
        old.unlink()
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-k", "look_as_they_did", "tests/ui/window/test_pictures.py"],
        cwd=ROOT,
        env={**os.environ, "PRAXIDESK_RENEW_PICTURES": "1", "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
