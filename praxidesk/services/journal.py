"""The journal: whether it is whole, and what stands in it."""

import sqlite3
from collections.abc import Callable, Generator, Sequence
from itertools import islice

from praxidesk.engine.journal import (
    Anchor,
    Finding,
    Inspection,
    JournalLine,
    JournalProof,
    Seal,
    flaws,
)
from praxidesk.models import journal_queries
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.sqlite.journal import seal_what_others_left
from praxidesk.models.store import Store

AT_A_STRETCH = 1_000
"""Lines that are looked through before others come in between."""

MOST_FINDINGS = 100
"""A journal that was written anew has one flaw a line: nobody reads all of them."""


def prove(store: Store, anchors: Sequence[Anchor] = ()) -> JournalProof:
    """Go through the whole chain, and hold it against what was noted of it elsewhere. Three statements.

    Raises ``StoreUnavailable`` where the login may not see all of it.
    """
    with store.read() as connection:
        head = journal_queries.whole_head(connection)
        found = tuple(islice(flaws(journal_queries.chain(connection), head, anchors), MOST_FINDINGS))
        return JournalProof(head, found, journal_queries.unsealed(connection))


def prove_in_pieces(
    store: Store, follow: Callable[[int], bool], anchors: Sequence[Anchor] = ()
) -> Generator[None, None, JournalProof | None]:
    """The same in pieces, each in a transaction of its own: others' work comes in between.

    :param follow: hears how many lines are looked through, and says whether to go on
    :returns: ``None`` where it was given up
    """
    with store.read() as connection:
        head = journal_queries.whole_head(connection)
    inspection = Inspection(anchors)
    findings: list[Finding] = []
    while inspection.last.seq < head.seq and len(findings) < MOST_FINDINGS:
        with store.read() as connection:
            links = journal_queries.part_of_chain(connection, inspection.last.seq, head.seq, AT_A_STRETCH)
        for seal, line in links:
            findings += inspection.look_at(seal, line)
        if not follow(inspection.last.seq):
            return None
        yield
        if len(links) < AT_A_STRETCH:
            break
    with store.read() as connection:
        unsealed = journal_queries.unsealed(connection)
    if len(findings) < MOST_FINDINGS:
        findings += inspection.end(head)
    return JournalProof(head, tuple(findings[:MOST_FINDINGS]), unsealed)


def seal_the_rest(store: Store) -> int:
    """Take what another program wrote into a file into the chain, as somebody unknown's; how many lines."""
    if store.dialect != "sqlite":
        return 0  # a server seals whatever anybody writes
    with store.write() as connection:
        driver: sqlite3.Connection = connection.connection.dbapi_connection  # type: ignore[assignment]
        return seal_what_others_left(driver)


def newest_lines(store: Store, wanted: JournalFilter, limit: int) -> tuple[tuple[Seal, JournalLine], ...]:
    """The newest lines that fit, newest first. One statement."""
    with store.read() as connection:
        return journal_queries.newest_lines(connection, wanted, limit)


def newest_seal(store: Store) -> Anchor:
    """What to note elsewhere. One statement."""
    with store.read() as connection:
        return journal_queries.head(connection)
