"""A practice small enough to know by heart, as values: one of everything, open on weekdays."""

from dataclasses import dataclass
from datetime import date, datetime

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence, Availability, DayException, WeeklyWindow
from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.practice import Site
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    Colour,
    ConflictKind,
    Phase,
    ProcedureId,
    Role,
    Severity,
    TypeId,
)
from praxidesk.models import writes
from praxidesk.models.store import Store


def _weekdays(from_hour: int, to_hour: int) -> tuple[WeeklyWindow, ...]:
    return tuple(WeeklyWindow(day, from_hour * 60, to_hour * 60) for day in range(5))


SITE = Site(
    "MITTE",
    "Praxisklinik am Park",
    "Europe/Berlin",
    "DE-BE",
    Availability(
        hours=_weekdays(7, 18),
        absences=(Absence(datetime(2026, 12, 24), datetime(2026, 12, 27), "Betriebsferien"),),
        exceptions=(DayException(date(2026, 11, 28), 540, 720),),
    ),
)
WEB = Actor(
    "WEB",
    ActorKind.PRACTITIONER,
    "Dr. med. Lena Weber",
    specialty="orthopaedics",
    roles=(Role.PRACTITIONER, Role.SURGEON, Role.ASSISTANT),
    colour=Colour.TEAL,
    availability=Availability(
        hours=_weekdays(8, 18),
        breaks=(WeeklyWindow(2, 690, 720),),
        absences=(Absence(datetime(2026, 12, 21), datetime(2027, 1, 2), "Urlaub"),),
        exceptions=(DayException(date(2026, 11, 27)),),
    ),
)
KOC = Actor(
    "KOC",
    ActorKind.PRACTITIONER,
    "Dr. med. Emre Koç",
    specialty="orthopaedics",
    roles=(Role.PRACTITIONER,),
    availability=Availability(hours=_weekdays(8, 16)),
)
ANA = Actor(
    "ANA",
    ActorKind.PRACTITIONER,
    "Dr. Jonas Brandt",
    specialty="anaesthesia",
    roles=(Role.ANAESTHETIST,),
    availability=Availability(hours=_weekdays(6, 16)),
)
R1 = Actor("R1", ActorKind.ROOM, "Sprechzimmer 1", category="consulting")
OP1 = Actor("OP1", ActorKind.ROOM, "OP-Saal 1", category="operating")
CARM1 = Actor("CARM1", ActorKind.DEVICE, "C-Bogen 1", category="c-arm", active=False)
ACTORS = (WEB, KOC, ANA, R1, OP1, CARM1)
KONTR = AppointmentType(
    "KONTR",
    "Kontrolle",
    10,
    Colour.TEAL,
    buffer_after=5,
    need=(
        Need(Role.PRACTITIONER, any_of=("WEB", "KOC")),
        Need(Role.ROOM, category="consulting"),
    ),
)
KNIE = Procedure(
    "KNIE-ASK",
    "Kniearthroskopie",
    PhaseMinutes(20, 45, 10, 15),
    Colour.PLUM,
    need=(
        Need(Role.SURGEON, specialty="orthopaedics", phases=(Phase.SURGERY, Phase.CLOSING)),
        Need(Role.ROOM, category="operating"),
    ),
)
POLICY = {ConflictKind.GAP_TOO_SHORT: Severity.WARNING}
PATIENT = Patient(
    "P-1001",
    "Müller-Öztürk",
    "Işıl",
    date(1984, 2, 29),
    "female",
    "+49 30 123-45",
    "isil@example.org",
    "Rollstuhl",
)
OTHER_PATIENT = Patient("P-1002", "Brandt", "Jonas", None)


@dataclass(frozen=True, slots=True)
class SmallPractice:
    """The store it is in, and the ids it got."""

    store: Store
    actors: dict[str, ActorId]
    """By code; patients by number."""
    kontr: TypeId
    knie: ProcedureId


def put_into(store: Store) -> SmallPractice:
    """Write all of it, in one transaction."""
    with store.write() as connection:
        writes.save_site(connection, SITE)
        actors = {actor.code: writes.save_actor(connection, actor) for actor in ACTORS}
        for patient in (PATIENT, OTHER_PATIENT):
            actors[patient.number] = writes.insert_patient(connection, patient)
        kontr = writes.save_type(connection, KONTR)
        knie = writes.save_procedure(connection, KNIE)
        writes.save_policy(connection, POLICY)
    return SmallPractice(store, actors, kontr, knie)
