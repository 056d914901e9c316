"""One of several desks that want the same day: ``python -m benchmarks.racer STORE NUMBER``.

Waits for a line on its input, then books; prints what came of it as JSON.
"""

import json
import random
import sys
import time
from datetime import date

from benchmarks.big_practice import PRACTITIONERS, ZONE
from benchmarks.some_patients import some_patients
from praxidesk.engine.outcomes import Done, Refused
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services import booking
from praxidesk.services.desk import Desk

DAY = date(2027, 6, 7)
"""A Monday on which nothing is booked before the race."""
TRIES = 100
_FIRST, _PLACES = 8 * 60, 24
_NOW = ZONE.at(DAY, 0) - 86_400


def main(url: str, number: int) -> None:
    """Race, and report."""
    store = Store.open(url)
    desk = Desk.open(store)
    chance = random.Random(number)
    with store.read() as connection:
        patients = some_patients(connection, 500)
    # The first booking compiles its statements: part of a running program, not of a race.
    booking.check(desk, _wish(desk, chance, patients[0]), _NOW)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    milliseconds: list[float] = []
    counts = {"booked": 0, "refused": 0, "faults": 0}
    for _ in range(TRIES):
        wish = _wish(desk, chance, chance.choice(patients))
        begun = time.perf_counter()
        try:
            outcome = booking.book(desk, wish, _NOW)
        except StoreUnavailable:
            counts["faults"] += 1
        else:
            assert isinstance(outcome, Done | Refused), outcome
            counts["booked" if isinstance(outcome, Done) else "refused"] += 1
        milliseconds.append((time.perf_counter() - begun) * 1_000)
    store.close()
    sys.stdout.write(json.dumps({"milliseconds": milliseconds, **counts}))


def _wish(desk: Desk, chance: random.Random, patient: ActorId) -> BookRequest:
    """A visit of that day: half of all tries meet somebody."""
    who = desk.practice.actor_ids[f"D{chance.randrange(PRACTITIONERS)}"]
    return BookRequest(
        kind=EntryKind.APPOINTMENT,
        starts_at=ZONE.at(DAY, _FIRST + 15 * chance.randrange(_PLACES)),
        type=desk.practice.type_ids["VISIT"],
        participants=(Participant(who, Role.PRACTITIONER),),
        patient=patient,
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
