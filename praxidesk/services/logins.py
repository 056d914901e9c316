"""What an administrator does with people's logins, wherever they are: the accounts of a file, or a server's.

It is done by what ``praxidesk user`` does it by. Here stands what only a window has to keep to, for the
command is for whoever may do anything with the machine: that it is an administrator who asks, under the own
password, and that nobody locks themselves out.
"""

from dataclasses import dataclass

from sqlalchemy import URL

from praxidesk.engine.logins import (
    AddLogin,
    EditLogin,
    KnownLogin,
    LockLogin,
    LoginDeed,
    LoginFault,
    LoginKeeping,
    LoginList,
    LoginRefused,
    LoginState,
    RemoveLogin,
    RenewPassword,
    UnlockLogin,
    keeps_in,
)
from praxidesk.engine.roles import StaffRole
from praxidesk.engine.sign_in import NotSignedIn, SignInRefused
from praxidesk.models.accounts import Account
from praxidesk.models.server import users as server_users
from praxidesk.models.server.admin import ServerRefused
from praxidesk.models.store import Store
from praxidesk.services.accounts import AccountRefused, Accounts, Strangers


@dataclass(frozen=True, slots=True)
class FileLogins:
    """The accounts of a store in a file; where there are none, the first may be made."""

    store: Store
    own: str
    """Who has signed in; empty where nobody is asked."""
    now: int
    """By the machine's clock: nobody waits less for what counts as now in the practice."""
    strangers: Strangers

    def do(self, deed: LoginDeed | None, present: str) -> LoginList | LoginRefused:
        """Everybody, after it was done; or why it was not.

        :param present: the own password of who asks
        """
        accounts = Accounts(self.store, self.strangers)
        try:
            refused = self._not_admitted(accounts, present)
            if refused is None and deed is not None:
                refused = self._done(accounts, deed)
        except AccountRefused as refusal:
            return LoginRefused(refusal.why, str(refusal))
        return refused or self._listed(accounts)

    def _not_admitted(self, accounts: Accounts, present: str) -> LoginRefused | None:
        if not self.own:
            return LoginRefused(LoginFault.NOT_ALLOWED) if accounts.needs_sign_in() else None
        answer = accounts.prove(self.own, present, self.now)
        if isinstance(answer, SignInRefused):
            return LoginRefused(_NOT_PROVEN[answer.why], until=answer.until)
        return None if answer.role == StaffRole.ADMIN else LoginRefused(LoginFault.NOT_ALLOWED)

    def _done(self, accounts: Accounts, deed: LoginDeed) -> LoginRefused | None:
        match deed:
            case AddLogin(login, role, password, practitioner):
                accounts.add(login, role, password, practitioner or None, now=self.now)
            case EditLogin(login, role, practitioner):
                its = self._listed(accounts).of(login)
                if its is not None and (its.role, its.practitioner) == (role, practitioner):
                    return None
                if login == self.own:
                    return LoginRefused(LoginFault.ONESELF)
                accounts.set_role(login, role, practitioner or None)
            case RenewPassword(login, password):
                accounts.set_password(login, password, self.now)
            case UnlockLogin(login):
                accounts.unlock(login)
            case LockLogin(login) | RemoveLogin(login):
                if why := keeps_in(self._listed(accounts), login):
                    return LoginRefused(why)
                (accounts.lock if isinstance(deed, LockLogin) else accounts.remove)(login)
        return None

    def _listed(self, accounts: Accounts) -> LoginList:
        without_key = accounts.without_key()
        logins = tuple(_of_account(each, self.now, without_key) for each in accounts.listed())
        return LoginList(LoginKeeping.FILE, logins, self.own, self.store.keys is not None)


_NOT_PROVEN = {
    NotSignedIn.WRONG: LoginFault.WRONG_PASSWORD,
    NotSignedIn.WAITING: LoginFault.WAITING,
    NotSignedIn.LOCKED: LoginFault.NOT_ALLOWED,
}


def _of_account(account: Account, now: int, without_key: tuple[str, ...]) -> KnownLogin:
    until = account.attempts.waits_until(now)
    state = LoginState.OPEN if until is None else LoginState.WAITING
    if account.is_locked:
        state = LoginState.LOCKED
    elif account.login in without_key:
        state = LoginState.WITHOUT_KEY
    return KnownLogin(
        account.login,
        account.role,
        practitioner=account.practitioner,
        state=state,
        until=until,
        signed_in_at=account.signed_in_at,
    )


@dataclass(frozen=True, slots=True)
class ServerLogins:
    """Those of a server, under the login of who asks: the server itself lets nobody but an admin."""

    url: URL
    is_proven: bool
    """Whether who asks has typed the password of the address; the server's own administrator need not."""

    def do(self, deed: LoginDeed | None) -> LoginList | LoginRefused:
        """Everybody, after it was done; or why it was not.

        :raises StoreUnavailable: where the server does not answer, or does not know login and password
        """
        try:
            known = self._listed()
            if known.own and not self.is_proven:
                return LoginRefused(LoginFault.WRONG_PASSWORD)
            if deed is None:
                return known
            return self._done(known, deed) or self._listed()
        except server_users.BadPassword as bad:
            return LoginRefused(bad.flaw)
        except ServerRefused as refusal:
            return LoginRefused(refusal.why, str(refusal))

    def _done(self, known: LoginList, deed: LoginDeed) -> LoginRefused | None:
        match deed:
            case AddLogin(login, role, password, practitioner, name, sites):
                if (role is StaffRole.PRACTITIONER) != bool(practitioner):
                    return LoginRefused(LoginFault.NO_PRACTITIONER)
                server_users.add_user(
                    self.url, login, role, password, practitioner or None, full_name=name, sites=sites
                )
            case EditLogin():
                return self._edited(known, deed)
            case RenewPassword(login, password):
                server_users.set_password(self.url, login, password)
            case UnlockLogin(login):
                server_users.unlock_user(self.url, login)
            case LockLogin(login) | RemoveLogin(login):
                if why := keeps_in(known, login):
                    return LoginRefused(why)
                take = server_users.lock_user if isinstance(deed, LockLogin) else server_users.remove_user
                take(self.url, login)
        return None

    def _edited(self, known: LoginList, deed: EditLogin) -> LoginRefused | None:
        its = known.of(deed.login)
        if its is None:
            return LoginRefused(LoginFault.UNKNOWN)
        if (its.role, its.practitioner) != (deed.role, deed.practitioner):
            return LoginRefused(LoginFault.ROLE_STAYS)
        sites = None if set(its.sites) == set(deed.sites) else deed.sites
        if sites is not None or its.name != deed.name:
            server_users.edit_user(self.url, deed.login, deed.name, sites)
        return None

    def _listed(self) -> LoginList:
        asks, users = server_users.asked_by(self.url)
        logins = tuple(
            KnownLogin(
                each.name,
                each.role,
                each.full_name,
                each.practitioner,
                each.sites,
                LoginState.LOCKED if each.is_locked else LoginState.OPEN,
                sessions=each.sessions,
            )
            for each in users
        )
        own = asks if any(each.login == asks for each in logins) else ""
        return LoginList(LoginKeeping.SERVER, logins, own)
