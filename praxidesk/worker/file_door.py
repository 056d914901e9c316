"""How the window gets into a store in a file that has accounts, or is encrypted."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from praxidesk.engine.lockout import Attempts
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.passwords import LONGEST_PASSWORD, SHORTEST_PASSWORD
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.engine.sign_in import SignedIn, SignInRefused
from praxidesk.models.sqlite import keys_in_hand
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.services.accounts import AccountRefused, Accounts, Strangers
from praxidesk.services.logins import FileLogins
from praxidesk.services.sign_in import KeyOfOlder, admit, sign_in
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.questions.signing_in import PasswordFault


class FileDoor:
    """For the store thread alone. No password stays in memory; of an encrypted store its key does."""

    def __init__(self, file: Path, clock: Callable[[], float] = time.time) -> None:
        """By the machine's clock: what counts as now for the practice can be chosen, and shortens no wait."""
        self._file = file
        self._clock = clock
        self._strangers = Strangers()
        self._account: str | None = None
        self._is_shut = False
        self._owed: tuple[str, Attempts] | None = None
        """Who has brought out the key of an older store, and after how many wrong passwords."""

    @property
    def account(self) -> str | None:
        """Who works with the store; ``None`` where nobody was asked.

        :raises AccessFailed: where nobody has signed in since it was locked, or it is older than the program
        """
        if self._owed is not None:
            self._admit(*self._owed)
        if self._is_shut:
            raise AccessFailed(StoreFault.SIGN_IN, "nobody is signed in", ServerTrouble.SIGNED_OUT)
        return self._account

    def failed(self, fault: StoreFault) -> None:
        """It was not opened: where somebody has to sign in first, it is not tried again before."""
        if fault is StoreFault.SIGN_IN:
            self.lock()

    def sign_in(self, login: str, password: str) -> SignInRefused | None:
        """Let somebody in; or why not.

        :raises AccessFailed: where the file does not answer
        """
        try:
            if self._asks_nobody():
                self._account, self._is_shut, self._owed = None, False, None
                return None
            answer = sign_in(self._file, login, password, self._now(), self._strangers)
        except KeyOfOlder as older:
            # Whoever opens it is told so, and may have it upgraded; then it is known who that was.
            self._account, self._is_shut, self._owed = None, True, (login, older.missed)
            return None
        except StoreUnavailable as fault:
            raise AccessFailed(fault.fault, fault.detail) from None
        if isinstance(answer, SignedIn):
            self._account, self._is_shut, self._owed = answer.login, False, None
            return None
        return answer

    def lock(self) -> None:
        """Nobody gets in before somebody signs in."""
        self._account, self._is_shut, self._owed = None, True, None
        keys_in_hand.drop(self._file)

    def change_password(self, present: str, wanted: str) -> PasswordFault | None:
        """Another one for who is signed in; or why not.

        :raises AccessFailed: where the file does not answer
        """
        login = self._account
        if login is None:
            return PasswordFault.NOT_SET_UP
        try:
            store = Store.open(str(self._file))
            try:
                store.sign_as(login)
                answer = Accounts(store, self._strangers).change_own_password(
                    login, present, wanted, self._now()
                )
            finally:
                store.close()
        except AccountRefused:
            if len(wanted) < SHORTEST_PASSWORD:
                return PasswordFault.TOO_SHORT
            if len(wanted) > LONGEST_PASSWORD:
                return PasswordFault.TOO_LONG
            is_named = login.casefold() in wanted.casefold()
            return PasswordFault.HOLDS_LOGIN if is_named else PasswordFault.UNTYPABLE
        except StoreUnavailable as fault:
            raise AccessFailed(fault.fault, fault.detail) from None
        return None if isinstance(answer, SignedIn) else PasswordFault.WRONG

    @contextmanager
    def administering(self) -> Iterator[FileLogins]:
        """Everybody's accounts, for who has signed in; where there are none, for whoever sits there.

        :raises AccessFailed: where nobody has signed in since it was locked
        :raises StoreUnavailable: where the file does not answer
        """
        account = self.account
        with closing(Store.open(str(self._file))) as store:
            store.sign_as(account)
            yield FileLogins(store, account or "", self._now(), self._strangers)

    def _admit(self, login: str, missed: Attempts) -> None:
        try:
            answer = admit(self._file, login, missed, self._now(), self._strangers)
        except StoreUnavailable as fault:
            raise AccessFailed(fault.fault, fault.detail) from None
        self._owed = None
        if isinstance(answer, SignedIn):
            self._account, self._is_shut = answer.login, False

    def _now(self) -> int:
        return int(self._clock())

    def _asks_nobody(self) -> bool:
        """Whether the last account was taken away meanwhile."""
        try:
            store = Store.open(str(self._file))
        except StoreUnavailable as fault:
            if fault.fault is StoreFault.SIGN_IN:
                return False
            raise
        try:
            return not Accounts(store).needs_sign_in()
        finally:
            store.close()
