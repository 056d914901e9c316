"""A file of an older program is brought up to date, and a copy of it as it was stays."""

import os
from pathlib import Path

import pytest
from sqlalchemy import text

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.upgrading import upgrade_file
from tests.models.faults import fault_of
from tests.older_file import older_file


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A practice's file of the revision before."""
    return older_file(tmp_path / "praxis.db")


def test_it_is_upgraded_and_the_copy_is_as_it_was(older: Path) -> None:
    before = older.read_bytes()
    copy = upgrade_file(str(older))
    assert copy is not None
    assert copy.name.startswith("praxis.db.before-0")
    assert copy.read_bytes() == before
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600
    store = Store.open(str(older))
    assert store.status().counts["patient"] == 2
    store.close()
    assert upgrade_file(str(older)) is None, "somebody has done it"
    assert fault_of(lambda: Store.open(str(copy))).fault is StoreFault.TOO_OLD
    older.unlink()
    copy.rename(older)
    copy.write_bytes(b"of an earlier time")
    second = upgrade_file(str(older))
    assert second is not None
    assert second.name == f"{copy.name}-1"
    assert copy.read_bytes() == b"of an earlier time"


def test_nothing_changes_where_another_program_works_with_it_or_it_fails(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Store.open(str(older), outdated=True)
    with other.write() as connection:
        connection.execute(text("INSERT INTO setting VALUES ('a', 'b')"))
        assert fault_of(lambda: upgrade_file(str(older))).fault is StoreFault.LOCKED
    other.close()
    before = older.read_bytes()

    def full(_: Store) -> None:
        raise StoreUnavailable(StoreFault.DISK_FULL, "full")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "upgrade", full)
        assert fault_of(lambda: upgrade_file(str(older))).fault is StoreFault.DISK_FULL
    assert older.read_bytes() == before
    assert [each.name for each in older.parent.iterdir()] == ["praxis.db"]
    fault = fault_of(lambda: upgrade_file("postgresql://nobody@127.0.0.1:1/none"))
    assert fault.fault is StoreFault.NOT_ALLOWED
