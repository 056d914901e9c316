"""Keep the screen's texts and their translations together.

python tools/translations.py update    collect new texts into every .ts file; drop those no longer used
python tools/translations.py release   make the .qm files that the program reads
python tools/translations.py check     fail where either would change something

The .ts files are edited by hand or with Qt Linguist; both kinds are committed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "praxidesk"
FOLDER = SOURCES / "resources" / "translations"
QT_TOOLS = Path(PySide6.__file__).parent
ORIGINAL_LANGUAGE = "en"
"""The language of the sources: its file holds nothing but plurals."""


def update(ts: Path, into: Path) -> None:
    """Write ``ts`` with the texts that the sources hold now to ``into``."""
    if into != ts:
        into.write_bytes(ts.read_bytes())
    # Without locations a moved line changes no file; obsolete texts would only be translated in vain.
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    if ts.stem.endswith(f"_{ORIGINAL_LANGUAGE}"):
        options.append("-pluralonly")
    sources = sorted(str(path) for path in SOURCES.rglob("*.py"))
    with tempfile.NamedTemporaryFile("w", suffix=".lst", encoding="utf-8") as listing:
        listing.write("\n".join(sources))
        listing.flush()
        _run("lupdate", *options, f"@{listing.name}", "-ts", str(into))


def release(ts: Path, into: Path) -> None:
    """Compile ``ts`` to ``into``; unfinished texts are left in English."""
    _run("lrelease", "-silent", str(ts), "-qm", str(into))


def outdated() -> list[str]:
    """What ``update`` and ``release`` would change, as sentences."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        for ts in sorted(FOLDER.glob("*.ts")):
            fresh, compiled = Path(name, ts.name), Path(name, ts.with_suffix(".qm").name)
            update(ts, fresh)
            if fresh.read_bytes() != ts.read_bytes():
                found.append(f"{ts.name} does not hold the texts of the sources: run update")
            release(ts, compiled)
            qm = ts.with_suffix(".qm")
            if not qm.exists() or qm.read_bytes() != compiled.read_bytes():
                found.append(f"{qm.name} is not made from {ts.name}: run release")
    return found


def main(words: list[str]) -> int:
    """Do what the first word says; 0 where all is well."""
    match words:
        case ["update"]:
            for ts in FOLDER.glob("*.ts"):
                update(ts, ts)
        case ["release"]:
            for ts in FOLDER.glob("*.ts"):
                release(ts, ts.with_suffix(".qm"))
        case ["check"]:
            for sentence in (found := outdated()):
                print(sentence)
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


def _run(tool: str, *arguments: str) -> None:
    name = f"{tool}.exe" if sys.platform == "win32" else tool
    subprocess.run([str(QT_TOOLS / name), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
