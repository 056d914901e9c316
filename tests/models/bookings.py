"""Entries for the small practice, put in without any check but the database's own."""

from datetime import UTC, datetime

from praxidesk.engine.entries import Allocation
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import RequestKey
from praxidesk.engine.spans import HOUR, MINUTE, Span
from praxidesk.engine.vocabulary import EntryId, EntryKind, Role, Status
from praxidesk.models import queries, writes
from tests.small_practice import SmallPractice

NINE = int(datetime(2026, 11, 23, 8, tzinfo=UTC).timestamp())
"""A Monday, 09:00 in Berlin."""
DAY = 24 * HOUR
NOW = NINE - DAY


def appointment(
    practice: SmallPractice,
    starts_at: int = NINE,
    minutes: int = 10,
    *,
    people: str = "WEB R1 P-1001",
    status: Status = Status.BOOKED,
    blocking: bool = True,
) -> Proposal:
    """A check-up of whoever is named, by code or patient number."""
    ends_at = starts_at + minutes * MINUTE
    named = people.split()
    patient = next((practice.actors[each] for each in named if each.startswith("P-")), None)
    return Proposal(
        EntryKind.APPOINTMENT,
        status,
        starts_at,
        ends_at,
        practice.kontr,
        None,
        None,
        (),
        patient,
        tuple(
            Allocation(practice.actors[each], role_of(each), starts_at, ends_at, blocking) for each in named
        ),
    )


def operation(practice: SmallPractice, starts_at: int = NINE) -> Proposal:
    """A knee: the room for all of it, the surgeon for the middle, the patient until it is closed."""
    parts = [("WEB", Role.SURGEON, 20, 75), ("OP1", Role.ROOM, 0, 90), ("P-1001", Role.PATIENT, 0, 75)]
    return Proposal(
        EntryKind.OPERATION,
        Status.BOOKED,
        starts_at,
        starts_at + 90 * MINUTE,
        None,
        practice.knie,
        PhaseMinutes(20, 45, 10, 15),
        (),
        practice.actors["P-1001"],
        tuple(
            Allocation(practice.actors[code], role, starts_at + first * MINUTE, starts_at + last * MINUTE)
            for code, role, first, last in parts
        ),
    )


def role_of(code: str) -> Role:
    """What somebody is in an appointment."""
    if code.startswith("P-"):
        return Role.PATIENT
    return {"R1": Role.ROOM, "OP1": Role.ROOM, "CARM1": Role.DEVICE}.get(code, Role.PRACTITIONER)


def put(practice: SmallPractice, *proposals: Proposal, key: str | None = None, note: str = "") -> EntryId:
    """Store them, in one transaction; the last one's id."""
    with practice.store.write() as connection:
        for proposal in proposals:
            id_ = writes.insert_entry(
                connection,
                proposal,
                note=note,
                reason="",
                override_reason="",
                key=RequestKey(key, f"digest of {key}") if key else None,
                now=NOW,
            )
    return id_


def book(practice: SmallPractice, proposal: Proposal, *, patient: str, key: str) -> EntryId | None:
    """What the booking service does in the usual case; ``None`` where somebody is taken."""
    actors = [each.actor for each in proposal.allocations if each.actor != proposal.patient]
    with practice.store.write() as connection:
        writes.lock_actors(connection, actors, patient)
        facts = queries.surroundings(
            connection, actors, Span(*proposal.span), patient_number=patient, key=key
        )
        if facts.known is not None or facts.taken:
            return None
        return writes.insert_entry(
            connection,
            proposal,
            note="",
            reason="",
            override_reason="",
            key=RequestKey(key, "digest"),
            now=NOW,
        )
