"""Changes of a practice before they are saved: each row as it was and as it shall be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.bulk import Breach
from praxidesk.engine.offerings import AppointmentType, Combination, Procedure
from praxidesk.engine.outcomes import FieldError
from praxidesk.engine.practice import Branch, Practice, Reservation, Site
from praxidesk.engine.vocabulary import ActorId, ActorKind, ConflictKind, ProcedureId, Severity, TypeId

PracticeRow = Site | Branch | Group | Actor | AppointmentType | Procedure | Reservation | Combination
"""Whatever a practice is made of, but its policy: each has a code."""


class Section(StrEnum):
    """The kinds of row, by the names of their tables in a practice file."""

    SITE = "site"
    BRANCH = "branch"
    GROUP = "group"
    PRACTITIONER = "practitioner"
    ROOM = "room"
    DEVICE = "device"
    APPOINTMENT_TYPE = "appointment_type"
    PROCEDURE = "procedure"
    RESERVATION = "reservation"
    COMBINATION = "combination"


_SECTIONS: Mapping[type, Section] = {
    Site: Section.SITE,
    Branch: Section.BRANCH,
    Group: Section.GROUP,
    AppointmentType: Section.APPOINTMENT_TYPE,
    Procedure: Section.PROCEDURE,
    Reservation: Section.RESERVATION,
    Combination: Section.COMBINATION,
}
_SECTION_OF_KIND: Mapping[ActorKind, Section] = {
    ActorKind.PRACTITIONER: Section.PRACTITIONER,
    ActorKind.ROOM: Section.ROOM,
    ActorKind.DEVICE: Section.DEVICE,
}


def section_of(row: PracticeRow) -> Section:
    """Where a row stands."""
    return _SECTION_OF_KIND[row.kind] if isinstance(row, Actor) else _SECTIONS[type(row)]


def rows_of(practice: Practice) -> dict[Section, tuple[PracticeRow, ...]]:
    """All rows of a practice, as they are stored."""
    found: dict[Section, list[PracticeRow]] = {section: [] for section in Section}
    rows: Iterator[PracticeRow] = _all_rows(practice)
    for row in rows:
        found[section_of(row)].append(row)
    return {section: tuple(rows) for section, rows in found.items()}


def _all_rows(practice: Practice) -> Iterator[PracticeRow]:
    yield practice.site
    yield from practice.branches
    yield from practice.groups.values()
    yield from practice.actors.values()
    yield from practice.types.values()
    yield from practice.procedures.values()
    yield from practice.reservations
    yield from practice.combinations


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of a draft."""

    before: PracticeRow | None
    """As somebody saw it when they began; ``None`` for a new one."""
    after: PracticeRow

    @property
    def section(self) -> Section:
        """Where it stands."""
        return section_of(self.after)


@dataclass(frozen=True, slots=True)
class PracticeDraft:
    """What shall be saved together, all of it or nothing."""

    rows: tuple[RowChange, ...] = ()
    policy_before: Mapping[ConflictKind, Severity] = field(default_factory=dict)
    """Of the kinds in ``policy``, as somebody saw them."""
    policy: Mapping[ConflictKind, Severity] = field(default_factory=dict)
    """Only the kinds that change."""

    def __bool__(self) -> bool:
        """Whether anything shall change."""
        return bool(self.rows or self.policy)


@dataclass(frozen=True, slots=True)
class DraftError:
    """What is wrong with a row of a draft."""

    row: int
    """Its place in the draft; -1 where none is meant."""
    error: FieldError
    """The field as its path inside the row, such as ``hours[1].to``; empty for the row as a whole."""


@dataclass(frozen=True, slots=True)
class DraftRefused:
    """Nothing was saved: the draft is wrong in itself, or beside what is stored."""

    errors: tuple[DraftError, ...]


@dataclass(frozen=True, slots=True)
class DraftStale:
    """Nothing was saved: others changed the same rows, or rules, meanwhile."""

    rows: tuple[PracticeRow, ...]
    """Those rows as they are stored now."""
    policy: bool = False
    """Whether a rule is among what changed."""


@dataclass(frozen=True, slots=True)
class DraftSaved:
    """All of it is stored."""

    version: int
    """Of the practice, from now on."""


@dataclass(frozen=True, slots=True)
class DraftEffects:
    """The draft could be saved, and this is what it would break."""

    breaches: tuple[Breach, ...]
    """The first of the entries from now on that would newly break a rule, by start; only what is new."""
    count: int
    """How many there are in all."""
    is_complete: bool = True
    """Else there are more: nobody counts on."""


DraftPreview = DraftEffects | DraftRefused | DraftStale
DraftAnswer = DraftSaved | DraftRefused | DraftStale

_NEW = 1 << 40
"""Ids from here on belong to rows that are not stored yet; no store counts as far."""


def applied(practice: Practice, draft: PracticeDraft) -> Practice:
    """The practice as it would be; new rows get ids that nothing has. Holidays are those of before."""
    site = practice.site
    actors, groups = dict(practice.actors), dict(practice.groups)
    types, procedures = dict(practice.types), dict(practice.procedures)
    reservations = {each.code: each for each in practice.reservations}
    combinations = {each.code: each for each in practice.combinations}
    branches = {each.code: each for each in practice.branches}
    for place, change in enumerate(draft.rows):
        row, new = change.after, _NEW + place
        match row:
            case Site():
                site = row
            case Branch():
                branches[row.code] = row
            case Actor():
                actors[practice.actor_ids.get(row.code, ActorId(new))] = row
            case Group():
                groups[practice.actor_ids.get(row.code, ActorId(new))] = row
            case AppointmentType():
                types[practice.type_ids.get(row.code, TypeId(new))] = row
            case Procedure():
                procedures[practice.procedure_ids.get(row.code, ProcedureId(new))] = row
            case Reservation():
                reservations[row.code] = row
            case Combination():
                combinations[row.code] = row
    return replace(
        practice,
        site=site,
        actors=actors,
        groups=groups,
        types=types,
        procedures=procedures,
        policy={**practice.policy, **draft.policy},
        reservations=tuple(reservations.values()),
        combinations=tuple(combinations.values()),
        branches=tuple(branches.values()),
    )
