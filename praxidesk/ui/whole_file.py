"""A file with names of patients in it: whole, or not there at all, and its owner's alone."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def save_whole(file: Path, content: bytes) -> None:
    """Write it beside its place and put it there in one step; what stood there stays until then.

    :raises OSError: nothing was saved
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".praxidesk-", suffix=file.suffix)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            shutil.copymode(file, name)  # who may read it stays as it was; a new one is its owner's alone
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
