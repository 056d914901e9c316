"""``praxidesk store``: how the store is, bringing its schema up to date, and encrypting its file."""

import argparse
import time
from pathlib import Path

from praxidesk.commands.credentials import LOGIN_VARIABLE, credentials
from praxidesk.commands.faults import without_password
from praxidesk.commands.opening import faults_explained, opened_store, with_login
from praxidesk.commands.places import store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.models.people_queries import has_rights
from praxidesk.models.server.admin import ServerRefused, server_address
from praxidesk.models.server.setup import set_up
from praxidesk.models.sqlite.key_file import key_file_of
from praxidesk.models.store import Store, file_of
from praxidesk.services.accounts import Accounts
from praxidesk.services.encryption import PLAIN_SUFFIX, EncryptionRefused, decrypt, encrypt, renew


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the store."""
    parser.add_argument("action", choices=tuple(_ACTIONS), help="; ".join(_ACTIONS.values()))
    parser.add_argument(
        "--login", metavar="NAME", help=f"encrypt, renew-key: an admin's (else {LOGIN_VARIABLE})"
    )
    old = parser.add_mutually_exclusive_group()
    old.add_argument("--keep-plain", action="store_true", help="encrypt: leave the old file beside it")
    old.add_argument("--wipe-plain", action="store_true", help="encrypt: overwrite and delete the old file")


def run(options: argparse.Namespace) -> int:
    """Do it, and print the state the store is in."""
    if options.action in {"encrypt", "decrypt", "renew-key"}:
        return _change_encryption(options)
    with opened_store(options, outdated=True) as store:
        before = store.status().revision
        if options.action == "upgrade" and has_rights(store):
            _upgrade_server(store_url(options), before)
        elif options.action == "upgrade" and before != store.status().needed_revision:
            store.upgrade()
            print(f"upgraded   {before} -> {store.status().revision}")
        _print_status(store, without_password(store_url(options)))
    return 0


def _upgrade_server(url: str, before: str) -> None:
    """The tables and the rights on them, together: one without the other lets in too many or too few."""
    try:
        with faults_explained(url):
            done = set_up(server_address(with_login(url)))
    except ServerRefused as refusal:
        raise CommandRefused(str(refusal)) from None
    if done.revision != before:
        print(f"upgraded   {before} -> {done.revision}")
    print("rights     set anew, as praxidesk server init does")


def _change_encryption(options: argparse.Namespace) -> int:
    url = store_url(options)
    try:
        with faults_explained(url):
            file = file_of(url)
            if file is None:
                raise CommandRefused("only a store in a file is encrypted here; a server's disk is its own")
            if options.action == "encrypt":
                _encrypt(options, file)
                return 0
            if options.action == "renew-key":
                _renew(options, file)
                return 0
            with opened_store(options):
                """Whoever may not open it cannot decrypt it."""
            decrypt(file)
            print(f"decrypted  {file}")
            return 0
    except EncryptionRefused as refusal:
        raise CommandRefused(str(refusal)) from None


def _encrypt(options: argparse.Namespace, file: Path) -> None:
    if not options.keep_plain and not options.wipe_plain:
        raise CommandRefused("and the old file? --keep-plain leaves it beside, --wipe-plain deletes it")
    with opened_store(options) as store:
        if store.keys is not None:
            raise EncryptionRefused("the store is encrypted already")
    login, password = credentials(file, options.login)
    recovery = encrypt(file, login, password, int(time.time()), wipes=options.wipe_plain)
    print(f"encrypted  {file}")
    print(f"keys       {key_file_of(file)}: without this file nobody can open the store; copy both")
    if options.keep_plain:
        print(f"old        {file}{PLAIN_SUFFIX}: not encrypted; take it somewhere safe")
    else:
        print("old        overwritten and deleted; an SSD, a snapshot or a backup may still hold it")
    _print_keys(options, recovery)


def _renew(options: argparse.Namespace, file: Path) -> None:
    login, password = credentials(file, options.login)
    recovery = renew(file, login, password, int(time.time()))
    print(f"renewed    {file}: the key before opens it no more")
    print(
        f"keys       {key_file_of(file)}: another one now; older copies belong to older copies of the store"
    )
    _print_keys(options, recovery)


def _print_keys(options: argparse.Namespace, recovery: str) -> None:
    print(f"recovery   {recovery}")
    print("           Write it down and lock it away: it is shown this once, and opens everything.")
    with opened_store(options) as store:
        for name in Accounts(store).without_key():
            print(f"missing    {name} cannot open it yet: praxidesk user password {name}")


def _print_status(store: Store, url: str) -> None:
    status = store.status()
    is_current = status.revision == status.needed_revision
    lines = [
        ("store", url),
        ("dialect", f"{status.dialect} {status.library_version}"),
        ("schema", status.revision + ("" if is_current else f" (needs {status.needed_revision})")),
    ]
    if status.journal_mode:
        lines.append(("journal mode", status.journal_mode))
    lines += [(table, f"{count:,}") for table, count in status.counts.items()]
    if status.unread:
        lines.append(("not counted", f"{', '.join(status.unread)}: this login may not read them"))
    width = max(len(name) for name, _ in lines)
    for name, value in lines:
        print(f"{name:<{width}}  {value}")


_ACTIONS = {
    "status": "show its state",
    "upgrade": "bring its schema up to date",
    "encrypt": "encrypt a store in a file; needs an account of the role admin",
    "decrypt": "make an encrypted store a plain one",
    "renew-key": "encrypt it by another key; all but the admin who does it need a new password",
}
