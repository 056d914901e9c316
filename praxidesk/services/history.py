"""What was done, by whom and from where: of an entry, of a patient, of the whole practice."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from praxidesk.engine.history import (
    PAGE,
    Doers,
    HistoryFilter,
    HistoryLine,
    HistoryPage,
    Telling,
    is_person,
    told,
)
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.vocabulary import EntryId
from praxidesk.models import history_queries
from praxidesk.models.store import StoreUnavailable
from praxidesk.services.desk import Desk
from praxidesk.services.people import names_of

MOST_ROWS = 400
"""Rows of an entry that are looked at for its newest deeds: a move of a team is some twenty."""


def entry_history(desk: Desk, entry: EntryId) -> tuple[HistoryLine, ...] | None:
    """The newest deeds on an entry, newest first; ``None`` where the login may not read them. One statement.

    Of an entry with a very long history only those whose rows are all among ``MOST_ROWS``.
    """
    try:
        with desk.store.read() as connection:
            tellings, rows = history_queries.of_entry(connection, entry, MOST_ROWS)
            names = _names(desk, connection, tellings)
    except StoreUnavailable as fault:
        if fault.fault is StoreFault.NOT_ALLOWED:
            return None
        raise
    return told(tellings, rows, names, on_server=_is_server(desk))


def history_page(
    desk: Desk, wanted: HistoryFilter, newest: int | None = None, offset: int = 0
) -> HistoryPage:
    """A page of deeds, newest first. Two statements, one where none is about an entry.

    Raises ``StoreUnavailable`` where the login may not read the journal.
    """
    with desk.store.read() as connection:
        total, last, tellings = history_queries.page(connection, wanted, newest, offset, PAGE)
        parts = history_queries.parts_of(connection, tellings)
        names = _names(desk, connection, tellings)
    return HistoryPage(total, last, told(tellings, parts, names, on_server=_is_server(desk)))


def doers(desk: Desk) -> Doers:
    """Whom a page can be filtered by. One statement, in a file two."""
    with desk.store.read() as connection:
        found = history_queries.doers(connection)
        has_persons = _is_server(desk) or history_queries.has_accounts(connection)
    persons = {login for login, _ in found} if has_persons else set[str]()
    return Doers(tuple(sorted(persons)), tuple(sorted({label for _, label in found} - {""})))


def last_change(desk: Desk) -> HistoryLine | None:
    """The newest deed on any entry; ``None`` where there is none, or the login may not read them."""
    try:
        with desk.store.read() as connection:
            found = history_queries.newest(connection)
    except StoreUnavailable as fault:
        if fault.fault is StoreFault.NOT_ALLOWED:
            return None
        raise
    return told([found], [], {}, on_server=_is_server(desk))[0] if found is not None else None


def _names(desk: Desk, connection: Connection, tellings: Iterable[Telling]) -> Mapping[str, str]:
    """Of the people who did these; read once, and again only where one is new."""
    on_server = _is_server(desk)
    seals = (each.seal for each in tellings if each.seal is not None)
    return names_of(
        desk, connection, {seal.login for seal in seals if is_person(seal.client, on_server=on_server)}
    )


def _is_server(desk: Desk) -> bool:
    return desk.store.dialect == "postgresql"
