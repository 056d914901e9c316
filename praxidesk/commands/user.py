"""``praxidesk user``: who may log in to the server, or sign in to a store in a file, and as what."""

import argparse
import os
from collections.abc import Sequence

from sqlalchemy import URL

from praxidesk.commands import file_accounts
from praxidesk.commands.administrator import URL_VARIABLE, add_administrator_options, administrator, shown
from praxidesk.commands.listing import print_table
from praxidesk.commands.new_password import new_password
from praxidesk.commands.opening import faults_explained
from praxidesk.commands.places import add_global_options, store_url
from praxidesk.commands.refusing import CommandRefused
from praxidesk.models.server import sessions as server_sessions
from praxidesk.models.server import users as server_users
from praxidesk.models.server.admin import ServerRefused
from praxidesk.models.server.roles import StaffRole


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with whom."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    for name, says in _ACTIONS.items():
        action = actions.add_parser(name, help=says, description=says, allow_abbrev=False)
        add_global_options(action, default=argparse.SUPPRESS)
        add_administrator_options(action)
        if name == "end-session":
            action.add_argument("process", metavar="PROCESS", type=int, help="its number, from 'sessions'")
        elif name not in {"list", "sessions"}:
            action.add_argument("name", metavar="LOGIN", help="the name somebody logs in by")
        if name in {"add", "role"}:
            action.add_argument("--role", required=True, choices=[role.value for role in StaffRole])
            action.add_argument("--practitioner", metavar="CODE", help="whose login it is; role practitioner")
        if name in {"add", "sites"}:
            action.add_argument(
                "--site", metavar="CODE", dest="sites", action="append", default=[], help=_SITE
            )
        if name in {"add", "role", "name"}:
            action.add_argument("--name", metavar="NAME", dest="full_name", default="", help=_FULL_NAME)


def run(options: argparse.Namespace) -> int:
    """Do it, and say what was done."""
    store = store_url(options)
    is_server = store.startswith("postgres")
    named = options.admin_url or (options.store is None and os.environ.get(URL_VARIABLE))
    if not is_server and not named:
        if options.action == "sites" or getattr(options, "sites", ()):
            raise CommandRefused("in a file everybody sees every site: logins of one site need a server")
        if options.action == "name":
            raise CommandRefused("an account of a file has no name but its login: names need a server")
        return file_accounts.run(options)
    url = administrator(options, store if is_server else None)
    try:
        with faults_explained(shown(url)):
            _on_server(options, url)
    except ServerRefused as refusal:
        raise CommandRefused(str(refusal)) from None
    return 0


def _on_server(options: argparse.Namespace, url: URL) -> None:
    match options.action:
        case "add":
            role = StaffRole(options.role)
            if (role is StaffRole.PRACTITIONER) != (options.practitioner is not None):
                raise CommandRefused("--practitioner CODE goes with --role practitioner, only there")
            password = new_password(options.name)
            server_users.add_user(
                url,
                options.name,
                role,
                password,
                options.practitioner,
                full_name=options.full_name,
                sites=options.sites,
            )
            print(f"added     {options.name} as {role.value}{_at(options.sites)}")
        case "remove":
            ended = server_users.remove_user(url, options.name)
            print(f"removed   {options.name}; {ended} connections ended")
        case "role":
            raise CommandRefused("on a server a login keeps its role: remove it, and add it anew")
        case "sites":
            ended = server_users.set_sites(url, options.name, options.sites)
            print(
                f"changed   {options.name}{_at(options.sites) or ' at every site'}; {ended} connections ended"
            )
        case "name":
            server_users.name_user(url, options.name, options.full_name)
            print(f"named     {options.name}")
        case "lock":
            ended = server_users.lock_user(url, options.name)
            print(f"locked    {options.name}; {ended} connections ended")
        case "unlock":
            server_users.unlock_user(url, options.name)
            print(f"unlocked  {options.name}")
        case "password":
            server_users.set_password(url, options.name, new_password(options.name))
            print(f"changed   the password of {options.name}")
        case "sessions":
            _print_sessions(server_sessions.sessions(url))
        case "end-session":
            server_sessions.end_session(url, options.process)
            print(f"ended     {options.process}; what it had not saved was rolled back")
        case _:
            rows = [("login", "role", "of", "sites", "state", "connections")]
            for each in server_users.users(url):
                state = "locked" if each.is_locked else "open"
                sites = " ".join(each.sites)
                rows.append((each.name, each.role.value, each.practitioner, sites, state, str(each.sessions)))
            print_table(rows)


def _print_sessions(found: Sequence[server_sessions.Session]) -> None:
    rows = [("process", "login", "from", "transaction", "waits for")]
    for each in found:
        lasts = "" if each.seconds is None else f"{each.seconds} s" + ", resting" * each.is_resting
        rows.append(
            (str(each.process), each.login, each.client, lasts, " ".join(str(pid) for pid in each.held_by))
        )
    print_table(rows)


def _at(sites: Sequence[str]) -> str:
    return f" at {', '.join(sites)}" if sites else ""


_SITE = "sees this site only, or the ones named by several such options; none: every site"
_FULL_NAME = "as windows show it, such as 'Anna Beck'; of a practitioner it is known"
_ACTIONS = {
    "add": "let somebody in; asks for a password, or reads it from standard input",
    "remove": "take a login away for ever, and end its connections",
    "role": "give somebody another role; in a file only",
    "sites": "let somebody see some sites only, and end their connections; on a server only",
    "name": "show somebody by another name; on a server only",
    "lock": "let nobody log in by this name for now, and end its connections",
    "unlock": "let a locked login in again",
    "password": "give a login another password; your own, too",
    "sessions": "which connections there are, and which of them keeps another waiting",
    "end-session": "end one connection; what it had not saved is rolled back",
    "list": "who may log in, as what, and how many connections each has",
}
