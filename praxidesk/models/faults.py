"""What a database driver can raise, told apart: the environment's faults, the rules' refusals, our bugs.

No message carries a password or a patient: drivers quote whole rows, so theirs are not passed on.
"""

import sqlite3
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ABOUT_LOGIN, ServerTrouble
from praxidesk.models.server.trouble import trouble_in


class StoreUnavailable(Exception):
    """The environment kept the store from answering; nothing of the transaction was saved."""

    def __init__(self, fault: StoreFault, detail: str, trouble: ServerTrouble | None = None) -> None:
        super().__init__(f"{fault.value}: {detail}")
        self.fault = fault
        self.detail = detail
        """Technical, in English, without patient data."""
        self.trouble = trouble
        """What keeps a server from letting one in, where that is known."""


class Deadlock(StoreUnavailable):
    """PostgreSQL ended this transaction so that another could go on: worth one more try."""

    def __init__(self) -> None:
        super().__init__(StoreFault.BUSY, "deadlock with another transaction")


class HeldUp(StoreUnavailable):
    """Others kept the rows locked, or the server's queue of notifications full, for longer than one waits."""

    def __init__(self, detail: str = "another transaction holds the rows for too long") -> None:
        super().__init__(StoreFault.BUSY, detail)


class OverlapRefused(Exception):
    """The database itself kept two blocking allocations of one actor from overlapping."""


class KeyTaken(Exception):
    """Another request was committed under this key meanwhile."""


class NumberTaken(Exception):
    """Another patient has this number."""


class RuleBroken(Exception):
    """A constraint refused a row: a bug of the program, which should have known. Names the constraint."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def translated(error: DBAPIError | PoolTimeoutError) -> Exception:
    """What to raise instead of a driver's error."""
    if isinstance(error, PoolTimeoutError):
        return StoreUnavailable(StoreFault.BUSY, "all connections are in use")
    return of_driver(error.orig)


def of_driver(error: BaseException | None) -> Exception:
    """The same for what a driver raised by itself."""
    if isinstance(error, sqlite3.Error) or type(error).__module__.startswith("sqlcipher3"):
        return _from_sqlite(error)
    return _from_postgresql(error)


_SQLITE_FAULTS = {
    "BUSY": (StoreFault.LOCKED, "another program holds the file locked"),
    "LOCKED": (StoreFault.LOCKED, "the table is locked"),
    "PROTOCOL": (StoreFault.LOCKED, "another program holds the file locked"),
    "READONLY": (StoreFault.READ_ONLY, "the file or its folder cannot be written"),
    "PERM": (StoreFault.READ_ONLY, "the file cannot be accessed"),
    "FULL": (StoreFault.DISK_FULL, "the disk or the file is full"),
    "CORRUPT": (StoreFault.DAMAGED, "the file is damaged"),
    "NOTADB": (StoreFault.DAMAGED, "the file is no database"),
    "CANTOPEN": (StoreFault.MISSING, "the file cannot be opened"),
    "INTERRUPT": (StoreFault.BUSY, "the statement was interrupted"),
}


def _from_sqlite(error: Any) -> Exception:  # noqa: ANN401 - of one of two drivers
    name = getattr(error, "sqlite_errorname", "")
    message = str(error)
    kind = name.removeprefix("SQLITE_").split("_")[0]
    if kind == "CONSTRAINT":
        if message == "allocation_no_overlap":
            return OverlapRefused()
        if message.endswith("entry_change.request_key"):
            return KeyTaken()
        if message.endswith("patient.number"):
            return NumberTaken()
        return RuleBroken(message)  # names the constraint or its columns, never values
    if name == "SQLITE_READONLY_DBMOVED":
        return StoreUnavailable(StoreFault.MISSING, f"the file was moved or deleted ({name})")
    if kind in _SQLITE_FAULTS:
        fault, detail = _SQLITE_FAULTS[kind]
        return StoreUnavailable(fault, f"{detail} ({name})")
    if not name:
        # No SQLite code: the driver itself refused a value or a call.
        return RuleBroken(f"sqlite3 {type(error).__name__}")
    return StoreUnavailable(StoreFault.OTHER, f"SQLite says {name}")


