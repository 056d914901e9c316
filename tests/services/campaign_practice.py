"""Few hours of few people, for many desks: four practitioners, four rooms, sixty patients, two days."""

from datetime import date, timedelta

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Availability, WeeklyWindow
from praxidesk.engine.entries import Patient
from praxidesk.engine.offerings import AppointmentType, Need
from praxidesk.engine.practice import Site
from praxidesk.engine.vocabulary import ActorKind, Role
from praxidesk.engine.walltime import Zone
from praxidesk.models import writes
from praxidesk.models.store import Store

ZONE = Zone("Europe/Berlin")
DAYS = tuple(date(2026, 11, 23) + timedelta(days=by) for by in range(2))
NOW = ZONE.at(date(2026, 11, 22), 8 * 60)
STAFF = ("D1", "D2", "D3", "D4")
ROOMS = ("R1", "R2", "R3", "R4")
PATIENTS = tuple(Patient(f"P-{number}", f"Familie {number}", "Anna") for number in range(1, 61))
TYPE = AppointmentType("KONTR", "Kontrolle", 20, need=(Need(Role.PRACTITIONER), Need(Role.ROOM)))


def put_into(store: Store) -> None:
    """Write all of it."""
    hours = Availability(hours=tuple(WeeklyWindow(day, 8 * 60, 18 * 60) for day in range(7)))
    with store.write() as connection:
        writes.save_site(connection, Site("K", "Klinik", ZONE.name, availability=hours))
        for code in STAFF:
            writes.save_actor(
                connection,
                Actor(code, ActorKind.PRACTITIONER, code, roles=(Role.PRACTITIONER,), availability=hours),
            )
        for code in ROOMS:
            writes.save_actor(connection, Actor(code, ActorKind.ROOM, code))
        writes.insert_patients(connection, PATIENTS)
        writes.save_type(connection, TYPE)
