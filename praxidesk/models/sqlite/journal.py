"""Sealing the journal of a SQLite file: what a server does by itself, each of our connections does here.

The file's own triggers write the lines, whatever program writes. The seal needs a hash, which SQLite does
not have, and who is at work, which it does not know; functions of ours may not be named in the file itself,
where schemas are not trusted. So the sealing trigger is a temporary one, of the connection alone.
"""

import getpass
import os
import sqlite3
from dataclasses import dataclass
from functools import cache

from praxidesk.engine.journal import digest, seal_digest
from praxidesk.models.at_desk import desk_name, machine_name

UNKNOWN = "?"
"""The login of lines that another program left unsealed."""

_SEAL = """
INSERT INTO main.journal_seal (seq, journal_id, login, client, process, content_hash, hash{desk_column})
SELECT seq, line, login, client, process, content, praxidesk_seal(previous, seq, at, deed, subject,
    subject_key, content, login, client, process, {desk}){desk_value}
FROM (SELECT head.seq + 1 AS seq, head.hash AS previous, line.id AS line, line.at, line.deed, line.subject,
        line.subject_key, praxidesk_digest(line.before, line.after) AS content,
        {login} AS login, praxidesk_client() AS client, praxidesk_process() AS process
    FROM journal_head AS head, journal AS line WHERE line.id = {line} LIMIT 1)
"""
_STEP = """
UPDATE main.journal_head SET
    seq = (SELECT seq FROM journal_seal WHERE journal_id = {line}),
    hash = (SELECT hash FROM journal_seal WHERE journal_id = {line})
"""
_TRIGGER = """
CREATE TEMP TRIGGER journal_sealed AFTER INSERT ON main.journal BEGIN
    {seal}; {step};
END
"""


@dataclass(slots=True)
class Writer:
    """Whose work the connections of a store write down."""

    account: str | None = None
    """Who has signed in; nobody where the store has no accounts, or before."""

    def login(self) -> str:
        """The account, else who is logged in at this machine."""
        return self.account or login()

    def client(self) -> str:
        """The machine's name; where an account is at work, with who is logged in at the machine before it."""
        return client() if self.account is None else f"{login()}@{client()}"


def seal_from_now_on(connection: sqlite3.Connection, writer: Writer) -> bool:
    """Have this connection seal what it writes; whether the file has a journal yet.

    Called before each transaction that writes: nothing to do after the first.
    """
    if connection.execute("SELECT 1 FROM temp.sqlite_schema WHERE name = 'journal_sealed'").fetchone():
        return True
    known = "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = 'journal_head'"
    if connection.execute(known).fetchone() is None:
        return False
    connection.create_function("praxidesk_digest", -1, digest, deterministic=True)
    connection.create_function("praxidesk_login", 0, writer.login)
    connection.create_function("praxidesk_client", 0, writer.client)
    connection.create_function("praxidesk_process", 0, os.getpid)
    connection.create_function("praxidesk_seal", -1, seal_digest, deterministic=True)
    connection.create_function("praxidesk_desk", 0, desk_name)
    seal = _SEAL.format(login="praxidesk_login()", line="NEW.id", **_desk(connection, "praxidesk_desk()"))
    # The words of a trigger's body name no schema: it is the table's.
    body = _TRIGGER.format(seal=seal, step=_STEP.format(line="NEW.id")).replace("INTO main.", "INTO ")
    connection.execute(body.replace("UPDATE main.", "UPDATE "))
    return True


def seal_what_others_left(connection: sqlite3.Connection) -> int:
    """Put lines without a seal into the chain, as an unknown program's; how many.

    Inside a transaction that writes, of a connection that seals.
    """
    left = "SELECT id FROM journal WHERE id NOT IN (SELECT journal_id FROM journal_seal) ORDER BY id"
    lines = connection.execute(left).fetchall()
    desk = _desk(connection, "''")
    for (line,) in lines:
        connection.execute(_SEAL.format(login=f"'{UNKNOWN}'", line=int(line), **desk))
        connection.execute(_STEP.format(line=int(line)))
    return len(lines)


def _desk(connection: sqlite3.Connection, label: str) -> dict[str, str]:
    """What the seal says of the desk; nothing in a file that is only about to learn it (revision 0014)."""
    columns = {row[1] for row in connection.execute("PRAGMA main.table_info(journal_seal)")}
    if "desk" not in columns:
        return {"desk": "''", "desk_column": "", "desk_value": ""}
    return {"desk": label, "desk_column": ", desk", "desk_value": f", {label}"}


@cache
def login() -> str:
    """Who is logged in at this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return str(os.getuid()) if hasattr(os, "getuid") else UNKNOWN


def client() -> str:
    """The machine's name."""
    return machine_name()
