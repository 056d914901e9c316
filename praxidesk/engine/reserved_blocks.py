"""The blocks of a practice's reservations: when each keeps an actor, for whom and for what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from praxidesk.engine.practice import Practice, Reservation
from praxidesk.engine.spans import Span, merged
from praxidesk.engine.vocabulary import ActorId, ServiceId, procedure_service, type_service
from praxidesk.engine.walltime import Zone
from praxidesk.engine.weekly import days, pattern


class Block(NamedTuple):
    """What a reservation keeps of one day; windows that touch are one block."""

    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A reservation with ids for its codes."""

    reservation: Reservation
    holders: frozenset[ActorId]
    services: frozenset[ServiceId]
    for_anybody: bool
    """Whoever takes part; else one of the holders must."""
    for_anything: bool
    """Whatever the entry is for; else one of the services."""

    def admits(self, service: ServiceId, people: frozenset[ActorId]) -> bool:
        """Whether an entry for a service with these people may be there."""
        return self.is_for(service) and (self.for_anybody or not self.holders.isdisjoint(people))

    def is_for(self, service: ServiceId) -> bool:
        """Whether it is kept for that service, by whomever."""
        return self.for_anything or service in self.services

    def blocks(self, zone: Zone, span: Span) -> Iterator[Block]:
        """Its blocks that share time with a span, each whole, in their order."""
        week = pattern(self.reservation.windows, ())
        for day in days(zone, span):
            windows = week.of(day)
            if not windows:
                continue
            spans = [day.span(window, zone) for window in windows]
            for block in spans if day.is_plain else merged(spans):
                if block.start < span.end and span.start < block.end:
                    yield Block(day.date, block)


def claims_on(practice: Practice, actor_id: ActorId) -> Iterator[Claim]:
    """The reservations of an actor, itself or as a place of its group."""
    actor = practice.actors.get(actor_id)
    if actor is None:  # a patient
        return
    for each in practice.reservations:
        if actor.code in each.actors or (actor.group and actor.group in each.actors):
            yield Claim(
                each,
                frozenset(practice.actor_ids[code] for code in each.holders if code in practice.actor_ids),
                frozenset(_services(practice, each.services)),
                for_anybody=not each.holders,
                for_anything=not each.services,
            )


def _services(practice: Practice, codes: Iterable[str]) -> Iterator[ServiceId]:
    """The services of these codes; where a type and a procedure share one, both."""
    for code in codes:
        if code in practice.type_ids:
            yield type_service(practice.type_ids[code])
        if code in practice.procedure_ids:
            yield procedure_service(practice.procedure_ids[code])
