"""What a type, procedure or slot search needs: role, and by what the actor is chosen."""

import re
from collections.abc import Callable

from praxidesk.engine.offerings import Need
from praxidesk.engine.requests import SlotNeed
from praxidesk.engine.vocabulary import ActorKind, Phase, Role
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.texts import CODE_LENGTH, UnreadableError, checked_text, shown

PHASES = words(Phase)
_ROLES = words(role for role in Role if role is not Role.PATIENT)
_SELECTORS = ("specialty", "kind", "any", "all")
_BLANK = re.compile(r"\s")

CheckCode = Callable[[object, Role | None], str]
"""The code, if an actor or group of that code can play the role; raises ``UnreadableError`` otherwise."""


def read_need(fields: Fields, check_code: CheckCode, *, with_phases: bool) -> Need:
    """One need; ``with_phases`` where it belongs to an operation."""
    role = fields.choice("role", _ROLES, required=True)
    need = Need(
        role=role or Role.PRACTITIONER,
        specialty=_named(fields, "specialty", role, of_people=True),
        category=_named(fields, "kind", role, of_people=False),
        any_of=_codes(fields, "any", role, check_code),
        phases=_phases(fields, with_phases=with_phases),
        equipment=read_equipment(fields),
    )
    if role is not None and role.actor_kind is ActorKind.PRACTITIONER and need.equipment:
        fields.fault("equipment", f"a {role} has none; only rooms and devices have")
    named = [key for key in _SELECTORS if fields.has(key)]
    if len(named) > 1:
        fields.fault(named[1], f"cannot stand beside {named[0]}")
    return need


def read_equipment(fields: Fields) -> tuple[str, ...]:
    """The tags of what a room or device has, or must have; in whatever order they are written."""

    def tag(value: object) -> str:
        text = checked_text(value, CODE_LENGTH)
        if not text or _BLANK.search(text):
            raise UnreadableError(f"{shown(text)} is no word without blanks such as ecg")
        return text

    return tuple(sorted(fields.each("equipment", tag)))


def read_slot_need(fields: Fields, check_code: CheckCode, *, with_phases: bool) -> SlotNeed:
    """One need of a slot search, which may also name those who must all take part."""
    need = read_need(fields, check_code, with_phases=with_phases)
    slot_need = SlotNeed(need, _codes(fields, "all", need.role, check_code))
    fields.close()
    return slot_need


def _named(fields: Fields, key: str, role: Role | None, *, of_people: bool) -> str | None:
    if not fields.has(key):
        return None
    name = fields.text(key, required=True)
    if role is not None and (role.actor_kind is ActorKind.PRACTITIONER) is not of_people:
        fields.fault(key, f"a {role} is chosen by {'kind' if of_people else 'specialty'}, not by {key}")
    return name


def _codes(fields: Fields, key: str, role: Role | None, check_code: CheckCode) -> tuple[str, ...] | None:
    if not fields.has(key):
        return None
    return fields.each(key, lambda code: check_code(code, role), required=True)


def _phases(fields: Fields, *, with_phases: bool) -> tuple[Phase, ...]:
    if with_phases:
        return fields.choices("phases", PHASES, required=fields.has("phases"))
    fields.refuse("phases", "only a procedure has phases")
    return ()
