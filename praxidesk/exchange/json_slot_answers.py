"""What a slot search found, as a JSON object; docs/integrators.md describes it."""

from praxidesk.engine.outcomes import (
    BlockedSpan,
    MovedEntry,
    OtherMember,
    Release,
    Slot,
    SlotsFound,
    WhyNotEarlier,
)
from praxidesk.exchange.json_participants import participant_objects
from praxidesk.exchange.names import Names
from praxidesk.exchange.slot_messages import blocker_message, reason_message, release_message, why_message

Json = dict[str, object]


def slots_answer(found: SlotsFound, names: Names) -> Json:
    """The slots; colleagues' and the explanation only where there are any."""
    values: Json = {
        "slots": [slot_object(slot, names) for slot in found.slots],
        "searched_to": found.searched_to.isoformat(),
    }
    if found.substitutes:
        values["substitutes"] = [slot_object(slot, names) for slot in found.substitutes]
    if found.why_not_earlier is not None:
        values["why_not_earlier"] = _why(found.why_not_earlier, names)
    return values


def slot_object(slot: Slot, names: Names) -> Json:
    """One slot, which can be booked as it is."""
    values: Json = {
        "start": names.zone.iso(slot.starts_at),
        "end": names.zone.iso(slot.ends_at),
        "participants": participant_objects(slot.participants, names),
    }
    if slot.reason is not None:
        values["reason"] = reason_message(slot.reason, names)
    if slot.instead_of:
        values["instead_of"] = {
            str(names.code(actor)): names.code(instead) for actor, instead in slot.instead_of
        }
    return values


def _why(why: WhyNotEarlier, names: Names) -> Json:
    return {
        "spans": [_span(each, names) for each in why.spans],
        "release": None if why.release is None else _release(why.release, names),
        "until": names.zone.iso(why.until),
        "message": why_message(why, names),
    }


def _span(span: BlockedSpan, names: Names) -> Json:
    return {
        "start": names.zone.iso(span.starts.start),
        "end": names.zone.iso(span.starts.end),
        "role": None if span.role is None else span.role.value,
        "need": span.need,
        "blockers": [
            {
                "actor": names.code(each.actor),
                "kind": each.kind.value,
                "entry": each.entry,
                "until": None if each.until is None else names.zone.iso(each.until),
                "message": blocker_message(each, names),
            }
            for each in span.blockers
        ],
    }


def _release(release: Release, names: Names) -> Json:
    change = release.change
    if isinstance(change, MovedEntry):
        values: Json = {
            "change": "move",
            "entry": change.entry,
            "actor": names.code(change.actor),
            "from": names.zone.iso(change.span.start),
            "to": names.zone.iso(change.moved_to),
        }
    else:
        values = {
            "change": "member" if isinstance(change, OtherMember) else "place",
            "actor": names.code(change.actor),
            "instead_of": names.code(change.instead_of),
        }
    return {
        **values,
        "start": names.zone.iso(release.starts_at),
        "slot": slot_object(release.slot, names),
        "message": release_message(release, names),
    }
