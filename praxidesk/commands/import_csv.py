"""``praxidesk import csv``: any table to bookings, by a mapping (docs/import.md)."""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from praxidesk.commands.json_lines import write_line
from praxidesk.commands.opening import clock, opened_desk
from praxidesk.commands.progress import Progress
from praxidesk.commands.refusing import CommandRefused
from praxidesk.commands.rejects_file import RejectsFile, rejects_file
from praxidesk.engine.outcomes import Done
from praxidesk.exchange.csv_mapping import MappingFileError, read_mapping
from praxidesk.exchange.csv_rejections import Rejection, rejection
from praxidesk.exchange.csv_rows import RowMapper
from praxidesk.exchange.csv_table import TableError, open_table
from praxidesk.models.store import StoreUnavailable
from praxidesk.services.desk import Desk
from praxidesk.services.imports import PatientFate, RowResult, import_table, rehearse_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The table, its mapping, and what to do with them."""
    parser.add_argument("file", metavar="FILE", help="the table")
    parser.add_argument("--map", metavar="MAP.toml", required=True, help="what its columns mean")
    parser.add_argument("--dry-run", action="store_true", help="say what would be booked, and book nothing")
    parser.add_argument(
        "--rejected", metavar="FILE", help="write the rows that were not booked to this table"
    )


def run(options: argparse.Namespace) -> int:
    """Book every row, tell of every rejected one, and sum up."""
    file, rejected = Path(options.file), Path(options.rejected) if options.rejected else None
    try:
        mapping = read_mapping(Path(options.map))
        with opened_desk(options) as desk, open_table(file, mapping.layout) as table:
            mapper = RowMapper(mapping, table)
            _refuse_overwriting(rejected, (file, Path(options.map)))
            with rejects_file(rejected, mapping.layout, table.columns) as rejects:
                tally = _Tally(desk, str(file), dry_run=options.dry_run)
                now = clock(options, desk.zone)
                work = rehearse_table if options.dry_run else import_table
                _follow(work(desk, table, mapper, now), tally, rejects)
    except (MappingFileError, TableError) as error:
        raise CommandRefused(str(error)) from error
    return 0


class _Tally:
    """Counts what became of the rows."""

    def __init__(self, desk: Desk, file: str, *, dry_run: bool) -> None:
        self._desk = desk
        self._file = file
        self._dry_run = dry_run
        self._counts: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()

    def count(self, result: RowResult) -> Rejection | None:
        """Count one row, and answer why it was rejected, if it was."""
        self._counts["rows"] += 1
        if result.patient is not None:
            self._counts[_PATIENT_COUNTS[result.patient]] += 1
        if isinstance(result.outcome, Done):
            self._counts["replayed" if result.outcome.replayed else "booked"] += 1
            self._warnings.update(warning.kind.value for warning in result.outcome.warnings)
        if result.row.skipped:
            self._counts["skipped"] += 1
        why = rejection(result.row, result.outcome, result.keys, self._desk.practice, self._desk.zone)
        if why is not None:
            self._counts[why.outcome] += 1
        return why

    def __str__(self) -> str:
        """In a few words, for a terminal."""
        counts = self._counts
        rejected = counts["refused"] + counts["invalid"]
        return f"{counts['rows']:,} rows: {counts['booked']:,} booked, {rejected:,} rejected"

    def sum_up(self, *, is_stopped: bool = False) -> None:
        """Write the last line."""
        done = "checked" if self._dry_run else "imported"
        write_line(
            {
                "outcome": "stopped" if is_stopped else done,
                "file": self._file,
                **{name: self._counts[name] for name in _COUNTS},
                "warnings": dict(sorted(self._warnings.items())),
            }
        )


_PATIENT_COUNTS = {PatientFate.ADDED: "patients_added", PatientFate.KNOWN: "patients_known"}
_COUNTS = ("rows", "booked", "replayed", "refused", "invalid", "skipped", *_PATIENT_COUNTS.values())


def _follow(results: Iterator[RowResult], tally: _Tally, rejects: RejectsFile | None) -> None:
    """Tell of each rejected row as it comes; whatever stops the import, say how far it got."""
    try:
        with Progress() as progress:
            for result in results:
                why = tally.count(result)
                if why is not None:
                    progress.wipe()
                    write_line(why.values)
                    if rejects is not None:
                        rejects.write(result.row, why)
                progress.show(str(tally))
    except (StoreUnavailable, TableError, CommandRefused, KeyboardInterrupt):
        tally.sum_up(is_stopped=True)
        raise
    tally.sum_up()


def _refuse_overwriting(rejected: Path | None, read: tuple[Path, ...]) -> None:
    if rejected is None or not rejected.exists():
        return
    for path in read:
        if path.exists() and rejected.samefile(path):
            raise CommandRefused(f"--rejected {rejected}: is {path}, which is read")
