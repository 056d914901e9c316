"""A practice described in one TOML file (docs/administrators.md): read whole, or refused whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import AppointmentType, Combination, Procedure
from praxidesk.engine.practice import Branch, Practice, Reservation, Site
from praxidesk.engine.vocabulary import ActorKind, ConflictKind, Severity
from praxidesk.exchange.fields import Faults, Fields
from praxidesk.exchange.known_codes import KnownPeople, KnownServices, KnownSites
from praxidesk.exchange.practice_combinations import read_combination
from praxidesk.exchange.practice_people import read_branch, read_patient, read_practitioner, read_site
from praxidesk.exchange.practice_places import read_group, read_place
from praxidesk.exchange.practice_reservations import read_reservation
from praxidesk.exchange.practice_services import read_policy, read_procedure, read_type
from praxidesk.exchange.texts import shown
from praxidesk.exchange.toml_document import Source, TomlFileError, load, source_name


class PracticeFileError(TomlFileError):
    """The file describes no practice; every fault is named, with key and value."""


@dataclass(frozen=True, slots=True)
class PracticeFile:
    """What the file says; what it leaves out stays as it is stored."""

    site: Site | None
    """``None`` where the file has none: only an existing practice can be changed by it."""
    actors: tuple[Actor, ...] = ()
    """Practitioners, then rooms, then devices, each in the order of the file."""
    types: tuple[AppointmentType, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    patients: tuple[Patient, ...] = ()
    policy: Mapping[ConflictKind, Severity] = field(default_factory=dict)
    """The kinds that the file names."""
    groups: tuple[Group, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    combinations: tuple[Combination, ...] = ()
    branches: tuple[Branch, ...] = ()


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


_Row = TypeVar("_Row", bound=_Coded)


def read(source: Source, *, stored: Practice | None = None) -> PracticeFile:
    """The practice of a file (``Path``), of TOML text (``str``), or of the values such a text stands for.

    What the file names may stand in it or in the ``stored`` practice; the file counts where it
    describes something anew. Raises ``PracticeFileError`` with everything that is wrong.
    """
    faults = Faults()
    fields = Fields(load(source, PracticeFileError), "", faults)
    site_fields = fields.table("site")
    site = None if site_fields is None else read_site(site_fields)
    branches = _rows(fields, "branch", read_branch, {} if site is None else {site.code: "site"})
    sites = KnownSites(
        {each.code for each in branches}
        | ({site.code} if site is not None else set())
        | set(stored.site_names if stored else ())
    )
    codes: dict[str, str] = {}
    groups = _rows(fields, "group", read_group, codes)
    known_groups = {each.code: each for each in (*(stored.groups.values() if stored else ()), *groups)}
    actors = (
        *_rows(fields, "practitioner", lambda inner: read_practitioner(inner, sites), codes),
        *_rows(fields, "room", lambda inner: read_place(inner, ActorKind.ROOM, known_groups, sites), codes),
        *_rows(
            fields, "device", lambda inner: read_place(inner, ActorKind.DEVICE, known_groups, sites), codes
        ),
    )
    known_actors = {each.code: each for each in (*(stored.actors.values() if stored else ()), *actors)}
    people = KnownPeople(known_actors, known_groups)
    types = _rows(fields, "appointment_type", lambda inner: read_type(inner, people), {})
    procedures = _rows(fields, "procedure", lambda inner: read_procedure(inner, people), {})
    services = KnownServices(
        {each.code for each in types} | set(stored.type_ids if stored else ()),
        {each.code for each in procedures} | set(stored.procedure_ids if stored else ()),
    )
    reservations = _rows(fields, "reservation", lambda inner: read_reservation(inner, people, services), {})
    combinations = _rows(fields, "combination", lambda inner: read_combination(inner, services), {})
    patients = _patients(fields)
    policy_fields = fields.table("policy")
    policy = {} if policy_fields is None else read_policy(policy_fields)
    fields.close()
    if faults:
        raise PracticeFileError(source_name(source), faults.found)
    return PracticeFile(
        site, actors, types, procedures, patients, policy, groups, reservations, combinations, branches
    )


def _rows(
    fields: Fields, key: str, read_row: Callable[[Fields], _Row], codes: dict[str, str]
) -> tuple[_Row, ...]:
    """All tables of one key; ``codes`` are those already met, with their places."""
    rows = []
    for inner in fields.tables(key):
        row = read_row(inner)
        _note_code(inner, "code", row.code, codes)
        rows.append(row)
    return tuple(rows)


def _patients(fields: Fields) -> tuple[Patient, ...]:
    numbers: dict[str, str] = {}
    patients = []
    for inner in fields.tables("patient"):
        patient = read_patient(inner)
        _note_code(inner, "number", patient.number, numbers)
        patients.append(patient)
    return tuple(patients)


def _note_code(fields: Fields, key: str, code: str, codes: dict[str, str]) -> None:
    """Remember where a code stands; the second time it is a fault."""
    if code in codes:
        fields.fault(key, f"{shown(code)} stands already in {codes[code]}")
    elif code:
        codes[code] = fields.path("")
