"""Setting up a practice from its description: all or nothing, and as often as one likes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import Connection

from praxidesk.engine.actors import Actor
from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import AppointmentType, Procedure
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import DEFAULT_POLICY, Practice, Site
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.engine.walltime import UnknownZone, Zone
from praxidesk.exchange.practice_file import PracticeFile
from praxidesk.models import queries, writes
from praxidesk.models.patient_records import patients_by_number
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.holidays_calendar import UnknownRegion, require_region

Row = TypeVar("Row", Actor, AppointmentType, Procedure, Patient)


class SetupRefused(Exception):
    """The description contradicts the practice that is stored; nothing was changed."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons
        """Each names the row by its code."""


class Fate(StrEnum):
    """What became of a row."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SetupLine:
    """One row of the description."""

    what: str
    """As the file calls its tables: ``site``, ``practitioner`` … ``patient``; or ``policy``."""
    code: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class SetupReport:
    """All rows, in the order of the tables and of the file."""

    lines: tuple[SetupLine, ...]

    @property
    def changed(self) -> tuple[SetupLine, ...]:
        """Those that are not as they were."""
        return tuple(line for line in self.lines if line.fate is not Fate.UNCHANGED)

    def count(self, fate: Fate) -> int:
        """How many rows met this fate."""
        return sum(line.fate is fate for line in self.lines)


def apply(store: Store, file: PracticeFile) -> SetupReport:
    """Create or update the practice as the file describes it.

    Rows that exist are replaced whole, rows that the file leaves out stay.

    :raises SetupRefused: nothing was changed
    :raises StoreUnavailable: nothing was changed
    """
    with store.write() as connection:
        stored = _stored(connection)
        if stored is not None:
            # In the order of all who book, before any row is replaced in the order of the file.
            writes.lock_actors(connection, stored.actors)
        require_consistent(stored, file)
        return SetupReport(tuple(_written(connection, stored, file)))


def require_consistent(stored: Practice | None, file: PracticeFile) -> None:
    """Raise ``SetupRefused`` where the description cannot stand beside what is stored."""
    reasons = tuple(_contradictions(stored, file))
    if reasons:
        raise SetupRefused(reasons)


def _stored(connection: Connection) -> Practice | None:
    try:
        return queries.practice(connection)
    except StoreUnavailable as fault:
        if fault.fault is StoreFault.EMPTY:
            return None
        raise


def _contradictions(stored: Practice | None, file: PracticeFile) -> Iterator[str]:
    if file.site is None:
        if stored is None:
            yield "[site] is missing, and there is no practice yet"
    else:
        if stored is not None and file.site.code != stored.site.code:
            yield f"site {file.site.code!r}: the store is that of {stored.site.code!r}"
        yield from _unknown_places(file.site)
    before = {} if stored is None else {actor.code: actor for actor in stored.actors.values()}
    for actor in file.actors:
        known = before.get(actor.code, actor)
        if known.kind is not actor.kind:
            yield f"{actor.kind} {actor.code!r} is stored as a {known.kind}, and stays one"
    actors = before | {actor.code: actor for actor in file.actors}
    services: tuple[AppointmentType | Procedure, ...] = (*file.types, *file.procedures)
    for service in services:
        for need in service.need:
            for code in need.any_of or ():
                named = actors.get(code)
                if named is None:
                    yield f"{_table(service)} {service.code!r}: nobody has the code {code!r}"
                elif named.kind is not need.role.actor_kind:
                    yield (
                        f"{_table(service)} {service.code!r}: {code!r} is a {named.kind}"
                        f" and cannot be {need.role}"
                    )


def _unknown_places(site: Site) -> Iterator[str]:
    try:
        Zone(site.timezone)
    except UnknownZone:
        yield f"site {site.code!r}: timezone {site.timezone!r} is unknown"
    try:
        require_region(site.holidays)
    except UnknownRegion as error:
        yield f"site {site.code!r}: holidays: {error}"


def _written(connection: Connection, stored: Practice | None, file: PracticeFile) -> Iterator[SetupLine]:
    """Write whatever differs; actors before the types and procedures that may name them."""
    if file.site is not None:
        fate = _fate(None if stored is None else stored.site, file.site)
        if fate is not Fate.UNCHANGED:
            writes.save_site(connection, file.site)
        yield SetupLine("site", file.site.code, fate)
    if file.policy:
        yield from _written_policy(connection, stored, file.policy)
    actors = {} if stored is None else {each.code: each for each in stored.actors.values()}
    types = {} if stored is None else {each.code: each for each in stored.types.values()}
    procedures = {} if stored is None else {each.code: each for each in stored.procedures.values()}
    patients = {
        each.number: each for each in patients_by_number(connection, [each.number for each in file.patients])
    }
    yield from _written_rows(connection, actors, file.actors, writes.save_actor)
    yield from _written_rows(connection, types, file.types, writes.save_type)
    yield from _written_rows(connection, procedures, file.procedures, writes.save_procedure)
    yield from _written_rows(connection, patients, file.patients, writes.save_patient)


def _written_rows(
    connection: Connection,
    stored: Mapping[str, Row],
    rows: tuple[Row, ...],
    save: Callable[[Connection, Row], object],
) -> Iterator[SetupLine]:
    for row in rows:
        code = row.number if isinstance(row, Patient) else row.code
        fate = _fate(stored.get(code), row)
        if fate is not Fate.UNCHANGED:
            save(connection, row)
        yield SetupLine(_table(row), code, fate)


def _written_policy(
    connection: Connection, stored: Practice | None, policy: Mapping[ConflictKind, Severity]
) -> Iterator[SetupLine]:
    before = dict(DEFAULT_POLICY if stored is None else stored.policy)
    after = before | dict(policy)
    if after != before:
        writes.save_policy(connection, after)
    for kind in ConflictKind:
        if kind in policy:
            yield SetupLine("policy", kind, _fate(before[kind], policy[kind]))


def _fate(before: object, after: object) -> Fate:
    if before is None:
        return Fate.CREATED
    return Fate.UNCHANGED if before == after else Fate.CHANGED


def _table(row: Actor | AppointmentType | Procedure | Patient) -> str:
    match row:
        case Actor():
            return row.kind.value
        case AppointmentType():
            return "appointment_type"
        case Procedure():
            return "procedure"
        case Patient():
            return "patient"
