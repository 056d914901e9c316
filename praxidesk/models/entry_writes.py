"""Entries put in and changed. Their history and the used request keys are the database's own work."""

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, TextClause, Update, bindparam, text, update

from praxidesk.engine.entries import Allocation
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.outcomes import Change
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import RequestKey
from praxidesk.engine.vocabulary import OCCUPYING, TENTATIVE, EntryId, SeriesId, Status
from praxidesk.models.erasing import erase
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.server.worded import executed
from praxidesk.models.tables import allocation, entry


def insert_entry(
    connection: Connection,
    proposal: Proposal,
    *,
    note: str,
    reason: str,
    override_reason: str,
    key: RequestKey | None,
    now: int,
    series: SeriesId | None = None,
    series_day: date | None = None,
) -> EntryId:
    """Put a new entry in, with its allocations; what the database refuses leaves the store."""
    row = _proposed(proposal) | {
        "note": note,
        "reason": reason,
        "override_reason": override_reason,
        "last_change": Change.BOOKED.value,
        "changed_at": now,
        "request_key": key.key if key else None,
        "request_fingerprint": key.fingerprint if key else None,
        "series_id": series,
        "series_day": series_day.isoformat() if series_day else None,
    }
    if connection.dialect.name == "postgresql":
        parts = _as_arrays(proposal.allocations)
        ((id_,),) = fetch_all(connection, _INSERT_BOTH, row | parts)
        return EntryId(id_)
    id_ = EntryId(connection.execute(_INSERT_ENTRY, row).scalar_one())
    _insert_allocations(connection, id_, proposal.allocations)
    return id_


def update_entry(
    connection: Connection,
    id_: EntryId,
    version: int,
    *,
    change: Change,
    now: int,
    key: RequestKey | None = None,
    proposal: Proposal | None = None,
    status: Status | None = None,
    note: str | None = None,
    reason: str | None = None,
    override_reason: str | None = None,
    is_exception: bool | None = None,
) -> bool:
    """Change an entry of exactly this version, which becomes the next one; whether it was still there.

    What is ``None`` stays. A ``proposal`` sets time, status, type, phases and patient; its allocations are
    written by ``replace_allocations``.
    """
    values: dict[str, Any] = {} if proposal is None else _proposed(proposal)
    words = {"note": note, "reason": reason, "override_reason": override_reason}
    values |= {name: word for name, word in words.items() if word is not None}
    if status is not None:
        values["status"] = status.value
    if is_exception is not None:
        values["is_exception"] = is_exception
    values |= {
        "version": version + 1,
        "last_change": change.value,
        "changed_at": now,
        "request_key": key.key if key else None,
        "request_fingerprint": key.fingerprint if key else None,
    }
    asked = {f"new_{name}": value for name, value in values.items()}
    found = executed(connection, _update(tuple(values)), asked | {"its_id": id_, "its_version": version})
    return found.rowcount == 1


def replace_allocations(connection: Connection, id_: EntryId, allocations: Sequence[Allocation]) -> None:
    """Take away everybody who was taken for an entry, and take these."""
    erase(connection, allocation, "entry_id", [id_])
    _insert_allocations(connection, id_, allocations)


def release(connection: Connection, id_: EntryId) -> None:
    """Let the database guard none of an entry's allocations any longer: it occupies nothing."""
    executed(connection, _RELEASE, {"entry": id_, "guarded": False})


def _proposed(proposal: Proposal) -> dict[str, Any]:
    return {
        "kind": proposal.kind.value,
        "status": proposal.status.value,
        "starts_at": proposal.starts_at,
        "ends_at": proposal.ends_at,
        "type_id": proposal.type,
        "procedure_id": proposal.procedure,
        "patient_id": proposal.patient,
    } | _phase_columns(proposal.phases)


def _phase_columns(phases: PhaseMinutes | None) -> dict[str, int | None]:
    return {
        "setup_minutes": phases.setup if phases else None,
        "surgery_minutes": phases.surgery if phases else None,
        "closing_minutes": phases.closing if phases else None,
        "cleaning_minutes": phases.cleaning if phases else None,
    }


_ENTRY_COLUMNS = (
    "kind",
    "status",
    "starts_at",
    "ends_at",
    "type_id",
    "procedure_id",
    "patient_id",
    "setup_minutes",
    "surgery_minutes",
    "closing_minutes",
    "cleaning_minutes",
    "note",
    "reason",
    "override_reason",
    "last_change",
    "changed_at",
    "request_key",
    "request_fingerprint",
    "series_id",
    "series_day",
)
_ALLOCATION_COLUMNS = (
    "actor_id",
    "role",
    "starts_at",
    "ends_at",
    "blocking",
    "own_part",
    "group_id",
    "turnover",
)
"""``occupancy`` and ``service`` are the entry's: the database itself sees to it that they are."""


