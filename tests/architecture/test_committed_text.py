"""Nothing committed names the machine it was written on."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OUR_DOTTED = {".ci", ".gitignore"}
NOT_OURS = {"LICENSE", "OFL.txt", "requirements.lock"}
TEXT_ENDINGS = {".py", ".md", ".toml", ".json", ".qss", ".ts", ".svg", ".csv", ".cfg", ".ini", ".txt", ""}

HOME_FOLDERS = ("home", "root", "Users", "work")
INVENTED = "praxis"
"""Whose home folder tests speak of."""
MACHINE_PATH = re.compile(
    rf"(?<![\w.<{{}}/-])/(?:{'|'.join(HOME_FOLDERS)})/(?!{INVENTED}\b)\w|\b[A-Z]:\\Users"
)
ADDRESS = re.compile(r"\bhttps?://([\w.-]+)")
NAMESPACES = {"www.w3.org", "www.apache.org", "openfontlicense.org", "scripts.sil.org"}
"""Names of formats and licences, which nothing ever opens."""


def committed_texts() -> list[Path]:
    skipped = {"dist", "build", "__pycache__"}
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
        and path.suffix in TEXT_ENDINGS
        and path.name not in NOT_OURS
        and not any(
            part in skipped or (part.startswith(".") and part not in OUR_DOTTED)
            for part in path.relative_to(ROOT).parts
        )
    ]


def traces(text: str) -> list[str]:
    hosts = [host for host in ADDRESS.findall(text) if host not in NAMESPACES]
    return [*MACHINE_PATH.findall(text), *hosts]


def test_no_file_names_a_machine() -> None:
    found = {str(path.relative_to(ROOT)): traces(path.read_text("utf-8")) for path in committed_texts()}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "text",
    [
        "open " + "/home" + "/anna/praxis.db",
        "see ht" + "tp://intern.klinik.example/praxis",
        "C:" + "\\Users\\anna",
    ],
)
def test_a_trace_is_noticed(text: str) -> None:
    assert traces(text)
