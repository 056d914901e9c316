import re
from pathlib import Path

import pytest

from praxidesk.commands.faults import explain
from praxidesk.engine.outcomes import StoreFault
from praxidesk.ui.actions.action_list import ACTIONS, ActionSpec

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted(ROOT.glob("docs/*.md")),
    ROOT / "benchmarks/README.md",
]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([\w-]+))?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text("utf-8")):
        there = page.parent / target
        assert there.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.MULTILINE)
            assert anchor in {heading.lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("action", [each for each in ACTIONS if each.keys], ids=lambda action: action.id)
def test_receptionists_can_read_about_every_key(action: ActionSpec) -> None:
    text = (ROOT / "docs/receptionists.md").read_text("utf-8")
    assert any(f"`{key}`" in text for key in action.keys)


@pytest.mark.parametrize("fault", [each for each in StoreFault if each is not StoreFault.OTHER])
def test_administrators_can_read_about_every_fault(fault: StoreFault) -> None:
    _, said, _ = explain(fault, "", "praxis.db").split(": ", 2)
    assert f"| {said} |" in (ROOT / "docs/administrators.md").read_text("utf-8")
