"""Many entries put in or changed at once: as many statements for a thousand of them as for one."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection, TextClause, bindparam, text, update

from praxidesk.engine.entries import Allocation
from praxidesk.engine.outcomes import Change
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import RequestKey
from praxidesk.engine.vocabulary import EntryId, SeriesId
from praxidesk.models.erasing import erase
from praxidesk.models.id_list import is_among
from praxidesk.models.tables import allocation


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """What binds entries together, as it is stored."""

    kind: str
    """``series`` or ``combined``."""
    starts_local: str
    """The first start on the wall, ISO 8601 to the second, without offset."""
    timezone: str
    rule: str
    """The rule as JSON; empty for a combination."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One of many entries as it is to be stored."""

    proposal: Proposal
    note: str
    reason: str
    override_reason: str
    day: date | None = None
    """The date on which its series has it."""
    key: RequestKey | None = None
    id: EntryId | None = None
    """Of one that is changed."""
    version: int = 0
    """Of one that is changed: the version it has now."""
    change: Change | None = None
    """What is done to it, where that is not the same for all."""
    is_exception: bool = False
    """Of one that is changed: whether its series leaves it alone from now on."""


def insert_series(connection: Connection, row: SeriesRow) -> SeriesId:
    """Put a series or combination in; its entries follow."""
    values = {
        "kind": row.kind,
        "starts_local": row.starts_local,
        "timezone": row.timezone,
        "rule": row.rule,
    }
    return SeriesId(connection.execute(_INSERT_SERIES, values).scalar_one())


def insert_entries(
    connection: Connection, series: SeriesId | None, rows: Sequence[EntryRow], now: int
) -> list[EntryId]:
    """Put entries in, of a series or of none, with their allocations: two statements. Their ids, in order."""
    values = {"series": series, "rows": json.dumps([_entry_values(row, Change.BOOKED, now) for row in rows])}
    # Ids ascend in the order in which rows go in, however they come back.
    ids = sorted(EntryId(row[0]) for row in connection.execute(_insert_entries(_dialect(connection)), values))
    _insert_allocations(
        connection, [(id_, row.proposal.allocations) for id_, row in zip(ids, rows, strict=True)]
    )
    return ids


def update_entries(connection: Connection, rows: Sequence[EntryRow], change: Change, now: int) -> bool:
    """Change entries of exactly these versions, which become the next ones; whether all were still there."""
    values = {"rows": json.dumps([_entry_values(row, change, now) for row in rows])}
    return connection.execute(_update_entries(_dialect(connection)), values).rowcount == len(rows)


def replace_all_allocations(
    connection: Connection, parts: Sequence[tuple[EntryId, Sequence[Allocation]]]
) -> None:
    """Take away everybody who was taken for these entries, and take these: two statements."""
    erase(connection, allocation, "entry_id", [id_ for id_, _ in parts])
    _insert_allocations(connection, parts)


def release_all(connection: Connection, ids: Iterable[EntryId]) -> None:
    """Let the database guard none of the entries' allocations any longer: they occupy nothing."""
    connection.execute(_RELEASE, {"ids": list(ids), "guarded": False})


def _insert_allocations(
    connection: Connection, parts: Sequence[tuple[EntryId, Sequence[Allocation]]]
) -> None:
    rows = [
        (
            id_,
            each.actor,
            each.role.value,
            each.starts_at,
            each.ends_at,
            each.blocking,
            each.own_part,
            each.seat,
            each.turnover,
        )
        for id_, allocations in parts
        for each in allocations
    ]
    connection.execute(_insert_parts(_dialect(connection)), {"rows": json.dumps(rows)})


