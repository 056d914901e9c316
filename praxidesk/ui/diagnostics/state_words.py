"""What the store is and how it is, as names and values."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.store_facts import ServerCounts
from praxidesk.engine.walltime import Zone
from praxidesk.ui.diagnostics.figures import milliseconds, percent, size, whole
from praxidesk.ui.wording import dates
from praxidesk.worker.messages import StoreState
from praxidesk.worker.questions.diagnostics import Diagnosis

translate = QCoreApplication.translate
_DIALECTS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}

Said = tuple[tuple[str, str], ...]
"""Names and values."""


def connection_said(state: StoreState, zone: Zone) -> str:
    """Whether the store answers, and since when."""
    at = dates.clock(zone, state.since)
    if state.connected:
        return translate("diagnostics", "connected since {time}").format(time=at)
    return translate("diagnostics", "not connected since {time}").format(time=at)


def facts_said(
    diagnosis: Diagnosis | None, state: StoreState, known_weeks: tuple[int, int], zone: Zone
) -> Said:
    """The facts above the lists; what is not known yet is a dash."""
    store = diagnosis.store if diagnosis is not None else None
    dialect = store.dialect if store is not None else state.dialect
    database = _DIALECTS.get(dialect, "–")
    if store is not None:
        database = f"{database} {store.version}"
    known, wanted = known_weeks
    weeks = translate("diagnostics", "{share} of {count}").format(
        share=percent(known, wanted), count=whole(wanted)
    )
    rows = [
        (translate("diagnostics", "Database"), database),
        (translate("diagnostics", "Connection"), connection_said(state, zone)),
        (translate("diagnostics", "Last answer"), milliseconds(state.last_ms) if state.last_ms else "–"),
        (translate("diagnostics", "Size"), size(store.size_bytes) if store is not None else "–"),
        (translate("diagnostics", "Weeks known beforehand"), weeks if wanted else "–"),
    ]
    if store is not None and store.connections is not None:
        rows.append((translate("diagnostics", "Sessions on the server"), whole(store.connections)))
    elif store is not None and store.journal_mode:
        rows.append((translate("diagnostics", "Journal mode"), store.journal_mode))
    return tuple(rows)


def counts_said(counts: ServerCounts) -> str:
    """Why there are no statements of the server, and what to do; empty where there are."""
    return {
        ServerCounts.READ: "",
        ServerCounts.NO_SERVER: translate(
            "diagnostics", "This store is a file: only a database server counts statements by itself."
        ),
        ServerCounts.MISSING: translate(
            "diagnostics",
            "The server does not count its statements. An administrator can have it do so: "
            "shared_preload_libraries = 'pg_stat_statements' in postgresql.conf, a restart of the server, "
            "and CREATE EXTENSION pg_stat_statements in this database.",
        ),
        ServerCounts.NOT_LOADED: translate(
            "diagnostics",
            "The extension is in this database, but the server was started without it: "
            "shared_preload_libraries = 'pg_stat_statements' in postgresql.conf, "
            "then a restart of the server.",
        ),
        ServerCounts.NOT_ALLOWED: translate(
            "diagnostics",
            "This login may not read what the server counts. An administrator can allow it: "
            "GRANT pg_read_all_stats to this login.",
        ),
    }[counts]
