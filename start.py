"""Set PraxiDesk up on this machine, then start it: standard library only.

python3 start.py demo [ARGS…]   open the demo practice
python3 start.py test [ARGS…]   run all tests; ARGS go to pytest
python3 start.py run ARGS…      the command praxidesk, with its own arguments

The first call fills the folder .venv beside this file from requirements.lock; later calls find it ready.
"""

from __future__ import annotations  # an older Python must get as far as the message that it is too old

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "start.json"
ON_WINDOWS = os.name == "nt"
PROGRAMS = VENV / ("Scripts" if ON_WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if ON_WINDOWS else "python")
OLDEST = (3, 11)
MOST_TEST_PROCESSES = 8

DRAWS_NOTHING = frozenset(
    (
        "setup",
        "check",
        "book",
        "milestone",
        "move",
        "cancel",
        "status",
        "slots",
        "agenda",
        "report",
        "import",
        "journal",
        "server",
        "user",
        "store",
        "--version",
    )
)
"""Commands of praxidesk that need no Qt: nobody has to install graphics libraries to book by script."""

DEBIAN_PACKAGES = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libX11": "libx11-6",
    "libX11-xcb": "libx11-xcb1",
    "libdbus-1": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libglib-2.0": "libglib2.0-0",
    "libgssapi_krb5": "libgssapi-krb5-2",
    "libgthread-2.0": "libglib2.0-0",
    "libxkbcommon": "libxkbcommon0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render": "libxcb-render0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-util": "libxcb-util1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxcb": "libxcb1",
}
"""Which Debian package brings which library Qt may miss; renamed ones (t64) answer to their old name."""


def main() -> int:
    """Do what the command line asks; the exit status of what was started."""
    if sys.version_info < OLDEST:
        return _too_old()
    command, arguments = (sys.argv[1] if len(sys.argv) > 1 else ""), sys.argv[2:]
    if command not in ("demo", "test", "run"):
        print(__doc__)
        return 0 if command in ("help", "-h", "--help") else 2
    prepare_environment()
    if sys.platform == "linux" and not (command == "run" and DRAWS_NOTHING.intersection(arguments)):
        choose_screen(testing=command == "test")
        prepare_qt_libraries()
        if command == "test":
            offer_screen_of_x()
    if command == "test":
        return start([str(PYTHON), "-m", "pytest", *test_arguments(arguments)], ROOT)
    words = ["demo", *arguments] if command == "demo" else arguments
    return start([str(PROGRAMS / "praxidesk"), *words], Path.cwd())


def start(words: list[str], folder: Path) -> int:
    """Hand over to another program; where the system allows, in this process's place."""
    sys.stdout.flush()
    if ON_WINDOWS:  # exec would return to the prompt while the program still runs
        return subprocess.run(words, cwd=folder, check=False).returncode
    os.chdir(folder)
    os.execv(words[0], words)
    raise AssertionError("execv returned")


def test_arguments(given: list[str]) -> list[str]:
    """What pytest is told: one process a processor, unless the caller says otherwise."""
    if any(word.startswith(("-n", "--numprocesses", "--pdb")) or word == "no:xdist" for word in given):
        return given
    return ["-n", str(max(2, min(os.cpu_count() or 2, MOST_TEST_PROCESSES))), *given]


