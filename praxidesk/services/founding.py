"""Setting up the practice of a store by its address: the store is made where there is none."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.setup_outcomes import SetupReport
from praxidesk.exchange.practice_file import read
from praxidesk.exchange.toml_document import Source
from praxidesk.models import queries
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.setup import all_new, apply, rehearse, require_consistent


def found(url: str, source: Source) -> SetupReport:
    """Create or update the practice as a description says: all of it, or nothing, not even the store.

    :raises PracticeFileError: it is no description; nothing was changed
    :raises SetupRefused: it contradicts what is stored; nothing was changed
    :raises StoreUnavailable: nothing was changed
    """
    with _opened(url) as store:
        if store is not None:
            return apply(store, read(source, stored=_stored(store)))
    file = read(source)
    require_consistent(None, file)  # no store is made for a file that describes no practice
    store = Store.open(url, create=True)
    try:
        report = apply(store, file)
    except BaseException:
        if _is_empty(store):
            store.discard()
        raise
    finally:
        store.close()
    return report


def rehearsed(url: str, source: Source) -> SetupReport:
    """What ``found`` would do; raises what it would, and changes nothing."""
    with _opened(url) as store:
        if store is not None:
            return rehearse(store, read(source, stored=_stored(store)))
    return all_new(read(source))


@contextmanager
def _opened(url: str) -> Iterator[Store | None]:
    """The store, or ``None`` where there is none yet."""
    try:
        store = Store.open(url)
    except StoreUnavailable as fault:
        if fault.fault is not StoreFault.MISSING:
            raise
        yield None
        return
    with closing(store):
        yield store


def _stored(store: Store) -> Practice | None:
    """The practice whose rows the description may name without describing them."""
    try:
        with store.read() as connection:
            return queries.practice(connection)
    except StoreUnavailable as fault:
        if fault.fault is StoreFault.EMPTY:
            return None
        raise


def _is_empty(store: Store) -> bool:
    """Whether nobody else has set up a practice there meanwhile; not sure is no."""
    try:
        return _stored(store) is None
    except StoreUnavailable:
        return False
