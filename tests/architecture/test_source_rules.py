import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture import source_rules
from tests.architecture.source_rules import LONGEST_MODULE_LINES

Rule = Callable[[ast.Module], Iterator[str]]

PACKAGE = Path(__file__).resolve().parents[2] / "praxidesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
RULES: list[Rule] = [
    source_rules.swallowed_exceptions,
    source_rules.formatted_translations,
    source_rules.lambda_slots,
    source_rules.short_enum_names,
]


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {str(path.relative_to(PACKAGE)): ast.parse(path.read_text("utf-8")) for path in MODULES}


def offences(rule: Rule, trees: dict[str, ast.Module]) -> list[str]:
    return [f"{name}: {sentence}" for name, tree in trees.items() for sentence in rule(tree)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_module_breaks(rule: Rule, trees: dict[str, ast.Module]) -> None:
    assert offences(rule, trees) == []


def test_every_public_thing_says_what_it_is(trees: dict[str, ast.Module]) -> None:
    written = {name: tree for name, tree in trees.items() if tree.body}  # __init__ files are empty
    assert offences(source_rules.docstrings, written) == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (source_rules.docstrings, "def book(): ..."),
        (source_rules.docstrings, '"""A module."""\nclass Desk:\n    """A desk."""\n    def book(self): ...'),
        (source_rules.swallowed_exceptions, "try:\n    go()\nexcept OSError:\n    pass"),
        (source_rules.swallowed_exceptions, "try:\n    go()\nexcept OSError:\n    ..."),
        (source_rules.formatted_translations, 'self.tr(f"{room} is taken")'),
        (source_rules.formatted_translations, 'self.tr("Room " + room)'),
        (source_rules.formatted_translations, 'translate("rooms", "{} is taken".format(room))'),
        (source_rules.formatted_translations, 'translate("rooms", "%s is taken" % room)'),
        (source_rules.lambda_slots, "button.clicked.connect(lambda: go())"),
        (source_rules.short_enum_names, "index.data(Qt.UserRole)"),
        (source_rules.short_enum_names, "label.setAlignment(Qt.AlignLeft)"),
    ],
)
def test_a_rule_names_what_breaks_it(rule: Rule, source: str) -> None:
    assert list(rule(ast.parse(source)))


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (
            source_rules.docstrings,
            '"""Rooms."""\nclass View:\n    """A view."""\n    def paintEvent(self): ...',
        ),
        (source_rules.swallowed_exceptions, "try:\n    go()\nexcept OSError:\n    again()"),
        (source_rules.formatted_translations, 'self.tr("{room} is taken").format(room=room)'),
        (source_rules.lambda_slots, "button.clicked.connect(self._on_clicked)"),
        (source_rules.short_enum_names, "index.data(Qt.ItemDataRole.UserRole)"),
    ],
)
def test_a_rule_lets_good_style_pass(rule: Rule, source: str) -> None:
    assert list(rule(ast.parse(source))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_stay_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE_LINES
