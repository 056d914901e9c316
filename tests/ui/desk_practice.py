"""The practice of the target pictures as values: people, rooms, types, procedures, a full day."""

from dataclasses import dataclass
from datetime import date, datetime

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence, Availability, WeeklyWindow
from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry
from praxidesk.engine.offerings import AppointmentType, Need, PhaseMinutes, Procedure
from praxidesk.engine.practice import Practice, Site
from praxidesk.engine.vocabulary import (
    ActorId,
    ActorKind,
    Colour,
    EntryId,
    EntryKind,
    Phase,
    ProcedureId,
    Role,
    Status,
    TypeId,
)
from praxidesk.engine.walltime import Zone

ZONE = Zone("Europe/Berlin")
MONDAY = date(2026, 11, 23)
NOW = ZONE.at(MONDAY, 9 * 60 + 42)
WEBER, KOC, BRANDT, LINDQVIST, NOWAK = (ActorId(number) for number in range(1, 6))
XRAY, MINOR, ROOM1, OP1 = (ActorId(number) for number in range(11, 15))
CARM = ActorId(21)
CHECKUP, FIRST_VISIT, URGENT, INJECTION, DRESSING, SONO, PHYSIO = (TypeId(n) for n in range(1, 8))
KNEE = ProcedureId(1)

_WORKDAYS = range(5)


def _hours(*windows: tuple[int, int]) -> Availability:
    return Availability(
        tuple(WeeklyWindow(day, start * 60, end * 60) for day in _WORKDAYS for start, end in windows)
    )


def _person(code: str, name: str, specialty: str, colour: Colour, *roles: Role) -> Actor:
    return Actor(
        code,
        ActorKind.PRACTITIONER,
        name,
        specialty,
        roles=(Role.PRACTITIONER, *roles),
        colour=colour,
        availability=_hours((8, 12), (14, 18)),
    )


def practice() -> Practice:
    ortho = Need(Role.PRACTITIONER, specialty="Orthopädie")
    consulting = Need(Role.ROOM, category="consulting")
    lindqvist = _person("LIN", "Dr. Lindqvist", "Innere Medizin", Colour.AZURE)
    away = Absence(datetime(2026, 11, 23, 12), datetime(2026, 11, 24), "Fortbildung")
    actors = {
        WEBER: _person("WEB", "Dr. med. Lena Weber", "Orthopädie", Colour.TEAL, Role.SURGEON, Role.ASSISTANT),
        KOC: _person("KOC", "Dr. Emre Koç", "Orthopädie", Colour.BLUE, Role.SURGEON, Role.ASSISTANT),
        BRANDT: _person("BRA", "Dr. Jonas Brandt", "Anästhesie", Colour.ROSE, Role.ANAESTHETIST),
        LINDQVIST: Actor(
            lindqvist.code,
            lindqvist.kind,
            lindqvist.name,
            lindqvist.specialty,
            roles=lindqvist.roles,
            colour=lindqvist.colour,
            availability=Availability(lindqvist.availability.hours, absences=(away,)),
        ),
        NOWAK: _person("NOW", "Fr. Nowak", "Physiotherapie", Colour.OLIVE),
        XRAY: Actor("ROE", ActorKind.ROOM, "Röntgen", category="xray"),
        MINOR: Actor("EIN", ActorKind.ROOM, "Eingriffsraum", category="minor"),
        ROOM1: Actor("R1", ActorKind.ROOM, "Sprechzimmer 1", category="consulting"),
        OP1: Actor("OP1", ActorKind.ROOM, "OP-Saal 1", category="operating"),
        CARM: Actor("CARM", ActorKind.DEVICE, "C-Bogen 1", category="c-arm"),
    }
    types = {
        CHECKUP: AppointmentType("KONTR", "Kontrolle", 20, Colour.TEAL, need=(ortho,)),
        FIRST_VISIT: AppointmentType("ERST", "Erstvorstellung", 30, Colour.BLUE, need=(ortho, consulting)),
        URGENT: AppointmentType("AKUT", "Akut", 20, Colour.ORANGE, need=(Need(Role.PRACTITIONER),)),
        INJECTION: AppointmentType("INJ", "Injektion", 15, Colour.VIOLET, buffer_after=5, need=(ortho,)),
        DRESSING: AppointmentType("VERB", "Verbandwechsel", 10, Colour.GREEN, need=(ortho,)),
        SONO: AppointmentType(
            "SONO",
            "Sonographie",
            20,
            Colour.AZURE,
            need=(Need(Role.PRACTITIONER, specialty="Innere Medizin"),),
        ),
        PHYSIO: AppointmentType(
            "PHYS",
            "Physiotherapie",
            30,
            Colour.OLIVE,
            need=(Need(Role.PRACTITIONER, specialty="Physiotherapie"),),
        ),
    }
    procedures = {
        KNEE: Procedure(
            "KNIE",
            "Kniearthroskopie",
            PhaseMinutes(20, 45, 10, 15),
            Colour.PLUM,
            need=(
                Need(Role.SURGEON, specialty="Orthopädie", phases=(Phase.SURGERY, Phase.CLOSING)),
                Need(Role.ANAESTHETIST, phases=(Phase.SETUP, Phase.SURGERY, Phase.CLOSING)),
                Need(Role.ROOM, category="operating"),
                Need(Role.DEVICE, category="c-arm", phases=(Phase.SURGERY,)),
            ),
        )
    }
    site = Site("PARK", "Praxisklinik am Park", "Europe/Berlin", availability=_hours((7, 18)))
    return Practice(1, site, actors, types, procedures)


