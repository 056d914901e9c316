"""A combination of the practice as the requests it becomes."""

from datetime import date, timedelta

from praxidesk.engine.offerings import Combination
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, PatientRef, SlotRequest
from praxidesk.engine.series_outcomes import CombinedSlot
from praxidesk.engine.series_requests import (
    CombinedPart,
    CombinedRequest,
    CombinedSlotPart,
    CombinedSlotRequest,
)
from praxidesk.engine.vocabulary import EntryKind, TypeId

NEAR_DAYS = 28
FOUND = 40
"""So many chains are looked at to offer some that begin apart."""
APART_SECONDS = 30 * 60


def types_of(practice: Practice, combination: Combination) -> tuple[TypeId, ...]:
    """The types of its parts, in their order; none where one of them is not offered any more."""
    ids = {each.code: id_ for id_, each in practice.types.items()}
    if any(part.type not in ids for part in combination.parts):
        return ()
    return tuple(ids[part.type] for part in combination.parts)


def combination_title(practice: Practice, combination: Combination) -> str:
    """``Labor + EKG + Arzt``: what it consists of."""
    return " + ".join(practice.types[each].name for each in types_of(practice, combination))


def chain_search(
    practice: Practice, combination: Combination, first_day: date, patient: PatientRef | None
) -> CombinedSlotRequest:
    """When could all of it be, from a day on?"""
    parts = tuple(
        CombinedSlotPart(type_, least_gap=part.least_gap, longest_gap=part.longest_gap)
        for type_, part in zip(types_of(practice, combination), combination.parts, strict=True)
    )
    search = SlotRequest(
        EntryKind.APPOINTMENT,
        first_day,
        first_day + timedelta(days=NEAR_DAYS),
        patient=patient,
        limit=FOUND,
    )
    return CombinedSlotRequest(search, parts)


def apart(chains: tuple[CombinedSlot, ...], most: int) -> tuple[CombinedSlot, ...]:
    """The first, and those that begin well after the one before."""
    found: list[CombinedSlot] = []
    for each in chains:
        if not found or each.span.start - found[-1].span.start >= APART_SECONDS:
            found.append(each)
    return tuple(found[:most])


def chain_booking(
    practice: Practice, combination: Combination, chain: CombinedSlot, patient: PatientRef, note: str
) -> CombinedRequest:
    """Exactly this chain, with exactly these people."""
    parts = []
    for index, (type_, part, slot) in enumerate(
        zip(types_of(practice, combination), combination.parts, chain.parts, strict=True)
    ):
        booking = BookRequest(EntryKind.APPOINTMENT, slot.starts_at, slot.participants, type=type_)
        parts.append(CombinedPart(booking, part.least_gap, part.longest_gap, is_fixed=index > 0))
    return CombinedRequest(chain.span.start, tuple(parts), patient, note)