def _entry_values(row: EntryRow, change: Change, now: int) -> list[object]:
    """In the order of ``_ENTRY``."""
    proposal, phases, key = row.proposal, row.proposal.phases, row.key
    return [
        proposal.kind.value,
        proposal.status.value,
        proposal.starts_at,
        proposal.ends_at,
        proposal.type,
        proposal.procedure,
        proposal.patient,
        None if phases is None else phases.setup,
        None if phases is None else phases.surgery,
        None if phases is None else phases.closing,
        None if phases is None else phases.cleaning,
        row.note,
        row.reason,
        row.override_reason,
        (row.change or change).value,
        now,
        None if key is None else key.key,
        None if key is None else key.fingerprint,
        None if row.day is None else row.day.isoformat(),
        row.id,
        row.version,
        row.is_exception,
    ]


_ENTRY = {
    "kind": "text",
    "status": "text",
    "starts_at": "bigint",
    "ends_at": "bigint",
    "type_id": "bigint",
    "procedure_id": "bigint",
    "patient_id": "bigint",
    "setup_minutes": "integer",
    "surgery_minutes": "integer",
    "closing_minutes": "integer",
    "cleaning_minutes": "integer",
    "note": "text",
    "reason": "text",
    "override_reason": "text",
    "last_change": "text",
    "changed_at": "bigint",
    "request_key": "text",
    "request_fingerprint": "text",
}
_INSERTED = _ENTRY | {"series_day": "text"}
_ALLOCATION: Mapping[str, str] = {
    "entry_id": "bigint",
    "actor_id": "bigint",
    "role": "text",
    "starts_at": "bigint",
    "ends_at": "bigint",
    "blocking": "boolean",
    "own_part": "boolean",
    "group_id": "bigint",
    "turnover": "integer",
}


def _dialect(connection: Connection) -> str:
    return connection.dialect.name


def _columns(dialect: str, types: Mapping[str, str], first: int = 0) -> str:
    """The columns of a JSON list, each as its type."""
    found = []
    for place, (name, kind) in enumerate(types.items(), first):
        value = f"json_extract(value, '$[{place}]')"
        if dialect == "postgresql":
            value = f"CAST(value ->> {place} AS {kind})"
        found.append(f"{value} AS {name}")
    return ", ".join(found)


def _rows(dialect: str) -> str:
    """A list of lists as rows in their order."""
    if dialect == "postgresql":
        return (
            "jsonb_array_elements(CAST(:rows AS jsonb)) WITH ORDINALITY AS row(value, place) ORDER BY place"
        )
    return "json_each(:rows) ORDER BY key"


@lru_cache
def _insert_entries(dialect: str) -> TextClause:
    return text(
        f"""
        INSERT INTO entry (series_id, version, {", ".join(_INSERTED)})
        SELECT CAST(:series AS bigint), 1, {_columns(dialect, _INSERTED)} FROM {_rows(dialect)} RETURNING id
        """  # noqa: S608 - constants only
    )


@lru_cache
def _insert_parts(dialect: str) -> TextClause:
    return text(
        f"""
        INSERT INTO allocation ({", ".join(_ALLOCATION)})
        SELECT {_columns(dialect, _ALLOCATION)} FROM {_rows(dialect)}
        """  # noqa: S608 - constants only
    )


@lru_cache
def _update_entries(dialect: str) -> TextClause:
    sets = ", ".join(f"{name} = wanted.{name}" for name in _ENTRY)
    own = {"id": "bigint", "version": "integer", "is_exception": "boolean"}
    its_own = _columns(dialect, own, len(_INSERTED))
    return text(
        f"""
        UPDATE entry SET {sets}, version = wanted.version + 1, is_exception = wanted.is_exception
        FROM (SELECT {_columns(dialect, _ENTRY)}, {its_own} FROM {_rows(dialect)}) AS wanted
        WHERE entry.id = wanted.id AND entry.version = wanted.version
        """  # noqa: S608 - constants only
    )


_INSERT_SERIES = text(
    "INSERT INTO series (kind, starts_local, timezone, rule)"
    " VALUES (:kind, :starts_local, :timezone, :rule) RETURNING id"
)
_RELEASE = (
    update(allocation)
    .where(is_among(allocation.c.entry_id, "ids"))
    .values(blocking=bindparam("guarded", type_=allocation.c.blocking.type))
)
