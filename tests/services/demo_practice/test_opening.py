from datetime import date, datetime

import pytest

from praxidesk.services.demo import demo_site
from praxidesk.services.demo_practice.opening import is_open, next_open_day


@pytest.mark.parametrize(
    ("day", "opened"),
    [
        pytest.param("2026-11-23", "2026-11-23", id="a Monday"),
        pytest.param("2026-11-21", "2026-11-23", id="a Saturday"),
        pytest.param("2026-12-25", "2026-12-28", id="Christmas"),
        pytest.param("2027-03-26", "2027-03-30", id="Good Friday to Easter Monday"),
    ],
)
def test_the_next_day_with_patients_is(day: str, opened: str) -> None:
    assert next_open_day(demo_site(), date.fromisoformat(day)) == date.fromisoformat(opened)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param("2026-11-23T07:00", True, id="as it opens"),
        pytest.param("2026-11-23T18:30", False, id="as it closes"),
        pytest.param("2026-11-23T03:00", False, id="at night"),
        pytest.param("2026-11-21T10:00", False, id="Saturday"),
        pytest.param("2026-12-25T10:00", False, id="Christmas"),
    ],
)
def test_it_is_open(moment: str, expected: bool) -> None:
    assert is_open(demo_site(), datetime.fromisoformat(moment)) is expected
