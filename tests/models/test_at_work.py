"""Desks tell each other what they have open, on both dialects; nobody tells it for somebody else."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest

from praxidesk.engine.at_work import EXPIRY_SECONDS, Editor
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models.at_desk import desk_name
from praxidesk.models.at_work import CHANNEL, AtWork, FileDesks, at_work_of
from praxidesk.models.changes import Changes, ChangeWatch
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.store import Store
from tests.models.desks_of_a_server import login_of, server
from tests.statement_log import StatementLog
from tests.stores import Stores

MINE, THEIRS, THIRD = "a" * 16, "b" * 16, "c" * 16
SEVEN, EIGHT = EntryId(7), EntryId(8)


class OneDesk:
    """A store, open at one desk."""

    def __init__(self, url: str) -> None:
        self.store = Store.open(url)
        self.watch = ChangeWatch(self.store)
        self.at_work: AtWork = at_work_of(self.store)
        self.noticed: list[Changes] = []

    def sees(self) -> tuple[Editor, ...]:
        """Who has what open elsewhere."""
        changes = self.watch.poll()
        self.noticed.append(changes)
        return self.at_work.poll(changes.heard)

    def comes_to_see(self, *wanted: Editor) -> None:
        """A server's message may be a moment behind."""
        deadline = time.monotonic() + 10
        while (seen := self.sees()) != wanted and time.monotonic() < deadline:
            time.sleep(0.005)
        assert seen == wanted

    def close(self) -> None:
        self.watch.close()
        self.store.close()


@pytest.fixture
def desks(store_url: str) -> Iterator[tuple[OneDesk, OneDesk]]:
    with ExitStack() as open_things:
        made = OneDesk(store_url), OneDesk(store_url)
        for each in made:
            open_things.callback(each.close)
        yield made


def test_what_is_open_at_one_desk_is_seen_at_the_other_until_it_is_closed(
    desks: tuple[OneDesk, OneDesk], statements: StatementLog
) -> None:
    one, other = desks
    statements.clear()
    assert other.sees() == ()
    one.at_work.announce(MINE, ())
    one.at_work.leave()
    assert not statements, "idle desks say nothing"
    one.at_work.announce(MINE, (SEVEN, EIGHT))
    seven, eight = (Editor(each, desk_name(), "") for each in (SEVEN, EIGHT))
    other.comes_to_see(seven, eight)
    assert one.sees() == (), "nobody is told of himself"
    one.at_work.announce(MINE, (), "p17")
    other.comes_to_see(Editor(None, desk_name(), "", "p17"))
    one.at_work.announce(MINE, (EIGHT,))
    other.comes_to_see(eight)
    other.at_work.announce(THEIRS, (EIGHT,))
    one.comes_to_see(eight)
    one.at_work.leave()
    other.comes_to_see()
    other.at_work.leave()
    assert not any(each for each in other.noticed), "no week is read anew for it"


def test_beside_a_file_nothing_is_left_and_a_desk_that_was_killed_is_forgotten(tmp_path: Path) -> None:
    store = tmp_path / "store.praxidesk"
    one, other = FileDesks(store, "k.brandt"), FileDesks(store)
    one.announce(MINE, (SEVEN,))
    assert other.poll(()) == (Editor(SEVEN, desk_name(), "k.brandt"),), "who has signed in to the file"
    one = FileDesks(store)
    one.announce(MINE, (SEVEN,))
    assert other.poll(()) == (Editor(SEVEN, desk_name(), ""),)
    folder = tmp_path / "store.praxidesk.desks"
    assert folder.stat().st_mode & 0o777 == 0o700
    (folder / "hostile").write_bytes(b"\xff\xfe" * 4_000)
    (folder / THIRD).write_text(f"{THIRD} 7 <b>Müller</b>", "utf-8")
    assert [each.desk for each in other.poll(())] == sorted([desk_name(), "<b>Müller</b>"])
    (folder / "hostile").unlink()
    long_ago = time.time() - EXPIRY_SECONDS - 1
    for name in (MINE, THIRD):
        os.utime(folder / name, (long_ago, long_ago))
    assert other.poll(()) == ()
    os.utime(folder / THIRD, (1, 1))
    assert other.poll(()) == ()
    assert [each.name for each in folder.iterdir()] == [MINE]
    one.leave()
    assert not folder.exists()
    one.announce(MINE, ())


def test_a_hand_written_client_speaks_for_no_other_login_and_a_viewer_for_nobody(stores: Stores) -> None:
    with server(stores) as practice, ExitStack() as open_things:
        anna = OneDesk(practice.as_(StaffRole.RECEPTION))
        open_things.callback(anna.close)
        boss = OneDesk(practice.as_(StaffRole.ADMIN))
        open_things.callback(boss.close)
        boss.at_work.announce(MINE, (SEVEN,))
        theirs = Editor(SEVEN, desk_name(), login_of(StaffRole.ADMIN))
        anna.comes_to_see(theirs)
        with (
            psycopg.connect(practice.as_(StaffRole.OP_MANAGER), autocommit=True) as eve,
            psycopg.connect(practice.as_(StaffRole.VIEWER), autocommit=True) as viewer,
        ):
            tell = "SELECT pg_notify(%s, %s)"
            viewer.execute(tell, [CHANNEL, f"{THEIRS} 8 Platz 9"])
            eve.execute(tell, [CHANNEL, f"{MINE} - {desk_name()}"])
            eve.execute(tell, [CHANNEL, f"{MINE} 8 {login_of(StaffRole.ADMIN)}"])
            for nonsense in ("", "x" * 7_000, f"{THIRD} 8'; DROP TABLE entry; --"):
                eve.execute(tell, [CHANNEL, nonsense])
            hers = Editor(EIGHT, login_of(StaffRole.ADMIN), login_of(StaffRole.OP_MANAGER))
            anna.comes_to_see(theirs, hers)
            eve.execute(tell, [CHANNEL, f"{MINE} - ."])
            anna.comes_to_see(theirs)
        boss.at_work.leave()
        anna.comes_to_see()
