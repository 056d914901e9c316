"""Signing in to a store in a file, encrypted or not, before anybody has opened it."""

from contextlib import closing
from pathlib import Path

from praxidesk.engine.lockout import Attempts
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.passwords import LONGEST_PASSWORD
from praxidesk.engine.sign_in import NotSignedIn, SignedIn, SignInRefused
from praxidesk.models.sqlite import keys_in_hand
from praxidesk.models.sqlite.file import is_encrypted
from praxidesk.models.sqlite.key_file import RECOVERY, KeyFile, key_file_of
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.accounts import Accounts, Strangers


class KeyOfOlder(StoreUnavailable):
    """The password was right, the key is in hand; but the store is an older one, to be upgraded first."""

    def __init__(self, fault: StoreUnavailable, missed: Attempts) -> None:
        super().__init__(fault.fault, fault.detail)
        self.missed = missed
        """Wrong passwords before the right one."""


def sign_in(
    file: Path, login: str, password: str, now: int, strangers: Strangers | None = None
) -> SignedIn | SignInRefused:
    """Who works with the store from now on; or why not. The key of an encrypted one is in hand afterwards.

    :raises KeyOfOlder: where an encrypted one has to be upgraded first; then ``admit`` says who works with it
    :raises StoreUnavailable: where the file or its key file cannot be used
    """
    strangers = strangers or Strangers()
    if not is_encrypted(file):
        with closing(Store.open(str(file))) as store:
            return Accounts(store, strangers).sign_in(login, password, now)
    if login == RECOVERY:
        return SignInRefused(NotSignedIn.WRONG)
    keys = KeyFile(key_file_of(file))
    missed = keys.attempts(login)
    answer = _brought_out(keys, login, password[: LONGEST_PASSWORD + 1], now, strangers)
    if isinstance(answer, SignInRefused):
        return answer
    keys_in_hand.take(file, answer)
    try:
        return admit(file, login, missed, now, strangers)
    except StoreUnavailable as fault:
        if fault.fault is not StoreFault.TOO_OLD:
            raise
        raise KeyOfOlder(fault, missed) from None


def admit(
    file: Path, login: str, missed: Attempts, now: int, strangers: Strangers
) -> SignedIn | SignInRefused:
    """Let in whose password has brought out the key; else it is in hand no more, but of an older store.

    :raises StoreUnavailable: as ``sign_in``
    """
    keeps = False
    try:
        with closing(Store.open(str(file))) as store:
            admitted = Accounts(store, strangers).admit(login, missed, now)
            keeps = isinstance(admitted, SignedIn)
            return admitted
    except StoreUnavailable as fault:
        keeps = fault.fault is StoreFault.TOO_OLD
        raise
    finally:
        if not keeps:
            keys_in_hand.drop(file)


def recover(file: Path, recovery_key: str, now: int) -> SignInRefused | None:
    """Bring out the key of an encrypted store by what was printed when it was encrypted."""
    answer = KeyFile(key_file_of(file)).open(RECOVERY, plain_recovery_key(recovery_key), now)
    if isinstance(answer, bytes):
        keys_in_hand.take(file, answer)
        return None
    if answer is None:
        raise StoreUnavailable(StoreFault.DAMAGED, "the key file has no recovery key")
    return answer


def plain_recovery_key(typed: str) -> str:
    """As it was made: without the hyphens between, in capitals."""
    return "".join(typed.split()).replace("-", "").upper()


def _brought_out(
    keys: KeyFile, login: str, password: str, now: int, strangers: Strangers
) -> bytes | SignInRefused:
    known = strangers[login].seen(now)
    until = known.waits_until(now)
    if until is not None:
        return SignInRefused(NotSignedIn.WAITING, until)
    answer = keys.open(login, password, now)
    if answer is None:
        strangers[login] = known.failed(now)
        return SignInRefused(NotSignedIn.WRONG, strangers[login].waits_until(now))
    return answer
