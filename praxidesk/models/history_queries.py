"""The journal as people read it: a page of deeds, counted, and the rows that belong to them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    false,
    func,
    or_,
    select,
    text,
    true,
)

from praxidesk.engine.history import HistoryFilter, Telling, Topic
from praxidesk.engine.journal import JournalLine
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.models.id_list import is_among
from praxidesk.models.journal_rows import LINE, SEAL, line_of, seal_of
from praxidesk.models.journal_tables import TELLING
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.sqlite.journal import UNKNOWN
from praxidesk.models.tables import account, journal, journal_seal, patient

_IS_TOLD: ColumnElement[bool] = text(TELLING)  # type: ignore[assignment]  # in the very words of its index
_ABOUT = (journal.c.topic, journal.c.patient_id, patient.c.family, patient.c.given)
_AT_SEAL = len(LINE)
_AT_ABOUT = _AT_SEAL + len(SEAL)


def page(
    connection: Connection, wanted: HistoryFilter, newest: int | None, offset: int, limit: int
) -> tuple[int, int, tuple[Telling, ...]]:
    """How many deeds there are, up to which line, and those from ``offset`` on, newest first. One statement.

    ``newest`` is what an earlier page said; what was done since is not counted then.
    """
    condition = _condition(wanted, newest)
    picked = (
        select(journal.c.id).where(condition).order_by(journal.c.id.desc()).limit(limit).offset(offset)
    ).subquery()
    total = select(func.count()).select_from(select(journal.c.id).where(condition).subquery())
    last = select(func.max(journal.c.id)).scalar_subquery()
    statement = (
        select(*LINE, *SEAL, *_ABOUT, total.scalar_subquery(), last)
        .select_from(
            picked.join(journal, journal.c.id == picked.c.id)
            .outerjoin(journal_seal, journal_seal.c.journal_id == journal.c.id)
            .outerjoin(patient, patient.c.actor_id == journal.c.patient_id)
        )
        .order_by(journal.c.id.desc())
    )
    rows = fetch_all(connection, statement)
    tellings = tuple(_telling(row) for row in rows)
    if not rows:
        return 0, newest or 0, ()
    return int(rows[0][-2]), newest if newest is not None else int(rows[0][-1]), tellings


def parts_of(connection: Connection, tellings: Iterable[Telling]) -> tuple[JournalLine, ...]:
    """All later rows of the entries that are told of, by number. One statement, or none."""
    entries = {int(each.line.subject_key): each.line.id for each in tellings if each.topic is Topic.ENTRY}
    if not entries:
        return ()
    asked = {"entries": sorted(entries), "since": min(entries.values())}
    return tuple(line_of(row[:_AT_SEAL]) for row in fetch_all(connection, _PARTS, asked))


def of_entry(
    connection: Connection, entry: EntryId, limit: int
) -> tuple[tuple[Telling, ...], list[JournalLine]]:
    """The newest rows of one entry: its deeds, newest first, and all of them by number. One statement."""
    rows = fetch_all(connection, _OF_ENTRY, {"entry": entry, "limit": limit})
    return (
        tuple(_telling(row) for row in rows if row[3] == "entry"),
        [line_of(row[:_AT_SEAL]) for row in reversed(rows)],
    )


def doers(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Everybody who stands in the journal: logins, each with what a desk calls itself. One statement."""
    return tuple((str(login), str(desk)) for login, desk in connection.execute(_DOERS))


def has_accounts(connection: Connection) -> bool:
    """Whether a login of a file may be a person's own. One statement."""
    return connection.execute(select(account.c.id).limit(1)).first() is not None


def newest(connection: Connection) -> Telling | None:
    """The newest deed on an entry. One statement."""
    rows = fetch_all(connection, _NEWEST)
    return _telling(rows[0]) if rows else None


def _condition(wanted: HistoryFilter, newest_: int | None) -> ColumnElement[bool]:
    # Lines of one entry or patient are found by their own index, all others by that of what is told.
    is_narrow = wanted.entry is not None or wanted.patients is not None
    conditions = [journal.c.topic.in_([each.value for each in Topic]) if is_narrow else _IS_TOLD]
    if newest_ is not None:
        conditions.append(journal.c.id <= newest_)
    if wanted.entry is not None:
        conditions.append(journal.c.entry_id == wanted.entry)
    if wanted.patients is not None:
        conditions.append(journal.c.patient_id.in_(wanted.patients))
    if wanted.topic is not None:
        conditions.append(journal.c.topic == wanted.topic.value)
    if wanted.span is not None:
        conditions.append(and_(journal.c.at >= wanted.span.start, journal.c.at < wanted.span.end))
    if wanted.login is not None or wanted.desk is not None:
        conditions.append(journal.c.id.in_(_done_by(wanted)))
    return and_(true(), *conditions)


def _done_by(wanted: HistoryFilter) -> Select[Any]:
    seal = journal_seal.c
    found = select(seal.journal_id)
    if wanted.login is not None:
        found = found.where(seal.login == wanted.login)
    if wanted.desk is not None:
        found = found.where(or_(seal.desk == wanted.desk, and_(seal.desk == "", seal.client == wanted.desk)))
    return found


def _telling(row: tuple[Any, ...]) -> Telling:
    seal = row[_AT_SEAL:_AT_ABOUT]
    topic, patient_id, family, given = row[_AT_ABOUT : _AT_ABOUT + len(_ABOUT)]
    is_known = seal[0] is not None and seal[2] != UNKNOWN
    return Telling(
        line_of(row[:_AT_SEAL]),
        seal_of(seal) if is_known else None,
        Topic(topic),
        ActorId(patient_id) if patient_id is not None else None,
        ", ".join(each for each in (family, given) if each),
    )


_PARTS = (
    select(*LINE)
    .where(
        is_among(journal.c.entry_id, "entries"),
        journal.c.id > bindparam("since"),
        journal.c.subject.in_(["entry", "allocation", "milestone"]),
    )
    .order_by(journal.c.id)
)
_OF_ENTRY = (
    select(*LINE, *SEAL, *_ABOUT)
    .select_from(
        journal.outerjoin(journal_seal, journal_seal.c.journal_id == journal.c.id).outerjoin(
            patient, patient.c.actor_id == journal.c.patient_id
        )
    )
    .where(journal.c.entry_id == bindparam("entry"))
    .order_by(journal.c.id.desc())
    .limit(bindparam("limit"))
)
_DOERS = select(journal_seal.c.login, journal_seal.c.desk).distinct().where(journal_seal.c.login != UNKNOWN)
_NEWEST = (
    select(*LINE, *SEAL, *_ABOUT)
    .select_from(
        journal.outerjoin(journal_seal, journal_seal.c.journal_id == journal.c.id).outerjoin(patient, false())
    )
    .where(
        journal.c.id
        == select(func.max(journal.c.id)).where(_IS_TOLD, journal.c.topic == "entry").scalar_subquery()
    )
)
