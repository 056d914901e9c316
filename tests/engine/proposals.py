"""What a request comes to, in short: who is taken from when to when, or which fields cannot be so."""

from dataclasses import replace
from typing import Any

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.vocabulary import (
    EntryId,
    EntryKind,
)
from tests.engine.diary import (
    KNEE,
    PATIENT,
    PRACTICE,
    TEAM,
    WEB,
    at,
    wall,
    who,
)

NAMES = {each: PRACTICE.actors[each].code for each in PRACTICE.actors} | {PATIENT: "patient"}
OPERATION = BookRequest(EntryKind.OPERATION, at("08:00"), TEAM, procedure=KNEE)
BLOCKOUT = BookRequest(EntryKind.BLOCKOUT, at("08:00"), who(WEB), minutes=60)


def parts(proposal: Proposal) -> list[str]:
    return [f"{NAMES[each.actor]} {wall(each.span)}" for each in proposal.allocations]


def fields(answer: Proposal | Invalid) -> list[str]:
    assert isinstance(answer, Invalid), answer
    return [each.field for each in answer.errors]


def stored(proposal: Proposal, **changes: Any) -> Entry:
    """What the store would make of a proposal."""
    patient = (
        PatientOnEntry(proposal.patient, "P-1", "Groß", "Jörg", None, "", "")
        if proposal.patient is not None
        else None
    )
    entry = Entry(
        EntryId(7), 1, proposal.kind, proposal.status, proposal.starts_at, proposal.ends_at, proposal.type,
        proposal.procedure, proposal.phases, patient, "", "", "", proposal.allocations,
    )  # fmt: skip
    return replace(entry, **changes)
