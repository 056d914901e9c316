"""What actors, entries and times are called in sentences and answers for scripts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, ServiceId, Status
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.texts import printable


@dataclass(frozen=True, slots=True)
class Names:
    """What everybody and everything that one answer speaks of is called outside."""

    practice: Practice
    zone: Zone
    patients: Mapping[ActorId, str]
    """Numbers of the patients on the entries that an answer names."""
    wanted_patient: str | None = None
    """Number of the request's patient, the only other one that anything can speak of."""
    keys: Mapping[EntryId, str] = field(default_factory=dict)
    """What those who booked other entries call them, where that is to be said."""
    statuses: Mapping[EntryId, Status] = field(default_factory=dict)
    """Of the entries that an answer names."""
    wanted_status: Status | None = None
    """What the request would make of its entry."""

    def code(self, actor: ActorId | None) -> str | None:
        """The code, of a patient the number; ``None`` where nobody is meant, or nobody known."""
        if actor is None:
            return None
        known = self.practice.actor_or_group(actor)
        return known.code if known is not None else self.patients.get(actor, self.wanted_patient)

    def who(self, actor: ActorId | None) -> str:
        """Name and code; of a patient the number alone."""
        if actor is None:
            return "the practice"
        known = self.practice.actor_or_group(actor)
        if known is not None:
            return f"{known.name} ({known.code})"
        number = self.code(actor)
        return "the patient" if number is None else f"the patient {number}"

    def why_gone(self, actor: ActorId | None) -> str:
        """Why somebody who is known takes no part any more."""
        known = self.practice.actors.get(actor) if actor is not None else None
        is_elsewhere = known is not None and known.is_elsewhere
        return "is only at another site" if is_elsewhere else "is not active any more"

    def entry(self, entry: EntryId | None) -> str:
        """The number of another entry, with the key it was booked under."""
        key = None if entry is None else self.keys.get(entry)
        return f"{entry}" if key is None else f"{entry} ({printable(key)})"

    def service(self, service: ServiceId | None) -> str:
        """The name of a type or procedure."""
        known = None if service is None else self.practice.service_of(service)
        return "this" if known is None else known.name

    def when(self, span: Span) -> str:
        """Local times, with the date once where there is one."""
        start, end = self.zone.local(span.start), self.zone.local(span.end)
        if start.date() == end.date():
            return f"on {start:%Y-%m-%d} from {start:%H:%M} to {end:%H:%M}"
        return f"from {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}"

    def start(self, span: Span) -> str:
        """Date and local time at which a span begins."""
        return f"{self.zone.local(span.start):%Y-%m-%d at %H:%M}"

    def day(self, span: Span) -> str:
        """Date on which a span begins."""
        return f"{self.zone.local(span.start):%Y-%m-%d}"
