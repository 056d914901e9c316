"""Which status may follow which: the whole table, written out."""

import pytest

from praxidesk.engine.status_order import is_allowed
from praxidesk.engine.vocabulary import Status

TABLE = """
           proposed pending waitlist booked arrived checked-in fulfilled noshow cancelled error
proposed      x        x       x       x       x        x          .       .        x       x
pending       x        x       x       x       x        x          .       .        x       x
waitlist      x        x       x       x       x        x          .       .        x       x
booked        x        x       x       x       x        x          x       x        x       x
arrived       x        x       x       x       x        x          x       x        x       x
checked-in    x        x       x       x       x        x          x       x        x       x
fulfilled     .        .       .       x       x        x          x       .        .       x
noshow        .        .       .       x       x        x          .       x        x       x
cancelled     x        x       x       x       x        x          .       x        x       .
error         x        x       x       x       x        x          x       x        .       x
"""
HEAD, *ROWS = [line.replace("error", "entered-in-error").split() for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        pytest.param(Status(row[0]), Status(after), mark == "x", id=f"{row[0]}-to-{after}")
        for row in ROWS
        for after, mark in zip(HEAD, row[1:], strict=True)
    ],
)
def test_the_order(before: Status, after: Status, allowed: bool) -> None:
    assert is_allowed(before, after) == allowed


def test_the_table_has_every_status() -> None:
    assert sorted(HEAD) == sorted(row[0] for row in ROWS) == sorted(Status)


@pytest.mark.parametrize("before", Status)
def test_every_change_can_be_taken_back(before: Status) -> None:
    assert all(is_allowed(before, after) == is_allowed(after, before) for after in Status)
