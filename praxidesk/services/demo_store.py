"""The demo practice's own store in the user's data folder: made when it is wanted, deleted when it is not."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.walltime import Zone
from praxidesk.models import queries
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.demo import DemoGivenUp, Follow, demo_site, go_on, make_demo
from praxidesk.services.demo_practice.opening import is_open, next_open_day
from praxidesk.services.desk import read_practice
from praxidesk.services.seals_seen import default_file, forget_file

MORNING = time(10, 30)
"""When the demonstrated day begins to be looked at, where it is not open just now."""
_COMPANIONS = ("", "-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class DemoMoment:
    """What the demo practice shows first."""

    zone: Zone
    day: date
    begins_at: datetime | None
    """When its clock begins to run, in wall time; ``None`` for the machine's clock."""

    def begins(self, now: int) -> int:
        """The same as an instant."""
        return now if self.begins_at is None else self.zone.reached(self.begins_at)


def demo_moment(now: int) -> DemoMoment:
    """Today and now while the practice would see patients; else the next morning on which it does.

    At night and on days off nothing could be tried out.
    """
    site = demo_site()
    zone = Zone(site.timezone)
    moment = zone.local(now)
    day = next_open_day(site, moment.date())
    if day == moment.date() and is_open(site, moment):
        return DemoMoment(zone, day, None)
    return DemoMoment(zone, day, datetime.combine(day, MORNING))


def demo_store() -> str:
    """Where it is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 - needed here alone

    return str(user_data_path("PraxiDesk", appauthor=False) / "demo.db")


def keep_demo(place: str, day: date, now: int, follow: Follow = go_on) -> bool:
    """Make it around a day, unless one is there that knows that day; ``False`` where it was given up.

    :raises StoreUnavailable: nothing of it is left; also where another practice is in that place
    """
    if _has_day(place, day):
        return True
    drop_demo(place)
    store = Store.open(place, create=True)
    try:
        make_demo(store, day, now, follow)
    except BaseException as error:
        store.discard()
        if isinstance(error, DemoGivenUp):
            return False
        raise
    finally:
        store.close()
    return True


def drop_demo(place: str) -> None:
    """Delete it, if it is there.

    :raises StoreUnavailable: where another practice is in that place, or it cannot be deleted
    """
    try:
        _is_ours(place)
    except StoreUnavailable as fault:
        if fault.fault not in {StoreFault.MISSING, StoreFault.EMPTY, StoreFault.TOO_OLD, StoreFault.TOO_NEW}:
            raise
    try:
        for suffix in _COMPANIONS:
            Path(place + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnavailable(StoreFault.READ_ONLY, f"{place}: {error.strerror}") from None
    forget_file(Path(place), default_file())


def _has_day(place: str, day: date) -> bool:
    """Whether the demo practice is there, and has entries on a day."""
    try:
        zone = _is_ours(place)
        with closing(Store.open(place)) as store, store.read() as connection:
            return bool(queries.entries(connection, zone.day(day)))
    except StoreUnavailable as fault:
        if fault.fault in {StoreFault.MISSING, StoreFault.EMPTY, StoreFault.TOO_OLD, StoreFault.TOO_NEW}:
            return False
        raise


def _is_ours(place: str) -> Zone:
    """The zone of the demo practice in a place, where there is nothing else."""
    with closing(Store.open(place)) as store, store.read() as connection:
        site = read_practice(connection).site
    if site.code != demo_site().code:
        raise StoreUnavailable(StoreFault.FOREIGN, f"{place} holds another practice")
    return Zone(site.timezone)
