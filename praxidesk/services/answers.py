"""Short answers that several verbs give."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict, FieldError, Invalid, Refused
from praxidesk.engine.vocabulary import ConflictKind, EntryId, Severity


def invalid(field: str, message: str) -> Invalid:
    """To a request with one field that cannot be."""
    return Invalid((FieldError(field, message),))


def unknown(entry: EntryId) -> Invalid:
    """Where there is no such entry."""
    return invalid("id", f"there is no entry {entry}")


def not_allowed(present: Entry) -> Refused:
    """To a status that cannot follow the present one, whatever the reason and the practice's policy."""
    conflict = Conflict(ConflictKind.STATUS_NOT_ALLOWED, Severity.BLOCKING, present.span, entry=present.id)
    return Refused((conflict,), others=(present,))


def stale(present: Entry) -> Refused:
    """To a request that knew an older version."""
    conflict = Conflict(ConflictKind.STALE_VERSION, Severity.BLOCKING, present.span, entry=present.id)
    return Refused((conflict,), current=present, others=(present,))
