"""Double bookings by a definition that knows nothing of the program."""

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sqlalchemy import text

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import OCCUPYING, ActorId, ConflictKind, EntryId, Status
from tests.services.diary import Diary

BUSY = {ConflictKind.PRACTITIONER_BUSY, ConflictKind.ROOM_BUSY, ConflictKind.PATIENT_BUSY}

READ = """
    SELECT entry.id, status, override_reason, actor_id, allocation.starts_at, allocation.ends_at, blocking
    FROM allocation JOIN entry ON entry.id = entry_id
    WHERE allocation.starts_at >= :start AND allocation.starts_at < :end
"""

Clash = tuple[ActorId, EntryId, int, int]


@dataclass(frozen=True)
class Row:
    """An allocation, and what its entry says."""

    entry: EntryId
    status: Status
    override: str
    actor: ActorId
    start: int
    end: int
    blocking: bool


def rows(diary: Diary, day: date) -> list[Row]:
    """All of a day, straight from the tables."""
    span = diary.desk.zone.day(day)
    with diary.desk.store.read() as connection:
        found = connection.execute(text(READ), span._asdict()).all()
    return [
        Row(each[0], Status(each[1]), each[2], each[3], each[4], each[5], bool(each[6])) for each in found
    ]


def assert_no_double_booking(found: list[Row]) -> None:
    for row in found:
        if row.status not in OCCUPYING:
            assert not row.blocking
        elif not row.override:
            assert row.blocking
    for one, other in combinations(found, 2):
        if one.actor == other.actor and one.start < other.end and other.start < one.end:
            assert not (one.blocking and other.blocking)
            if one.status in OCCUPYING and other.status in OCCUPYING:
                assert one.override or other.override


def clashes(found: list[Row], entry: Entry | None, wish: list[tuple[ActorId, int, int]]) -> set[Clash]:
    """Whom a wish meets, and exactly when."""
    return {
        (actor, row.entry, max(start, row.start), min(end, row.end))
        for actor, start, end in wish
        for row in found
        if row.actor == actor and row.start < end and start < row.end
        if row.status in OCCUPYING and (entry is None or row.entry != entry.id)
    }
