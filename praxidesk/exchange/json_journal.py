"""A line of the journal as JSON."""

import json

from praxidesk.engine.journal import JournalLine, Seal
from praxidesk.engine.walltime import Zone


def journal_object(seal: Seal, line: JournalLine, zone: Zone) -> dict[str, object]:
    """Who did what to which row, when and from where; of a change only what differs."""
    before, after = _row(line.before), _row(line.after)
    shown: dict[str, object] = {
        "seq": seal.seq,
        "at": zone.iso(line.at),
        "login": seal.login,
        "client": seal.client,
        "desk": seal.desk,
        "process": seal.process,
        "deed": line.deed.value,
        "table": line.subject,
        "key": line.subject_key,
    }
    if before is not None and after is not None:
        names = [name for name in after if before.get(name) != after[name]]
        before, after = ({name: row.get(name) for name in names} for row in (before, after))
    if before is not None:
        shown["before"] = before
    if after is not None:
        shown["after"] = after
    return shown


def _row(text: str | None) -> dict[str, object] | None:
    """The row as it was written down; control characters stand in it as they are."""
    if text is None:
        return None
    row: dict[str, object] = json.loads(text, strict=False)
    return row