_FAMILIES = (
    *("Müller-Öztürk", "Kaya", "Wieczorek", "Oyelaran", "Hoffmann", "Nguyen", "Rossi", "Köhler", "Demir"),
    *("van der Linden", "Kowalczyk", "Engel", "Sauer", "Brinkmann", "Haddad", "Lorenz", "Fuchs", "Vogt"),
    *("El-Masri", "Jansen", "Schröder", "Marković", "Yılmaz", "Otto", "Stein", "Dąbrowski", "Pohl", "Arndt"),
)
_GIVEN = ("Işıl", "Deniz", "Krystyna", "Tobi", "Dieter", "Thi Mai", "Chiara", "Birgit", "Ayşe", "Mareike")


def patients() -> dict[ActorId, PatientOnEntry]:
    return {
        ActorId(1001 + place): PatientOnEntry(
            ActorId(1001 + place),
            f"P-{1001 + place}",
            family,
            _GIVEN[place % len(_GIVEN)],
            date(1984, 2, 29) if place == 0 else date(1940 + place * 7 % 70, 1 + place % 12, 1 + place % 28),
            ("female", "male")[place % 2],
            f"030 5550 {1700 + place}",
        )
        for place, family in enumerate(_FAMILIES)
    }


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the day, as one would write it down."""

    start: str
    minutes: int
    type: TypeId
    people: tuple[ActorId, ...]
    status: Status = Status.BOOKED
    note: str = ""


_B, _A, _C, _F, _N = Status.BOOKED, Status.ARRIVED, Status.CHECKED_IN, Status.FULFILLED, Status.NOSHOW
DAY = (
    Line("08:10", 15, INJECTION, (WEBER,), _F),
    Line("08:35", 20, CHECKUP, (WEBER,), _F),
    Line("09:20", 10, DRESSING, (WEBER,), _N),
    Line("09:30", 20, CHECKUP, (WEBER, ROOM1), _C, "Fäden Knie re. prüfen, AU bis 30.11. besprechen."),
    Line("09:50", 15, INJECTION, (WEBER,), _A),
    Line("10:15", 15, DRESSING, (WEBER,), _A),
    Line("10:30", 30, FIRST_VISIT, (WEBER, ROOM1)),
    Line("11:00", 10, DRESSING, (WEBER,)),
    Line("11:20", 20, CHECKUP, (WEBER,)),
    Line("14:00", 20, CHECKUP, (WEBER,)),
    Line("14:20", 30, FIRST_VISIT, (WEBER, ROOM1)),
    Line("15:00", 15, INJECTION, (WEBER,)),
    Line("15:40", 20, CHECKUP, (WEBER,), Status.PENDING),
    Line("08:20", 20, CHECKUP, (KOC,), _F),
    Line("08:40", 20, CHECKUP, (KOC,), _F),
    Line("09:00", 15, DRESSING, (KOC, MINOR), _F),
    Line("09:35", 25, URGENT, (KOC,), _C),
    Line("10:00", 20, CHECKUP, (KOC,), _A),
    Line("10:20", 10, DRESSING, (KOC, MINOR)),
    Line("10:30", 45, URGENT, (KOC,), _B, "Vorbefunde aus der Klinik anfordern"),
    Line("11:15", 20, CHECKUP, (KOC,)),
    Line("14:10", 30, FIRST_VISIT, (KOC, ROOM1)),
    Line("08:20", 20, SONO, (LINDQVIST,), _F),
    Line("09:20", 20, SONO, (LINDQVIST,), _C),
    Line("09:40", 20, SONO, (LINDQVIST,), _A),
    Line("10:00", 20, SONO, (LINDQVIST,)),
    Line("09:30", 30, PHYSIO, (NOWAK,), _C),
    Line("10:00", 30, PHYSIO, (NOWAK,)),
    Line("11:00", 30, PHYSIO, (NOWAK,)),
)


def entries() -> tuple[Entry, ...]:
    """The day, entry ids in the order of ``DAY``, from 1 on; then one blockout and one operation."""
    people = list(patients().values())
    made = [_appointment(number, line, people) for number, line in enumerate(DAY, start=1)]
    made.append(_blockout(len(made) + 1))
    return tuple(sorted(made, key=lambda entry: (entry.starts_at, entry.id)))


def at(clock: str, day: date = MONDAY) -> int:
    hour, minute = clock.split(":")
    return ZONE.at(day, int(hour) * 60 + int(minute))


def _appointment(number: int, line: Line, people: list[PatientOnEntry]) -> Entry:
    who = people[(number * 5 + 8) % len(people)] if number != 4 else people[0]
    start, end = at(line.start), at(line.start) + line.minutes * 60
    blocking = line.status.occupies
    roles = {actor: Role.ROOM if actor > 10 else Role.PRACTITIONER for actor in line.people}
    taken = tuple(Allocation(actor, role, start, end, blocking) for actor, role in roles.items())
    return Entry(
        EntryId(number),
        1,
        EntryKind.APPOINTMENT,
        line.status,
        start,
        end,
        line.type,
        None,
        None,
        who,
        line.note,
        "",
        "",
        (*taken, Allocation(who.id, Role.PATIENT, start, end, blocking)),
    )


def _blockout(number: int) -> Entry:
    start, end = at("08:00"), at("08:20")
    taken = (Allocation(KOC, Role.PRACTITIONER, start, end),)
    return Entry(
        EntryId(number),
        1,
        EntryKind.BLOCKOUT,
        _B,
        start,
        end,
        None,
        None,
        None,
        None,
        "",
        "OP-Besprechung",
        "",
        taken,
    )
