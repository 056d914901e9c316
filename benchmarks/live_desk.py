"""A desk that books and cancels when it is told to: ``python -m benchmarks.live_desk STORE``.

For each line it waits a moment that nobody can foresee, commits once, and says when and what. The clock is
the machine's own, so that another process can subtract.
"""

import json
import random
import sys
import time

from sqlalchemy import event

from benchmarks.big_practice import ZONE
from benchmarks.other_desk import MONDAY
from benchmarks.some_patients import some_patients
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Invalid, Outcome
from praxidesk.engine.requests import BookRequest, CancelRequest, Participant
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role
from praxidesk.models.store import Store
from praxidesk.services import booking, cancelling
from praxidesk.services.desk import Desk

MORNING = 7 * 60 + 15
"""Minute of the day, before the first visit of anybody."""
SHOWN = 10
"""Practitioners who are booked: as many as a window shows without scrolling."""
LONGEST_WAIT_S = 0.5
"""Twice as long as a window takes between two looks."""
_NOW = ZONE.at(MONDAY, 0) - 86_400


class _Commits:
    """When the last one was asked for."""

    def __init__(self) -> None:
        self.at = 0.0

    def note(self, _connection: object) -> None:
        """It is sent now."""
        self.at = time.monotonic()


def main(url: str) -> None:
    """One commit a line, a booking and its cancelling by turns."""
    store = Store.open(url)
    desk = Desk.open(store)
    commits = _Commits()
    event.listen(store.engine, "commit", commits.note)
    chance = random.Random(17)
    with store.read() as connection:
        patients = some_patients(connection, 500)
    _say("ready")
    booked: Entry | None = None
    for _line in sys.stdin:
        time.sleep(chance.uniform(0, LONGEST_WAIT_S))
        if booked is None:
            outcome = _booked(desk, chance, patients)
        else:
            outcome = cancelling.cancel(desk, CancelRequest(booked.id, booked.version, "wieder frei"), _NOW)
        assert isinstance(outcome, Done), outcome
        booked = outcome.entry if booked is None else None
        _say(json.dumps({"at": commits.at, "entry": outcome.entry.id, "is_there": booked is not None}))
    store.close()


def _booked(desk: Desk, chance: random.Random, patients: list[ActorId]) -> Outcome:
    """Somebody's visit with one who is free: some operate in the morning."""
    outcome: Outcome = Invalid(())
    for who in chance.sample(range(SHOWN), SHOWN):
        wish = BookRequest(
            kind=EntryKind.APPOINTMENT,
            starts_at=ZONE.at(MONDAY, MORNING),
            type=desk.practice.type_ids["VISIT"],
            participants=(Participant(desk.practice.actor_ids[f"D{who}"], Role.PRACTITIONER),),
            patient=chance.choice(patients),
        )
        outcome = booking.book(desk, wish, _NOW)
        if isinstance(outcome, Done):
            break
    return outcome


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
