"""A small practice as the engine sees it, for reading requests and writing answers."""

from pathlib import Path

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ProcedureId, TypeId
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.practice_file import read

ZONE = Zone("Europe/Berlin")

_PRACTICE = """
[site]
code = "M"
name = "Mitte"
timezone = "Europe/Berlin"
[[practitioner]]
code = "WEB"
name = "Lena Weber"
roles = ["practitioner", "surgeon"]
[[practitioner]]
code = "KOC"
name = "Emre Koç"
[[room]]
code = "R1"
name = "Zimmer 1"
[[room]]
code = "OP1"
name = "Saal 1"
[[device]]
code = "US"
name = "Ultraschall"
[[appointment_type]]
code = "KONTR"
name = "Kontrolle"
minutes = 10
[[procedure]]
code = "KNIE"
name = "Knie"
phases = { setup = 20, surgery = 45 }
"""


def practice_of(source: Path | str) -> Practice:
    """The practice of a file as if it were stored, numbered from 1."""
    file = read(source)
    assert file.site is not None
    return Practice(
        version=1,
        site=file.site,
        actors={ActorId(number): actor for number, actor in enumerate(file.actors, 1)},
        types={TypeId(number): each for number, each in enumerate(file.types, 1)},
        procedures={ProcedureId(number): each for number, each in enumerate(file.procedures, 1)},
        groups={ActorId(number): group for number, group in enumerate(file.groups, len(file.actors) + 1)},
        reservations=file.reservations,
        combinations=file.combinations,
        branches=file.branches,
    )


PRACTICE = practice_of(_PRACTICE)
WEB, KOC, R1, OP1, US = (PRACTICE.actor_ids[code] for code in ("WEB", "KOC", "R1", "OP1", "US"))
KONTR = PRACTICE.type_ids["KONTR"]
KNIE = PRACTICE.procedure_ids["KNIE"]
