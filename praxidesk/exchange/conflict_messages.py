"""What speaks against a request, as one plain English sentence for logs, scripts and their authors."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.texts import printable


@dataclass(frozen=True, slots=True)
class Names:
    """What actors are called outside."""

    practice: Practice
    zone: Zone
    patients: Mapping[ActorId, str]
    """Numbers of the patients on the entries that an answer names."""
    wanted_patient: str | None = None
    """Number of the request's patient, the only other one that anything can speak of."""
    keys: Mapping[EntryId, str] = field(default_factory=dict)
    """What those who booked other entries call them, where that is to be said."""

    def code(self, actor: ActorId | None) -> str | None:
        """The code, of a patient the number; ``None`` where nobody is meant, or nobody known."""
        if actor is None:
            return None
        known = self.practice.actors.get(actor)
        return known.code if known is not None else self.patients.get(actor, self.wanted_patient)


_SENTENCES = {
    ConflictKind.PRACTITIONER_BUSY: "{who} is taken by entry {entry} {when}",
    ConflictKind.ROOM_BUSY: "{who} is taken by entry {entry} {when}",
    ConflictKind.DEVICE_BUSY: "{who} is taken by entry {entry} {when}",
    ConflictKind.PATIENT_BUSY: "{who} has entry {entry} {when}",
    ConflictKind.PRACTICE_CLOSED: "the practice is closed {when}",
    ConflictKind.OUTSIDE_HOURS: "{who} has no hours {when}",
    ConflictKind.ON_BREAK: "{who} has a break {when}",
    ConflictKind.ABSENT: "{who} is away {when}",
    ConflictKind.BLOCKOUT: "{who} is blocked by entry {entry} {when}",
    ConflictKind.NOT_QUALIFIED: "{who} cannot do this {role}{when}",
    ConflictKind.INACTIVE: "{who} is not active any more, but wanted {when}",
    ConflictKind.STALE_VERSION: "entry {entry} has changed since; it now stands {when}",
    ConflictKind.IN_THE_PAST: "it would lie in the past {when}",
    ConflictKind.NEED_UNMET: "nobody that fits takes part {role}{when}",
    ConflictKind.POSSIBLE_DUPLICATE: "a patient of this name is known already",
    ConflictKind.RESERVED: "{who} is reserved for others {when}",
    ConflictKind.EQUIPMENT_MISSING: "{who} lacks equipment that this needs {when}",
    ConflictKind.OUT_OF_SERVICE: "{who} is out of service, its inspection being due, {when}",
    ConflictKind.CAPACITY_FULL: "{who} has no place left {when}",
    ConflictKind.QUOTA_FULL: "{who} has as many of these as the practice allows {when}",
    ConflictKind.TOO_CLOSE: "{who} has another of these too near, entry {entry}, {when}",
    ConflictKind.TOO_MANY_AT_ONCE: "as many of these as the practice allows run already {when}",
    ConflictKind.NOTICE_TOO_SHORT: "this must be booked earlier before it starts {when}",
    ConflictKind.TOO_FAR_AHEAD: "this cannot be booked so far ahead {when}",
    ConflictKind.STATUS_NOT_ALLOWED: "entry {entry} cannot go from its status to this one",
    ConflictKind.TENTATIVE: "{who} may be taken by entry {entry} {when}",
}


def message(conflict: Conflict, names: Names) -> str:
    """One sentence, with the code of whom it is about and local times."""
    if conflict.kind is ConflictKind.GAP_TOO_SHORT:
        return _gap(conflict, names)
    if conflict.kind is ConflictKind.TRAVEL_TOO_SHORT:
        return f"{_gap(conflict, names)} for the way"
    if conflict.kind is ConflictKind.NO_HOURS:
        return (
            "the practice has no hours" if conflict.actor is None else f"{_who(conflict, names)} has no hours"
        )
    return _SENTENCES[conflict.kind].format(
        who=_who(conflict, names),
        entry=_entry(conflict, names),
        role=f"as {conflict.role} " if conflict.role is not None else "",
        when=_when(conflict.span, names.zone),
    )


def _gap(conflict: Conflict, names: Names) -> str:
    minutes = (conflict.span.end - conflict.span.start) // MINUTE
    what = "no time" if not minutes else "only 1 minute" if minutes == 1 else f"only {minutes} minutes"
    return f"{_who(conflict, names)} has {what} between this and entry {_entry(conflict, names)}"


def _entry(conflict: Conflict, names: Names) -> str:
    key = None if conflict.entry is None else names.keys.get(conflict.entry)
    return f"{conflict.entry}" if key is None else f"{conflict.entry} ({printable(key)})"


def _who(conflict: Conflict, names: Names) -> str:
    if conflict.actor is None:
        return "the practice"
    actor = names.practice.actors.get(conflict.actor)
    if actor is not None:
        return f"{actor.name} ({actor.code})"
    number = names.code(conflict.actor)
    return "the patient" if number is None else f"the patient {number}"


def _when(span: Span, zone: Zone) -> str:
    start, end = zone.local(span.start), zone.local(span.end)
    if start.date() == end.date():
        return f"on {start:%Y-%m-%d} from {start:%H:%M} to {end:%H:%M}"
    return f"from {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}"
