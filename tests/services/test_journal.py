"""The journal of both databases: nothing is left out, nobody can change it, tampering is found."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update

from praxidesk.engine.journal import Anchor, Deed, Finding, Flaw, JournalProof, SealSeen
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.store import RuleBroken, Store
from praxidesk.models.tables import entry, journal, journal_head, journal_seal, setting
from praxidesk.services import journal as journal_service
from praxidesk.services.desk import Desk
from praxidesk.services.journal import newest_lines, newest_seal, prove, prove_in_pieces, seal_the_rest
from praxidesk.services.patient_card import patient_card
from praxidesk.services.seals_seen import forget_file, look_and_keep, noted_seal
from tests.models.right_rows import fill
from tests.small_practice import SmallPractice
from tests.statement_log import StatementLog
from tests.stores import Stores

ALL = JournalFilter()
HOSTILE = "<b>'\"\\ Ünal 😀\n\t\x01</b>"


def put(store: Store, *names: str, value: str = "v") -> None:
    with store.write() as connection:
        for name in names:
            connection.execute(insert(setting).values(name=name, value=value))


def tampered(store: Store, deed: Callable[[Connection], object]) -> None:
    """What an administrator of the database can do, who stops at nothing."""
    with store.write() as connection:
        if store.dialect == "sqlite":
            for (name,) in connection.execute(
                text("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal%'")
            ).all():
                connection.execute(text(f"DROP TRIGGER {name}"))
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        else:
            for table in ("journal", "journal_seal", "journal_head"):
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        deed(connection)
    store.engine.dispose()


def asked(statements: StatementLog) -> int:
    return len([each for each in statements if each.startswith("SELECT")])


@pytest.fixture
def written(store: Store) -> Store:
    """A store with five lines."""
    put(store, "a", "b")
    with store.write() as connection:
        connection.execute(update(setting).where(setting.c.name == "a").values(value=HOSTILE))
        connection.execute(update(setting).values(value=setting.c.value))  # changes nothing
        connection.execute(delete(setting).where(setting.c.name == "b"))
    put(store, "c")
    return store


def test_each_deed_is_a_line_with_what_was_before_and_after(written: Store) -> None:
    lines = newest_lines(written, ALL, 100)[::-1]
    assert [(seal.seq, line.deed, line.subject_key) for seal, line in lines] == [
        (1, Deed.INSERT, "a"),
        (2, Deed.INSERT, "b"),
        (3, Deed.UPDATE, "a"),
        (4, Deed.DELETE, "b"),
        (5, Deed.INSERT, "c"),
    ]
    _, change = lines[2]
    assert change.before is not None
    assert change.after is not None
    assert json.loads(change.before) == {"name": "a", "value": "v"}
    assert json.loads(change.after, strict=False) == {"name": "a", "value": HOSTILE}
    assert all(seal.login and seal.process for seal, _ in lines)
    assert prove(written).is_whole
    assert prove(written, [newest_seal(written)]).head == newest_seal(written)


def test_every_row_of_every_table_is_there_as_it_was_written(store: Store) -> None:
    fill(store)
    proof = prove(store)
    assert proof.is_whole
    shown = {(line.subject, line.subject_key) for _, line in newest_lines(store, ALL, 1000)}
    assert {("entry", "1"), ("allocation", "1"), ("patient", "2"), ("milestone", "1,incision")} <= shown
    assert {("need_member", "1,0"), ("reservation_window", "1"), ("series", "1")} <= shown
    of_entry = newest_lines(store, JournalFilter(entry=EntryId(1)), 9)
    (row,) = [line for _, line in of_entry if line.subject == "entry"]
    assert row.after is not None
    with store.read() as connection:
        stored = connection.execute(select(entry)).mappings().one()
    assert json.loads(row.after) == dict(stored)


def test_what_is_rolled_back_leaves_no_line_and_no_gap(written: Store) -> None:
    def fail(connection: Connection) -> None:
        connection.execute(insert(setting).values(name="x", value="y"))
        raise RuntimeError

    with pytest.raises(RuntimeError), written.write() as connection:
        fail(connection)
    put(written, "d")
    assert [seal.seq for seal, _ in newest_lines(written, ALL, 2)] == [6, 5]
    assert prove(written).is_whole


@pytest.mark.parametrize(
    "deed",
    [
        update(journal).values(after="{}"),
        delete(journal),
        update(journal_seal).values(login="nobody"),
        delete(journal_seal),
        delete(journal_head),
        update(journal_head).values(seq=0, hash=""),
    ],
    ids=["line changed", "line gone", "seal changed", "seal gone", "head gone", "head back"],
)
def test_the_database_refuses_to_change_it(written: Store, deed: object) -> None:
    with pytest.raises(RuleBroken, match=r"journal_final|journal_head_step"), written.write() as connection:
        connection.execute(deed)  # type: ignore[call-overload]
    assert prove(written).is_whole


def test_a_changed_line_is_found_at_its_place(written: Store) -> None:
    tampered(
        written, lambda db: db.execute(update(journal).where(journal.c.subject_key == "c").values(after="{}"))
    )
    assert prove(written).findings == (Finding(Flaw.LINE_CHANGED, 5),)


def test_a_line_taken_out_of_the_middle_is_found_at_its_place(written: Store) -> None:
    tampered(
        written,
        lambda db: (
            db.execute(delete(journal_seal).where(journal_seal.c.seq == 3)),
            db.execute(delete(journal).where(journal.c.deed == "update")),
        ),
    )
    assert prove(written).findings == (Finding(Flaw.SEAL_MISSING, 3),)


def test_another_culprit_is_found_at_its_place(written: Store) -> None:
    tampered(
        written, lambda db: db.execute(update(journal_seal).where(journal_seal.c.seq == 2).values(login="x"))
    )
    assert prove(written).findings == (Finding(Flaw.SEAL_CHANGED, 2),)


@pytest.mark.parametrize("column", ["entry_id", "patient_id"])
def test_a_line_put_into_another_history_is_found_at_its_place(store: Store, column: str) -> None:
    fill(store)
    assert prove(store).is_whole
    of = journal.c[column]
    with store.read() as connection:
        lines = select(journal_seal.c.seq, journal.c.subject, of).join_from(journal, journal_seal)
        all_lines = connection.execute(lines.order_by(journal_seal.c.seq)).all()
    told = {row.subject: row.seq for row in all_lines if row[2] is not None}
    assert set(told) == (
        {"entry", "allocation", "milestone"} if column == "entry_id" else {"entry", "patient"}
    )
    seqs = [row.seq for row in all_lines if row[2] is not None]
    elsewhere = {column: of + 90}
    tampered(store, lambda db: db.execute(update(journal).where(of.is_not(None)).values(elsewhere)))
    assert prove(store).findings == tuple(Finding(Flaw.ELSEWHERE, seq) for seq in seqs)
    tampered(store, lambda db: db.execute(update(journal).values({column: None})))
    assert prove(store).findings == tuple(Finding(Flaw.ELSEWHERE, seq) for seq in seqs)
    other = update(journal).where(journal.c.subject == "setting").values({column: 1})
    tampered(store, lambda db: db.execute(other))
    assert len(prove(store).findings) > len(seqs)


def test_a_cut_tail_is_found_and_with_a_repaired_head_by_an_anchor(written: Store) -> None:
    noted = newest_seal(written)
    tampered(written, lambda db: db.execute(delete(journal_seal).where(journal_seal.c.seq == 5)))
    assert Finding(Flaw.CUT, 4) in prove(written).findings
    with written.read() as connection:
        fourth = connection.execute(
            select(journal_seal.c.seq, journal_seal.c.hash).order_by(journal_seal.c.seq.desc()).limit(1)
        ).one()
    tampered(
        written,
        lambda db: (
            db.execute(update(journal_head).values(seq=fourth.seq, hash=fourth.hash)),
            db.execute(delete(journal).where(journal.c.subject_key == "c")),
        ),
    )
    assert prove(written).is_whole
    assert prove(written, [noted]).findings == (Finding(Flaw.ANCHOR, 5),)
    assert prove(written, [Anchor(4, fourth.hash)]).is_whole


def test_a_desk_keeps_the_newest_seal_and_sees_when_the_journal_no_longer_holds_it(
    written: Store, tmp_path: Path, statements: StatementLog
) -> None:
    file = tmp_path / "of the user" / "seals.json"
    first = look_and_keep(written, file)
    assert (first.noted.seq, first.is_there) == (0, True)
    put(written, "d")
    newest = newest_seal(written)
    statements.clear()
    assert look_and_keep(written, file) == SealSeen(newest, first.head, True)
    assert asked(statements) == 2
    assert oct(file.stat().st_mode & 0o777) == "0o600"
    assert [each.name for each in file.parent.iterdir()] == ["seals.json"]
    noted = noted_seal(written, file)
    assert noted == newest

    # cut, and the head repaired: the chain itself is whole again
    with written.read() as connection:
        fifth = connection.execute(select(journal_seal.c.hash).where(journal_seal.c.seq == 5)).scalar_one()
    tampered(
        written,
        lambda db: (
            db.execute(delete(journal_seal).where(journal_seal.c.seq == 6)),
            db.execute(update(journal_head).values(seq=5, hash=fifth)),
            db.execute(delete(journal).where(journal.c.subject_key == "d")),
        ),
    )
    assert prove(written).is_whole
    lost = look_and_keep(written, file)
    assert (lost.noted, lost.is_there, lost.head.seq) == (noted, False, 5)
    assert prove(written, [noted_seal(written, file)]).findings == (Finding(Flaw.ANCHOR, 6),)
    # it stays kept until somebody says that they know why
    assert not look_and_keep(written, file).is_there
    assert look_and_keep(written, file, accept=True).is_there
    assert noted_seal(written, file) == lost.head
    file.write_text("no seals", encoding="utf-8")
    assert look_and_keep(written, file).noted.seq == 0


def test_what_was_seen_of_one_file_is_not_looked_for_in_another(tmp_path: Path) -> None:
    kept, places = tmp_path / "seals.json", (tmp_path / "one.db", tmp_path / "two.db")
    for place, lines in zip(places, (3, 1), strict=True):
        with closing(Store.open(str(place), create=True)) as store:
            put(store, *(f"n{number}" for number in range(lines)))
            assert look_and_keep(store, kept).is_there
            assert look_and_keep(store, kept).noted == newest_seal(store)
    # A practice to try things with that was thrown away, and made anew in the same place.
    forget_file(places[0], kept)
    places[0].unlink()
    with (
        closing(Store.open(str(places[0]), create=True)) as anew,
        closing(Store.open(str(places[1]))) as other,
    ):
        seen = look_and_keep(anew, kept)
        assert (seen.noted.seq, seen.is_there) == (0, True)
        assert noted_seal(other, kept) == newest_seal(other)


def test_opening_a_patients_record_is_a_line_too(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    desk = Desk.open(practice_store.store)
    someone = ActorId(practice_store.actors["P-1001"])
    statements.clear()
    assert patient_card(desk, someone, 1_796_000_000) is not None
    ((seal, line),) = newest_lines(desk.store, JournalFilter(patient=someone), 1)
    assert (line.deed, line.subject, line.subject_key) == (Deed.READ, "patient", str(someone))
    assert (line.before, line.after) == (None, None)
    assert seal.seq == newest_seal(desk.store).seq
    assert not newest_lines(desk.store, JournalFilter(patient=ActorId(999)), 1)


def test_reading_it_takes_one_statement_and_proving_it_three(
    written: Store, statements: StatementLog
) -> None:
    statements.clear()
    newest_lines(written, JournalFilter(login="nobody"), 10)
    assert asked(statements) == 1
    statements.clear()
    prove(written)
    assert asked(statements) == 3


@pytest.mark.parametrize(
    "each", [10, pytest.param(500, marks=[pytest.mark.campaign, pytest.mark.timeout(900)])]
)
def test_writers_at_once_make_one_chain_and_a_follower_misses_nothing(store_url: str, each: int) -> None:
    writers = 8
    # However busy the machine is: who waits here is no part of what is shown.
    store = Store.open(store_url, patience_ms=100_000)
    begin = Barrier(writers + 1)

    def write(writer: int) -> None:
        begin.wait()
        for number in range(each):
            put(store, f"{writer}-{number}")

    threads = [Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    begin.wait()
    followed: list[str] = []
    are_writing = True
    while are_writing:
        are_writing = any(thread.is_alive() for thread in threads)  # asked before the last look
        with store.read() as connection:
            rows = connection.execute(
                select(journal_seal.c.seq, journal.c.subject_key)
                .join(journal, journal.c.id == journal_seal.c.journal_id)
                .where(journal_seal.c.seq > len(followed))
                .order_by(journal_seal.c.seq)
            ).all()
        assert [row.seq for row in rows] == list(range(len(followed) + 1, len(followed) + 1 + len(rows)))
        followed += [row.subject_key for row in rows]
    for thread in threads:
        thread.join()
    assert sorted(followed) == sorted(f"{writer}-{n}" for writer in range(writers) for n in range(each))
    assert prove(store).is_whole
    store.close()


def test_another_program_that_writes_into_the_file_is_journalled_and_seen(stores: Stores) -> None:
    with stores.url("sqlite") as path:
        other = sqlite3.connect(path)
        other.execute("INSERT INTO setting VALUES ('by another program', '')")
        other.commit()
        other.close()
        store = Store.open(path)
        put(store, "ours")
        proof = prove(store)
        assert (proof.findings, proof.unsealed, proof.is_whole) == ((), 1, False)
        assert [line.subject_key for _, line in newest_lines(store, ALL, 9)] == ["ours"]
        assert (seal_the_rest(store), seal_the_rest(store)) == (1, 0)
        ((seal, line),) = newest_lines(store, ALL, 1)
        assert (seal.login, line.subject_key) == ("?", "by another program")
        assert prove(store).is_whole
        store.close()


def test_on_a_server_it_is_written_with_its_owners_rights_whoever_calls(stores: Stores) -> None:
    definers = text(
        "SELECT proname FROM pg_proc WHERE prosecdef AND proname LIKE 'journal%'"
        " AND proconfig[1] LIKE 'search_path=%pg_temp' ORDER BY 1"
    )
    with stores.new("postgresql") as store, store.read() as connection:
        found = list(connection.execute(definers).scalars())
    assert found == ["journal_read", "journal_sealed", "journal_written"]


def test_it_is_proven_in_pieces_while_others_write(written: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_service, "AT_A_STRETCH", 2)
    reached: list[int] = []

    def proven(*anchors: Anchor, stop_at: int = 99) -> tuple[int, JournalProof | None]:
        def follow(done: int) -> bool:
            reached.append(done)
            return done < stop_at

        pieces, count = prove_in_pieces(written, follow, anchors), 0
        while True:
            try:
                next(pieces)
            except StopIteration as end:
                return count, end.value
            count += 1
            put(written, f"meanwhile {len(reached)}")

    noted = newest_seal(written)
    count, proof = proven(noted)
    assert (count, proof) == (3, JournalProof(noted, (), 0))  # what was written since is no part of it
    assert reached == [2, 4, 5]
    assert proven(stop_at=4) == (1, None)
    tampered(
        written, lambda db: db.execute(update(journal).where(journal.c.subject_key == "c").values(after="{}"))
    )
    _, proof = proven(Anchor(2, "0" * 64))
    assert proof is not None
    assert proof.findings == (Finding(Flaw.ANCHOR, 2), Finding(Flaw.LINE_CHANGED, 5))
