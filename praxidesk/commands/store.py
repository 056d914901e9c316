"""``praxidesk store``: how the store is, and bringing its schema up to date."""

import argparse

from praxidesk.commands.faults import without_password
from praxidesk.commands.opening import opened_store
from praxidesk.commands.places import store_url
from praxidesk.models.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the store."""
    parser.add_argument("action", choices=("status", "upgrade"), help="show its state, or upgrade its schema")


def run(options: argparse.Namespace) -> int:
    """Do it, and print the state the store is in."""
    with opened_store(options, outdated=True) as store:
        before = store.status().revision
        if options.action == "upgrade" and before != store.status().needed_revision:
            store.upgrade()
            print(f"upgraded   {before} -> {store.status().revision}")
        _print_status(store, without_password(store_url(options)))
    return 0


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
    width = max(len(name) for name, _ in lines)
    for name, value in lines:
        print(f"{name:<{width}}  {value}")
