"""The codes that a row of a practice file may name: those of the file itself, and those already stored."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.vocabulary import ActorKind, Role
from praxidesk.exchange.texts import CODE_LENGTH, UnreadableError, checked_text, shown


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Practitioners, rooms, devices and groups by code; what the file says of one counts."""

    actors: Mapping[str, Actor]
    groups: Mapping[str, Group]

    def for_role(self, value: object, role: Role | None) -> str:
        """The code of an actor or group that can take the role."""
        code = checked_text(value, CODE_LENGTH)
        group = self.groups.get(code)
        if group is None:
            kind, what = self._actor(code, "practitioner, room, device or group").kind, ""
        else:
            kind, what = group.kind, "group of "
            if all(actor.group != code for actor in self.actors.values()):
                raise UnreadableError(f"{shown(code)} is a group without places: no {kind} is in it")
        if role is not None and kind is not role.actor_kind:
            noun = f"{what}{kind}s" if what else kind
            raise UnreadableError(f"{shown(code)} is a {noun} and cannot be {role}")
        return code

    def reservable(self, value: object) -> str:
        """The code of somebody or something whose hours can be kept for others; of a group all its places."""
        code = checked_text(value, CODE_LENGTH)
        return code if code in self.groups else self._actor(code, "practitioner, room, device or group").code

    def practitioner(self, value: object) -> str:
        """The code of a practitioner."""
        code = checked_text(value, CODE_LENGTH)
        if code in self.groups:
            raise UnreadableError(f"{shown(code)} is a group, not a practitioner")
        actor = self._actor(code, "practitioner")
        if actor.kind is not ActorKind.PRACTITIONER:
            raise UnreadableError(f"{shown(code)} is a {actor.kind}, not a practitioner")
        return code

    def _actor(self, code: str, wanted: str) -> Actor:
        actor = self.actors.get(code)
        if actor is None:
            raise UnreadableError(f"{shown(code)} is no code of a {wanted}")
        return actor


@dataclass(frozen=True, slots=True)
class KnownSites:
    """Codes of the practice's own site and its branches."""

    codes: Collection[str]

    def site(self, value: object) -> str:
        """The code of a site."""
        code = checked_text(value, CODE_LENGTH)
        if code not in self.codes:
            raise UnreadableError(f"{shown(code)} is no code of the site or a branch")
        return code


@dataclass(frozen=True, slots=True)
class KnownServices:
    """Codes of appointment types and procedures."""

    types: Collection[str]
    procedures: Collection[str]

    def service(self, value: object) -> str:
        """The code of a type or procedure; where both have it, both are meant."""
        code = checked_text(value, CODE_LENGTH)
        if code not in self.types and code not in self.procedures:
            raise UnreadableError(f"{shown(code)} is no code of an appointment type or procedure")
        return code

    def type(self, value: object) -> str:
        """The code of a type."""
        code = checked_text(value, CODE_LENGTH)
        if code not in self.types:
            raise UnreadableError(f"{shown(code)} is no code of an appointment type")
        return code
