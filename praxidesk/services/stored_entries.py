"""Proposals as the entries they become, without asking the store what was just written there."""

from collections import Counter
from dataclasses import replace

from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.vocabulary import ActorId, EntryId, Role, SeriesId
from praxidesk.models.series_writes import EntryRow


def as_stored(
    proposal: Proposal,
    *,
    id_: EntryId,
    version: int,
    patient: PatientOnEntry | None,
    note: str,
    reason: str,
    override_reason: str,
) -> Entry:
    """The entry that a proposal is once it is written."""
    return Entry(
        id=id_,
        version=version,
        kind=proposal.kind,
        status=proposal.status,
        starts_at=proposal.starts_at,
        ends_at=proposal.ends_at,
        type=proposal.type,
        procedure=proposal.procedure,
        phases=proposal.phases,
        patient=patient,
        note=note,
        reason=reason,
        override_reason=override_reason,
        allocations=proposal.allocations,
    )


def row_as_stored(
    row: EntryRow, id_: EntryId, patient: PatientOnEntry | None, series: SeriesId | None
) -> Entry:
    """The entry that one row of many is once it is written: a new one, or the next version of one."""
    entry = as_stored(
        row.proposal,
        id_=id_,
        version=row.version + 1,
        patient=patient,
        note=row.note,
        reason=row.reason,
        override_reason=row.override_reason,
    )
    return replace(entry, series=series, series_day=row.day)


def with_patient(proposal: Proposal, patient: ActorId) -> Proposal:
    """The proposal with the row that its patient has got meanwhile."""
    return replace(
        proposal,
        patient=patient,
        allocations=tuple(
            replace(each, actor=patient) if each.role is Role.PATIENT else each
            for each in proposal.allocations
        ),
    )


def occupies_the_same(proposal: Proposal, entry: Entry) -> bool:
    """Whether neither the time nor anybody's part in it differs."""
    return proposal.span == entry.span and _parts(proposal.allocations) == _parts(entry.allocations)


def _parts(allocations: tuple[Allocation, ...]) -> Counter[tuple[ActorId, Role, int, int]]:
    # Not the turnover: that of a room may have been changed since, which is no change of the entry. Nor which
    # place of a group it is, if it was not promised that one.
    return Counter((each.seat or each.actor, each.role, *each.part) for each in allocations)


def released(entry: Entry) -> Entry:
    """The entry with nobody guarded by the database any longer."""
    return replace(entry, allocations=tuple(replace(each, blocking=False) for each in entry.allocations))
