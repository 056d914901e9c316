"""Files with names in them: replaced in one step, and nobody else's to read."""

import errno
import os
from pathlib import Path

import pytest

from praxidesk.ui.whole_file import save_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    save_whole(file, b"one")
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
        file.chmod(0o640)
    save_whole(file, b"two")
    assert file.read_bytes() == b"two"
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "list.pdf"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("praxidesk.ui.whole_file.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
