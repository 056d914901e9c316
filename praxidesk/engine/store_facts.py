"""What a store is and how large, for whoever looks after it. Nothing here is about a patient."""

from dataclasses import dataclass
from enum import Enum


class ServerCounts(Enum):
    """Whether the server's own count of statements (``pg_stat_statements``) could be read."""

    READ = "read"
    NO_SERVER = "no_server"
    """The store is a file."""
    MISSING = "missing"
    """The extension is not in this database."""
    NOT_LOADED = "not_loaded"
    """It is, but the server was started without its library."""
    NOT_ALLOWED = "not_allowed"
    """This login may not read it."""


@dataclass(frozen=True, slots=True)
class ServerStatement:
    """One statement as the server counts it, of all desks together; its values are left out."""

    text: str
    calls: int
    mean_ms: float
    longest_ms: float
    total_ms: float


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session on the server that waits for another, keeps others waiting, or has changes open for long.

    Its statements are nobody's business. All times in seconds since 1970.
    """

    process: int
    """By which it is ended."""
    login: str
    """Of the practice; of others the server's name for them or for what it does itself."""
    name: str
    """As windows show the person; empty where nobody has given it one."""
    desk: str
    """As it calls itself; empty where it does not."""
    is_resting: bool
    """In the middle of a transaction, and asks nothing."""
    begun_at: int | None
    """When its transaction began, where this login may know it."""
    waits_since: int | None
    """``None``: it does not wait."""
    held_by: tuple[int, ...] = ()
    """The processes it waits for."""


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What the store is."""

    dialect: str
    version: str
    """Of SQLite, or of the server."""
    revision: str
    journal_mode: str
    """SQLite only, else empty."""
    size_bytes: int
    tables: tuple[tuple[str, int], ...]
    """The largest ones with their indexes, in bytes; empty where nobody tells."""
    connections: int | None
    """Sessions of all desks, as far as this login sees them; ``None`` for a file."""
    counts: ServerCounts
    statements: tuple[ServerStatement, ...] = ()
    """The most expensive first."""
    held: tuple[HeldSession, ...] = ()
    """Who waits first, the longest before the others."""
