"""Accounts of a store in a file: who may sign in, and signing in.

Optional: a store without accounts asks nobody. An account protects from the colleague at the desk, not from
whoever may write the file: see the administrators' page.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from praxidesk.engine.lockout import Attempts
from praxidesk.engine.logins import LoginFault
from praxidesk.engine.passwords import LONGEST_PASSWORD, PasswordFlaw, flaw_of_password, objection_to_login
from praxidesk.engine.sign_in import NotSignedIn, SignedIn, SignInRefused
from praxidesk.models import accounts, password_hash
from praxidesk.models.accounts import Account, Kept
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.store import Store

_ON_A_SERVER = "the people of a server are its logins: name it with --admin-url postgresql://…"


class AccountRefused(Exception):
    """It was not done; says why."""

    def __init__(self, message: str, why: LoginFault | PasswordFlaw = LoginFault.OTHER) -> None:
        super().__init__(message)
        self.why = why
        """For programs."""


class Strangers:
    """Wrong passwords of logins that do not exist: they wait like the others, as long as the program runs.

    Not in the store: what is typed there by mistake may be a password.
    """

    def __init__(self) -> None:
        self._attempts: dict[str, Attempts] = {}

    def __getitem__(self, login: str) -> Attempts:
        """What is known of one."""
        return self._attempts.get(login, Attempts())

    def __setitem__(self, login: str, attempts: Attempts) -> None:
        """Note one."""
        self._attempts[login] = attempts


class Accounts:
    """Those of one store. What cannot be done raises ``AccountRefused`` with the reason."""

    def __init__(self, store: Store, strangers: Strangers | None = None) -> None:
        self._store = store
        self._strangers = strangers or Strangers()

    def listed(self) -> tuple[Account, ...]:
        """Everybody, by login. One statement."""
        _require_file(self._store)
        with self._store.read() as connection:
            return accounts.all_accounts(connection)

    def needs_sign_in(self) -> bool:
        """Whether the store wants to know who is at work. One statement, none on a server."""
        if self._store.dialect != "sqlite":
            return False
        with self._store.read() as connection:
            return accounts.has_accounts(connection)

    def add(
        self, login: str, role: StaffRole, password: str, practitioner: str | None = None, *, now: int
    ) -> None:
        """Let somebody in; the first one must be an administrator.

        Raises ``AccountRefused`` with what speaks against it, as all of these do.
        """
        if objection := objection_to_login(login):
            raise AccountRefused(objection, LoginFault.BAD_LOGIN)
        kept = _kept(login, password)
        with _changing(self._store) as connection:
            if accounts.account_of(connection, login) is not None:
                raise AccountRefused(f"there is an account {login} already", LoginFault.TAKEN)
            if role is not StaffRole.ADMIN and not accounts.has_accounts(connection):
                said = "the first account must be one of the role admin"
                raise AccountRefused(said, LoginFault.FIRST_IS_ADMIN)
            actor = _practitioner(connection, role, practitioner)
            accounts.put_in(
                connection,
                login=login,
                role=role.value,
                practitioner_id=actor,
                password_hash=kept,
                password_set_at=now,
            )
            self._wrap(login, password)

    def remove(self, login: str) -> None:
        """Take an account away; with the last of all accounts nobody is asked any more."""
        with _changing(self._store) as connection:
            its = _known(connection, login)
            if self._store.keys is not None or len(accounts.all_accounts(connection)) > 1:
                _keep_an_admin(connection, its)
            accounts.take_out(connection, login)
            self._take_key_from(login)

    def set_role(self, login: str, role: StaffRole, practitioner: str | None = None) -> None:
        """Give somebody another role."""
        with _changing(self._store) as connection:
            its = _known(connection, login)
            if role is not StaffRole.ADMIN:
                _keep_an_admin(connection, its)
            actor = _practitioner(connection, role, practitioner)
            accounts.change(connection, login, role=role.value, practitioner_id=actor)

    def lock(self, login: str) -> None:
        """Let nobody sign in by this login until it is unlocked.

        The key of an encrypted store is taken from them, too: they know their password, and other programs.
        """
        with _changing(self._store) as connection:
            _keep_an_admin(connection, _known(connection, login))
            accounts.change(connection, login, locked=True)
            self._take_key_from(login)

    def unlock(self, login: str) -> None:
        """Let the login in again, without waiting after wrong passwords."""
        with _changing(self._store) as connection:
            _known(connection, login)
            accounts.change(connection, login, locked=False, failures=0, failed_at=None)
            if self._store.keys is not None:
                self._store.keys.forgive(login)

    def without_key(self) -> tuple[str, ...]:
        """Who has an account of an encrypted store, and cannot open it before a new password is set."""
        if self._store.keys is None:
            return ()
        has = self._store.keys.logins()
        return tuple(each.login for each in self.listed() if each.login not in has)

    def set_password(self, login: str, password: str, now: int) -> None:
        """Give somebody another password."""
        kept = _kept(login, password)
        with _changing(self._store) as connection:
            _known(connection, login)
            accounts.change(
                connection, login, password_hash=kept, password_set_at=now, failures=0, failed_at=None
            )
            self._wrap(login, password)

    def change_own_password(self, login: str, password: str, new: str, now: int) -> SignedIn | SignInRefused:
        """Give oneself another password; the present one is asked, and counted, as at signing in."""
        _require_good(login, new)
        answer = self.sign_in(login, password, now)
        if isinstance(answer, SignedIn):
            self.set_password(login, new, now)
        return answer

    def sign_in(self, login: str, password: str, now: int) -> SignedIn | SignInRefused:
        """Who is at work from now on, as the journal names it; or why not.

        One transaction, which holds the file while the password is looked at: so attempts at the same time
        are counted one by one. A login that does not exist answers like a wrong password, as late as one.
        """
        _require_file(self._store)
        with self._store.write() as connection:
            kept = self._looked_at(connection, login, password, now)
            if isinstance(kept, SignInRefused):
                return kept
            values: dict[str, int | str | None] = {
                "failures": 0,
                "failed_at": None,
                "signed_in_at": _moment(kept.account, now),
            }
            if password_hash.is_outdated(kept.password_hash):
                values["password_hash"] = password_hash.hashed(password)
            with _signing_as(self._store, login):
                accounts.change(connection, login, **values)
                connection.commit()
        return SignedIn(login, kept.account.role.value, kept.account.practitioner)

    def prove(self, login: str, password: str, now: int) -> SignedIn | SignInRefused:
        """Whether it is still who has signed in: counted as there, and no time of work begins."""
        _require_file(self._store)
        with self._store.write() as connection:
            kept = self._looked_at(connection, login, password, now)
            if isinstance(kept, SignInRefused):
                return kept
            if kept.account.attempts.failures:
                accounts.change(connection, login, failures=0, failed_at=None)
        return SignedIn(login, kept.account.role.value, kept.account.practitioner)

    def _looked_at(self, connection: Connection, login: str, password: str, now: int) -> Kept | SignInRefused:
        password = password[: LONGEST_PASSWORD + 1]
        kept = accounts.account_of(connection, login)
        attempts = (self._strangers[login] if kept is None else kept.account.attempts).seen(now)
        until = attempts.waits_until(now)
        if until is not None:
            self._note(connection, login, attempts, now, is_known=kept is not None)
            return SignInRefused(NotSignedIn.WAITING, until)
        # Whatever happens, once and in the same time.
        is_right = password_hash.fits(kept.password_hash if kept else password_hash.NOBODYS, password)
        if kept is None or not is_right:
            attempts = attempts.failed(now)
            self._note(connection, login, attempts, now, is_known=kept is not None)
            return SignInRefused(NotSignedIn.WRONG, attempts.waits_until(now))
        if kept.account.is_locked:
            self._note(connection, login, attempts.failed(now), now, is_known=True)
            return SignInRefused(NotSignedIn.LOCKED)
        return kept

    def admit(self, login: str, missed: Attempts, now: int) -> SignedIn | SignInRefused:
        """Let somebody in who has brought out the key of an encrypted store.

        Their wrong passwords were counted beside it, for nobody could write into it: now the journal hears
        of them.
        """
        with self._store.write() as connection:
            kept = accounts.account_of(connection, login)
            if kept is None:
                return SignInRefused(NotSignedIn.WRONG)
            if kept.account.is_locked:
                return SignInRefused(NotSignedIn.LOCKED)
            self._note(connection, login, missed, now, is_known=True)
            with _signing_as(self._store, login):
                accounts.change(
                    connection, login, failures=0, failed_at=None, signed_in_at=_moment(kept.account, now)
                )
                connection.commit()
        return SignedIn(login, kept.account.role.value, kept.account.practitioner)

    def _wrap(self, login: str, password: str) -> None:
        """Before the commit: a password that opens too much is better than an account that opens nothing."""
        if self._store.keys is not None and self._store.key is not None:
            self._store.keys.put(login, self._store.key, password)

    def _take_key_from(self, login: str) -> None:
        if self._store.keys is not None:
            self._store.keys.take_out(login)

    def _note(
        self, connection: Connection, login: str, attempts: Attempts, now: int, *, is_known: bool
    ) -> None:
        if is_known:
            accounts.change(connection, login, failures=attempts.failures, failed_at=attempts.failed_at)
        else:
            if attempts.failures > self._strangers[login].failures:
                accounts.note_stranger(connection, now, attempts.failures)
            self._strangers[login] = attempts


@contextmanager
def _signing_as(store: Store, login: str) -> Iterator[None]:
    """The journal names who has signed in already for the line of it; nobody where that fails."""
    store.sign_as(login)
    try:
        yield
    except BaseException:
        store.sign_as(None)
        raise


@contextmanager
def _changing(store: Store) -> Iterator[Connection]:
    _require_file(store)
    with store.write() as connection:
        yield connection


def _require_file(store: Store) -> None:
    if store.dialect != "sqlite":
        raise AccountRefused(_ON_A_SERVER)


def _moment(its: Account, now: int) -> int:
    """When somebody signs in; a second later than the last time, for the journal writes down only changes."""
    return now if now != its.signed_in_at else now + 1


def _known(connection: Connection, login: str) -> Account:
    found = accounts.account_of(connection, login)
    if found is None:
        raise AccountRefused(f"there is no account {login}", LoginFault.UNKNOWN)
    return found.account


def _keep_an_admin(connection: Connection, its: Account) -> None:
    is_open_admin = its.role is StaffRole.ADMIN and not its.is_locked
    if is_open_admin and accounts.open_admins(connection) == 1:
        said = f"{its.login} is the last administrator who can sign in: make another one first"
        raise AccountRefused(said, LoginFault.LAST_ADMIN)


def _practitioner(connection: Connection, role: StaffRole, code: str | None) -> int | None:
    if (role is StaffRole.PRACTITIONER) != (code is not None):
        said = "a practitioner's code goes with the role practitioner, only there"
        raise AccountRefused(said, LoginFault.NO_PRACTITIONER)
    if code is None:
        return None
    found = accounts.practitioner_of(connection, code)
    if found is None:
        said = f"there is no practitioner {code} in the practice"
        raise AccountRefused(said, LoginFault.NO_PRACTITIONER)
    return found


def _kept(login: str, password: str) -> str:
    _require_good(login, password)
    return password_hash.hashed(password)


def _require_good(login: str, password: str) -> None:
    if flaw := flaw_of_password(login, password):
        raise AccountRefused(flaw.value, flaw)
