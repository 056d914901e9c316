"""An encrypted store: nothing of it stands in any file, no password opens nothing, and nothing is lost."""

import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from praxidesk.engine.outcomes import Done, StoreFault
from praxidesk.engine.sign_in import NotSignedIn, SignedIn, SignInRefused
from praxidesk.models import password_hash
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.sqlite import key_file, keys_in_hand
from praxidesk.models.sqlite.key_file import KeyFile, key_file_of
from praxidesk.models.store import Store
from praxidesk.services import encryption
from praxidesk.services.accounts import AccountRefused, Accounts, Strangers
from praxidesk.services.encryption import EncryptionRefused, decrypt, encrypt
from praxidesk.services.journal import prove
from praxidesk.services.sign_in import recover, sign_in
from tests.models.faults import fault_of
from tests.services.diary import Diary
from tests.statement_log import StatementLog
from tests.stores import Stores

pytest.importorskip("sqlcipher3", reason="the optional extra praxidesk[encrypted]")

NOW = 1_800_000_000
RIGHT, OTHER = "Grüße-Ⅸ-aus-Łódź", "ganz-etwas-anderes"
SIGNING_IN = {"journal", "journal_seal"}
"""Tables in which that leaves lines."""
SECRETS = [
    each.encode() for each in ("Zyxwvut-Geheim", "Rückruf wegen Befund", "Weber", "patient", "SQLite format")
]


