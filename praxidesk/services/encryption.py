"""A store in a file, encrypted and back: by a copy that is looked through before it takes its place.

Until the very last step, one rename, the old file is what it was. Whoever holds it open meanwhile is told by
SQLite that it was moved, opens it anew, and is asked to sign in.
"""

import base64
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from praxidesk.engine.sign_in import SignedIn, SignInRefused
from praxidesk.models.faults import of_driver
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.sqlite import drivers as sqlite_drivers
from praxidesk.models.sqlite import keys_in_hand
from praxidesk.models.sqlite.file import is_encrypted
from praxidesk.models.sqlite.key_file import RECOVERY, KeyFile, key_file_of
from praxidesk.models.sqlite.wrapped_key import new_key
from praxidesk.models.store import Store
from praxidesk.services.accounts import Accounts
from praxidesk.services.sign_in import sign_in

PLAIN_SUFFIX = ".plain"
"""What the unencrypted file is called afterwards, where it is kept."""
BEFORE_SUFFIX = ".before"
"""What the old key file is called until the store has its new key."""
_PART = ".part"
_PATIENCE_SECONDS = 5.0
_RECOVERY_BYTES = 20
_AT_ONCE = 1 << 20


class EncryptionRefused(Exception):
    """Nothing was changed; says why."""


def encrypt(file: Path, login: str, password: str, now: int, *, wipes: bool) -> str:
    """Encrypt a store, for an administrator of it; the recovery key, which is kept nowhere.

    ``wipes``: the old file is overwritten and deleted; else it stays beside it, under another name.

    :raises EncryptionRefused: where it is not to be done
    :raises StoreUnavailable: where it cannot be
    """
    sqlite_drivers.driver(encrypted=True)
    file = file.resolve()
    if is_encrypted(file):
        raise EncryptionRefused("the store is encrypted already")
    with closing(Store.open(str(file))) as store:
        if not Accounts(store).needs_sign_in():
            raise EncryptionRefused(
                "no account yet, so no password could open it: praxidesk user add NAME --role admin"
            )
    _require_admin(sign_in(file, login, password, now), login)
    old = file.with_name(file.name + PLAIN_SUFFIX)
    if old.exists():
        raise EncryptionRefused(f"{old} is there already: take it away first")
    key, recovery = new_key(), secrets.token_bytes(_RECOVERY_BYTES)
    printed = base64.b32encode(recovery).decode()
    part = _fresh_part(file)
    with _held(file, None) as driver:
        keys = _keys_of_copy(driver, part, key, {login: password, RECOVERY: printed})
        # A key file beside a plain store is nothing: so it comes first.
        keys.path.replace(key_file_of(file))
        _keep_as(file, old)
        _take_place(driver, part, file)
    if wipes:
        _wipe(old)
    keys_in_hand.take(file, key)
    return _in_fours(printed)


def renew(file: Path, login: str, password: str, now: int) -> str:
    """Encrypt a store by another key, for an administrator of it; the new recovery key.

    Who has brought out the old key opens nothing any more with it. All others need a new password, for
    nothing is kept that would wrap a key for somebody without it. Until the store has the new key, the old
    key file lies beside it under another name.

    :raises EncryptionRefused: where it is not to be done
    :raises StoreUnavailable: where it cannot be
    """
    file = file.resolve()
    if not is_encrypted(file):
        raise EncryptionRefused("the store is not encrypted")
    before = key_file_of(file).with_name(key_file_of(file).name + BEFORE_SUFFIX)
    if before.exists():
        raise EncryptionRefused(f"{before} is there already: it may be the key file of this store")
    _require_admin(sign_in(file, login, password, now), login)
    old = keys_in_hand.of(file)
    key, printed = new_key(), base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode()
    part = _fresh_part(file)
    with _held(file, old) as driver:
        keys = _keys_of_copy(driver, part, key, {login: password, RECOVERY: printed})
        _keep_as(key_file_of(file), before)
        keys.path.replace(key_file_of(file))
        _take_place(driver, part, file)
    before.unlink()
    keys_in_hand.take(file, key)
    return _in_fours(printed)


def decrypt(file: Path) -> None:
    """Make an encrypted store, whose key is in hand, a plain one; its accounts stay.

    :raises EncryptionRefused: where it is not encrypted
    :raises StoreUnavailable: where it cannot be done
    """
    file = file.resolve()
    key = keys_in_hand.of(file)
    if not is_encrypted(file) or key is None:
        raise EncryptionRefused("the store is not encrypted")
    part = _fresh_part(file)
    with _held(file, key) as driver:
        _copy(driver, part, None)
        _settle(part)
        _take_place(driver, part, file)
    key_file_of(file).unlink()
    keys_in_hand.drop(file)


