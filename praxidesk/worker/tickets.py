"""Which request is the newest of its kind: what both threads ask before doing work in vain."""

from enum import Enum, auto
from itertools import count
from threading import Lock

from praxidesk.worker.messages import Ticket
from praxidesk.worker.questions.question import Question


class Kind(Enum):
    """Requests that supersede each other; changes of the calendar never are."""

    WEEKS = auto()
    UNASKED = auto()
    """Weeks that the gateway wants of itself: refreshes and neighbours."""
    CHANGE = auto()
    CHECK = auto()
    SLOTS = auto()
    PATIENTS = auto()
    CONFLICTS = auto()
    POLICY = auto()
    SERIES = auto()


Superseding = Kind | type[Question]
"""What a newer request supersedes an older one of; questions go by their class."""

_NEVER_STALE = frozenset({Kind.CHANGE, Kind.POLICY, Kind.SERIES})


class Tickets:
    """Issues tickets and remembers the newest of each kind; safe from any thread."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._lock = Lock()
        self._newest: dict[Superseding, Ticket] = {}

    def issue(self, kind: Superseding) -> Ticket:
        """A new ticket; older ones of a kind that supersedes are stale from now on."""
        with self._lock:
            ticket = Ticket(next(self._numbers))
            self._newest[kind] = ticket
            return ticket

    def is_current(self, kind: Superseding, ticket: Ticket) -> bool:
        """Whether work for this ticket is still wanted."""
        stands = kind in _NEVER_STALE if isinstance(kind, Kind) else kind.stands
        return stands or self._newest.get(kind) == ticket

    def renew(self) -> None:
        """Make everything stale that can be, as at the end of the program."""
        with self._lock:
            known = tuple(self._newest)
        for kind in known:
            self.issue(kind)
