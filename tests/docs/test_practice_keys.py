"""What the page for administrators says of the practice file is what can be read."""

import re
import tomllib
from pathlib import Path

import pytest

from praxidesk.engine.vocabulary import ConflictKind
from praxidesk.exchange.practice_file import read
from tests.exchange.practices import practice_of

DOCS = Path(__file__).resolve().parents[2] / "docs"
COMPLETE = DOCS / "examples" / "complete-practice.toml"
PAGE = (DOCS / "administrators.md").read_text("utf-8")
SNIPPETS = re.findall(r"(?<!-->\n)```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def told() -> dict[str, set[str]]:
    """The keys of each table, as the page lists them."""
    rows = re.findall(r"^\| `\[+(\w+)\]+` \| (.+) \|$", PAGE, re.MULTILINE)
    keys = {table: set(re.findall(r"`(\w+)`", text)) for table, text in rows}
    keys["device"] = keys["room"]
    del keys["policy"]
    return keys


def test_the_complete_example_uses_every_key_that_the_page_names_and_no_other() -> None:
    document = tomllib.loads(COMPLETE.read_text("utf-8"))
    assert set(document) == {*told(), "policy"}
    for table, keys in told().items():
        rows = document[table]
        used = set().union(*(rows if isinstance(rows, list) else [rows]))
        assert used == keys, table


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda text: text.splitlines()[1])
def test_every_snippet_can_be_read_beside_the_complete_example(snippet: str) -> None:
    read(snippet, stored=practice_of(COMPLETE))


def test_the_page_names_every_kind_of_conflict() -> None:
    rows = "".join(re.findall(r"^\| (?:`\w+` ?)+\| .+$", PAGE, re.MULTILINE))
    assert set(re.findall(r"`(\w+)`", rows)) >= {str(kind) for kind in ConflictKind}
