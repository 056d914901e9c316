"""What a text or an instant must look like on a server, where clients may be others than ours.

A date that is none, put in by hand, would keep every desk from reading the practice. In a file whoever may
write it can do that anyway.
"""

from collections.abc import Mapping

from praxidesk.engine.vocabulary import ConflictKind

MOST_TEXT, MOST_NOTE = 2_000, 20_000
"""Characters; the program itself takes no more of any, and of most far less."""
_FIRST, _LAST = -2_524_521_600, 32_535_216_000
"""1890 and 3001: everything that the program takes for an instant lies between them, in every zone."""
_YEAR = "(1[89]|2[0-9])[0-9][0-9]|3000"
_DATE = f"({_YEAR})-[0-9][0-9]-[0-9][0-9]"
_WALL_TIME = f"{_DATE}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"


def _is_date(column: str) -> str:
    # The form first: the server takes many texts for a date that Python does not.
    return f"CASE WHEN {column} ~ '^({_DATE})$' THEN {column}::date IS NOT NULL ELSE {column} IS NULL END"


def _is_wall_time(column: str) -> str:
    return f"CASE WHEN {column} ~ '^({_WALL_TIME})$' THEN {column}::timestamp IS NOT NULL ELSE false END"


def _is_short(*columns: str, most: int = MOST_TEXT) -> str:
    return " AND ".join(f"length({column}) <= {most}" for column in columns)


def _are_instants(*columns: str) -> str:
    return " AND ".join(f"{column} BETWEEN {_FIRST} AND {_LAST}" for column in columns)


FORMS: Mapping[str, Mapping[str, str]] = {
    "site": {
        "texts": f"{_is_short('name', 'holidays')} AND timezone ~ '^[A-Za-z][A-Za-z0-9/_+-]{{0,63}}$'",
    },
    "actor": {
        "texts": _is_short("name", "specialty", "category", "equipment"),
        "inspected": _is_date("inspected_until"),
    },
    "patient": {
        "texts": _is_short("family", "given", "phone", "email", "family_key", "given_key"),
        "note_length": _is_short("note", most=MOST_NOTE),
        "born": _is_date("birth_date"),
    },
    "patient_word": {"short": _is_short("word", most=200)},
    "weekly_window": {"season": f"{_is_date('valid_from')} AND {_is_date('valid_to')}"},
    "absence": {
        "times": f"{_is_wall_time('starts_local')} AND {_is_wall_time('ends_local')}",
        "texts": _is_short("reason"),
    },
    "day_exception": {"date": _is_date("day")},
    "local_holiday": {
        # 2028 has every day that any year has.
        "date": f"CASE WHEN day ~ '^({_DATE}|[0-9][0-9]-[0-9][0-9])$'"
        " THEN right('2028-' || day, 10)::date IS NOT NULL ELSE false END",
        "texts": _is_short("name"),
    },
    "policy": {"known": "kind IN ({})".format(", ".join(f"'{kind}'" for kind in ConflictKind))},
    "series": {
        "start": _is_wall_time("starts_local"),
        "texts": f"{_is_short('timezone')} AND {_is_short('rule', most=MOST_NOTE)}",
    },
    "entry": {
        "instants": _are_instants("starts_at", "ends_at", "changed_at"),
        "texts": _is_short("reason", "override_reason", "request_fingerprint"),
        "of_series": _is_date("series_day"),
    },
    "allocation": {"instants": _are_instants("starts_at", "ends_at")},
    "milestone": {"instant": _are_instants("reached_at")},
}
"""Conditions, by table and name."""


def statements() -> list[str]:
    """What sets them, for all that is written from now on; run by the owner."""
    made = []
    for table, forms in FORMS.items():
        for name, condition in forms.items():
            rule = f"form_{table}_{name}"
            made += [
                f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {rule}",
                f"ALTER TABLE {table} ADD CONSTRAINT {rule} CHECK ({condition}) NOT VALID",
            ]
    return made
