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
