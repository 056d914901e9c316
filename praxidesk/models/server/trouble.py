"""What the words of a connection that failed mean: libpq and servers tell it by no code."""

import re
from collections.abc import Mapping

from praxidesk.engine.server_probe import ServerTrouble

_WORDS: Mapping[ServerTrouble, str] = {
    # Of several servers, this says more than what else they say.
    ServerTrouble.ONLY_COPY: r"session is read-only",
    ServerTrouble.WANTS_PASSWORD: r"no password supplied|kein Passwort angegeben",
    ServerTrouble.LOGIN_REFUSED: (
        r"authentication failed|Authentifizierung .* fehlgeschlagen|role .* does not exist"
    ),
    ServerTrouble.LOCKED: r"not permitted to log in|hat keine Berechtigung zum Einloggen",
    ServerTrouble.NOT_ALLOWED: r"pg_hba\.conf|permission denied for database",
    ServerTrouble.DATABASE_MISSING: r"[Dd]atabase .* does not exist|Datenbank .* existiert nicht",
    ServerTrouble.STARTING: r"is starting up|is shutting down|in recovery mode|startet gerade",
    ServerTrouble.FULL: r"too many (clients|connections)|connection slots",
    ServerTrouble.TLS_MISSING: r"does not support SSL|unterstützt kein SSL",
    ServerTrouble.TLS_OTHER_NAME: r"does not match host name",
    ServerTrouble.TLS_NO_CERTIFICATE: r"root certificate file|could not load root certificate",
    ServerTrouble.TLS_UNTRUSTED: r"certificate verify failed|self.signed certificate|SSL error",
    # Last: of several servers, one that answers says more than one that is away.
    ServerTrouble.HOST_UNKNOWN: r"resolve host|translate host name|Hostnamen? .* nicht in",
    ServerTrouble.REFUSED: (
        r"Connection refused|Verbindungsaufbau abgelehnt|invalid response|closed the connection unexpectedly"
        r"|PGSQL\.\d+[^:]*: (?!FATAL)"  # no socket of a server on this machine
    ),
    ServerTrouble.NO_ANSWER: r"timeout|timed out|No route to host|unreachable|Zeitüberschreitung",
}
"""Words of libpq and of servers, which tell a failed connection by no code, in the order they are tried."""


def trouble_in(said: str) -> ServerTrouble:
    """What the words of a failed connection mean."""
    for trouble, words in _WORDS.items():
        if re.search(words, said):
            return trouble
    return ServerTrouble.OTHER
