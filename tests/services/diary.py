"""A desk to write a diary with: requests in few words, on Monday, 23 November 2026 unless said otherwise."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict, Done, Outcome, Refused
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    MoveRequest,
    Participant,
    PatientNumber,
    RequestKey,
    StatusRequest,
)
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role, Status
from praxidesk.exchange.practice_file import read
from praxidesk.models import queries
from praxidesk.models.store import Store
from praxidesk.services import booking, cancelling, moving, status_changes
from praxidesk.services.desk import Desk
from praxidesk.services.setup import apply

PRACTICE = Path(__file__).with_name("practice.toml")
MONDAY = date(2026, 11, 23)

_ROLES = {"R1": Role.ROOM, "R2": Role.ROOM, "OP1": Role.ROOM, "CARM1": Role.DEVICE, "ANA": Role.ANAESTHETIST}


@dataclass
class Diary:
    """A desk, and words for it."""

    desk: Desk
    now: int

    @classmethod
    def begun_in(cls, store: Store) -> "Diary":
        """Set the practice up; it is Friday noon before the Monday."""
        apply(store, read(PRACTICE))
        desk = Desk.open(store)
        return cls(desk, desk.zone.instant(datetime(2026, 11, 20, 12)))

    def at(self, clock: str, day: date = MONDAY) -> int:
        """The instant of a wall time."""
        return self.desk.zone.instant(datetime.fromisoformat(f"{day}T{clock}"))

    def id(self, code: str) -> ActorId:
        """A practitioner's, room's or device's."""
        return self.desk.practice.actor_ids[code]

    def who(self, codes: str, **roles: Role) -> tuple[Participant, ...]:
        """People and rooms by their codes."""
        return tuple(
            Participant(self.id(code), roles.get(code, _ROLES.get(code, Role.PRACTITIONER)))
            for code in codes.split()
        )

    def request(self, clock: str, codes: str = "KOC", **more: Any) -> BookRequest:
        """An appointment without needs, 30 minutes."""
        values: dict[str, Any] = {
            "kind": EntryKind.APPOINTMENT,
            "starts_at": self.at(clock, more.pop("day", MONDAY)),
            "participants": self.who(codes),
            "type": self.desk.practice.type_ids["FREI"],
        }
        if isinstance(more.get("patient"), str):
            more["patient"] = PatientNumber(more["patient"])
        return BookRequest(**(values | more))

    def operation(self, clock: str, codes: str = "WEB ANA OP1 CARM1", **more: Any) -> BookRequest:
        """A knee, with its team."""
        return self.request(
            clock,
            kind=EntryKind.OPERATION,
            type=None,
            procedure=self.desk.practice.procedure_ids["KNIE"],
            participants=self.who(codes, WEB=Role.SURGEON, KOC=Role.SURGEON),
            **more,
        )

    def blockout(self, clock: str, codes: str = "KOC", **more: Any) -> BookRequest:
        """A meeting of an hour."""
        values = {"kind": EntryKind.BLOCKOUT, "type": None, "minutes": 60, "reason": "Teamsitzung"}
        return self.request(clock, codes, **(values | more))

    def book(self, clock: str, codes: str = "KOC", **more: Any) -> Outcome:
        """Book an appointment without needs."""
        return self.ask(self.request(clock, codes, **more))

    def ask(self, request: BookRequest) -> Outcome:
        """Book as given."""
        return booking.book(self.desk, request, self.now)

    def booked(self, clock: str, codes: str = "KOC", **more: Any) -> Entry:
        """Book what is known to be free."""
        return entry_of(self.book(clock, codes, **more))

    def check(self, request: BookRequest | MoveRequest) -> Outcome:
        """Ask whether it would be free."""
        return booking.check(self.desk, request, self.now)

    def move(self, entry: Entry, clock: str | None = None, **more: Any) -> Outcome:
        """Move an entry as it is known."""
        if clock is not None:
            more["starts_at"] = self.at(clock, more.pop("day", MONDAY))
        version = more.pop("version", entry.version)
        return moving.move(self.desk, MoveRequest(entry.id, version, **more), self.now)

    def cancel(self, entry: Entry, reason: str = "", **more: Any) -> Outcome:
        """Cancel an entry as it is known."""
        version = more.pop("version", entry.version)
        return cancelling.cancel(self.desk, CancelRequest(entry.id, version, reason, **more), self.now)

    def set_status(self, entry: Entry, status: Status, **more: Any) -> Outcome:
        """Set the status of an entry as it is known."""
        version = more.pop("version", entry.version)
        return status_changes.set_status(
            self.desk, StatusRequest(entry.id, version, status, **more), self.now
        )

    def stored(self) -> tuple[Entry, ...]:
        """Everything that stands in the store."""
        with self.desk.store.read() as connection:
            ids = [row[0] for row in connection.execute(text("SELECT id FROM entry"))]
            return queries.entries_by_id(connection, ids)

    def count(self, table: str) -> int:
        """Rows of a table."""
        with self.desk.store.read() as connection:
            return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def entry_of(outcome: Outcome) -> Entry:
    """What was done, and not merely repeated."""
    assert isinstance(outcome, Done), outcome
    assert not outcome.replayed
    return outcome.entry


def conflicts_of(outcome: Outcome) -> list[tuple[str, str | None]]:
    """Kind and severity of what a refusal names."""
    assert isinstance(outcome, Refused), outcome
    return kinds(outcome.conflicts)


def kinds(conflicts: tuple[Conflict, ...]) -> list[tuple[str, str | None]]:
    """Kind and severity of each."""
    return [(each.kind.value, each.severity.value) for each in conflicts]


def key(name: str, fingerprint: str = "f") -> RequestKey:
    """A request key."""
    return RequestKey(name, fingerprint)
