"""A store in a file brought to what this program needs, with a copy beside it of how it was."""

import errno
import os
import shutil
from contextlib import closing
from itertools import count
from pathlib import Path

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import revision
from praxidesk.models.sqlite.file import is_encrypted
from praxidesk.models.sqlite.key_file import key_file_of
from praxidesk.models.store import Store, StoreUnavailable, file_of


def upgrade_file(url: str) -> Path | None:
    """Copy the file and upgrade it; where the copy is, or nothing where somebody has upgraded it meanwhile.

    The key of an encrypted one is in hand; the copy is encrypted too, with a copy of its key file.

    :raises StoreUnavailable: nothing was changed
    """
    file = file_of(url)
    if file is None:
        raise StoreUnavailable(StoreFault.NOT_ALLOWED, "a server is upgraded by its administrator")
    with closing(Store.open(url, outdated=True)) as store:
        stored = store.revision() or ""
    if stored == revision.HEAD:
        return None
    # Nothing of ours has it open now: SQLite would lose its locks to whoever else closes the file.
    copy = _copied(file, stored)
    try:
        if is_encrypted(file):
            # Without it nobody opens the copy; who is given another password later keeps the old one for it.
            _write_copy(key_file_of(file), key_file_of(copy))
        with closing(Store.open(url, outdated=True)) as store:
            store.upgrade()
    except BaseException:
        copy.unlink()
        key_file_of(copy).unlink(missing_ok=True)
        raise
    return copy


def _copied(file: Path, stored: str) -> Path:
    before = _state(file)
    copy = _free_name(file, stored)
    _write_copy(file, copy)
    if before is None or _state(file) != before:
        copy.unlink()
        raise StoreUnavailable(StoreFault.LOCKED, "another program works with the file")
    return copy


def _write_copy(file: Path, copy: Path) -> None:
    try:
        with file.open("rb") as source, os.fdopen(os.open(copy, _NEW, 0o600), "wb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        copy.unlink(missing_ok=True)
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        fault = StoreFault.DISK_FULL if full else StoreFault.READ_ONLY
        raise StoreUnavailable(fault, f"no copy could be made: {type(error).__name__}") from None


_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY


def _state(file: Path) -> tuple[int, int] | None:
    """Size and time of change; nothing where another program has it open, for changes stand beside it."""
    if any(file.with_name(file.name + beside).exists() for beside in ("-wal", "-journal")):
        return None
    known = file.stat()
    return known.st_size, known.st_mtime_ns


def _free_name(file: Path, stored: str) -> Path:
    names = (f"{file.name}.before-{stored}" + (f"-{number}" if number else "") for number in count())
    return next(
        path for path in map(file.with_name, names) if not (path.exists() or key_file_of(path).exists())
    )
