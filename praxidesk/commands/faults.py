"""What a fault of the store means to the person at the command line, and what they can do."""

import re

from praxidesk.engine.outcomes import StoreFault

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
    StoreFault.UNSEEN: "somebody who takes part is taken by an entry that this login does not see",
    StoreFault.BUSY: "others were faster, or it took too long: try again",
    StoreFault.OTHER: "it cannot be used",
}


def explain(fault: StoreFault, detail: str, url: str) -> str:
    """One line: which store, what is wrong and what to do, and what the database said."""
    said = f" ({detail})" if detail else ""
    return f"store {without_password(url)}: {_MEANING[fault]}{said}"


def without_password(url: str) -> str:
    """A store's address as it may be shown."""
    url = re.sub(r"(?<=://)([^/:]*):.*@", r"\1:***@", url)
    return re.sub(r"(?i)(?<=[?&]password=)[^&]*", "***", url)
