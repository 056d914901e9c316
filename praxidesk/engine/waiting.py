"""Somebody who waits for a better time, since when, and who comes in a place that became free."""

from collections.abc import Iterable
from dataclasses import dataclass

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.vocabulary import ActorId, ActorKind, Role


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry on the waiting list."""

    entry: Entry
    """Its time and people are what is wished for."""
    since: int
    """Instant at which it came onto the list."""


def who_fits(waiting: Iterable[Waiting], freed: Entry) -> tuple[Waiting, ...]:
    """Those who wait for somebody who has time again, and for no longer than that; in their order."""
    return tuple(each for each in waiting if each.entry.id != freed.id and _parts_for(each, freed))


def place_for(waiting: Waiting, freed: Entry) -> tuple[ActorId, int]:
    """With whom, and from when, of one of those who fit."""
    part = _parts_for(waiting, freed)[0]
    return part.actor, part.starts_at


def _parts_for(waiting: Waiting, freed: Entry) -> list[Allocation]:
    """The parts of what became free in which it would come in."""
    wanted = {each.actor: _length(each) for each in _people(waiting.entry)}
    return [each for each in _people(freed) if each.actor in wanted and wanted[each.actor] <= _length(each)]


def _people(entry: Entry) -> list[Allocation]:
    return [
        each
        for each in entry.allocations
        if each.role is not Role.PATIENT and each.role.actor_kind is ActorKind.PRACTITIONER
    ]


def _length(part: Allocation) -> int:
    return part.ends_at - part.starts_at
