"""What a login that is bound to some of the practice's sites does not see, whatever its role may.

An actor is elsewhere who names sites, and none of the login's. An entry is elsewhere where somebody or
something takes part that is: such entries are not seen, not changed, and not made. Of those who work at both
sites, rooms and people, it is still seen that they are taken; of patients not even that. The exclusion
constraint guards them all.
"""

from dataclasses import dataclass

from praxidesk.models import tables
from praxidesk.models.server.roles import ERASER, OF_SITES

ACTORS = "actor_elsewhere"
"""Ids of actors who are elsewhere for whoever asks; a view over a function, read once for a statement."""

ENTRIES = "entry_elsewhere"
"""Ids of entries that are elsewhere for whoever asks. It tells nothing else of them."""


IDS_ELSEWHERE = "ids_elsewhere()"
"""The function behind the views."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Rows of one table that a login of some sites may see or leave behind, if its role may too."""

    table: str
    verb: str
    rows: str
    group: str = OF_SITES
    """Who is limited; what is taken away, is taken away by one role for everybody."""


def _here(column: str) -> str:
    # A subquery, not a function of the row: who is elsewhere is listed once, the rest is an index. Without
    # OFFSET the server might rather list all entries elsewhere, of all years.
    return f"NOT EXISTS (SELECT FROM {ENTRIES} AS other WHERE other.entry_id = {column} OFFSET 0)"


_ACTOR_IS_HERE = f"actor_id NOT IN (SELECT id FROM {ACTORS})"  # noqa: S608 - a constant
_ABSENCE_IS_HERE = f"(actor_id IS NULL OR {_ACTOR_IS_HERE})"
_OF_ENTRY = _here("allocation.entry_id")
_SEES_ALL = f"(SELECT cardinality({IDS_ELSEWHERE}) = 0)"

LIMITS = (
    Limit(tables.entry.name, "ALL", _here("entry.id")),
    Limit(tables.allocation.name, "SELECT", f"{_ACTOR_IS_HERE} AND (role <> 'patient' OR {_OF_ENTRY})"),
    *(
        Limit(tables.allocation.name, verb, f"{_ACTOR_IS_HERE} AND {_OF_ENTRY}")
        for verb in ("INSERT", "UPDATE")
    ),
    Limit(tables.entry_change.name, "ALL", _here("entry_change.entry_id")),
    Limit(tables.milestone.name, "ALL", _here("milestone.entry_id")),
    Limit(tables.milestone_change.name, "ALL", _here("milestone_change.entry_id")),
    Limit(tables.journal.name, "ALL", f"entry_id IS NULL OR {_here('journal.entry_id')}"),
    Limit(tables.absence.name, "ALL", _ABSENCE_IS_HERE),
    *(
        Limit(table, "DELETE", f"{_SEES_ALL} OR {rows}", ERASER)
        for table, rows in (
            (tables.allocation.name, _OF_ENTRY),
            (tables.milestone.name, _here("milestone.entry_id")),
            (tables.absence.name, _ABSENCE_IS_HERE),
        )
    ),
)
"""All of them."""


def viewers_rows(table: str) -> str:
    """Which rows of a table a viewer's view has, for that works with its owner's rights too."""
    if table == tables.absence.name:
        return _ABSENCE_IS_HERE
    return f"{_SEES_ALL} OR {_here('entry.id' if table == tables.entry.name else f'{table}.entry_id')}"


def policies() -> list[str]:
    """The statements that set the limits; run by the owner, when the views are there."""
    made = []
    for limit in LIMITS:
        condition = {
            "ALL": f"USING ({limit.rows}) WITH CHECK ({limit.rows})",
            "SELECT": f"USING ({limit.rows})",
            "INSERT": f"WITH CHECK ({limit.rows})",
            "UPDATE": f"USING ({limit.rows}) WITH CHECK ({limit.rows})",
            "DELETE": f"USING ({limit.rows})",
        }[limit.verb]
        made.append(
            f"CREATE POLICY {policy_name(limit)} ON {limit.table} AS RESTRICTIVE FOR {limit.verb}"
            f" TO {limit.group} {condition}"
        )
    return made


def policy_name(limit: Limit) -> str:
    """What a limit is called in the catalogue."""
    return f"{OF_SITES}_{limit.verb.lower()}"


def views() -> list[str]:
    """The statements that make what the limits ask; run by the owner.

    The views work with the rights of their owner, who sees every row; each login reads in them only what is
    elsewhere for itself.
    """
    return [
        # The login, not the role that it acts as: nobody can put that off.
        f"""CREATE OR REPLACE FUNCTION {IDS_ELSEWHERE} RETURNS bigint[] LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        DECLARE mine bigint[] := praxi_access.my_site_ids();
        BEGIN
            RETURN ARRAY(SELECT actor_id FROM actor_site GROUP BY actor_id
                HAVING mine <> '{{}}' AND NOT bool_or(site_id = ANY(mine)));
        END $$""",  # noqa: S608 - constants only
        f"CREATE OR REPLACE VIEW {ACTORS} AS SELECT unnest({IDS_ELSEWHERE}) AS id",
        f"CREATE OR REPLACE VIEW {ENTRIES} AS SELECT entry_id FROM allocation"  # noqa: S608 - constants only
        # As a condition of its own kind: a join would list them anew for each entry.
        f" WHERE (actor_id IN (SELECT id FROM {ACTORS})) IS TRUE",
    ]
