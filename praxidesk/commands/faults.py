"""What a fault of the store means to the person at the command line, and what they can do."""

import re

from praxidesk.engine.outcomes import StoreFault

_REMEDY = {
    StoreFault.LOCKED: "another program holds it; close that or try again",
    StoreFault.READ_ONLY: "it cannot be written; check the permissions of the file and its folder",
    StoreFault.DISK_FULL: "the disk is full; make room and try again",
    StoreFault.DAMAGED: "it is damaged or no database; restore it from a backup",
    StoreFault.FOREIGN: "it is a database of another program; name another store",
    StoreFault.TOO_NEW: "a newer PraxiDesk wrote it; update this program",
    StoreFault.TOO_OLD: "an older PraxiDesk wrote it; run: praxidesk store upgrade",
    StoreFault.MISSING: "there is no store; create one with: praxidesk setup FILE.toml",
    StoreFault.EMPTY: "it has no practice yet; describe one with: praxidesk setup FILE.toml",
    StoreFault.UNSAFE_PLACE: "a network or synchronised folder would damage it; choose a local folder",
    StoreFault.UNREACHABLE: "the server does not answer or refuses the login",
    StoreFault.BUSY: "others were faster again and again; try again",
    StoreFault.OTHER: "the database reports an error",
}


def explain(fault: StoreFault, detail: str, url: str) -> str:
    """One line: which store, what is wrong and what to do, and what the database said."""
    said = f" ({detail})" if detail else ""
    return f"store {without_password(url)}: {_REMEDY[fault]}{said}"


def without_password(url: str) -> str:
    """A store's address as it may be shown."""
    url = re.sub(r"(?<=://)([^/:]*):.*@", r"\1:***@", url)
    return re.sub(r"(?i)(?<=[?&]password=)[^&]*", "***", url)
