"""The practices and mappings that the documentation hands out can be read."""

from pathlib import Path

import pytest

from praxidesk.exchange.csv_mapping import read_mapping
from praxidesk.exchange.practice_file import read

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*-practice.toml")), ids=lambda path: path.stem)
def test_practices_are_read(path: Path) -> None:
    assert read(path).site is not None


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*-mapping.toml")), ids=lambda path: path.stem)
def test_mappings_are_read(path: Path) -> None:
    assert set(read_mapping(path).used_columns())
