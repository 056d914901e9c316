"""``praxidesk user`` on a store in a file: accounts instead of a server's logins."""

import argparse
import time
from datetime import UTC, datetime

from praxidesk.commands.listing import print_table
from praxidesk.commands.new_password import new_password
from praxidesk.commands.opening import opened_store
from praxidesk.commands.refusing import CommandRefused
from praxidesk.models.accounts import Account
from praxidesk.models.server.roles import StaffRole
from praxidesk.services.accounts import AccountRefused, Accounts


def run(options: argparse.Namespace) -> int:
    """Do it, and say what was done."""
    if options.action in {"sessions", "end-session"}:
        raise CommandRefused("a file has no sessions: whoever ends their program lets go of it")
    now = int(time.time())  # whatever --now says: nobody waits less for it
    try:
        with opened_store(options) as store:
            accounts = Accounts(store)
            match options.action:
                case "add":
                    role = StaffRole(options.role)
                    password = new_password(options.name)
                    accounts.add(options.name, role, password, options.practitioner, now=now)
                    print(f"added     {options.name} as {role.value}")
                case "remove":
                    accounts.remove(options.name)
                    print(f"removed   {options.name}")
                    if store.keys is not None:
                        print("key       is the same: praxidesk store renew-key, if they may have copied it")
                    if not accounts.listed():
                        print("left      no account: nobody is asked for a password any more")
                case "role":
                    role = StaffRole(options.role)
                    accounts.set_role(options.name, role, options.practitioner)
                    print(f"changed   {options.name} to {role.value}")
                case "lock":
                    accounts.lock(options.name)
                    print(f"locked    {options.name}")
                case "unlock":
                    accounts.unlock(options.name)
                    print(f"unlocked  {options.name}")
                    if options.name in accounts.without_key():
                        print("missing   a new password: praxidesk user password " + options.name)
                case "password":
                    accounts.set_password(options.name, new_password(options.name), now)
                    print(f"changed   the password of {options.name}")
                case _:
                    _print(accounts.listed(), accounts.without_key(), now)
    except AccountRefused as refusal:
        raise CommandRefused(str(refusal)) from None
    return 0


def _print(listed: tuple[Account, ...], without_key: tuple[str, ...], now: int) -> None:
    if not listed:
        print("no accounts: nobody is asked for a password")
        return
    rows = [("login", "role", "of", "state", "signed in")]
    for each in listed:
        until = each.attempts.waits_until(now)
        state = "open" if until is None else f"waits until {_said(until)}"
        if each.is_locked:
            state = "locked"
        elif each.login in without_key:
            state = "needs a password"
        last = "never" if each.signed_in_at is None else _said(each.signed_in_at)
        rows.append((each.login, each.role.value, each.practitioner, state, last))
    print_table(rows)


def _said(instant: int) -> str:
    return datetime.fromtimestamp(instant, UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S")
