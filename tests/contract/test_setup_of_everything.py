"""The practice that uses every key: set up, set up again, and refused where it contradicts itself."""

from pathlib import Path

import pytest

from tests.contract.conftest import RULES, Desk

COMPLETE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "complete-practice.toml"


def test_everything_is_kept_and_the_second_time_nothing_changes(tmp_path: Path) -> None:
    desk = Desk(str(tmp_path / "park.db"))
    first, again = (desk.run("setup", str(COMPLETE)) for _ in range(2))
    assert (first.returncode, again.returncode) == (0, 0)
    for row in ("group INF", "reservation BLOCK-WEB", "combination CHECKUP", "site PARK"):
        assert f"created  {row}" in first.stdout
    assert again.stdout.startswith("0 created, 0 changed, ")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        pytest.param('group = "INF"\n', "", "INF", id="the-last-places-leave-a-group-that-is-wanted"),
        pytest.param('of = "room"', 'of = "device"', "INF", id="a-group-changes-its-kind"),
        pytest.param('services = ["FREI"]', 'services = ["FREIER"]', "FREIER", id="kept-for-nothing-known"),
        pytest.param('type = "EKG"', 'type = "KNIE"', "KNIE", id="a-combination-of-an-operation"),
        pytest.param(
            "local_holidays = [",
            'local_holidays = [{ date = "02-30", name = "X" }, ',
            "02-30",
            id="30-february",
        ),
        pytest.param("min_notice = 120", "min_notice = 99999", "99,999", id="never-bookable"),
        pytest.param('weeks = "even"', 'weeks = "all"', "overlaps", id="windows-that-meet-now"),
    ],
)
def test_a_contradiction_is_named_and_nothing_changes(
    rules: Desk, tmp_path: Path, before: str, after: str, says: str
) -> None:
    text = RULES.read_text("utf-8")
    if before.startswith("weeks"):
        text = text.replace('from = "13:00", to = "17:00"', 'from = "11:00", to = "17:00"')
    assert before in text
    path = tmp_path / "changed.toml"
    path.write_text(text.replace(before, after), "utf-8")
    done = rules.run("setup", str(path))
    assert done.returncode == 2
    assert says in done.stderr
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr
    assert rules.run("setup", str(RULES)).stdout.startswith("0 created, 0 changed, ")
