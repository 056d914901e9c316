"""What can befall a file: each fault named for what it is, and nothing half done."""

import os
import pwd
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import queries
from praxidesk.models.store import Store, StoreUnavailable
from tests.leftovers import ROOT
from tests.models.bookings import NINE, appointment, put
from tests.models.faults import count_up, counted, fault_of
from tests.small_practice import put_into
from tests.stores import Stores


@pytest.fixture
def path(stores: Stores) -> Iterator[Path]:
    """The file of a migrated store."""
    with stores.url("sqlite") as url:
        yield Path(url)


def test_a_file_that_is_not_there_is_missing_and_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert fault_of(lambda: Store.open(str(path))).fault is StoreFault.MISSING
    assert not path.exists()


def test_an_empty_file_holds_nothing_until_made(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert fault_of(lambda: Store.open(str(path))).fault is StoreFault.MISSING
    assert path.stat().st_size == 0
    Store.open(str(path), create=True).close()


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    "content",
    [b"x", b"Termine,Name\n", b"SQLite format 3\0", b"\0" * 5000, os.urandom(8192)],
    ids=["a byte", "a table", "a beginning", "zeros", "noise"],
)
def test_a_file_that_is_no_database_is_damaged_and_left_alone(
    tmp_path: Path, content: bytes, create: bool
) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(content)
    refused = fault_of(lambda: Store.open(str(path), create=create))
    assert refused.fault is StoreFault.DAMAGED
    assert path.read_bytes() == content


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_damaged(path: Path, kept: float) -> None:
    size = path.stat().st_size
    os.truncate(path, int(size * kept))
    before = path.read_bytes()
    assert fault_of(lambda: Store.open(str(path), create=True)).fault is StoreFault.DAMAGED
    assert path.read_bytes() == before


def test_a_page_of_noise_is_damage_when_it_is_read(path: Path) -> None:
    store = Store.open(str(path))
    practice = put_into(store)
    put(practice, *(appointment(practice, NINE + hour * 3600) for hour in range(200)))
    store.close()
    with sqlite3.connect(path) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_entry_starts_at'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    store = Store.open(str(path))
    with pytest.raises(StoreUnavailable) as refused, store.read() as reading:
        queries.entries(reading, appointment(practice).span)
    assert refused.value.fault is StoreFault.DAMAGED
    store.close()


@pytest.mark.parametrize("create", [False, True])
def test_the_database_of_another_program_is_foreign_and_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    assert fault_of(lambda: Store.open(str(path), create=create)).fault is StoreFault.FOREIGN
    assert path.read_bytes() == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert fault_of(lambda: Store.open(str(tmp_path), create=True)).fault is StoreFault.DAMAGED


HOLD_LOCKED = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked_by_another_process(path: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_LOCKED, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"locked\n"
        yield


def test_a_file_that_another_process_holds_is_locked(path: Path) -> None:
    store = Store.open(str(path), patience_ms=50)
    with locked_by_another_process(path):
        assert fault_of(lambda: count_up(store)).fault is StoreFault.LOCKED
        assert fault_of(lambda: counted(store)).fault is StoreFault.LOCKED
        assert fault_of(lambda: Store.open(str(path), patience_ms=50)).fault is StoreFault.LOCKED
    count_up(store)
    assert counted(store) == 2
    store.close()


@contextmanager
def as_ordinary_user(*places: Path) -> Iterator[None]:
    """Root may write anything: for a while we are nobody, who may enter but not write."""
    if os.geteuid() != 0:
        yield
        return
    closed = {each for place in places for each in place.parents if not each.stat().st_mode & 0o001}
    parents = {each: each.stat().st_mode for each in closed}
    for parent, mode in parents.items():
        parent.chmod(mode | 0o055)
    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)
        for parent, mode in parents.items():
            parent.chmod(mode)


def test_a_file_that_cannot_be_written_can_be_read(path: Path) -> None:
    path.chmod(0o444)
    with as_ordinary_user(path):
        store = Store.open(str(path))
        assert counted(store) == 1
        assert fault_of(lambda: count_up(store)).fault is StoreFault.READ_ONLY
        assert counted(store) == 1
        store.close()


def test_a_file_that_cannot_be_read_is_said_to_be(path: Path) -> None:
    path.chmod(0)
    with as_ordinary_user(path):
        assert fault_of(lambda: Store.open(str(path))).fault is StoreFault.READ_ONLY
    path.chmod(0o600)


def test_a_folder_that_cannot_be_written_gets_no_store(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with as_ordinary_user(tmp_path / "x"):
        refused = fault_of(lambda: Store.open(str(tmp_path / "new.db"), create=True))
    assert refused.fault is StoreFault.READ_ONLY
    assert list(tmp_path.iterdir()) == []


def fill_the_disk(store: Store) -> None:
    """Let the file grow no further, on every connection of the pool: SQLite's own word for a full disk."""
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        assert connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").scalar_one() == pages


def test_a_full_disk_keeps_all_that_was_there(path: Path) -> None:
    store = Store.open(str(path))
    practice = put_into(store)
    first = put(practice, appointment(practice))
    fill_the_disk(store)
    booked = 0

    def book_on_and_on() -> None:
        nonlocal booked
        for hour in range(1, 5_000):
            put(practice, appointment(practice, NINE + hour * 3600), note="n" * 1_000)
            booked += 1

    assert fault_of(book_on_and_on).fault is StoreFault.DISK_FULL
    with store.read() as connection:
        assert queries.entry(connection, first) is not None
        stored = connection.execute(text("SELECT count(*) FROM entry")).scalar_one()
        allocated = connection.execute(text("SELECT count(*) FROM allocation")).scalar_one()
        sound = connection.execute(text("PRAGMA integrity_check")).scalar_one()
    assert (stored, allocated, sound) == (booked + 1, 3 * (booked + 1), "ok")
    store.close()


ON_A_TINY_DISK = """
import sys
from pathlib import Path
from praxidesk.models.store import Store, StoreUnavailable
path = Path(sys.argv[1], "store.db")
try:
    Store.open(str(path), create=True)
except StoreUnavailable as error:
    sys.stdout.write(f"{error.fault.value} {[each.name for each in path.parent.iterdir()]}")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="mounts the Linux way")
def test_a_disk_without_room_for_a_new_store_is_left_empty(tmp_path: Path) -> None:
    """A real one, of 100 kB, which only the started process sees."""
    mount = 'mount -t tmpfs -o size=100k none "$1"'
    alone = ["unshare", "--mount", "sh", "-c"]
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not there")
    tried = subprocess.run([*alone, mount, "sh", str(tmp_path)], check=False, capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"no disk can be mounted here: {tried.stderr.strip()}")
    command = [*alone, f'{mount} && exec "$0" -B -c "$2" "$1"', sys.executable, str(tmp_path), ON_A_TINY_DISK]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert ran.stdout == "disk_full []", ran.stderr


def test_a_file_that_vanishes_does_not_come_back_empty(path: Path) -> None:
    store = Store.open(str(path))
    store.close()
    path.unlink()
    assert fault_of(lambda: counted(store)).fault is StoreFault.MISSING
    assert not path.exists()


def test_copies_of_a_closed_store_are_whole(path: Path, tmp_path: Path) -> None:
    store = Store.open(str(path))
    put_into(store)
    store.close()
    copy = tmp_path / "copy.db"
    shutil.copyfile(path, copy)
    again = Store.open(str(copy))
    assert again.status().counts["actor"] == 8
    again.close()
