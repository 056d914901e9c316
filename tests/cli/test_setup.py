"""``praxidesk setup``: prints what changed; a refused file changes nothing and makes no store."""

from pathlib import Path

import pytest

from tests.cli.conftest import PRACTICE, Shell

TEXT = PRACTICE.read_text(encoding="utf-8")


def changed(tmp_path: Path, old: str, new: str) -> Path:
    assert old in TEXT
    path = tmp_path / "practice.toml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    return path


def test_it_prints_what_changed(desk: Shell, tmp_path: Path) -> None:
    again = desk.run("setup", str(PRACTICE))
    assert (again.status, again.out) == (0, "0 created, 0 changed, 13 unchanged\n")
    other = changed(tmp_path, 'name = "Dr. Emre Koç"', 'name = "Dr. Emre Koç-Weber"')
    assert (
        desk.run("setup", str(other)).out == "changed  practitioner KOC\n0 created, 1 changed, 12 unchanged\n"
    )


REFUSALS = [
    pytest.param("[site]", "[sight]", "sight", id="unknown-table"),
    pytest.param('code = "HAUS"', 'code = ""', "site.code", id="empty-code"),
    pytest.param(
        'from = "07:00", to = "18:00"', 'from = "18:00", to = "07:00"', "07:00", id="inverted-hours"
    ),
    pytest.param('"Europe/Berlin"', '"Europe/Bärlin"', "Bärlin", id="unknown-zone"),
    pytest.param('"DE-BE"', '"DE-XX"', "DE-XX", id="unknown-region"),
    pytest.param('code = "R2"', 'code = "R1"', "R1", id="a-code-twice"),
    pytest.param('role = "surgeon"', 'role = "king"', "king", id="unknown-role"),
    pytest.param("minutes = 10", "minutes = 0", "minutes", id="no-minutes"),
    pytest.param('"1984-02-29"', '"1985-02-29"', "1985-02-29", id="no-such-day"),
    pytest.param("[site]", "[site", "line", id="no-toml"),
]


@pytest.mark.parametrize(("old", "new", "named"), REFUSALS)
def test_a_refused_file_makes_no_store(shell: Shell, tmp_path: Path, old: str, new: str, named: str) -> None:
    file = changed(tmp_path, old, new)
    shell.store = str(tmp_path / "new" / "praxis.db")
    ran = shell.run("setup", str(file))
    assert (ran.status, ran.out) == (2, "")
    assert str(file) in ran.err
    assert named in ran.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("old", "new", "named"), REFUSALS[:4])
def test_a_refused_file_changes_nothing(desk: Shell, tmp_path: Path, old: str, new: str, named: str) -> None:
    assert desk.run("setup", str(changed(tmp_path, old, new))).status == 2
    assert desk.run("setup", str(PRACTICE)).out == "0 created, 0 changed, 13 unchanged\n"


def test_what_contradicts_the_store_is_refused(desk: Shell, tmp_path: Path) -> None:
    for old, new, named in (
        ('code = "HAUS"', 'code = "ANDERS"', "ANDERS"),
        ('[[device]]\ncode = "CARM1"', '[[room]]\ncode = "CARM1"', "CARM1"),
    ):
        ran = desk.run("setup", str(changed(tmp_path, old, new)))
        assert (ran.status, ran.out) == (2, "")
        assert named in ran.err
    assert desk.run("setup", str(PRACTICE)).out == "0 created, 0 changed, 13 unchanged\n"


@pytest.mark.parametrize("name", ["none.toml", ".", "a\0b", "x" * 300])
def test_files_that_cannot_be_read(shell: Shell, tmp_path: Path, name: str) -> None:
    shell.store = str(tmp_path / "praxis.db")
    ran = shell.run("setup", str(tmp_path) + "/" + name)
    assert (ran.status, ran.out) == (2, "")
    assert not (tmp_path / "praxis.db").exists()


def test_a_file_of_additions_names_what_is_stored(desk: Shell, tmp_path: Path) -> None:
    more = tmp_path / "more.toml"
    more.write_text(
        '[[appointment_type]]\ncode = "ROENT"\nname = "Röntgen"\nminutes = 15\n'
        'need = [{ role = "device", any = ["CARM1"] }]\n',
        encoding="utf-8",
    )
    assert desk.run("setup", str(more)).out == (
        "created  appointment_type ROENT\n1 created, 0 changed, 0 unchanged\n"
    )
    more.write_text(more.read_text(encoding="utf-8").replace("CARM1", "R1"), encoding="utf-8")
    ran = desk.run("setup", str(more))
    assert ran.status == 2
    assert '"R1" is a room' in ran.err
    more.write_text(more.read_text(encoding="utf-8").replace("R1", "NIX"), encoding="utf-8")
    assert desk.run("setup", str(more)).status == 2