def _require_admin(who: SignedIn | SignInRefused, login: str) -> None:
    if not isinstance(who, SignedIn):
        raise EncryptionRefused(f"not signed in: {who.why.value}")
    if who.role != StaffRole.ADMIN.value:
        raise EncryptionRefused(f"{login} is no administrator")


def _in_fours(printed: str) -> str:
    return "-".join(printed[at : at + 4] for at in range(0, len(printed), 4))


def _fresh_part(file: Path) -> Path:
    """An empty file that only its owner may read; what a broken attempt left is swept."""
    part = file.with_name(file.name + _PART)
    for path in (part, key_file_of(part)):
        for suffix in ("", "-journal", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    return part


def _keys_of_copy(driver: Any, part: Path, key: bytes, openers: Mapping[str, str]) -> KeyFile:  # noqa: ANN401 - as in _copy
    """Copy the store to ``part`` by another key; the copy's own key file, both of them on the disk.

    :param openers: the password of everybody who is to open it
    """
    keys = KeyFile.make(key_file_of(part))
    for login, password in openers.items():
        keys.put(login, key, password)
    _copy(driver, part, key)
    _settle(part)
    _settle(keys.path)
    return keys


@contextmanager
def _held(file: Path, key: bytes | None) -> Iterator[Any]:
    """A connection that can attach files, while another one keeps everybody from writing."""
    driver = sqlite_drivers.driver(encrypted=True)
    try:
        with closing(_opened(driver, file, key)) as holder, closing(_opened(driver, file, key)) as copying:
            # All is in the one file then; refused as long as another program uses the log beside it.
            holder.execute("PRAGMA journal_mode = DELETE")
            copying.execute("PRAGMA journal_mode = DELETE")
            holder.execute("BEGIN IMMEDIATE")
            yield copying
    except sqlite_drivers.errors() as error:
        raise of_driver(error) from None


def _opened(driver: Any, file: Path, key: bytes | None) -> Any:  # noqa: ANN401 - SQLCipher's
    connection = driver.connect(
        f"{file.as_uri()}?mode=rw", uri=True, timeout=_PATIENCE_SECONDS, isolation_level=None
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        sqlite_drivers.unlock(connection, key)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _copy(driver: Any, part: Path, key: bytes | None) -> None:  # noqa: ANN401 - SQLCipher's connection
    secret = "''" if key is None else sqlite_drivers.literal(key)
    driver.execute(f"ATTACH ? AS copy KEY {secret}", (str(part),))
    driver.execute("PRAGMA copy.synchronous = OFF")  # nobody needs it before it is whole
    driver.execute("SELECT sqlcipher_export('copy')")
    for name in ("application_id", "user_version"):
        (value,) = driver.execute(f"PRAGMA main.{name}").fetchone()
        driver.execute(f"PRAGMA copy.{name} = {value}")
    driver.execute("DETACH copy")
    # Opened anew: what counts is what others will find there.
    driver.execute(f"ATTACH ? AS copy KEY {secret}", (str(part),))
    _require_same(driver)
    driver.execute("DETACH copy")


def _require_same(driver: Any) -> None:  # noqa: ANN401 - as above
    """Look through the copy: whole, and every row and rule as they were, the journal among them."""
    for check in ("integrity_check", "foreign_key_check"):
        if driver.execute(f"PRAGMA copy.{check}").fetchone() not in {None, ("ok",)}:
            raise EncryptionRefused("the copy is not whole: nothing was changed")
    rules = "SELECT type, name, tbl_name, sql FROM {}.sqlite_schema ORDER BY type, name"
    schema = driver.execute(rules.format("main")).fetchall()
    if schema != driver.execute(rules.format("copy")).fetchall():
        raise EncryptionRefused("the copy has other rules: nothing was changed")
    for table in (name for kind, name, *_ in schema if kind == "table"):
        for one, other in (("main", "copy"), ("copy", "main")):
            missing = f'SELECT * FROM {one}."{table}" EXCEPT SELECT * FROM {other}."{table}" LIMIT 1'  # noqa: S608 - our own
            if driver.execute(missing).fetchone() is not None:
                raise EncryptionRefused(f"the copy of {table} is not the same: nothing was changed")


def _settle(path: Path) -> None:
    """On the disk, not only on the way to it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _keep_as(file: Path, old: Path) -> None:
    try:
        os.link(file, old)
    except OSError:  # a file system without second names
        file.rename(old)


def _take_place(copying: Any, part: Path, file: Path) -> None:  # noqa: ANN401 - SQLCipher's connection
    if os.name == "nt":  # an open file cannot be replaced there
        copying.close()
    part.replace(file)
    with suppress(OSError):  # folders cannot be opened everywhere
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _wipe(path: Path) -> None:
    """Overwrite a file, then delete it; an SSD, or a copying file system, may keep the old bytes."""
    left = path.stat().st_size
    with path.open("rb+") as file:
        while left > 0:
            left -= file.write(secrets.token_bytes(min(left, _AT_ONCE)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
