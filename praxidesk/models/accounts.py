"""Statements about accounts: who may sign in to a store in a file."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from praxidesk.engine.journal import Deed
from praxidesk.engine.lockout import Attempts
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.tables import account, actor, journal


@dataclass(frozen=True, slots=True)
class Account:
    """One login and what its person does."""

    login: str
    role: StaffRole
    practitioner: str
    """The code of the practitioner whose login it is; else empty."""
    is_locked: bool
    """By an administrator, until one unlocks it."""
    attempts: Attempts
    signed_in_at: int | None
    """When the last time; nothing where never."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An account with what is kept of its password."""

    account: Account
    password_hash: str


_ROWS = (
    select(
        account.c.login,
        account.c.role,
        actor.c.code,
        account.c.locked,
        account.c.failures,
        account.c.failed_at,
        account.c.signed_in_at,
        account.c.password_hash,
    )
    .select_from(account.outerjoin(actor, actor.c.id == account.c.practitioner_id))
    .order_by(account.c.login)
)


def all_accounts(connection: Connection) -> tuple[Account, ...]:
    """Everybody who may sign in, or is locked, by login. One statement."""
    return tuple(_kept(row).account for row in connection.execute(_ROWS))


def has_accounts(connection: Connection) -> bool:
    """Whether anybody has to sign in. One statement."""
    return connection.execute(select(account.c.id).limit(1)).first() is not None


def account_of(connection: Connection, login: str) -> Kept | None:
    """The account of a login. One statement."""
    row = connection.execute(_ROWS.where(account.c.login == login)).first()
    return None if row is None else _kept(row)


def open_admins(connection: Connection) -> int:
    """How many administrators can sign in."""
    asked = select(func.count()).where(account.c.role == StaffRole.ADMIN.value, account.c.locked == 0)
    return int(connection.execute(asked).scalar_one())


def practitioner_of(connection: Connection, code: str) -> int | None:
    """The row of a practitioner."""
    asked = select(actor.c.id).where(actor.c.code == code, actor.c.kind == ActorKind.PRACTITIONER.value)
    found = connection.execute(asked).scalar()
    return None if found is None else int(found)


def put_in(connection: Connection, **values: Any) -> None:  # noqa: ANN401 - of any column
    """Make an account, which nobody has tried yet."""
    connection.execute(insert(account).values(locked=False, failures=0, **values))


def change(connection: Connection, login: str, **values: Any) -> None:  # noqa: ANN401 - of any column
    """Write some columns of an account."""
    connection.execute(update(account).where(account.c.login == login).values(**values))


def take_out(connection: Connection, login: str) -> None:
    """Remove an account; the journal keeps that it was there."""
    connection.execute(delete(account).where(account.c.login == login))


def note_stranger(connection: Connection, now: int, failures: int) -> None:
    """Have the journal say that a login was tried that does not exist; not which: it may be a password."""
    line = {"at": now, "deed": Deed.UPDATE.value, "subject": account.name, "subject_key": "0"}
    connection.execute(insert(journal).values(**line, after=f'{{"failures": {failures}}}'))


def _kept(row: Any) -> Kept:  # noqa: ANN401 - one of the statement's
    login, role, practitioner, locked, failures, failed_at, signed_in_at, kept = row
    attempts = Attempts(failures, failed_at)
    return Kept(
        Account(login, StaffRole(role), practitioner or "", bool(locked), attempts, signed_in_at), kept
    )
