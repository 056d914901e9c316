"""Which request is the newest of its kind: what both threads ask before doing work in vain."""

from enum import Enum, auto
from itertools import count
from threading import Lock

from praxidesk.worker.messages import Ticket


class Kind(Enum):
    """Requests that supersede each other; changes of the calendar never are."""

    WEEKS = auto()
    UNASKED = auto()
    """Weeks that the gateway wants of itself: refreshes and neighbours."""
    CHANGE = auto()
    CHECK = auto()
    SLOTS = auto()
    PATIENTS = auto()
    HISTORY = auto()
    CONFLICTS = auto()
    POLICY = auto()
    SERIES = auto()


_NEVER_STALE = frozenset({Kind.CHANGE, Kind.POLICY, Kind.SERIES})


class Tickets:
    """Issues tickets and remembers the newest of each kind; safe from any thread."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._lock = Lock()
        self._newest: dict[Kind, Ticket] = {}

    def issue(self, kind: Kind) -> Ticket:
        """A new ticket; older ones of a kind that supersedes are stale from now on."""
        with self._lock:
            ticket = Ticket(next(self._numbers))
            self._newest[kind] = ticket
            return ticket

    def is_current(self, kind: Kind, ticket: Ticket) -> bool:
        """Whether work for this ticket is still wanted."""
        return kind in _NEVER_STALE or self._newest.get(kind) == ticket

    def renew(self) -> None:
        """Make everything stale that can be, as at the end of the program."""
        for kind in Kind:
            self.issue(kind)
