"""What speaks against a request, as one plain English sentence for logs, scripts and their authors."""

from collections.abc import Callable, Mapping

from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ConflictKind
from praxidesk.exchange import rule_messages
from praxidesk.exchange.names import Names

_SENTENCES = {
    ConflictKind.PRACTITIONER_BUSY: "{who} is taken by entry {entry} {when}",
    ConflictKind.ROOM_BUSY: "{who} is taken by entry {entry} {when}",
    ConflictKind.DEVICE_BUSY: "{who} is taken by entry {entry} {when}",
    ConflictKind.PRACTICE_CLOSED: "the practice is closed {when}",
    ConflictKind.OUTSIDE_HOURS: "{who} has no hours {when}",
    ConflictKind.ON_BREAK: "{who} has a break {when}",
    ConflictKind.ABSENT: "{who} is away {when}",
    ConflictKind.BLOCKOUT: "{who} is blocked by entry {entry} {when}",
    ConflictKind.NOT_QUALIFIED: "{who} cannot do this {role}{when}",
    ConflictKind.INACTIVE: "{who} {gone}, but wanted {when}",
    ConflictKind.STALE_VERSION: "entry {entry} has changed since; it now stands {when}",
    ConflictKind.IN_THE_PAST: "it would lie in the past {when}",
    ConflictKind.NEED_UNMET: "nobody that fits takes part {role}{when}",
    ConflictKind.POSSIBLE_DUPLICATE: "a patient of this name is known already",
    ConflictKind.TENTATIVE: "{who} may be taken by entry {entry} {when}",
}


def _no_hours(conflict: Conflict, names: Names) -> str:
    return f"{names.who(conflict.actor)} has no hours"


def _gap_too_short(conflict: Conflict, names: Names) -> str:
    return _gap(conflict, names, "")


def _travel_too_short(conflict: Conflict, names: Names) -> str:
    return _gap(conflict, names, "for the way ")


def _gap(conflict: Conflict, names: Names, purpose: str) -> str:
    minutes = (conflict.span.end - conflict.span.start) // MINUTE
    what = "no time" if not minutes else "only 1 minute" if minutes == 1 else f"only {minutes} minutes"
    who, entry = names.who(conflict.actor), names.entry(conflict.entry)
    return f"{who} has {what} {purpose}between this and entry {entry}"


def _patient_busy(conflict: Conflict, names: Names) -> str:
    who, when = names.who(conflict.actor), names.when(conflict.span)
    if conflict.entry is None:
        return f"{who} is taken by an entry that this login does not see {when}"
    return f"{who} has entry {names.entry(conflict.entry)} {when}"


_TELLERS: Mapping[ConflictKind, Callable[[Conflict, Names], str]] = {
    ConflictKind.NO_HOURS: _no_hours,
    ConflictKind.PATIENT_BUSY: _patient_busy,
    ConflictKind.GAP_TOO_SHORT: _gap_too_short,
    ConflictKind.TRAVEL_TOO_SHORT: _travel_too_short,
    ConflictKind.RESERVED: rule_messages.reserved,
    ConflictKind.EQUIPMENT_MISSING: rule_messages.equipment_missing,
    ConflictKind.OUT_OF_SERVICE: rule_messages.out_of_service,
    ConflictKind.CAPACITY_FULL: rule_messages.capacity_full,
    ConflictKind.QUOTA_FULL: rule_messages.quota_full,
    ConflictKind.TOO_CLOSE: rule_messages.too_close,
    ConflictKind.TOO_MANY_AT_ONCE: rule_messages.too_many_at_once,
    ConflictKind.NOTICE_TOO_SHORT: rule_messages.notice_too_short,
    ConflictKind.TOO_FAR_AHEAD: rule_messages.too_far_ahead,
    ConflictKind.STATUS_NOT_ALLOWED: rule_messages.status_not_allowed,
}


def message(conflict: Conflict, names: Names) -> str:
    """One sentence, with the code of whom it is about and local times."""
    teller = _TELLERS.get(conflict.kind)
    if teller is not None:
        return teller(conflict, names)
    return _SENTENCES[conflict.kind].format(
        who=names.who(conflict.actor),
        entry=names.entry(conflict.entry),
        role=f"as {conflict.role} " if conflict.role is not None else "",
        when=names.when(conflict.span),
        gone=names.why_gone(conflict.actor),
    )
