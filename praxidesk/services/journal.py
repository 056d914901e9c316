"""The journal: whether it is whole, and what stands in it."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from praxidesk.engine.journal import Anchor, Finding, JournalLine, Seal, flaws
from praxidesk.models import journal_queries
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.sqlite_journal import seal_what_others_left
from praxidesk.models.store import Store

MOST_FINDINGS = 100
"""A journal that was written anew has one flaw a line: nobody reads all of them."""


@dataclass(frozen=True, slots=True)
class JournalProof:
    """What looking through the whole journal found."""

    head: Anchor
    """The newest seal: note it elsewhere."""
    findings: tuple[Finding, ...]
    """Empty where it is whole; never more than ``MOST_FINDINGS``."""
    unsealed: int
    """Lines that another program wrote into the file; they are no part of the chain yet."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.findings and not self.unsealed


def prove(store: Store, anchors: Sequence[Anchor] = ()) -> JournalProof:
    """Go through the whole chain, and hold it against what was noted of it elsewhere. Three statements."""
    with store.read() as connection:
        head = journal_queries.head(connection)
        found = tuple(islice(flaws(journal_queries.chain(connection), head, anchors), MOST_FINDINGS))
        return JournalProof(head, found, journal_queries.unsealed(connection))


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
