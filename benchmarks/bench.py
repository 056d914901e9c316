"""A filled store and a desk on it: what all figures of a store are measured with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Self

from benchmarks.big_practice import MONTH, PRACTITIONERS, ZONE, BigPractice, team_of
from benchmarks.figures import Figure, Timing, Work, rounded
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryKind, Role
from praxidesk.services.desk import Desk
from tests.statement_log import StatementLog

NOW = ZONE.at(MONTH, 0)
MONTH_SPAN = Span(ZONE.day(MONTH).start, ZONE.day(date(2026, 12, 1)).start)
_ENDS = {"BEGIN", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"}


@dataclass(frozen=True)
class Bench:
    """A filled store and a desk on it."""

    big: BigPractice
    desk: Desk

    @classmethod
    def on(cls, big: BigPractice) -> Self:
        """Open a desk."""
        return cls(big, Desk.open(big.store))

    @property
    def dialect(self) -> str:
        """Of the store."""
        return self.big.store.dialect

    @cached_property
    def work_days(self) -> list[date]:
        """Of the measured month."""
        days = (MONTH + timedelta(days=number) for number in range(30))
        return [day for day in days if day.weekday() < 5]

    def figure(
        self,
        what: str,
        timing: Timing,
        against: str,
        budget: float,
        *,
        statements: int | None,
        most: int | None = None,
        faults: Mapping[str, int] | None = None,
    ) -> Figure:
        """A line of the report about this store."""
        return Figure(
            what=what,
            store=self.dialect,
            entries=self.big.entries,
            statements=statements,
            median_ms=rounded(timing.ours_ms),
            ratio=rounded(timing.ratio),
            against=against,
            budget=budget,
            runs=timing.runs,
            most_statements=most,
            faults=faults or {},
        )

    def fetch(self, statement: str) -> Sequence[tuple[Any, ...]]:
        """All rows of one statement, by the driver alone, nothing made of them."""
        with self.big.store.read() as connection:
            cursor = connection.connection.cursor()
            cursor.execute(statement)
            rows: Sequence[tuple[Any, ...]] = cursor.fetchall()
            cursor.close()
            return rows

    def visit(self, who: int, starts_at: int, patient: int) -> BookRequest:
        """A visit to one of the practitioners, by their numbers."""
        return BookRequest(
            kind=EntryKind.APPOINTMENT,
            starts_at=starts_at,
            type=self.big.visit,
            participants=(Participant(self.big.codes[f"D{who % PRACTITIONERS}"], Role.PRACTITIONER),),
            patient=self.big.patients[patient % len(self.big.patients)],
        )

    def operation(self, team: int, starts_at: int, patient: int) -> BookRequest:
        """An operation with its whole team."""
        return BookRequest(
            kind=EntryKind.OPERATION,
            starts_at=starts_at,
            procedure=self.big.operation,
            participants=tuple(
                Participant(self.big.codes[code], role) for code, role in team_of(team, team % 2)
            ),
            patient=self.big.patients[patient % len(self.big.patients)],
        )


def statements_of(work: Work, *, with_ends: bool = False) -> int:
    """How many statements go to the database.

    :param with_ends: counting BEGIN and COMMIT too
    """
    log = StatementLog()
    with log.recording():
        work()
    return len([each for each in log if with_ends or each not in _ENDS])