def _insert_allocations(connection: Connection, id_: EntryId, allocations: Sequence[Allocation]) -> None:
    """One statement, however many there are; in their order, which is that of their ids."""
    if connection.dialect.name == "postgresql":
        executed(connection, _INSERT_ARRAYS, {"entry": id_} | _as_arrays(allocations))
    elif allocations:
        rows = [
            (
                each.actor,
                each.role.value,
                each.starts_at,
                each.ends_at,
                each.blocking,
                each.own_part,
                each.seat,
                each.turnover,
            )
            for each in allocations
        ]
        connection.execute(_INSERT_JSON, {"entry": id_, "rows": json.dumps(rows)})


def _as_arrays(allocations: Sequence[Allocation]) -> dict[str, list[Any]]:
    return {
        "actors": [each.actor for each in allocations],
        "roles": [each.role.value for each in allocations],
        "starts": [each.starts_at for each in allocations],
        "ends": [each.ends_at for each in allocations],
        "blocking": [each.blocking for each in allocations],
        "own_parts": [each.own_part for each in allocations],
        "seats": [each.seat for each in allocations],
        "turnovers": [each.turnover for each in allocations],
    }


@lru_cache
def _update(names: tuple[str, ...]) -> Update:
    """The statement that sets these columns, made once for each set of them."""
    return (
        update(entry)
        .where(entry.c.id == bindparam("its_id"), entry.c.version == bindparam("its_version"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )


def _with_entry_types(statement: str) -> TextClause:
    return text(statement).bindparams(*(bindparam(name, type_=entry.c[name].type) for name in _ENTRY_COLUMNS))


_NAMES = ", ".join(_ENTRY_COLUMNS)
_VALUES = ", ".join(f":{name}" for name in _ENTRY_COLUMNS)
_PARTS = ", ".join(_ALLOCATION_COLUMNS)
_ENTRY_ROW = f"INSERT INTO entry (version, {_NAMES}) VALUES (1, {_VALUES}) RETURNING id"  # noqa: S608 - constants
_UNNESTED = f"""
    unnest(CAST(:actors AS bigint[]), CAST(:roles AS text[]), CAST(:starts AS bigint[]),
        CAST(:ends AS bigint[]), CAST(:blocking AS boolean[]), CAST(:own_parts AS boolean[]),
        CAST(:seats AS bigint[]), CAST(:turnovers AS integer[]))
        WITH ORDINALITY AS part({_PARTS}, place)
    ORDER BY place
"""
_INSERT_ENTRY = _with_entry_types(_ENTRY_ROW)
_INSERT_BOTH = _with_entry_types(
    f"""
    WITH stored AS ({_ENTRY_ROW}),
        taken AS (
            INSERT INTO allocation (entry_id, {_PARTS}) SELECT stored.id, {_PARTS} FROM stored, {_UNNESTED}
        )
    SELECT id FROM stored
    """  # noqa: S608 - constants only
)
_INSERT_ARRAYS = text(
    f"INSERT INTO allocation (entry_id, {_PARTS}) SELECT :entry, {_PARTS} FROM {_UNNESTED}"  # noqa: S608
)
_EXTRACTED = ", ".join(f"json_extract(part.value, '$[{place}]')" for place in range(len(_ALLOCATION_COLUMNS)))
_OCCUPANCY = "CASE {} ELSE 0 END".format(
    " ".join(
        f"WHEN status IN ({', '.join(sorted(repr(each.value) for each in statuses))}) THEN {number}"
        for number, statuses in ((1, OCCUPYING), (2, TENTATIVE))
    )
)
_INSERT_JSON = text(
    # Given at once what its trigger would write a second time.
    f"INSERT INTO allocation (entry_id, {_PARTS}, occupancy, service)"  # noqa: S608 - constants only
    f" SELECT entry.id, {_EXTRACTED}, {_OCCUPANCY}, COALESCE(type_id, -procedure_id, 0)"
    " FROM json_each(:rows) AS part, entry WHERE entry.id = :entry ORDER BY part.key"
)
_RELEASE = (
    update(allocation)
    .where(allocation.c.entry_id == bindparam("entry"), allocation.c.blocking)
    .values(blocking=bindparam("guarded"))
)
