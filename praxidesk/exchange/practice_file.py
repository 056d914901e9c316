"""A practice described in one TOML file (interfaces, section 2): read whole, or refused whole."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from praxidesk.engine.actors import Actor
from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import AppointmentType, Procedure
from praxidesk.engine.practice import Site
from praxidesk.engine.vocabulary import ActorKind, ConflictKind, Severity
from praxidesk.exchange.fields import Faults, Fields
from praxidesk.exchange.practice_people import read_patient, read_place, read_practitioner, read_site
from praxidesk.exchange.practice_services import KnownCodes, read_policy, read_procedure, read_type
from praxidesk.exchange.texts import shown
from praxidesk.exchange.toml_document import TomlFileError, load, source_name


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


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


_Row = TypeVar("_Row", bound=_Coded)


def read(source: Path | str, *, known_codes: Collection[str] = ()) -> PracticeFile:
    """The practice of a file (``Path``) or of TOML text (``str``).

    ``known_codes`` are the stored practitioners, rooms and devices, which needs may name too.
    Raises ``PracticeFileError`` with everything that is wrong.
    """
    faults = Faults()
    fields = Fields(load(source, PracticeFileError), "", faults)
    site_fields = fields.table("site")
    site = None if site_fields is None else read_site(site_fields)
    codes: dict[str, str] = {}
    actors = (
        *_rows(fields, "practitioner", read_practitioner, codes),
        *_rows(fields, "room", lambda inner: read_place(inner, ActorKind.ROOM), codes),
        *_rows(fields, "device", lambda inner: read_place(inner, ActorKind.DEVICE), codes),
    )
    known = KnownCodes({actor.code: actor.kind for actor in actors}, known_codes)
    types = _rows(fields, "appointment_type", lambda inner: read_type(inner, known), {})
    procedures = _rows(fields, "procedure", lambda inner: read_procedure(inner, known), {})
    patients = _patients(fields)
    policy_fields = fields.table("policy")
    policy = {} if policy_fields is None else read_policy(policy_fields)
    fields.close()
    if faults:
        raise PracticeFileError(source_name(source), faults.found)
    return PracticeFile(site, actors, types, procedures, patients, policy)


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
