"""From the options of a command to an open store, its practice and a clock."""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from praxidesk.commands.faults import explain
from praxidesk.commands.places import replaced_now, store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.engine.sign_in import SignedIn
from praxidesk.engine.walltime import NonexistentTime, Zone
from praxidesk.models.sqlite import keys_in_hand
from praxidesk.models.sqlite.file import is_encrypted
from praxidesk.models.store import Store, StoreUnavailable, file_of
from praxidesk.services.desk import Desk
from praxidesk.services.sign_in import KeyOfOlder

Clock = Callable[[], int]


@contextmanager
def opened_store(
    options: argparse.Namespace, *, outdated: bool = False, reads_only: bool = False
) -> Iterator[Store]:
    """The store the options name, closed afterwards; faults become messages for people.

    ``reads_only``: of several servers, one that follows the others will do.
    """
    url = store_url(options)
    with faults_explained(url):
        who = brought_in(url, outdated=outdated)
        store = Store.open(with_login(url), outdated=outdated, reads_only=reads_only)
        if who is not None:
            store.sign_as(who.login)
        try:
            yield store
        finally:
            store.close()


def brought_in(url: str, *, outdated: bool = False) -> SignedIn | None:
    """Who opens the store, where that is asked: an encrypted one asks by itself, others nobody at all.

    ``outdated``: of an older one its key is enough, for whoever brings it up to date.
    """
    file = file_of(url)
    if file is None or not is_encrypted(file) or keys_in_hand.of(file) is not None:
        return None
    from praxidesk.commands import credentials  # noqa: PLC0415 - hardly ever

    try:
        return credentials.brought_in(file, int(time.time()))  # whatever --now says: nobody waits less for it
    except KeyOfOlder:
        if outdated:
            return None
        keys_in_hand.drop(file)
        raise


def with_login(url: str) -> str:
    """The address to open, for no message: a server's with who opens it, where it does not say so itself.

    That is what the environment says, or, at a terminal and where the server wants a password, what is typed.
    """
    if file_of(url) is not None:
        return url
    from praxidesk.commands import credentials  # noqa: PLC0415 - not for a file

    named = credentials.named_by_environment(url)
    if not credentials.at_terminal() or not wants_password(named):
        return named
    return credentials.asked_for(named)


def wants_password(url: str) -> bool:
    """Whether a server lets nobody in without a password, and has not got one from anywhere."""
    try:
        Store.open(url, outdated=True, reads_only=True).close()
    except StoreUnavailable as fault:
        return fault.trouble is ServerTrouble.WANTS_PASSWORD  # anything else is said by who opens it
    return False


@contextmanager
def opened_desk(options: argparse.Namespace, *, reads_only: bool = False) -> Iterator[Desk]:
    """The store the options name, which must have a practice."""
    with opened_store(options, reads_only=reads_only) as store:
        yield Desk.open(store, ready=False)


@contextmanager
def faults_explained(url: str) -> Iterator[None]:
    """Turn a fault of the store into a message that says which store, what is wrong and what to do."""
    try:
        yield
    except StoreUnavailable as fault:
        raise CommandRefused(explain(fault.fault, fault.detail, url, fault.trouble)) from fault


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
