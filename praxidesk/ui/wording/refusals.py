"""A refusal as the sentences and choices a person needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Invalid, Refused, Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    ChangeRequest,
    MilestoneRequest,
    MoveRequest,
    StatusRequest,
)
from praxidesk.engine.vocabulary import ConflictKind, Role
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.conflict_wording import ConflictWording

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a refusal sheet shows."""

    title: str
    sentences: tuple[str, ...]
    """What forbids it, then what stays as it was."""
    warnings: tuple[str, ...]
    alternatives: tuple[Slot, ...]
    can_override: bool
    seeks_slots: bool
    """Another time would help."""
    wished: date | None = None
    """The day it was to be on, where it was about a day."""
    about: str = ""
    """What it is and how long: ``45 min OP-Vorbereitung``."""
    names: tuple[str, ...] = ()
    """Of those whom the sentences are about."""


def is_stale(refused: Refused) -> bool:
    """Whether somebody else was faster with the same entry."""
    return any(each.kind is ConflictKind.STALE_VERSION for each in refused.conflicts)


def _is_out_of_order(refused: Refused) -> bool:
    """Whether the status cannot follow: no reason outweighs that."""
    return any(each.kind is ConflictKind.STATUS_NOT_ALLOWED for each in refused.conflicts)


def refusal(
    practice: Practice, zone: Zone, request: ChangeRequest, refused: Refused, entry: Entry | None
) -> Refusal:
    """Word a refusal; ``entry`` is what the request wanted to change, as it still is."""
    wording = ConflictWording(practice, zone, refused.others)
    sentences = wording.blocking(refused.conflicts)
    if entry is not None:
        sentences.append(_unchanged(practice, zone, entry))
    seeks = isinstance(request, BookRequest | MoveRequest)
    return Refusal(
        title=refused_title(request),
        sentences=tuple(sentences),
        warnings=tuple(wording.warnings(refused.conflicts)),
        alternatives=elsewhere(refused, entry) if seeks else (),
        can_override=not isinstance(request, CancelRequest) and not _is_out_of_order(refused),
        seeks_slots=seeks,
        wished=_wished(zone, request, entry),
        about=_about(practice, entry),
        names=tuple(words.entry_name(practice, each) for each in refused.others),
    )


def _about(practice: Practice, entry: Entry | None) -> str:
    if entry is None:
        return ""
    return translate("refusals", "{minutes} min {what}").format(
        minutes=(entry.ends_at - entry.starts_at) // 60, what=words.service_name(practice, entry)
    )


def _wished(zone: Zone, request: ChangeRequest, entry: Entry | None) -> date | None:
    starts_at = entry.starts_at if entry is not None else None
    if isinstance(request, BookRequest | MoveRequest) and isinstance(request.starts_at, int):
        starts_at = request.starts_at
    return None if starts_at is None else zone.day_of(starts_at)


def elsewhere(refused: Refused, entry: Entry | None) -> tuple[Slot, ...]:
    """The alternatives, those first that are apart: 09:05, 09:10 and 09:15 are one choice, not three.

    Without the entry's own place, for staying there is what giving up does.
    """
    found = dict.fromkeys((*refused.apart, *refused.alternatives))
    others = (each for each in found if entry is None or not _is_at(each, entry))
    return tuple(islice(others, len(refused.alternatives)))


def _is_at(slot: Slot, entry: Entry) -> bool:
    people = {each.actor for each in entry.allocations if each.role is not Role.PATIENT}
    there = {each.actor for each in slot.participants}
    return (slot.starts_at, slot.ends_at) == entry.span and there == people


def refused_title(request: ChangeRequest) -> str:
    """What did not happen."""
    match request:
        case BookRequest():
            return translate("refusals", "Not booked")
        case MoveRequest(starts_at=int()):
            return translate("refusals", "Not moved")
        case MoveRequest():
            return translate("refusals", "Not changed")
        case CancelRequest():
            return translate("refusals", "Not cancelled")
        case StatusRequest():
            return translate("refusals", "Status not set")
        case MilestoneRequest():
            return translate("refusals", "Time not recorded")


def invalid_text(request: ChangeRequest, invalid: Invalid) -> str:
    """Nothing a person at the desk should meet, but never silent."""
    what = "; ".join(f"{each.field}: {each.message}" for each in invalid.errors)
    return f"{refused_title(request)}. {what}"


def refused_text(
    practice: Practice, zone: Zone, request: ChangeRequest, refused: Refused, entry: Entry | None = None
) -> str:
    """A refusal in one line, for a toast; ``entry`` is whose it is."""
    sentences: Iterable[str] = ConflictWording(practice, zone, refused.others).blocking(refused.conflicts)
    title = refused_title(request)
    if entry is not None:
        name = words.entry_name(practice, entry)
        title = translate("refusals", "{title}: {name}").format(title=title, name=name)
    return " ".join([f"{title}.", *sentences])


def _unchanged(practice: Practice, zone: Zone, entry: Entry) -> str:
    return translate("refusals", "{name} stays at {time}.").format(
        name=words.entry_name(practice, entry), time=dates.clock(zone, entry.starts_at)
    )
