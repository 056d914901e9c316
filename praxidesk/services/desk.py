"""The desk: an open store, and the practice in it as last seen."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from sqlalchemy import Connection

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import Span
from praxidesk.engine.walltime import Zone
from praxidesk.models import queries
from praxidesk.models.found_patients import Sounds
from praxidesk.models.people_queries import own_sites
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.holidays_calendar import holidays_of

NO_TIME = Span(0, 0)


class Desk:
    """What every verb of the practice needs. For one thread at a time."""

    def __init__(self, store: Store, practice: Practice, sites: Sequence[str] = ()) -> None:
        self.store = store
        self.sounds = Sounds()
        self.names: dict[str, str] = {}
        """Of people by their logins, as far as anybody has asked."""
        self.sites: Sequence[str] = ()
        """Codes of those whose entries the login sees; empty for all."""
        self._take(practice, sites)

    @classmethod
    def open(cls, store: Store, *, ready: bool = True) -> "Desk":
        """The desk of the store's practice.

        :param ready: its first booking costs no more than others (``make_ready``)
        :raises StoreUnavailable: also where the store has no practice yet
        """
        with store.read() as connection:
            desk = cls(store, *_offered(connection))
        if ready:
            desk.make_ready()
        return desk

    def make_ready(self) -> None:
        """Have the store learn what booking takes, where it has to: 20 ms of a server, once a connection.

        For a desk that stays, at its opening or while it rests. What keeps the store from it, if anything
        does, is told to whoever books.
        """
        with suppress(StoreUnavailable):
            self.store.make_ready()

    @property
    def practice(self) -> Practice:
        """Hours, people, types and rules, holidays included; the same object while nothing changed.

        To a login of some sites those who are only elsewhere are known, and take no part.
        """
        return self._practice

    @property
    def zone(self) -> Zone:
        """The site's wall time."""
        return self._zone

    def refresh(self) -> bool:
        """Read the practice again if somebody changed it; whether somebody did."""
        with self.store.read() as connection:
            return self.refresh_in(connection)

    def refresh_in(self, connection: Connection) -> bool:
        """The same inside a transaction."""
        if queries.practice_version(connection) == self._practice.version:
            return False
        self.reload(connection)
        return True

    def reload(self, connection: Connection) -> None:
        """Read the practice again, whether or not it changed."""
        self._take(*_offered(connection))

    def _take(self, practice: Practice, sites: Sequence[str]) -> None:
        self._practice, self.sites = practice, sites
        self._zone = Zone(practice.site.timezone)


def _offered(connection: Connection) -> tuple[Practice, Sequence[str]]:
    sites = own_sites(connection)
    return read_practice(connection).seen_from(sites), sites


def read_practice(connection: Connection) -> Practice:
    """The practice of the store, with its holidays.

    :raises StoreUnavailable: where it has none yet, or one with a value that is none
    """
    try:
        practice = queries.practice(connection)
        Zone(practice.site.timezone)
    except (ValueError, LookupError) as error:
        # Put in by hand: no desk writes such a value, and none can go on from it.
        detail = f"the practice has a value that cannot be read: {error}"
        raise StoreUnavailable(StoreFault.DAMAGED, detail) from error
    return replace(practice, holidays=holidays_of(practice.site))
