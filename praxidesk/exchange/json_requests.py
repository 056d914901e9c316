"""JSON lines to requests, as docs/integrators.md describes them; a key that is not known is a fault."""

from collections.abc import Mapping

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    KEEP,
    BookRequest,
    CancelRequest,
    MoveRequest,
    RequestKey,
    StatusRequest,
)
from praxidesk.engine.vocabulary import TENTATIVE, EntryKind, Status
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.json_fields import (
    KINDS,
    read_entry,
    read_key,
    read_minutes,
    read_note,
    read_override,
    read_participants,
    read_patient,
    read_phases,
    read_procedure,
    read_reason,
    read_start,
    read_type,
    read_version,
)
from praxidesk.exchange.json_line import parsed, read_whole
from praxidesk.exchange.json_series import read_on_clash, read_scope
from praxidesk.exchange.json_service import BESIDE_PROCEDURE, BESIDE_TYPE, read_service

__all__ = [
    "booking_of",
    "parse_cancel",
    "parse_move",
    "parse_status",
    "read_booking",
    "read_check",
    "read_first_status",
]

_STATUSES = words(status for status in Status if status is not Status.CANCELLED)
_FIRST_STATUSES = words(sorted(TENTATIVE | {Status.BOOKED}))
_MOVED = ("start", "minutes", "phases", "participants", "type", "procedure", "patient", "note", "reason")


def read_check(
    fields: Fields, practice: Practice, zone: Zone, values: Mapping[str, object]
) -> BookRequest | MoveRequest:
    """With ``id`` and a version or scope, or with less than a whole booking: would this move be free?

    A move's version is 0 where none is asked for. A key is allowed, so that a booking can be checked as
    it is, and ignored.
    """
    fields.raw("key")
    is_change = fields.has("version") or fields.has("scope") or not _is_whole(fields)
    if fields.has("id") and is_change:
        fields.choice("kind", KINDS)
        return _move(fields, practice, zone, key=None, version_required=False)
    return read_booking(fields, practice, zone, values, None)


def parse_move(line: str, practice: Practice, zone: Zone) -> MoveRequest | Invalid:
    """A change of an entry's time, people or text."""

    def read(fields: Fields, values: Mapping[str, object]) -> MoveRequest:
        key = read_key(fields, "move", values)
        return _move(fields, practice, zone, key=key, version_required=True)

    return parsed(line, read)


def parse_cancel(line: str, _practice: Practice, _zone: Zone) -> CancelRequest | Invalid:
    """Taking an entry out."""

    def read(fields: Fields, values: Mapping[str, object]) -> CancelRequest:
        return CancelRequest(
            entry=read_entry(fields),
            version=read_version(fields),
            reason=read_reason(fields),
            key=read_key(fields, "cancel", values),
            scope=read_scope(fields),
        )

    return parsed(line, read)


def parse_status(line: str, _practice: Practice, _zone: Zone) -> StatusRequest | Invalid:
    """Another status; never ``cancelled``, which takes a reason and its own verb."""

    def read(fields: Fields, values: Mapping[str, object]) -> StatusRequest:
        if fields.raw("status") == Status.CANCELLED:
            fields.fault("status", "an entry is cancelled by cancel, not by status")
            status: Status | None = Status.CANCELLED
        else:
            status = fields.choice("status", _STATUSES, required=True)
        return StatusRequest(
            entry=read_entry(fields),
            version=read_version(fields),
            status=status or Status.BOOKED,
            override_reason=read_override(fields),
            key=read_key(fields, "status", values),
        )

    return parsed(line, read)


def booking_of(values: Mapping[str, object], practice: Practice, zone: Zone) -> BookRequest | Invalid:
    """The booking of an object that came from elsewhere than a line, by the same rules."""
    return read_whole(values, lambda fields, _: read_booking(fields, practice, zone, values, "book"))


def read_booking(
    fields: Fields, practice: Practice, zone: Zone, values: Mapping[str, object], verb: str | None
) -> BookRequest:
    """A new entry.

    :param verb: what the key counts for; ``None`` for a check, which has no key but may have an id
    """
    service = read_service(fields, practice)
    is_blockout = service.kind is EntryKind.BLOCKOUT
    if is_blockout:
        fields.refuse("patient", "a blockout has no patient")
    else:
        fields.refuse("reason", "only a blockout has a reason; write a note instead")
    fill = fields.flag("fill")
    participants = read_participants(fields, practice, required=is_blockout or not fill)
    if is_blockout and fields.raw("participants") == []:
        fields.fault("participants", "a blockout needs somebody or something that it takes")
    entry = read_entry(fields) if verb is None and fields.has("id") else None
    return BookRequest(
        kind=service.kind,
        starts_at=read_start(fields, zone),
        participants=participants,
        type=service.type,
        procedure=service.procedure,
        patient=None if is_blockout else read_patient(fields),
        minutes=service.minutes,
        phases=service.phases,
        fill=fill,
        override_reason=read_override(fields),
        note=read_note(fields),
        reason=read_reason(fields, required=True) if is_blockout else "",
        status=read_first_status(fields),
        entry=entry,
        key=None if verb is None else read_key(fields, verb, values),
    )


def _move(
    fields: Fields, practice: Practice, zone: Zone, *, key: RequestKey | None, version_required: bool
) -> MoveRequest:
    """What is not named is kept."""
    has = {name: fields.has(name) for name in _MOVED}
    if has["type"] and has["procedure"]:
        fields.fault("procedure", BESIDE_TYPE)
    if has["procedure"]:
        fields.refuse("minutes", BESIDE_PROCEDURE)
    minutes = read_minutes(fields) if has["minutes"] and not has["procedure"] else None
    return MoveRequest(
        entry=read_entry(fields),
        version=read_version(fields, required=version_required),
        starts_at=read_start(fields, zone) if has["start"] else KEEP,
        minutes=KEEP if minutes is None else minutes,
        phases=read_phases(fields) if has["phases"] else KEEP,
        participants=read_participants(fields, practice) if has["participants"] else KEEP,
        type=KEEP if not has["type"] else read_type(fields, practice) or KEEP,
        procedure=KEEP if not has["procedure"] else read_procedure(fields, practice) or KEEP,
        patient=read_patient(fields) if has["patient"] else KEEP,
        note=read_note(fields) if has["note"] else KEEP,
        reason=read_reason(fields) if has["reason"] else KEEP,
        fill=fields.flag("fill"),
        override_reason=read_override(fields),
        key=key,
        scope=read_scope(fields),
        on_clash=read_on_clash(fields),
    )


def read_first_status(fields: Fields) -> Status:
    """With which an entry comes into the calendar."""
    return fields.choice("status", _FIRST_STATUSES, Status.BOOKED) or Status.BOOKED


def _is_whole(fields: Fields) -> bool:
    """Whether a check says all that a booking must say, rather than only what a move changes."""
    what = fields.has("type") or fields.has("procedure") or fields.raw("kind") == EntryKind.BLOCKOUT
    who = fields.has("participants") or fields.raw("fill") is True
    return what and who and fields.has("start")
