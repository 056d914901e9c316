"""Who works with the store, under the name by which the practice knows them."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.roles import ANYBODY, Person
from praxidesk.engine.server_probe import ServerTrouble
from praxidesk.models import accounts
from praxidesk.models.faults import StoreUnavailable
from praxidesk.models.people_queries import Login, everybody, own_login
from praxidesk.services.desk import Desk


def person_of(desk: Desk, account: str | None = None, *, asks: bool = True) -> Person:
    """Whose login the store was opened with; where nobody has a role, anybody.

    :param account: who has signed in to a store in a file
    :param asks: whether a file that has accounts wants to know
    :raises StoreUnavailable: where the store does not answer, or its accounts know nobody of that name
    """
    with desk.store.read() as connection:
        is_file = connection.dialect.name == "sqlite"
        login = _account(connection, desk, account, asks=asks) if is_file else own_login(connection)
    if login is None:
        return ANYBODY
    known = desk.practice.actors.get(login.practitioner) if login.practitioner is not None else None
    name = login.full_name or (known.name if known is not None else login.name)
    sites = tuple(desk.practice.site_names.get(code, code) for code in login.sites)
    return Person(login.name, name, login.role, login.practitioner, login.valid_until, sites)


def _account(connection: Connection, desk: Desk, login: str | None, *, asks: bool) -> Login | None:
    kept = None if login is None else accounts.account_of(connection, login)
    if kept is not None and not kept.account.is_locked:
        its = kept.account
        practitioner = desk.practice.actor_ids.get(its.practitioner) if its.practitioner else None
        return Login(its.login, its.role, practitioner, "", None)
    if login is not None:
        gone = ServerTrouble.REMOVED if kept is None else ServerTrouble.LOCKED
        raise StoreUnavailable(StoreFault.SIGN_IN, "who had signed in may work here no more", gone)
    if asks and accounts.has_accounts(connection):
        raise StoreUnavailable(StoreFault.SIGN_IN, "nobody has signed in", ServerTrouble.WANTS_PASSWORD)
    return None


def names_of(desk: Desk, connection: Connection, logins: Iterable[str]) -> Mapping[str, str]:
    """By which the practice knows the people of these logins. No statement but where one of them is new."""
    new = set(logins) - desk.names.keys()
    if new:
        # Of whom nothing is known is not asked for again.
        desk.names |= dict.fromkeys(new, "")
        for login, name, who in everybody(connection):
            actor = desk.practice.actors.get(who) if who is not None else None
            desk.names[login] = name or (actor.name if actor is not None else "")
    return desk.names
