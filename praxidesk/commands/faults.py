"""What a fault of the store means to the person at the command line, and what they can do."""

import re

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerTrouble

_MEANING = {
    StoreFault.LOCKED: "the store is locked: wait, or close the program that holds it",
    StoreFault.READ_ONLY: "the store cannot be written: check the permissions of the file and its folder",
    StoreFault.NOT_ALLOWED: "the login may not do that: ask an administrator, or use another login",
    StoreFault.DISK_FULL: "the disk is full: make room and try again",
    StoreFault.DAMAGED: "it is damaged, or no database: restore the last copy",
    StoreFault.FOREIGN: "it is a database of another program: name another store",
    StoreFault.TOO_NEW: "its schema is newer: update this program",
    StoreFault.TOO_OLD: "its schema is older: run praxidesk store upgrade",
    StoreFault.MISSING: "nothing is stored there: check --store, or run praxidesk setup FILE.toml",
    StoreFault.EMPTY: "it has no practice yet: run praxidesk setup FILE.toml",
    StoreFault.UNSAFE_PLACE: "a network or synchronised folder would damage it: choose a local one",
    StoreFault.UNREACHABLE: "the server does not answer: check network and server",
    StoreFault.SIGN_IN: "nobody is signed in, or not with the right password: check user and password",
    StoreFault.UNSEEN: "somebody who takes part is taken by an entry that this login does not see:"
    " choose another time",
    StoreFault.BUSY: "others were faster, or it took too long: try again",
    StoreFault.OTHER: "it cannot be used",
}


_READ_ONLY_SERVER = (
    "the server may only be read, for it follows another: name the one that may be written to, or both"
)
_NOT_WHO_ASKS = (
    "the server lets nobody in under this name from here; where the address has no host, it takes the user of"
    " the machine who has the same name (sudo -u postgres), or whom its pg_hba.conf says"
)
_NO_WAY = "no secure way leads to the server"
_TROUBLE = {
    ServerTrouble.HOST_UNKNOWN: "there is no server of this name: check how it is written, and the network",
    ServerTrouble.REFUSED: "no database server answers at this address: does it run and listen there, and is"
    " the port right?",
    ServerTrouble.LOGIN_REFUSED: "the server does not know this user with this password",
    ServerTrouble.WANTS_PASSWORD: "the server wants a password: call it at a terminal, set"
    " PRAXIDESK_PASSWORD (for an address in --admin-url PRAXIDESK_ADMIN_PASSWORD), or write it into ~/.pgpass"
    " (which only you may read)",
    ServerTrouble.LOCKED: "this login is locked: an administrator unlocks it (praxidesk user unlock)",
    ServerTrouble.NOT_ALLOWED: "the server answers and lets nobody in this way: its pg_hba.conf has no line"
    " for this user and database from this computer, or only one with TLS, or there is no such user",
    ServerTrouble.DATABASE_MISSING: "the server has no database of this name",
    ServerTrouble.STARTING: "the server is just starting: try again in a moment",
    ServerTrouble.FULL: "the server has too many connections: try again in a moment",
    ServerTrouble.ONLY_COPY: "only a server that follows another answers, and it may only be read: the other"
    " is away, and this one has not been told to take over",
    ServerTrouble.TLS_MISSING: f"{_NO_WAY}: it offers no TLS; switch it on, its log says what hinders it",
    ServerTrouble.TLS_OTHER_NAME: f"{_NO_WAY}: its certificate is for another name; write the server in the"
    " address as the certificate names it",
    ServerTrouble.TLS_UNTRUSTED: f"{_NO_WAY}: its certificate is not trusted here, or has run out;"
    " name the practice's own authority by sslrootcert=",
    ServerTrouble.TLS_NO_CERTIFICATE: f"{_NO_WAY}: the authority's certificate cannot be read from the file"
    " that sslrootcert= names, without it ~/.postgresql/root.crt",
    ServerTrouble.TLS_NOT_PERMITTED: f"{_NO_WAY}",
}


def explain(fault: StoreFault, detail: str, url: str, trouble: ServerTrouble | None = None) -> str:
    """One line: which store, what is wrong and what to do, and what the database said."""
    meaning = _TROUBLE.get(trouble) if trouble is not None else None
    if meaning is None and fault is StoreFault.READ_ONLY and url.startswith("postgres"):
        meaning = _READ_ONLY_SERVER
    if trouble is ServerTrouble.LOGIN_REFUSED and re.match(r"postgres[^/]*://([^/@]*@)?/(?!.*host=)", url):
        meaning = _NOT_WHO_ASKS
    meaning = meaning or _MEANING[fault]
    said = f" ({detail})" if detail and detail not in meaning else ""
    return f"store {without_password(url)}: {meaning}{said}"


def without_password(url: str) -> str:
    """A store's address as it may be shown."""
    url = re.sub(r"(?<=:/)(/?[^/:]*):.*@", r"\1:***@", url)
    return re.sub(r"(?i)(?<=[?&]password=)[^&]*", "***", url)