_POSTGRESQL_RULES = {
    "allocation_no_overlap": OverlapRefused,
    "uq_entry_change_request_key": KeyTaken,
    "uq_patient_number": NumberTaken,
}
_POSTGRESQL_FAULTS = {
    "3D000": (StoreFault.MISSING, "the server has no such database"),
    "53100": (StoreFault.DISK_FULL, "the server's disk is full"),
    "53300": (StoreFault.BUSY, "the server has too many connections"),
    "57014": (StoreFault.BUSY, "the statement took too long"),
    "40001": (StoreFault.BUSY, "another transaction was faster"),
    "25006": (StoreFault.READ_ONLY, "the server is a read-only copy"),
    "0A000": (StoreFault.READ_ONLY, "the server is a read-only copy"),
    "42501": (StoreFault.NOT_ALLOWED, "the login lacks a right"),
    "XX001": (StoreFault.DAMAGED, "the server found damaged data"),
    "XX002": (StoreFault.DAMAGED, "the server found a damaged index"),
}
_NO_ANSWER = "the server does not answer"
_LOGIN_REFUSED = {"28000", "28P01"}
_CONNECTION_CLASSES = {"08", "57"}
"""Connection exceptions, and a server that shuts down or starts up."""


def _from_postgresql(error: Any) -> Exception:  # noqa: ANN401 - psycopg may not be installed
    state = getattr(error, "sqlstate", None)
    if state is None:
        return _without_state(error)
    if state == "40P01":
        return Deadlock()
    if state == "55P03":
        return HeldUp()
    if state == "54000" and "NOTIFY" in str(error):
        return HeldUp("somebody keeps the server's queue of notifications full")
    if state.startswith("23"):
        rule = error.diag.constraint_name or error.diag.column_name or state
        return _POSTGRESQL_RULES[rule]() if rule in _POSTGRESQL_RULES else RuleBroken(rule)
    if state in _POSTGRESQL_FAULTS:
        fault, detail = _POSTGRESQL_FAULTS[state]
        return StoreUnavailable(fault, f"{detail} (SQLSTATE {state})")
    if state in _LOGIN_REFUSED:
        return StoreUnavailable(StoreFault.SIGN_IN, f"the server refuses the login (SQLSTATE {state})")
    if state[:2] in _CONNECTION_CLASSES:
        return StoreUnavailable(StoreFault.UNREACHABLE, f"{_NO_ANSWER} (SQLSTATE {state})")
    return StoreUnavailable(StoreFault.OTHER, f"the server says SQLSTATE {state}")


_NOT_CONNECTED = {
    ServerTrouble.DATABASE_MISSING: "the server has no such database",
    ServerTrouble.LOGIN_REFUSED: "the server refuses the login",
    ServerTrouble.LOCKED: "the login is locked",
    ServerTrouble.NOT_ALLOWED: "the server refuses the login",
    ServerTrouble.WANTS_PASSWORD: "the server wants a password",
    ServerTrouble.HOST_UNKNOWN: "the server's name is not known",
    ServerTrouble.REFUSED: "no server answers at this address",
    ServerTrouble.STARTING: "the server is just starting",
    ServerTrouble.FULL: "the server has too many connections",
    ServerTrouble.TLS_MISSING: "no secure connection to the server can be made: it offers none",
    ServerTrouble.TLS_OTHER_NAME: "no secure connection: the server's certificate is for another name",
    ServerTrouble.TLS_NO_CERTIFICATE: "no secure connection: the certificate file cannot be read",
    ServerTrouble.TLS_UNTRUSTED: "no secure connection: the server's certificate is not trusted",
    ServerTrouble.ONLY_COPY: "only a copy that may be read answers",
}


def _without_state(error: Any) -> Exception:  # noqa: ANN401 - as above
    """No answer of a server to a statement: psycopg could not connect, lost the connection, or refused."""
    if type(error).__name__ not in {"OperationalError", "ConnectionTimeout", "InterfaceError"}:
        return RuleBroken(f"psycopg {type(error).__name__}")
    trouble = trouble_in(str(error))
    fault = StoreFault.UNREACHABLE
    if trouble in ABOUT_LOGIN:
        fault = StoreFault.SIGN_IN
    elif trouble is ServerTrouble.DATABASE_MISSING:
        fault = StoreFault.MISSING
    detail = _NOT_CONNECTED.get(trouble, _NO_ANSWER)
    return StoreUnavailable(fault, detail, None if trouble is ServerTrouble.OTHER else trouble)
