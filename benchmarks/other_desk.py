"""Another desk at work: ``python -m benchmarks.other_desk STORE``.

Ends when it is told a line, and says how often it booked.
"""

import random
import select
import sys
import time
from datetime import date, timedelta

from benchmarks.big_practice import PRACTITIONERS, ZONE
from benchmarks.some_patients import some_patients
from praxidesk.engine.outcomes import Done
from praxidesk.engine.requests import BookRequest, CancelRequest, Participant
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role
from praxidesk.models.store import Store
from praxidesk.services import booking, cancelling
from praxidesk.services.desk import Desk

MONDAY = date(2026, 11, 16)
_EVERY_S = 0.25
_MORNING = 7 * 60 + 15
_NOW = ZONE.at(MONDAY, 0) - 86_400


def main(url: str) -> None:
    """Book before the first visit of the day, and cancel it again."""
    store = Store.open(url)
    desk = Desk.open(store)
    chance = random.Random(5)
    with store.read() as connection:
        patients = some_patients(connection, 500)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    booked = 0
    while not select.select([sys.stdin], [], [], _EVERY_S)[0]:
        outcome = booking.book(desk, _wish(desk, chance, chance.choice(patients)), _NOW)
        if isinstance(outcome, Done):
            booked += 1
            time.sleep(_EVERY_S)
            cancelling.cancel(
                desk, CancelRequest(outcome.entry.id, outcome.entry.version, "wieder frei"), _NOW
            )
    store.close()
    sys.stdout.write(str(booked))


def _wish(desk: Desk, chance: random.Random, patient: ActorId) -> BookRequest:
    who = desk.practice.actor_ids[f"D{chance.randrange(PRACTITIONERS)}"]
    day = MONDAY + timedelta(days=chance.randrange(5))
    return BookRequest(
        kind=EntryKind.APPOINTMENT,
        starts_at=ZONE.at(day, _MORNING),
        type=desk.practice.type_ids["VISIT"],
        participants=(Participant(who, Role.PRACTITIONER),),
        patient=patient,
    )


if __name__ == "__main__":
    main(sys.argv[1])
