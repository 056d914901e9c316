"""Columns of which a server keeps no samples, since not everybody may read all rows of them.

What a server samples of a column it samples of all its rows, and whoever may ask for the plan of a query over
some of them hears from its estimates which values are frequent, and with patience a hundred of the others.
Estimates without samples are coarser: the search of patients reads no more pages so (administrators' page).
"""

from collections.abc import Mapping

from sqlalchemy import Connection, text

UNSAMPLED: Mapping[str, tuple[str, ...]] = {
    "patient": (
        *("number", "family", "given", "birth_date", "phone", "email", "note"),
        *("family_key", "given_key"),
    ),
    "patient_word": ("word",),
    "entry": ("note", "reason", "override_reason", "request_fingerprint"),
    "entry_change": ("request_fingerprint",),
    "absence": ("reason",),
    "journal": ("before", "after"),
}
"""What people are called and what was written about them."""

FIRST_WITH_FORGETTING = 18
"""Before, only a superuser makes a server forget what it has sampled."""


def statements() -> list[str]:
    """What keeps new samples from being taken; run by the owner."""
    return [
        f"ALTER TABLE {table} " + ", ".join(f"ALTER COLUMN {each} SET STATISTICS 0" for each in columns)
        for table, columns in UNSAMPLED.items()
    ]


def forget(connection: Connection, *, is_superuser: bool) -> bool:
    """Take away the samples of before; whether none are left. Run by a superuser, or the unlimited owner."""
    version = int((connection.dialect.server_version_info or (0,))[0])
    if not is_superuser and version < FIRST_WITH_FORGETTING:
        found = (
            connection.execute(_THERE, {"table": table, "columns": list(columns)}).first()
            for table, columns in UNSAMPLED.items()
        )
        return all(each is None for each in found)
    statement = _DELETE if is_superuser else _CLEAR
    for table, columns in UNSAMPLED.items():
        connection.execute(statement, {"table": f"public.{table}", "columns": list(columns)})
    return True


_COLUMNS = "attrelid = CAST(:table AS regclass) AND attname = ANY (CAST(:columns AS name[]))"
_DELETE = text(
    "DELETE FROM pg_statistic USING pg_attribute"  # noqa: S608 - constants only
    f" WHERE starelid = attrelid AND staattnum = attnum AND {_COLUMNS}"
)
_THERE = text(
    "SELECT FROM pg_stats WHERE schemaname = 'public' AND tablename = :table"
    " AND attname = ANY (CAST(:columns AS name[])) LIMIT 1"
)
_CLEAR = text(
    "SELECT pg_clear_attribute_stats('public', relname, attname, false) FROM pg_attribute"  # noqa: S608 - as above
    f" JOIN pg_class ON pg_class.oid = attrelid WHERE {_COLUMNS}"
)
