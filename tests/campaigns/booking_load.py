"""Several desks that book at once, what they were promised, and whether the store keeps it."""

import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

import psycopg

from tests.leftovers import ROOT


@dataclass
class Desk:
    """One process, and what it said, with the seconds at which it was read."""

    number: int
    process: subprocess.Popen[str]
    said: list[tuple[float, str, str]] = field(default_factory=list)

    def read(self) -> None:
        """Until it ends."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            what, _, about = line.rstrip("\n").partition("\t")
            self.said.append((time.monotonic(), what, about))

    def of(self, *whats: str) -> list[str]:
        """What was said of these kinds."""
        return [about for _, what, about in list(self.said) if what in whats]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of it."""

    acknowledged: int
    replayed: int
    """Of these: were in already when they were asked for again."""
    lost: list[str]
    """Acknowledged, and not there."""
    twice: list[str]
    not_so: list[str]
    """Told as not booked, and there all the same."""
    unanswered: list[str]
    """Sent by a desk that lives, and without any answer at its end."""
    refused: list[str]
    longest_gap: float
    """Seconds without any acknowledgement."""

    @property
    def is_whole(self) -> bool:
        """Whether everything is as promised."""
        return bool(self.acknowledged) and not (
            self.lost or self.twice or self.not_so or self.unanswered or self.refused
        )


class BookingLoad:
    """Use as a context: desks that were not awaited are killed."""

    def __init__(self, url: str, desks: int, first: int = 0) -> None:
        self.desks: list[Desk] = []
        self._threads: list[threading.Thread] = []
        self._url, self._count, self._first = url, desks, first

    def __enter__(self) -> "BookingLoad":
        for number in range(self._first, self._first + self._count):
            words = ("-m", "tests.campaigns.booker", self._url, str(number))
            process = subprocess.Popen(
                [sys.executable, *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                cwd=ROOT,
            )
            desk = Desk(number, process)
            self.desks.append(desk)
            thread = threading.Thread(target=desk.read)
            thread.start()
            self._threads.append(thread)
        return self

    def __exit__(self, *_: object) -> None:
        for desk in self.desks:
            desk.process.kill()
        self.end()

    def until_each_has_booked(self, more: int) -> None:
        """Wait for so many acknowledgements more of every desk that lives."""
        wanted = {desk.number: more + len(desk.of("booked", "replayed")) for desk in self.desks}
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            alive = [desk for desk in self.desks if desk.process.poll() is None]
            assert alive, "all ended too soon"
            if all(len(desk.of("booked", "replayed")) >= wanted[desk.number] for desk in alive):
                return
            time.sleep(0.01)
        raise AssertionError([Counter(what for _, what, _ in desk.said) for desk in self.desks])

    def end(self, seconds: float = 60) -> None:
        """Let each have its last answer, and wait for that."""
        for desk in self.desks:
            if desk.process.stdin is not None:
                desk.process.stdin.close()
        for desk in self.desks:
            desk.process.wait(seconds)
        for thread in self._threads:
            thread.join()
        for desk in self.desks:
            if desk.process.stdout is not None:
                desk.process.stdout.close()

    def kept(self, url: str) -> Kept:
        """Held against what the store has."""
        with psycopg.connect(url) as connection:
            rows = connection.execute(
                "SELECT request_key FROM entry_change WHERE change = 'booked' AND request_key LIKE 'desk %'"
            ).fetchall()
            entries = connection.execute("SELECT starts_at FROM entry WHERE kind = 'blockout'").fetchall()
        there = Counter(key for (key,) in rows)
        promised = [key for desk in self.desks for key in desk.of("booked", "replayed")]
        failed = [key for desk in self.desks for key in desk.of("failed")]
        ended = [desk for desk in self.desks if desk.of("over")]
        unanswered = [
            key
            for desk in ended
            for key in set(desk.of("sent")) - set(desk.of("booked", "replayed", "failed", "refused"))
        ]
        times = sorted(
            at for desk in self.desks for at, what, _ in desk.said if what in ("booked", "replayed")
        )
        doubles = [str(start) for start, count in Counter(start for (start,) in entries).items() if count > 1]
        return Kept(
            len(promised),
            sum(len(desk.of("replayed")) for desk in self.desks),
            [key for key in promised if not there[key]],
            [key for key, count in there.items() if count > 1] + doubles,
            [key for key in failed if there[key]],
            unanswered,
            [about for desk in self.desks for about in desk.of("refused")],
            max((later - before for before, later in pairwise(times)), default=0.0),
        )


def note(figures: str) -> None:
    """What a campaign has measured, for whoever runs it with ``-s``."""
    sys.stdout.write(f"\n{figures}\n")
