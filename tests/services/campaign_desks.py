"""Some desks of a race, a connection each: ``campaign_desks.py URL NUMBER DESKS TRIES PAUSE [MUTATION …]``.

Waits for a line on its input, then books, moves, confirms, cancels and repeats; prints what came of it.
Between two requests each desk waits as many seconds on average as the pause says.
A mutation takes away what keeps two desks from one hour, to see that the race would tell.
"""

import json
import os
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Event

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Change, Done, Outcome, Refused
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    MoveRequest,
    Participant,
    PatientNumber,
    RequestKey,
    StatusRequest,
)
from praxidesk.engine.series_outcomes import DateState, SeriesOutcome
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import EntryKind, Frequency, Role, Status
from praxidesk.models import actor_locks, writes
from praxidesk.models.server import turns as server_turns
from praxidesk.models.sqlite.file import SqliteFile
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services import booking, cancelling, moving, series, status_changes
from praxidesk.services.desk import Desk
from tests.services.campaign_practice import DAYS, NOW, PATIENTS, ROOMS, STAFF, ZONE

WITHOUT_LOCK = "without-lock"
WITHOUT_TURNS = "without-turns"
WARM = "warm"
"""No mutation: each desk has worked before."""
SLOTS = range(9 * 60, 12 * 60, 15)
REPEATED = 3


def main(url: str, number: int, desks: int, tries: int, pause_s: float, *mutations: str) -> None:
    """Race, and report."""
    sys.setswitchinterval(0.0005)  # the desks of one process must not hold each other up for longer
    if WITHOUT_LOCK in mutations:
        _forget_to_lock()
    if WITHOUT_TURNS in mutations:
        _take_no_turns()
    racers = [Racer(url, number * desks + each) for each in range(desks)]
    if WARM in mutations:
        for racer in racers:
            racer.work_before()
    go = Event()
    with ThreadPoolExecutor(desks) as pool:
        running = [pool.submit(each.race, go, tries, pause_s) for each in racers]
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        worked = time.process_time()
        go.set()
        for each in running:
            each.result()
        worked = time.process_time() - worked
    for racer in racers:
        racer.report["worked_ms"] = worked * 1_000 / desks
    sys.stdout.write(json.dumps([{**each.report, "why": each.why} for each in racers]) + "\n")
    sys.stdout.flush()
    # To leave is work, too, and no part of the race: desks stay when their work is done.
    sys.stdin.readline()
    for racer in racers:
        racer.leave()


def _forget_to_lock() -> None:
    """As if nobody had written the line that locks: on SQLite the lock is how a transaction begins.

    Nor takes anybody turns: of four at once hardly any two want the same, whether they lock or not.
    """
    _take_no_turns()
    writes.lock_actors = lambda *_: None
    actor_locks.lock_actors = lambda *_: None
    SqliteFile.writing = {**SqliteFile.writing, "praxidesk_begin": "BEGIN"}


def _take_no_turns() -> None:
    server_turns.PATIENCE_MS = 0


