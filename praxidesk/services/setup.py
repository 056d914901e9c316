"""Setting up a practice from its description: all or nothing, and as often as one likes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from praxidesk.engine.actors import Actor
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.setup_outcomes import Fate, SetupLine, SetupReport
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.exchange.practice_file import PracticeFile
from praxidesk.models import queries, writes
from praxidesk.models.patient_records import patients_by_number
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.setup_contradictions import contradictions
from praxidesk.services.setup_tables import SetupRow, code_of, table_of


class SetupRefused(Exception):
    """The description contradicts the practice that is stored; nothing was changed."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons
        """Each names the row by its code."""


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
        return SetupReport(tuple(written(connection, stored, file)))


def rehearse(store: Store, file: PracticeFile) -> SetupReport:
    """What ``apply`` would do, with nothing left of it.

    :raises SetupRefused: where it would be refused
    :raises StoreUnavailable: where the store does not answer
    """
    with store.write() as connection:
        try:
            stored = _stored(connection)
            require_consistent(stored, file)
            return SetupReport(tuple(written(connection, stored, file)))
        finally:
            connection.rollback()


def all_new(file: PracticeFile) -> SetupReport:
    """What setting up a practice where there is none would do.

    :raises SetupRefused: where the description is of no whole practice
    """
    require_consistent(None, file)
    lines: list[SetupLine] = []
    if file.site is not None:
        lines.append(SetupLine("site", file.site.code, Fate.CREATED))
    for kind in ConflictKind:
        if kind in file.policy:
            lines.append(SetupLine("policy", kind, _fate(DEFAULT_POLICY[kind], file.policy[kind])))
    for _, rows in _savings(file):
        lines += (SetupLine(table_of(row), code_of(row), Fate.CREATED) for row in rows)
    return SetupReport(tuple(lines))


def require_consistent(stored: Practice | None, file: PracticeFile) -> None:
    """Raise ``SetupRefused`` where the description cannot stand beside what is stored."""
    reasons = tuple(contradictions(stored, file))
    if reasons:
        raise SetupRefused(reasons)


def _stored(connection: Connection) -> Practice | None:
    try:
        return queries.practice(connection)
    except StoreUnavailable as fault:
        if fault.fault is StoreFault.EMPTY:
            return None
        raise


def written(connection: Connection, stored: Practice | None, file: PracticeFile) -> Iterator[SetupLine]:
    """Write whatever differs; each before those that may name it."""
    if file.site is not None:
        fate = _fate(None if stored is None else stored.site, file.site)
        if fate is not Fate.UNCHANGED:
            writes.save_site(connection, file.site)
        yield SetupLine("site", file.site.code, fate)
    if file.policy:
        yield from _written_policy(connection, stored, file.policy)
    patients = patients_by_number(connection, [each.number for each in file.patients])
    before = {(table_of(row), code_of(row)): row for row in (*_rows(stored), *patients)}
    for save, rows in _savings(file):
        for row in rows:
            known = before.get((table_of(row), code_of(row)))
            fate = _fate(known, row)
            if isinstance(row, Actor) and isinstance(known, Actor) and _is_only_away(known, row):
                writes.save_actor_absences(connection, row)
            elif fate is not Fate.UNCHANGED:
                save(connection, row)
            yield SetupLine(table_of(row), code_of(row), fate)


def _is_only_away(known: Actor, row: Actor) -> bool:
    """Whether somebody's absences are all that has changed: reception may enter those, and nothing else."""
    absences = row.availability.absences
    only = replace(known, availability=replace(known.availability, absences=absences))
    return only == row and known.availability.absences != absences


def _rows(practice: Practice | None) -> Iterator[SetupRow]:
    """Everything stored that has a code, but patients."""
    if practice is not None:
        yield from practice.branches
        yield from practice.groups.values()
        yield from practice.actors.values()
        yield from practice.types.values()
        yield from practice.procedures.values()
        yield from practice.reservations
        yield from practice.combinations


def _savings(file: PracticeFile) -> list[tuple[Callable[[Connection, Any], object], Sequence[SetupRow]]]:
    return [
        (writes.save_branch, file.branches),
        (writes.save_group, file.groups),
        (writes.save_actor, file.actors),
        (writes.save_type, file.types),
        (writes.save_procedure, file.procedures),
        (writes.save_reservation, file.reservations),
        (writes.save_combination, file.combinations),
        (writes.save_patient, file.patients),
    ]


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
