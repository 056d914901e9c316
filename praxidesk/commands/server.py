"""``praxidesk server``: make a PostgreSQL server ready for many desks."""

import argparse

from praxidesk.commands.administrator import add_administrator_options, administrator
from praxidesk.commands.opening import faults_explained
from praxidesk.commands.refusing import CommandRefused
from praxidesk.models.server_admin import ServerRefused
from praxidesk.models.server_roles import EVERYBODY, KEEPER
from praxidesk.models.server_setup import ServerSetup, set_up

_ACCESS = """
In pg_hba.conf{where}, above every other line that lets somebody in, with
your own network instead of 192.168.1.0/24:

  hostssl  {database}  +{everybody}  192.168.1.0/24  scram-sha-256
  host     all  +{everybody}  all  reject
  host     {database}  all  all  reject

The last line keeps administrators out too, unless they work on the server
itself (a line that begins with local) or a line above it lets them in.
"""
_TLS = """
In postgresql.conf{where}, {found}:

  ssl = on
  ssl_cert_file = 'server.crt'
  ssl_key_file = 'server.key'
  ssl_min_protocol_version = 'TLSv1.2'
  password_encryption = 'scram-sha-256'

The certificate names the server as the desks call it; they check that.
Then: SELECT pg_reload_conf();
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the server."""
    parser.add_argument("action", choices=("init",), help="make roles, tables and rights in its database")
    add_administrator_options(parser)


def run(options: argparse.Namespace) -> int:
    """Do it, and print what was done and what is left to the administrator."""
    url = administrator(options)
    try:
        with faults_explained(url.render_as_string(hide_password=True)):
            done = set_up(url)
    except ServerRefused as refusal:
        raise CommandRefused(str(refusal)) from None
    _print(done)
    return 0


def _print(done: ServerSetup) -> None:
    print(f"server    PostgreSQL {done.version}")
    print(f"database  {done.database}")
    for each in done.made:
        print(f"made      {each}")
    if not done.made:
        print("made      nothing: all was there")
    print("set       rights, anew")
    if not done.ends_sessions:
        print(f"missing   GRANT pg_signal_backend TO {KEEPER}, by a superuser: who is locked stays connected")
    access = f" ({done.access_file})" if done.access_file else ""
    print(_ACCESS.format(where=access, database=_quoted(done.database), everybody=EVERYBODY), end="")
    where = f" ({done.configuration})" if done.configuration else ""
    found = "TLS is on already" if done.with_tls else "for TLS is off, and passwords must not travel so"
    print(_TLS.format(where=where, found=found), end="")


def _quoted(database: str) -> str:
    """A database's name as pg_hba.conf takes it for nothing but a name."""
    return database if database.isidentifier() and database not in _WORDS else f'"{database}"'


_WORDS = {"all", "sameuser", "samerole", "samegroup", "replication"}