class Racer:
    """One desk: a store, a connection, and the entries it has made."""

    def __init__(self, url: str, number: int) -> None:
        self._chance = random.Random(os.environ.get("PRAXIDESK_SEED", "") + str(number))
        self._number, self._count = number, 0
        self._store = Store.open(url)
        self._desk = Desk.open(self._store)
        self._mine: list[Entry] = []
        self.report: dict[str, list[float] | float] = {
            "milliseconds": [],
            "done": 0,
            "refused": 0,
            "changes": 0,
            "faults": 0,
        }
        self.why: list[str] = []
        # The first of each kind compiles its statements: part of a running program, not of a race.
        booking.check(self._desk, self._wish(), NOW)

    def work_before(self) -> None:
        """Book, meet oneself, and cancel, on a day of one's own: as a desk that did not open just now."""
        wish = self._wish()
        day = DAYS[-1] + timedelta(days=1 + self._number)
        wish = replace(wish, starts_at=ZONE.at(day, SLOTS[0]), status=Status.BOOKED)
        made = booking.book(self._desk, wish, NOW)
        assert isinstance(made, Done), made
        met = booking.book(self._desk, replace(wish, key=self._key()), NOW)
        assert isinstance(met, Refused), met
        gone = cancelling.cancel(
            self._desk, CancelRequest(made.entry.id, made.entry.version, "", self._key()), NOW
        )
        assert isinstance(gone, Done), gone
        self._add("changes", 2)

    def race(self, go: Event, tries: int, pause_s: float) -> None:
        """So many requests, one after the other."""
        go.wait()
        for _ in range(tries):
            time.sleep(self._chance.uniform(0, 2 * pause_s))
            began = time.perf_counter()
            try:
                outcome = self._request()
            except StoreUnavailable as fault:
                self._add("faults")
                self.why.append(str(fault))
            else:
                self._note(outcome)
            times = self.report["milliseconds"]
            assert isinstance(times, list)
            times.append((time.perf_counter() - began) * 1_000)

    def leave(self) -> None:
        """Close the store."""
        self._store.close()

    def _request(self) -> Outcome | SeriesOutcome:
        kind = self._chance.random()
        if not self._mine or kind < 0.5:
            return booking.book(self._desk, self._wish(), NOW)
        entry = self._mine.pop(self._chance.randrange(len(self._mine)))
        key = self._key()
        if kind < 0.7:
            at = self._start()
            return moving.move(self._desk, MoveRequest(entry.id, entry.version, at, key=key), NOW)
        if kind < 0.8 and entry.status is Status.PROPOSED:
            return status_changes.set_status(
                self._desk, StatusRequest(entry.id, entry.version, Status.BOOKED, key=key), NOW
            )
        if kind < 0.92:
            return cancelling.cancel(self._desk, CancelRequest(entry.id, entry.version, "", key), NOW)
        self._mine.append(entry)
        rule = SeriesRule(Frequency.DAILY, count=REPEATED)
        outcome = series.book_series(self._desk, SeriesRequest(self._wish(), rule), NOW)
        assert isinstance(outcome, SeriesOutcome), outcome
        return outcome

    def _note(self, outcome: Outcome | SeriesOutcome) -> None:
        if isinstance(outcome, SeriesOutcome):
            made = [each.entry for each in outcome.dates if each.state is DateState.DONE and each.entry]
            self._add("done" if outcome.is_done else "refused")
            self._add("changes", len(made) if outcome.is_done else 0)
            self._mine += made if outcome.is_done else []
            return
        assert isinstance(outcome, Done | Refused), outcome
        if isinstance(outcome, Refused):
            self._add("refused")
            return
        self._add("done")
        self._add("changes")
        if outcome.change is not Change.CANCELLED:
            self._mine.append(outcome.entry)

    def _add(self, what: str, number: int = 1) -> None:
        counted = self.report[what]
        assert isinstance(counted, int)
        self.report[what] = counted + number

    def _wish(self) -> BookRequest:
        """One of few hours of few people: half of all tries meet somebody."""
        ids, chance = self._desk.practice.actor_ids, self._chance
        return BookRequest(
            EntryKind.APPOINTMENT,
            self._start(),
            (
                Participant(ids[chance.choice(STAFF)], Role.PRACTITIONER),
                Participant(ids[chance.choice(ROOMS)], Role.ROOM),
            ),
            type=self._desk.practice.type_ids["KONTR"],
            patient=PatientNumber(chance.choice(PATIENTS).number),
            status=Status.PROPOSED if chance.random() < 0.25 else Status.BOOKED,
            key=self._key(),
        )

    def _start(self) -> int:
        return ZONE.at(self._chance.choice(DAYS), self._chance.choice(SLOTS))

    def _key(self) -> RequestKey:
        self._count += 1
        return RequestKey(f"{self._number}/{self._count}", "campaign")


if __name__ == "__main__":
    _, given, first, count, times, pause, *wanted = sys.argv
    main(given, int(first), int(count), int(times), float(pause), *wanted)
