"""One of several programs that want the same morning: ``racer.py STORE NUMBER``.

Waits for a line on its input, then tries to book, move and cancel; prints what came of it as JSON.
"""

import json
import random
import sys
import time

from praxidesk.engine.outcomes import Change
from praxidesk.engine.requests import RequestKey
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Status
from praxidesk.models import queries, writes
from praxidesk.models.patient_records import patients_of_entries
from praxidesk.models.store import OverlapRefused, Store, StoreUnavailable
from tests.models.bookings import NINE, NOW, appointment
from tests.small_practice import SmallPractice

TRIES = 60
STAFF = ("WEB", "KOC", "ANA")


def main(url: str, number: int) -> None:
    """Race, and report."""
    store = Store.open(url)
    with store.read() as connection:
        practice = queries.practice(connection)
        patient = patients_of_entries(connection, ["P-1001"])["P-1001"]
    actors = dict(practice.actor_ids) | {"P-1001": patient.id}
    (kontr,), (knie,) = practice.types, practice.procedures
    racer = Racer(SmallPractice(store, actors, kontr, knie), number)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for _ in range(TRIES):
        racer.try_once()
    store.close()
    sys.stdout.write(json.dumps(racer.report))


class Racer:
    """Books by the same steps as the service: lock, look, write."""

    def __init__(self, practice: SmallPractice, number: int) -> None:
        self._practice = practice
        self._number = number
        self._random = random.Random(number)
        self._mine: list[tuple[EntryId, int, tuple[ActorId, ...]]] = []
        self.report: dict[str, list[float] | int] = {
            "milliseconds": [],
            "booked": 0,
            "refused": 0,
            "overlaps": 0,
            "faults": 0,
        }

    def try_once(self) -> None:
        """Book something, or let go of something of mine."""
        started = time.perf_counter()
        try:
            done = self._cancel() if self._mine and self._random.random() < 0.4 else self._book()
            self._count("booked" if done else "refused")
        except OverlapRefused:
            self._count("overlaps")
        except StoreUnavailable:
            self._count("faults")
        times = self.report["milliseconds"]
        if isinstance(times, list):
            times.append((time.perf_counter() - started) * 1_000)

    def _count(self, what: str) -> None:
        counted = self.report[what]
        if isinstance(counted, int):
            self.report[what] = counted + 1

    def _book(self) -> bool:
        people = self._random.sample(STAFF, 2)
        self._random.shuffle(people)
        at = NINE + self._random.randrange(4) * 10 * MINUTE
        wish = appointment(self._practice, at, 15, people=" ".join([*people, "R1"]))
        actors = [each.actor for each in wish.allocations]
        with self._practice.store.write() as connection:
            writes.lock_actors(connection, actors)
            if queries.surroundings(connection, actors, Span(*wish.span)).taken:
                return False
            key = RequestKey(f"{self._number}/{self._random.random()}", "digest")
            id_ = writes.insert_entry(
                connection, wish, note="", reason="", override_reason="", key=key, now=NOW
            )
        self._mine.append((id_, 1, tuple(actors)))
        return True

    def _cancel(self) -> bool:
        id_, version, actors = self._mine.pop()
        with self._practice.store.write() as connection:
            writes.lock_actors(connection, actors)
            done = writes.update_entry(
                connection, id_, version, change=Change.CANCELLED, now=NOW, status=Status.CANCELLED
            )
            writes.release(connection, id_)
        return done


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
