"""The ground all tables stand on: one metadata, its names, and the column types of both dialects.

SQLite tables are STRICT, which knows INTEGER, TEXT, REAL and BLOB only; hence the variants.
"""

from collections.abc import Iterable

from sqlalchemy import BigInteger, Boolean, CheckConstraint, FetchedValue, Integer, MetaData, Text

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
"""Every constraint has a name from the first revision on, so that a later one can drop it."""

KEY = BigInteger().with_variant(Integer(), "sqlite")
"""Row ids. On SQLite they must be INTEGER to be the rowid itself."""

INSTANT = BigInteger().with_variant(Integer(), "sqlite")
"""Seconds since 1970-01-01 UTC."""

WHOLE = Integer()
"""Minutes, weekdays, versions, places in a list."""

FLAG = Boolean().with_variant(Integer(), "sqlite")

FALSE = FetchedValue()
"""A flag's default; the database says ``false`` or ``0``."""

TEXT = Text()

WORD = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is searched by its beginning: compared by code point, whatever the server's locale."""

LONGEST_SECONDS = 25 * 3600
"""The bound of entries and allocations. Range queries rest on it: what begins earlier cannot reach."""


def named(column: str, name: str) -> CheckConstraint:
    """A code or number: not empty, and short enough for every index."""
    return CheckConstraint(f"length({column}) BETWEEN 1 AND 64", name=name)


def one_of(column: str, choices: Iterable[str], name: str) -> CheckConstraint:
    """A column that holds one of a closed list of words."""
    listed = ", ".join(f"'{each}'" for each in choices)
    return CheckConstraint(f"{column} IN ({listed})", name=name)


def words_of(column: str, choices: Iterable[str], name: str) -> CheckConstraint:
    """A column that holds some of a closed list of words, with blanks between.

    What stays when all of them are taken away must be blank. Longer words first: none hides in another.
    """
    rest = column
    for each in sorted(choices, key=lambda word: (-len(word), word)):
        rest = f"replace({rest}, '{each}', '')"
    return CheckConstraint(f"trim({rest}) = ''", name=name)


def flag_is_a_bit(column: str) -> CheckConstraint:
    """SQLite's flags are integers; this keeps them flags. True of every boolean on PostgreSQL."""
    return CheckConstraint(f"CAST({column} AS INTEGER) IN (0, 1)", name=f"{column}_flag")