@pytest.fixture
def file(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A practice with a booking and two accounts, not yet encrypted."""
    monkeypatch.setattr(password_hash, "MEMORY_KIB", 64)
    with stores.url("sqlite") as url, closing(Store.open(url)) as store:
        diary = Diary.begun_in(store)
        assert isinstance(diary.book("10:00", "WEB", note="Rückruf wegen Befund"), Done)
        with store.write() as connection:
            connection.exec_driver_sql("UPDATE patient SET family = 'Zyxwvut-Geheim'")
        accounts = Accounts(store)
        accounts.add("chefin", StaffRole.ADMIN, RIGHT, now=NOW)
        accounts.add("anna", StaffRole.RECEPTION, RIGHT, now=NOW)
        store.close()
        yield Path(url)
        keys_in_hand.drop(Path(url))


def found_in_files(file: Path) -> set[bytes]:
    """The secrets that stand in any file beside it, as they are on the disk now."""
    everything = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    return {secret for secret in SECRETS[:4] if secret in everything}


def test_nothing_stands_in_any_file_and_all_of_it_is_there_for_who_signs_in(
    file: Path, statements: StatementLog
) -> None:
    assert found_in_files(file) == set(SECRETS[:4])
    with closing(Store.open(str(file))) as store:
        plain, noted = store.status(), prove(store)
        statements.clear()
        with store.read() as connection:
            rows = connection.exec_driver_sql("SELECT * FROM entry").all()
        diary = Diary.begun_in(store)
        statements.clear()
        assert isinstance(diary.book("12:00", "KOC"), Done)
        of_a_booking = len(statements)
    encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    keys = key_file_of(file)
    assert sorted(path.name for path in file.parent.glob(f"{file.name}*")) == [file.name, keys.name]
    assert {stat.S_IMODE(path.stat().st_mode) for path in (file, keys)} == {0o600}
    assert found_in_files(file) == set()
    assert not any(secret in file.read_bytes() for secret in SECRETS)

    with closing(Store.open(str(file))) as store:
        encrypted = store.status()
        assert encrypted.library_version.endswith(", encrypted")
        with store.read() as connection:
            assert set(connection.exec_driver_sql("SELECT * FROM entry").all()) >= set(rows)
        # The journal goes on where it was, and holds what was noted of it before.
        assert prove(store, [noted.head]).is_whole
        assert encrypted.counts["patient"] == plain.counts["patient"]
        diary = Diary.begun_in(store)
        with store.write() as connection:
            connection.exec_driver_sql("UPDATE patient SET family = 'Zyxwvut-Geheim', given = 'neu'")
            # In the midst of it: neither the log beside the file nor a temporary one has it.
            assert len(list(file.parent.glob(f"{file.name}*"))) > 2
            assert found_in_files(file) == set()
        statements.clear()
        assert isinstance(diary.book("14:00", "KOC"), Done)
        assert len(statements) == of_a_booking
        assert found_in_files(file) == set()

    decrypt(file)
    assert [path.name for path in file.parent.glob(f"{file.name}*")] == [file.name]
    with closing(Store.open(str(file))) as store:
        assert prove(store, [noted.head]).is_whole
    assert found_in_files(file) == set(SECRETS[:4])
    with pytest.raises(EncryptionRefused, match="not encrypted"):
        decrypt(file)


def test_each_person_has_a_key_of_their_own_and_there_is_one_to_recover_by(file: Path) -> None:
    recovery = encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    with closing(Store.open(str(file))) as store:
        assert Accounts(store).without_key() == ("anna",)
        Accounts(store).set_password("anna", OTHER, NOW)
        assert Accounts(store).without_key() == ()
    keys_in_hand.drop(file)
    assert fault_of(lambda: Store.open(str(file))).fault is StoreFault.SIGN_IN
    assert sign_in(file, "anna", RIGHT, NOW) == SignInRefused(NotSignedIn.WRONG)
    assert sign_in(file, "anna", OTHER, NOW) == SignedIn("anna", "reception")
    with closing(Store.open(str(file))) as store:
        assert Store.open(str(file)).status().counts == store.status().counts
        # Whoever is locked is given no key any more; the last administrator keeps it.
        Accounts(store).lock("anna")
        for deed in (Accounts(store).lock, Accounts(store).remove):
            with pytest.raises(AccountRefused, match="last administrator"):
                deed("chefin")
    keys_in_hand.drop(file)
    assert sign_in(file, "anna", OTHER, NOW) == SignInRefused(NotSignedIn.WRONG)
    assert recover(file, "A" * 32, NOW) == SignInRefused(NotSignedIn.WRONG)
    assert keys_in_hand.of(file) is None
    assert recover(file, recovery.lower(), NOW) is None
    with closing(Store.open(str(file))) as store:
        assert prove(store).is_whole


def test_wrong_passwords_open_nothing_wait_and_are_told_to_the_journal_later(file: Path) -> None:
    encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    keys_in_hand.drop(file)
    strangers = Strangers()
    for login in ("chefin", "nobody"):
        answers = [sign_in(file, login, OTHER, NOW, strangers) for _ in range(6)]
        assert answers[:4] == [SignInRefused(NotSignedIn.WRONG)] * 4
        assert answers[4:] == [
            SignInRefused(NotSignedIn.WRONG, NOW + 30),
            SignInRefused(NotSignedIn.WAITING, NOW + 30),
        ]
    assert sign_in(file, "", RIGHT, NOW) == SignInRefused(NotSignedIn.WRONG)
    assert keys_in_hand.of(file) is None
    assert sign_in(file, "chefin", RIGHT, NOW + 29) == SignInRefused(NotSignedIn.WAITING, NOW + 30)
    assert sign_in(file, "chefin", RIGHT, NOW + 30) == SignedIn("chefin", "admin")
    with closing(Store.open(str(file))) as store, store.read() as connection:
        lines = connection.exec_driver_sql(
            "SELECT after FROM journal WHERE subject = 'account' ORDER BY id DESC LIMIT 2"
        ).scalars()
        assert ['"failures": 0' in line for line in lines] == [True, False]
    # Another store's key is no key of this one.
    keys_in_hand.take(file, bytes(32))
    assert fault_of(lambda: Store.open(str(file))).fault is StoreFault.DAMAGED


def test_a_flipped_byte_in_what_is_kept_of_the_key_is_told_and_opens_nothing(file: Path) -> None:
    encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    keys_in_hand.drop(file)
    keys = key_file_of(file)
    for column in ("salt", "wrapped", "proof", "memory_kib", "rounds", "lanes", "checksum", "store"):
        with closing(sqlite3.connect(keys)) as kept:
            whole = kept.execute("SELECT * FROM wrapped_key WHERE login = 'chefin'").fetchone()
            (value,) = kept.execute(f"SELECT {column} FROM wrapped_key WHERE login = 'chefin'").fetchone()
            broken: object
            if isinstance(value, bytes):
                broken = bytes([value[0] ^ 1, *value[1:]])
            else:
                broken = value + 1 if isinstance(value, int) else "0" + value[1:-1] + "x"
            kept.execute(f"UPDATE wrapped_key SET {column} = ? WHERE login = 'chefin'", (broken,))
            kept.commit()
            fault = fault_of(lambda: sign_in(file, "chefin", RIGHT, NOW))
            assert fault.fault is StoreFault.DAMAGED
            assert "key file" in fault.detail
            assert "put back a copy" in fault.detail
            marks = ", ".join("?" * len(whole))
            kept.execute(f"INSERT OR REPLACE INTO wrapped_key VALUES ({marks})", whole)
            kept.commit()
    assert keys_in_hand.of(file) is None
    assert isinstance(sign_in(file, "chefin", RIGHT, NOW), SignedIn)
    keys_in_hand.drop(file)
    raw = keys.read_bytes()
    keys.write_bytes(raw[:100] + bytes(len(raw) - 100))
    assert fault_of(lambda: sign_in(file, "chefin", RIGHT, NOW)).fault is StoreFault.DAMAGED
    keys.unlink()
    fault = fault_of(lambda: Store.open(str(file)))
    assert fault.fault is StoreFault.DAMAGED
    assert "its key file is missing" in fault.detail


def test_until_the_last_step_the_old_file_is_what_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object) -> None:
        raise OSError("cut")

    for name in ("_copy", "_require_same", "_settle", "_keep_as", "_take_place"):
        with monkeypatch.context() as patch:
            patch.setattr(encryption, name, cut)
            with pytest.raises(OSError, match="cut"):
                encrypt(file, "chefin", RIGHT, NOW, wipes=True)
        with closing(Store.open(str(file))) as store:
            assert store.key is None
            assert Accounts(store).sign_in("chefin", RIGHT, NOW) == SignedIn("chefin", "admin")
        file.with_name(file.name + encryption.PLAIN_SUFFIX).unlink(missing_ok=True)
    encrypt(file, "chefin", RIGHT, NOW, wipes=False)
    old = file.with_name(file.name + encryption.PLAIN_SUFFIX)
    assert {path.name for path in file.parent.glob(f"{file.name}*")} == {
        file.name,
        old.name,
        key_file_of(file).name,
    }
    with closing(Store.open(str(old))) as store:
        assert prove(store).is_whole


def test_whoever_holds_the_file_open_meanwhile_is_told_that_it_was_moved(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store.open(str(file))) as desk:
        with desk.write() as connection:
            connection.exec_driver_sql("UPDATE setting SET value = '1' WHERE name = 'nothing'")
        encrypt(file, "chefin", RIGHT, NOW, wipes=False)

        def write() -> None:
            with desk.write() as connection:
                connection.exec_driver_sql("INSERT INTO setting (name, value) VALUES ('lost', '1')")

        assert fault_of(write).fault is StoreFault.MISSING
    # And nobody encrypts while somebody writes.
    monkeypatch.setattr(encryption, "_PATIENCE_SECONDS", 0.0)
    decrypt_first = file.with_name(file.name + encryption.PLAIN_SUFFIX)
    with closing(Store.open(str(decrypt_first))) as desk, desk.write():
        fault = fault_of(lambda: encrypt(decrypt_first, "chefin", RIGHT, NOW, wipes=True))
        assert fault.fault is StoreFault.LOCKED


def test_who_may_not_encrypt_is_told_why(file: Path, stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    for login, password, said in (
        ("chefin", OTHER, "not signed in: wrong"),
        ("anna", RIGHT, "anna is no administrator"),
    ):
        with pytest.raises(EncryptionRefused, match=said):
            encrypt(file, login, password, NOW, wipes=True)
    with stores.url("sqlite") as empty, pytest.raises(EncryptionRefused, match="user add NAME --role admin"):
        encrypt(Path(empty), "chefin", RIGHT, NOW, wipes=True)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "sqlcipher3", None)
        fault = fault_of(lambda: encrypt(file, "chefin", RIGHT, NOW, wipes=True))
        assert 'pip install "praxidesk[encrypted]"' in fault.detail
    encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    with pytest.raises(EncryptionRefused, match="encrypted already"):
        encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "sqlcipher3", None)
        assert "praxidesk[encrypted]" in fault_of(lambda: Store.open(str(file))).detail


def test_a_key_file_that_another_program_holds_is_no_damaged_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_file, "_PATIENCE_SECONDS", 0.0)
    encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    with closing(sqlite3.connect(key_file_of(file), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable) as refused:
            KeyFile(key_file_of(file)).open("chefin", RIGHT, NOW)
    assert refused.value.fault is StoreFault.LOCKED


def test_a_new_key_shuts_out_whoever_had_the_old_one_and_everybody_needs_a_new_password(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EncryptionRefused, match="not encrypted"):
        encryption.renew(file, "chefin", RIGHT, NOW)
    first = encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    with closing(Store.open(str(file))) as store:
        Accounts(store).set_password("anna", OTHER, NOW)
        before = store.status()
    copied, old = key_file_of(file).read_bytes(), keys_in_hand.of(file)
    with pytest.raises(EncryptionRefused, match="no administrator"):
        encryption.renew(file, "anna", OTHER, NOW)
    with pytest.raises(EncryptionRefused, match="not signed in"):
        encryption.renew(file, "chefin", OTHER, NOW)

    # Broken off before the store has its new key, everything is as it was.
    with monkeypatch.context() as broken:
        broken.setattr(encryption, "_copy", lambda *_: (_ for _ in ()).throw(RuntimeError))
        with pytest.raises(RuntimeError):
            encryption.renew(file, "chefin", RIGHT, NOW)
    assert isinstance(sign_in(file, "anna", OTHER, NOW), SignedIn)

    second = encryption.renew(file, "chefin", RIGHT, NOW)
    assert second != first
    names = sorted(path.name for path in file.parent.glob(f"{file.name}*"))
    assert names == [file.name, key_file_of(file).name]
    assert old is not None
    assert keys_in_hand.of(file) != old
    keys_in_hand.drop(file)
    keys_in_hand.take(file, old)
    assert fault_of(lambda: Store.open(str(file))).fault is StoreFault.DAMAGED
    keys_in_hand.drop(file)
    with pytest.raises(StoreUnavailable):  # the old key file brings out the old key
        sign_in_with(file, copied, "anna", OTHER)
    assert sign_in(file, "anna", OTHER, NOW) == SignInRefused(NotSignedIn.WRONG)
    assert recover(file, first, NOW) is not None
    assert recover(file, second, NOW + 3_600) is None
    keys_in_hand.drop(file)
    assert isinstance(sign_in(file, "chefin", RIGHT, NOW), SignedIn)
    with closing(Store.open(str(file))) as store:
        after = store.status().counts
        assert {each for each, count in before.counts.items() if after[each] != count} <= SIGNING_IN
        assert prove(store).is_whole
        assert Accounts(store).without_key() == ("anna",)
        Accounts(store).set_password("anna", RIGHT, NOW)
    assert isinstance(sign_in(file, "anna", RIGHT, NOW), SignedIn)


def sign_in_with(file: Path, keys: bytes, login: str, password: str) -> None:
    """By a copied key file; the real one is put back afterwards."""
    its = key_file_of(file)
    real = its.read_bytes()
    its.write_bytes(keys)
    try:
        sign_in(file, login, password, NOW)
    finally:
        its.write_bytes(real)
