"""``praxidesk server``: make a PostgreSQL server ready for many desks."""

import argparse

from sqlalchemy import URL

from praxidesk.commands.administrator import add_administrator_options, administrator, shown
from praxidesk.commands.opening import faults_explained
from praxidesk.commands.refusing import CommandRefused
from praxidesk.models.faults import HeldUp
from praxidesk.models.server.admin import ServerRefused
from praxidesk.models.server.roles import EVERYBODY, KEEPER
from praxidesk.models.server.setup import ServerSetup, set_up

_ACCESS = """
In pg_hba.conf{where}, above every other line that lets somebody in, with
your own network instead of 192.168.1.0/24, and the computer that you administer
from instead of 192.168.1.10 (without the first line: only on the server itself):

  hostssl  {database}  {administrator}  192.168.1.10/32  scram-sha-256
  hostssl  {database}  +{everybody}  192.168.1.0/24  scram-sha-256
  host     all  +{everybody}  all  reject
  host     {database}  all  all  reject
"""
_ACCESS_THERE = """
In pg_hba.conf{where} stand the lines for people's logins already.
"""
_ACCESS_UNREAD = """
In pg_hba.conf{where} stand the lines for people's logins, but the server has
not read the file since it was changed.
"""
_TLS = """
In postgresql.conf{where}, for TLS is off, and passwords must not travel so:

  ssl = on
  ssl_cert_file = 'server.crt'
  ssl_key_file = 'server.key'
  ssl_min_protocol_version = 'TLSv1.2'
  password_encryption = 'scram-sha-256'

The certificate names the server as the desks call it; they check that. Both files
lie in the data folder ({folder}) or have a whole path; the key is
the server's user's alone (chown postgres, chmod 600).
"""
_TLS_THERE = """
TLS is switched on. Whether the server could load its certificate stands in its
log. It names the server as the desks call it; they check that.
"""
_LOAD = """
Then: SELECT pg_reload_conf(); what could not be loaded stands in the server's log.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the server."""
    parser.add_argument("action", choices=("init",), help="make roles, tables and rights in its database")
    add_administrator_options(parser)


def run(options: argparse.Namespace) -> int:
    """Do it, and print what was done and what is left to the administrator."""
    url = administrator(options)
    if not url.database and "dbname" not in url.query:
        raise CommandRefused(
            "which database? Name it at the end of the address, such as postgresql:///praxis; createdb makes"
            " it"
        )
    try:
        with faults_explained(shown(url)):
            done = _set_up(url)
    except ServerRefused as refusal:
        raise CommandRefused(str(refusal)) from None
    _print(done)
    return 0


def _set_up(url: URL) -> ServerSetup:
    try:
        return set_up(url)
    except HeldUp:
        raise CommandRefused(
            "somebody's session keeps a table of this database, and nothing was changed: 'praxidesk user"
            " sessions' says whose it may be, 'praxidesk user end-session' ends it; then once more"
        ) from None


def _print(done: ServerSetup) -> None:
    print(f"server    PostgreSQL {done.version}")
    print(f"database  {done.database}")
    for each in done.made:
        print(f"made      {each}")
    if not done.made:
        print("made      nothing: all was there")
    print("set       rights, anew")
    for other in done.elsewhere:
        print(
            f"note      the database {other} of this server lets the same logins in, with the same roles:"
            " a second practice needs a server of its own"
        )
    if not done.ends_sessions:
        print(
            f"missing   GRANT pg_signal_backend, pg_read_all_stats TO {KEEPER}, by a superuser: who is locked"
            " stays connected, and who holds others up too"
        )
    if not done.forgets_samples:
        print(
            "missing   praxidesk server init, once by a superuser: who may not see a name can still hear from"
            " the plans of queries which ones are frequent"
        )
    if not done.owners_define:
        print(
            "missing   praxidesk server init, once by a superuser: with DROP OWNED BY any login can take away"
            " the rules of a group that it is in, for everybody"
        )
    access = f" ({done.access_file})" if done.access_file else ""
    lines = {
        "where": access,
        "database": _quoted(done.database),
        "everybody": EVERYBODY,
        "administrator": _quoted(done.administrator),
    }
    there = _ACCESS_THERE if done.is_access_read else _ACCESS_UNREAD
    print((there if done.with_access else _ACCESS).format_map(lines), end="")
    where = f" ({done.configuration})" if done.configuration else ""
    folder = done.folder or "SHOW data_directory"
    print((_TLS_THERE if done.with_tls else _TLS).format(where=where, folder=folder), end="")
    if not (done.with_tls and done.with_access and done.is_access_read):
        print(_LOAD, end="")


def _quoted(name: str) -> str:
    """The name of a database or login as pg_hba.conf takes it for nothing but a name."""
    return name if name.isidentifier() and name not in _WORDS else f'"{name}"'


_WORDS = {"all", "sameuser", "samerole", "samegroup", "replication"}
