"""From the options of a command to an open store, its practice and a clock."""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from praxidesk.commands.faults import explain
from praxidesk.commands.places import replaced_now, store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.engine.walltime import NonexistentTime, Zone
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.desk import Desk

Clock = Callable[[], int]


@contextmanager
def opened_store(
    options: argparse.Namespace, *, create: bool = False, outdated: bool = False
) -> Iterator[Store]:
    """The store the options name, closed afterwards; faults become messages for people."""
    url = store_url(options)
    with faults_explained(url):
        store = Store.open(url, create=create, outdated=outdated)
        try:
            yield store
        finally:
            store.close()


@contextmanager
def opened_desk(options: argparse.Namespace) -> Iterator[Desk]:
    """The store the options name, which must have a practice."""
    with opened_store(options) as store:
        yield Desk.open(store)


@contextmanager
def faults_explained(url: str) -> Iterator[None]:
    """Turn a fault of the store into a message that says which store, what is wrong and what to do."""
    try:
        yield
    except StoreUnavailable as fault:
        raise CommandRefused(explain(fault.fault, fault.detail, url)) from fault


def clock(options: argparse.Namespace, zone: Zone) -> Clock:
    """What tells the time: the machine, unless ``--now`` or PRAXIDESK_NOW stands still at one."""
    wanted = replaced_now(options)
    if wanted is None:
        return lambda: int(time.time())
    try:
        now = int(wanted.timestamp()) if wanted.tzinfo else zone.instant(wanted)
        zone.local(now)
    except (NonexistentTime, OverflowError, ValueError) as error:
        raise CommandRefused(f"--now: {wanted.isoformat()} does not exist here: {error}") from error
    return lambda: now
