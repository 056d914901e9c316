"""Reading the journal: the chain for its proof, the newest lines for people; and noting that one was read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, literal, select, text

from praxidesk.engine.journal import Anchor, Deed, JournalLine, Seal
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.journal_rows import LINE, SEAL, line_of, seal_of
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.tables import journal, journal_head, journal_seal

_AT_ONCE = 5_000
_SEALED = len(SEAL)
_CHAIN = (
    select(*SEAL, *LINE)
    .select_from(journal_seal.outerjoin(journal, journal.c.id == journal_seal.c.journal_id))
    .order_by(journal_seal.c.seq)
    .execution_options(yield_per=_AT_ONCE)
)
_UNSEALED = (
    select(func.count())
    .select_from(journal.outerjoin(journal_seal, journal.c.id == journal_seal.c.journal_id))
    .where(journal_seal.c.seq.is_(None))
)
_WHOLE_HEAD = text(
    "SELECT seq, hash, NOT row_security_active('journal')"
    " OR coalesce(pg_has_role(to_regrole(:admins), 'MEMBER'), false) FROM journal_head"
).bindparams(admins=StaffRole.ADMIN.group)
_READ_ON_SERVER = text("SELECT journal_read(:patient)").bindparams(bindparam("patient"))


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which lines are wanted; what is ``None`` does not matter."""

    entry: EntryId | None = None
    patient: ActorId | None = None
    """What was done to a patient's data and entries, and who opened them."""
    login: str | None = None
    span: Span | None = None
    """When it was done."""
    seq: int | None = None
    """The one line whose seal has this number."""


def chain(connection: Connection) -> Iterator[tuple[Seal, JournalLine | None]]:
    """All seals in their order, each with its line where there still is one. One statement."""
    for row in connection.execute(_CHAIN):
        yield _sealed(row)


def part_of_chain(
    connection: Connection, after: int, until: int, limit: int
) -> list[tuple[Seal, JournalLine | None]]:
    """The same for the seals behind a number, as many as asked for. One statement."""
    statement = _CHAIN.where(journal_seal.c.seq > after, journal_seal.c.seq <= until).limit(limit)
    return [_sealed(row) for row in connection.execute(statement)]


def _sealed(row: Sequence[Any]) -> tuple[Seal, JournalLine | None]:
    line = row[_SEALED:]
    return seal_of(row[:_SEALED]), line_of(line) if line[0] is not None else None


def head(connection: Connection) -> Anchor:
    """The newest seal, as the database remembers it."""
    row = connection.execute(select(journal_head.c.seq, journal_head.c.hash)).one()
    return Anchor(row.seq, row.hash)


def whole_head(connection: Connection) -> Anchor:
    """The same for who looks through all of it. One statement.

    Raises ``StoreUnavailable`` where the login sees only some of the lines: the others would seem to be gone.
    """
    if connection.dialect.name != "postgresql":
        return head(connection)
    seq, hash_, sees_all = connection.execute(_WHOLE_HEAD).one()
    if not sees_all:
        raise StoreUnavailable(StoreFault.NOT_ALLOWED, "the login does not see the whole journal")
    return Anchor(seq, hash_)


def hash_of(connection: Connection, seq: int) -> str | None:
    """Of the seal with a number; ``None`` where there is none. One statement."""
    found = connection.execute(select(journal_seal.c.hash).where(journal_seal.c.seq == seq)).scalar()
    return None if found is None else str(found)


def unsealed(connection: Connection) -> int:
    """How many lines another program wrote into the file; a server seals them all."""
    return int(connection.execute(_UNSEALED).scalar_one())


def newest_lines(
    connection: Connection, wanted: JournalFilter, limit: int
) -> tuple[tuple[Seal, JournalLine], ...]:
    """The newest sealed lines that fit, newest first. One statement."""
    statement = (
        select(*SEAL, *LINE)
        .select_from(journal_seal.join(journal, journal.c.id == journal_seal.c.journal_id))
        .order_by(journal_seal.c.seq.desc())
        .limit(limit)
    )
    if wanted.entry is not None:
        statement = statement.where(journal.c.entry_id == wanted.entry)
    if wanted.patient is not None:
        statement = statement.where(journal.c.patient_id == wanted.patient)
    if wanted.login is not None:
        statement = statement.where(journal_seal.c.login == wanted.login)
    if wanted.seq is not None:
        statement = statement.where(journal_seal.c.seq == wanted.seq)
    if wanted.span is not None:
        statement = statement.where(journal.c.at >= wanted.span.start, journal.c.at < wanted.span.end)
    return tuple((seal_of(row[:_SEALED]), line_of(row[_SEALED:])) for row in connection.execute(statement))


def note_read(connection: Connection, patient: ActorId, now: int) -> None:
    """Write down that a patient's record is opened; a server does it by its own function and clock."""
    if connection.dialect.name == "postgresql":
        connection.execute(_READ_ON_SERVER, {"patient": patient})
        return
    connection.execute(
        insert(journal).from_select(
            ["at", "deed", "subject", "subject_key", "patient_id"],
            select(
                literal(now),
                literal(Deed.READ.value),
                literal("patient"),
                literal(str(patient)),
                literal(patient),
            ),
        )
    )
