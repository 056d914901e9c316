"""``praxidesk user``: who may log in to the server, and as what."""

import argparse
import getpass
import sys

from praxidesk.commands.administrator import add_administrator_options, administrator
from praxidesk.commands.opening import faults_explained
from praxidesk.commands.places import store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.models import server_users
from praxidesk.models.server_admin import ServerRefused
from praxidesk.models.server_roles import StaffRole


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with whom."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    for name, says in _ACTIONS.items():
        action = actions.add_parser(name, help=says, description=says, allow_abbrev=False)
        add_administrator_options(action)
        if name != "list":
            action.add_argument("name", metavar="LOGIN", help="the name somebody logs in by")
        if name == "add":
            action.add_argument("--role", required=True, choices=[role.value for role in StaffRole])
            action.add_argument("--practitioner", metavar="CODE", help="whose login it is; role practitioner")


def run(options: argparse.Namespace) -> int:
    """Do it, and say what was done."""
    store = store_url(options)
    url = administrator(options, store if store.startswith("postgres") else None)
    try:
        with faults_explained(url.render_as_string(hide_password=True)):
            match options.action:
                case "add":
                    role = StaffRole(options.role)
                    if (role is StaffRole.PRACTITIONER) != (options.practitioner is not None):
                        raise CommandRefused("--practitioner CODE goes with --role practitioner, only there")
                    password = _new_password(options.name)
                    server_users.add_user(url, options.name, role, password, options.practitioner)
                    print(f"added     {options.name} as {role.value}")
                case "remove":
                    ended = server_users.remove_user(url, options.name)
                    print(f"removed   {options.name}; {ended} connections ended")
                case "lock":
                    ended = server_users.lock_user(url, options.name)
                    print(f"locked    {options.name}; {ended} connections ended")
                case "unlock":
                    server_users.unlock_user(url, options.name)
                    print(f"unlocked  {options.name}")
                case "password":
                    server_users.set_password(url, options.name, _new_password(options.name))
                    print(f"changed   the password of {options.name}")
                case _:
                    _print(server_users.users(url))
    except ServerRefused as refusal:
        raise CommandRefused(str(refusal)) from None
    return 0


def _new_password(name: str) -> str:
    """Asked for twice without showing it, or the first line of what is piped in; never an argument."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(f"New password of {name}: ")
    if getpass.getpass("The same once more: ") != password:
        raise CommandRefused("the two are not the same: nothing was changed")
    return password


def _print(users: tuple[server_users.User, ...]) -> None:
    rows = [("login", "role", "of", "state", "connections")]
    rows += [
        (
            each.name,
            each.role.value,
            each.practitioner,
            "locked" if each.is_locked else "open",
            str(each.sessions),
        )
        for each in users
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        print("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())


_ACTIONS = {
    "add": "let somebody in; asks for a password, or reads it from standard input",
    "remove": "take a login away for ever, and end its connections",
    "lock": "let nobody log in by this name for now, and end its connections",
    "unlock": "let a locked login in again",
    "password": "give a login another password; your own, too",
    "list": "who may log in, as what, and how many connections each has",
}
