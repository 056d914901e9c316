"""What keeps a database server from being used, in plain words, and what to do about it."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.server_probe import ServerRefused, ServerTrouble
from praxidesk.worker.server_address import Encryption

translate = QCoreApplication.translate


def trouble_text(refused: ServerRefused) -> str:
    """What happened, and what to do; a technical detail only where there is nothing better to say."""
    said = _sentences()[refused.trouble]
    return said.format(detail=refused.detail)


def trouble_title(trouble: ServerTrouble) -> str:
    """What happened, in a few words, where the server does answer; empty where it does not."""
    if trouble in _NO_WAY:
        return translate("server", "There is no safe way to the server.")
    if trouble is ServerTrouble.NOT_ALLOWED:
        return translate("server", "The server refuses the connection.")
    return ""


def encryption_name(encryption: Encryption) -> str:
    """As the choice names it."""
    return {
        Encryption.CHECKED: translate("server", "Encrypted, the server proves who it is"),
        Encryption.UNCHECKED: translate("server", "Encrypted, without checking the server"),
        Encryption.NONE: translate("server", "Not encrypted"),
    }[encryption]


_NO_WAY = frozenset(
    {
        ServerTrouble.TLS_MISSING,
        ServerTrouble.TLS_UNTRUSTED,
        ServerTrouble.TLS_OTHER_NAME,
        ServerTrouble.TLS_NO_CERTIFICATE,
        ServerTrouble.TLS_NOT_PERMITTED,
    }
)


def _sentences() -> dict[ServerTrouble, str]:
    return {
        ServerTrouble.HOST_UNKNOWN: translate(
            "server", "There is no server of this name. Check how it is written, and the network."
        ),
        ServerTrouble.REFUSED: translate(
            "server",
            "The computer answers, but no database server on this port. "
            "Is PostgreSQL running there, and does it listen on the network?",
        ),
        ServerTrouble.NO_ANSWER: translate(
            "server", "The server does not answer. Check the network and the server's firewall."
        ),
        ServerTrouble.LOGIN_REFUSED: translate(
            "server", "The server does not know this user with this password."
        ),
        ServerTrouble.WANTS_PASSWORD: translate("server", "The server wants a password."),
        ServerTrouble.REMOVED: translate("server", "An administrator has taken this user away."),
        ServerTrouble.SIGNED_OUT: translate("server", "Nobody is signed in."),
        ServerTrouble.EXPIRED: translate(
            "server", "This login was valid until a day that is over. An administrator can extend it."
        ),
        ServerTrouble.LOCKED: translate("server", "This login is locked. An administrator can unlock it."),
        ServerTrouble.NOT_ALLOWED: translate(
            "server",
            "The server lets nobody in from here, or not this user. Ask whoever looks after it.",
        ),
        ServerTrouble.DATABASE_MISSING: translate(
            "server", "The server has no database of this name. It must be created there first."
        ),
        ServerTrouble.ONLY_COPY: translate(
            "server",
            "Only a copy that may be read answers. Another server has to be told to take over.",
        ),
        ServerTrouble.STARTING: translate("server", "The server is just starting. Try again in a moment."),
        ServerTrouble.FULL: translate(
            "server", "The server has too many connections. Try again in a moment."
        ),
        ServerTrouble.SERVER_TOO_OLD: translate(
            "server", "This is {detail}; PraxiDesk needs PostgreSQL 15 or later."
        ),
        ServerTrouble.TLS_MISSING: translate(
            "server",
            "The server offers no encryption; patients' data could be read on the way. Have it set up.",
        ),
        ServerTrouble.TLS_UNTRUSTED: translate(
            "server",
            "This computer does not trust the server's certificate. Name the practice's own one.",
        ),
        ServerTrouble.TLS_OTHER_NAME: translate(
            "server",
            "The server's certificate is for another name. Enter the server by the name in its certificate.",
        ),
        ServerTrouble.TLS_NO_CERTIFICATE: translate(
            "server",
            "The file with the certificate by which the server is checked cannot be read. Name another one.",
        ),
        ServerTrouble.TLS_NOT_PERMITTED: translate(
            "server",
            "Unchecked or unencrypted, others in the same network could read and change patients' data, or "
            "pretend to be the server. Only the administrator of this computer can permit that.",
        ),
        ServerTrouble.FOREIGN: translate(
            "server", "This database belongs to another program. Choose one of its own for PraxiDesk."
        ),
        ServerTrouble.NO_RIGHT: translate(
            "server",
            "The database is empty, and this user may create nothing in it: the right CREATE is missing.",
        ),
        ServerTrouble.NO_EXTENSION: translate(
            "server",
            "The database lacks the extension btree_gist, and this user may not add it. "
            "Ask whoever looks after it.",
        ),
        ServerTrouble.SCHEMA_TOO_OLD: translate(
            "server", "This practice is of an older PraxiDesk. Run “praxidesk store upgrade” once."
        ),
        ServerTrouble.SCHEMA_TOO_NEW: translate(
            "server", "A newer PraxiDesk has written this practice. Update PraxiDesk on this computer."
        ),
        ServerTrouble.BAD_ADDRESS: translate("server", "This is no address of a server."),
        ServerTrouble.OTHER: translate("server", "The connection failed ({detail}). The log tells more."),
    }
