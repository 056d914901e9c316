"""The examples of the documentation: each ``sh`` block runs, and answers as the ``json`` block after it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
BLOCK = re.compile(r"^```(sh|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = [page for page in sorted(DOCS.glob("*.md")) if "```sh\n" in page.read_text("utf-8")]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that the pages show, and ``praxidesk`` on the path."""
    for page in DOCS.glob("*.md"):
        for name, content in FILE.findall(page.read_text("utf-8")):
            (tmp_path / name).write_text(content, "utf-8")
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "praxidesk"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m praxidesk "$@"\n')
    program.chmod(0o755)
    return tmp_path


def values(text: str) -> Iterator[object]:
    """JSON values one after the other, on one line each or on several."""
    decoder = json.JSONDecoder()
    at = 0
    while rest := text[at:].lstrip():
        value, length = decoder.raw_decode(rest)
        yield value
        at = len(text) - len(rest) + length


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_do_what_the_page_says(page: Path, desk: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(DOCS.parent),
    }
    blocks = BLOCK.findall(page.read_text("utf-8"))
    ran = ""
    for (kind, text), (following, answer) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if kind == "json":
            continue
        # What a block exports, the later ones see.
        ran += "".join(line + "\n" for line in text.splitlines() if line.startswith("export "))
        words = ["bash", "-euo", "pipefail", "-c", ran + text]
        result = subprocess.run(words, cwd=desk, env=environment, capture_output=True, text=True, check=False)
        assert result.returncode == 0, f"{text}\n{result.stderr}"
        expected = list(values(answer)) if following == "json" else []
        assert list(values(result.stdout)) == expected, text


def test_the_pages_for_integrators_show_examples() -> None:
    assert {"integrators"} <= {page.stem for page in PAGES}