def prepare_environment() -> None:
    """Bring .venv to what the lock and pyproject.toml say; nothing to do where the stamp says so."""
    want = {
        "python": sys.version,
        "folder": str(ROOT),
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
    }
    if all(read_stamp().get(key) == value for key, value in want.items()):
        return
    print("Setting up .venv (once) …", file=sys.stderr, flush=True)
    pip = [*environment_pip(), "--disable-pip-version-check", "install", "--quiet"]
    environment = dict(os.environ, PIP_ROOT_USER_ACTION="ignore")
    for what in (
        ["--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)],
        # Names, version and command as an installed wheel has them, but read from this folder.
        ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    ):
        if subprocess.run([*pip, *what], env=environment, check=False).returncode:
            sys.exit("Setting up .venv failed; the lines above say why. Nothing outside .venv was changed.")
    STAMP.write_text(json.dumps(want), encoding="utf-8")


def read_stamp() -> dict[str, str]:
    """What .venv was last set up for; empty where it is new or half done."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def environment_pip() -> list[str]:
    """The words that call a pip for .venv; makes .venv where there is none or another Python's."""
    if not _runs_this_python():
        has_ensurepip = importlib.util.find_spec("ensurepip") is not None
        if not has_ensurepip and importlib.util.find_spec("pip") is None:
            # Debian parts Python from both; a package of the same version brings them.
            install_packages({"python3-venv"}, "Python here has no pip")
            has_ensurepip = True
        words = [sys.executable, "-m", "venv", "--clear", *([] if has_ensurepip else ["--without-pip"])]
        if subprocess.run([*words, str(VENV)], check=False).returncode:
            sys.exit(f"Python could not make an environment in {VENV}.")
    probe = subprocess.run([str(PYTHON), "-c", "import pip"], stderr=subprocess.DEVNULL, check=False)
    if probe.returncode == 0:
        return [str(PYTHON), "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def _runs_this_python() -> bool:
    """Whether .venv holds a Python that starts, of the version that runs this file."""
    try:
        answer = subprocess.run(
            [str(PYTHON), "-c", "import sys; print(sys.version)"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def choose_screen(*, testing: bool) -> None:
    """Let Qt draw offscreen where it has no display, and always in tests: it would abort otherwise."""
    if testing or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def prepare_qt_libraries() -> None:
    """See that the system has what Qt links to; asked once for each kind of screen."""
    plugin = "offscreen" if os.environ.get("QT_QPA_PLATFORM") == "offscreen" else "xcb"
    stamp = read_stamp()
    if stamp.get(plugin) == "complete":
        return
    missing = missing_libraries(plugin)
    if missing:
        known = {DEBIAN_PACKAGES[name] for name in missing if name in DEBIAN_PACKAGES}
        install_packages(known, "Qt misses " + ", ".join(sorted(missing)))
        missing = missing_libraries(plugin)
        if missing:
            sys.exit("Qt still misses " + ", ".join(sorted(missing)) + ".")
    STAMP.write_text(json.dumps({**stamp, plugin: "complete"}), encoding="utf-8")


def offer_screen_of_x() -> None:
    """Bring what the test in a window of X needs, where nobody has to be asked; else it is skipped."""
    stamp = read_stamp()
    if stamp.get("x") == "offered" or not may_install():
        return
    packages = {DEBIAN_PACKAGES[name] for name in missing_libraries("xcb") if name in DEBIAN_PACKAGES}
    if shutil.which("Xvfb") is None:
        packages.add("xvfb")
    if packages:
        installed(packages, "One test opens a window of X")
    STAMP.write_text(json.dumps({**stamp, "x": "offered"}), encoding="utf-8")


def missing_libraries(plugin: str) -> set[str]:
    """Names, without version, of the shared libraries that Qt needs for this screen and cannot find."""
    qt = next(VENV.glob("lib/python3*/site-packages/PySide6"))
    search = dict(os.environ, LD_LIBRARY_PATH=f"{qt / 'Qt' / 'lib'}{os.pathsep}{qt}")
    files = [qt / "QtWidgets.abi3.so", qt / "QtPrintSupport.abi3.so", qt / "QtSvg.abi3.so"]
    files.append(qt / "Qt" / "plugins" / "platforms" / f"libq{plugin}.so")
    listing = "".join(
        subprocess.run(["ldd", str(file)], capture_output=True, text=True, env=search, check=False).stdout
        for file in files
    )
    return set(re.findall(r"^\s*(\S+?)\.so\S* => not found", listing, re.MULTILINE))


def may_install() -> bool:
    """Whether the system installs packages without asking anybody."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install_packages(packages: set[str], why: str) -> None:
    """Have the system install packages, or tell the person the one line that does, and stop."""
    if not packages or shutil.which("apt-get") is None:
        sys.exit(f"{why}. Please install that with your system's package manager, then start again.")
    if may_install() and installed(packages, why):
        return
    line = f"sudo apt-get update && sudo {' '.join(_apt_words(packages))}"
    sys.exit(f"{why}. Please run this once, then start again:\n\n  {line}\n")


def installed(packages: set[str], why: str) -> bool:
    """Whether the system has installed packages."""
    print(f"{why}: installing {' '.join(sorted(packages))} …", file=sys.stderr, flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run(["apt-get", "update", "--quiet=2"], env=quiet, check=False)
    words = _apt_words(packages)
    done = subprocess.run(words, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0
    importlib.invalidate_caches()
    return done


def _apt_words(packages: set[str]) -> list[str]:
    return ["apt-get", "install", "--yes", "--no-install-recommends", *sorted(packages)]


def _too_old() -> int:
    """Say that this Python is too old, and which one here is not."""
    wanted, present = ".".join(map(str, OLDEST)), ".".join(map(str, sys.version_info[:3]))
    print(f"PraxiDesk needs Python {wanted} or newer; this is {present}.", file=sys.stderr)
    for minor in range(19, OLDEST[1] - 1, -1):
        if shutil.which(f"python3.{minor}"):
            print(f"Try: python3.{minor} {' '.join(sys.argv)}", file=sys.stderr)
            break
    return 1


if __name__ == "__main__":
    sys.exit(main())
