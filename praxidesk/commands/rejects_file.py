"""The file that ``--rejected`` names: rows that were not booked, to be mended and imported again."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from praxidesk.commands.refusing import CommandRefused
from praxidesk.exchange.csv_mapping import Layout
from praxidesk.exchange.csv_rejections import RejectedTable, Rejection
from praxidesk.exchange.csv_rows import MappedRow


class RejectsFile:
    """The table for rejected rows in a file; each row is on the disk before the next is read."""

    def __init__(self, path: Path, file: TextIOWrapper, layout: Layout, columns: tuple[str, ...]) -> None:
        self._path = path
        self._file = file
        with self._faults_explained():
            self._table = RejectedTable(file, layout, columns)

    def write(self, row: MappedRow, why: Rejection) -> None:
        """Add one row."""
        with self._faults_explained():
            self._table.write(row, why)
            self._file.flush()

    @contextmanager
    def _faults_explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise CommandRefused(f"--rejected {self._path}: {error.strerror or error}") from error


@contextmanager
def rejects_file(path: Path | None, layout: Layout, columns: tuple[str, ...]) -> Iterator[RejectsFile | None]:
    """In the encoding of the table that is read, its stray bytes kept."""
    if path is None:
        yield None
        return
    try:
        file = path.open("w", encoding=layout.encoding, errors="surrogateescape", newline="")
    except OSError as error:
        raise CommandRefused(f"--rejected {path}: {error.strerror or error}") from error
    try:
        yield RejectsFile(path, file, layout, columns)
    finally:
        with suppress(OSError):  # said when the row was written
            file.close()
