"""The roles of a server: who owns the tables, and the groups that a person's login belongs to."""

from praxidesk.engine.roles import StaffRole

__all__ = [
    "BACKUP",
    "ERASER",
    "EVERYBODY",
    "GROUPS",
    "JOURNAL_OWNER",
    "KEEPER",
    "OF_SITES",
    "OWNER",
    "VIEWER_SCHEMA",
    "StaffRole",
]

OWNER = "praxi_owner"
"""Owns schema, tables and trigger functions. Nobody logs in as it."""

JOURNAL_OWNER = "praxi_journal"
"""Owns the journal and the functions that write it, so that not even the owner of all else changes a line."""

ERASER = "praxi_eraser"
"""Takes rows away for people, who therefore need no right to DELETE; nobody logs in as it, or is a member."""

KEEPER = "praxi_keeper"
"""May make roles, and so owns the few functions that do; nobody logs in as it, or is a member."""

VIEWER_SCHEMA = "praxi_viewer"
"""Where a viewer finds tables without texts, before those of the same names."""

EVERYBODY = "praxi_user"
"""Every login of a person is in it: who may connect at all."""


OF_SITES = "praxi_of_sites"
"""Logins that see only some of the practice's sites. What restricts them is restricted by this group alone,
so that it costs the others nothing."""

BACKUP = "praxi_backup"
"""Reads everything, whatever the rights say of rows: for copies. A login that makes them acts as it."""

GROUPS = (OWNER, JOURNAL_OWNER, ERASER, KEEPER, EVERYBODY, OF_SITES, *(role.group for role in StaffRole))
"""Every role without a login, in the order in which they are made."""
